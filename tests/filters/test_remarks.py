"""Exceptions that stand in the document itself, as Word comments."""

from __future__ import annotations

import pytest
from ooxml import wordml

from vanban_lint.config import Settings
from vanban_lint.engine import Report, check_document
from vanban_lint.fix.mend import mended
from vanban_lint.ooxml.comments import without_own
from vanban_lint.ooxml.reader import read_document
from vanban_lint.report.docx import annotated

DATE = "2026-05-27T08:00:00Z"
SETTINGS = Settings(select=("CT",))
START, END = '<w:commentRangeStart w:id="7"/>', '<w:commentRangeEnd w:id="7"/>'
SIGN = '<w:r><w:commentReference w:id="7"/></w:r>'
SLIPS = wordml.p(
    wordml.r("Bảo đảm chất luợng, đẩy nhanh "),
    START,
    wordml.r("tiền độ thực hiện"),
    END,
    SIGN,
    wordml.r(" các nhiệm vụ; chất luợng cao."),
)


def commented(text: str, body: str) -> bytes:
    """A file whose comment 7 says ``text``."""
    return wordml.package(body, comments=f'<w:comment w:id="7" w:author="Trần Thị B">{wordml.p(text)}</w:comment>')


def judged(raw: bytes) -> Report:
    return check_document(read_document(raw, "du-thao.docx"), SETTINGS)


def words(report: Report) -> list[str]:
    return [finding.text for finding in report.findings]


@pytest.mark.parametrize(
    "text",
    [
        "vanban-lint: bỏ qua CT201 - từ của dự án",
        "Vanban-lint: bỏ qua CT201 – từ của dự án",
        "vanban-lint: ignore TT126, CT - từ của dự án",
    ],
)
def test_a_comment_hides_what_it_hangs_on_and_nothing_else(text):
    without = judged(wordml.package(SLIPS))
    assert "tiền" in words(without)
    report = judged(commented(text, SLIPS))
    assert words(report) == [word for word in words(without) if word != "tiền"]
    (gone,) = report.suppressed
    assert gone.reason == "từ của dự án"
    assert "Trần Thị B" in gone.origin


def test_a_comment_without_characters_speaks_of_its_paragraph():
    slips = wordml.p(wordml.r("Đẩy nhanh tiền độ thực hiện nhiệm vụ."), SIGN) + wordml.p("Đẩy nhanh tiền độ dự án.")
    report = judged(commented("vanban-lint: bỏ qua CT - lý do", slips))
    assert {gone.finding.anchor.paragraph for gone in report.suppressed} == {1}
    assert {finding.anchor.paragraph for finding in report.findings} == {2}


def test_a_comment_over_several_paragraphs():
    first = wordml.p(START, wordml.r("Đẩy nhanh tiền độ thực hiện nhiệm vụ."))
    last = wordml.p(wordml.r("Đẩy nhanh tiền độ thực hiện dự án."), END, SIGN)
    report = judged(commented("vanban-lint: bỏ qua CT - lý do", first + last))
    assert not report.findings
    assert report.suppressed


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("vanban-lint: bỏ qua CT201", "lý do"),
        ("vanban-lint: bỏ qua CT999 - lý do", "CT999"),
        ("vanban-lint: cho qua", "lý do"),
    ],
)
def test_a_comment_that_asks_for_nothing_clear_hides_nothing_and_is_told(text, named):
    report = judged(commented(text, SLIPS))
    assert "tiền" in words(report)
    assert any(text in gap.message and named in gap.message for gap in report.gaps)


def test_a_comment_that_hangs_nowhere_hides_nothing():
    report = judged(commented("vanban-lint: bỏ qua CT - lý do", wordml.p("Đẩy nhanh tiền độ thực hiện nhiệm vụ.")))
    assert "tiền" in words(report)
    assert not report.suppressed


def test_other_comments_are_left_alone():
    report = judged(commented("Xem lại chỗ này giúp anh", SLIPS))
    assert "tiền" in words(report)
    assert not any("Xem lại" in gap.message for gap in report.gaps)


def test_a_comment_that_hides_nothing_is_counted():
    report = judged(commented("vanban-lint: bỏ qua CT304 - lý do", SLIPS))
    assert [count for request, count in report.requests.items() if request.endswith("CT304")] == [0]


def test_annotating_and_repairing_keep_the_comment_and_heed_it():
    raw = commented("vanban-lint: bỏ qua CT201 - từ của dự án", SLIPS)
    copy = annotated(raw, judged(raw), "vi", DATE).raw
    assert words(judged(copy)) == words(judged(raw))
    assert words(judged(without_own(copy, "x"))) == words(judged(raw))
    done = mended(raw, "du-thao.docx", SETTINGS, date=DATE, unsafe=True)
    assert "tiền độ" in done.after.document.body.paragraphs[0].text
