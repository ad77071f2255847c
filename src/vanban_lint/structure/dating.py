"""The day a document is judged by.

Purpose: the date in the place-and-date line, or a day derived where a draft leaves blanks. Limits: never raises on
impossible dates; whether a date is right is for rules.

A complete date stands. With the day blank: the first of that month, but today when the month is this one, since a
draft is signed after it is written. With the month blank too: today within this year, else the first day of that
year, the earliest that the text allows (fewest false alarms about later changes). Nothing written: today.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from vanban_lint.model import Block, Judged
from vanban_lint.text.dates import day


def judge_date(blocks: Sequence[Block], today: dt.date) -> tuple[Judged[dt.date | None], bool]:
    """The day to judge by, and whether day, month and year all stand in the document."""
    found = next((b for b in blocks if b.name == "dia_danh_ngay"), None)
    values = found.values if found else {}
    year, month, number = values.get("nam"), values.get("thang"), values.get("ngay")
    if year is None:
        symbol = next((b for b in blocks if b.name == "so_ky_hieu"), None)
        written = symbol.values.get("nam") if symbol else None
        if written and written.isdigit():
            return _year(int(written), today, "năm trong số, ký hiệu"), False
        return Judged(today, 0.3, ("văn bản không ghi ngày, tháng, năm: lấy ngày hôm nay",)), False
    if month is not None and number is not None:
        full = day(year, month, number)
        if full is not None:
            return Judged(full, 1.0, ("ngày, tháng, năm ghi trong văn bản",)), True
    if month is not None and day(year, month, 1) is not None:
        this = (year, month) == (today.year, today.month)
        found_day = today if this else dt.date(year, month, 1)
        return Judged(found_day, 0.8, ("chỉ ghi tháng, năm",)), False
    return _year(year, today, "chỉ ghi năm"), False


def _year(year: int, today: dt.date, clue: str) -> Judged[dt.date | None]:
    if year == today.year or day(year, 1, 1) is None:
        return Judged(today, 0.6, (clue,))
    return Judged(dt.date(year, 1, 1), 0.6, (clue,))
