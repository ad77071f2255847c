"""Data against the part of JSON Schema that ``schema`` uses, with an answer a person can act on.

Purpose: the first thing that is wrong, where it stands and what was probably meant. Limits: only the keywords that
``schema`` writes; jsonschema would say the same in words no clerk reads, and cost 60 ms to import. Neighbours:
``validate`` and ``config`` turn a ``Problem`` into an error with file and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from vanban_lint.ruleset.names import nearest

_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "array": (list, tuple),
    "object": Mapping,
}


class Problem(NamedTuple):
    """``key`` names a catalogue message; ``keys`` lead to the value, or to its key when ``of_key``."""

    key: str
    keys: tuple[str | int, ...]
    params: Mapping[str, Any]
    of_key: bool = False


def problems(data: Any, schema: Mapping[str, Any], keys: tuple[str | int, ...] = ()) -> Iterator[Problem]:
    """Everything in ``data`` that ``schema`` does not allow, in reading order."""
    if "anyOf" in schema:
        yield from _any_of(data, schema["anyOf"], keys)
    elif "enum" in schema:
        if data not in schema["enum"]:
            choices = [str(choice) for choice in schema["enum"]]
            yield _near("schema.choice", keys, str(data), choices)
    elif not _is(data, schema["type"]):
        yield Problem(f"schema.not_{schema['type']}", keys, {})
    elif schema["type"] == "object":
        yield from _object(data, schema, keys)
    elif schema["type"] == "array":
        yield from _array(data, schema, keys)
    elif "pattern" in schema and not re.search(schema["pattern"], data):
        yield Problem("schema.pattern", keys, {"pattern": schema["pattern"]})
    elif schema.get("format") == "regex":
        yield from _regex(data, keys)


def _object(data: Mapping[Any, Any], schema: Mapping[str, Any], keys: tuple[str | int, ...]) -> Iterator[Problem]:
    known = schema.get("properties", {})
    others = schema.get("additionalProperties", True)
    for name, value in data.items():
        if not isinstance(name, str):
            yield Problem("schema.not_string", (*keys, name), {}, of_key=True)
        elif name in known:
            yield from problems(value, known[name], (*keys, name))
        elif others is False:
            yield _near("schema.unknown_key", (*keys, name), name, list(known), of_key=True)
        elif isinstance(others, Mapping):
            yield from problems(value, others, (*keys, name))
    for name in schema.get("required", ()):
        if name not in data:
            yield Problem("schema.missing_key", keys, {"name": name})
    if len(data) < schema.get("minProperties", 0):
        yield Problem("schema.empty", keys, {})


def _array(data: Any, schema: Mapping[str, Any], keys: tuple[str | int, ...]) -> Iterator[Problem]:
    if not schema.get("minItems", 0) <= len(data) <= schema.get("maxItems", len(data)):
        yield Problem("schema.empty" if not data else "schema.length", keys, {})
    for place, item in enumerate(data):
        yield from problems(item, schema["items"], (*keys, place))


def _any_of(data: Any, choices: list[Mapping[str, Any]], keys: tuple[str | int, ...]) -> Iterator[Problem]:
    """What is wrong with the choice of the same type; the first choice's complaint when there is none."""
    fitting = next((choice for choice in choices if _is(data, choice["type"])), choices[0])
    yield from problems(data, fitting, keys)


def _regex(data: str, keys: tuple[str | int, ...]) -> Iterator[Problem]:
    try:
        re.compile(data)
    except re.error as error:
        yield Problem("schema.regex", keys, {"reason": str(error)})


def _is(data: Any, name: str) -> bool:
    return isinstance(data, _TYPES[name]) and not (name in ("integer", "number") and isinstance(data, bool))


def _near(key: str, keys: tuple[str | int, ...], name: str, known: list[str], *, of_key: bool = False) -> Problem:
    near = nearest(name, known)
    params = {"name": name, "near": near, "known": ", ".join(known)}
    return Problem(f"{key}.near" if near else key, keys, params, of_key)
