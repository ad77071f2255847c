"""One slip, one finding: a rule that names others in ``nhuong`` is silent where one of them speaks of the same text.

Purpose: let the rule that knows more (the name written out, the right capitals) win over one that only sees that
something is odd. Limits: what counts is the place a finding points at; a rule does not give way to one that is hidden
or not run. Neighbours: ``engine`` calls it before findings are ordered.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vanban_lint.model import Finding
from vanban_lint.model.rule import Rule


def give_way(findings: Sequence[Finding], rules: Iterable[Rule]) -> list[Finding]:
    """``findings`` without those whose rule gives way to that of another on overlapping text."""
    yielding = {rule.id: frozenset(rule.nhuong) for rule in rules if rule.nhuong}
    if not any(finding.rule in yielding for finding in findings):
        return list(findings)
    winners = frozenset().union(*yielding.values())
    places = [
        (finding.rule, anchor)
        for finding in findings
        if finding.rule in winners
        for anchor in (finding.anchor, *(related.anchor for related in finding.related))
    ]
    return [
        finding
        for finding in findings
        if not any(rule in yielding.get(finding.rule, ()) and finding.anchor.overlaps(at) for rule, at in places)
    ]
