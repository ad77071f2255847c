"""Profiles: which rules a kind of document is judged by, inherited from the general to the special.

Purpose: ``co-so`` -> ``dang`` | ``hanh-chinh`` | ``quy-pham`` | ``doan`` -> one per document type, ``van-xuoi``
apart. Limits: a profile only adds, drops or re-grades rules; whether a rule is in force is ``select``'s. A type
without a file of its own has a profile all the same, made from rules/du-lieu/loai.yaml, so there is no wall of empty
files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from vanban_lint.ruleset import names
from vanban_lint.ruleset.bundle import Bundle

#: Keys of a profile file.
KEYS = ("ten", "ke_thua", "them", "bo", "muc_do")


class Profile(NamedTuple):
    """``regime`` and ``ten_loai`` are what choosing the profile by name says of the document.

    ``them`` and ``bo`` are selectors of rules added (though off by default) and dropped; ``muc_do`` re-grades.
    """

    name: str
    ten: str
    regime: str
    ten_loai: str | None = None
    them: frozenset[str] = frozenset()
    bo: frozenset[str] = frozenset()
    muc_do: Mapping[str, str] = MappingProxyType({})


def profile_name(regime: str, ten_loai: str | None, bundle: Bundle) -> str:
    """Name of the profile of a regime and a type ("dang/chi-thi"); the regime's own when the type has none."""
    for entry in bundle.tables["loai"]:
        if entry["khoa"] == ten_loai and regime in entry["ma"]:
            return f"{regime}/{entry['slug']}"
    return regime


def profile_names(bundle: Bundle) -> tuple[str, ...]:
    """Every profile that may be asked for, regimes first."""
    regimes = sorted(name for name in bundle.profiles if "/" not in name and name != "co-so")
    return (*regimes, *sorted(_typed(bundle)))


def resolve(name: str, bundle: Bundle) -> Profile:
    """The profile with everything it inherits; ConfigError for an unknown name."""
    typed = _typed(bundle)
    if name not in typed and (name not in bundle.profiles or name == "co-so"):
        raise names.unknown("config.unknown_profile", name, profile_names(bundle))
    regime = name.partition("/")[0]
    title, key = typed.get(name, ("", None))
    added: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()
    severities: dict[str, str] = {}
    for data in _lineage(name, bundle):
        more, fewer = frozenset(data.get("them", ())), frozenset(data.get("bo", ()))
        added, dropped = (added - fewer) | more, (dropped - more) | fewer
        severities |= data.get("muc_do", {})
        title = data.get("ten", title)
    return Profile(name, title, regime, key, added, dropped, severities)


def _typed(bundle: Bundle) -> dict[str, tuple[str, str]]:
    """ "regime/slug" -> name and key of the type."""
    return {
        f"{regime}/{entry['slug']}": (entry["ten"], entry["khoa"])
        for entry in bundle.tables["loai"]
        for regime in entry["ma"]
        if regime in bundle.profiles
    }


def _lineage(name: str, bundle: Bundle) -> Iterator[Mapping[str, Any]]:
    """Data of the profiles from the most general to ``name``."""
    data = bundle.profiles.get(name, {})
    parent = data.get("ke_thua", name.rpartition("/")[0])
    if parent:
        yield from _lineage(parent, bundle)
    yield data
