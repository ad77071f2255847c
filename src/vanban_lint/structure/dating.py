"""The day a document is judged by.

Purpose: the date in the place-and-date line, or a day derived where a draft leaves blanks. Limits: never raises on
impossible dates; whether a date is right is for rules.

A complete date stands. Where parts are blank, the day is the earliest that the text allows: not before the first day of
the month or year that is written, nor before the latest date among the grounds, which a document can only cite
afterwards. A draft of this month, or of this year when the month is blank, is judged by today, since it is signed after
it is written. Nothing written: today.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from vanban_lint.model import Block, Judged
from vanban_lint.text.dates import day, find_dates

#: A smaller figure is a year half typed ("năm 202..."); no document under these conventions is older.
_EARLIEST = 1900


def judge_date(blocks: Sequence[Block], today: dt.date) -> tuple[Judged[dt.date | None], bool]:
    """The day to judge by, and whether day, month and year all stand in the document."""
    by_name = {block.name: block for block in reversed(blocks)}
    values = by_name["dia_danh_ngay"].values if "dia_danh_ngay" in by_name else {}
    year, month, number = values.get("nam"), values.get("thang"), values.get("ngay")
    if year is None and "so_ky_hieu" in by_name:
        written = by_name["so_ky_hieu"].values.get("nam") or ""
        year = int(written) if written.isdigit() else None
    if year is None or not _EARLIEST <= year <= dt.MAXYEAR:
        return Judged(today, 0.3, ("văn bản không ghi năm: lấy ngày hôm nay",)), False
    full = day(year, month, number) if month and number else None
    if full is not None:
        return Judged(full, 1.0, ("ngày, tháng, năm ghi trong văn bản",)), True
    if month is not None and day(year, month, 1) is not None:
        if (year, month) == (today.year, today.month):
            return Judged(today, 0.8, ("chỉ ghi tháng, năm, là tháng này",)), False
        return Judged(_earliest(blocks, dt.date(year, month, 1), month), 0.8, ("chỉ ghi tháng, năm",)), False
    if year == today.year:
        return Judged(today, 0.6, ("chỉ ghi năm, là năm nay",)), False
    return Judged(_earliest(blocks, dt.date(year, 1, 1), None), 0.6, ("chỉ ghi năm",)), False


def _earliest(blocks: Sequence[Block], first: dt.date, month: int | None) -> dt.date:
    """``first``, or a later date of the same month (year) that the grounds cite."""
    cited = [
        found
        for block in blocks
        if block.name in ("can_cu", "loi_dan")
        for written in find_dates(block.text)
        if (found := written.date()) is not None
    ]
    return max([first, *(d for d in cited if d.year == first.year and month in (None, d.month))])
