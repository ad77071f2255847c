"""Markdown: every line is a paragraph, without the marks that a reader of the page does not see.

Purpose: .md drafts to a ``Document``. Headings lose "#", quotations ">", emphasis "*" and "_" around words, table rows
become cells. List markers stay: in an official text "1." and "-" are numbers and dashes that somebody typed. Limits:
no links, no HTML; fenced code is left out, as it is no prose. Column positions in the source stay right: what is taken
away in front or inside is recorded in the paragraph's map. Neighbour: ``readers.plain``.
"""

from __future__ import annotations

import itertools
import re
import unicodedata

from vanban_lint.model import BODY, CellPosition, Document, Paragraph, Span, Table
from vanban_lint.readers.plain import decode, document

_LINE_END = re.compile("\r\n|\r|\n")
_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_RULED_ROW = re.compile(r"\s*\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?\s*)?\s*$")
_PREFIX = re.compile(r"(?:\s{0,3}>\s?)*(?:\s{0,3}#{1,6}\s+)?")
#: Emphasis around words; a lone asterisk (the mark under a party body's name) is text.
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|__?)(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*])")


def read(data: bytes, path: str) -> Document:
    """Read Markdown bytes. UnreadableError as for plain text."""
    lines = _LINE_END.split(decode(data, path))
    if lines[-1] == "":
        lines.pop()
    paragraphs: list[Paragraph] = []
    tables: list[Table] = []
    rows = 0
    fence = ""
    for number, line in enumerate(lines, 1):
        mark = _FENCE.match(line)
        if mark and fence in ("", mark[1]):
            fence = "" if fence else mark[1]
            continue
        if fence:
            continue
        if _is_row(line):
            if _RULED_ROW.match(line):
                continue
            rows += 1
            if rows == 1:
                tables.append(Table(len(tables) + 1, 0, 0, len(paragraphs) + 1, 0))
            cells = _cells(line)
            for column, (start, end) in enumerate(cells, 1):
                position = CellPosition(len(tables), rows, column)
                paragraphs.append(_paragraph(line, start, end, len(paragraphs) + 1, number, (position,)))
            previous = tables[-1]
            columns = max(previous.columns, len(cells))
            tables[-1] = Table(previous.number, rows, columns, previous.first_paragraph, len(paragraphs), bordered=True)
            continue
        rows = 0
        prefix = _PREFIX.match(line)
        paragraphs.append(_paragraph(line, prefix.end() if prefix else 0, len(line), len(paragraphs) + 1, number, ()))
    return document(path, "md", paragraphs, tables)


def _is_row(line: str) -> bool:
    return line.lstrip().startswith("|") and line.count("|") > 1


def _cells(line: str) -> list[tuple[int, int]]:
    """Start and end of the text of each cell, without the blanks around it."""
    borders = [i for i, character in enumerate(line) if character == "|" and (i == 0 or line[i - 1] != "\\")]
    if line.rstrip()[-1] != "|":
        borders.append(len(line))
    result = []
    for left, right in itertools.pairwise(borders):
        text = line[left + 1 : right]
        start = left + 1 + len(text) - len(text.lstrip())
        result.append((start, max(start, right - len(text) + len(text.rstrip()))))
    return result


def _paragraph(line: str, start: int, end: int, ordinal: int, number: int, cell: tuple[CellPosition, ...]) -> Paragraph:
    """The paragraph of ``line[start:end]`` without emphasis marks, with a map back to the line."""
    kept = _kept(line, start, end)
    text, places = _composed(line, kept)
    changed = text != line
    return Paragraph(
        BODY,
        ordinal,
        text,
        (Span(0, len(text)),) if text else (),
        cell=cell,
        raw=line if changed else None,
        raw_map=(*places, end) if changed else None,
        line=number,
    )


def _kept(line: str, start: int, end: int) -> list[int]:
    """Offsets of the characters that remain."""
    dropped: set[int] = set()
    todo = [(start, end)]
    while todo:
        match = _EMPHASIS.search(line, *todo.pop())
        if match is None:
            continue
        width = len(match[1])
        dropped.update(range(match.start(), match.start() + width), range(match.end() - width, match.end()))
        todo += [(match.start(2), match.end(2)), (match.end(), end)]
    return [i for i in range(start, end) if i not in dropped]


def _composed(line: str, kept: list[int]) -> tuple[str, list[int]]:
    """NFC of the kept characters, and for each of its characters the offset in the line."""
    text: list[str] = []
    places: list[int] = []
    at = 0
    while at < len(kept):
        stop = at + 1
        while stop < len(kept) and unicodedata.combining(line[kept[stop]]):
            stop += 1
        piece = unicodedata.normalize("NFC", "".join(line[i] for i in kept[at:stop]))
        text.append(piece)
        places += [kept[min(at + i, stop - 1)] for i in range(len(piece))]
        at = stop
    return "".join(text), places
