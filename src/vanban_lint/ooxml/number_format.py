"""Numbers of automatic lists as Word writes them.

Purpose: a counter value and the name of a format (ECMA-376 part 1, 17.18.59) to text. Limits: the formats a Vietnamese,
English or French document can hold; a format unknown here is written in Arabic figures, as Word does for one it does
not know. Neighbour: ``ooxml.numbering``.

``lowerLetter`` and ``upperLetter`` are the 26 letters of the Latin alphabet, then doubled letters (z, aa, bb), whatever
the language of the document: Word has no list format for the Vietnamese alphabet, so an automatic list goes a, b, c, d,
e and not d, đ, e. Where a list states its own sequence (``custom`` with "a, b, c, d, đ, ..."), that sequence is used.
"""

from __future__ import annotations

from collections.abc import Callable

from vanban_lint.text.numerals import roman

_MAX_ROMAN = 32767
_VIETNAMESE_LETTERS = "a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y".split()
_DIGITS = "không một hai ba bốn năm sáu bảy tám chín".split()


def format_number(value: int, number_format: str, custom: str = "") -> str:
    """``value`` in a format; "bullet" and "none" give an empty text. ``custom`` is the sequence of a "custom"
    format."""
    if number_format == "custom":
        return _custom(value, custom)
    write = _FORMATS.get(number_format)
    return str(value) if write is None else write(value)


def _roman(value: int) -> str:
    return roman(value) if 0 < value <= _MAX_ROMAN else str(value)


def _letters(value: int) -> str:
    if value < 1:
        return str(value)
    repeats, place = divmod(value - 1, 26)
    return chr(ord("a") + place) * min(repeats + 1, 30)


def _ordinal(value: int) -> str:
    suffix = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{suffix}"


def _vietnamese(value: int) -> str:
    """Counting words up to 99 ("hai mươi mốt"); figures beyond."""
    if not 0 <= value < 100:
        return str(value)
    tens, units = divmod(value, 10)
    if tens == 0:
        return _DIGITS[units]
    head = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    if units == 0:
        return head
    special = {5: "lăm"} if tens == 1 else {1: "mốt", 5: "lăm"}
    return f"{head} {special.get(units, _DIGITS[units])}"


def _custom(value: int, sequence: str) -> str:
    """A sequence given by its beginning: "01, 02, 03, ..." or "a, b, c, d, đ, ..."."""
    items = [item.strip() for item in sequence.split(",")]
    items = [item for item in items if item and item.strip(".…")]
    if not items:
        return str(value)
    if items[0].isdigit():
        return str(value - 1 + int(items[0])).zfill(len(items[0]))
    if 0 < value <= len(items):
        return items[value - 1]
    lowered = [item.lower() for item in items]
    if "đ" in lowered and value > 0:
        letters = [letter for letter in _VIETNAMESE_LETTERS if letter in lowered or letter not in "ăâêôơư"]
        if letters[: len(lowered)] == lowered and value <= len(letters):
            return letters[value - 1] if items[0].islower() else letters[value - 1].upper()
    return str(value)


def _nothing(value: int) -> str:
    return ""


_FORMATS: dict[str, Callable[[int], str]] = {
    "none": _nothing,
    "bullet": _nothing,
    "decimalZero": lambda value: f"{value:02d}",
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerLetter": _letters,
    "ordinal": _ordinal,
    "numberInDash": lambda value: f"- {value} -",
    "hex": lambda value: f"{value:X}",
    "vietnameseCounting": _vietnamese,
}
