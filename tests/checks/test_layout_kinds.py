"""The layout kinds: what the examples of rules cannot show (tests/rules holds one mutation a rule)."""

from __future__ import annotations

import pytest

from vanban_lint.checks.dressing import number, source_words, span
from vanban_lint.checks.format import is_family
from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.readers import read
from vanban_lint.ruleset.locate import rules_root


@pytest.mark.parametrize(
    "font", ["Times New Roman", "Times New Roman;Bookman Old Style", "Times New Roman Bold", "TIMES NEW ROMAN", "Times"]
)
def test_names_of_the_family(font):
    assert is_family(font)


@pytest.mark.parametrize("font", ["Arial", "Arial;Times New Roman", ".VnTime", "VNI-Times"])
def test_other_families(font):
    assert not is_family(font)


def test_words_on_provenance_name_the_style_as_word_shows_it():
    assert source_words("style:a3", {"a3": "Normal"}) == "từ kiểu đoạn Normal"
    assert source_words("direct", {}) == "định dạng trực tiếp"
    assert source_words(None, {}) == "mặc định của tệp"


def test_measures_are_written_the_vietnamese_way():
    assert (number(12.5), number(20.0), span(13, 14), span(13, 13)) == ("12,5", "20", "13-14", "13")


def test_text_has_no_layout_to_judge():
    name = rules_root() / "vi-du" / "hanh-chinh-quyet-dinh.txt"
    report = check_document(read(str(name)), Settings(select=("KT",)))
    assert (report.findings, report.gaps) == ((), ())
