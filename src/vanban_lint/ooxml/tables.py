"""Tables while they are being read: where a cell stands and which parts of the table style hold in it.

Purpose: cell positions and table places for the paragraphs inside. Limits: no text. Neighbour: ``ooxml.story``.
"""

from __future__ import annotations

import re
from typing import Any

from vanban_lint.model import CellPosition, Table
from vanban_lint.ooxml.cascade import TablePlace, conditions_of, grid_value
from vanban_lint.ooxml.styles import StyleSheet, has_borders
from vanban_lint.ooxml.xml import VAL, W

_ROW_OR_TABLE = re.compile(rb"<(/?)w:(tr|tbl)[\s/>]")
#: Bits of ``w:tblLook/@w:val``, used when its separate attributes are absent.
_LOOK_BITS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}


class TableDraft:
    """An open table. ``first`` is the ordinal of its first paragraph."""

    __slots__ = (
        "_cell_conditions",
        "_column",
        "_columns",
        "_last_row",
        "_look",
        "_path",
        "_place",
        "_row",
        "_row_conditions",
        "_span",
        "_style",
        "_style_id",
        "bordered",
        "first",
        "grid",
        "number",
        "parent",
    )

    def __init__(self, number: int, first: int, parent: tuple[CellPosition, ...]) -> None:
        self.number = number
        self.first = first
        self.parent = parent
        self.grid = 0
        self.bordered = False
        self._row = self._column = self._columns = 0
        self._span = 1
        self._style_id: str | None = None
        self._style: Any = None
        self._look: frozenset[str] = frozenset()
        self._row_conditions: frozenset[str] | None = None
        self._cell_conditions: frozenset[str] | None = None
        self._last_row = False
        self._path: tuple[CellPosition, ...] | None = None
        self._place: TablePlace | None = None

    def properties(self, element: Any, sheet: StyleSheet) -> None:
        """Take the ``w:tblPr`` of the table."""
        style = None if element is None else element.find(W + "tblStyle")
        self._style_id = sheet.default_id("table") if style is None else style.get(VAL)
        if self._style_id is not None:
            self._style = sheet.table_style(self._style_id)
            self.bordered = self._style.bordered
        if element is not None:
            borders = element.find(W + "tblBorders")
            self.bordered = self.bordered if borders is None else has_borders(borders)
            self._look = _look(element.find(W + "tblLook"))

    def row(self, data: bytes, at: int) -> None:
        """A row starts at byte ``at``."""
        self._row += 1
        self._column, self._span = 1, 0
        self._row_conditions = self._cell_conditions = None
        self._last_row = "lastRow" in self._look and self._wants("lastRow") and _is_last_row(data, at)

    def row_properties(self, element: Any) -> None:
        self._column += grid_value(element, "gridBefore")
        self._row_conditions = _stated_conditions(element)

    def cell(self) -> None:
        """A cell starts."""
        self._column += self._span
        self._span = 1
        self._cell_conditions = None
        self._path = self._place = None

    def cell_properties(self, element: Any) -> None:
        self._span = grid_value(element, "gridSpan") or 1
        self._cell_conditions = _stated_conditions(element)
        borders = None if element is None else element.find(W + "tcBorders")
        if borders is not None and has_borders(borders):
            self.bordered = True
        self._path = self._place = None

    def path(self) -> tuple[CellPosition, ...]:
        """Cells from the outermost table down to the open one."""
        if self._path is None:
            self._columns = max(self._columns, self._column + self._span - 1)
            self._path = (*self.parent, CellPosition(self.number, self._row, self._column, self._span))
        return self._path

    def place(self) -> TablePlace | None:
        """What the table style may act on in the open cell; ``None`` when it states nothing for text."""
        if self._style is None or not self._style.levels or self._style_id is None:
            return None
        if self._place is None:
            self._place = TablePlace(self._style_id, self._conditions())
        return self._place

    def finish(self, last: int) -> Table:
        """The frozen table; ``last`` is the ordinal of its last paragraph."""
        parent = self.parent[-1] if self.parent else None
        columns = max(self._columns, self.grid)
        return Table(self.number, self._row, columns, self.first, last, self.bordered, parent)

    def _wants(self, condition: str) -> bool:
        return self._style is not None and condition in self._style.levels

    def _conditions(self) -> frozenset[str]:
        """As Word stated them where it did, else from the place in the table. Only those that the style formats."""
        look = self._look
        found: set[str] = set()
        if self._row_conditions is not None or self._cell_conditions is not None:
            found |= self._row_conditions or frozenset()
            found |= self._cell_conditions or frozenset()
        else:
            first_row, first_column = "firstRow" in look, "firstColumn" in look
            last_column = self._column + self._span - 1 == self.grid and "lastColumn" in look
            if first_row and self._row == 1:
                found.add("firstRow")
            elif self._last_row:
                found.add("lastRow")
            elif "noHBand" not in look:
                band = (self._row - 1 - first_row) // self._style.row_band % 2
                found.add(f"band{band + 1}Horz")
            if first_column and self._column == 1:
                found.add("firstCol")
            elif last_column:
                found.add("lastCol")
            elif "noVBand" not in look:
                band = (self._column - 1 - first_column) // self._style.column_band % 2
                found.add(f"band{band + 1}Vert")
            for row, column, corner in (
                ("firstRow", "firstCol", "nwCell"),
                ("firstRow", "lastCol", "neCell"),
                ("lastRow", "firstCol", "swCell"),
                ("lastRow", "lastCol", "seCell"),
            ):
                if row in found and column in found:
                    found.add(corner)
        return frozenset(condition for condition in found if condition in self._style.levels)


def _stated_conditions(element: Any) -> frozenset[str] | None:
    mark = None if element is None else element.find(W + "cnfStyle")
    return None if mark is None else conditions_of(mark.get(VAL, ""))


def _look(element: Any) -> frozenset[str]:
    """The switches of ``w:tblLook`` that are on; Word's defaults without one."""
    if element is None:
        return frozenset(("firstRow", "firstColumn", "noVBand"))
    try:
        bits = int(element.get(VAL, "0"), 16)
    except ValueError:
        bits = 0
    found = set()
    for name, bit in _LOOK_BITS.items():
        stated = element.get(W + name)
        if (bits & bit) if stated is None else stated in ("1", "true", "on"):
            found.add(name)
    return frozenset(found)


def _is_last_row(data: bytes, at: int) -> bool:
    """Whether no further row of the same table starts after the row at ``at``."""
    depth = 0
    for match in _ROW_OR_TABLE.finditer(data, at + 5):
        closing, name = match[1], match[2]
        if name == b"tbl":
            depth += -1 if closing else 1
            if depth < 0:
                return True
        elif depth == 0 and not closing:
            return False
    return True
