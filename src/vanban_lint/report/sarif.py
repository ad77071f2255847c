"""SARIF 2.1.0: findings for code scanning and for viewers that know the standard.

Purpose: results with their rule, its clause as help, and the place as a logical location, since a Word file has no
lines (text inputs get a region too). Limits: what the configuration hides is kept, marked as suppressed with its
reason. Written a result at a time; the rules come last, when it is known which were used. Neighbour: ``report.json``,
whose entries it retells. Specification: OASIS SARIF 2.1.0, 3.27 (result), 3.33 (logicalLocation), 3.35 (suppression).
"""

from __future__ import annotations

import json as codec
import os
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from vanban_lint import __version__
from vanban_lint.corpus.facts import Across
from vanban_lint.engine import Report
from vanban_lint.report import json
from vanban_lint.report.style import Style
from vanban_lint.report.tally import Tally

LEVELS = {"loi": "error", "canh_bao": "warning", "goi_y": "note"}
#: SARIF wants a rank from 0 to 100; a certain defect comes first.
RANKS = {"chac_chan": 95.0, "co_the": 60.0, "phong_doan": 30.0}
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


class Writer:
    """One log with one run."""

    def __init__(self, style: Style) -> None:
        self._lang = style.lang
        self._rules: dict[str, str] = {}
        self._notices: list[dict[str, Any]] = []
        self._begun = False

    def entry(self, report: Report) -> Any:
        return json.document(report, self._lang)

    def add(self, entry: Any) -> str:
        said = [self._result(entry["path"], finding) for finding in entry["findings"]]
        for finding in entry["suppressed"]:
            excused = {"kind": "external", "justification": finding["reason"]}
            said.append(self._result(entry["path"], finding) | {"suppressions": [excused]})
        return "".join(map(self._element, said))

    def across(self, found: Sequence[Across]) -> str:
        return "".join(map(self.add, json.across_entries(found)))

    def unreadable(self, path: str, key: str, message: str) -> str:
        where = [{"physicalLocation": {"artifactLocation": {"uri": uri(path)}}}]
        notice = {"level": "error", "message": {"text": message}, "descriptor": {"id": key}, "locations": where}
        self._notices.append(notice)
        return ""

    def end(self, tally: Tally) -> str:
        from vanban_lint.ruleset import load_rules

        known = {rule.id: rule for rule in load_rules()}
        rules = [_descriptor(name, self._rules[name], known.get(name), self._lang) for name in self._rules]
        driver = {"name": "vanban-lint", "semanticVersion": __version__, "rules": rules}
        ran = {"executionSuccessful": not tally.unreadable, "toolExecutionNotifications": self._notices}
        rest = {"tool": {"driver": driver}, "invocations": [ran], "columnKind": "unicodeCodePoints"}
        tail = codec.dumps(rest, ensure_ascii=False, indent=2).removeprefix("{\n").removesuffix("\n}")
        return f"{'' if self._begun else _HEAD}\n],\n{tail}\n}}]}}\n"

    def _element(self, result: dict[str, Any]) -> str:
        head = ",\n" if self._begun else _HEAD + "\n"
        self._begun = True
        return head + codec.dumps(result, ensure_ascii=False)

    def _result(self, path: str, finding: Any) -> dict[str, Any]:
        self._rules.setdefault(finding["rule"], finding["name"])
        advice = " ".join(f"“{choice}”" for choice in finding["suggestions"])
        result = {
            "ruleId": finding["rule"],
            "level": LEVELS[finding["severity"]],
            "rank": RANKS[finding["certainty"]],
            "message": {"text": finding["message"]},
            "locations": [_location(path, finding["location"], finding["label"], finding["text"])],
            "partialFingerprints": {"vanbanLint/v1": finding["fingerprint"]},
            "properties": {"source": finding["source"], "block": finding["block"], "suggestions": advice},
        }
        if finding["related"]:
            result["relatedLocations"] = [
                _location(item.get("path", path), item["location"], "", "")
                | {"id": number, "message": {"text": item["message"]}}
                for number, item in enumerate(finding["related"])
            ]
        return result


_HEAD = f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{"results": ['


def uri(path: str) -> str:
    """A path as SARIF wants it: relative and percent-encoded, or a file URI when it is absolute."""
    slashed = path.replace(os.sep, "/")
    encoded = quote(slashed.encode("utf-8", "surrogatepass"), safe="/")
    if os.path.isabs(path):
        return "file://" + ("" if encoded.startswith("/") else "/") + encoded
    return encoded


def _location(path: str, place: Any, label: str, text: str) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(path)}}
    if place["line"]:
        end = place["column"] + place["end"] - place["start"]
        physical["region"] = {"startLine": place["line"], "startColumn": place["column"], "endColumn": end}
        if text:
            physical["region"]["snippet"] = {"text": text}
    logical = {
        "fullyQualifiedName": f"{place['part']}/p{place['paragraph']}/{place['start']}-{place['end']}",
        "kind": "element",
    }
    if label:
        logical["name"] = label
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def _descriptor(name: str, ten: str, rule: Any, lang: str) -> dict[str, Any]:
    """A rule for viewers; of a user's own rule only the id and the name are known here."""
    descriptor: dict[str, Any] = {"id": name, "name": ten}
    if rule is not None:
        from vanban_lint.ruleset import load_tables

        guides = {entry["id"]: entry["ten"] for entry in load_tables()["quy_uoc"]}
        clauses = "\n".join(f"{guides.get(key, key)}: {clause}" for key, clause in rule.nguon.items())
        descriptor["shortDescription"] = {"text": rule.en if lang == "en" else rule.vi}
        descriptor["help"] = {"text": clauses}
        descriptor["defaultConfiguration"] = {"level": LEVELS[rule.muc_do]}
    return descriptor
