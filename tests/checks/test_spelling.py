"""What the kind makes of the detector's suspects: places, groups, capitals, silent parts."""

import datetime as dt

import pytest
from prose import SLIP, context, hits


@pytest.fixture
def document():
    return context(SLIP)


def test_each_slip_stands_at_its_place(document):
    (hit,) = hits("real_word", document)
    assert document.document.text(hit.anchor) == "tiền"
    assert hit.suggestions[0] == "tiến"
    assert hit.params["goi_y"].startswith('"tiến"')
    assert hit.certainty == "chac_chan"
    assert hit.edits[0].value == "tiến"
    assert hit.edits[0].expected == "tiền"


def test_a_rule_takes_its_kind_and_its_scores(document):
    assert hits("stuck", document) == []
    assert hits("real_word", document, duoi=5) == []


def test_twice_is_two_findings_and_three_times_one():
    assert len(hits("not_a_syllable", context(*["Kinh tế phát ttiển nhanh."] * 2))) == 2
    (hit,) = hits("not_a_syllable", context(*["Kinh tế phát ttiển nhanh."] * 3))
    assert hit.params["lan"] == 3
    assert len(hit.related) == 2
    assert len(hit.edits) == 3
    assert hit.certainty == "co_the"


def test_suggestions_take_the_capitals_of_the_text():
    (hit,) = hits("not_a_syllable", context("Ttiển khai nhiệm vụ năm 2026."))
    assert hit.suggestions[0] == "Triển"


def test_parts_without_prose_are_silent():
    assert hits("real_word", context(SLIP, block="ho_ten")) == []
    assert len(hits("real_word", context(SLIP, block="trich_yeu"))) == 1


def test_a_sentence_over_two_paragraphs_is_read_as_one():
    document = context("Các cơ quan đẩy nhanh tiền", "độ giải ngân vốn đầu tư công.", joined=True)
    (hit,) = hits("real_word", document)
    assert document.document.text(hit.anchor) == "tiền"
    assert hit.anchor.paragraph == 1


def test_the_user_s_words_are_never_reported():
    text = "Kinh tế phát ttiển nhanh, đẩy nhanh tiền độ giải ngân."
    assert hits("not_a_syllable", context(text, words=("Ttiển",))) == []
    assert len(hits("not_a_syllable", context(text))) == 1
    assert hits("real_word", context(text, words=("tiền",))) == []


def test_the_detector_runs_once_a_document(document, monkeypatch):
    hits("real_word", document)
    monkeypatch.setattr("vanban_lint.checks.spelling._speller", None)
    assert len(hits("real_word", document)) == 1
    assert document.date == dt.date(2026, 9, 8)
