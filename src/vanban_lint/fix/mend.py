"""The whole of fixing one document: plan, apply, verify, again, until nothing is left to do.

Purpose: one call for the command and the API. A repair that had to wait for another (they claimed the same place) is
made in the next round, so a second run finds nothing to do. Limits: bytes in, bytes out; writes no file. FixError:
nothing may be written. Neighbours: ``fix.plan``, ``fix.apply``, ``fix.text``, ``fix.verify``; ``cli.fix`` calls.
"""

from __future__ import annotations

from typing import NamedTuple

from vanban_lint.config import Settings
from vanban_lint.engine import Report, check_document
from vanban_lint.errors import UnreadableError
from vanban_lint.fix import text
from vanban_lint.fix.apply import Applied, applied
from vanban_lint.fix.plan import Claim, Plan, Refusal, plan
from vanban_lint.fix.verify import (
    expected_texts,
    require_nothing_new,
    require_same_members,
    require_texts,
    texts,
)
from vanban_lint.model import Document
from vanban_lint.ooxml.package import Package
from vanban_lint.ooxml.protection import refusal, tracks_revisions
from vanban_lint.ooxml.revisions import rejected
from vanban_lint.readers import read

#: Rounds after which what is left is told, not made: two rules that undo each other must not go on for ever.
_MAX_ROUNDS = 6


class Mended(NamedTuple):
    """``raw`` is the result; ``before`` and ``after`` the reports on the original and on it.

    ``claims`` were made, in the order of their rounds, each with the document its places speak of; ``refusals`` were
    not. ``tracking`` is true when the author asked Word to track changes.
    """

    raw: bytes
    before: Report
    after: Report
    claims: tuple[tuple[Document, Claim], ...]
    refusals: tuple[Refusal, ...]
    tracking: bool = False


def mended(raw: bytes, path: str, settings: Settings, *, date: str | None, unsafe: bool = False) -> Mended:
    """``raw`` with all repairs made. ``date`` of tracked changes; ``None`` for plain edits, as in text inputs.

    UnreadableError: the file cannot be read, or must not be written (protection.*). FixError: the result is not what
    was planned.
    """
    before = check_document(read(path, raw), settings)
    is_word = before.document.format == "docx"
    tracking = _require_writable(raw, before.document, date) if is_word else False
    mendable = ("safe", "unsafe") if unsafe else ("safe",)
    now, report = raw, before
    made: list[tuple[Document, Claim]] = []
    refusals: list[Refusal] = []
    for _ in range(_MAX_ROUNDS):
        chosen = plan(report.document, report.findings, unsafe)
        step = _step(now, report.document, chosen, date)
        refusals = [*chosen.refusals, *step.refusals]
        if not step.claims:
            break
        following = _verified(raw, now, report, step, settings, date, mendable)
        made += [(report.document, claim) for claim in step.claims]
        now, report = step.raw, following
    require_nothing_new(before, report, [claim for _, claim in made])
    return Mended(now, before, report, tuple(made), tuple(refusals), tracking)


def _step(raw: bytes, document: Document, chosen: Plan, date: str | None) -> Applied:
    if not chosen.claims:
        return Applied(raw, (), ())
    if document.format == "docx":
        return applied(raw, document, chosen.claims, date)
    return text.applied(raw, document, chosen.claims)


def _verified(
    original: bytes,
    raw: bytes,
    report: Report,
    step: Applied,
    settings: Settings,
    date: str | None,
    mendable: tuple[str, ...],
) -> Report:
    """The report on the result of a step, when all is as planned."""
    path = report.document.path
    document = read(path, step.raw)
    require_texts(path, expected_texts(report.document, step.claims), texts(document), step.claims, "fix.verify.text")
    if document.format == "docx":
        touched = Package(step.raw, path)
        members = frozenset(
            name for name in touched.archive.members if _may_change(name, touched.main, report.document)
        )
        require_same_members(path, raw, step.raw, members)
        if date is not None:
            back = texts(read(path, rejected(step.raw, path)))
            require_texts(path, texts(read(path, rejected(original, path))), back, step.claims, "fix.verify.reject")
    following = check_document(document, settings)
    require_nothing_new(report, following, step.claims, mendable)
    return following


def _may_change(name: str, main: str, document: Document) -> bool:
    """Members that edits write: parts with text, styles, and what declares a new header."""
    rels = "/_rels/".join(main.rsplit("/", 1)) + ".rels"
    known = {part.member.lower() for part in document.parts} | {rels.lower(), "[content_types].xml"}
    return name in known or name.endswith("/styles.xml")


def _require_writable(raw: bytes, document: Document, date: str | None) -> bool:
    package = Package(raw, document.path)
    forbidden = refusal(package, "direct" if date is None else "tracked")
    if forbidden:
        raise UnreadableError(forbidden, document.path)
    return tracks_revisions(package)
