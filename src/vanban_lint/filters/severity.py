"""Severity: what the profile and the user make of a rule's own severity, and what its sources allow.

Purpose: one severity a finding. Limits: the ceiling of weak sources (a line known from memory, practice or one
secondary source is never an error) cannot be lifted by a profile, only by the user, who may know better.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vanban_lint.model.rule import Convention, Rule
from vanban_lint.ruleset import names

#: First letter of a convention line by regime: "P-NUM-01" speaks of party documents.
LETTERS = {"dang": "P", "hanh-chinh": "S", "quy-pham": "N"}
STRONG = "vung"


def severity(
    rule: Rule,
    regime: str,
    conventions: tuple[Convention, ...],
    tables: Mapping[str, Any],
    profile: Mapping[str, str],
    user: Mapping[str, str],
) -> str:
    """Severity of a rule's findings on a document of ``regime`` under ``conventions``."""
    own = _override(rule, profile) or rule.muc_do
    if own == "loi" and not _firm(rule, regime, conventions, tables):
        own = "canh_bao"
    return _override(rule, user) or own


def _override(rule: Rule, severities: Mapping[str, str]) -> str | None:
    """The most particular selector wins: an id or a name over a prefix, a long prefix over a short one."""
    fitting = [selector for selector in severities if names.matches(selector, rule)]
    return severities[max(fitting, key=len)] if fitting else None


def _firm(rule: Rule, regime: str, conventions: tuple[Convention, ...], tables: Mapping[str, Any]) -> bool:
    """Whether one of the rule's lines for this regime is firm; a rule without such lines rests on its clause alone."""
    known = {entry["id"]: entry for entry in tables["dong_quy_uoc"]}
    lines = [known[line] for line in rule.quy_uoc if line in known and line[0] == LETTERS.get(regime)]
    in_force = [item.id for item in conventions if item.id in rule.nguon]
    return not lines or any(
        line.get("theo", {}).get(convention, line["tin_cay"]) == STRONG for line in lines for convention in in_force
    )
