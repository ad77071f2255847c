"""Configuration: what a user asks for, from vanban-lint.yaml or pyproject.toml, per file.

Purpose: find the file upwards, refuse what it does not know with a suggestion, and answer with ``Settings`` for each
document. Limits: knows the names of rules but not what they do. Neighbours: ``ruleset`` (rule ids), ``engine`` (uses
``Settings``), ``cli`` (options win over the file). Neither tomllib nor yaml is imported unless a file asks for it.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from vanban_lint.model import Anchor
from vanban_lint.model.rule import Rule

if TYPE_CHECKING:
    from vanban_lint.ruleset.source import Source

FILE, PROJECT_FILE, TABLE = "vanban-lint.yaml", "pyproject.toml", "vanban-lint"


class Hidden(NamedTuple):
    """Findings not to show for a file: by ``rules`` (selectors: ids, prefixes, names) or by ``fingerprints``.

    ``reason`` is shown; ``origin`` says where this was asked for ("vanban-lint.yaml: theo_tep 1"). With ``anchors``
    only findings that touch one of them are meant: none at all, where there is none.
    """

    rules: tuple[str, ...]
    reason: str
    origin: str = ""
    fingerprints: frozenset[str] = frozenset()
    anchors: tuple[Anchor, ...] | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """How one document is to be judged. ``date`` and ``profile`` override what the document says of itself.

    ``select`` and ``ignore`` hold selectors: rule ids, prefixes ("TT1") or names. ``rules`` are the user's own rules,
    ``muc_do`` maps a selector to a severity, ``today`` is the day for a document without a date. ``words`` are those of
    the user's dictionaries, ``register`` the documents of the user's registers (``van_ban``, ``day_du``); ``trinh_bay``
    is the table of layouts with an agency's own laid over it, if it has one. ``baseline`` is the path of a baseline.
    ``strict`` runs the rules that are off by default too; ``house`` is the house style: "kieu_dau" to cu or moi,
    "i_y" to i or y.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: str | None = None
    date: dt.date | None = None
    today: dt.date = field(default_factory=dt.date.today)
    lang: str = "vi"
    fail_on: str = "loi"
    muc_do: Mapping[str, str] = field(default_factory=dict)
    hidden: tuple[Hidden, ...] = ()
    rules: tuple[Rule, ...] = ()
    words: tuple[str, ...] = ()
    baseline: str | None = None
    register: Mapping[str, Any] = field(default_factory=dict)
    trinh_bay: Mapping[str, Any] | None = None
    strict: bool = False
    house: Mapping[str, str] = field(default_factory=dict)


class PerFile(NamedTuple):
    """An entry of ``theo_tep``: a glob, and what it changes. ``*`` crosses folders; a glob without "/" is a name."""

    glob: str
    profile: str | None
    hidden: Hidden | None

    def fits(self, relative: str) -> bool:
        from fnmatch import fnmatchcase

        return fnmatchcase(relative if "/" in self.glob else relative.rpartition("/")[2], self.glob)


class Config(NamedTuple):
    """A configuration file, read and found right. ``folder`` is what its globs are relative to."""

    path: str
    folder: str
    base: Settings
    per_file: tuple[PerFile, ...] = ()

    def settings(self, document: str) -> Settings:
        """Settings for one document; of several entries that fit it, the first to name a profile decides on it."""
        if not self.per_file:
            return self.base
        relative = relative_to(self.folder, document)
        fitting = [entry for entry in self.per_file if entry.fits(relative)]
        profile = next((entry.profile for entry in fitting if entry.profile), self.base.profile)
        hidden = tuple(entry.hidden for entry in fitting if entry.hidden)
        return replace(self.base, profile=profile, hidden=(*self.base.hidden, *hidden))


def settings_for(document: str, config: str | None = None) -> Settings:
    """Settings for a document ("-" is standard input): from ``config``, or from the file found upwards from it.

    ConfigError when the configuration is wrong or the named file is missing; defaults when there is none.
    """
    path = config or find_config(os.getcwd() if document == "-" else os.path.dirname(os.path.abspath(document)))
    return load_config(path).settings(document) if path else Settings()


def dictionaries(folder: str) -> list[str]:
    """Paths of the dictionaries that the configuration for ``folder`` names, whether they exist or not."""
    path = find_config(folder)
    data = (_read(path).data or {}) if path else {}
    names = data.get("tu_dien", ()) if isinstance(data, Mapping) else ()
    return [os.path.join(os.path.dirname(os.path.abspath(path or "")), str(name)) for name in names]


