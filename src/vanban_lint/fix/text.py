"""Claims made on plain text and Markdown: the same planner, lines instead of runs.

Purpose: replace characters of lines and nothing else; encoding, byte order mark and line ends stay. Limits: replaces
text only: a line has no format. Neighbours: ``readers.plain`` and ``readers.markdown``, whose line numbers and maps
lead here; ``fix.mend``.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable

from vanban_lint.fix.apply import Applied, narrowed
from vanban_lint.fix.plan import Claim, Refusal
from vanban_lint.model import Document, Edit
from vanban_lint.ooxml.leaves import UneditableError
from vanban_lint.readers.plain import decode

_LINE_ENDS = {"txt": re.compile("\r\n|\r|\n|\f"), "md": re.compile("\r\n|\r|\n")}


def applied(raw: bytes, document: Document, claims: Iterable[Claim]) -> Applied:
    """``claims`` made on the bytes of a text input."""
    text = decode(raw, document.path)
    starts = [0, *(match.end() for match in _LINE_ENDS[document.format].finditer(text))]
    made: list[Claim] = []
    refusals: list[Refusal] = []
    edits: list[tuple[int, int, str]] = []
    for claim in claims:
        try:
            edits += [_edit(text, starts, document, edit) for edit in claim.edits]
            made.append(claim)
        except UneditableError as error:
            refusals.append(Refusal(claim.finding, error.key))
    for start, end, value in sorted(edits, reverse=True):
        text = text[:start] + value + text[end:]
    return Applied(_encoded(text, raw), tuple(made), tuple(refusals))


def _edit(text: str, starts: list[int], document: Document, edit: Edit) -> tuple[int, int, str]:
    """Start, end and new text of one edit in the whole text."""
    paragraph = document.paragraph(edit.anchor)
    number = (paragraph.line or 1) - 1
    base = starts[number]
    if edit.action == "replace_text":
        start, end = paragraph.raw_offset(edit.anchor.start), paragraph.raw_offset(edit.anchor.end)
        return narrowed(text, base + start, base + end, edit.value)
    if paragraph.cell or edit.action not in ("insert_paragraph", "delete_paragraph"):
        raise UneditableError("edit.text_only")
    behind = starts[number + 1] if number + 1 < len(starts) else len(text)
    if edit.action == "delete_paragraph":
        return base, behind, ""
    line = text[base:behind]
    content = line.rstrip("\r\n\f")
    mark = line[len(content) :] or "\n"
    return base + len(content), base + len(content), mark + edit.value


def _encoded(text: str, like: bytes) -> bytes:
    """``text`` in the encoding of ``like``, with its byte order mark."""
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if like.startswith(mark):
            return mark + text.encode(name)
    return (codecs.BOM_UTF8 if like.startswith(codecs.BOM_UTF8) else b"") + text.encode()
