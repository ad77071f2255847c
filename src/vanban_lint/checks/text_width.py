"""How wide a line of Times New Roman is printed, near enough to compare a drawn line with it.

Purpose: widths in mm from the font's published advances. Limits: no kerning, no breaking; Vietnamese letters are as
wide as their bare ones.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from vanban_lint.model import RunFormat

_MM_PER_POINT = 25.4 / 72
#: Advances in thousandths of the size: A-Z, then a-z, upright and bold.
_PLAIN = (
    "722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 611",
    "444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444",
)
_BOLD = (
    "722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000 722 722 667",
    "500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 444",
)
_OTHER = {
    " ": 250,
    "\u00a0": 250,
    "-": 333,
    "–": 500,
    ",": 250,
    ".": 250,
    ";": 278,
    ":": 278,
    "/": 278,
    "(": 333,
    ")": 333,
}
_FIGURE = 500


def width_mm(pieces: Iterable[tuple[str, RunFormat]]) -> float:
    """Width of one line; a format without a size counts as 14 pt."""
    return sum(_advance(text, form) * (form.size_pt or 14) * _MM_PER_POINT / 1000 for text, form in pieces)


def _advance(text: str, form: RunFormat) -> int:
    table = _WIDTHS[form.bold]
    shown = text.upper() if form.caps else text
    bare = unicodedata.normalize("NFD", shown.replace("đ", "d").replace("Đ", "D"))
    return sum(table.get(c, _FIGURE) for c in bare if not unicodedata.combining(c))


def _table(upper: str, lower: str) -> dict[str, int]:
    letters = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", map(int, upper.split()), strict=True))
    small = dict(zip("abcdefghijklmnopqrstuvwxyz", map(int, lower.split()), strict=True))
    return {**letters, **small, **_OTHER}


_WIDTHS = {False: _table(*_PLAIN), True: _table(*_BOLD)}
