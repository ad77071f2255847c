"""The examples of a rule, each made into a whole document: tests, documentation and ``explain`` at once.

Purpose: put an example's text into a flawless base document (rules/vi-du/<nen>.txt) at the block it speaks of, and
say what must be found there. Limits: builds texts, runs nothing (tests/rules does). Neighbours: ``loader`` (where
examples stand), ``structure`` (whose blocks say where a text goes).

``⟦`` and ``⟧`` mark the exact text that a finding must cover; ``⟦⟧`` marks the place of something that is missing. A
line that begins with ``⟨1.⟩`` carries that number as an automatic one, as in a Word list; the number is no part of
its text.

The key ``cung`` lists documents checked together with the example, each in mapping form: for rules across documents.
The key ``docx`` changes how the document looks instead of what it says; then the case is judged as a Word file, which
tests/fixtures builds from the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from vanban_lint.model import Anchor, Document, Structure
from vanban_lint.model.rule import Rule
from vanban_lint.ruleset.select import WIDE_SELECTORS, conditions_hold, in_force

OPEN, CLOSE = "⟦", "⟧"
#: Keys of an example in mapping form.
KEYS = ("thay", "bo", "sau", "sua", "van_ban", "nen", "kem", "tai", "ngay", "docx", "so_bo", "cung")
_MARKERS = re.compile(f"[{OPEN}{CLOSE}]")


class Base(NamedTuple):
    """A base document: its text, and what the reader and the structure made of it."""

    text: str
    document: Document
    structure: Structure


class Mark(NamedTuple):
    """A stretch that a finding must cover: line from 1, code points ``start`` to ``end`` of that line."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Example:
    """One entry of ``vi_du``. ``passes`` tells ``dat`` from ``khong_dat``; ``base`` names its base document."""

    rule: Rule
    passes: bool
    number: int
    base: str | None
    change: Mapping[str, Any]

    @property
    def id(self) -> str:
        return f"{self.rule.id}-{'dat' if self.passes else 'khong_dat'}-{self.number}"

    @property
    def expected(self) -> frozenset[str]:
        """Ids of the rules that must speak: none for a passing example."""
        return frozenset() if self.passes else frozenset({self.rule.id, *self.change.get("kem", ())})


@dataclass(frozen=True, slots=True)
class Case:
    """A document to run: its text without markers, the marked stretches, the text that must be covered (``tai``).

    ``look`` is what to change in the Word form of the text (``docx``); ``None``: judge the text itself. ``register``
    is a user's register to judge by (``so_bo``).
    """

    text: str
    marks: tuple[Mark, ...]
    covered: str | None
    date: str | None
    look: Mapping[str, Any] | None = None
    register: Mapping[str, Any] | None = None


def examples(rule: Rule, written: Mapping[str, Any]) -> Iterator[Example]:
    """The examples of ``rule``; ``written`` is its ``vi_du`` mapping."""
    for key in ("dat", "khong_dat"):
        for number, item in enumerate(written.get(key, ()), 1):
            change: Mapping[str, Any] = {"thay": {rule.o[0]: item}} if isinstance(item, str) else item
            yield Example(rule, key == "dat", number, change.get("nen", written.get("nen")), change)


def fitting_base(example: Example, bases: Mapping[str, Base], tables: Mapping[str, Any]) -> str:
    """Name of the first base that has the parts the example changes, and under which its rule is in force.

    LookupError when there is none: then the example must name its base.
    """
    rule, change = example.rule, example.change
    parts = {*change.get("thay", ()), *change.get("sau", ()), *change.get("bo", ())} - WIDE_SELECTORS.keys()
    for name, base in bases.items():
        found = base.structure
        day = found.date.value
        ids = {item.id for item in in_force(tables, found.regime.value, day)} if day else set()
        if ids & rule.nguon.keys() and conditions_hold(rule.khi, found) and all(map(found.first, parts)):
            return name
    raise LookupError(f"no base document fits {example.id}; name one in vi_du.nen")


