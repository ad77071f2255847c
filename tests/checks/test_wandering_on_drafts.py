"""Names out of their time, abbreviations and what wanders, on real drafts and on what became of them; none is here."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.readers import read

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="real drafts are not at hand")
FAMILIES = ("HH", "VT", "NQ")


@cache
def found(name):
    (path,) = SHARED.glob(f"*/{name}*.docx")
    report = check_document(read(str(path)), Settings(today=dt.date(2026, 11, 24), select=FAMILIES))
    assert not report.crashed
    return report.findings


def said(name):
    return {(finding.rule, finding.text, finding.anchor.paragraph) for finding in found(name)}


def test_a_resolution_that_names_the_districts_of_before():
    wanted = {("HH104", "thị trấn", 26), ("HH104", "huyện uỷ", 33), ("HH101", "Ban cán sự đảng", 34)}
    assert wanted <= said("s28")


def test_the_draft_directive():
    wanted = {("VT107", "BGDPL"), ("NQ101", "Ban chấp hành"), ("NQ102", "đảm bảo"), ("NQ122", "8574")}
    assert {(rule, text) for rule, text, _ in said("000")} == wanted


def test_what_annotators_saw():
    assert ("NQ103", "13/8/2019", 18) in said("s03")
    assert ("NQ131", "Ban Chỉ đạo", 52) in said("s05")
    assert ("NQ105", "2026-2027", 86) in said("s36")
    assert ("NQ102", "phòng chống", 80) in said("s36")


def test_names_of_the_day_are_left_alone_in_old_documents():
    for name in ("000", "s31", "s38", "s40"):
        assert not [rule for rule, *_ in said(name) if rule.startswith("HH")], name


def test_a_final_document_has_a_third_of_the_findings_of_its_draft():
    drafts = sum(len(found(f"s{number:02}")) for number in range(1, 19, 2))
    finals = sum(len(found(f"s{number:02}")) for number in range(2, 19, 2))
    assert drafts >= 10
    assert finals * 3 <= drafts
