"""Effective formats: defaults, table style, paragraph style, list, character style and direct formatting laid together.

Purpose: one ``ParagraphKind`` for each distinct ``w:pPr`` in a place, with the formats of its runs; both are looked up
by the raw bytes of the element, so that a document of thousands of runs resolves a few dozen formats. Limits: no text.
Neighbours: ``ooxml.styles`` resolves styles, ``ooxml.story`` asks.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from vanban_lint.model import PLAIN_PARAGRAPH, PLAIN_RUN, ParagraphFormat, RunFormat
from vanban_lint.model.format import Beneath, Provenance
from vanban_lint.ooxml.numbering import Numbering
from vanban_lint.ooxml.properties import TAB_STOPS, TOGGLES, Level, lay_over, paragraph_level, run_level
from vanban_lint.ooxml.styles import CONDITIONS, ParagraphStyle, StyleSheet, combine_runs
from vanban_lint.ooxml.xml import W, fragment, number

_RUN_FIELDS = (
    "font",
    "size_pt",
    "bold",
    "italic",
    "caps",
    "small_caps",
    "underline",
    "strike",
    "color",
    "vanish",
    "vertical",
    "font_beyond_ascii",
)
_PARAGRAPH_FIELDS = (
    "align",
    "indent_left",
    "indent_right",
    "first_line",
    "space_before",
    "space_after",
    "line_rule",
    "line",
    "keep_next",
    "keep_lines",
    "page_break_before",
    "outline_level",
    "border_top",
    "border_bottom",
)
_MAX_KINDS = 5_000
_CONDITION_BITS = (
    "firstRow",
    "lastRow",
    "firstCol",
    "lastCol",
    "band1Vert",
    "band2Vert",
    "band1Horz",
    "band2Horz",
    "neCell",
    "nwCell",
    "seCell",
    "swCell",
)


class TablePlace(NamedTuple):
    """What a table style may act on: its id and the conditions that hold in one cell."""

    style: str
    conditions: frozenset[str]


class ParagraphKind:
    """Everything that paragraphs with the same properties in the same place share.

    ``runs`` maps the raw bytes of a ``w:rPr`` (empty for none) to the effective format, ``base`` holds the run level
    of the table style and the paragraph style. ``section`` is the ``w:sectPr`` that ends a section here;
    ``mark_deleted`` a tracked deletion of the paragraph mark.
    """

    __slots__ = (
        "base",
        "format",
        "frame",
        "level",
        "mark_deleted",
        "num_id",
        "runs",
        "section",
        "tabs",
    )

    def __init__(self, formats: Formats, raw: bytes, place: TablePlace | None) -> None:
        element: Any = fragment(raw) if raw else None
        # Looking for rare elements in the bytes first is cheaper than asking the tree.
        self.section: Any = element.find(W + "sectPr") if b"<w:sectPr" in raw else None
        self.mark_deleted = (b"<w:del" in raw or b"<w:moveFrom" in raw) and _is_mark_deleted(element)
        direct = paragraph_level(element, "direct")
        style_id = direct["pStyle"][0] if "pStyle" in direct else None
        style = formats.sheet.paragraph_style(style_id)
        if place is not None and b"<w:cnfStyle" in raw:
            place = _with_own_conditions(element, place)
        table_paragraph, table_run = formats.table_levels(place)
        merged = lay_over(lay_over(formats.sheet.default_paragraph, table_paragraph), style.paragraph)
        listed: Level = {}
        if "num_id" in direct or "level" in direct:
            num_id = direct.get("num_id", merged.get("num_id", (0, "")))[0]
            level = direct["level"][0] if "level" in direct else None
            listed = formats.numbering.indent(num_id, level, None)
            merged = lay_over(merged, listed)
        merged = lay_over(merged, direct)
        layers = (direct, listed, style.paragraph, style.under, table_paragraph, formats.sheet.default_paragraph)
        style_id_shown = style_id or formats.sheet.default_id("paragraph")
        self.format = _paragraph_format(merged, layers, style_id_shown, style.name)
        self.num_id, self.level = _list_place(formats.numbering, merged)
        self.tabs: dict[int, str] = merged.get(TAB_STOPS, ({}, ""))[0]
        self.frame: str | None = merged.get("frame", (None, ""))[0]
        self.base = (table_run, style)
        # Paragraphs of one style in one place share their runs' formats.
        self.runs = formats.run_caches.setdefault((style_id, place), {})


class Formats:
    """Resolver for all documents with the same styles, theme and lists; it holds nothing of any document."""

    def __init__(self, sheet: StyleSheet, numbering: Numbering) -> None:
        self.sheet = sheet
        self.numbering = numbering
        self.run_caches: dict[tuple[str | None, TablePlace | None], dict[bytes, RunFormat]] = {}
        self._kinds: dict[tuple[bytes, TablePlace | None], ParagraphKind] = {}
        self._tables: dict[TablePlace, tuple[Level, Level]] = {}
        self._interned: dict[Any, Any] = {}

    def paragraph(self, raw: bytes, place: TablePlace | None) -> ParagraphKind:
        """The kind of a paragraph with these raw properties in this place of a table."""
        kind = self._kinds.get((raw, place))
        if kind is None:
            if len(self._kinds) >= _MAX_KINDS:
                self._forget()
            kind = self._kinds[raw, place] = ParagraphKind(self, raw, place)
        return kind

    def _forget(self) -> None:
        """Start the caches anew: a long run over many documents must not grow without end."""
        self._kinds.clear()
        self._interned.clear()
        self.run_caches.clear()

    def table_levels(self, place: TablePlace | None) -> tuple[Level, Level]:
        """Paragraph and run level that the table style brings to a cell."""
        if place is None:
            return {}, {}
        found = self._tables.get(place)
        if found is None:
            paragraph: Level = {}
            run: Level = {}
            levels = self.sheet.table_style(place.style).levels
            for condition in CONDITIONS:
                if condition in levels and (condition == "wholeTable" or condition in place.conditions):
                    paragraph = lay_over(paragraph, levels[condition][0])
                    run = {**run, **levels[condition][1]}
            found = self._tables[place] = (paragraph, run)
        return found

    def run(self, kind: ParagraphKind, raw: bytes) -> RunFormat:
        """Effective format of a run with these raw properties in a paragraph of this kind."""
        found = kind.runs.get(raw)
        if found is None:
            found = kind.runs[raw] = self._resolve_run(kind.base, raw)
        return found

    def _resolve_run(self, base: tuple[Level, ParagraphStyle], raw: bytes) -> RunFormat:
        direct: Level = {}
        if raw:
            direct = run_level(fragment(raw), "direct", self.sheet.theme)
        style_id = direct["rStyle"][0] if "rStyle" in direct else None
        character = self.sheet.character_style(style_id) if style_id else {}
        table, style = base
        defaults, styles = self.sheet.default_run, (table, style.run, character)
        merged = combine_runs(defaults, styles, direct)
        if not merged:
            return PLAIN_RUN
        layers: tuple[Level, ...] = (direct, character, style.run, style.under, table, defaults)
        if any(name in direct for name in TOGGLES):
            switched = combine_runs(defaults, styles, {})
            layers = (direct, {name: switched[name] for name in TOGGLES if name in switched}, *layers[1:])
        values = {name: merged[name][0] for name in _RUN_FIELDS if name in merged}
        if values.get("font_beyond_ascii") == values.get("font"):
            values.pop("font_beyond_ascii", None)
        provenance, beneath = _provenance(merged, _RUN_FIELDS), _beneath(layers, _RUN_FIELDS)
        result = RunFormat(**values, style=style_id, provenance=provenance, beneath=beneath)
        # Equal formats are one object: checks may compare by identity, and the model stays small.
        interned: RunFormat = self._interned.setdefault(result, result)
        return interned


def conditions_of(mask: str) -> frozenset[str]:
    """Conditions in a ``w:cnfStyle`` value, a row of twelve binary digits."""
    return frozenset(name for name, bit in zip(_CONDITION_BITS, mask, strict=False) if bit == "1")


def _with_own_conditions(element: Any, place: TablePlace) -> TablePlace:
    """Place with the conditions that the paragraph itself states, as Word writes them."""
    mark = element.find(W + "cnfStyle")
    stated = frozenset() if mark is None else conditions_of(mark.get(W + "val", ""))
    return place._replace(conditions=place.conditions | stated)


def _paragraph_format(
    merged: Level, layers: tuple[Level, ...], style_id: str | None, name: str | None
) -> ParagraphFormat:
    if not merged and style_id is None:
        return PLAIN_PARAGRAPH
    values = {field: merged[field][0] for field in _PARAGRAPH_FIELDS if field in merged}
    provenance, beneath = _provenance(merged, _PARAGRAPH_FIELDS), _beneath(layers, _PARAGRAPH_FIELDS)
    return ParagraphFormat(**values, style=style_id, style_name=name, provenance=provenance, beneath=beneath)


def _list_place(numbering: Numbering, merged: Level) -> tuple[int, int]:
    """List id (0 for none) and level of a paragraph."""
    num_id, source = merged.get("num_id", (0, ""))
    if not num_id:
        return 0, 0
    level, level_source = merged.get("level", (None, ""))
    style = source.removeprefix("style:") if source.startswith("style:") else None
    if style is not None and level_source == "direct":
        style = None
    return num_id, numbering.level_of(num_id, level, style)


def _provenance(merged: Level, names: tuple[str, ...]) -> Provenance:
    return tuple((name, merged[name][1]) for name in names if name in merged)


def _beneath(layers: tuple[Level, ...], names: tuple[str, ...]) -> Beneath:
    """The second statement of each property from the top, where there is one."""
    found = []
    for name in names:
        statements = (layer[name] for layer in layers if name in layer)
        next(statements, None)
        second = next(statements, None)
        if second is not None:
            found.append((name, *second))
    return tuple(found)


def _is_mark_deleted(element: Any) -> bool:
    mark = element.find(W + "rPr")
    return mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None)


def grid_value(element: Any, name: str) -> int:
    """A count such as gridSpan or gridBefore in a row's or cell's properties, 0 when it is not stated."""
    child = None if element is None else element.find(W + name)
    value = None if child is None else number(child.get(W + "val"))
    return max(0, min(value or 0, 1024))
