"""Numbering, final marks, blanks and cuts on real drafts, where these are at hand; none is part of the project."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.readers import read

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="real drafts are not at hand")

#: Issued documents that an annotator read whole: numbering, marks and blanks are in order there.
ISSUED = "s02 s04 s06 s08 s10 s12 s14 s16 s18 s19 s25 s26 s27 s28 s36 s38".split()


def found(path):
    report = check_document(read(str(path)), Settings(today=dt.date(2026, 11, 24), select=("BC1", "BC3")))
    return [(finding.rule, finding.text or finding.context[0].split()[-1]) for finding in report.findings]


@pytest.mark.parametrize("suffix", ["txt", "docx"])
def test_draft_directive(suffix):
    assert found(SHARED / f"seeds/000-du-thao-chi-thi.{suffix}") == [("BC101", "1."), ("BC151", "thị")]


@pytest.mark.parametrize("suffix", ["txt", "docx"])
def test_directive_cut_at_page_ends(suffix):
    assert found(SHARED / f"seeds/003-chi-thi.{suffix}") == [("BC301", "Bộ"), ("BC301", "tham")]


def test_part_that_one_item_lacks():
    assert ("BC145", "tỉnh.") in found(SHARED / "seeds/001-ke-hoach.txt")


@pytest.mark.parametrize("name", ISSUED)
def test_issued_documents_are_silent(name):
    (path,) = (SHARED / "corpus").glob(f"{name}-*.docx")
    assert found(path) == []