def build(example: Example, base: Base) -> Case:
    """The document of an example; LookupError when the base lacks a block or text that the example speaks of."""
    change = example.change
    text = change["van_ban"] if "van_ban" in change else _edited(base, change)
    for old, new in change.get("sua", ()):
        if old not in text:
            raise LookupError(f"no {old!r} in the base text")
        text = text.replace(old, new, 1)
    plain, marks = _unmarked(text)
    return Case(plain, marks, change.get("tai"), change.get("ngay"), change.get("docx"), change.get("so_bo"))


def companions(example: Example, bases: Mapping[str, Base]) -> Iterator[str]:
    """The texts checked together with an example; KeyError for a base that does not exist."""
    for change in example.change.get("cung", ()):
        beside = Example(example.rule, True, 0, change.get("nen", example.base), change)
        yield build(beside, bases[str(beside.base)]).text


def _edited(base: Base, change: Mapping[str, Any]) -> str:
    edits = [
        *(_replace(base, name, text) for name, text in change.get("thay", {}).items()),
        *(_remove(base, anchors) for name in change.get("bo", ()) for anchors in _blocks(base, name)),
        *(_after(base, name, text) for name, text in change.get("sau", {}).items()),
    ]
    text = base.text
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _replace(base: Base, name: str, text: str) -> tuple[int, int, str]:
    """For a selector that is not a block, the whole text between the header and the end parts."""
    if name in WIDE_SELECTORS:
        start, end = _body(base)
        return start, end, text.rstrip("\n")
    anchors = _blocks(base, name)[0]
    return _offset(base, anchors[0]), _offset(base, anchors[-1], end=True), text


def _remove(base: Base, anchors: tuple[Anchor, ...]) -> tuple[int, int, str]:
    """Takes the line along when nothing else stands on it."""
    start, end = _offset(base, anchors[0]), _offset(base, anchors[-1], end=True)
    line_start = base.text.rfind("\n", 0, start) + 1
    line_end = base.text.find("\n", end)
    line_end = len(base.text) if line_end < 0 else line_end
    if not base.text[line_start:start].strip() and not base.text[end:line_end].strip():
        return line_start, min(line_end + 1, len(base.text)), ""
    return start, end, ""


def _after(base: Base, name: str, text: str) -> tuple[int, int, str]:
    end = base.text.find("\n", _offset(base, _blocks(base, name)[0][-1], end=True))
    end = len(base.text) if end < 0 else end
    return end, end, "\n" + text.rstrip("\n")


def _blocks(base: Base, name: str) -> list[tuple[Anchor, ...]]:
    found = [block.anchors for block in base.structure.all(name)]
    if not found:
        raise LookupError(f"no block {name!r} in the base text")
    return found


def _body(base: Base) -> tuple[int, int]:
    """The stretch of the zone noi_dung, whole lines."""
    zones = [zone for zone in base.structure.zones if zone.name == "noi_dung"]
    if not zones:
        raise LookupError("no zone noi_dung in the base text")
    paragraphs = base.document.body.paragraphs[zones[0].first - 1 : zones[-1].last]
    lines = [paragraph.line for paragraph in paragraphs if paragraph.line is not None]
    starts = _line_starts(base.text)
    return starts[lines[0] - 1], starts[lines[-1]] - 1


def _offset(base: Base, anchor: Anchor, *, end: bool = False) -> int:
    """Offset in the base text of one end of an anchor; columns of one line are told apart by their text."""
    paragraph = base.document.paragraph(anchor)
    starts = _line_starts(base.text)
    line = paragraph.line or 1
    column = base.text[starts[line - 1] : starts[line]].find(paragraph.text)
    return starts[line - 1] + max(column, 0) + (anchor.end if end else anchor.start)


def _line_starts(text: str) -> list[int]:
    """Offset of every line, and one past the last line end."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _unmarked(text: str) -> tuple[str, tuple[Mark, ...]]:
    """``text`` without its markers, and where they stood."""
    marks = []
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        places = [match.start() - before for before, match in enumerate(_MARKERS.finditer(line))]
        marks += [Mark(number, *pair) for pair in zip(places[::2], places[1::2], strict=True)]
        lines[number - 1] = _MARKERS.sub("", line)
    return "\n".join(lines), tuple(marks)
