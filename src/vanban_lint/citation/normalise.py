"""The number of a document taken apart, and the form in which it should have been written.

Purpose: "49- NQ/TW", "57/NQ-TW", "12/QD-TTg" to their parts and to "49-NQ/TW", "57-NQ/TW", "12/QĐ-TTg". Limits: letters
that a local body chose for itself are kept as written; what cannot be told stays as it is. Clauses: Hướng dẫn
36-HD/VPTW mục II, 1.3.2; Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3; forms in rules/du-lieu/loai.yaml and co-quan.yaml.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any, NamedTuple

from vanban_lint.text.lazy import lazy

#: First year of each term of the National Assembly; a term ends in the year in which the next begins.
TERM_STARTS = {10: 1997, 11: 2002, 12: 2007, 13: 2011, 14: 2016, 15: 2021, 16: 2026, 17: 2031}
TERM = lazy(r"(?P<body>QH|UBTVQH)(?P<term>\d{1,2})")
#: Bodies whose letters both party and state use, and associations, which follow no order of signs.
_BOTH = frozenset({"BCĐ", "HĐ", "TB", "BTC", "TT", "TTCT", "TCT", "VP", "CB", "ĐH", "BBT", "BTV", "BĐN"})
#: Suffixes that make letters those of a party body.
_PARTY = lazy(r"(?:VP|BTC|BTG|BDV|BTGDV|BNC|UBKT|BCĐ|BXDĐ|ĐU)(?:TW|TU|HU|ĐU|QU)|(?:TW|TU|HU|ĐU|ThU|QU)")
_STATE = frozenset({"CP", "TTg", "UBND", "HĐND", "VPCP", "CTN", "QH", "UBTVQH", "VPQH", "BNV", "BTC", "TTCP"})


class Vocabulary(NamedTuple):
    """Letters of types and bodies. ``types``: type name in small letters to its letters in any regime; ``None`` for a
    type that carries none (công văn of the state)."""

    types: Mapping[str, frozenset[str]]
    names: Mapping[str, str]
    codes: frozenset[str]
    party_bodies: frozenset[str]
    state_bodies: frozenset[str]
    plain_codes: Mapping[str, str]
    plain_bodies: Mapping[str, str]


class Number(NamedTuple):
    """A number taken apart: ``signs`` between its groups, ``ky_hieu`` as it should be, ``dang`` dang, hanh-chinh,
    quy-pham, cong-van or khac."""

    so: str
    nam: str | None
    loai: str | None
    co_quan: tuple[str, ...]
    signs: tuple[str, ...]
    ky_hieu: str
    dang: str
    miswritten: bool = False
    wrong_signs: bool = False


def vocabulary(tables: Mapping[str, Any]) -> Vocabulary:
    """Letters from the tables ``loai`` and ``co_quan``."""
    types: dict[str, frozenset[str]] = {}
    names: dict[str, str] = {}
    for entry in tables.get("loai") or ():
        codes = frozenset(code for listed in entry["ma"].values() for code in listed or ())
        for name in (entry["ten"], *entry.get("khac", ())):
            types[name.lower()] = codes
            names[name.lower()] = name
    codes = frozenset().union(*types.values()) | {"BS", "SY", "SL", "TrS", "VBHN", "CV"}
    bodies = tables.get("co_quan") or ()
    party = frozenset(entry["ma"] for entry in bodies if entry["che_do"] == "dang") - _BOTH
    state = frozenset(entry["ma"] for entry in bodies if entry["che_do"] != "dang") | _STATE
    known = [*sorted(state), *sorted(party)]
    return Vocabulary(
        types,
        names,
        codes,
        party - state,
        state - party,
        {plain(code): code for code in sorted(codes, reverse=True)},
        {plain(body): body for body in known if len(body) > 1},
    )


def plain(code: str) -> str:
    """A code without diacritics, stroke and case, to find the one that was meant."""
    letters = unicodedata.normalize("NFD", code.upper().replace("Đ", "D").replace("Ð", "D"))
    return "".join(letter for letter in letters if letter.isalnum())


def number(so: str, nam: str | None, groups: list[str], signs: list[str], words: Vocabulary) -> Number | None:
    """The parts of a number whose groups of letters are ``groups``; ``signs`` stand before the year and each group."""
    groups = [group.replace("Ð", "Đ") for group in groups]
    fixed = list(groups)
    kind = _meant(fixed[0], words.codes, words.plain_codes) if len(fixed) > 1 else None
    if kind is not None:
        fixed[0] = kind
        if fixed[1] not in words.party_bodies and fixed[1] not in words.state_bodies:
            fixed[1] = words.plain_bodies.get(plain(fixed[1]), fixed[1])
    bodies = tuple(fixed[1:] if kind else fixed)
    form = _form(nam, kind, bodies, signs, words)
    wanted = {"dang": ["-", "/"], "hanh-chinh": ["/", "-"], "quy-pham": ["/", "/", "-"]}.get(form, signs)
    wanted = [*wanted, *signs[len(wanted) :]][: len(signs)]
    wanted = ["/" if sign in "/∕／" else "-" for sign in wanted]
    parts = [nam, *fixed] if nam else fixed
    text = so + "".join(sign + part for sign, part in zip(wanted, parts, strict=True))
    return Number(so, nam, kind, bodies, tuple(signs), text, form, fixed != groups, wanted != signs)


def _meant(code: str, known: frozenset[str], by_plain: Mapping[str, str]) -> str | None:
    return code if code in known else by_plain.get(plain(code))


def _form(nam: str | None, kind: str | None, bodies: tuple[str, ...], signs: list[str], words: Vocabulary) -> str:
    if nam:
        return "quy-pham"
    if kind is None:
        return "cong-van" if signs[0] == "/" else "khac"
    if bodies[0] in words.party_bodies or (_PARTY.fullmatch(bodies[0]) and bodies[0] not in words.state_bodies):
        return "dang"
    if bodies[0] in words.state_bodies or TERM.fullmatch(bodies[0]):
        return "hanh-chinh"
    return "khac"


def right_term(year: int, found: Number) -> str | None:
    """The letters of the National Assembly that ``year`` calls for when those of ``found`` are of another term."""
    match = TERM.fullmatch(found.co_quan[0]) if found.co_quan else None
    if match is None:
        return None
    term = int(match["term"])
    start, end = TERM_STARTS.get(term), TERM_STARTS.get(term + 1)
    if start is None or end is None or start <= year <= end:
        return None
    return f"{match['body']}{next((n for n in sorted(TERM_STARTS, reverse=True) if TERM_STARTS[n] <= year), 10)}"
