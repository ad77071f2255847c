"""An agency's own layout: values narrower than those of the guides, in one small file that inherits the rest.

Purpose: read the file that the configuration names (``nep_trinh_bay``), refuse what is misspelt, misshapen or against
the guides, and lay it over the table ``trinh_bay``. Limits: numbers and flags only; words of rules stay the rules' own.
Neighbours: ``config`` calls, ``checks.dressing`` looks the values up.

The file has the groups of rules/du-lieu/trinh-bay.yaml, and two keys of its own: ``ke_thua``, the guides it follows,
and ``ten``, the name that findings give as the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from vanban_lint.checks.dressing import inherited
from vanban_lint.errors import ConfigError
from vanban_lint.ruleset.conform import problems
from vanban_lint.ruleset.source import Source, read_yaml

Keys = tuple[str, ...]

GROUPS = ("trang", "kieu_chu", "duong_ke", "de_muc", "doan")
#: Groups whose entries all have the same properties: what one part may state, every part may.
_ALIKE = ("kieu_chu", "de_muc")
#: Not ranges: the size of paper, which no agency chooses, and the usual values of an indent.
_FIXED, _LISTS = ("kho",), ("lui_quen",)


def read_house(path: Path, table: Mapping[str, Any]) -> dict[str, Any]:
    """The table ``trinh_bay`` with the file laid over it; ConfigError, with file and line, for the first mistake."""
    source = read_yaml(path)
    if source.data is None:
        raise ConfigError("schema.empty", str(path), span=path.name)
    for problem in problems(source.data, _schema(table)):
        raise source.error(problem.key, problem.keys, of_key=problem.of_key, **problem.params)
    house: Mapping[str, Any] = source.data
    own = {group: house[group] for group in GROUPS if group in house}
    laid = dict(table)
    for name in house["ke_thua"]:
        groups = {group: inherited(table, name, group) for group in own}
        _require_narrower(source, own, groups)
        laid[name] = {
            **table[name],
            **{group: _over(groups[group], own[group]) for group in own},
            "rieng": {**own, "ten": house["ten"]},
        }
    return laid


def _over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Values of ``above`` over those of ``below``, mappings inside laid over each other too."""
    merged = dict(below)
    for key, value in above.items():
        inner = merged.get(key)
        merged[key] = _over(inner, value) if isinstance(inner, Mapping) and isinstance(value, Mapping) else value
    return merged


def _require_narrower(source: Source, own: Mapping[str, Any], guide: Mapping[str, Any]) -> None:
    for keys, value in _leaves(own):
        allowed: Any = guide
        for key in keys:
            allowed = allowed.get(key) if isinstance(allowed, Mapping) else None
        if isinstance(value, list) and keys[-1] not in _LISTS:
            if value[0] > value[1]:
                raise source.error("house.turned", keys)
            if allowed is not None and not allowed[0] <= value[0] <= value[1] <= allowed[1]:
                raise source.error("house.wider", keys, allowed=f"[{allowed[0]}, {allowed[1]}]")
        elif isinstance(value, bool | str):
            if allowed is not None and value != allowed:
                raise source.error("house.against", keys, allowed=str(allowed).lower())
        elif not isinstance(value, list) and allowed is not None and value < allowed:
            raise source.error("house.less", keys, allowed=allowed)


def _leaves(values: Mapping[str, Any], keys: Keys = ()) -> Iterator[tuple[Keys, Any]]:
    for key, value in values.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, (*keys, key))
        else:
            yield (*keys, key), value


def _schema(table: Mapping[str, Any]) -> dict[str, Any]:
    """What a file may state: everything that some guide states, in the same shape."""
    entries = list(table.values())
    properties: dict[str, Any] = {
        "ten": {"type": "string"},
        "ke_thua": {"type": "array", "items": {"enum": list(table)}, "minItems": 1},
    }
    for group in GROUPS:
        found = [entry[group] for entry in entries if group in entry]
        shape = _shape(found)
        if group in _ALIKE:
            alike = _shape(part for values in found for part in values.values())
            shape["properties"] = dict.fromkeys(shape["properties"], alike)
        properties[group] = shape
    return {"type": "object", "properties": properties, "additionalProperties": False, "required": ["ten", "ke_thua"]}


def _shape(values: Iterable[Any], name: str = "") -> dict[str, Any]:
    """The JSON Schema of values that belong under one key."""
    found = list(values)
    first = found[0]
    if isinstance(first, Mapping):
        keys = dict.fromkeys(key for value in found for key in value if key not in _FIXED)
        inner = {key: _shape([value[key] for value in found if key in value], key) for key in keys}
        return {"type": "object", "properties": inner, "additionalProperties": False}
    if isinstance(first, list):
        pair = {} if name in _LISTS else {"minItems": 2, "maxItems": 2}
        return {"type": "array", "items": {"type": "number"}, **pair}
    if isinstance(first, bool):
        return {"type": "boolean"}
    return {"enum": sorted(set(found))} if isinstance(first, str) else {"type": "number"}
