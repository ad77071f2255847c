"""Report format: one line a finding, for people who like grep."""

from typing import Any

from vanban_lint.engine import Report
from vanban_lint.report.style import Style
from vanban_lint.report.tally import Tally


class Writer:
    def __init__(self, style: Style) -> None:
        self._lang = style.lang

    def entry(self, report: Report) -> Any:
        return [f"{report.document.path}:{item.anchor.paragraph}: {item.rule}" for item in report.findings]

    def add(self, entry: Any) -> str:
        return "".join(f"{line}\n" for line in entry)

    def unreadable(self, path: str, key: str, message: str) -> str:
        return f"{path}: {message}\n"

    def end(self, tally: Tally) -> str:
        return f"{tally.documents}\n"
