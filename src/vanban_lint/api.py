"""The stable face for Python callers: check a document, or see what it was understood to be.

    from vanban_lint.api import check
    for finding in check("du-thao.docx").findings:
        print(finding.rule, finding.message)

Purpose: three calls that will not change their meaning between versions. Limits: paths, bytes and settings in, frozen
reports out; nothing is printed, no file is written. Neighbours: ``engine``, ``readers``, ``config``; the fields of
what comes back are documented in ``model`` and ``engine.Report``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import Any

from vanban_lint import structure
from vanban_lint.config import Settings, settings_for
from vanban_lint.corpus.facts import Across, Facts
from vanban_lint.engine import Report, check_document
from vanban_lint.model import Document, Structure
from vanban_lint.readers import read
from vanban_lint.ruleset import load_tables

__all__ = ["Across", "Facts", "Report", "Settings", "check", "compare", "inspect"]

Source = str | PathLike[str] | bytes


def check(
    source: Source, *, name: str = "-", config: str | None = None, among_others: bool = False, **settings: Any
) -> Report:
    """Judge one document. ``source`` is a path, or the bytes of a file whose kind ``name`` tells by its suffix.

    Keywords are fields of ``Settings`` (select, ignore, profile, date, lang, ...) and win over the configuration found
    for the document. ``among_others`` fills ``Report.facts``, which ``compare`` takes when all documents of a set have
    been checked; the reports need not be kept. UnreadableError for an input that cannot be read, ConfigError for a
    wrong setting.
    """
    path = name if isinstance(source, bytes) else str(Path(source))
    chosen = replace(settings_for(path, config), **settings)
    return check_document(_read(source, name), chosen, among_others=among_others)


def compare(facts: Sequence[Facts | None]) -> list[Across]:
    """Findings that rest on several documents: one number used twice, a citation that differs from what it cites."""
    from vanban_lint.corpus.compare import compare

    return compare([item for item in facts if item is not None])


def inspect(source: Source, *, name: str = "-", **settings: Any) -> tuple[Document, Structure]:
    """What was read and how it was understood. ``settings``: ``regime`` and ``date`` to override, and ``today``."""
    document = _read(source, name)
    settings.setdefault("today", Settings().today)
    return document, structure.analyse(document, load_tables(), **settings)


def _read(source: Source, name: str) -> Document:
    return read(name, source) if isinstance(source, bytes) else read(str(Path(source)))
