"""Citations of one document that cannot all be right: another date, body, type word, subject or number.

Purpose: group what cites one document and say which mention differs and from what. Limits: numbers recur (party numbers
every term, administrative ones every year and in every body), so two dates count as one document's only when they
differ in one part, as a slip of the pen does. Clause: S-CIT-01, P-CIT-01 give what a citation states.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from vanban_lint.citation.normalise import plain
from vanban_lint.citation.parse import Citation
from vanban_lint.citation.title import differ, words
from vanban_lint.text.lazy import lazy
from vanban_lint.text.tone import fold_tone

#: Words of two subjects that must agree before two numbers count as one document's.
_SUBJECT_WORDS = 8
_LOCAL = ("UBND", "HĐND")
_SHORT = (("ubnd", "ủy ban nhân dân"), ("hđnd", "hội đồng nhân dân"), ("bch", "ban chấp hành"), ("tw", "trung ương"))
_DROPPED = lazy(r"\b(?:đảng|việt nam|khóa [ivxlc]+|cộng sản|chủ tịch|bộ trưởng)\b|[^\w\s]")


class Disagreement(NamedTuple):
    """``odd`` states ``stated`` where ``usual`` is what most mentions say; both index the citations given."""

    odd: int
    stated: str
    usual: str
    others: tuple[int, ...]


def disagreements(citations: Sequence[Citation], what: str) -> Iterator[Disagreement]:
    """At most one for each document. ``what``: ngay, co_quan, ten_loai, trich_yeu, so or ky_hieu."""
    if what in _ACROSS:
        yield from _ACROSS[what](citations)
        return
    for members in by_number(citations).values():
        if len(members) > 1:
            yield from _JUDGES[what](citations, members)


def by_number(citations: Sequence[Citation]) -> dict[str, list[int]]:
    """Indices of the citations of each number, written as it should be."""
    groups: dict[str, list[int]] = defaultdict(list)
    for index, citation in enumerate(citations):
        if citation.so is not None:
            groups[citation.ky_hieu].append(index)
    return groups


def same_body(one: str, other: str) -> bool:
    """Two names of one body: "UBND tỉnh" and "Ủy ban nhân dân tỉnh Lâm Đồng"."""
    a, b = body_key(one), body_key(other)
    return a in b or b in a


@lru_cache(maxsize=512)
def body_key(name: str) -> str:
    """A body's name for comparison: small letters, short forms written out, what may be left out left out."""
    text = fold_tone(name).lower()
    for short, full in _SHORT:
        text = re.sub(rf"\b{short}\b", full, text)
    return " ".join(_DROPPED.sub(" ", text).split())


def slip(one: dt.date, other: dt.date) -> bool:
    """Dates that differ in exactly one of day, month and year, or only in the order of day and month."""
    a, b = (one.day, one.month, one.year), (other.day, other.month, other.year)
    return sum(x != y for x, y in zip(a, b, strict=True)) == 1 or (a[2] == b[2] and a[:2] == (b[1], b[0]))


def _usual(values: Iterable[str]) -> str:
    """The value that occurs most; the first of those that tie."""
    counts = Counter(values)
    return max(counts, key=lambda value: counts[value])


def _dates(citations: Sequence[Citation], members: list[int]) -> Iterator[Disagreement]:
    dated = [i for i in members if citations[i].date]
    if len({citations[i].date for i in dated}) < 2:
        return
    usual = _usual(f"{citations[i].date:%Y-%m-%d}" for i in dated)
    right = dt.date.fromisoformat(usual)
    model = next(i for i in dated if citations[i].date == right)
    for i in dated:
        day = citations[i].date
        if day and day != right and slip(day, right) and _one_body(citations[i], citations[model]):
            yield Disagreement(i, f"{day:%d/%m/%Y}", f"{right:%d/%m/%Y}", tuple(m for m in members if m != i))
            return


def _one_body(one: Citation, other: Citation) -> bool:
    """Whether two citations of one number can be of one document, as far as the bodies tell."""
    if not (one.co_quan_ban_hanh and other.co_quan_ban_hanh):
        return not (one.so and one.so.co_quan and one.so.co_quan[0] in _LOCAL)
    return same_body(one.co_quan_ban_hanh, other.co_quan_ban_hanh)


