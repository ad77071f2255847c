"""Plain text: every line is a paragraph.

Purpose: .txt and standard input to a ``Document``. Limits: no formatting, no tables; UTF-8, or UTF-16 with its mark.
Neighbour: ``readers.markdown`` builds on ``decode`` and ``document``.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Sequence

from vanban_lint.errors import UnreadableError
from vanban_lint.model import BODY, CellPosition, Document, Paragraph, Part, Section, Span, Table
from vanban_lint.text.compose import compose

MAX_BYTES = 64 << 20
_LINE_END = re.compile("\r\n|\r|\n|\f")


def read(data: bytes, path: str) -> Document:
    """Read text bytes. UnreadableError: reading.empty, reading.encoding, reading.too_large, reading.binary."""
    lines = _LINE_END.split(decode(data, path))
    if lines[-1] == "":
        lines.pop()
    return document(path, "txt", [paragraph(line, ordinal, ordinal) for ordinal, line in enumerate(lines, 1)])


def decode(data: bytes, path: str) -> str:
    """Text of UTF-8 bytes, with or without a mark, or of UTF-16 bytes with one."""
    if not data.strip():
        raise UnreadableError("reading.empty", path)
    if len(data) > MAX_BYTES:
        raise UnreadableError("reading.too_large", path, limit=MAX_BYTES >> 20)
    utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError("reading.encoding", path) from error
    if "\0" in text:
        raise UnreadableError("reading.binary", path)
    return text


def paragraph(line: str, ordinal: int, number: int, cell: tuple[CellPosition, ...] = ()) -> Paragraph:
    """The paragraph of one line of the source."""
    text, raw, raw_map = line, None, None
    if not unicodedata.is_normalized("NFC", line):
        text, raw_map, _ = compose(line)
        raw = line
    spans = (Span(0, len(text)),) if text else ()
    return Paragraph(BODY, ordinal, text, spans, cell=cell, raw=raw, raw_map=raw_map, line=number)


def document(path: str, kind: str, paragraphs: Sequence[Paragraph], tables: Sequence[Table] = ()) -> Document:
    """A document of one part and one section without page set-up."""
    body = Part(BODY, "body", tuple(paragraphs), tuple(tables))
    return Document(path, kind, (body,), (Section(1, len(paragraphs)),))
