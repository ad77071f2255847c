"""Marks stand under their text whatever it is made of."""

from hypothesis import given
from hypothesis import strategies as st

from vanban_lint.report.excerpt import excerpt, visible, width

WORDS = st.text(st.sampled_from("aăấđ 漢\u0301\t\n…-“Ố"), max_size=60)


def test_marks_cover_the_span_only() -> None:
    shown = excerpt("Số", ":", " 35 -CT/TU", 40)
    assert shown.before + shown.text + shown.after == "Số: 35 -CT/TU"
    assert shown.marks == "  ^"


def test_something_missing_gets_one_mark_at_its_place() -> None:
    shown = excerpt("- Lưu: VPTU", "", "", 40)
    assert shown.marks == " " * 11 + "^"


def test_combining_marks_take_no_column_and_wide_characters_two() -> None:
    shown = excerpt("e\u0301", "漢字", "x", 40)
    assert shown.marks == " ^^^^"


def test_tabs_and_breaks_are_shown_as_signs() -> None:
    assert visible("a\tb\nc\u00a0d\x07") == "a→b↵c d\ufffd"


def test_a_long_line_is_cut_at_words_and_says_so() -> None:
    shown = excerpt("một hai ba bốn năm sáu bảy tám", "chín", "mười mười một mười hai mười ba mười bốn", 40)
    assert shown.before.startswith("…")
    assert shown.after.endswith("…")
    assert shown.text == "chín"


def test_a_span_longer_than_the_line_keeps_both_ends() -> None:
    shown = excerpt("", "Căn cứ " * 30 + "hết", "", 40)
    assert shown.text.startswith("Căn cứ")
    assert shown.text.endswith("hết")
    assert "…" in shown.text


@given(WORDS, WORDS, WORDS, st.integers(20, 80))
def test_an_excerpt_fits_and_its_marks_are_as_wide_as_its_span(
    before: str, text: str, after: str, columns: int
) -> None:
    shown = excerpt(before, text, after, columns)
    line = shown.before + shown.text + shown.after
    assert "\n" not in line
    assert width(line) <= columns
    assert shown.marks.count("^") == max(width(shown.text), 1)
    assert shown.marks.index("^") == width(shown.before)
