"""A paragraph while it is being read.

Purpose: gather pieces of text with where they came from, then make the frozen ``Paragraph``. Limits: knows no XML.
Neighbour: ``ooxml.story``.
"""

from __future__ import annotations

import unicodedata

from vanban_lint.model import CellPosition, Label, Paragraph, RunFormat, Span
from vanban_lint.ooxml.cascade import ParagraphKind
from vanban_lint.text.compose import compose


class ParagraphDraft:
    """Text and spans gathered so far. ``at`` is the byte offset of the paragraph element."""

    __slots__ = (
        "at",
        "break_before",
        "breaks",
        "cell",
        "has_drawing",
        "kind",
        "label",
        "labelled",
        "length",
        "page_field",
        "pending_break",
        "pieces",
        "spans",
        "tab_alignment",
    )

    def __init__(self, at: int, kind: ParagraphKind, cell: tuple[CellPosition, ...], break_before: bool) -> None:
        self.at = at
        self.kind = kind
        self.cell = cell
        self.break_before = break_before
        self.pieces: list[str] = []
        self.spans: list[Span] = []
        self.length = 0
        self.breaks: list[int] = []
        self.pending_break: tuple[int, int] | None = None
        self.label: Label | None = None
        self.labelled = False
        self.has_drawing = False
        self.page_field: int | None = None
        self.tab_alignment: str | None = None

    def add(self, text: str, run_format: RunFormat, run_at: int, text_at: int, context: int) -> None:
        """Visible text that the element at byte ``text_at`` of the run at ``run_at`` provides."""
        start = self.length
        self.length = start + len(text)
        self.pieces.append(text)
        self.spans.append(Span(start, self.length, run_format, run_at, text_at, context))

    def page_break(self, run_at: int, at: int) -> None:
        """A typed page break: a line end once more text follows, else a break before the next paragraph."""
        if self.length:
            self.breaks.append(self.length)
            self.pending_break = (run_at, at)
        else:
            self.break_before = True

    def rendered_break(self) -> None:
        """A page break where Word last put one; it adds no character."""
        if not self.length:
            self.break_before = True
        elif self.pending_break is None:
            self.breaks.append(self.length)

    def finish(self, part: str, ordinal: int, end: int, section: int) -> Paragraph:
        """The frozen paragraph, ending before byte ``end``."""
        text = "".join(self.pieces)
        spans, breaks = self.spans, self.breaks
        raw = raw_map = None
        if not text.isascii() and not unicodedata.is_normalized("NFC", text):
            raw = text
            text, raw_map, composed = compose(raw)
            spans = [s._replace(start=composed[s.start], end=composed[s.end]) for s in spans]
            spans = [s for s in spans if s.start < s.end]
            breaks = [composed[offset] for offset in breaks]
        return Paragraph(
            part,
            ordinal,
            text,
            tuple(spans),
            self.kind.format,
            self.label,
            self.cell,
            (self.at, end),
            raw,
            raw_map,
            None,
            self.break_before or self.kind.format.page_break_before,
            tuple(breaks),
            section,
            self.has_drawing,
        )
