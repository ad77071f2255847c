"""The style sheet: document defaults, style chains and table styles, each resolved once when first asked for.

Purpose: turn styles.xml into levels of the cascade. Limits: knows no paragraph; direct formatting is laid over in
``ooxml.cascade``. Neighbours: ``ooxml.numbering`` supplies the indents of a list that a style belongs to.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

from vanban_lint.ooxml.properties import TOGGLES, Level, Theme, lay_over, paragraph_level, run_level
from vanban_lint.ooxml.xml import VAL, W, number

#: Parts of a table that a table style may format, weakest first (ECMA-376 part 1, 17.7.6).
CONDITIONS = (
    "wholeTable",
    "band1Vert",
    "band2Vert",
    "band1Horz",
    "band2Horz",
    "firstCol",
    "lastCol",
    "firstRow",
    "lastRow",
    "neCell",
    "nwCell",
    "seCell",
    "swCell",
)

ListIndent = Callable[[int, int | None, str | None], Level]


class ParagraphStyle(NamedTuple):
    """A resolved paragraph style: its paragraph and run levels through the whole chain, and its name.

    ``under`` holds what each property would be if the nearest style of the chain that states it did not.
    """

    paragraph: Level
    run: Level
    name: str | None
    under: Level


class TableStyle(NamedTuple):
    """A resolved table style: levels of each condition, band sizes and whether it draws borders."""

    levels: dict[str, tuple[Level, Level]]
    row_band: int
    column_band: int
    bordered: bool


class StyleSheet:
    """Styles of one document. A missing styles part is an empty sheet: nothing is stated."""

    def __init__(self, root: etree._Element | None, theme: Theme, list_indent: ListIndent) -> None:
        self.theme = theme
        self._list_indent = list_indent
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._default: dict[str, str] = {}
        self._paragraph_styles: dict[str, ParagraphStyle] = {}
        self._character_styles: dict[str, Level] = {}
        self._table_styles: dict[str, TableStyle] = {}
        self.default_run: Level = {}
        self.default_paragraph: Level = {}
        #: Style id -> the name that Word shows.
        self.names: dict[str, str] = {}
        if root is None:
            return
        defaults = root.find(W + "docDefaults")
        if defaults is not None:
            self.default_run = run_level(defaults.find(f"{W}rPrDefault/{W}rPr"), "defaults", theme)
            self.default_paragraph = paragraph_level(defaults.find(f"{W}pPrDefault/{W}pPr"), "defaults")
        for style in root.iterchildren(W + "style"):
            kind, style_id = style.get(W + "type", "paragraph"), style.get(W + "styleId", "")
            self._elements[kind, style_id] = style
            label = style.find(W + "name")
            if label is not None:
                self.names[style_id] = label.get(VAL, style_id)
            if style.get(W + "default", "0") in ("1", "true", "on"):
                self._default[kind] = style_id

    def default_id(self, kind: str) -> str | None:
        """Id of the default style of a kind ("paragraph", "table")."""
        return self._default.get(kind)

    def paragraph_style(self, style_id: str | None) -> ParagraphStyle:
        """A paragraph style by id; the default one for ``None`` or an unknown id."""
        if style_id is None or ("paragraph", style_id) not in self._elements:
            style_id = self._default.get("paragraph", "")
        found = self._paragraph_styles.get(style_id)
        if found is None:
            found = self._paragraph_styles[style_id] = self._resolve_paragraph(style_id)
        return found

    def character_style(self, style_id: str) -> Level:
        """Run level of a character style through its chain; empty for an unknown id."""
        found = self._character_styles.get(style_id)
        if found is None:
            found = {}
            for step_id, element in self._chain("character", style_id):
                found = {**found, **run_level(element.find(W + "rPr"), f"style:{step_id}", self.theme)}
            self._character_styles[style_id] = found
        return found

    def table_style(self, style_id: str) -> TableStyle:
        """A table style by id; one that states nothing for an unknown id."""
        found = self._table_styles.get(style_id)
        if found is None:
            found = self._table_styles[style_id] = self._resolve_table(style_id)
        return found

    def _chain(self, kind: str, style_id: str) -> list[tuple[str, etree._Element]]:
        """A style and those it is based on, the base first; a cycle is cut where it closes."""
        chain: dict[str, etree._Element] = {}
        while style_id not in chain:
            element = self._elements.get((kind, style_id))
            if element is None:
                break
            chain[style_id] = element
            based_on = element.find(W + "basedOn")
            style_id = "" if based_on is None else based_on.get(VAL, "")
        return list(reversed(chain.items()))

    def _resolve_paragraph(self, style_id: str) -> ParagraphStyle:
        paragraph: Level = {}
        run: Level = {}
        under: Level = {}
        name = None
        for step_id, element in self._chain("paragraph", style_id):
            source = f"style:{step_id}"
            own = paragraph_level(element.find(W + "pPr"), source)
            if "num_id" in own or "level" in own:
                # A style's own indents beat those of the list it joins; the list's beat the base style's.
                num_id = own.get("num_id", paragraph.get("num_id", (0, "")))[0]
                level = own["level"][0] if "level" in own else None
                paragraph = lay_over(paragraph, self._list_indent(num_id, level, step_id))
            own_run = run_level(element.find(W + "rPr"), source, self.theme)
            under |= {stated: paragraph[stated] for stated in own if stated in paragraph}
            under |= {stated: run[stated] for stated in own_run if stated in run}
            paragraph = lay_over(paragraph, own)
            run = {**run, **own_run}
            name = self.names.get(step_id)
        return ParagraphStyle(paragraph, run, name, under)

    def _resolve_table(self, style_id: str) -> TableStyle:
        levels: dict[str, tuple[Level, Level]] = {}
        row_band = column_band = 1
        bordered = False
        for step_id, element in self._chain("table", style_id):
            source = f"table-style:{step_id}"
            pieces = [("wholeTable", element)]
            pieces += [(piece.get(W + "type", ""), piece) for piece in element.iterchildren(W + "tblStylePr")]
            for condition, piece in pieces:
                below = levels.get(condition, ({}, {}))
                paragraph = lay_over(below[0], paragraph_level(piece.find(W + "pPr"), source))
                run = {**below[1], **run_level(piece.find(W + "rPr"), source, self.theme)}
                if paragraph or run:
                    levels[condition] = (paragraph, run)
            table = element.find(W + "tblPr")
            if table is not None:
                row_band = _value(table, "tblStyleRowBandSize") or row_band
                column_band = _value(table, "tblStyleColBandSize") or column_band
                borders = table.find(W + "tblBorders")
                bordered = bordered if borders is None else has_borders(borders)
        return TableStyle(levels, row_band, column_band, bordered)


def combine_runs(defaults: Level, styles: tuple[Level, ...], direct: Level) -> Level:
    """The effective run level. ``styles`` are the table, paragraph and character style, in this order.

    A toggle that the defaults switch on stays on; otherwise the style levels switch it against each other; what the run
    itself states is absolute (17.7.3).
    """
    merged = dict(defaults)
    for style in styles:
        merged.update(style)
    merged.update(direct)
    for name in TOGGLES:
        if name not in merged or name in direct:
            continue
        if name in defaults and defaults[name][0]:
            merged[name] = defaults[name]
        else:
            stated = [style[name] for style in styles if name in style]
            if len(stated) > 1:
                merged[name] = (sum(value for value, _ in stated) % 2 == 1, stated[-1][1])
    return merged


def has_borders(borders: etree._Element) -> bool:
    """Whether a ``w:tblBorders`` draws any line."""
    return any(side.get(VAL) not in (None, "none", "nil") for side in borders)


def _value(parent: etree._Element, name: str) -> int | None:
    child = parent.find(W + name)
    return None if child is None else number(child.get(VAL))
