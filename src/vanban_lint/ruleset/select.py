"""Selection: which rules judge this document, and what is said about those that cannot.

Purpose: a plan from regime, date, type, profile, conditions and the user's wishes. Limits: looks at the structure,
never at text; runs nothing. Neighbours: ``profile``, ``names``, ``engine``.

A rule is selected when a convention in force on the day has a clause for it, the profile keeps it, the user did not
drop it and its conditions (``khi``) hold. Failing any of these it has nothing to say, and nothing is said of it. A
selected rule whose part was not found, though every document has that part, is a gap; one gap a part.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from vanban_lint.catalogue import say
from vanban_lint.checks import ABSENCE_KINDS, LAYOUT_KINDS
from vanban_lint.config import Settings
from vanban_lint.model import Gap, Structure
from vanban_lint.model.rule import COMMON, Convention, Rule
from vanban_lint.ruleset import names
from vanban_lint.ruleset.bundle import Bundle
from vanban_lint.ruleset.profile import Profile

#: Selectors that are not block names, with the zone that they need (``None``: nothing).
WIDE_SELECTORS: dict[str, str | None] = {
    "doan": "noi_dung",
    "muc": None,
    "van_ban": None,
    "van_xuoi": None,
    "moi_doan": None,
}


class Plan(NamedTuple):
    """The rules to run, in the order of ids, under these conventions; ``gaps`` tells what cannot be judged."""

    rules: tuple[Rule, ...]
    conventions: tuple[Convention, ...]
    gaps: tuple[Gap, ...]


def all_rules(bundle: Bundle, settings: Settings) -> tuple[Rule, ...]:
    """Bundled and user rules in the order of ids."""
    return tuple(sorted((*bundle.rules, *settings.rules), key=lambda rule: rule.id))


def conventions(tables: Mapping[str, Any]) -> tuple[Convention, ...]:
    """Every convention of rules/du-lieu/quy-uoc.yaml."""
    return tuple(
        Convention(entry["id"], entry["ten"], entry["regime"], _day(entry.get("tu")), _day(entry.get("den")))
        for entry in tables["quy_uoc"]
    )


def in_force(tables: Mapping[str, Any], regime: str, day: dt.date) -> tuple[Convention, ...]:
    """Conventions of the regime in force on ``day``, those for every regime last."""
    governing = [item for item in conventions(tables) if item.regime in (regime, "*") and item.in_force(day)]
    return tuple(sorted(governing, key=lambda item: item.id == COMMON))


def plan(
    bundle: Bundle, structure: Structure, profile: Profile, day: dt.date, settings: Settings, *, laid_out: bool = True
) -> Plan:
    """What to run on a document of this structure, judged by ``day``; ``laid_out``: it has fonts, margins and the like.

    Plain text has none: the kinds that judge them are left out without a word, as nobody expects them.
    """
    governing = in_force(bundle.tables, structure.regime.value, day)
    ids = {item.id for item in governing}
    wanted = _wanted(profile, settings)
    candidates = [
        rule
        for rule in all_rules(bundle, settings)
        if ids & rule.nguon.keys()
        and (laid_out or rule.check not in LAYOUT_KINDS)
        and wanted(rule)
        and conditions_hold(rule.khi, structure)
    ]
    gaps = [*_uncovered(bundle, structure.regime.value, day, governing, settings.lang)]
    expected = _expected(bundle, structure)
    runnable, missing = [], dict[str, list[str]]()
    for rule in candidates:
        lacking = _lacking(rule, structure)
        if not lacking:
            runnable.append(rule)
        for name in lacking:
            if name in expected:
                missing.setdefault(name, []).append(rule.id)
    gaps += [_missing(silent, expected[name], settings.lang) for name, silent in missing.items()]
    return Plan(tuple(runnable), governing, tuple(gaps))


def conditions_hold(khi: Mapping[str, Any], structure: Structure) -> bool:
    """Whether all conditions of a rule hold on a document."""
    tests: dict[str, Callable[[Any], bool]] = {
        "loai": lambda value: structure.ten_loai.value in value,
        "loai_tru": lambda value: structure.ten_loai.value not in value,
        "cap": lambda value: structure.cap.value in value,
        "co": lambda value: all(structure.first(name) for name in value),
        "thieu": lambda value: not any(structure.first(name) for name in value),
        "mau": lambda value: structure.is_template == value,
    }
    return all(tests[name](value) for name, value in khi.items())


def _wanted(profile: Profile, settings: Settings) -> Callable[[Rule], bool]:
    def any_matches(selectors: tuple[str, ...] | frozenset[str], rule: Rule) -> bool:
        return any(names.matches(selector, rule) for selector in selectors)

    def wanted(rule: Rule) -> bool:
        if any_matches(settings.ignore, rule):
            return False
        if settings.select:
            return any_matches(settings.select, rule)
        return (rule.mac_dinh or settings.strict or any_matches(profile.them, rule)) and not any_matches(
            profile.bo, rule
        )

    return wanted


def _lacking(rule: Rule, structure: Structure) -> tuple[str, ...]:
    """The parts a rule speaks of, when the document has none of them."""
    if rule.check in ABSENCE_KINDS:
        return ()
    for name in rule.o:
        if name in WIDE_SELECTORS:
            zone = WIDE_SELECTORS[name]
            if zone is None or any(found.name == zone for found in structure.zones):
                return ()
        elif structure.first(name):
            return ()
    return rule.o


def _expected(bundle: Bundle, structure: Structure) -> dict[str, Mapping[str, Any]]:
    """The parts that every document of this regime and type has."""
    regime, ten_loai = structure.regime.value, structure.ten_loai.value
    return {
        entry["khoa"]: entry
        for entry in bundle.tables["thanh_phan"]
        if regime in entry.get("can_co", ()) and ten_loai not in entry.get("tru_loai", ())
    }


def _missing(rules: list[str], entry: Mapping[str, Any], lang: str) -> Gap:
    part = entry["en"] if lang == "en" else entry["ten"]
    return Gap(None, say("gap.part_missing", lang, part=part, rules=", ".join(rules)))


def _uncovered(
    bundle: Bundle, regime: str, day: dt.date, governing: tuple[Convention, ...], lang: str
) -> Iterator[Gap]:
    """Says so when only the common rules could run: no convention of the regime is known, or none for that day."""
    if any(item.regime == regime for item in governing):
        return
    known = any(item.regime == regime for item in conventions(bundle.tables))
    key = "gap.no_convention_then" if known else "gap.no_convention"
    yield Gap(None, say(key, lang, regime=say(f"regime.{regime}", lang), day=f"{day:%d/%m/%Y}"))


def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)
