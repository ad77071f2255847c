"""Counts over a run: for the last line of a report and for the exit code.

Purpose: one way of counting for every format. Limits: does not decide what a count means. Neighbours: ``cli.check``.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from vanban_lint.engine import Report
from vanban_lint.model import SEVERITIES, Finding


@dataclass(slots=True)
class Tally:
    """Documents of three unlucky kinds: ``unreadable`` gave no report, of ``incomplete`` a part was not read, in
    ``broken`` a check broke down. ``found`` counts findings by severity, ``rules`` by rule, first found first;
    ``requests`` how many each request to hide findings hid."""

    documents: int = 0
    unreadable: int = 0
    incomplete: int = 0
    broken: int = 0
    suppressed: int = 0
    fixable: int = 0
    found: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    requests: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, report: Report) -> Tally:
        """The counts of one document."""
        return cls(
            documents=1,
            incomplete=int(bool(report.document.unread)),
            broken=int(bool(report.crashed)),
            suppressed=len(report.suppressed),
            fixable=sum(finding.fix is not None and finding.fix.safety == "safe" for finding in report.findings),
            found=Counter(finding.severity for finding in report.findings),
            rules=Counter(finding.rule for finding in report.findings),
            requests=Counter(report.requests),
        )

    def add_finding(self, finding: Finding) -> None:
        """Count one more finding in, one that no single document has."""
        self.fixable += finding.fix is not None and finding.fix.safety == "safe"
        self.found[finding.severity] += 1
        self.rules[finding.rule] += 1

    def add(self, other: Tally) -> None:
        """Count ``other`` in."""
        for name in ("documents", "unreadable", "incomplete", "broken", "suppressed", "fixable"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.found.update(other.found)
        self.rules.update(other.rules)
        self.requests.update(other.requests)

    @property
    def idle(self) -> tuple[str, ...]:
        """Requests to hide findings that hid none in the whole run."""
        return tuple(request for request, count in self.requests.items() if not count)

    @property
    def first_rule(self) -> str:
        """A rule to name as an example: the first that was found, empty when nothing was."""
        return next(iter(self.rules), "")

    def reached(self, level: str) -> bool:
        """Whether a finding of severity ``level`` or worse was counted."""
        return any(self.found[name] for name in SEVERITIES[SEVERITIES.index(level) :])
