"""Rules as data: found, read, validated, selected, compiled. The face of this room.

Purpose: hand the engine rules, tables and profiles, whether they come from the YAML of a checkout or from the
compiled form of an installed package. Limits: nothing here looks at a document. Neighbours: ``engine`` plans with
``select``; ``hatch_build.py`` writes the compiled form; the rest of this room is imported on use: most runs need
little of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from vanban_lint.model.rule import Rule
from vanban_lint.ruleset.bundle import Bundle, bundled

__all__ = ["Bundle", "bundled", "load_examples", "load_rules", "load_tables"]


def load_tables() -> Mapping[str, Any]:
    """The data of rules/du-lieu/*.yaml by file stem ('-' becomes '_'); JSON types only, dates are ISO text."""
    return bundled().tables


def load_rules() -> tuple[Rule, ...]:
    """Every bundled rule, validated, in the order of ids."""
    return bundled().rules


def load_examples(rule_id: str) -> Mapping[str, Any]:
    """The ``vi_du`` of a bundled rule as written; read from YAML, which the compiled form leaves out."""
    return _examples().get(rule_id, {})


@cache
def _examples() -> dict[str, Mapping[str, Any]]:
    """Examples by rule. Read once: the reference of rules asks for those of every rule, in two languages."""
    from vanban_lint.ruleset.locate import rules_root
    from vanban_lint.ruleset.source import read_yaml

    files = (read_yaml(path).data or () for path in sorted(rules_root().glob("*.yaml")))
    return {entry["id"]: entry.get("vi_du", {}) for entries in files for entry in entries}
