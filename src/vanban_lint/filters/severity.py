"""Severity: what the profile and the user make of a rule's own severity, and what its sources allow.

Purpose: one severity a finding. Limits: the ceiling of weak sources (a line known from memory, practice or one
secondary source is never an error) cannot be lifted by a profile, only by the user, who may know better.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from vanban_lint.model.rule import Convention, Rule
from vanban_lint.ruleset import names

#: First letter of a convention line by regime: "P-NUM-01" speaks of party documents.
LETTERS = {"dang": "P", "hanh-chinh": "S", "quy-pham": "N"}
STRONG = "vung"


def firm_lines(
    lines: Iterable[Mapping[str, Any]], conventions: tuple[Convention, ...], regime: str
) -> Mapping[str, frozenset[str]]:
    """Line of the regime -> ids of the conventions in force under which it is firm."""
    letter = LETTERS.get(regime, "-")
    return {
        line["id"]: frozenset(
            item.id for item in conventions if line.get("theo", {}).get(item.id, line["tin_cay"]) == STRONG
        )
        for line in lines
        if line["id"].startswith(letter)
    }


def severity(
    rule: Rule, firm: Mapping[str, frozenset[str]], profile: Mapping[str, str], user: Mapping[str, str]
) -> str:
    """Severity of a rule's findings; ``firm`` comes from ``firm_lines``, the others map selectors to severities."""
    own = _override(rule, profile) or rule.muc_do
    if own == "loi" and not _rests_firmly(rule, firm):
        own = "canh_bao"
    return _override(rule, user) or own


def _override(rule: Rule, severities: Mapping[str, str]) -> str | None:
    """The most particular selector wins: an id or a name over a prefix, a long prefix over a short one."""
    fitting = [selector for selector in severities if names.matches(selector, rule)]
    return severities[max(fitting, key=len)] if fitting else None


def _rests_firmly(rule: Rule, firm: Mapping[str, frozenset[str]]) -> bool:
    """Whether one of the rule's lines for this regime is firm; a rule without such lines rests on its clause alone."""
    lines = [firm[line] for line in rule.quy_uoc if line in firm]
    return not lines or any(conventions & rule.nguon.keys() for conventions in lines)
