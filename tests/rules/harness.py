"""The examples of the bundled rules, run with Word forms made by the fixtures (``vanban_lint.trial`` runs them)."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from fixtures.docx import build as build_docx
from fixtures.dress import dress

from vanban_lint import trial
from vanban_lint.config import Settings
from vanban_lint.engine import Report, check_document
from vanban_lint.readers import read
from vanban_lint.ruleset import bundled
from vanban_lint.ruleset.example import Base, Case, Example, examples
from vanban_lint.ruleset.loader import Entry, read_entries
from vanban_lint.ruleset.locate import rules_root
from vanban_lint.ruleset.validate import Validator
from vanban_lint.trial import AUTOMATIC, PREFERRED, Trial, read_text

__all__ = ["AUTOMATIC", "PREFERRED", "TODAY", "all_examples", "bases", "entries", "failures", "judge", "read_text"]

TODAY = dt.date(2026, 11, 24)


@cache
def entries() -> tuple[Entry, ...]:
    """Every bundled rule as written."""
    return read_entries(rules_root(), Validator(bundled().tables))


def all_examples() -> list[Example]:
    return [example for entry in entries() for example in examples(entry.rule, entry.data.get("vi_du", {}))]


def bases() -> dict[str, Base]:
    """Base documents by name, the preferred ones first."""
    return trial.bases(TODAY)


def judge_look(case: Case, regime: str, select: tuple[str, ...] = ()) -> Report:
    """The report on the Word form of a case, changed as its example asks."""
    with TemporaryDirectory() as folder:
        path = build_docx(case.text, Path(folder) / "vi-du.docx", regime)
        dress(path, case.look or {}, TODAY)
        day = dt.date.fromisoformat(case.date) if case.date else None
        return check_document(read(str(path)), Settings(date=day, today=TODAY, select=select))


_TRIAL = Trial(TODAY, look=judge_look)
judge = _TRIAL.judge
failures = _TRIAL.failures
