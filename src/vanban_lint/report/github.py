"""Workflow commands of GitHub Actions: each finding an annotation on the file of the change.

Purpose: findings where a reviewer looks. Limits: a Word file has no lines, so its annotations stand on the file and the
place is said in words; GitHub shows ten of each level a step. Neighbour: ``report.json``, whose entries it retells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from vanban_lint.corpus.facts import Across
from vanban_lint.engine import Report
from vanban_lint.report import json
from vanban_lint.report.style import Style
from vanban_lint.report.tally import Tally

LEVELS = {"loi": "error", "canh_bao": "warning", "goi_y": "notice"}


class Writer:
    """A line a finding; nothing at the end, because the level is in every line."""

    def __init__(self, style: Style) -> None:
        self._lang = style.lang

    def entry(self, report: Report) -> Any:
        return json.document(report, self._lang)

    def add(self, entry: Any) -> str:
        return "".join(_lines(entry))

    def across(self, found: Sequence[Across]) -> str:
        return "".join(map(self.add, json.across_entries(found)))

    def unreadable(self, path: str, key: str, message: str) -> str:
        return _command("error", {"file": path, "title": "vanban-lint"}, message)

    def end(self, tally: Tally) -> str:
        return ""


def _lines(entry: Any) -> Iterator[str]:
    for finding in entry["findings"]:
        place = finding["location"]
        where = {"file": entry["path"], "line": place["line"], "col": place["column"]}
        title = f"{finding['rule']} {finding['name']}"
        said = [finding["label"], finding["message"], finding["source"]]
        yield _command(LEVELS[finding["severity"]], where | {"title": title}, "\n".join(filter(None, said)))


def _command(level: str, properties: dict[str, Any], message: str) -> str:
    given = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in properties.items() if value is not None)
    return f"::{level} {given}::{_escaped(message)}\n"


def _escaped(text: str, more: str = "") -> str:
    """As the runner reads it: what could end a line or a property is percent-encoded."""
    return "".join(f"%{ord(c):02X}" if c in "%\r\n" + more else c for c in text)
