"""Dates as Vietnamese documents write them, in words and in digits.

Purpose: find dates in a text with the words they are written in, blanks included. Limits: nothing is judged here
(leading zeros and impossible days are a matter of checks); years have four digits. Neighbours: ``structure.dating``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from vanban_lint.text.lazy import lazy

# A blank to be filled in: spaces, dots, ellipses, underscores, slashes.
_GAP = r"[ \u00a0\t.…_/]*"
_VALUE = r"(?:\d{1,2}|\{\{[^{}]*\}\})"
_WORDS = lazy(
    rf"(?:[Nn]gày|NGÀY){_GAP}(?P<ngay>{_VALUE})?{_GAP}(?:t?háng|Tháng|THÁNG){_GAP}(?P<thang>{_VALUE})?{_GAP}"
    rf"(?:[Nn]ăm|NĂM){_GAP}(?P<nam>\d{{4}}|\d{{1,3}}|\{{\{{[^{{}}]*\}}\}})?"
)
_DIGITS = lazy(r"(?<![\d/.-])(?P<ngay>\d{1,2})(?P<ngan>[/.-])(?P<thang>\d{1,2})(?P=ngan)(?P<nam>\d{4})(?![\d/-])")


class WrittenDate(NamedTuple):
    """A date in a text: code points ``start`` to ``end``, the three parts as written ("" when blank) and as numbers.

    ``form`` is "chu" (ngày ... tháng ... năm ...) or "so" (12/3/2025).
    """

    start: int
    end: int
    form: str
    ngay_chu: str
    thang_chu: str
    nam_chu: str

    @property
    def ngay(self) -> int | None:
        return _number(self.ngay_chu)

    @property
    def thang(self) -> int | None:
        return _number(self.thang_chu)

    @property
    def nam(self) -> int | None:
        return _number(self.nam_chu)

    def date(self) -> dt.date | None:
        """The day, ``None`` when a part is blank or no such day exists."""
        if self.ngay is None or self.thang is None or self.nam is None:
            return None
        return day(self.nam, self.thang, self.ngay)


def day(year: int, month: int, number: int) -> dt.date | None:
    """``dt.date`` or ``None`` when there is no such day."""
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def find_dates(text: str) -> Iterator[WrittenDate]:
    """Every date of ``text`` (NFC) in reading order."""
    found = [_from(match, "chu") for match in _WORDS.finditer(text)]
    found += [_from(match, "so") for match in _DIGITS.finditer(text)]
    yield from sorted(found)


def date_at(text: str, place: int) -> WrittenDate | None:
    """The date that begins at ``place``."""
    match = _WORDS.match(text, place)
    if match is not None:
        return _from(match, "chu")
    match = _DIGITS.match(text, place)
    return None if match is None else _from(match, "so")


def _from(match: re.Match[str], form: str) -> WrittenDate:
    end = match.end("nam") if match["nam"] else match.start() + len(match.group().rstrip(" \u00a0\t"))
    return WrittenDate(match.start(), end, form, match["ngay"] or "", match["thang"] or "", match["nam"] or "")


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None
