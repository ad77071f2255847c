"""Where a finding stands: for people in words, for programs as the ``location`` of the JSON contract.

Purpose: one meaning of "place" for all formats. Limits: positions come from the model; nothing is searched. Lines and
columns exist for text inputs only, because a page of Word has no fixed lines. Neighbours: the other
reports.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vanban_lint.catalogue import MESSAGES, say
from vanban_lint.corpus.facts import Pin
from vanban_lint.model import BODY, Anchor, CellPosition, Document, Finding, Unread

_SEPARATOR = " · "


def block_name(name: str | None, lang: str) -> str:
    """The reader's word for a block ("số, ký hiệu"); a name without one is given back as it is."""
    keys = (f"block.{name}", f"zone.{name}")
    said = next((say(key, lang) for key in keys if key in MESSAGES), name or "")
    return said[:1].lower() + said[1:]


def location(document: Document, anchor: Anchor) -> dict[str, Any]:
    """The JSON ``location``: ``table`` is the innermost cell; ``line`` and ``column`` count from 1."""
    cell = document.paragraph(anchor).cell
    return _location(anchor, cell[-1] if cell else None, line_column(document, anchor))


def _location(anchor: Anchor, cell: CellPosition | None, at: tuple[int | None, int | None]) -> dict[str, Any]:
    return {
        "part": anchor.part,
        "paragraph": anchor.paragraph,
        "table": cell and {"number": cell.table, "row": cell.row, "column": cell.column},
        "start": anchor.start,
        "end": anchor.end,
        "line": at[0],
        "column": at[1],
    }


def line_column(document: Document, anchor: Anchor) -> tuple[int | None, int | None]:
    """Line and column (from 1) in a text input; ``(None, None)`` for a Word file."""
    paragraph = document.paragraph(anchor)
    if paragraph.line is None:
        return None, None
    return paragraph.line, paragraph.raw_offset(anchor.start) + 1


def words(document: Document, finding: Finding, lang: str) -> str:
    """What a drafter can find again in Word: "Nơi nhận, dòng 3 · bảng 2, hàng 1, cột 1 · đoạn thứ 26"."""
    pieces = (finding.label or block_name(finding.block, lang), *_spots(document, finding.anchor, lang))
    said = {piece.casefold(): piece for piece in reversed(pieces) if piece}
    return _SEPARATOR.join(reversed(said.values()))


def spot(document: Document, anchor: Anchor, lang: str) -> str:
    """The place alone: part, table cell, paragraph; line and column for a text input."""
    return _SEPARATOR.join(_spots(document, anchor, lang))


def pin_spot(pin: Pin, lang: str) -> str:
    """The same for a place whose document is gone."""
    return _SEPARATOR.join(_spots_of(pin.anchor, pin.cell, (pin.line, pin.column), lang))


def pin_location(pin: Pin) -> dict[str, Any]:
    """The JSON ``location`` of a place whose document is gone."""
    return _location(pin.anchor, pin.cell, (pin.line, pin.column))


def _spots(document: Document, anchor: Anchor, lang: str) -> Iterator[str]:
    if anchor.part != BODY:
        yield part_name(document, anchor.part, lang)
    cell = document.paragraph(anchor).cell
    yield from _spots_of(anchor, cell[-1] if cell else None, line_column(document, anchor), lang)


def _spots_of(anchor: Anchor, cell: CellPosition | None, at: tuple[int | None, int | None], lang: str) -> Iterator[str]:
    if cell is not None:
        yield say("place.cell", lang, table=cell.table, row=cell.row, column=cell.column)
    line, column = at
    if line is not None:
        yield say("place.line", lang, line=line, column=column)
    else:
        yield say("place.paragraph", lang, number=anchor.paragraph)


def unread(document: Document, item: Unread, lang: str) -> str:
    """What was not read and where: "có hình ảnh; chữ trong hình không đọc được (đoạn thứ 3)"."""
    message = say(item.key, lang, place=item.place, detail=item.detail)
    part, _, paragraph = item.place.partition(":")
    known = any(found.name == part for found in document.parts)
    pieces = [part_name(document, part, lang)] if known and part != BODY else []
    pieces += [say("place.paragraph", lang, number=paragraph)] if paragraph else []
    return f"{message} ({', '.join(pieces)})" if pieces else message


def part_name(document: Document, name: str, lang: str) -> str:
    """Words for a part: "chân trang 2" for "footer2"; no number when there is one part of that kind."""
    kind = document.part(name).kind
    number = name.removeprefix(kind)
    several = sum(part.kind == kind for part in document.parts) > 1
    return say(f"place.{kind}", lang) + (f" {number}" if several and number else "")
