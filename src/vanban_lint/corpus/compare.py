"""Judgements across documents: numbers used twice, citations that disagree with the document they cite, gaps.

Purpose: from facts to findings. Limits: numbers recur every year, every term and in every body, so a citation is held
against a document only where their dates, or body and year, say that it is meant; a copy or a later version of one
document is no second document.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from vanban_lint.citation.agreement import body_key, same_body
from vanban_lint.corpus.facts import Across, Elsewhere, Facts, Named, Pin, Ruling
from vanban_lint.model import Finding
from vanban_lint.similarity.compare import likeness
from vanban_lint.similarity.words import keys

TWICE, GAP, DATE, TYPE, BODY, TITLE = "so_trung", "nhay_so", "ngay", "ten_loai", "co_quan", "trich_yeu"

#: Documents that make a series, and the share of its numbers that must be there for a missing one to tell anything.
SERIES, PRESENT = 4, 0.6
#: Likeness below which two subjects are not one, and words that make a subject.
ONE_TITLE, TITLE_WORDS = 0.7, 5
_HEAD = re.compile(r"^(?:về việc|v/v|về)\s+", re.I)
#: Names of a party committee and its organs, any of which a citation may give for the others.
_COMMITTEE = re.compile(r"ủy(?! ban)|đảng bộ|ban thường vụ|ban chấp hành")


class _Said(NamedTuple):
    """What a judgement says: where, the fields of the message, and the other documents."""

    facts: Facts
    pin: Pin
    params: Mapping[str, Any]
    others: tuple[tuple[Facts, Named], ...]


def compare(documents: Sequence[Facts]) -> list[Across]:
    """Every finding across ``documents``, in their order; none when there is one document."""
    found: list[Across] = []
    for what, judge in _JUDGES.items():
        for said in judge(documents):
            ruling = next((r for r in said.facts.rulings if r.what == what), None)
            if ruling is not None:
                found.append(_across(said, ruling))
    order = {facts.path: index for index, facts in enumerate(documents)}
    return sorted(found, key=lambda item: (order[item.path], item.pin.anchor, item.finding.rule))


def _across(said: _Said, ruling: Ruling) -> Across:
    pin = said.pin
    finding = Finding(
        ruling.rule,
        ruling.name,
        ruling.severity,
        ruling.certainty,
        ruling.template.format_map({"thuc_te": pin.text, **said.params}),
        ruling.source,
        pin.block,
        pin.label,
        pin.anchor,
        pin.text,
        pin.context,
        fingerprint=_fingerprint(ruling.rule, pin),
    )
    elsewhere = tuple(Elsewhere(facts.path, named.pin, _shown(named)) for facts, named in said.others)
    return Across(said.facts.path, finding, pin, elsewhere)


def _fingerprint(rule: str, pin: Pin) -> str:
    from hashlib import sha256

    parts = (rule, pin.kind, pin.block or "", " ".join(keys(pin.text)))
    return sha256("\0".join(parts).encode()).hexdigest()[:16]


def _shown(named: Named) -> str:
    return " ".join(f"{named.type_name} {named.number} {named.title}".split())


def _twice(documents: Sequence[Facts]) -> Iterator[_Said]:
    """The later of two documents under one number: the same body, series and year, and another subject."""
    seen: dict[tuple[str, str, str], list[Facts]] = defaultdict(list)
    for facts in documents:
        own = facts.own
        if own is None or own.day is None or not own.bodies:
            continue
        before = seen[own.number, body_key(own.bodies[0]), own.day[:4]]
        other = next((old for old in before if old.own and not _one_title(old.own.title, own.title)), None)
        if other is not None and other.own is not None:
            yield _Said(facts, own.pin, {"so": own.number, "mong_doi": other.own.title}, ((other, other.own),))
        before.append(facts)


def _gaps(documents: Sequence[Facts]) -> Iterator[_Said]:
    """Numbers that none of the documents of a series bears, told at the document after them."""
    series: dict[tuple[str, str, str], dict[int, Facts]] = defaultdict(dict)
    for facts in documents:
        own = facts.own
        match = re.match(r"(\d+)(\D.*)", own.number) if own else None
        if match and own and own.day and own.bodies:
            series[match[2], body_key(own.bodies[0]), own.day[:4]].setdefault(int(match[1]), facts)
    for members in series.values():
        numbers = sorted(members)
        if len(numbers) < SERIES or len(numbers) < PRESENT * (numbers[-1] - numbers[0] + 1):
            continue
        for low, high in pairwise(numbers):
            own, before = members[high].own, members[low].own
            if high - low > 1 and own and before:
                missing = ", ".join(str(number) for number in range(low + 1, high))
                yield _Said(
                    members[high], own.pin, {"so": missing, "mong_doi": before.number}, ((members[low], before),)
                )


def _citations(documents: Sequence[Facts]) -> Iterator[tuple[Facts, Named, Facts, Named]]:
    """Each citation of a document of the set, with that document."""
    by_number: dict[str, list[Facts]] = defaultdict(list)
    for facts in documents:
        if facts.own is not None:
            by_number[facts.own.number].append(facts)
    for facts in documents:
        for mention in facts.cited:
            same = (other for other in by_number.get(mention.number, ()) if other is not facts)
            meant = [other for other in same if _is_meant(mention, facts, other)]
            if len(meant) == 1 and meant[0].own is not None:
                yield facts, mention, meant[0], meant[0].own


def _is_meant(mention: Named, citing: Facts, other: Facts) -> bool:
    """Whether a citation means the document: by its date, or by body and year."""
    own = other.own
    if own is None:
        return False
    here = citing.own.bodies if citing.own else ()
    named = any(same_body(one, two) for one in mention.bodies for two in own.bodies)
    neighbours = any(body_key(one) == body_key(two) for one in here for two in own.bodies)
    titled = _one_title(mention.title, own.title, short=False)
    if mention.day is not None and mention.day == own.day:
        return named or neighbours or titled
    same_year = mention.day is None or own.day is None or mention.day[:4] == own.day[:4]
    return named and same_year and (neighbours or titled)


def _dates(documents: Sequence[Facts]) -> Iterator[_Said]:
    for facts, mention, other, own in _citations(documents):
        if mention.day and own.day and mention.day != own.day:
            params = {"so": own.number, "khac": _day(mention.day), "mong_doi": _day(own.day)}
            yield _Said(facts, mention.pin, params, ((other, own),))


def _day(written: str) -> str:
    """17/03/2026."""
    return "/".join(reversed(written.split("-")))


def _types(documents: Sequence[Facts]) -> Iterator[_Said]:
    for facts, mention, other, own in _citations(documents):
        if mention.type_name and own.type_name and mention.type_name.lower() != own.type_name.lower():
            params = {"so": own.number, "khac": mention.type_name, "mong_doi": own.type_name}
            yield _Said(facts, mention.pin, params, ((other, own),))


def _bodies(documents: Sequence[Facts]) -> Iterator[_Said]:
    for facts, mention, other, own in _citations(documents):
        if mention.day != own.day or not mention.bodies or not own.bodies:
            continue
        stated = mention.bodies[0]
        if any(_one_body(stated, body) for body in own.bodies):
            continue
        yield _Said(facts, mention.pin, {"so": own.number, "khac": stated, "mong_doi": own.bodies[0]}, ((other, own),))


def _one_body(one: str, two: str) -> bool:
    return same_body(one, two) or all(_COMMITTEE.search(body_key(name)) for name in (one, two))


def _titles(documents: Sequence[Facts]) -> Iterator[_Said]:
    for facts, mention, other, own in _citations(documents):
        if mention.day == own.day and not _one_title(mention.title, own.title):
            params = {"so": own.number, "khac": mention.title, "mong_doi": own.title}
            yield _Said(facts, mention.pin, params, ((other, own),))


def _one_title(one: str, two: str, *, short: bool = True) -> bool:
    """Whether two subjects are one; the shorter may be cut off. ``short``: the answer for what is too short to tell."""
    first, second = (keys(_HEAD.sub("", title.strip())) for title in (one, two))
    size = min(len(first), len(second))
    return short if size < TITLE_WORDS else likeness(first[:size], second[:size]) >= ONE_TITLE


_JUDGES: dict[str, Callable[[Sequence[Facts]], Iterator[_Said]]] = {
    TWICE: _twice,
    GAP: _gaps,
    DATE: _dates,
    TYPE: _types,
    BODY: _bodies,
    TITLE: _titles,
}
