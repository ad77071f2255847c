"""What the reading of all parts gathers: sections, lines, text boxes, page numbers, and what could not be read.

Purpose: the document-wide side of the pass, so that one part's reader holds only its own state. Limits: no XML events.
Neighbours: ``ooxml.story`` fills it, ``ooxml.reader`` makes the ``Document`` from it.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from vanban_lint.model import Anchor, DrawnLine, Paragraph, Part, RunFormat, Unread
from vanban_lint.ooxml.cascade import Formats
from vanban_lint.ooxml.draft import ParagraphDraft
from vanban_lint.ooxml.numbering import Counters
from vanban_lint.ooxml.sections import RawSection, read_section
from vanban_lint.ooxml.xml import fragment

#: Unread matters that are told once a part, with a count, not once an occurrence.
_DETAIL_LIMIT = 60


class FoundPageNumber(NamedTuple):
    """A page-number field in a part: alignment and format as Word shows them; see ``model.PageNumber``."""

    part: str
    align: str | None
    form: RunFormat
    anchor: Anchor
    in_flow: bool


class Gathered:
    """Mutable state of reading one document."""

    def __init__(self, path: str, formats: Formats, counters: Counters) -> None:
        self.path = path
        self.formats = formats
        self.counters = counters
        self.sections: list[RawSection] = []
        self.boxes: list[Part] = []
        self.lines: list[DrawnLine] = []
        self.page_numbers: list[FoundPageNumber] = []
        self.unread: dict[tuple[str, str], Unread] = {}
        self._box_count = 0
        self._elements: dict[bytes, Any] = {}

    @property
    def section(self) -> int:
        """Index of the section that is being read."""
        return len(self.sections)

    def element(self, raw: bytes) -> Any:
        """Element of a captured piece; the same bytes are parsed once."""
        if raw not in self._elements:
            self._elements[raw] = fragment(raw) if raw else None
        return self._elements[raw]

    def add_section(self, element: Any, last: int) -> None:
        first = self.sections[-1].section.last_paragraph + 1 if self.sections else 1
        self.sections.append(read_section(element, first, last))

    def next_box(self) -> str:
        self._box_count += 1
        return f"box{self._box_count}"

    def add_box(self, part: Part) -> None:
        self.boxes.append(part)

    def add_line(self, story: Any, kind: str, length: int | None) -> None:
        """A drawn line, at the open paragraph of a story; one in a text box hangs where the box hangs."""
        while story.host is not None:
            story = story.host
        self.lines.append(DrawnLine(story.name, story.ordinal, kind, length))

    def add_unread(self, key: str, story: Any, detail: str) -> None:
        """Something in the open paragraph of a story that is not in the text; told once a part, at its first place."""
        self.unread.setdefault((key, story.name), Unread(key, f"{story.name}:{story.ordinal}", detail[:_DETAIL_LIMIT]))

    def add_page_number(self, story: Any, draft: ParagraphDraft, paragraph: Paragraph, shape: str | None) -> None:
        """A paragraph with a page-number field; ``shape`` is the alignment of the text box around it."""
        boxed, place = story.host is not None, paragraph.anchor(draft.page_field or 0, draft.page_field or 0)
        while story.host is not None:
            story = story.host
        offset = draft.page_field or 0
        form = next((s.format for s in paragraph.spans if s.start <= offset < s.end), None)
        apart = (shape if boxed else None) or draft.kind.frame or _tabbed(draft, paragraph)
        align = apart or paragraph.format.align or "left"
        if form is None or form.size_pt is None:
            form = self.formats.run(draft.kind, b"")
        self.page_numbers.append(FoundPageNumber(story.name, align, form, place, apart is None))


def _tabbed(draft: ParagraphDraft, paragraph: Paragraph) -> str | None:
    """Alignment of the tab stop at which the field stands, ``None`` when no tab precedes it."""
    tabs = paragraph.text[: draft.page_field].count("\t")
    if tabs and draft.tab_alignment:
        return draft.tab_alignment
    stops = [kind for _, kind in sorted(draft.kind.tabs.items()) if kind != "clear"]
    return stops[tabs - 1] if 0 < tabs <= len(stops) else None
