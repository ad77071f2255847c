"""What stands in a run and around runs: text, characters, fields, containers, alternate content.

Purpose: the half of the reading pass that adds text to the open paragraph. Limits: opens and closes no paragraph (that
is ``ooxml.story``, the subclass); formats are looked up by the raw bytes of a run's properties.

What counts as visible: results of fields but not their instructions, tracked insertions but not deletions, one branch
of an ``mc:AlternateContent``, no hidden text. A note mark is no character, and a soft hyphen none.
"""

from __future__ import annotations

from collections.abc import Callable

from vanban_lint.model import Span
from vanban_lint.ooxml.canonical import OLD_COMPATIBILITY
from vanban_lint.ooxml.containers import Alternates, Contexts, Story
from vanban_lint.ooxml.draft import ParagraphDraft
from vanban_lint.ooxml.events import EventPass, Start, attribute
from vanban_lint.ooxml.fields import Field, is_page_number
from vanban_lint.ooxml.gathering import Gathered
from vanban_lint.ooxml.symbols import readable

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


class RunReader(EventPass):
    """Adds what is visible to ``draft``, the open paragraph of ``story``."""

    def __init__(self, data: bytes, member: str, story: Story, gathered: Gathered) -> None:
        super().__init__(data, member, gathered.path)
        self.gathered = gathered
        self.formats = gathered.formats
        self.story = story
        self.draft: ParagraphDraft | None = None
        self.contexts = Contexts()
        self.run_at = -1
        self.run_raw = b""
        self._context = 0
        self._alternates = Alternates()
        self._text_at = -1
        self._preserve = False
        self._all_preserved = False

    def root_attributes(self, attributes: list[str]) -> None:
        self._all_preserved = attribute(attributes, "xml:space") == "preserve"

    def take_simple_run(self, run_at: int, text_at: int, properties: bytes, preserved: bool, text: str) -> None:
        if not (preserved or self._all_preserved):
            text = text.strip(_BLANKS)
        draft = self.draft
        if draft is None or not text:
            return
        run_format = draft.kind.runs.get(properties)
        if run_format is None or run_format.vanish or draft.pending_break is not None:
            self.run_at, self.run_raw = run_at, properties
            self.emit(text, text_at)
            return
        # The same as emit, without the calls: this is where most of the text passes.
        start = draft.length
        draft.length = end = start + len(text)
        draft.pieces.append(text)
        draft.spans.append(_new_span(Span, (start, end, run_format, run_at, text_at, self._context)))

    def miss_simple_run(self, length: int) -> None:
        if self.story.fields:
            self.story.fields[-1].hidden += length

    def emit(self, text: str, at: int) -> None:
        """Add visible text that the element at byte ``at`` of the current run provides."""
        draft = self.draft
        if draft is None:
            return
        kind = draft.kind
        run_format = kind.runs.get(self.run_raw) or self.formats.run(kind, self.run_raw)
        if run_format.vanish:
            self.gathered.add_unread("reading.hidden_text", self.story, text)
            return
        if draft.pending_break is not None:
            draft.add("\n", run_format, *draft.pending_break, self._context)
            draft.pending_break = None
        draft.add(text, run_format, self.run_at, at, self._context)

    def refresh(self) -> None:
        """Bring visibility and context in line with the open paragraph, fields and containers."""
        fields = self.story.fields
        self.takes_runs = self.draft is not None and all(field.in_result for field in fields)
        self._context = self.contexts.inside("field") if fields else self.contexts.current

    def leave(self) -> None:
        self.contexts.leave()
        self.refresh()

    # -- inside a run -----------------------------------------------------------------------------------------------

    def _run(self, attributes: list[str]) -> None:
        self.run_at = self.position()
        self.run_raw = b""

    def _run_properties(self, raw: bytes) -> None:
        self.run_raw = raw

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
            self.emit(text, self._text_at)
        elif text and self.story.fields:
            self.story.fields[-1].hidden += len(text)

    def _character(self, character: str) -> Start:
        def start(attributes: list[str]) -> None:
            if self.takes_runs:
                self.emit(character, self.position())

        return start

    def _break(self, attributes: list[str]) -> None:
        if not self.takes_runs or self.draft is None:
            return
        if attribute(attributes, "w:type") == "page":
            self.draft.page_break(self.run_at, self.position())
        else:
            self.emit("\n", self.position())

    def _rendered_break(self, attributes: list[str]) -> None:
        if self.draft is not None and self.takes_runs:
            self.draft.rendered_break()

    def _position_tab(self, attributes: list[str]) -> None:
        if self.takes_runs and self.draft is not None:
            self.draft.tab_alignment = attribute(attributes, "w:alignment")
            self.emit("\t", self.position())

    def _symbol(self, attributes: list[str]) -> None:
        try:
            code = int(attribute(attributes, "w:char") or "", 16)
        except ValueError:
            return
        if self.takes_runs:
            self.emit(readable(code, attribute(attributes, "w:font")), self.position())

    # -- fields -----------------------------------------------------------------------------------------------------

    def _field_character(self, attributes: list[str]) -> None:
        fields, kind = self.story.fields, attribute(attributes, "w:fldCharType")
        if kind == "begin":
            fields.append(Field(self.draft.length if self.draft else 0))
        elif kind == "separate" and fields:
            fields[-1].in_result = True
        elif kind == "end" and fields:
            self._mark_page_field(fields[-1].instruction, fields.pop().at)
        self.refresh()

    def _instruction(self, attributes: list[str]) -> None:
        self.collect()

    def _end_instruction(self) -> None:
        text = self.collected()
        if self.story.fields:
            self.story.fields[-1].instruction += text

    def _simple_field(self, attributes: list[str]) -> None:
        self.contexts.enter("field")
        self.refresh()
        self._mark_page_field(attribute(attributes, "w:instr") or "", self.draft.length if self.draft else 0)

    def _page_mark(self, attributes: list[str]) -> None:
        self._mark_page_field("PAGE", self.draft.length if self.draft else 0)

    def _mark_page_field(self, instruction: str, at: int) -> None:
        if self.draft is not None and is_page_number(instruction):
            self.draft.page_field = at

    # -- containers -------------------------------------------------------------------------------------------------

    def _entering(self, name: str) -> Start:
        def start(attributes: list[str]) -> None:
            self.contexts.enter(name)
            self.refresh()

        return start

    def _alternate(self, attributes: list[str]) -> None:
        self._alternates.open()

    def _choice(self, attributes: list[str]) -> None:
        if not self._alternates.take_choice(attribute(attributes, "Requires") or ""):
            self.skip(attributes)

    def _fallback(self, attributes: list[str]) -> None:
        if not self._alternates.take_fallback():
            self.skip(attributes)

    # -- dispatch ---------------------------------------------------------------------------------------------------

    def run_starts(self) -> dict[str, Start]:
        """Handlers of start tags."""
        return {
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
            **{f"{prefix}:AlternateContent": self._alternate for prefix in _COMPATIBILITY},
            **{f"{prefix}:Choice": self._choice for prefix in _COMPATIBILITY},
            **{f"{prefix}:Fallback": self._fallback for prefix in _COMPATIBILITY},
        }

    def run_ends(self) -> dict[str, Callable[[], None]]:
        """Handlers of end tags."""
        return {
            "w:t": self._end_text,
            "m:t": self._end_text,
            "w:instrText": self._end_instruction,
            **dict.fromkeys(_CONTAINERS, self.leave),
            **{f"{prefix}:AlternateContent": self._alternates.close for prefix in _COMPATIBILITY},
        }
