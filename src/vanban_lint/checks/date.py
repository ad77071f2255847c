"""Kind ``date``: days that cannot be, and days that cannot be meant.

Purpose: written days ("ngày 31 tháng 4 năm 2025", "ngày 31/4/2025") against the calendar, the day of the week named
beside them, the day of the document and the present. Limits: only days introduced by "ngày" are read, so fractions and
numbers of documents never count; the form of a date (zeros, commas) is the matter of ``pattern``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from vanban_lint.checks.base import Context, Param, Target, fold, pattern, retyped
from vanban_lint.model import Hit
from vanban_lint.model.rule import Rule
from vanban_lint.text.lazy import lazy

PARAMS = {
    "xet": Param(
        "choice",
        "khong_co: no such day; thu: another day of the week; qua_xa: before 1945 or more than two years ahead; "
        "sau_van_ban: later than the day of the document; bang_so: in figures, where words belong",
        required=True,
        choices=("khong_co", "thu", "qua_xa", "sau_van_ban", "bang_so"),
    ),
    "mien": Param("regex", "for bang_so: texts in which this occurs are left alone"),
    "du_ngay": Param("flag", "for bang_so: only days written in full, no day still to be filled in"),
}
FIELDS = ("thuc_te", "mong_doi")

_DATE = lazy(
    r"(?i)(?P<before>\S+\s+)?(?:(?P<weekday>thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ\s+nhật),?\s*\(?)?"
    r"(?P<date>ngày\s+(?P<day>\d{1,2})(?:\s*/\s*(?P<m1>\d{1,2})(?:\s*/\s*(?P<y1>\d{4}))?(?![\d/])"
    r"|\s+tháng\s+(?P<m2>\d{1,2})(?:\s+năm\s+(?P<y2>\d{4})(?!\d))?))"
)
_FIGURES = lazy(
    r"(?:(?<![\d/])(?P<day>\d{1,2})\s*)?(?P<sep>[/.-])\s*(?:(?P<month>\d{1,2})|[\s.…]*)\s*(?P=sep)\s*(?P<year>\d{4})(?![\d/-])"
)
_DAY_WORD = lazy(r"[Nn]gày[\s.…]*$")
_MONTH_ALONE = lazy(r"(?i)(?<!\d )(?P<date>tháng\s+(?P<m2>\d{1,2})\s+năm\s+(?P<y2>\d{4}))")
#: What a text with a day in it holds; looked for first, because the whole pattern starts anywhere and is slow.
_SIGN = lazy(r"(?:[Nn]gày|NGÀY|[Tt]háng|THÁNG)\s+\d")
_WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
# "lần thứ ba, ngày ..." counts meetings, it names no day of the week.
_COUNTS = frozenset({"lần", "họp", "kỳ", "phiên", "khóa", "đợt", "buổi", "vòng"})
# A day that is to come is no slip after these words ("có hiệu lực từ ngày ...").
_AHEAD = frozenset({"từ", "đến", "trước", "sau", "hết", "vào"})
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_EARLIEST_YEAR = 1945
_FURTHEST = dt.timedelta(days=2 * 366)


class Written(NamedTuple):
    """A day as written: offsets in the text, numbers (``None`` where not written), word before, day of the week."""

    start: int
    end: int
    day: int | None
    month: int
    year: int | None
    before: str
    weekday: str

    @property
    def date(self) -> dt.date | None:
        """The day it names; ``None`` when something is missing or there is no such day."""
        if self.day is None or self.year is None or not _exists(self):
            return None
        return dt.date(self.year, self.month, self.day)


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    if rule.tham_so["xet"] == "bang_so":
        yield from _in_figures(rule, context)
        return
    judge = _JUDGES[rule.tham_so["xet"]]
    for target in context.targets(rule):
        for written in _written(fold(target.text)):
            expected = judge(written, context)
            if expected is not None:
                yield _hit(target, written, expected)


def _in_figures(rule: Rule, context: Context) -> Iterator[Hit]:
    """Dates such as "8/9/2026" and "/9/2026", the day still open; a blank is left where one stands."""
    exempt = rule.tham_so.get("mien")
    for target in context.targets(rule):
        text = fold(target.text)
        if exempt and pattern(exempt).search(text):
            continue
        for match in _FIGURES.finditer(text):
            day, month, year = match["day"], match["month"] or "", match["year"]
            if rule.tham_so.get("du_ngay") and not (day and month):
                continue
            lead = "" if _DAY_WORD.search(target.text, 0, match.start()) else "ngày "
            # A day below 10 takes a zero, a month only where it is 1 or 2 (Nghị định 30, Phụ lục I, mục II, 4.b).
            day = f"{int(day):02d}" if day else "..." if lead else ""
            month = f"{int(month):0{2 if int(month) < 3 else 1}d}" if month else "..."
            wanted = f"{lead}{day} tháng {month} năm {year}"
            anchor, typed = target.anchor(*match.span()), target.text[match.start() : match.end()]
            edits = retyped(rule, anchor, typed, wanted)
            yield Hit(anchor, {"thuc_te": typed, "mong_doi": wanted}, (wanted,), edits)


@lru_cache(maxsize=4096)
def _written(text: str) -> tuple[Written, ...]:
    """The days of a text; several rules ask for the same ones."""
    return tuple(_read(text)) if _SIGN.search(text) else ()


def _read(text: str) -> Iterator[Written]:
    taken = -1
    for match in _DATE.finditer(text):
        month, year = match["m1"] or match["m2"], match["y1"] or match["y2"]
        weekday = " ".join((match["weekday"] or "").casefold().split())
        taken = match.end()
        yield Written(
            *match.span("date"), int(match["day"]), int(month), int(year) if year else None,
            (match["before"] or "").strip().casefold(), weekday,
        )  # fmt: skip
    for match in _MONTH_ALONE.finditer(text, max(taken, 0)):
        yield Written(*match.span("date"), None, int(match["m2"]), int(match["y2"]), "", "")


def _exists(written: Written) -> bool:
    if not 1 <= written.month <= 12:
        return False
    if written.day is None:
        return True
    if not 1 <= written.day <= _DAYS[written.month - 1]:
        return False
    return (written.month, written.day) != (2, 29) or written.year is None or _leap(written.year)


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _impossible(written: Written, _: Context) -> str | None:
    return None if _exists(written) else ""


def _other_weekday(written: Written, _: Context) -> str | None:
    if not written.weekday or written.date is None or written.before in _COUNTS:
        return None
    right = _WEEKDAYS[written.date.weekday()]
    return None if right == written.weekday else right


def _too_far(written: Written, context: Context) -> str | None:
    if written.year is None:
        return None
    first = dt.date(written.year, written.month if 1 <= written.month <= 12 else 1, 1)
    far = written.year < _EARLIEST_YEAR or first > context.today + _FURTHEST
    return "" if far else None


def _after_document(written: Written, context: Context) -> str | None:
    own = context.structure.date.value
    if not context.structure.date_known or own is None or written.date is None or written.before in _AHEAD:
        return None
    return f"{own.day:02d}/{own.month:02d}/{own.year}" if written.date > own else None


_JUDGES: dict[str, Callable[[Written, Context], str | None]] = {
    "khong_co": _impossible,
    "thu": _other_weekday,
    "qua_xa": _too_far,
    "sau_van_ban": _after_document,
}


def _hit(target: Target, written: Written, expected: str) -> Hit:
    typed = target.text[written.start : written.end]
    suggestions = (expected,) if expected else ()
    return Hit(target.anchor(written.start, written.end), {"thuc_te": typed, "mong_doi": expected}, suggestions)
