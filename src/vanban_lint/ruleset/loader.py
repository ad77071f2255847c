"""Rule files into rules: reads YAML, has it validated, keeps the order of ids.

Purpose: the bundled rules of a checkout and the folders that a user names. Limits: YAML in, rules out; the
compiled form is ``bundle``'s. Neighbours: ``source`` (marks), ``validate`` (what an entry must be).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from vanban_lint.checks import KINDS, foreign_kinds
from vanban_lint.model.rule import Rule
from vanban_lint.ruleset import bundle
from vanban_lint.ruleset.source import Source, read_yaml
from vanban_lint.ruleset.validate import Validator, validate_profile

RULES_GROUP, TEMPLATES_GROUP = "vanban_lint.rules", "vanban_lint.templates"


class Entry(NamedTuple):
    """A rule as written: where it stands, its place in the file, and the rule."""

    source: Source
    place: int
    rule: Rule

    @property
    def data(self) -> Mapping[str, Any]:
        return self.source.data[self.place]  # type: ignore[no-any-return]


def read_entries(folder: Path, validator: Validator) -> tuple[Entry, ...]:
    """Every rule of folder/*.yaml in the order of ids; ConfigError at the first mistake."""
    return tuple(sorted(_entries(folder, validator), key=lambda entry: entry.rule.id))


def _entries(folder: Path, validator: Validator) -> Iterator[Entry]:
    for path in sorted(folder.glob("*.yaml")):
        source = read_yaml(path)
        validator.file(source)
        for place, data in enumerate(source.data or ()):
            yield Entry(source, place, bundle.rule(data))


def read_tables(folder: Path) -> dict[str, Any]:
    """folder/*.yaml by stem with '-' as '_'."""
    return {path.stem.replace("-", "_"): read_yaml(path).data for path in sorted(folder.glob("*.yaml"))}


def read_profiles(folder: Path) -> dict[str, Mapping[str, Any]]:
    """folder/**/*.yaml by path without suffix ("dang/chi-thi")."""
    profiles = {}
    for path in sorted(folder.rglob("*.yaml")):
        source = read_yaml(path)
        validate_profile(source)
        profiles[path.relative_to(folder).with_suffix("").as_posix()] = source.data
    return profiles


def read_bundle(root: Path) -> bundle.Bundle:
    """The bundle of a checkout's rules/ folder."""
    tables = read_tables(root / "du-lieu")
    rules = tuple(entry.rule for entry in read_entries(root, Validator(tables)))
    return bundle.Bundle(rules, tables, read_profiles(root / "profiles"))


def read_user_rules(folders: Iterable[Path], shipped: bundle.Bundle) -> tuple[Rule, ...]:
    """Rules of a user's folders, validated as the bundled ones are; their ids may not be taken."""
    return tuple(entry.rule for entry in read_user_entries(folders, shipped))


def read_user_entries(folders: Iterable[Path], shipped: bundle.Bundle) -> tuple[Entry, ...]:
    """The same with their places in the files. These rules may use check kinds of other packages."""
    validator = Validator(shipped.tables, shipped.rules, (*KINDS, *foreign_kinds()))
    return tuple(entry for folder in folders for entry in read_entries(folder, validator))


def packaged_folder(name: str, group: str = RULES_GROUP) -> Path | None:
    """The folder of rules, or of templates, that an installed package offers under ``name``: an entry point of
    ``group`` whose value is the package that holds the files. ``None`` when there is none."""
    from importlib.metadata import entry_points

    for point in entry_points(group=group, name=name):
        return Path(point.load().__file__).parent
    return None
