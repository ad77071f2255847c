"""Templates and their drafts, made once for all tests of this room."""

from __future__ import annotations

import datetime as dt
from functools import cache

from vanban_lint.config import Settings
from vanban_lint.engine import Report, check_document
from vanban_lint.readers import read
from vanban_lint.template.load import Template, find_all, load
from vanban_lint.template.new import Maker

TODAY = dt.date(2026, 11, 24)
NAMES = list(find_all())


@cache
def template(name: str) -> Template:
    return load(name)


@cache
def maker(name: str) -> Maker:
    return Maker(template(name), TODAY)


@cache
def example(name: str) -> bytes:
    return maker(name).make(template(name).example)


def judged(data: bytes) -> Report:
    return check_document(read("ban-thao.docx", data), Settings(today=TODAY))


def texts(data: bytes) -> list[str]:
    """Visible paragraphs of a file, each with its automatic number."""
    return [f"{p.label.text} {p.text}" if p.label else p.text for p in read("ban-thao.docx", data).body.paragraphs]
