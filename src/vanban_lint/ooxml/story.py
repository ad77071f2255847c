"""The reading pass: one run of expat over a part, giving paragraphs with the byte offset of every run and text.

Purpose: document.xml, a header, a footer or the notes to ``Part`` values; text boxes become parts of their own. Limits:
parts in the usual spelling (``ooxml.canonical``); formats are looked up, not computed (``ooxml.cascade``). Neighbours:
``ooxml.reader`` runs it over all parts, ``ooxml.drawings`` and ``ooxml.tables`` hold what concerns them.

What counts as visible: results of fields but not their instructions, tracked insertions but not deletions, one branch
of an ``mc:AlternateContent``, no hidden text. An automatic number is a label, a note mark is no character.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from vanban_lint.model import Anchor, CellPosition, Part, Span, Table
from vanban_lint.ooxml.canonical import OLD_COMPATIBILITY
from vanban_lint.ooxml.containers import Alternates, Contexts, Story
from vanban_lint.ooxml.draft import ParagraphDraft
from vanban_lint.ooxml.drawings import Drawings
from vanban_lint.ooxml.events import EventPass, Start, attribute
from vanban_lint.ooxml.fields import Field, is_page_number
from vanban_lint.ooxml.gathering import Gathered
from vanban_lint.ooxml.symbols import readable
from vanban_lint.ooxml.tables import TableDraft

_BLANKS = " \t\r\n"
_new_span = tuple.__new__
_COMPATIBILITY = ("mc", OLD_COMPATIBILITY)
_CONTAINERS = {
    "w:ins": "ins",
    "w:moveTo": "moveTo",
    "w:hyperlink": "hyperlink",
    "w:sdt": "sdt",
    "w:smartTag": "smartTag",
    "w:customXml": "customXml",
    "w:fldSimple": "field",
}
_SKIPPED = ("w:del", "w:moveFrom", "w:delText", "w:delInstrText")
_IGNORED_PROPERTIES = ("w:sdtPr", "w:sdtEndPr", "w:smartTagPr", "w:customXmlPr", "w:tblPrEx")


class StoryReader(EventPass):
    """Reads one part. ``gathered`` collects what belongs to the whole document."""

    def __init__(self, data: bytes, member: str, name: str, kind: str, gathered: Gathered) -> None:
        super().__init__(data, member, gathered.path)
        self._gathered = gathered
        self._formats = gathered.formats
        self._story = Story(name, kind)
        self._draft: ParagraphDraft | None = None
        self._run_at = -1
        self._run_raw = b""
        self._contexts = Contexts()
        self._context = 0
        self._alternates = Alternates()
        self._text_at = -1
        self._preserve = False
        self._all_preserved = False
        self._drawings = Drawings(self)
        self.starts = self._start_handlers()
        self.ends = self._end_handlers()

    def read(self) -> Part:
        """The part; text boxes go to ``gathered``. UnreadableError: reading.dtd, reading.too_deep, reading.bad_xml."""
        self.run()
        del self._drawings  # it refers back: the reader would wait for the next collection of garbage
        return self._finish(self._story)

    def root_attributes(self, attributes: list[str]) -> None:
        self._all_preserved = attribute(attributes, "xml:space") == "preserve"

    def take_simple_run(self, run_at: int, text_at: int, properties: bytes, preserved: bool, text: str) -> None:
        self._run_at, self._run_raw = run_at, properties
        if not (preserved or self._all_preserved):
            text = text.strip(_BLANKS)
            if not text:
                return
        draft = self._draft
        if draft is None:
            return
        run_format = draft.kind.runs.get(properties)
        if run_format is None or run_format.vanish or draft.pending_break:
            self._emit(text, text_at)
            return
        # The same as _emit, without the call: this is where most of the text passes.
        start = draft.length
        draft.length = end = start + len(text)
        draft.pieces.append(text)
        draft.spans.append(_new_span(Span, (start, end, run_format, run_at, text_at, self._context)))

    def miss_simple_run(self, length: int) -> None:
        if self._story.fields:
            self._story.fields[-1].hidden += length

    # -- paragraphs -------------------------------------------------------------------------------------------------

    def _paragraph(self, attributes: list[str]) -> None:
        if self._draft is not None:
            self._end_paragraph()  # a paragraph directly in a paragraph: no valid file has it
        story = self._story
        cell: tuple[CellPosition, ...] = ()
        place = None
        if story.open_tables:
            table = story.open_tables[-1]
            cell, place = table.path(), table.place()
        kind = self._formats.paragraph(b"", place)
        self._draft = ParagraphDraft(self.position(), kind, cell, story.break_next)
        story.break_next = False
        self._refresh()

    def _paragraph_properties(self, raw: bytes) -> None:
        draft, story = self._draft, self._story
        if draft is None:
            return
        place = story.open_tables[-1].place() if story.open_tables else None
        draft.kind = kind = self._formats.paragraph(raw, place)
        self._label(draft)
        if kind.format.border_top or kind.format.border_bottom:
            self.add_line("border", None)

    def _label(self, draft: ParagraphDraft) -> None:
        draft.labelled = True
        if draft.kind.num_id and not draft.kind.mark_deleted:
            draft.label = self._gathered.counters.label(draft.kind.num_id, draft.kind.level)

    def _end_paragraph(self) -> None:
        draft, story = self._draft, self._story
        if draft is None:
            return
        if not draft.labelled:
            self._label(draft)
        end = self.position()
        if self.data.startswith(b"</w:p", end):
            end = self.data.find(b">", end) + 1
        gathered = self._gathered
        paragraph = draft.finish(story.name, story.ordinal, end, gathered.section)
        if draft.page_field is not None:
            gathered.add_page_number(self._story, draft, paragraph, self._drawings.align)
        story.paragraphs.append(paragraph)
        story.break_next = draft.pending_break
        if draft.kind.section is not None and story.kind == "body":
            gathered.add_section(draft.kind.section, story.ordinal - 1)
        self._draft = None
        self.takes_runs = False

    def _emit(self, text: str, at: int) -> None:
        """Add visible text that the element at byte ``at`` of the current run provides."""
        draft = self._draft
        if draft is None:
            return
        kind = draft.kind
        run_format = kind.runs.get(self._run_raw) or self._formats.run(kind, self._run_raw)
        if run_format.vanish:
            self._gathered.add_unread("reading.hidden_text", self._story, text)
            return
        start = draft.length
        if draft.pending_break:
            draft.pending_break = False
            text = "\n" + text
        draft.length = end = start + len(text)
        draft.pieces.append(text)
        draft.spans.append(Span(start, end, run_format, self._run_at, at, self._context))

    def _finish(self, story: Story) -> Part:
        while story.open_tables:
            self._end_table()
        hidden = sum(field.hidden for field in story.fields)
        if hidden:
            self._gathered.add_unread("reading.field", story, "")
        return Part(
            story.name,
            story.kind,
            tuple(story.paragraphs),
            tuple(sorted(story.tables, key=_table_number)),
            story.anchor,
            tuple(self._contexts.paths),
            self.member,
        )

    # -- inside a run -----------------------------------------------------------------------------------------------

    def _run(self, attributes: list[str]) -> None:
        self._run_at = self.position()
        self._run_raw = b""

    def _run_properties(self, raw: bytes) -> None:
        self._run_raw = raw

    def _text(self, attributes: list[str]) -> None:
        self._text_at = self.position()
        self._preserve = self._all_preserved or attribute(attributes, "xml:space") == "preserve"
        self.collect()

    def _end_text(self) -> None:
        text = self.collected()
        if not self._preserve:
            text = text.strip(_BLANKS)
        text = text.replace("\n", " ")
        if text and self.takes_runs:
            self._emit(text, self._text_at)
        elif text and self._story.fields:
            self._story.fields[-1].hidden += len(text)

    def _character(self, character: str) -> Start:
        def start(attributes: list[str]) -> None:
            if self.takes_runs:
                self._emit(character, self.position())

        return start

    def _break(self, attributes: list[str]) -> None:
        if not self.takes_runs or self._draft is None:
            return
        if attribute(attributes, "w:type") == "page":
            self._draft.page_break()
        else:
            self._emit("\n", self.position())

    def _rendered_break(self, attributes: list[str]) -> None:
        if self._draft is not None and self.takes_runs:
            self._draft.rendered_break()

    def _position_tab(self, attributes: list[str]) -> None:
        if self.takes_runs and self._draft is not None:
            self._draft.tab_alignment = attribute(attributes, "w:alignment")
            self._emit("\t", self.position())

    def _symbol(self, attributes: list[str]) -> None:
        try:
            code = int(attribute(attributes, "w:char") or "", 16)
        except ValueError:
            return
        if self.takes_runs:
            self._emit(readable(code, attribute(attributes, "w:font")), self.position())

    # -- fields -----------------------------------------------------------------------------------------------------

    def _field_character(self, attributes: list[str]) -> None:
        fields, kind = self._story.fields, attribute(attributes, "w:fldCharType")
        if kind == "begin":
            fields.append(Field(self._draft.length if self._draft else 0))
        elif kind == "separate" and fields:
            fields[-1].in_result = True
        elif kind == "end" and fields:
            self._mark_page_field(fields[-1].instruction, fields.pop().at)
        self._refresh()

    def _instruction(self, attributes: list[str]) -> None:
        self.collect()

    def _end_instruction(self) -> None:
        text = self.collected()
        if self._story.fields:
            self._story.fields[-1].instruction += text

    def _simple_field(self, attributes: list[str]) -> None:
        self._contexts.enter("field")
        self._refresh()
        self._mark_page_field(attribute(attributes, "w:instr") or "", self._draft.length if self._draft else 0)

    def _page_mark(self, attributes: list[str]) -> None:
        self._mark_page_field("PAGE", self._draft.length if self._draft else 0)

    def _mark_page_field(self, instruction: str, at: int) -> None:
        if self._draft is not None and is_page_number(instruction):
            self._draft.page_field = at

    def _refresh(self) -> None:
        """Bring visibility and context in line with the open fields and containers."""
        fields = self._story.fields
        self.takes_runs = self._draft is not None and all(field.in_result for field in fields)
        self._context = self._contexts.inside("field") if fields else self._contexts.current

    # -- containers -------------------------------------------------------------------------------------------------

    def _entering(self, name: str) -> Start:
        def start(attributes: list[str]) -> None:
            self._contexts.enter(name)
            self._refresh()

        return start

    def _leave(self) -> None:
        self._contexts.leave()
        self._refresh()

    def _alternate(self, attributes: list[str]) -> None:
        self._alternates.open()

    def _choice(self, attributes: list[str]) -> None:
        if not self._alternates.take_choice(attribute(attributes, "Requires") or ""):
            self.skip(attributes)

    def _fallback(self, attributes: list[str]) -> None:
        if not self._alternates.take_fallback():
            self.skip(attributes)

    def _note(self, attributes: list[str]) -> None:
        if attribute(attributes, "w:type") not in (None, "normal"):
            self.skip(attributes)  # the rule above the notes

    # -- text boxes and graphics ------------------------------------------------------------------------------------

    def _box(self, attributes: list[str]) -> None:
        host = self._story
        host.draft = self._draft
        anchor = Anchor(host.name, host.ordinal, *(2 * (self._draft.length if self._draft else 0,)))
        self._story = Story(self._gathered.next_box(), "box", host, anchor)
        self._contexts.enter_box()
        self._draft = None
        self._refresh()

    def _end_box(self) -> None:
        box, host = self._story, self._story.host
        if host is None:
            return
        if self._draft is not None:
            self._end_paragraph()
        self._gathered.add_box(self._finish(box))
        self._story, self._draft = host, host.draft
        self._leave()

    def add_word_art(self, text: str) -> None:
        self._box([])
        self._paragraph([])
        self._run_raw, self._run_at = b"", -1
        self._emit(text, -1)
        self._end_paragraph()
        self._end_box()

    def add_line(self, kind: str, length: int | None) -> None:
        self._gathered.add_line(self._story, kind, length)

    def add_unread(self, key: str) -> None:
        self._gathered.add_unread(key, self._story, "")

    def add_drawing(self) -> None:
        if self._draft is not None:
            self._draft.has_drawing = True

    def _unreadable(self, key: str) -> Start:
        return lambda attributes: self.add_unread(key)

    # -- tables and sections ----------------------------------------------------------------------------------------

    def _table(self, attributes: list[str]) -> None:
        story = self._story
        parent = story.open_tables[-1].path() if story.open_tables else ()
        number = len(story.tables) + len(story.open_tables) + 1
        story.open_tables.append(TableDraft(number, story.ordinal, parent))

    def _end_table(self) -> None:
        story = self._story
        if story.open_tables:
            story.tables.append(story.open_tables.pop().finish(story.ordinal - 1))

    def _table_properties(self, raw: bytes) -> None:
        if self._story.open_tables:
            self._story.open_tables[-1].properties(self._element(raw), self._formats.sheet)

    def _table_grid(self, raw: bytes) -> None:
        if self._story.open_tables:
            self._story.open_tables[-1].grid = raw.partition(b"Change")[0].count(b"<w:gridCol")

    def _row(self, attributes: list[str]) -> None:
        if self._story.open_tables:
            self._story.open_tables[-1].row(self.data, self.position())

    def _row_properties(self, raw: bytes) -> None:
        if self._story.open_tables:
            self._story.open_tables[-1].row_properties(self._element(raw))

    def _cell(self, attributes: list[str]) -> None:
        if self._story.open_tables:
            self._story.open_tables[-1].cell()

    def _cell_properties(self, raw: bytes) -> None:
        if self._story.open_tables:
            self._story.open_tables[-1].cell_properties(self._element(raw))

    def _element(self, raw: bytes) -> Any:
        return self._gathered.element(raw)

    def _section(self, raw: bytes) -> None:
        if self._story.kind == "body":
            self._gathered.add_section(self._element(raw), self._story.ordinal - 1)

    # -- dispatch ---------------------------------------------------------------------------------------------------

    def _start_handlers(self) -> dict[str, Start]:
        return {
            "w:p": self._paragraph,
            "w:pPr": self.capturing("w:pPr", self._paragraph_properties),
            "w:r": self._run,
            "w:rPr": self.capturing("w:rPr", self._run_properties),
            "w:t": self._text,
            "m:t": self._text,
            "w:tab": self._character("\t"),
            "w:br": self._break,
            "w:cr": self._character("\n"),
            "w:noBreakHyphen": self._character("-"),
            "w:ptab": self._position_tab,
            "w:sym": self._symbol,
            "w:lastRenderedPageBreak": self._rendered_break,
            "w:pgNum": self._page_mark,
            "w:fldChar": self._field_character,
            "w:instrText": self._instruction,
            **{name: self._entering(context) for name, context in _CONTAINERS.items()},
            "w:fldSimple": self._simple_field,
            **dict.fromkeys(_SKIPPED, self.skip),
            **{name: self.capturing(name, None) for name in _IGNORED_PROPERTIES},
            **{f"{prefix}:AlternateContent": self._alternate for prefix in _COMPATIBILITY},
            **{f"{prefix}:Choice": self._choice for prefix in _COMPATIBILITY},
            **{f"{prefix}:Fallback": self._fallback for prefix in _COMPATIBILITY},
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
            **self._drawings.handlers,
        }

    def _end_handlers(self) -> dict[str, Callable[[], None]]:
        return {
            "w:p": self._end_paragraph,
            "w:t": self._end_text,
            "m:t": self._end_text,
            "w:instrText": self._end_instruction,
            **dict.fromkeys(_CONTAINERS, self._leave),
            **{f"{prefix}:AlternateContent": self._alternates.close for prefix in _COMPATIBILITY},
            "w:txbxContent": self._end_box,
            "w:tbl": self._end_table,
        }


def _table_number(table: Table) -> int:
    return table.number
