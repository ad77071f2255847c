"""The reading pass: one run of expat over a part, giving paragraphs with the byte offset of every run and text.

Purpose: document.xml, a header, a footer or the notes to ``Part`` values; text boxes become parts of their own. Limits:
parts in the usual spelling (``ooxml.canonical``); formats are looked up, not computed (``ooxml.cascade``). Neighbours:
``ooxml.reader`` runs it over all parts, ``ooxml.drawings`` and ``ooxml.tables`` hold what concerns them.

An automatic number is the label of its paragraph, not text; the text that counts is in ``ooxml.runs``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from vanban_lint.model import Anchor, CellPosition, Part, Table
from vanban_lint.ooxml.containers import Story
from vanban_lint.ooxml.draft import ParagraphDraft
from vanban_lint.ooxml.drawings import Drawings
from vanban_lint.ooxml.events import Start, attribute
from vanban_lint.ooxml.gathering import Gathered
from vanban_lint.ooxml.runs import RunReader
from vanban_lint.ooxml.tables import TableDraft

_IGNORED_PROPERTIES = ("w:sdtPr", "w:sdtEndPr", "w:smartTagPr", "w:customXmlPr", "w:tblPrEx")


class StoryReader(RunReader):
    """Reads one part. ``gathered`` collects what belongs to the whole document."""

    def __init__(self, data: bytes, member: str, name: str, kind: str, gathered: Gathered) -> None:
        super().__init__(data, member, Story(name, kind), gathered)
        self._drawings = Drawings(self)
        self.starts = {**self.run_starts(), **self._start_handlers(), **self._drawings.handlers}
        self.ends = {**self.run_ends(), **self._end_handlers()}

    def read(self) -> Part:
        """The part; text boxes go to ``gathered``. UnreadableError: reading.dtd, reading.too_deep, reading.bad_xml."""
        self.run()
        del self._drawings  # it refers back: the reader would wait for the next collection of garbage
        return self._finish(self.story)

    # -- paragraphs -------------------------------------------------------------------------------------------------

    def _paragraph(self, attributes: list[str]) -> None:
        if self.draft is not None:
            self._end_paragraph()  # a paragraph directly in a paragraph: no valid file has it
        story = self.story
        cell: tuple[CellPosition, ...] = ()
        place = None
        if story.open_tables:
            table = story.open_tables[-1]
            cell, place = table.path(), table.place()
        kind = self.formats.paragraph(b"", place)
        self.draft = ParagraphDraft(self.position(), kind, cell, story.break_next)
        story.break_next = False
        self.refresh()

    def take_paragraph_properties(self, raw: bytes) -> None:
        draft, story = self.draft, self.story
        if draft is None:
            return
        place = story.open_tables[-1].place() if story.open_tables else None
        draft.kind = kind = self.formats.paragraph(raw, place)
        self._label(draft)
        if kind.format.border_top or kind.format.border_bottom:
            self.add_line("border", None)

    def _label(self, draft: ParagraphDraft) -> None:
        draft.labelled = True
        if draft.kind.num_id and not draft.kind.mark_deleted:
            draft.label = self.gathered.counters.label(draft.kind.num_id, draft.kind.level)

    def _end_paragraph(self) -> None:
        draft, story = self.draft, self.story
        if draft is None:
            return
        if not draft.labelled:
            self._label(draft)
        end = self.position()
        if self.data.startswith(b"</w:p", end):
            end = self.data.find(b">", end) + 1
        gathered = self.gathered
        paragraph = draft.finish(story.name, story.ordinal, end, gathered.section)
        if draft.page_field is not None:
            gathered.add_page_number(self.story, draft, paragraph, self._drawings.align)
        if not (draft.kind.mark_deleted and not paragraph.text and draft.kind.section is None):
            story.paragraphs.append(paragraph)  # else a tracked change takes it away, end and all
        story.break_next = draft.pending_break is not None
        if draft.kind.section is not None and story.kind == "body":
            gathered.add_section(draft.kind.section, story.ordinal - 1)
        self.draft = None
        self.takes_runs = False

    def _finish(self, story: Story) -> Part:
        while story.open_tables:
            self._end_table()
        hidden = sum(field.hidden for field in story.fields)
        if hidden:
            self.gathered.add_unread("reading.field", story, "")
        return Part(
            story.name,
            story.kind,
            tuple(story.paragraphs),
            tuple(sorted(story.tables, key=_table_number)),
            story.anchor,
            tuple(self.contexts.paths),
            self.member,
        )

    def _note(self, attributes: list[str]) -> None:
        if attribute(attributes, "w:type") not in (None, "normal"):
            self.skip(attributes)  # the rule above the notes

    # -- text boxes and graphics ------------------------------------------------------------------------------------

    def _box(self, attributes: list[str]) -> None:
        host = self.story
        host.draft = self.draft
        anchor = Anchor(host.name, host.ordinal, *(2 * (self.draft.length if self.draft else 0,)))
        self.story = Story(self.gathered.next_box(), "box", host, anchor)
        self.contexts.enter_box()
        self.draft = None
        self.refresh()

    def _end_box(self) -> None:
        box, host = self.story, self.story.host
        if host is None:
            return
        if self.draft is not None:
            self._end_paragraph()
        self.gathered.add_box(self._finish(box))
        self.story, self.draft = host, host.draft
        self.leave()

    def add_word_art(self, text: str) -> None:
        self._box([])
        self._paragraph([])
        self.run_raw, self.run_at = b"", -1
        self.emit(text, -1)
        self._end_paragraph()
        self._end_box()

    def add_line(self, kind: str, length: int | None) -> None:
        self.gathered.add_line(self.story, kind, length)

    def add_unread(self, key: str) -> None:
        self.gathered.add_unread(key, self.story, "")

    def add_drawing(self) -> None:
        if self.draft is not None:
            self.draft.has_drawing = True

    def _unreadable(self, key: str) -> Start:
        return lambda attributes: self.add_unread(key)

    # -- tables and sections ----------------------------------------------------------------------------------------

    def _table(self, attributes: list[str]) -> None:
        story = self.story
        parent = story.open_tables[-1].path() if story.open_tables else ()
        number = len(story.tables) + len(story.open_tables) + 1
        story.open_tables.append(TableDraft(number, story.ordinal, parent))

    def _end_table(self) -> None:
        story = self.story
        if story.open_tables:
            story.tables.append(story.open_tables.pop().finish(story.ordinal - 1))

    def _table_properties(self, raw: bytes) -> None:
        if self.story.open_tables:
            self.story.open_tables[-1].properties(self._element(raw), self.formats.sheet)

    def _table_grid(self, raw: bytes) -> None:
        if self.story.open_tables:
            self.story.open_tables[-1].grid = raw.partition(b"Change")[0].count(b"<w:gridCol")

    def _row(self, attributes: list[str]) -> None:
        if self.story.open_tables:
            self.story.open_tables[-1].row(self.data, self.position())

    def _row_properties(self, raw: bytes) -> None:
        if self.story.open_tables:
            self.story.open_tables[-1].row_properties(self._element(raw))

    def _cell(self, attributes: list[str]) -> None:
        if self.story.open_tables:
            self.story.open_tables[-1].cell()

    def _cell_properties(self, raw: bytes) -> None:
        if self.story.open_tables:
            self.story.open_tables[-1].cell_properties(self._element(raw))

    def _element(self, raw: bytes) -> Any:
        return self.gathered.element(raw)

    def _section(self, raw: bytes) -> None:
        if self.story.kind == "body":
            self.gathered.add_section(self._element(raw), self.story.ordinal - 1)

    # -- dispatch ---------------------------------------------------------------------------------------------------

    def _start_handlers(self) -> dict[str, Start]:
        return {
            "w:p": self._paragraph,
            "w:pPr": self.capturing("w:pPr", self.take_paragraph_properties),
            "w:footnote": self._note,
            "w:endnote": self._note,
            "w:txbxContent": self._box,
            "w:tbl": self._table,
            "w:tblPr": self.capturing("w:tblPr", self._table_properties),
            "w:tblGrid": self.capturing("w:tblGrid", self._table_grid),
            "w:tr": self._row,
            "w:trPr": self.capturing("w:trPr", self._row_properties),
            "w:tc": self._cell,
            "w:tcPr": self.capturing("w:tcPr", self._cell_properties),
            "w:sectPr": self.capturing("w:sectPr", self._section),
            "w:altChunk": self._unreadable("reading.embedded"),
            "w:subDoc": self._unreadable("reading.embedded"),
            **{name: self.capturing(name, None) for name in _IGNORED_PROPERTIES},
        }

    def _end_handlers(self) -> dict[str, Callable[[], None]]:
        return {
            "w:p": self._end_paragraph,
            "w:txbxContent": self._end_box,
            "w:tbl": self._end_table,
        }


def _table_number(table: Table) -> int:
    return table.number
