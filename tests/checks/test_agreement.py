"""Two places of one document: patterns beside a condition, repeated lines, the article that carries out."""

from __future__ import annotations

from parts import context, hits, places, rule

from vanban_lint.model import Hit, NotEvaluated, Zone

ARTICLES = [
    ("dieu", "Điều 1. Thành lập Tổ công tác."),
    ("dieu", "Điều 2. Quyết định có hiệu lực từ ngày ký."),
    ("dieu", "Điều 3. Trách nhiệm thi hành"),
    ("doan", "Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này./."),
    ("noi_nhan", "Nơi nhận:"),
]
EXISTS = rule("agreement", ["noi_nhan_muc"], cam=r"Như Điều (?P<n>\d+)", dieu="co")
CARRIES_OUT = rule("agreement", ["noi_nhan_muc"], cam=r"Như Điều (?P<n>\d+)", dieu="thi_hanh")


def recipients(text):
    return context([*ARTICLES, ("noi_nhan_muc", text)])


def test_a_pattern_holds_only_beside_its_condition():
    banned = rule("agreement", ["ten_loai"], neu={"co_quan_ban_hanh": "^CHI BỘ"}, cam=r"(?P<x>\S.*)")
    (hit,) = hits(banned, context([("co_quan_ban_hanh", "CHI BỘ 1"), ("ten_loai", "QUY ĐỊNH")]))
    assert hit.params["doi_chieu"] == "CHI BỘ 1"
    assert not hits(banned, context([("co_quan_ban_hanh", "ĐẢNG ỦY"), ("ten_loai", "QUY ĐỊNH")]))


def test_the_whole_text_must_match():
    wanted = rule("agreement", ["ten_loai"], khop="QUYẾT ĐỊNH")
    assert places(wanted, context([("ten_loai", "QUYẾT NGHỊ")])) == [(1, 0, 10)]
    assert not hits(wanted, context([("ten_loai", "QUYẾT ĐỊNH")]))


def test_equal_lines_differ_in_dash_mark_case_and_tone_only():
    repeated = rule("agreement", ["noi_nhan_muc"], trung=True)
    lines = ["- Ủy ban nhân dân tỉnh;", "- Sở A;", "Uỷ ban  nhân dân Tỉnh.", "- ...;", "- ...;", "-", "-"]
    (hit,) = hits(repeated, context([("noi_nhan_muc", text) for text in lines]))
    assert hit.anchor.paragraph == 3
    assert hit.related[0].anchor.paragraph == 1


def test_an_article_that_is_not_there():
    (hit,) = hits(EXISTS, recipients("- Như Điều 5;"))
    assert hit.suggestions == ("3",)
    assert not hits(EXISTS, recipients("- Như Điều 2;"))


def test_the_article_on_who_carries_out_may_name_them_below_its_heading():
    (hit,) = hits(CARRIES_OUT, recipients("- Như Điều 1;"))
    assert hit.suggestions == ("3",)
    assert hit.related[0].anchor.paragraph == 3
    assert not hits(CARRIES_OUT, recipients("- Như Điều 3;"))


def test_the_last_article_is_never_doubted():
    lines = [ARTICLES[2], ARTICLES[3], ("dieu", "Điều 4. Hiệu lực."), ("noi_nhan_muc", "- Như Điều 4;")]
    assert not hits(CARRIES_OUT, context(lines))


def test_without_articles_nothing_is_claimed():
    (said,) = hits(EXISTS, context([("noi_nhan_muc", "- Như Điều 5;")]))
    assert isinstance(said, NotEvaluated)
    assert said.key == "check.no_articles"


def test_articles_of_an_attached_text_do_not_count():
    lines = [*ARTICLES, ("noi_nhan_muc", "- Như Điều 9;"), ("dieu", "Điều 9. Khác.")]
    zones = [Zone("noi_dung", 1, 6), Zone("kem_theo", 7, 7)]
    (said,) = hits(EXISTS, context(lines, zones=zones))
    assert isinstance(said, Hit)
