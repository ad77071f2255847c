"""Paragraphs in a legacy encoding read as what they mean, and findings led back to the text as typed.

Purpose: let recognition and every check see the letters that the reader of the page sees. Limits: paragraph by
paragraph, by content (``text.legacy``); of the font only the habit of TCVN3 counts to draw small letters as capitals.
Nothing is written back: a repair in such a font would need its codes, so these findings carry none. Neighbours:
``engine`` calls it before anything else; a document without such text is handed through as it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import NamedTuple

from vanban_lint.model import Anchor, Document, Finding, Paragraph
from vanban_lint.text.legacy import Decoded, decode, may_be_legacy

#: A document is in a legacy encoding when this share of its paragraphs with signs surely is; a few pasted ones say
#: nothing of its short lines.
_MOST = 0.5


class Reading(NamedTuple):
    """A document to judge. ``starts`` leads the offsets of its decoded paragraphs, by (part, ordinal), back."""

    document: Document
    starts: Mapping[tuple[str, int], tuple[int, ...]]

    def as_typed(self, finding: Finding) -> Finding:
        """The finding at its place in the document as typed; its words stay those that the reader sees."""
        edits = finding.fix.edits if finding.fix else ()
        anchors = [finding.anchor, *(item.anchor for item in finding.related), *(edit.anchor for edit in edits)]
        if not any(anchor[:2] in self.starts for anchor in anchors):
            return finding
        related = tuple(item._replace(anchor=self._typed(item.anchor)) for item in finding.related)
        return finding._replace(anchor=self._typed(finding.anchor), related=related, fix=None)

    def _typed(self, anchor: Anchor) -> Anchor:
        starts = self.starts.get(anchor[:2])
        return anchor if starts is None else anchor._replace(start=starts[anchor.start], end=starts[anchor.end])


def decoded(document: Document) -> Reading:
    """The document with its legacy paragraphs decoded: first those sure by themselves, then short lines that agree."""
    doubtful = [p for part in document.parts for p in part.paragraphs if may_be_legacy(p.text)]
    if not doubtful:
        return Reading(document, {})
    found = {_key(p): said for p in doubtful if (said := decode(p.text))}
    if not found:
        return Reading(document, {})
    signed = sum(not p.text.isascii() for part in document.parts for p in part.paragraphs)
    if len(found) >= _MOST * signed:
        met = sorted({said.encoding for said in found.values()})
        found |= {_key(p): said for p in doubtful if _key(p) not in found and (said := decode(p.text, met))}
    parts = tuple(
        part._replace(paragraphs=tuple(_meant(p, found[_key(p)]) if _key(p) in found else p for p in part.paragraphs))
        for part in document.parts
    )
    return Reading(document._replace(parts=parts), {key: said.starts for key, said in found.items()})


def _key(paragraph: Paragraph) -> tuple[str, int]:
    return paragraph.part, paragraph.ordinal


def _meant(paragraph: Paragraph, said: Decoded) -> Paragraph:
    starts = said.starts
    spans = tuple(
        span._replace(start=bisect_left(starts, span.start), end=bisect_left(starts, span.end))
        for span in paragraph.spans
    )
    text = said.text
    for span in spans:
        if said.encoding == "TCVN3" and _draws_capitals(span.format.font_beyond_ascii or span.format.font):
            text = text[: span.start] + text[span.start : span.end].upper() + text[span.end :]
    return paragraph._replace(
        text=text,
        spans=spans,
        breaks=tuple(bisect_left(starts, offset) for offset in paragraph.breaks),
        raw=paragraph.text if paragraph.raw is None else paragraph.raw,
        raw_map=tuple(paragraph.raw_offset(offset) for offset in starts),
        encoding=said.encoding,
    )


def _draws_capitals(font: str | None) -> bool:
    return font is not None and font.lower().startswith(".vn") and font.endswith("H")
