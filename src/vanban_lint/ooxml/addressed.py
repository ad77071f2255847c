"""Comments in a Word file that speak to the program, with the characters they hang on.

Purpose: who wrote such a comment, what it says and where. Limits: a comment that does not begin with the program's
name is nobody's business here; what is asked for is ``filters.remarks``' to read. The places are those of the marks
``w:commentRangeStart`` and ``w:commentRangeEnd`` (ECMA-376 part 1, 17.13.4), else of ``w:commentReference``.
Neighbours: ``ooxml.reader`` calls; ``ooxml.comments`` writes comments and takes ours away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from vanban_lint.model import Anchor, Comment, Paragraph
from vanban_lint.text.lazy import lazy

if TYPE_CHECKING:
    from vanban_lint.ooxml.package import Package

NAME = "vanban-lint"
_MARK = re.compile(rb'<w:comment(RangeStart|RangeEnd|Reference)\b[^>]*?\bw:id="(-?\d+)"')
_CALLED = lazy(rf"\s*{NAME}\s*:", re.I)
#: Where something stands: a paragraph and an offset in its text.
_Place = tuple[Paragraph, int]


def addressed(package: Package) -> dict[int, Comment]:
    """Comments to the program by their number, still without places."""
    member = package.related(package.main, "comments")
    if member is None or b"lint" not in package.part(member).lower():
        return {}
    from vanban_lint.ooxml.comments import remarks

    return {
        remark.number: Comment(remark.author, remark.text)
        for remark in remarks(package)
        if remark.author != NAME and _CALLED.match(remark.text)
    }


def placed(comments: dict[int, Comment], data: bytes, parts: Sequence[Iterable[Paragraph]]) -> None:
    """Gives each comment the characters between its marks in ``data``, whose paragraphs are those of ``parts``."""
    marks: dict[int, dict[bytes, int]] = {}
    for mark in _MARK.finditer(data):
        marks.setdefault(int(mark[2]), {})[mark[1]] = mark.start()
    paragraphs = [paragraph for part in parts for paragraph in part if paragraph.byte_range[0] >= 0]
    for number in comments.keys() & marks.keys():
        found = marks[number]
        at = found.get(b"Reference", 0)
        first = _place(paragraphs, found.get(b"RangeStart", at), forward=True)
        last = _place(paragraphs, found.get(b"RangeEnd", at), forward=False)
        if first and last:
            comments[number] = comments[number]._replace(anchors=tuple(_between(paragraphs, first, last)))


def _place(paragraphs: list[Paragraph], at: int, *, forward: bool) -> _Place | None:
    """The place of a mark; one between paragraphs belongs to the next, or to the one before."""
    around = [p for p in paragraphs if p.byte_range[0] <= at < p.byte_range[1]]
    if around:
        inner = min(around, key=lambda paragraph: paragraph.byte_range[1] - paragraph.byte_range[0])
        return inner, next((span.start for span in inner.spans if span.run_at > at), len(inner.text))
    if forward:
        below = [p for p in paragraphs if p.byte_range[0] > at]
        return (min(below, key=lambda paragraph: paragraph.byte_range), 0) if below else None
    above = [p for p in paragraphs if p.byte_range[1] <= at]
    return (last := max(above, key=lambda paragraph: paragraph.byte_range), len(last.text)) if above else None


def _between(paragraphs: list[Paragraph], first: _Place, last: _Place) -> Iterable[Anchor]:
    """From ``first`` to ``last``; marks that hold no characters stand for their whole paragraph."""
    (one, start), (other, end) = first, last
    if one is other:
        yield one.anchor(start, end) if start < end else one.anchor()
        return
    inside = range(one.ordinal, other.ordinal + 1)
    for paragraph in paragraphs:
        if paragraph.part == one.part == other.part and paragraph.ordinal in inside:
            yield paragraph.anchor(start if paragraph is one else 0, end if paragraph is other else len(paragraph.text))
