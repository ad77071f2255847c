"""What every check kind shares: its context, its targets, and the schema of its parameters.

Purpose: the small protocol between a rule (YAML) and the Python that judges it. A kind is a module of this folder with

    PARAMS    parameter name -> Param, validated by ``ruleset`` and exported to the JSON Schema
    FIELDS    names that its hits fill in the rule's message, besides ``thuc_te`` (what stands there)
    check(rule, context)    yields ``Hit`` and, when something prevents a judgement, ``NotEvaluated``

Limits: no I/O, no severity, no message text; checks never import the engine. Neighbours: ``engine`` runs them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from vanban_lint.model import Anchor, Block, Document, Structure
from vanban_lint.model.rule import Rule
from vanban_lint.text.tone import fold_tone

#: Selectors that are not block names.
WHOLE_PARAGRAPHS = "doan"  # every non-empty paragraph of the body text (zone noi_dung)
WHOLE_DOCUMENT = "van_ban"  # the document as a whole: for presence and order


class Param(NamedTuple):
    """Schema of one parameter. ``type``: text, regex, flag, integer, list (of text), map, choice."""

    type: str
    doc: str
    required: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may look at. ``date`` is the day to judge by, ``conventions`` the ids in force on it."""

    document: Document
    structure: Structure
    tables: Mapping[str, Any]
    date: dt.date
    conventions: tuple[str, ...]

    def targets(self, rule: Rule) -> Iterator[Target]:
        """The stretches of text that the rule's selector names, in reading order."""
        for name in rule.o:
            if name == WHOLE_PARAGRAPHS:
                yield from self._paragraphs()
            else:
                for block in self.structure.all(name):
                    yield Target(block.text, block.anchors, block)

    def _paragraphs(self) -> Iterator[Target]:
        for zone in self.structure.zones:
            if zone.name != "noi_dung":
                continue
            for paragraph in self.document.body.paragraphs[zone.first - 1 : zone.last]:
                if paragraph.text.strip():
                    yield Target(paragraph.text, (paragraph.anchor(),), None)


@dataclass(frozen=True, slots=True)
class Target:
    """A text to judge: lines joined by newlines, each line standing at one anchor of the document."""

    text: str
    anchors: tuple[Anchor, ...]
    block: Block | None

    def anchor(self, start: int, end: int) -> Anchor:
        """Place in the document of ``text[start:end]``; what runs over a line end is cut at it."""
        base = 0
        for anchor in self.anchors:
            length = anchor.end - anchor.start
            if start <= base + length:
                return Anchor(
                    anchor.part,
                    anchor.paragraph,
                    anchor.start + start - base,
                    anchor.start + min(end - base, length),
                )
            base += length + 1
        return self.anchors[-1]


@lru_cache(maxsize=512)
def pattern(source: str) -> re.Pattern[str]:
    """Compiled pattern; patterns in rules are written in the older tone placement and match both."""
    return re.compile(source)


def fold(text: str) -> str:
    """The form of a text that patterns are matched against: same length, one tone placement, plain spaces."""
    return fold_tone(text).replace("\u00a0", " ")
