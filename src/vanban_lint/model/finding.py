"""Findings, fixes and the things a check may say: frozen and picklable.

Purpose: what checks yield (``Hit``, ``NotEvaluated``) and what the engine makes of it (``Finding``). Limits: messages
are held, not composed; severity comes from the rule. Neighbours: ``checks``, ``engine``, ``report``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from vanban_lint.model.document import NOTHING, Anchor

SEVERITIES = ("goi_y", "canh_bao", "loi")
CERTAINTIES = ("phong_doan", "co_the", "chac_chan")
SAFETIES = ("display", "unsafe", "safe")


class Edit(NamedTuple):
    """One change from the closed vocabulary. ``action``: replace_text (``anchor`` becomes ``value``), set_run,
    set_paragraph, set_section, set_style, move, delete_paragraph, insert_paragraph (``value``, below the paragraph of
    ``anchor``); ``expected`` is the text the anchor covered when judged."""

    action: str
    anchor: Anchor
    value: str = ""
    expected: str = ""
    properties: Mapping[str, Any] = NOTHING


class Fix(NamedTuple):
    """A described, not performed, repair. ``safety``: safe (the clause leaves no choice), unsafe (a guess), display."""

    safety: str
    edits: tuple[Edit, ...]


class Related(NamedTuple):
    """Another place that belongs to a finding, with a word on why."""

    anchor: Anchor
    message: str


class Saying(NamedTuple):
    """Words inside a message that depend on the language: ``key`` names a catalogue message, ``params`` fill it."""

    key: str
    params: Mapping[str, Any] = NOTHING


class Cause(NamedTuple):
    """One statement in a file that makes a value wrong: where it stands (as ``RunFormat.source`` names it), of which
    field, and the value. ``asked`` is what should stand there: a value, or a pair of limits in the unit of the field.
    """

    source: str
    field: str
    value: Any
    asked: Any


class Hit(NamedTuple):
    """What a check yields: a place, parameters for the rule's message, suggestions and edits.

    A parameter may be a tuple of ``Saying``. ``absent`` marks a defect of absence: the anchor is where the missing part
    belongs and covers no offending text. ``diff`` leads word by word from the text at ``related[0]`` to the one at the
    anchor: pairs of "=" (both), "-" (there alone), "+" (here alone) and the words.

    ``cause``: the one statement behind the whole hit; hits of several rules with one cause become one (``checks.
    one_cause``), and ``more`` is what is then said after the rule's own message. ``pieces``: a hit that has several
    causes, taken apart by them.
    """

    anchor: Anchor
    params: Mapping[str, Any] = NOTHING
    suggestions: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    related: tuple[Related, ...] = ()
    absent: bool = False
    certainty: str | None = None
    diff: tuple[tuple[str, str], ...] = ()
    cause: Cause | None = None
    pieces: tuple[Hit, ...] = ()
    more: tuple[Saying, ...] = ()


class NotEvaluated(NamedTuple):
    """A rule that could not be judged on this document; ``key`` names a catalogue message, ``params`` fill it."""

    key: str
    params: Mapping[str, Any] = NOTHING


class Finding(NamedTuple):
    """One defect at one place, ready for a report. Field meanings follow the JSON contract (docs/json.md)."""

    rule: str
    name: str
    severity: str
    certainty: str
    message: str
    source: str | None
    block: str | None
    label: str
    anchor: Anchor
    text: str
    context: tuple[str, str]
    suggestions: tuple[str, ...] = ()
    fix: Fix | None = None
    fingerprint: str = ""
    related: tuple[Related, ...] = ()
    absent: bool = False
    diff: tuple[tuple[str, str], ...] = ()


class Gap(NamedTuple):
    """Something not judged on a document, said in words: ``rule`` is the rule id or ``None`` for a whole matter."""

    rule: str | None
    message: str
