"""Is this a rule? Shape, names, patterns, messages; one line with file, line, span and hint for the first mistake.

Purpose: refuse a bad rule before it judges anybody. Limits: whether a rule is right is shown by its examples (tests).
Neighbours: ``schema`` (shapes), ``conform`` (the walk), ``loader`` (the caller).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from string import Formatter
from typing import Any

from vanban_lint.checks import KINDS, kind
from vanban_lint.errors import ConfigError
from vanban_lint.filters.severity import STRONG
from vanban_lint.model.rule import Rule
from vanban_lint.ruleset.conform import problems
from vanban_lint.ruleset.names import nearest
from vanban_lint.ruleset.schema import params_schema, profile_schema, rule_schema
from vanban_lint.ruleset.source import Source

#: Fields that a message may use whatever its kind.
COMMON_FIELDS = ("thuc_te", "mong_doi")


class Validator:
    """Validates rules of several files together: ids and names are unique over all of them and over ``taken``."""

    def __init__(self, tables: Mapping[str, Any], taken: Iterable[Rule] = (), kinds: Iterable[str] = KINDS) -> None:
        self._schema = rule_schema(tables, kinds)
        self._params: dict[str, dict[str, Any]] = {}
        self._firm = {
            entry["id"]
            for entry in tables["dong_quy_uoc"]
            if STRONG in (entry["tin_cay"], *entry.get("theo", {}).values())
        }
        self._seen = {name: rule.id for rule in taken for name in (rule.id, rule.ten, *rule.bi_danh)}

    def file(self, source: Source) -> None:
        """ConfigError unless the file is a list of rules; an empty file is an empty list."""
        if not isinstance(source.data, list | None):
            raise source.error("schema.not_array", ())
        for place, data in enumerate(source.data or ()):
            self._rule(source, place, data)

    def _rule(self, source: Source, place: int, data: Any) -> None:
        _conform(source, data, self._schema, (place,))
        name = data["check"]
        if name not in self._params:
            self._params[name] = params_schema(name)
        if "tham_so" in data or self._params[name].get("required"):
            _conform(source, data.get("tham_so", {}), self._params[name], (place, "tham_so"))
        self._unique(source, place, data)
        for lang in ("vi", "en"):
            _message(source, (place, lang), data.get(lang, ""), name)
        lines = data.get("quy_uoc", ())
        if data["muc_do"] == "loi" and lines and not self._firm.intersection(lines):
            raise source.error("rule.weak_lines", (place, "muc_do"), lines=", ".join(lines))

    def _unique(self, source: Source, place: int, data: Mapping[str, Any]) -> None:
        former = [("bi_danh", name) for name in data.get("bi_danh", ())]
        for key, name in (("id", data["id"]), ("ten", data["ten"]), *former):
            if name in self._seen:
                raise source.error("rule.taken", (place, key), name=name, other=self._seen[name])
            self._seen[name] = data["id"]


def validate_profile(source: Source) -> None:
    """ConfigError unless the file is a profile."""
    _conform(source, source.data, profile_schema(), ())


def _conform(source: Source, data: Any, schema: Mapping[str, Any], keys: tuple[str | int, ...]) -> None:
    for problem in problems(data, schema, keys):
        raise source.error(problem.key, problem.keys, of_key=problem.of_key, **problem.params)


def _message(source: Source, keys: tuple[str | int, ...], text: str, check: str) -> None:
    allowed = (*COMMON_FIELDS, *kind(check).FIELDS)
    try:
        fields = [name for _text, name, _format, _conversion in Formatter().parse(text) if name is not None]
    except ValueError as error:
        raise source.error("rule.braces", keys, reason=str(error)) from None
    for name in fields:
        if name not in allowed:
            near = nearest(name, allowed)
            raise _unknown_field(source, keys, name, near, ", ".join(dict.fromkeys(allowed)))


def _unknown_field(source: Source, keys: tuple[str | int, ...], name: str, near: str, known: str) -> ConfigError:
    key = "rule.unknown_field.near" if near else "rule.unknown_field"
    return source.error(key, keys, name=name, near=near, known=known)
