"""JSON Lines: an object a line, for programs that read while the run goes on.

Purpose: the entries of the JSON contract (docs/json.md) without the object around them; the last line is the summary.
Limits: nothing that ``report.json`` does not say. Neighbour: ``report.json``.
"""

from __future__ import annotations

import json as codec
from collections.abc import Sequence
from typing import Any

from vanban_lint import __version__
from vanban_lint.corpus.facts import Across
from vanban_lint.engine import Report
from vanban_lint.report import json
from vanban_lint.report.style import Style
from vanban_lint.report.tally import Tally


class Writer:
    """``{"document": {...}}`` for each input, ``{"across": [...]}`` when something was found between documents,
    ``{"schema", "version", "summary"}`` at the end."""

    def __init__(self, style: Style) -> None:
        self._lang = style.lang

    def entry(self, report: Report) -> Any:
        return json.document(report, self._lang)

    def add(self, entry: Any) -> str:
        return _line({"document": entry})

    def across(self, found: Sequence[Across]) -> str:
        return _line({"across": json.across(found)})

    def unreadable(self, path: str, key: str, message: str) -> str:
        return self.add(json.unreadable(path, key, message))

    def end(self, tally: Tally) -> str:
        return _line({"schema": json.SCHEMA, "version": __version__, "summary": json.summary(tally)})


def _line(value: Any) -> str:
    return codec.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
