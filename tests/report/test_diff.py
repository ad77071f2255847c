"""What two versions of a text differ in, as the reports show it."""

from __future__ import annotations

from reports import report

from vanban_lint.model import Finding, Saying
from vanban_lint.report import json as report_json
from vanban_lint.report.style import Style
from vanban_lint.report.text import document

LONG = "một hai ba bốn năm sáu bảy tám chín mười mười một"
DIFF = (("=", LONG), ("-", "cũ"), ("+", "mới và đủ"), ("=", "hết."))


def differing(lang: str = "vi") -> tuple[str, dict[str, object]]:
    made = report()
    finding: Finding = made.findings[0]._replace(diff=DIFF)
    made = made._replace(findings=(finding,))
    entry = report_json.document(made, lang)["findings"][0]
    return document(made, Style(False, 100, lang)), entry


def test_marks_tell_what_stands_in_one_version_only() -> None:
    shown, _ = differing()
    assert "một hai ba bốn … tám chín mười" not in shown  # the cut keeps four words at either end
    assert "một hai ba bốn … chín mười mười một [-cũ-] {+mới và đủ+} hết." in " ".join(shown.split())
    assert "Khác nhau: [-chỉ ở bản trước-], {+chỉ ở bản sau+}:" in shown


def test_a_finding_without_versions_shows_no_difference() -> None:
    assert "Khác nhau" not in document(report(), Style(False, 100, "vi"))


def test_programs_get_the_whole_of_it() -> None:
    _, entry = differing()
    assert entry["diff"] == [{"op": op, "text": text} for op, text in DIFF]


def test_sayings_are_plain_data() -> None:
    assert Saying("duplicate.same").params == {}