def agency_profile(folder: str, config: str | None = None) -> tuple[Mapping[str, Any], list[str]]:
    """What new documents take from the configuration for ``folder``: ``co_quan`` (values by their keys), template
    folders: those of the packages it names, then its own, which win.
    """
    path = config or find_config(folder)
    data = (_read(path).data or {}) if path else {}
    if not isinstance(data, Mapping):
        return {}, []
    if path:
        load_config(path)  # a mistake in the file is told before anything is written
    home = os.path.dirname(os.path.abspath(path or ""))
    own = [os.path.join(home, str(name)) for name in data.get("thu_muc_mau", ())]
    return data.get("co_quan", {}), [*_packaged_templates(data.get("goi", ())), *own]


def _packaged_templates(packages: Sequence[str]) -> Iterator[str]:
    """The template folders of the packages that ``goi`` names; not every package has one."""
    for name in packages:
        from vanban_lint.ruleset.loader import TEMPLATES_GROUP, packaged_folder

        if found := packaged_folder(name, TEMPLATES_GROUP):
            yield str(found)


def rule_folders(folder: str) -> list[str]:
    """The rule folders that the configuration for ``folder`` names itself; ConfigError when it is wrong."""
    path = find_config(folder)
    data = (_read(path).data or {}) if path else {}
    if path:
        load_config(path)
    names = data.get("thu_muc_quy_tac", ()) if isinstance(data, Mapping) else ()
    return [os.path.join(os.path.dirname(os.path.abspath(path or "")), str(name)) for name in names]


@cache
def find_config(folder: str) -> str | None:
    """The nearest vanban-lint.yaml, or pyproject.toml with a [tool.vanban-lint] table, in ``folder`` or above it."""
    path = os.path.join(folder, FILE)
    if os.path.isfile(path):
        return path
    path = os.path.join(folder, PROJECT_FILE)
    if os.path.isfile(path) and _has_table(path):
        return path
    above = os.path.dirname(folder)
    return None if above == folder else find_config(above)


def _has_table(path: str) -> bool:
    with open(path, encoding="utf-8", errors="replace") as file:
        return f"[tool.{TABLE}" in file.read()


@cache
def load_config(path: str) -> Config:
    """Read and check one configuration file; ConfigError with file, line, span and hint for the first mistake."""
    from vanban_lint.ruleset.conform import problems
    from vanban_lint.ruleset.schema import config_schema

    source = _read(path)
    if source.data is None:
        return Config(path, os.path.dirname(os.path.abspath(path)), Settings(), ())
    for problem in problems(source.data, config_schema()):
        raise source.error(problem.key, problem.keys, of_key=problem.of_key, **problem.params)
    return _config(path, source)


def _read(path: str) -> Source:
    from pathlib import Path

    if path.endswith(".toml"):
        from vanban_lint.ruleset.toml_source import read_toml

        return read_toml(Path(path), ("tool", TABLE))
    from vanban_lint.ruleset.source import read_yaml

    return read_yaml(Path(path))


def _config(path: str, source: Source) -> Config:
    data: Mapping[str, Any] = source.data
    folder = os.path.dirname(os.path.abspath(path))
    rules = _user_rules(folder, source)
    _require_known(source, rules)
    base = Settings(
        select=tuple(data.get("select", ())),
        ignore=tuple(data.get("ignore", ())),
        profile=data.get("profile"),
        date=_date(source),
        lang=data.get("lang", "vi"),
        fail_on=data.get("fail_on", "loi"),
        muc_do=data.get("muc_do", {}),
        rules=rules,
        words=tuple(_words(folder, source)),
        baseline=os.path.join(folder, data["tep_nen"]) if "tep_nen" in data else None,
        register=_register(folder, source),
        trinh_bay=_own_layout(folder, data),
        strict=data.get("strict", False),
        house=data.get("kieu_viet", {}),
    )
    return Config(path, folder, base, tuple(_per_file(source)))


def _per_file(source: Source) -> Iterator[PerFile]:
    for place, entry in enumerate(source.data.get("theo_tep", ())):
        ignored, reason = tuple(entry.get("ignore", ())), entry.get("ly_do", "").strip()
        if ignored and not reason:
            raise source.error("config.no_reason", ("theo_tep", place, "ignore"))
        origin = f"{os.path.basename(source.path)}: theo_tep {entry['tep']}"
        yield PerFile(entry["tep"], entry.get("profile"), Hidden(ignored, reason, origin) if ignored else None)


