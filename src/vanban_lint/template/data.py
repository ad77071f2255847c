"""Data of a draft: a YAML or JSON file, values from the command line.

Purpose: one mapping of fields from what a user gives in several places; the later wins. Limits: what the values may be
is ``schema``'s. Neighbours: ``cli.new``, ``batch``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from vanban_lint.errors import ConfigError, UserError


def read_data(path: Path) -> dict[str, Any]:
    """Fields from a .json or .yaml file. ConfigError when it can't be read or holds no mapping."""
    try:
        raw = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ConfigError("file.missing", str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError("template.bad_data", str(path), reason=str(error)) from None
    found = parse_json(raw, str(path)) if path.suffix.lower() == ".json" else parse_yaml(raw, str(path))
    if not isinstance(found, Mapping):
        raise ConfigError("template.bad_data", str(path), reason=type(found).__name__)
    return {str(name): value for name, value in found.items()}


def parse_json(raw: str, path: str) -> Any:
    """A JSON value; ConfigError with the line of the mistake."""
    try:
        return json.loads(raw)
    except ValueError as error:
        raise ConfigError("template.bad_data", path, reason=str(error)) from None


def parse_yaml(raw: str, path: str) -> Any:
    """A YAML value; ConfigError with the line of the mistake."""
    import yaml

    try:
        return yaml.safe_load(raw)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path}:{mark.line + 1}" if mark else path
        raise ConfigError("template.bad_data", place, reason=getattr(error, "problem", None) or str(error)) from None


def with_set(data: Mapping[str, Any], pairs: Iterable[str]) -> dict[str, Any]:
    """``data`` with ``name=value`` pairs laid over it; "nguoi_ky.ho_ten=..." reaches into a group."""
    made = dict(data)
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip():
            raise UserError("template.bad_set", value=pair)
        *groups, last = name.strip().split(".")
        place = made
        for group in groups:
            inner = place.get(group)
            place[group] = dict(inner) if isinstance(inner, Mapping) else {}
            place = place[group]
        place[last] = value
    return made
