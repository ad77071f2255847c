"""Lines of a document as a clerk sees them, and the columns that share a line.

Purpose: cut paragraphs at soft breaks, and at tabs or long runs of spaces where a second column begins; put the lines
of text boxes where the boxes hang. Limits: no line gets a name here. Offsets are kept: ``Line.anchor`` covers exactly
the visible text of the line without white space and Markdown emphasis around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban_lint.model import Anchor, CellPosition, Document, Paragraph, Part
from vanban_lint.text.lazy import lazy
from vanban_lint.text.letters import collapse, is_name_case, is_upper, squash
from vanban_lint.text.tone import fold_tone

_EDGE = lazy(r"[\s\u00a0\u200b\ufeff]*(?:(?:\*\*|__)(?=.*\w)|#{1,6}[ \t]+(?=\S))?[\s\u00a0]*")
_GAP = lazy(r"[ \u00a0]*\t[ \t\u00a0]*|[ \u00a0]{2,}")
_WIDE = 3
_DATE_HEAD = lazy(r"[^\W\d_](?:(?!\s\s)[^,;:\t]){1,40},\s*(?:[Nn]gày\b|\d{1,2}\s+tháng\b|tháng\s+\d)")
_CAPITALS = lazy(r"(?:[^\W\d_]{2,}\.?\s+[^\W\d_]|(?:T/M|K/T|T/L|TM\.|KT\.|TL\.|TUQ\.|Q\.)\s*[^\W\d_])")
_RULE = lazy(r"[-_–—=.*]{3,}")
_SIGNED = lazy(r"[(\[][\s(\[]*(?:đã ký|ký|chữ ký)\b|\{\{", re.I)
_ROLE = lazy(r"(?:Thư ký|Chủ (?:tọa|toạ|trì|nhiệm)|Người \w+|Đại diện|Bên [AB]|Gi[aá]\w+ viên|Trưởng \w+|Phó \w+)\b")
#: A role at the right of another one; longer than this it is part of a sentence.
_ROLE_LENGTH = 40
RIGHT_HEADS = ("CONGHOAXAHOICHUNGHIAVIETNAM", "DOCLAPTUDOHANHPHUC", "DANGCONGSANVIETNAM", "DOANTNCSHOCHIMINH")


class Line:
    """A visible line of one paragraph.

    ``order`` counts lines of the document, ``host`` is the body paragraph it stands at, ``blank`` how many empty lines
    stand before it, ``column`` its place from 0 among the columns that share the line.
    """

    __slots__ = ("_key", "anchor", "blank", "cell", "column", "host", "order", "paragraph", "text")

    def __init__(
        self, text: str, anchor: Anchor, paragraph: Paragraph, order: int, host: int, blank: int, column: int = 0
    ) -> None:
        self.text, self.anchor, self.paragraph = text, anchor, paragraph
        self.order, self.host, self.blank, self.column = order, host, blank, column
        self.cell: tuple[CellPosition, ...] = paragraph.cell
        self._key: str | None = None

    @property
    def key(self) -> str:
        """The line in capitals, older tone placement, single spaces: what vocabularies are compared with."""
        if self._key is None:
            self._key = collapse(fold_tone(self.text[:400])).upper()
        return self._key

    @property
    def table(self) -> int | None:
        """Number of the outermost table the line stands in."""
        return self.cell[0].table if self.cell else None

    @property
    def indent(self) -> int:
        """How far from the left the line begins, in characters, tabs to every eighth."""
        before = self.paragraph.text[: self.anchor.start].rsplit("\n", 1)[-1]
        return len(before.expandtabs(8))

    def part(self, start: int, end: int | None = None, column: int | None = None) -> Line:
        """The stretch ``text[start:end]`` as a line of its own, trimmed."""
        end = len(self.text) if end is None else end
        low, high = _trimmed(self.text[start:end])
        left, right = start + low, start + max(low, high)
        anchor = self.anchor._replace(start=self.anchor.start + left, end=self.anchor.start + right)
        column = self.column if column is None else column
        return Line(self.text[left:right], anchor, self.paragraph, self.order, self.host, self.blank, column)


def lines(document: Document) -> list[Line]:
    """Every non-empty line of the body in reading order; lines of a text box follow the paragraph it hangs at."""
    boxes: dict[int, list[Part]] = {}
    for part in document.parts[1:]:
        if part.kind == "box" and part.anchor is not None and part.anchor.part == document.body.name:
            boxes.setdefault(part.anchor.paragraph, []).append(part)
    found: list[Line] = []
    blank = 0
    for paragraph in document.body.paragraphs:
        blank = _add(found, paragraph, paragraph.ordinal, blank)
        for box in boxes.get(paragraph.ordinal, ()):
            for inner in box.paragraphs:
                _add(found, inner, paragraph.ordinal, 0)
    return found


def _add(found: list[Line], paragraph: Paragraph, host: int, blank: int) -> int:
    base = 0
    for piece in paragraph.text.split("\n"):
        start, end = _trimmed(piece)
        if start < end:
            anchor = paragraph.anchor(base + start, base + end)
            found.append(Line(piece[start:end], anchor, paragraph, len(found), host, blank))
            blank = 0
        else:
            blank += 1
        base += len(piece) + 1
    return blank


def _trimmed(piece: str) -> tuple[int, int]:
    match = _EDGE.match(piece)
    start = match.end() if match else 0
    end = len(piece.rstrip())
    while end > start and piece[end - 1] in "\u00a0\u200b\ufeff":
        end -= 1
    tail = piece[end - 2 : end]
    if tail in ("**", "__") and any(map(str.isalnum, piece[start:end])):
        end = len(piece[: end - 2].rstrip())
    return start, end


def columns(line: Line) -> list[Line]:
    """The line cut where a second column begins; most lines are one column.

    A gap begins a column only when what follows looks like the head of one: a national heading, a place and date,
    words in capitals, a name, a rule. So the blanks of "Số:      /QĐ-UBND" and "ngày      tháng" never cut.
    """
    text = line.text
    cuts = [0]
    for gap in _GAP.finditer(text):
        if gap.start() == 0 or gap.end() >= len(text):
            continue
        wide = "\t" in gap.group() or len(gap.group()) >= _WIDE
        if _begins_column(text[: gap.start()], text[gap.end() :], wide):
            cuts.append(gap.end())
    if len(cuts) == 1:
        return [line]
    return [line.part(start, end, index) for index, (start, end) in enumerate(_pairs(cuts, len(text)))]


def _begins_column(before: str, rest: str, wide: bool) -> bool:
    head = squash(rest[:60])
    if head.startswith(RIGHT_HEADS) or _DATE_HEAD.match(rest):
        return True
    if not wide:
        return False
    first = _GAP.split(rest, maxsplit=1)[0].lstrip("*")
    if is_upper(first) and (_CAPITALS.match(first) is not None or first.isalpha()):
        return True
    if _ROLE.match(first) and max(len(first), len(before)) <= _ROLE_LENGTH:
        return True
    return is_name_case(first) or _RULE.fullmatch(first) is not None or _SIGNED.match(first) is not None


def _pairs(cuts: list[int], end: int) -> Iterator[tuple[int, int]]:
    yield from zip(cuts, [*cuts[1:], end], strict=True)
