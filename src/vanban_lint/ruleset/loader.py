"""Rule files into rules: reads YAML, has it validated, keeps the order of ids.

Purpose: the bundled rules of a checkout and the folders that a user names. Limits: YAML in, rules out; the
compiled form is ``bundle``'s. Neighbours: ``source`` (marks), ``validate`` (what an entry must be).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from vanban_lint.model.rule import Rule
from vanban_lint.ruleset import bundle
from vanban_lint.ruleset.source import Source, read_yaml


class Entry(NamedTuple):
    """A rule as written: where it stands, its place in the file, and the rule."""

    source: Source
    place: int
    rule: Rule

    @property
    def data(self) -> Mapping[str, Any]:
        return self.source.data[self.place]  # type: ignore[no-any-return]


def read_entries(folder: Path) -> tuple[Entry, ...]:
    """Every rule of folder/*.yaml in the order of ids; ConfigError at the first mistake."""
    return tuple(sorted(_entries(folder), key=lambda entry: entry.rule.id))


def _entries(folder: Path) -> Iterator[Entry]:
    for path in sorted(folder.glob("*.yaml")):
        source = read_yaml(path)
        for place, data in enumerate(source.data or ()):
            yield Entry(source, place, bundle.rule(data))


def read_tables(folder: Path) -> dict[str, Any]:
    """folder/*.yaml by stem with '-' as '_'."""
    return {path.stem.replace("-", "_"): read_yaml(path).data for path in sorted(folder.glob("*.yaml"))}


def read_profiles(folder: Path) -> dict[str, Mapping[str, Any]]:
    """folder/**/*.yaml by path without suffix ("dang/chi-thi")."""
    files = sorted(folder.rglob("*.yaml"))
    return {path.relative_to(folder).with_suffix("").as_posix(): read_yaml(path).data for path in files}


def read_bundle(root: Path) -> bundle.Bundle:
    """The bundle of a checkout's rules/ folder."""
    rules = tuple(entry.rule for entry in read_entries(root))
    return bundle.Bundle(rules, read_tables(root / "du-lieu"), read_profiles(root / "profiles"))
