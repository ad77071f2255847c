"""JUnit XML: a suite a document, a failed case a finding; for CI systems that show nothing else.

Purpose: the common denominator of test reports. Limits: a document without findings has one case, which passes.
Neighbour: ``report.json``, whose entries it retells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from vanban_lint.corpus.facts import Across
from vanban_lint.engine import Report
from vanban_lint.report import json
from vanban_lint.report.style import Style
from vanban_lint.report.tally import Tally

#: Characters that XML 1.0 cannot hold, however written (W3C XML 1.0, 2.2).
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Writer:
    """One ``testsuites`` for the run, a suite at a time."""

    def __init__(self, style: Style) -> None:
        self._lang = style.lang
        self._begun = False

    def entry(self, report: Report) -> Any:
        return json.document(report, self._lang)

    def add(self, entry: Any) -> str:
        cases = list(_cases(entry))
        return self._suite(entry["path"], cases or [_case(entry["path"], "vanban-lint")], failures=len(cases))

    def across(self, found: Sequence[Across]) -> str:
        return "".join(map(self.add, json.across_entries(found)))

    def unreadable(self, path: str, key: str, message: str) -> str:
        inner = f"<error type={_attribute(key)} message={_attribute(message)}/>"
        return self._suite(path, [_case(path, "vanban-lint", inner)], errors=1)

    def end(self, tally: Tally) -> str:
        return ("" if self._begun else _HEAD) + "</testsuites>\n"

    def _suite(self, path: str, cases: list[str], failures: int = 0, errors: int = 0) -> str:
        head, self._begun = "" if self._begun else _HEAD, True
        counts = f'tests="{len(cases)}" failures="{failures}" errors="{errors}"'
        return f"{head}<testsuite name={_attribute(path)} {counts}>\n{''.join(cases)}</testsuite>\n"


_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="vanban-lint">\n'


def _cases(entry: Any) -> Iterator[str]:
    for finding in entry["findings"]:
        said = "\n".join(filter(None, (finding["label"], finding["text"], finding["source"])))
        yield _case(
            entry["path"],
            f"{finding['rule']} {finding['name']}",
            f"<failure type={_attribute(finding['severity'])} message={_attribute(finding['message'])}>"
            f"{escape(_clean(said))}</failure>",
        )


def _case(path: str, name: str, inner: str = "") -> str:
    return f"<testcase classname={_attribute(path)} name={_attribute(name)}>{inner}</testcase>\n"


def _attribute(text: str) -> str:
    return quoteattr(_clean(text), {"\n": "&#10;", "\t": "&#9;"})


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
