"""The ignore file: exceptions for single documents, beside the documents, each with its reason.

A line names documents, rules and a reason:

    mau/*.docx: KT1 TT7      # mẫu để điền
    cong-van-12.docx: TT126  # văn thư đã đồng ý
    luu-tru/*: *             # văn bản cũ, không sửa nữa

Purpose: suppressions that whoever keeps a folder can write without touching the configuration. Limits: globs are
relative to the file's folder ("*" crosses folders, a glob without "/" is a name), selectors are those of ``select``
and "*" for all. A line without a reason is refused: in a year nobody knows why. Neighbour: ``filters.hidden``.
"""

from __future__ import annotations

import os
from functools import cache
from typing import NamedTuple

from vanban_lint.config import Hidden, PerFile, relative_to
from vanban_lint.errors import ConfigError
from vanban_lint.filters.hidden import EVERYTHING
from vanban_lint.ruleset import names
from vanban_lint.ruleset.bundle import bundled

NAME = ".vanban-lint-ignore"


class IgnoreFile(NamedTuple):
    """The lines of one file, as the entries of ``theo_tep`` that they could be."""

    folder: str
    entries: tuple[PerFile, ...]


def hidden(document: str) -> tuple[Hidden, ...]:
    """What the ignore files of the document's folder and those above ask to hide, the nearest first."""
    if document == "-":
        return ()
    made: list[Hidden] = []
    for file in _files(os.path.dirname(os.path.abspath(document))):
        relative = relative_to(file.folder, document)
        made += [entry.hidden for entry in file.entries if entry.hidden and entry.fits(relative)]
    return tuple(made)


@cache
def _files(folder: str) -> tuple[IgnoreFile, ...]:
    above = os.path.dirname(folder)
    rest = () if above == folder else _files(above)
    path = os.path.join(folder, NAME)
    return (read(path), *rest) if os.path.isfile(path) else rest


def read(path: str) -> IgnoreFile:
    """Read an ignore file; ConfigError, with the line, for a line that says too little or names an unknown rule."""
    with open(path, encoding="utf-8", errors="replace") as file:
        lines = file.read().splitlines()
    entries = [_entry(f"{path}:{number}", line) for number, line in enumerate(lines, 1) if _says_something(line)]
    return IgnoreFile(os.path.dirname(path), tuple(entries))


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _entry(place: str, line: str) -> PerFile:
    said, _, reason = line.partition("#")
    glob, colon, selectors = said.rpartition(":")
    rules = tuple(selectors.replace(",", " ").split())
    if not (colon and glob.strip() and rules and reason.strip()):
        raise ConfigError("ignore_file.line", place)
    names.require_known((name for name in rules if name != EVERYTHING), bundled().rules, place)
    return PerFile(glob.strip(), None, Hidden(rules, reason.strip(), f"{NAME}: {glob.strip()}"))
