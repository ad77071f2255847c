"""The JSON contract of ``check`` (docs/json.md, docs/schema/report.schema.json): additions only, never changes.

Purpose: everything a program may want to know about a run. Limits: ids and keys are the same in every language; only
messages are spoken. Neighbours: ``report.place`` (locations), ``engine`` (reports).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from textwrap import indent
from typing import Any

from vanban_lint import __version__
from vanban_lint.corpus.facts import Across
from vanban_lint.engine import Report
from vanban_lint.model import SEVERITIES, Document, Edit, Finding, Fix
from vanban_lint.report.place import location, pin_location, unread
from vanban_lint.report.style import Style
from vanban_lint.report.tally import Tally

SCHEMA = 1


class Writer:
    """One JSON object for a run, written a document at a time so that a long run holds none of them."""

    def __init__(self, style: Style) -> None:
        self._lang = style.lang
        self._begun = False
        self._across: list[dict[str, Any]] = []

    def entry(self, report: Report) -> Any:
        return document(report, self._lang)

    def add(self, entry: Any) -> str:
        head = ",\n" if self._begun else f'{{\n  "schema": {SCHEMA},\n  "version": "{__version__}",\n  "documents": [\n'
        self._begun = True
        return head + indent(json.dumps(entry, ensure_ascii=False, indent=2), "    ")

    def unreadable(self, path: str, key: str, message: str) -> str:
        return self.add(unreadable(path, key, message))

    def across(self, found: Sequence[Across]) -> str:
        self._across = across(found)
        return ""

    def end(self, tally: Tally) -> str:
        counts = indent(json.dumps(summary(tally), ensure_ascii=False, indent=2), "  ").lstrip()
        together = indent(json.dumps(self._across, ensure_ascii=False, indent=2), "  ").lstrip()
        return f'\n  ],\n  "across": {together},\n  "summary": {counts}\n}}\n'


def document(report: Report, lang: str) -> dict[str, Any]:
    """One entry of ``documents``."""
    read = report.document
    return {
        "path": read.path,
        "regime": report.structure.regime.value,
        "ten_loai": report.structure.ten_loai.value,
        "profile": report.profile,
        "date": report.date.isoformat(),
        "findings": [_finding(read, finding) for finding in report.findings],
        "suppressed": [_finding(read, item.finding) | {"reason": item.reason} for item in report.suppressed],
        "not_evaluated": [{"rule": gap.rule, "message": gap.message} for gap in report.gaps],
        "unread": [{"key": item.key, "place": item.place, "message": unread(read, item, lang)} for item in read.unread],
        "errors": [],
    }


def unreadable(path: str, key: str, message: str) -> dict[str, Any]:
    """The entry of an input that could not be read; what is unknown is null."""
    return {
        "path": path,
        "regime": None,
        "ten_loai": None,
        "profile": None,
        "date": None,
        "findings": [],
        "suppressed": [],
        "not_evaluated": [],
        "unread": [],
        "errors": [{"key": key, "message": message}],
    }


def summary(tally: Tally) -> dict[str, Any]:
    """Counts over a run: documents, findings by severity, findings whose fix is safe, what was not (all) read; and the
    requests to hide findings that hid none."""
    return {
        "documents": tally.documents,
        **{name: tally.found[name] for name in reversed(SEVERITIES)},
        "fixable": tally.fixable,
        "suppressed": tally.suppressed,
        "unreadable": tally.unreadable,
        "incomplete": tally.incomplete,
        "broken": tally.broken,
        "idle_suppressions": list(tally.idle),
    }


def _finding(document: Document, finding: Finding) -> dict[str, Any]:
    related = [{"location": location(document, item.anchor), "message": item.message} for item in finding.related]
    return _entry(finding, location(document, finding.anchor), finding.fix and _fix(document, finding.fix), related)


def across(found: Sequence[Across]) -> list[dict[str, Any]]:
    """Findings that rest on several documents: each names the document it stands in, as do its other places."""
    return [{"path": item.path, **_across(item)} for item in found]


def across_entries(found: Sequence[Across]) -> list[dict[str, Any]]:
    """The same as entries of their documents, for formats that list findings by document."""
    empty: dict[str, list[Any]] = {key: [] for key in ("suppressed", "not_evaluated", "unread", "errors")}
    unknown = dict.fromkeys(("regime", "ten_loai", "profile", "date"))
    return [{"path": item.path, **unknown, "findings": [_across(item)], **empty} for item in found]


def _across(item: Across) -> dict[str, Any]:
    related = [
        {"location": pin_location(other.pin), "message": other.message, "path": other.path} for other in item.elsewhere
    ]
    return _entry(item.finding, pin_location(item.pin), None, related)


def _entry(
    finding: Finding, place: dict[str, Any], fix: dict[str, Any] | None, related: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "certainty": finding.certainty,
        "message": finding.message,
        "source": finding.source,
        "block": finding.block,
        "label": finding.label,
        "location": place,
        "text": finding.text,
        "context": list(finding.context),
        "suggestions": list(finding.suggestions),
        "fix": fix,
        "fingerprint": finding.fingerprint,
        "related": related,
        "absent": finding.absent,
        "diff": [{"op": op, "text": text} for op, text in finding.diff],
    }


def _fix(document: Document, fix: Fix) -> dict[str, Any]:
    return {"safety": fix.safety, "edits": [_edit(document, edit) for edit in fix.edits]}


def _edit(document: Document, edit: Edit) -> dict[str, Any]:
    return {
        "action": edit.action,
        "location": location(document, edit.anchor),
        "value": edit.value,
        "expected": edit.expected,
        "properties": dict(edit.properties),
    }
