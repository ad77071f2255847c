"""Rules tried on their own examples: each example a whole document, judged by all rules of its profile.

Purpose: one way to run examples, for the tests of the bundled rules and for ``rules test`` on a user's own. Base
documents are read and understood once. What is wrong comes back as sentences. Limits: builds texts only; an example
that changes how a Word file looks (``docx``) needs a maker of Word files, which the tests bring along and an installed
package has not. Neighbours: ``ruleset.example`` (what an example says), ``engine``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from vanban_lint import structure
from vanban_lint.catalogue import say
from vanban_lint.config import Settings
from vanban_lint.corpus.compare import compare
from vanban_lint.engine import Report, check_document
from vanban_lint.model import Anchor, Document, Label, Paragraph, Span
from vanban_lint.model.rule import Rule
from vanban_lint.readers import read
from vanban_lint.ruleset import bundled
from vanban_lint.ruleset.example import Base, Case, Example, build, companions, fitting_base
from vanban_lint.ruleset.locate import rules_root

#: Bases that examples use unless they name another, in this order of preference; the rest follow by name.
PREFERRED = ("dang-chi-thi", "hanh-chinh-quyet-dinh", "quy-pham-quyet-dinh", "dang-cong-van", "hanh-chinh-cong-van")
AUTOMATIC = re.compile(r"⟨(?P<shown>(?P<number>\d+)?[^⟩]*)⟩ ?")

#: Judges the Word form of a case: regime of its base, rules to select.
Look = Callable[[Case, str, tuple[str, ...]], Report]


@cache
def bases(today: dt.date) -> dict[str, Base]:
    """Base documents by name, the preferred ones first."""
    files = {path.stem: path for path in sorted((rules_root() / "vi-du").glob("*.txt"))}
    order = [*(name for name in PREFERRED if name in files), *(name for name in files if name not in PREFERRED)]
    return {name: _base(files[name], today) for name in order}


def _base(path: Path, today: dt.date) -> Base:
    text = path.read_text(encoding="utf-8")
    document = read_text(text)
    return Base(text, document, structure.analyse(document, bundled().tables, today=today))


def read_text(text: str) -> Document:
    """The text as a document; a line that begins with "⟨1.⟩ " carries an automatic number, as in a Word list."""
    document = read("vi-du.txt", text.encode())
    paragraphs = tuple(map(_labelled, document.body.paragraphs))
    return document._replace(parts=(document.body._replace(paragraphs=paragraphs), *document.parts[1:]))


def _labelled(paragraph: Paragraph) -> Paragraph:
    match = AUTOMATIC.match(paragraph.text)
    if not match:
        return paragraph
    value = int(match["number"] or 1)
    label = Label(match["shown"], "1", 0, value, "decimal" if match["number"] else "bullet")
    text = paragraph.text[match.end() :]
    return paragraph._replace(text=text, label=label, spans=(Span(0, len(text)),))


class Trial:
    """Runs examples. ``rules`` are a user's own, judged beside the bundled ones; ``look`` judges Word forms."""

    def __init__(self, today: dt.date, rules: Iterable[Rule] = (), look: Look | None = None, lang: str = "vi") -> None:
        self._today, self._rules, self._look, self._lang = today, tuple(rules), look, lang

    def judge(
        self,
        text: str,
        date: str | None = None,
        select: tuple[str, ...] = (),
        register: Mapping[str, Any] | None = None,
    ) -> Report:
        """The report on a text, dated as it says or judged by ``date``; by the rules of ``select`` alone if any."""
        day = dt.date.fromisoformat(date) if date else None
        settings = replace(self._settings(select), date=day, register=register or {})
        return check_document(read_text(text), settings)

    def judge_together(self, text: str, others: Sequence[str], select: tuple[str, ...] = ()) -> Report:
        """The report on a text checked after others, with what was found across them."""
        settings = self._settings(select)
        documents = [read_text(other)._replace(path=f"{number}.txt") for number, other in enumerate(others, 1)]
        reports = [check_document(item, settings, among_others=True) for item in (*documents, read_text(text))]
        found = compare([report.facts for report in reports if report.facts])
        own = tuple(item.finding for item in found if item.path == reports[-1].document.path)
        return reports[-1]._replace(findings=(*reports[-1].findings, *own))

    def _settings(self, select: tuple[str, ...]) -> Settings:
        return Settings(today=self._today, select=select, rules=self._rules)

    def runs(self, example: Example) -> bool:
        """Whether the example can be run here."""
        return self._look is not None or example.change.get("docx") is None

    def failures(self, example: Example) -> list[str]:
        """What is wrong with an example; empty when it does what it says."""
        known = bases(self._today)
        base = known[example.base or fitting_base(example, known, bundled().tables)]
        case = build(example, base)
        select = () if example.rule.mac_dinh else (example.rule.id,)
        if example.change.get("cung"):
            report = self.judge_together(case.text, list(companions(example, known)), select)
        elif case.look is None:
            report = self.judge(case.text, case.date, select, case.register)
        elif self._look is not None:
            report = self._look(case, base.structure.regime.value, select)
        else:
            raise LookupError(f"{example.id} needs a maker of Word files")
        wrong = [*_wrong_rules(example, report, self._lang), *_wrong_places(example, case, report, self._lang)]
        return [*report.crashed, *wrong]


def _wrong_rules(example: Example, report: Report, lang: str) -> list[str]:
    spoken = {finding.rule for finding in report.findings}
    unexpected = spoken & {example.rule.id} if example.passes else spoken - example.expected
    shown = [
        say("trial.unexpected", lang, rule=finding.rule, text=finding.text, message=finding.message)
        for finding in report.findings
        if finding.rule in unexpected
    ]
    return [*shown, *(say("trial.silent", lang, rule=rule) for rule in sorted(example.expected - spoken))]


def _wrong_places(example: Example, case: Case, report: Report, lang: str) -> list[str]:
    if example.passes:
        return []
    own = [finding for finding in report.findings if finding.rule == example.rule.id]
    wrong = []
    found = sorted(_mark(report.document, finding.anchor) for finding in own)
    if case.marks and found != sorted(case.marks):
        wrong.append(say("trial.marks", lang, found=found, wanted=sorted(map(tuple, case.marks))))
    if case.covered is not None and case.covered not in [finding.text for finding in own]:
        wrong.append(say("trial.covers", lang, found=[finding.text for finding in own], wanted=case.covered))
    return wrong


def _mark(document: Document, anchor: Anchor) -> tuple[int, int, int]:
    """Line and columns in the text that an anchor covers."""
    paragraph = document.paragraph(anchor)
    return (paragraph.line or 0, anchor.start, anchor.end)
