"""Numbers in a running text, and what stands around them.

Purpose: shares above the whole, a number among percentages, a sum and its parts, one figure with two values. Limits:
whole numbers and plain decimals; numbers in codes, dates, times and headings are no figures. Offsets are code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from vanban_lint.text.lazy import lazy

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d+"
# What a share is a share of: people and things that are counted.
_COUNTED = (
    r"(?:tổng )?(?:số )?(?:nhân dân|người dân|dân số|hộ(?: gia đình| nghèo| dân)?|cán bộ|công chức|viên chức|đảng viên|"
    r"chi bộ|cơ quan|đơn vị|xã|phường|thôn|bản|doanh nghiệp|học sinh|sinh viên|trường|hồ sơ|thủ tục|văn bản|tổ chức|"
    r"hội viên|đoàn viên|đại biểu|người lao động|trẻ em|phụ nữ|lao động|vụ việc|đối tượng)"
)
_SHARE = lazy(rf"(?<![\d.,])(?P<x>(?P<so>\d{{3,5}})(?:,\d+)?\s?%)\s+(?P<cua>{_COUNTED})(?!\w)", re.I)
# Growth and fulfilment may be more than the whole.
_GROWTH = lazy(r"(?:tăng|vượt|bằng|gấp|so với|so|thêm|hoàn thành)(?:\s+\S+){0,4}\s*$", re.I)
_GOAL = lazy(r"(?:\s+\S+){0,6}\s*(?:kế hoạch|chỉ tiêu|dự toán|so với|cùng kỳ|năm trước)", re.I)
_LEAD = r"(?P<dau>trên|dưới|khoảng|đạt|ít nhất|tối thiểu|hơn|gần)"
_BARE = lazy(rf"(?<!\w){_LEAD}\s+(?P<x>\d{{3,5}})\s+(?P<sau>[^\W\d_]+(?:\s+[^\W\d_]+)?)", re.I)
_PERCENT = lazy(rf"(?<!\w){_LEAD}\s+(?P<x>\d{{1,3}}(?:,\d+)?\s?%)\s+(?P<sau>[^\W\d_]+(?:\s+[^\W\d_]+)?)", re.I)
_UNITS = frozenset("tỷ triệu nghìn ngàn đồng ha km m kg tấn lượt ngày giờ năm tháng usd mét".split())
_WHOLE = lazy(
    rf"(?<![\w.,/-])(?P<x>{_NUMBER})\s+(?P<ten>[^\W\d_](?:[^\W\d_]|\s|,(?=\s)){{1,40}}?)"
    rf"(?:\s*\((?P<ngoac>[^()]*)\)|,?\s*(?:bao gồm|gồm)\s*:?\s*(?P<gom>[^.;()]*)(?=[.;]|$))"
)
_ITEM = lazy(rf"\s*(?P<so>{_NUMBER})\s+(?P<ten>[^\W\d_][^\d,;()]*)")
_SPLIT = lazy(r"\s*(?:,|;|\s+và\s+)\s*(?=\d)")
_PEOPLE = frozenset("viên người chí bộ biểu".split())
_ROLES = frozenset("trưởng phó viên nam nữ người chí chủ thư biểu bộ sĩ".split())
# What a statement must speak of before another value is an oversight: lists of measures repeat their words.
_MEASURED = frozenset(("tỷ", "tỉ", "lệ", "%", "tổng"))
_MEASURE = lazy(r"%|[Tt][ỷỉ] lệ|[Tt]ổng")
# A number that points at a place or counts an order, not a quantity.
_ORDINAL = lazy(
    r"(?<!\w)(?:phụ lục|điều|khoản|mục|mẫu|biểu|số|lần|quý|tháng|đợt|nhóm|bước|cấp|hạng|loại|thứ|khóa|khoá|ngày|tuần|"
    r"chương|phần|bảng|vòng|phường|tổ|khu|đến|từ)\s*$",
    re.I,
)
_YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FIGURE = lazy(rf"(?<![\w.,/-])(?:{_NUMBER})(?:,\d+)?(?![\w/-]|[.,]\d)")
_CLAUSE = lazy(r"[.;:\n]\s|[.;:]$|,\s")
_WORDS = lazy(r"[^\W\d_]+|%")
#: Words that a clause must have around a number before two of them can be one statement.
_LEAST_WORDS = 6


class Figure(NamedTuple):
    """A number that is amiss at ``start`` to ``end``; ``other``: what it is held against; ``name``: what it counts."""

    start: int
    end: int
    other: str = ""
    name: str = ""


class Statement(NamedTuple):
    """A clause with one number: ``key`` are its words without it, with the year it speaks of."""

    start: int
    end: int
    value: str
    key: tuple[str, ...]
    words: str


def shares_above_all(text: str) -> Iterator[Figure]:
    """Shares of people or things that exceed a hundred percent."""
    for match in _SHARE.finditer(text) if "%" in text else ():
        if int(match["so"]) <= 100 or _GROWTH.search(text, max(0, match.start() - 40), match.start()):
            continue
        if not _GOAL.match(text, match.end()):
            yield Figure(*match.span("x"), name=match["cua"])


def without_sign(text: str) -> Iterator[Figure]:
    """A number of three digits or more, no thousands mark, in the place where the same sentence has percentages."""
    percents = list(_PERCENT.finditer(text)) if "%" in text else []
    for match in _BARE.finditer(text) if percents else ():
        unit = match["sau"].split()[0].lower()
        number = int(match["x"])
        if number <= 100 or unit in _UNITS or (number < 1000 and not number % 10) or 1900 <= number <= 2100:
            continue
        near = [p for p in percents if p["dau"].lower() == match["dau"].lower() and _alike(p["sau"], match["sau"])]
        if near:
            yield Figure(*match.span("x"), other=near[0]["x"])


def _alike(one: str, other: str) -> bool:
    """The same noun, or two names of the people."""
    first, second = one.lower(), other.lower()
    people = ("người", "nhân dân", "hộ", "dân")
    return first.split()[0] == second.split()[0] or (first.startswith(people) and second.startswith(people))


def wrong_sums(text: str) -> Iterator[Figure]:
    """A number and its parts in brackets or after "gồm", all of them numbers, that do not make it."""
    if "(" not in text and "gồm" not in text:
        return
    for match in _WHOLE.finditer(text):
        listed = match["ngoac"] if match["ngoac"] is not None else match["gom"]
        whole, parts = _value(match["x"]), _parts(listed, match["ten"])
        if len(parts) > 1 and sum(parts) != whole and max(parts) < whole:
            yield Figure(*match.span("x"), other=str(sum(parts)), name=match["ten"])


def _parts(listed: str, name: str) -> list[int]:
    """The numbers of a list in which every item begins with one and counts what ``name`` counts; else none.

    "34 tỉnh, thành phố (28 tỉnh và 6 thành phố)" is a sum, "10 lớp (5 ngày, 3 giảng viên)" is none.
    """
    items = [found for item in _SPLIT.split(listed) if (found := _ITEM.fullmatch(item.strip()))]
    if len(items) != len(_SPLIT.split(listed)):
        return []
    wanted = set(_WORDS.findall(name.lower()))
    people = bool(wanted & _PEOPLE)
    alike = [
        bool(set(_WORDS.findall(item["ten"].lower())) & (wanted | (_ROLES if people else set()))) for item in items
    ]
    return [_value(item["so"]) for item in items] if all(alike) else []


def _value(number: str) -> int:
    return int(number.replace(".", ""))


def statements(text: str, year: str) -> Iterator[Statement]:
    """Clauses that give one number; ``year`` is the last one named before the text."""
    if not _MEASURE.search(text):
        return
    start = 0
    for end in [*(match.end() for match in _CLAUSE.finditer(text)), len(text)]:
        clause = text[start:end]
        years = _YEAR.findall(clause)
        year = years[-1] if years else year
        numbers = [found for found in _FIGURE.finditer(clause) if not _YEAR.fullmatch(found.group())]
        words = _WORDS.findall(clause)
        measured = _MEASURED.intersection(word.lower() for word in words)
        if len(numbers) == 1 and len(words) >= _LEAST_WORDS and measured:
            (number,) = numbers
            if _ORDINAL.search(clause, 0, number.start()):
                start = end
                continue
            key = (year, *(word.lower() for word in words))
            yield Statement(start + number.start(), start + number.end(), number.group(), key, clause.strip())
        start = end


def last_year(text: str, before: str) -> str:
    """The last year that ``text`` names, else ``before``."""
    years = _YEAR.findall(text)
    return years[-1] if years else before
