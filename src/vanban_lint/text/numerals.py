"""Numerals that number the parts of a document: Roman, Vietnamese letters, ordinal words.

Purpose: value of a number as written, and the number of a value. Limits: 1 to 3999 for Roman; letters follow the
Vietnamese alphabet a b c d đ e g h i k ... without f, j, w, z and without ă, â, ê, ô, ơ, ư (S-HDG-06).
"""

from __future__ import annotations

from vanban_lint.text.lazy import lazy

#: Letters that number points, in order (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.đ).
ALPHABET = "a b c d đ e g h i k l m n o p q r s t u v x y".split()
_LETTER = {letter: index for index, letter in enumerate(ALPHABET, 1)}

_ROMAN_FORM = lazy(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_PAIRS = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_UNITS = {
    "nhất": 1,
    "một": 1,
    "hai": 2,
    "nhì": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}


def roman_value(text: str) -> int | None:
    """Value of a well-formed Roman numeral in capitals, ``None`` otherwise ("IIII" is not well formed)."""
    if not text or not _ROMAN_FORM.fullmatch(text):
        return None
    total, rest = 0, text
    for value, sign in _ROMAN_PAIRS:
        while rest.startswith(sign):
            total += value
            rest = rest[len(sign) :]
    return total


def roman(value: int) -> str:
    """Roman numeral of a positive number; thousands beyond the third are written as further M."""
    out = []
    for number, sign in _ROMAN_PAIRS:
        count, value = divmod(value, number)
        out.append(sign * count)
    return "".join(out)


def letter_value(letter: str) -> int | None:
    """Place from 1 in the Vietnamese numbering alphabet; ``None`` for f, j, w, z and anything else."""
    return _LETTER.get(letter.lower())


def letter(value: int) -> str | None:
    """Letter of a place from 1, ``None`` beyond y."""
    return ALPHABET[value - 1] if 1 <= value <= len(ALPHABET) else None


def ordinal_value(words: str) -> int | None:
    """Value of an ordinal in words: "nhất", "hai", "mười", "mười một"; with or without "thứ" before it."""
    parts = words.lower().split()
    if parts and parts[0] == "thứ":
        parts = parts[1:]
    values = [_UNITS.get(part) for part in parts]
    if not values or None in values or len(values) > 2:
        return None
    numbers = [value for value in values if value is not None]
    if len(numbers) == 1:
        return numbers[0]
    return 10 + numbers[1] if numbers[0] == 10 and numbers[1] < 10 else None
