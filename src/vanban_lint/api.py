"""The stable face for Python callers: check a document, or see what it was understood to be.

    from vanban_lint.api import check
    for finding in check("du-thao.docx").findings:
        print(finding.rule, finding.message)

Purpose: two calls that will not change their meaning between versions. Limits: paths, bytes and settings in, frozen
reports out; nothing is printed, no file is written. Neighbours: ``engine``, ``readers``, ``config``; the fields of
what comes back are documented in ``model`` and ``engine.Report``.
"""

from __future__ import annotations

from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import Any

from vanban_lint import structure
from vanban_lint.config import Settings, settings_for
from vanban_lint.engine import Report, check_document
from vanban_lint.model import Document, Structure
from vanban_lint.readers import read
from vanban_lint.ruleset import load_tables

__all__ = ["Report", "Settings", "check", "inspect"]

Source = str | PathLike[str] | bytes


def check(source: Source, *, name: str = "-", config: str | None = None, **settings: Any) -> Report:
    """Judge one document. ``source`` is a path, or the bytes of a file whose kind ``name`` tells by its suffix.

    Keywords are fields of ``Settings`` (select, ignore, profile, date, lang, ...) and win over the configuration found
    for the document. UnreadableError for an input that cannot be read, ConfigError for a wrong setting.
    """
    path = name if isinstance(source, bytes) else str(Path(source))
    chosen = replace(settings_for(path, config), **settings)
    return check_document(_read(source, name), chosen)


def inspect(source: Source, *, name: str = "-", **settings: Any) -> tuple[Document, Structure]:
    """What was read and how it was understood. ``settings``: ``regime`` and ``date`` to override, and ``today``."""
    document = _read(source, name)
    settings.setdefault("today", Settings().today)
    return document, structure.analyse(document, load_tables(), **settings)


def _read(source: Source, name: str) -> Document:
    return read(name, source) if isinstance(source, bytes) else read(str(Path(source)))
