"""Numbers of items: Roman, Vietnamese letters, ordinal words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban_lint.text.numerals import ALPHABET, letter, letter_value, ordinal_value, roman, roman_value


@given(st.integers(1, 3999))
def test_roman_numerals_come_back(value):
    assert roman_value(roman(value)) == value


@pytest.mark.parametrize("wrong", ["IIII", "IC", "VX", "", "A", "iv"])
def test_ill_formed_roman_numerals_have_no_value(wrong):
    assert roman_value(wrong) is None


def test_letters_follow_the_vietnamese_alphabet():
    assert [letter(n) for n in range(1, 8)] == ["a", "b", "c", "d", "đ", "e", "g"]
    assert letter_value("Đ") == 5
    assert letter(len(ALPHABET) + 1) is None
    assert [letter_value(c) for c in "fjwz"] == [None] * 4


@pytest.mark.parametrize(("words", "value"), [("thứ nhất", 1), ("thứ tư", 4), ("mười hai", 12), ("hai mươi", None)])
def test_ordinal_words(words, value):
    assert ordinal_value(words) == value
