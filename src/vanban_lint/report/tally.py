"""Counts over a run: for the last line of a report and for the exit code.

Purpose: one way of counting for every format. Limits: does not decide what a count means. Neighbours: ``cli.check``.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from vanban_lint.engine import Report
from vanban_lint.model import SEVERITIES


@dataclass(slots=True)
class Tally:
    """Documents of three unlucky kinds: ``unreadable`` gave no report, of ``incomplete`` a part was not read, in
    ``broken`` a check broke down."""

    documents: int = 0
    unreadable: int = 0
    incomplete: int = 0
    broken: int = 0
    suppressed: int = 0
    fixable: int = 0
    found: Counter[str] = field(default_factory=Counter)
    first_rule: str = ""

    def add(self, report: Report) -> None:
        self.documents += 1
        self.incomplete += bool(report.document.unread)
        self.broken += bool(report.crashed)
        self.suppressed += len(report.suppressed)
        self.fixable += sum(finding.fix is not None and finding.fix.safety == "safe" for finding in report.findings)
        self.found.update(finding.severity for finding in report.findings)
        if report.findings and not self.first_rule:
            self.first_rule = report.findings[0].rule

    def add_unreadable(self) -> None:
        self.documents += 1
        self.unreadable += 1

    def reached(self, level: str) -> bool:
        """Whether a finding of severity ``level`` or worse was counted."""
        return any(self.found[name] for name in SEVERITIES[SEVERITIES.index(level) :])