def _bodies(citations: Sequence[Citation], members: list[int]) -> Iterator[Disagreement]:
    named = [i for i in members if citations[i].co_quan_ban_hanh and citations[i].date]
    if len(named) < 2:
        return
    usual = _usual(citations[i].co_quan_ban_hanh or "" for i in named)
    model = next(i for i in named if citations[i].co_quan_ban_hanh == usual)
    for i in named:
        body = citations[i].co_quan_ban_hanh or ""
        if citations[i].date == citations[model].date and not same_body(body, usual):
            yield Disagreement(i, body, usual, tuple(m for m in members if m != i))
            return


def _types(citations: Sequence[Citation], members: list[int]) -> Iterator[Disagreement]:
    """Only party "Quyết định" and "Quy định", which share their letters; other types betray themselves by them."""
    named = [i for i in members if (citations[i].ten_loai or "").lower() in ("quyết định", "quy định")]
    if any(citations[i].so is None or citations[i].so.dang != "dang" for i in named):  # type: ignore[union-attr]
        return
    names = [(citations[i].ten_loai or "").capitalize() for i in named]
    if len(set(names)) < 2:
        return
    usual = _usual(names)
    odd = next(i for i, name in zip(named, names, strict=True) if name != usual)
    days = {citations[i].date for i in named if citations[i].date}
    if len(days) < 2:
        yield Disagreement(odd, (citations[odd].ten_loai or ""), usual, tuple(m for m in members if m != odd))


def _titles(citations: Sequence[Citation], members: list[int]) -> Iterator[Disagreement]:
    """Subjects of one number and date in other words; the first of the rarer wording is the odd one."""
    said = {i: words(citations[i].trich_yeu) for i in members if citations[i].trich_yeu and citations[i].date}
    for i, j in combinations(said, 2):
        if citations[i].date != citations[j].date or not differ(said[i], said[j]):
            continue
        backing = {k: sum(not differ(said[k], other) for other in said.values()) for k in (i, j)}
        odd, usual = (i, j) if backing[i] < backing[j] else (j, i)
        yield Disagreement(odd, _short(citations[odd]), _short(citations[usual]), tuple(m for m in members if m != odd))
        return


def _short(citation: Citation) -> str:
    """The beginning of a subject, for a message."""
    text = " ".join(citation.trich_yeu.split())
    return text if len(text) <= 80 else text[:80].rsplit(" ", 1)[0] + "..."


def _numbers(citations: Sequence[Citation]) -> Iterator[Disagreement]:
    """One type, body, date and subject under two numbers: a slip in one of them."""
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, citation in enumerate(citations):
        subject = words(citation.trich_yeu)[:_SUBJECT_WORDS] if citation.date and citation.so else []
        if citation.so is not None and len(subject) == _SUBJECT_WORDS:
            alike[(citation.so.loai, citation.so.co_quan, citation.date, *subject)].append(i)
    for members in alike.values():
        yield from _rarer(citations, members)


def _codes(citations: Sequence[Citation]) -> Iterator[Disagreement]:
    """One number and date with letters that differ in marks only: SNN&PTNT and SNNPTNT."""
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, citation in enumerate(citations):
        so = citation.so
        if so is not None and citation.date:
            alike[(so.so, so.nam, so.loai, plain("".join(so.co_quan)), citation.date)].append(i)
    for members in alike.values():
        yield from _rarer(citations, members)


def _rarer(citations: Sequence[Citation], members: list[int]) -> Iterator[Disagreement]:
    """The first mention that does not bear the number most of ``members`` bear."""
    if len({citations[i].ky_hieu for i in members}) > 1:
        usual = _usual(citations[i].ky_hieu for i in members)
        odd = next(i for i in members if citations[i].ky_hieu != usual)
        yield Disagreement(odd, citations[odd].ky_hieu, usual, tuple(m for m in members if m != odd))


_JUDGES: dict[str, Callable[[Sequence[Citation], list[int]], Iterator[Disagreement]]] = {
    "ngay": _dates,
    "co_quan": _bodies,
    "ten_loai": _types,
    "trich_yeu": _titles,
}
_ACROSS: dict[str, Callable[[Sequence[Citation]], Iterator[Disagreement]]] = {"so": _numbers, "ky_hieu": _codes}
