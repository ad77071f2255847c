"""The run itself: what becomes of hits, gaps and broken checks. Structure and kinds are stand-ins made here."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

from vanban_lint import engine
from vanban_lint.config import Hidden, Settings
from vanban_lint.engine import Order, check_document
from vanban_lint.errors import ConfigError
from vanban_lint.model import (
    Anchor,
    Block,
    Document,
    Edit,
    Hit,
    Judged,
    NotEvaluated,
    Paragraph,
    Part,
    Structure,
    Unread,
    Zone,
)
from vanban_lint.model.rule import Rule
from vanban_lint.ruleset import bundled
from vanban_lint.stamp import CONTEXT

DAY = dt.date(2026, 6, 5)
WORDS = ("Số: 35-CT/TU", "một hai ba bốn năm " * 7, "Số: 36-CT/TU", "một")


def document(*texts, **keys):
    paragraphs = tuple(Paragraph("body", n, text) for n, text in enumerate(texts or WORDS, 1))
    return Document("a.txt", "txt", (Part("body", "body", paragraphs),), **keys)


def rule(id_="ZZ101", **keys):
    plain = {
        "ten": f"thu-{id_.lower()}",
        "check": "pattern",
        "o": ("so_ky_hieu",),
        "nguon": {"hd05": "mục 1", "hd36": "mục 2"},
        "quy_uoc": (),
        "muc_do": "loi",
        "chac_chan": "chac_chan",
        "vi": "đang là {thuc_te}",
        "en": "reads {thuc_te}",
        "tham_so": {"cam": ":"},
    }
    return Rule(id=id_, **(plain | keys))


@pytest.fixture
def run(monkeypatch):
    """Judges a document with given rules; ``kinds`` maps a kind to a function of rule and context."""

    def run(doc, *rules, kinds=None, profiles=None, **settings):
        body = doc.body.paragraphs
        blocks = tuple(Block("so_ky_hieu", (p.anchor(),), p.text) for p in body if p.text.startswith("Số"))

        def analyse(_document, _tables, *, today, regime=None, date=None):
            assert today
            return Structure(
                regime=Judged(regime or "dang", 1.0),
                ten_loai=Judged("CT", 1.0),
                date=Judged(date or DAY, 1.0),
                date_known=True,
                cap=Judged("tinh", 1.0),
                blocks=(*blocks, Block("ho_ten", (body[-1].anchor(),), body[-1].text)),
                zones=(Zone("noi_dung", 1, len(body)),),
            )

        monkeypatch.setattr(engine, "analyse", analyse)
        if kinds:
            monkeypatch.setattr(engine, "kind", lambda name: SimpleNamespace(check=kinds[name]))
        bundle = bundled()._replace(rules=rules, profiles=profiles or bundled().profiles)
        return check_document(doc, Settings(**settings), bundle)

    return run


def test_a_finding_holds_everything(run):
    (first, second) = run(document(), rule(chac_chan="co_the")).findings
    assert (first.rule, first.name, first.severity, first.certainty) == ("ZZ101", "thu-zz101", "loi", "co_the")
    assert first.message == "đang là :"
    assert first.source == "Hướng dẫn 05-HD/VPTW, mục 1"
    assert (first.block, first.label) == ("so_ky_hieu", "Phần đầu, ô số, ký hiệu")
    assert (first.anchor, first.text, first.context) == (Anchor("body", 1, 2, 3), ":", ("Số", " 35-CT/TU"))
    assert second.anchor.paragraph == 3
    assert first.fingerprint != second.fingerprint


def test_source_and_language_follow_the_settings(run):
    report = run(document(), rule(), date=dt.date(2020, 1, 1), lang="en")
    assert report.findings[0].source == "Hướng dẫn 36-HD/VPTW, mục 2"
    assert report.findings[0].message == "reads :"
    assert report.date == dt.date(2020, 1, 1)


def test_context_is_cut(run):
    finding = run(document(), rule(o=("doan",), tham_so={"cam": "ba"})).findings[3]
    before, after = finding.context
    assert len(before) == len(after) == CONTEXT + 1
    assert (before[0], after[-1]) == ("…", "…")


def test_profile_and_its_override(run):
    assert run(document(), rule()).profile == "dang/chi-thi"
    report = run(document(), rule(nguon={"nd30": "Điều 1"}), profile="hanh-chinh/quyet-dinh")
    assert (report.profile, report.structure.regime.value, report.structure.ten_loai.value) == (
        "hanh-chinh/quyet-dinh", "hanh-chinh", "QĐ",
    )  # fmt: skip
    assert len(report.findings) == 2


@pytest.mark.parametrize("settings", [{"select": ("QQ1",)}, {"ignore": ("QQ1",)}, {"muc_do": {"QQ1": "loi"}}])
def test_unknown_rules_are_refused(run, settings):
    with pytest.raises(ConfigError) as caught:
        run(document(), rule(), **settings)
    assert caught.value.key.startswith("config.unknown_rule")


def hits(*found):
    return lambda _rule, _context: iter(found)


def test_one_finding_a_place(run):
    same = Hit(Anchor("body", 1, 0, 2))
    report = run(document(), rule(), rule("ZZ102"), kinds={"pattern": hits(same, same)})
    assert [finding.rule for finding in report.findings] == ["ZZ101", "ZZ102"]


def test_findings_stand_in_reading_order(run):
    found = [Hit(Anchor("body", p, s, s + 1)) for p, s in ((3, 1), (1, 4), (2, 0), (1, 0))]
    report = run(document(), rule(), kinds={"pattern": hits(*found)})
    assert [finding.anchor[1:3] for finding in report.findings] == [(1, 0), (1, 4), (2, 0), (3, 1)]


def test_boxes_stand_where_they_hang():
    part = document().body
    box = Part("box1", "box", part.paragraphs, anchor=Anchor("body", 2, 5, 5))
    order = Order(document()._replace(parts=(part, Part("header1", "header", part.paragraphs), box)))
    anchors = [
        Anchor("body", 2, 0, 1),
        Anchor("box1", 1, 0, 1),
        Anchor("box1", 2, 0, 1),
        Anchor("body", 2, 6, 7),
        Anchor("body", 3, 0, 1),
        Anchor("header1", 1, 0, 1),
    ]
    assert sorted([*anchors[3:], *anchors[:3]], key=order) == anchors


def test_a_broken_check_is_a_gap_and_the_others_go_on(run):
    def broken(_rule, _context):
        raise ZeroDivisionError("ối")

    report = run(document(), rule(), rule("ZZ102", check="order"), kinds={"pattern": broken, "order": hits()})
    (gap,) = report.gaps
    assert gap.rule == "ZZ101"
    assert "quy tắc ZZ101 không chạy được: ZeroDivisionError: ối" in gap.message
    assert "ZeroDivisionError" in report.crashed[0]
    assert not report.clean


def test_findings_before_the_break_are_not_kept(run):
    def broken(_rule, _context):
        yield Hit(Anchor("body", 1, 0, 1))
        raise ValueError

    assert run(document(), rule(), kinds={"pattern": broken}).findings == ()


def test_a_check_may_decline(run):
    said = NotEvaluated("gap.no_convention", {"regime": "x"})
    (gap,) = run(document(), rule(), kinds={"pattern": hits(said)}).gaps
    assert (gap.rule, gap.message.startswith("x:")) == ("ZZ101", True)


def test_certainty_of_a_hit_can_only_lower(run):
    found = hits(Hit(Anchor("body", 1, 0, 1), certainty="co_the"), Hit(Anchor("body", 1, 1, 2), certainty="chac_chan"))
    report = run(document(), rule(chac_chan="co_the"), kinds={"pattern": found})
    assert [finding.certainty for finding in report.findings] == ["co_the", "co_the"]


def test_a_field_nobody_filled_does_not_break_the_run(run):
    assert run(document(), rule(vi="{mong_doi}!"), kinds={"pattern": hits(Hit(Anchor("body", 1, 0, 1)))}).findings


def test_fix_needs_a_rule_that_offers_one(run):
    anchor = Anchor("body", 1, 0, 1)
    found = hits(Hit(anchor, edits=(Edit("replace_text", anchor, "x"),)))
    assert run(document(), rule(), kinds={"pattern": found}).findings[0].fix is None
    assert run(document(), rule(sua="safe"), kinds={"pattern": found}).findings[0].fix.safety == "safe"


def test_zone_names_the_place_outside_blocks(run):
    report = run(document(), rule(), kinds={"pattern": hits(Hit(Anchor("body", 2, 0, 1)))})
    assert report.findings[0].block == "noi_dung"


def test_fingerprints_survive_edits_elsewhere(run):
    before = run(document(), rule()).findings
    after = run(document("thêm một dòng", *WORDS[:2], "xen vào", *WORDS[2:]), rule()).findings
    assert [finding.fingerprint for finding in before] == [finding.fingerprint for finding in after]


@pytest.mark.parametrize(
    ("lines", "muc_do", "date", "expected"),
    [
        (("P-NUM-02",), "loi", None, "loi"),
        (("P-FN-01",), "canh_bao", None, "canh_bao"),
        (("P-NUM-01",), "loi", None, "canh_bao"),
        (("P-NUM-01",), "loi", dt.date(2020, 1, 1), "loi"),
        (("N-BODY-01", "P-NUM-02"), "loi", None, "loi"),
        ((), "loi", None, "loi"),
    ],
)
def test_weak_lines_are_never_errors(run, lines, muc_do, date, expected):
    assert run(document(), rule(quy_uoc=lines, muc_do=muc_do), date=date).findings[0].severity == expected


def test_user_and_profile_grade(run):
    profiles = {"co-so": {"ten": "c"}, "dang": {"ten": "d", "ke_thua": "co-so", "muc_do": {"ZZ": "goi_y"}}}
    graded = run(document(), rule(), profiles=profiles)
    assert graded.findings[0].severity == "goi_y"
    asked = run(document(), rule(), profiles=profiles, muc_do={"ZZ1": "canh_bao", "ZZ": "loi"})
    assert asked.findings[0].severity == "canh_bao"


def test_hidden_findings_are_kept_apart_with_their_reason(run):
    report = run(document(), rule(), rule("YY101"), hidden=(Hidden(("ZZ1",), "văn bản cũ"),))
    assert {finding.rule for finding in report.findings} == {"YY101"}
    assert [(item.finding.rule, item.reason) for item in report.suppressed] == [("ZZ101", "văn bản cũ")] * 2


def test_user_rules_run_too(run):
    assert [finding.rule for finding in run(document(), rules=(rule("ZZ109"),)).findings] == ["ZZ109", "ZZ109"]


def test_clean_means_read_and_silent(run):
    assert run(document("a")).clean
    assert not run(document("a", unread=(Unread("x", "y"),))).clean
    assert not run(document(), rule()).clean
