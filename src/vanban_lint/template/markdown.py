"""An outline written as Markdown.

Purpose: headings, numbered lists, letters and dashes to items; numbers in the text are dropped, for they are given
anew. Limits: the few signs a drafter uses; a heading without a number is of the kind its depth has in the template.
Neighbour: ``outline``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vanban_lint.template.outline import PARAGRAPH, Item

_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")
_MARKERS = (
    ("chuong", re.compile(r"(?:Chương|CHƯƠNG)\s+[IVXLC\d]+\b[.:\s]*(.*)")),
    ("phan", re.compile(r"(?:Phần|PHẦN)\s+(?:[IVXLC\d]+\b|thứ\s+\S+)[.:\s]*(.*)")),
    ("muc", re.compile(r"(?:Mục|MỤC)\s+\d+\b[.:\s]*(.*)")),
    ("dieu", re.compile(r"(?:Điều|ĐIỀU)\s+\d+[.:]\s*(.*)")),
    ("la_ma", re.compile(r"[IVX]+[.-]\s+(.*)")),
    ("tieu_khoan", re.compile(r"\d+\.\d+\.?\s+(.*)")),
    ("khoan", re.compile(r"\d+[.)]\s+(.*)")),
    ("diem", re.compile(r"[a-zđ]\)\s+(.*)")),
    ("gach", re.compile(r"[-*+•]\s+(.*)")),
)
_EMPHASIS = re.compile(r"(\*\*|__)(.+?)\1")


def items(text: str, levels: Sequence[str]) -> Iterator[Item]:
    """Items of Markdown ``text``; the lines of one paragraph or list item are joined, a heading is a line."""
    open_item: Item | None = None
    for raw in text.split("\n"):
        line = _EMPHASIS.sub(r"\2", raw.strip())
        kind, said = (_item(line, levels) or (None, line)) if line else (None, "")
        if kind or not line:
            if open_item:
                yield open_item
            open_item = Item(kind, said) if kind else None
            if open_item and line.startswith("#"):
                yield open_item
                open_item = None
        else:
            open_item = Item(open_item.kind, f"{open_item.text} {said}".strip()) if open_item else Item(PARAGRAPH, said)
    if open_item:
        yield open_item


def _item(line: str, levels: Sequence[str]) -> tuple[str, str] | None:
    """Kind and text of a line that opens an item."""
    heading = _HEADING.fullmatch(line)
    said = heading[2] if heading else line
    for kind, shape in _MARKERS:
        found = shape.fullmatch(said)
        if found:
            return kind, found[1]
    if heading and levels:
        return levels[min(len(heading[1]), len(levels)) - 1], said
    return None
