"""Colour, where a reader sees it and nowhere else.

Purpose: the few styles that reports use. Limits: knows nothing of what it paints; NO_COLOR and the terminal are looked
at by ``cli``. Neighbours: ``report.text``, ``report.structure``.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from vanban_lint.report.excerpt import visible

_CODES = {"bold": "1", "dim": "2", "loi": "1;31", "canh_bao": "1;33", "goi_y": "1;36", "good": "32", "place": "36"}


@dataclass(frozen=True, slots=True)
class Style:
    """``paint`` gives the text back untouched when ``color`` is off. ``columns`` is the width to write for."""

    color: bool = False
    columns: int = 88
    lang: str = "vi"

    def paint(self, name: str, text: str) -> str:
        return f"\x1b[{_CODES[name]}m{text}\x1b[0m" if self.color and text else text


def wrapped(text: str, style: Style, paint: str = "", indent: str = "    ") -> Iterator[str]:
    """``text`` broken between words at the width of ``style``; what follows a "- " hangs under its text.

    Nothing in it can steer the terminal, wherever it comes from.
    """
    text = visible(text)
    hang = "  " if text.startswith("- ") else ""
    room = style.columns - len(indent) - len(hang)
    lines = textwrap.wrap(text, room, break_long_words=False, break_on_hyphens=False)
    for i, line in enumerate(lines):
        yield indent + (hang if i else "") + (style.paint(paint, line) if paint else line)
