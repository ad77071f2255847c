"""The bundled rules, tables and profiles: one value, from the compiled form or from YAML.

Purpose: read once, share for the life of the process. An installed package holds ``rules.json`` and never imports
yaml here (measured: 150 rules cost 57-296 ms as YAML, under 1 ms as JSON). Limits: user rules are ``loader``'s.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from vanban_lint.model.rule import Rule
from vanban_lint.ruleset import locate


class Bundle(NamedTuple):
    """``profiles`` maps a profile name ("dang/chi-thi") to its file's data; ``tables`` a stem to its data."""

    rules: tuple[Rule, ...]
    tables: Mapping[str, Any]
    profiles: Mapping[str, Mapping[str, Any]]


@cache
def bundled() -> Bundle:
    """What the package ships."""
    if os.path.isfile(locate.COMPILED):
        with open(locate.COMPILED, encoding="utf-8") as file:
            return from_json(json.load(file))
    from vanban_lint.ruleset.loader import read_bundle

    return read_bundle(locate.rules_root())


def from_json(data: Mapping[str, Any]) -> Bundle:
    """The bundle that ``to_json`` wrote."""
    return Bundle(tuple(rule(entry) for entry in data["rules"]), data["tables"], data["profiles"])


def to_json(bundle: Bundle) -> dict[str, Any]:
    """Plain data of a bundle; examples are not part of it."""
    rules = [{name: getattr(item, name) for name in Rule._fields} for item in bundle.rules]
    return {"rules": rules, "tables": bundle.tables, "profiles": bundle.profiles}


def rule(entry: Mapping[str, Any]) -> Rule:
    """A rule from validated plain data; keys that a rule does not have (``vi_du``) are left out."""
    known = {"en": entry["vi"], "quy_uoc": ()} | {name: entry[name] for name in Rule._fields if name in entry}
    for name in ("o", "quy_uoc", "bi_danh", "nhuong"):
        if name in known:
            known[name] = tuple(known[name])
    return Rule(**known)
