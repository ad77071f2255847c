"""One self-contained page a run: each document laid out readably with its findings at their words.

Purpose: a report to open, filter, send and print without the program. Limits: the layout is a reading aid, not Word's
(alignment, bold, italic, tables; no pictures). Nothing is fetched: style and script are in the page, and its policy
forbids anything else, so text from a hostile document can do nothing. Neighbours: ``report.page`` (the document as
HTML), ``report.json`` (the data of a finding), ``report/html.css`` and ``report/html.js``.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from html import escape

from vanban_lint import __version__
from vanban_lint.catalogue import say
from vanban_lint.corpus.facts import Across
from vanban_lint.engine import Report
from vanban_lint.model import SEVERITIES, Finding
from vanban_lint.report.names import day, regime_name, type_name
from vanban_lint.report.page import pages
from vanban_lint.report.place import unread, words
from vanban_lint.report.style import Style
from vanban_lint.report.tally import Tally


class Writer:
    """A page, a document at a time; the counts come at the end and the script puts them on top."""

    def __init__(self, style: Style) -> None:
        self._lang = style.lang
        self._begun = False

    def entry(self, report: Report) -> str:
        return _document(report, self._lang)

    def add(self, entry: str) -> str:
        return self._head() + entry

    def across(self, found: Sequence[Across]) -> str:
        lang = self._lang
        cards = "".join(
            _item(item.finding, number, (f"{item.path} · {item.finding.label}", item.finding.source), lang)
            for number, item in enumerate(found)
        )
        head = f"<h2>{escape(say('report.across', lang))}</h2>"
        return f'{self._head()}<section class="document">{head}<ol class="findings">{cards}</ol></section>\n'

    def unreadable(self, path: str, key: str, message: str) -> str:
        said = f'<p class="unread">{escape(message)}</p>'
        return f'{self._head()}<section class="document"><h2>{escape(path)}</h2>{said}</section>\n'

    def end(self, tally: Tally) -> str:
        counts = [say("report.summary", self._lang, n=tally.documents).rstrip(": ")]
        counts += [say(f"count.{name}", self._lang, n=tally.found[name]) for name in reversed(SEVERITIES)]
        summary = "".join(f"<li>{escape(count)}</li>" for count in counts)
        script = _resource("html.js")
        return f'{self._head()}<ul id="summary">{summary}</ul>\n<script>{script}</script>\n</body></html>\n'

    def _head(self) -> str:
        """What comes before the first document, once."""
        if self._begun:
            return ""
        self._begun = True
        lang = self._lang
        levels = "".join(
            f'<label><input type="checkbox" class="level" value="{name}" checked> '
            f'<span class="tag {name}">{escape(say(f"severity.{name}", lang))}</span></label>'
            for name in reversed(SEVERITIES)
        )
        return (
            f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8">\n'
            f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
            f"script-src 'unsafe-inline'\">\n"
            f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>vanban-lint</title>\n<style>{_resource('html.css')}</style></head>\n<body>\n"
            f'<header><h1>vanban-lint <small>{__version__}</small></h1><div id="counts"></div>\n'
            f'<form id="filters">{levels}<label>{escape(say("html.rule", lang))} '
            f'<input id="rule" size="8" placeholder="TT4"></label><label>{escape(say("html.search", lang))} '
            f'<input id="search" type="search"></label><output id="shown" data-of="{escape(say("html.shown", lang))}">'
            f"</output></form></header>\n"
        )


def _resource(name: str) -> str:
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as file:
        return file.read()


def _document(report: Report, lang: str) -> str:
    facts = [
        type_name(report.structure.ten_loai.value, lang),
        regime_name(report.structure.regime.value, lang),
        say("report.judged_by", lang, day=day(report.date)),
        say("report.profile", lang, profile=report.profile),
    ]
    cards = "".join(_card(report, number, finding, lang) for number, finding in enumerate(report.findings))
    return (
        f'<section class="document"><h2>{escape(report.document.path)}</h2>'
        f'<p class="facts">{escape(" · ".join(facts))}</p>\n<div class="columns">'
        f'<div class="paper">{pages(report.document, report.findings, lang)}</div>\n'
        f'<ol class="findings">{cards or _nothing(report, lang)}</ol></div>\n{_notes(report, lang)}</section>\n'
    )


def _card(report: Report, number: int, finding: Finding, lang: str) -> str:
    return _item(finding, number, (words(report.document, finding, lang), finding.source), lang)


def _item(finding: Finding, number: int, where: Sequence[str | None], lang: str) -> str:
    """One finding: what is wrong, what to write instead, ``where``, by which clause."""
    advice = say("report.or", lang).join(f"“{choice}”" for choice in finding.suggestions)
    lines = [
        f'<span class="tag {finding.severity}">{escape(say(f"severity.{finding.severity}", lang))}</span> '
        f'<b>{finding.rule}</b> <span class="name">{finding.name}</span>',
        escape(finding.message),
    ]
    if finding.certainty != "chac_chan":
        lines[0] += f' <span class="certainty">{escape(say(f"certainty.{finding.certainty}", lang))}</span>'
    if advice:
        lines.append(f'<span class="advice">{escape(say("report.suggestion", lang, text=advice))}</span>')
    small = filter(None, where)
    lines.append(f"<small>{'<br>'.join(map(escape, small))}</small>")
    body = "".join(f"<p>{line}</p>" for line in lines)
    known = f'class="finding {finding.severity}" data-n="{number}" data-rule="{finding.rule}"'
    return f'<li {known} tabindex="0">{body}</li>\n'


def _nothing(report: Report, lang: str) -> str:
    key = "report.not_all_read" if report.document.unread else "report.clean"
    return f'<li class="clean">{escape(say(key, lang))}</li>'


def _notes(report: Report, lang: str) -> str:
    """What was hidden, not judged, not read: folded, except what was not read."""
    groups: list[tuple[str, list[str]]] = [
        ("report.unread", [unread(report.document, item, lang) for item in report.document.unread]),
        ("report.not_evaluated", list(dict.fromkeys(gap.message for gap in report.gaps))),
        ("report.suppressed", [f"{item.finding.rule}: {item.reason}" for item in report.suppressed]),
    ]
    made: list[str] = []
    for key, lines in groups:
        if lines:
            items = "".join(f"<li>{escape(line)}</li>" for line in lines)
            unfolded = " open" if key == "report.unread" else ""
            made.append(f"<details{unfolded}><summary>{escape(say(key, lang))}</summary><ul>{items}</ul></details>")
    return "".join(made)
