"""Known documents, looked up by number and date.

Purpose: what rules/du-lieu/so-bo.yaml and the user's own registers know of a cited number. Limits: says nothing of a
number they do not hold, save where a register declares that it holds a whole family; a row from memory never decides.
Party numbers recur every term and administrative numbers every year, so a row is that of a citation only by number and
date, and a date is called wrong only when no row fits it and it is a slip away from one.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from vanban_lint.citation.agreement import same_body, slip
from vanban_lint.citation.normalise import TERM, Number
from vanban_lint.citation.parse import Citation
from vanban_lint.citation.title import differ, words

#: Party types that share the letters QĐ, and so are told apart by a register alone (X-07).
_TWINS = frozenset({"quyết định", "quy định"})


class Row(NamedTuple):
    """A known document. ``xac_minh``: number and date were read together in a text; ``ten_da_doc``: the subject too.

    ``het`` is the day from which it is no longer in force, ``thay`` what replaced it; both empty when not known.
    """

    so: str
    loai: str
    co_quan: str
    ngay: dt.date
    ten: str
    xac_minh: bool
    ten_da_doc: bool = False
    het: dt.date | None = None
    thay: str = ""


class Family(NamedTuple):
    """Numbers a register holds to the last one: those that fit the glob ``ky_hieu``, dated ``tu`` to ``den``."""

    ky_hieu: str
    tu: dt.date
    den: dt.date


class Register:
    """Rows by number; the rows given first win."""

    def __init__(self, rows: Iterable[Row], families: Iterable[Family] = ()) -> None:
        self._rows: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            self._rows[row.so].append(row)
        self._families = tuple(families)
        self._running: list[tuple[str, bool, int, int, Row]] | None = None

    @classmethod
    def from_tables(cls, table: Iterable[Mapping[str, Any]], own: Mapping[str, Any] | None = None) -> Register:
        """From the data table ``so_bo`` and the user's own (``van_ban``: rows, ``day_du``: whole families)."""
        mine = own or {}
        rows = [_row(entry, read=True) for entry in mine.get("van_ban", ())]
        rows += [_row(entry, read=entry["tin"] == "xac_minh") for entry in table]
        families = (Family(e["ky_hieu"], _day(e["tu"]), _day(e["den"])) for e in mine.get("day_du", ()))
        return cls(rows, families)

    def rows(self, number: str) -> list[Row]:
        return self._rows.get(number, [])

    def row(self, citation: Citation) -> Row | None:
        """The document cited: by number and date, or by a number that holds its year and so never recurs."""
        rows = self.rows(citation.ky_hieu)
        if citation.date is not None:
            return next((row for row in rows if row.ngay == citation.date), None)
        return rows[0] if rows and citation.so is not None and citation.so.nam else None

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
        row = self.row(citation) if stated and citation.date else None
        if stated is None or row is None or not row.co_quan:
            return None
        names = (row.co_quan, *row.co_quan.split(", "))
        return None if any(same_body(stated, name) for name in names) else row

    def wrong_type(self, citation: Citation) -> Row | None:
        """The row that is a quy định where the citation says quyết định, or the other way round."""
        stated = (citation.ten_loai or "").lower()
        row = self.row(citation) or self._only(citation)
        if row is None or stated not in _TWINS or row.loai.lower() not in _TWINS or row.loai.lower() == stated:
            return None
        return row

    def _only(self, citation: Citation) -> Row | None:
        """The one row of an undated number; ``None`` when there are more."""
        rows = self.rows(citation.ky_hieu)
        return rows[0] if len(rows) == 1 and citation.date is None else None

    def wrong_subject(self, citation: Citation) -> Row | None:
        """The row of this number and date whose subject is another one; wording is not judged, rows shorten it."""
        row = self.row(citation) if citation.trich_yeu else None
        if row is None or not row.ten_da_doc or differ(words(citation.trich_yeu), words(row.ten)) != "khac":
            return None
        return row

    def several(self, number: str) -> list[Row]:
        """Rows of a number that recurred, when there are several dates (L-CIT-08, X-06)."""
        rows = self.rows(number)
        return rows if len({row.ngay for row in rows}) > 1 else []

    def expired(self, citation: Citation, day: dt.date) -> Row | None:
        """The row that was no longer in force on ``day``."""
        row = self.row(citation)
        return row if row is not None and row.het is not None and row.het <= day else None

    def unknown(self, citation: Citation) -> Family | None:
        """The family that a register holds wholly, and in which it has no such number and date."""
        day = citation.date
        if day is None or not self._families or self.row(citation) is not None:
            return None
        from fnmatch import fnmatchcase

        fitting = (family for family in self._families if fnmatchcase(citation.ky_hieu, family.ky_hieu))
        return next((family for family in fitting if family.tu <= day <= family.den), None)

    def out_of_turn(self, citation: Citation) -> Row | None:
        """A law or resolution of the National Assembly that the number can't stand beside.

        Both are numbered through the whole term: 02/2023/QH15 is impossible where 10/2022/QH15 is known.
        """
        turn = _turn(citation.so, citation.ten_loai)
        if turn is None or self.rows(citation.ky_hieu):
            return None
        body, law, so, year = turn
        for known_body, known_law, known_so, known_year, row in self._series():
            passed = (known_so >= so and known_year < year) or (known_so <= so and known_year > year)
            if (known_body, known_law) == (body, law) and passed:
                return row
        return None

    def _series(self) -> list[tuple[str, bool, int, int, Row]]:
        if self._running is None:
            rows = (row for rows in self._rows.values() for row in rows if row.xac_minh)
            self._running = [(*turn, row) for row in rows if (turn := _turn_of(row)) is not None]
        return self._running


def _turn(so: Number | None, kind: str | None) -> tuple[str, bool, int, int] | None:
    """Body with term, whether a law, number and year: the place in a series that runs through a term."""
    if so is None or so.nam is None or so.loai is not None or not kind or not so.so.isdigit():
        return None
    if not so.co_quan or TERM.fullmatch(so.co_quan[0]) is None:
        return None
    return so.co_quan[0], kind.lower() != "nghị quyết", int(so.so), int(so.nam)


def _turn_of(row: Row) -> tuple[str, bool, int, int] | None:
    number, _, rest = row.so.partition("/")
    year, _, body = rest.partition("/")
    if not (number.isdigit() and year.isdigit() and TERM.fullmatch(body)):
        return None
    return body, row.loai.lower() != "nghị quyết", int(number), int(year)


def _row(entry: Mapping[str, Any], *, read: bool) -> Row:
    return Row(
        so=entry["so"],
        loai=entry.get("loai") or "",
        co_quan=entry.get("co_quan") or "",
        ngay=_day(entry["ngay"]),
        ten=entry.get("ten") or "",
        xac_minh=read,
        ten_da_doc=bool(entry.get("ten_da_doc", read and "tin" not in entry)),
        het=_day(entry["het"]) if entry.get("het") else None,
        thay=entry.get("thay") or "",
    )


def _day(value: Any) -> dt.date:
    return value if isinstance(value, dt.date) else dt.date.fromisoformat(value)
