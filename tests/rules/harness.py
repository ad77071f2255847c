"""Runs the examples of rules: each is a whole document, judged by all rules of its profile.

Bases are read and understood once. A failure comes back as sentences, so that one assertion shows everything.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fixtures.docx import build as build_docx
from fixtures.dress import dress

from vanban_lint import structure
from vanban_lint.config import Settings
from vanban_lint.corpus.compare import compare
from vanban_lint.engine import Report, check_document
from vanban_lint.model import Anchor, Document, Label, Paragraph, Span
from vanban_lint.readers import read
from vanban_lint.ruleset import bundled
from vanban_lint.ruleset.example import Base, Case, Example, build, companions, examples, fitting_base
from vanban_lint.ruleset.loader import Entry, read_entries
from vanban_lint.ruleset.locate import rules_root
from vanban_lint.ruleset.validate import Validator

#: Bases that examples use unless they name another, in this order of preference; the rest follow by name.
PREFERRED = ("dang-chi-thi", "hanh-chinh-quyet-dinh", "quy-pham-quyet-dinh", "dang-cong-van", "hanh-chinh-cong-van")
AUTOMATIC = re.compile(r"⟨(?P<shown>(?P<number>\d+)?[^⟩]*)⟩ ?")
TODAY = dt.date(2026, 11, 24)


@cache
def entries() -> tuple[Entry, ...]:
    """Every bundled rule as written."""
    return read_entries(rules_root(), Validator(bundled().tables))


def all_examples() -> list[Example]:
    return [example for entry in entries() for example in examples(entry.rule, entry.data.get("vi_du", {}))]


@cache
def bases() -> dict[str, Base]:
    """Base documents by name, the preferred ones first."""
    files = {path.stem: path for path in sorted((rules_root() / "vi-du").glob("*.txt"))}
    order = [*(name for name in PREFERRED if name in files), *(name for name in files if name not in PREFERRED)]
    return {name: _base(files[name]) for name in order}


def _base(path: Path) -> Base:
    text = path.read_text(encoding="utf-8")
    document = read_text(text)
    return Base(text, document, structure.analyse(document, bundled().tables, today=TODAY))


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


def judge(
    text: str, date: str | None = None, select: tuple[str, ...] = (), register: Mapping[str, Any] | None = None
) -> Report:
    """The report on a text, dated as it says or judged by ``date``; by the rules of ``select`` alone if any."""
    day = dt.date.fromisoformat(date) if date else None
    return check_document(read_text(text), Settings(date=day, today=TODAY, select=select, register=register or {}))


def judge_together(text: str, others: list[str], select: tuple[str, ...] = ()) -> Report:
    """The report on a text checked after others, with what was found across them."""
    settings = Settings(today=TODAY, select=select)
    documents = [read_text(other)._replace(path=f"{number}.txt") for number, other in enumerate(others, 1)]
    reports = [check_document(item, settings, among_others=True) for item in (*documents, read_text(text))]
    found = compare([report.facts for report in reports if report.facts])
    own = tuple(item.finding for item in found if item.path == reports[-1].document.path)
    return reports[-1]._replace(findings=(*reports[-1].findings, *own))


def judge_look(case: Case, regime: str, select: tuple[str, ...] = ()) -> Report:
    """The report on the Word form of a case, changed as its example asks."""
    with TemporaryDirectory() as folder:
        path = build_docx(case.text, Path(folder) / "vi-du.docx", regime)
        dress(path, case.look or {}, TODAY)
        day = dt.date.fromisoformat(case.date) if case.date else None
        return check_document(read(str(path)), Settings(date=day, today=TODAY, select=select))


def failures(example: Example) -> list[str]:
    """What is wrong with an example; empty when it does what it says."""
    base = bases()[example.base or fitting_base(example, bases(), bundled().tables)]
    case = build(example, base)
    select = () if example.rule.mac_dinh else (example.rule.id,)
    if example.change.get("cung"):
        report = judge_together(case.text, list(companions(example, bases())), select)
    elif case.look is None:
        report = judge(case.text, case.date, select, case.register)
    else:
        report = judge_look(case, base.structure.regime.value, select)
    return [*report.crashed, *_wrong_rules(example, report), *_wrong_places(example, case, report)]


def _wrong_rules(example: Example, report: Report) -> list[str]:
    spoken = {finding.rule for finding in report.findings}
    unexpected = spoken & {example.rule.id} if example.passes else spoken - example.expected
    shown = [
        f"unexpected {finding.rule} at {finding.anchor}: {finding.text!r} ({finding.message})"
        for finding in report.findings
        if finding.rule in unexpected
    ]
    return [*shown, *(f"{rule} is silent" for rule in sorted(example.expected - spoken))]


def _wrong_places(example: Example, case: Case, report: Report) -> list[str]:
    if example.passes:
        return []
    own = [finding for finding in report.findings if finding.rule == example.rule.id]
    wrong = []
    found = sorted(_mark(report.document, finding.anchor) for finding in own)
    if case.marks and found != sorted(case.marks):
        wrong.append(f"covers {found}, marked are {sorted(case.marks)} (line, start, end)")
    if case.covered is not None and case.covered not in [finding.text for finding in own]:
        wrong.append(f"covers {[finding.text for finding in own]}, not {case.covered!r}")
    return wrong


def _mark(document: Document, anchor: Anchor) -> tuple[int, int, int]:
    """Line and columns in the text that an anchor covers."""
    paragraph = document.paragraph(anchor)
    return (paragraph.line or 0, anchor.start, anchor.end)