def _user_rules(folder: str, source: Source) -> tuple[Rule, ...]:
    names, packages = source.data.get("thu_muc_quy_tac", ()), source.data.get("goi", ())
    if not names and not packages:
        return ()
    from pathlib import Path

    from vanban_lint.ruleset.bundle import bundled
    from vanban_lint.ruleset.loader import TEMPLATES_GROUP, packaged_folder, read_user_rules

    folders = [Path(folder, name) for name in names]
    for place, path in enumerate(folders):
        if not path.is_dir():
            raise source.error("config.no_folder", ("thu_muc_quy_tac", place))
    for place, name in enumerate(packages):
        found = packaged_folder(name)
        if found is not None:
            folders.append(found)
        elif packaged_folder(name, TEMPLATES_GROUP) is None:
            raise source.error("config.no_package", ("goi", place), name=name)
    return read_user_rules(folders, bundled())


def _own_layout(folder: str, data: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The table of layouts with the file that ``nep_trinh_bay`` names laid over it."""
    if "nep_trinh_bay" not in data:
        return None
    from pathlib import Path

    from vanban_lint.ruleset.bundle import bundled
    from vanban_lint.ruleset.house import read_house

    return read_house(Path(folder, data["nep_trinh_bay"]), bundled().tables["trinh_bay"])


def _words(folder: str, source: Source) -> Iterator[str]:
    """The words of the dictionaries that ``tu_dien`` names; ConfigError for one that can't be read."""
    for place, name in enumerate(source.data.get("tu_dien", ())):
        from vanban_lint.spelling.dictionary import read_words

        try:
            yield from read_words(os.path.join(folder, name))
        except (OSError, UnicodeDecodeError):
            raise source.error("config.no_dictionary", ("tu_dien", place)) from None


def _register(folder: str, source: Source) -> Mapping[str, Any]:
    """What the registers hold that ``so_bo`` names; ConfigError for one that is missing or wrong."""
    names = source.data.get("so_bo", ())
    if not names:
        return {}
    from pathlib import Path

    from vanban_lint.ruleset.user_register import read_registers

    return read_registers(Path(folder, name) for name in names)


def _require_known(source: Source, user_rules: tuple[Rule, ...]) -> None:
    """Every rule and profile that the file names exists: a mistyped name would read exactly like a clean document."""
    from vanban_lint.ruleset.bundle import bundled
    from vanban_lint.ruleset.names import matches, nearest
    from vanban_lint.ruleset.profile import profile_names

    bundle = bundled()
    rules = (*bundle.rules, *user_rules)
    known = [name for rule in rules for name in (rule.id, rule.ten)]
    for keys, selector, of_key in _selectors(source.data):
        if not any(matches(selector, rule) for rule in rules):
            near = nearest(selector, known)
            key = "config.unknown_rule.near" if near else "config.unknown_rule"
            raise source.error(key, keys, of_key=of_key, name=selector, near=near)
    profiles = profile_names(bundle)
    for keys, name in _profiles(source.data):
        if name not in profiles:
            near = nearest(name, profiles)
            key = "config.unknown_profile.near" if near else "config.unknown_profile"
            raise source.error(key, keys, name=name, near=near)


def _selectors(data: Mapping[str, Any]) -> Iterator[tuple[tuple[str | int, ...], str, bool]]:
    for key in ("select", "ignore"):
        yield from (((key, place), name, False) for place, name in enumerate(data.get(key, ())))
    yield from ((("muc_do", name), name, True) for name in data.get("muc_do", ()))
    for entry_place, entry in enumerate(data.get("theo_tep", ())):
        for place, name in enumerate(entry.get("ignore", ())):
            yield ("theo_tep", entry_place, "ignore", place), name, False


def _profiles(data: Mapping[str, Any]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if "profile" in data:
        yield ("profile",), data["profile"]
    for place, entry in enumerate(data.get("theo_tep", ())):
        if "profile" in entry:
            yield ("theo_tep", place, "profile"), entry["profile"]


def _date(source: Source) -> dt.date | None:
    if "date" not in source.data:
        return None
    try:
        return dt.date.fromisoformat(source.data["date"])
    except ValueError:
        raise source.error("config.bad_date", ("date",)) from None


def relative_to(folder: str, document: str) -> str:
    """The path as globs see it: from ``folder``, with "/"; the path as given for a file outside it."""
    path = os.path.abspath(document)
    inside = path.startswith(os.path.join(folder, ""))
    return (path[len(os.path.join(folder, "")) :] if inside else document).replace(os.sep, "/")
