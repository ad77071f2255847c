"""Code quality report of GitLab: findings beside a merge request.

Purpose: the JSON array that GitLab reads as an artifact. Limits: GitLab wants a line; a Word file has none, so the
number of the paragraph stands in its place. Neighbour: ``report.json``, whose entries it retells.
"""

from __future__ import annotations

import json as codec
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from vanban_lint.corpus.facts import Across
from vanban_lint.engine import Report
from vanban_lint.report import json
from vanban_lint.report.style import Style
from vanban_lint.report.tally import Tally

LEVELS = {"loi": "major", "canh_bao": "minor", "goi_y": "info"}


class Writer:
    """One array for the run, written an issue at a time."""

    def __init__(self, style: Style) -> None:
        self._lang = style.lang
        self._begun = False

    def entry(self, report: Report) -> Any:
        return json.document(report, self._lang)

    def add(self, entry: Any) -> str:
        return "".join(self._element(_issue(entry["path"], finding)) for finding in entry["findings"])

    def across(self, found: Sequence[Across]) -> str:
        return "".join(map(self.add, json.across_entries(found)))

    def unreadable(self, path: str, key: str, message: str) -> str:
        return self._element(_element("vanban-lint", message, "blocker", path, 1, key))

    def end(self, tally: Tally) -> str:
        return "\n]\n" if self._begun else "[]\n"

    def _element(self, issue: dict[str, Any]) -> str:
        head = ",\n" if self._begun else "[\n"
        self._begun = True
        return head + codec.dumps(issue, ensure_ascii=False)


def _issue(path: str, finding: Any) -> dict[str, Any]:
    place = finding["location"]
    source = f" ({finding['source']})" if finding["source"] else ""
    return _element(
        finding["rule"],
        finding["message"] + source,
        LEVELS[finding["severity"]],
        path,
        place["line"] or place["paragraph"],
        finding["fingerprint"],
    )


def _element(rule: str, said: str, level: str, path: str, line: int, fingerprint: str) -> dict[str, Any]:
    return {
        "description": said,
        "check_name": rule,
        "fingerprint": sha256(f"{path}\0{fingerprint}".encode("utf-8", "surrogatepass")).hexdigest(),
        "severity": level,
        "location": {"path": path, "lines": {"begin": line}},
    }
