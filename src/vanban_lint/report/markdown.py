"""Markdown: a table a document, for a comment on a merge request or a page of a wiki.

Purpose: findings that people read where Markdown is shown. Limits: no colour, no document text beyond the place.
Neighbour: ``report.json``, whose entries it retells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from vanban_lint.catalogue import say
from vanban_lint.corpus.facts import Across
from vanban_lint.engine import Report
from vanban_lint.report import json
from vanban_lint.report.names import regime_name, type_name
from vanban_lint.report.style import Style
from vanban_lint.report.tally import Tally
from vanban_lint.report.text import summary

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~])")


class Writer:
    """A heading and a table for each document, the counts at the end."""

    def __init__(self, style: Style) -> None:
        self._style = Style(False, style.columns, style.lang)

    def entry(self, report: Report) -> Any:
        return json.document(report, self._style.lang)

    def add(self, entry: Any) -> str:
        lang = self._style.lang
        facts = [type_name(entry["ten_loai"], lang), regime_name(entry["regime"], lang), entry["profile"]]
        lines = [f"## {_plain(entry['path'])}", "", _plain(" · ".join(facts)), ""]
        if entry["findings"]:
            columns = [say(f"markdown.{name}", lang) for name in ("level", "rule", "place", "what", "source")]
            lines += [
                _row(columns),
                _row(["---"] * len(columns)),
                *(_finding(item, lang) for item in entry["findings"]),
            ]
        else:
            lines.append(say("report.not_all_read" if entry["unread"] else "report.clean", lang))
        for key, items in (("not_evaluated", entry["not_evaluated"]), ("unread", entry["unread"])):
            if items:
                lines += ["", f"**{say(f'report.{key}', lang)}**", ""]
                lines += dict.fromkeys(f"- {_plain(item['message'])}" for item in items)
        return "\n".join(lines) + "\n\n"

    def across(self, found: Sequence[Across]) -> str:
        lang = self._style.lang
        columns = [say(f"markdown.{name}", lang) for name in ("level", "rule", "place", "what", "source")]
        placed = (item | {"label": f"{item['path']}: {item['label']}"} for item in json.across(found))
        rows = [_row(columns), _row(["---"] * len(columns)), *(_finding(item, lang) for item in placed)]
        return "\n".join([f"## {say('report.across', lang)}", "", *rows]) + "\n\n"

    def unreadable(self, path: str, key: str, message: str) -> str:
        return f"## {_plain(path)}\n\n**{_plain(message)}**\n\n"

    def end(self, tally: Tally) -> str:
        return _plain(summary(tally, self._style).partition("\n")[0]) + "\n"


def _finding(finding: Any, lang: str) -> str:
    place = f"{_plain(finding['label'])}: “{_plain(finding['text'])}”" if finding["text"] else _plain(finding["label"])
    choices = say("report.or", lang).join(f"“{_plain(choice)}”" for choice in finding["suggestions"])
    advice = f" ({say('report.suggestion', lang, text=choices)})" if choices else ""
    level, rule = say(f"severity.{finding['severity']}", lang), f"{finding['rule']} {finding['name']}"
    return _row([level, rule, place, _plain(finding["message"]) + advice, _plain(finding["source"] or "")])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
