"""Findings that the configuration hides for some files, each with the reason it gives.

Purpose: part known exceptions from the rest, keeping them countable. Limits: suppressions inside documents and
baselines are other filters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from vanban_lint.config import Hidden
from vanban_lint.model import Finding


class Suppressed(NamedTuple):
    """A finding that is not shown, and why."""

    finding: Finding
    reason: str


def hide(
    findings: Iterable[Finding], hidden: tuple[Hidden, ...], matches: Callable[[str, str], bool]
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """Findings kept and findings hidden. ``matches(selector, rule id)`` tells whether a selector speaks of a rule."""
    kept: list[Finding] = []
    gone: list[Suppressed] = []
    for finding in findings:
        reason = next((h.reason for h in hidden if any(matches(s, finding.rule) for s in h.rules)), None)
        if reason is None:
            kept.append(finding)
        else:
            gone.append(Suppressed(finding, reason))
    return tuple(kept), tuple(gone)
