"""One statement in a file that makes many parts wrong is one finding, whatever rules see it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Pt
from fixtures.docx import build

from vanban_lint.config import Hidden, Settings
from vanban_lint.engine import check_document
from vanban_lint.readers import read
from vanban_lint.ruleset.locate import rules_root

TODAY = dt.date(2026, 11, 24)


@pytest.fixture
def file(tmp_path):
    """A flawless document in which ``parts`` take their size from Normal, which has ``size`` points."""

    def make(size: float, *parts: str, also=None) -> Path:
        text = (rules_root() / "vi-du" / "hanh-chinh-quyet-dinh.txt").read_text(encoding="utf-8")
        path = build(text, tmp_path / "a.docx", "hanh-chinh")
        document = Document(str(path))
        document.styles["Normal"].font.size = Pt(size)
        for run in _runs(document, parts):
            run.font.size = None
        if also:
            also(document)
        document.save(str(path))
        return path

    return make


def _runs(document, parts):
    """Runs of paragraphs that start with one of ``parts``; "doan" stands for the text from the first article on."""
    start = next(i for i, p in enumerate(document.paragraphs) if p.text.startswith("Điều 1"))
    chosen = document.paragraphs[start:] if "doan" in parts else []
    cells = [p for table in document.tables for cell in table._cells for p in cell.paragraphs]
    chosen = [*chosen, *(p for p in [*document.paragraphs, *cells] if p.text.startswith(tuple(parts)))]
    return [run for paragraph in chosen for run in paragraph.runs]


def report(path: Path, *select: str, **more):
    return check_document(read(str(path)), Settings(select=select or ("KT2",), today=TODAY, **more))


def edits(finding):
    return [(edit.action, dict(edit.properties)) for edit in finding.fix.edits]


def test_a_style_with_a_wrong_size_is_one_finding_and_one_edit(file):
    (finding,) = report(file(11, "doan", "Căn cứ", "Theo đề nghị")).findings
    assert finding.rule == "KT231", "the rule that marks the most text carries the finding"
    assert finding.message.endswith("Cùng nguyên nhân: căn cứ (cần cỡ 13-14).")
    assert edits(finding) == [("set_style", {"style": "Normal", "size_pt": 13.0})]
    assert any("căn cứ (cần cỡ 13-14)" in item.message for item in finding.related)


def test_parts_that_ask_for_different_sizes_are_one_finding_mended_each_in_its_place(file):
    (finding,) = report(file(11, "doan", "Căn cứ", "Theo đề nghị", "Nơi nhận")).findings
    assert finding.message.endswith("Cùng nguyên nhân: căn cứ (cần cỡ 13-14); nơi nhận (cần cỡ 12).")
    assert {(action, properties["size_pt"]) for action, properties in edits(finding)} == {
        ("set_run", 13.0),
        ("set_run", 12.0),
    }
    places = [edit.anchor for edit in finding.fix.edits]
    assert len(places) == len(set(places)), "no place is edited twice"


def test_a_right_part_that_inherits_too_keeps_the_style_as_it_is(file):
    (finding,) = report(file(11, "doan", "Căn cứ", "Theo đề nghị", "- Như Điều")).findings
    assert {action for action, _ in edits(finding)} == {"set_run"}, "recipients of 11 pt are right"


def test_another_fault_of_a_part_stays_a_finding_of_its_own(file):
    def upright(document):
        for run in _runs(document, ("Căn cứ", "Theo đề nghị")):
            run.font.italic = False

    size, style = sorted(report(file(11, "doan", "Căn cứ", "Theo đề nghị", also=upright)).findings, reverse=True)
    assert (size.rule, style.rule) == ("KT231", "KT219")
    assert "căn cứ (cần cỡ 13-14)" in size.message
    assert "cỡ" not in style.message
    assert {tuple(properties) for _, properties in edits(style)} == {("italic",)}


def test_only_what_is_selected_and_not_hidden_is_joined(file):
    path = file(11, "doan", "Căn cứ", "Theo đề nghị", "Nơi nhận")
    (alone,) = report(path, "KT219").findings
    assert "Cùng nguyên nhân" not in alone.message
    kept = report(path, hidden=(Hidden(("KT231",), "as agreed"),))
    assert [finding.rule for finding in kept.findings] == ["KT219", "KT220"], "they do not vanish with it"
    assert [item.finding.rule for item in kept.suppressed] == ["KT231"]


def test_what_each_run_states_itself_is_a_cause_of_its_own(file):
    def direct(document):
        for run in _runs(document, ("doan", "Căn cứ", "Theo đề nghị")):
            run.font.size = Pt(11)

    assert {finding.rule for finding in report(file(14, also=direct)).findings} == {"KT219", "KT231"}


def test_the_joint_finding_is_told_in_english_too(file):
    (finding,) = report(file(11, "doan", "Căn cứ", "Theo đề nghị"), lang="en").findings
    assert finding.message.endswith("Same cause: legal basis (required size 13-14).")


def test_a_style_that_suits_the_text_is_no_cause_for_the_parts_that_need_their_own(file):
    found = report(file(14, "doan", "Căn cứ", "Theo đề nghị", "Nơi nhận", "Số:"), "KT2").findings
    assert [finding.rule for finding in found] == ["KT214", "KT220"]
    assert not any("Cùng nguyên nhân" in finding.message for finding in found)


def test_what_the_joint_repair_cannot_reach_stays_a_finding_of_its_own(file):
    found = report(file(11, "doan", "Căn cứ", "Theo đề nghị"), "KT").findings
    assert sorted(finding.rule for finding in found) == ["KT114", "KT231"], "a page number that has no shown result"
