"""Kind ``vocabulary``: words that must come from a list, or must not be used any more.

Purpose: closed lists (độ mật, độ khẩn), names of bodies and places with the days on which they existed
(rules/du-lieu/da-ket-thuc.yaml, tinh.yaml), a subject that says the type of the document again. Limits: names only;
letters in a number are the matter of ``code``. Text is compared without regard to case and tone placement.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from vanban_lint.checks.base import Context, Param, Target, as_day, fold, pattern, retyped
from vanban_lint.model import Hit
from vanban_lint.model.rule import Rule
from vanban_lint.text.phrases import expand, places

PARAMS = {
    "xet": Param(
        "choice",
        "thuoc: the text must be one of tu; het_han: a name of bang out of its days; noi_khac: a province that is not "
        "the issuing body's; lap_loai: begins with the type of the document; dung_loai: spells its type right",
        required=True,
        choices=("thuoc", "het_han", "noi_khac", "lap_loai", "dung_loai"),
    ),
    "tu": Param("list", "the words allowed"),
    "bang": Param("text", "table of names: ten, mau or cum, tu, den, thay"),
    "nhom": Param("list", "only names of these groups of the table"),
    "phan": Param("regex", "judge only the stretch that this finds (its group x where there is one)"),
    "ca_phan": Param("flag", "the name must be the whole stretch"),
}
FIELDS = ("thuc_te", "mong_doi", "ten", "den")

_PROVINCES = "tinh"


class Found(NamedTuple):
    """A stretch of the judged text and what to say of it."""

    start: int
    end: int
    wanted: str = ""
    name: str = ""
    day: str = ""


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    judge = _JUDGES[rule.tham_so["xet"]]
    for target in context.targets(rule):
        for start, end in _part(rule, target):
            text = fold(target.text[start:end])
            found = judge(rule, context, text)
            if found is not None:
                yield _hit(rule, target, found._replace(start=start + found.start, end=start + found.end))


def _part(rule: Rule, target: Target) -> Iterator[tuple[int, int]]:
    wanted = rule.tham_so.get("phan")
    if not wanted:
        yield 0, len(target.text)
        return
    match = pattern(wanted).search(fold(target.text))
    if match is not None:
        yield match.span("x" if "x" in match.re.groupindex else 0)


def _hit(rule: Rule, target: Target, found: Found) -> Hit:
    anchor, typed = target.anchor(found.start, found.end), target.text[found.start : found.end]
    params = {"thuc_te": typed, "mong_doi": found.wanted, "ten": found.name, "den": found.day}
    edits = retyped(rule, anchor, typed, found.wanted) if found.wanted else ()
    return Hit(anchor, params, suggestions=(found.wanted,) if found.wanted else (), edits=edits)


def _listed(rule: Rule, _: Context, text: str) -> Found | None:
    words = rule.tham_so["tu"]
    said = " ".join(text.split()).casefold()
    if not said or any(fold(word).casefold() == said for word in words):
        return None
    stripped = len(text) - len(text.lstrip())
    return Found(stripped, len(text.rstrip()), name=", ".join(words))


# Names that have ended


def _ended(rule: Rule, context: Context, text: str) -> Found | None:
    lowered = text.casefold() if len(text.casefold()) == len(text) else text.lower()
    for entry in _entries(rule, context):
        last, again = as_day(entry.get("den")), as_day(entry.get("tu_lai"))
        if last is None or context.date <= last or (again is not None and context.date >= again):
            continue
        span = _search(entry, lowered)
        if span and (not rule.tham_so.get("ca_phan") or lowered[slice(*span)] == lowered.strip()):
            return Found(*span, entry.get("thay", ""), entry["ten"], f"{last:%d/%m/%Y}")
    return None


def _entries(rule: Rule, context: Context) -> Iterator[Mapping[str, Any]]:
    groups = rule.tham_so.get("nhom")
    for entry in context.tables[rule.tham_so["bang"]]:
        if not groups or entry.get("nhom") in groups:
            yield entry


def _search(entry: Mapping[str, Any], lowered: str) -> tuple[int, int] | None:
    """Where a lower-cased text holds a name: its own pattern ``mau``, its phrases ``cum``, else ``ten``; whole words.

    Compiling a pattern for each of some hundred names costs more than all other checks; few of them are in a text.
    """
    if "mau" in entry:
        match = pattern(entry["mau"]).search(lowered)
        return match.span() if match else None
    after, before = tuple(entry.get("sau_khong", ())), tuple(entry.get("truoc_khong", ()))
    for written in entry.get("cum") or (fold(entry["ten"]).casefold(),):
        for phrase in expand(written):
            for at in places(lowered, phrase, after, before):
                return at, at + len(phrase)
    return None


# Provinces


def _elsewhere(rule: Rule, context: Context, text: str) -> Found | None:
    """A province in ``text`` that neither is nor became the province of the issuing body."""
    blocks = context.own("co_quan_chu_quan", "co_quan_ban_hanh")
    issuer = {_today(name, context) for name in _provinces(fold(" ".join(block.text for block in blocks)), context)}
    here = _provinces(text, context)
    if len(issuer) != 1 or not here or any(_today(name, context) in issuer for name in here):
        return None
    stripped = len(text) - len(text.lstrip())
    return Found(stripped, len(text.rstrip()), issuer.pop())


def _provinces(text: str, context: Context) -> list[str]:
    lowered = " ".join(text.lower().split())
    return [entry["ten"] for entry in context.tables[_PROVINCES] if _search(entry, lowered)]


def _today(name: str, context: Context) -> str:
    """The province that a province of any time belongs to now."""
    return next((entry.get("thay") or name for entry in context.tables[_PROVINCES] if entry["ten"] == name), name)


def _type_again(_: Rule, context: Context, text: str) -> Found | None:
    kind = context.structure.ten_loai.value
    name = next((entry["ten"] for entry in context.tables["loai"] if entry["khoa"] == kind), None)
    if name is None:
        return None
    match = re.match(rf"\s*(?P<x>{re.escape(fold(name))})\s+(?!hóa|viên)", text, re.IGNORECASE)
    return Found(*match.span("x"), name=name) if match else None


def _misspelt_type(_: Rule, context: Context, text: str) -> Found | None:
    """The words at the start that stand for the name of the document's type without being it."""
    kind = context.structure.ten_loai.value
    entry = next((entry for entry in context.tables["loai"] if entry["khoa"] == kind), None)
    if entry is None:
        return None
    words = text.split()
    names = [fold(name).upper() for name in (entry["ten"], *entry.get("khac", ()))]
    spread = all(len(word) == 1 for word in words) and "".join(words).upper() in [n.replace(" ", "") for n in names]
    if spread or " ".join(words).upper().startswith(tuple(names)):
        return None
    heading = re.match(rf"\s*(?P<x>\S+(?:\s+\S+){{0,{names[0].count(' ')}}})", text)
    return Found(*heading.span("x"), wanted=entry["ten"].upper(), name=entry["ten"]) if heading else None


_JUDGES: dict[str, Callable[[Rule, Context, str], Found | None]] = {
    "thuoc": _listed,
    "het_han": _ended,
    "noi_khac": _elsewhere,
    "lap_loai": _type_again,
    "dung_loai": _misspelt_type,
}
