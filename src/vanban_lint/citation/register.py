"""Known documents, looked up by number and date.

Purpose: what rules/du-lieu/so-bo.yaml knows of a cited number. Limits: says nothing of a number it does not hold, nor
whether a document is still in force; a row from memory never decides. Party numbers recur every term and administrative
numbers every year, so a date is called wrong only when no row fits it and it is a slip away from one.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from vanban_lint.citation.agreement import same_body, slip
from vanban_lint.citation.parse import Citation


class Row(NamedTuple):
    """A known document; ``xac_minh`` when number and date were read together in a text."""

    so: str
    loai: str
    co_quan: str
    ngay: dt.date
    ten: str
    xac_minh: bool


class Register:
    """Rows by number."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            self._rows[row.so].append(row)

    @classmethod
    def from_table(cls, table: Iterable[Mapping[str, Any]]) -> Register:
        """From the data table ``so_bo``."""
        return cls(
            Row(e["so"], e["loai"], e["co_quan"], _day(e["ngay"]), e.get("ten") or "", e["tin"] == "xac_minh")
            for e in table
        )

    def rows(self, number: str) -> list[Row]:
        return self._rows.get(number, [])

    def wrong_date(self, citation: Citation) -> Row | None:
        """The row whose date the citation gets wrong; ``None`` when a row fits, or none can be told apart."""
        rows, day = self.rows(citation.ky_hieu), citation.date
        if not rows or day is None or any(row.ngay == day for row in rows):
            return None
        unique = citation.so is not None and citation.so.nam is not None
        near = [row for row in rows if unique or slip(day, row.ngay)]
        return near[0] if len(near) == 1 else None

    def wrong_body(self, citation: Citation) -> Row | None:
        """The row of this number and date that names another body."""
        stated = citation.co_quan_ban_hanh
        if not stated or citation.date is None:
            return None
        row = next((row for row in self.rows(citation.ky_hieu) if row.ngay == citation.date), None)
        if row is None or any(same_body(stated, name) for name in (row.co_quan, *row.co_quan.split(", "))):
            return None
        return row


def _day(value: Any) -> dt.date:
    return value if isinstance(value, dt.date) else dt.date.fromisoformat(value)
