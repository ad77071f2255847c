"""Automatic numbers: the definitions of numbering.xml and the counters of one document.

Purpose: the label that Word shows before a paragraph. Limits: text of the label only, not its own formatting. The
rules (ECMA-376 part 1, 17.9; each tested): counters belong to the abstract definition and are shared by the lists made
from it; ``startOverride`` sets the counter once, when that list first uses that level; using a level starts the deeper
ones afresh unless ``lvlRestart`` says otherwise; upper levels that were never used count as their start; ``isLgl``
writes every level in Arabic figures. Neighbours: ``ooxml.number_format``, ``ooxml.symbols``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

from vanban_lint.model import Label
from vanban_lint.ooxml.number_format import format_number
from vanban_lint.ooxml.properties import Level, paragraph_level
from vanban_lint.ooxml.symbols import PRIVATE_FIRST, PRIVATE_LAST, readable
from vanban_lint.ooxml.xml import VAL, W, number, on

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


class ListLevel(NamedTuple):
    """One level of a list. ``restart`` is ``w:lvlRestart`` (0 = never, ``None`` = after any upper level)."""

    start: int
    number_format: str
    custom: str
    text: str
    legal: bool
    restart: int | None
    style: str | None
    indent: Level
    font: str | None


class ListUse(NamedTuple):
    """A ``w:num``: its abstract definition, starts that it overrides and levels that it redefines."""

    abstract: str
    starts: dict[int, int]
    levels: dict[int, ListLevel]


_NO_LEVEL = ListLevel(1, "decimal", "", "", False, None, None, {}, None)


class Numbering:
    """The definitions. A missing numbering part defines nothing; ``num_of_style`` leads from a list style to its
    list."""

    def __init__(self, root: etree._Element | None, num_of_style: Callable[[str], int | None]) -> None:
        self._abstract: dict[str, etree._Element] = {}
        self._uses: dict[int, etree._Element] = {}
        self._levels: dict[str, dict[int, ListLevel]] = {}
        self._lists: dict[int, ListUse | None] = {}
        self._num_of_style = num_of_style
        if root is not None:
            for item in root:
                if item.tag == W + "abstractNum":
                    self._abstract[item.get(W + "abstractNumId", "")] = item
                elif item.tag == W + "num":
                    self._uses[number(item.get(W + "numId")) or 0] = item

    def list(self, num_id: int) -> ListUse | None:
        """The list with this id; ``None`` for 0 and unknown ones."""
        if num_id not in self._lists:
            self._lists[num_id] = self._read_use(num_id)
        return self._lists[num_id]

    def level(self, use: ListUse, level: int) -> ListLevel:
        """Definition of a level, as redefined by the list where it is."""
        if level in use.levels:
            return use.levels[level]
        return self._abstract_levels(use.abstract).get(level, _NO_LEVEL)

    def level_of(self, num_id: int, level: int | None, style: str | None) -> int:
        """The level meant by a ``w:numPr``: the stated one, else the one tied to the style that states the list."""
        if level is not None:
            return level
        use = self.list(num_id) if style else None
        if use is not None:
            for index in range(LEVELS):
                if self.level(use, index).style == style:
                    return index
        return 0

    def indent(self, num_id: int, level: int | None, style: str | None) -> Level:
        """Paragraph properties that joining a list brings."""
        use = self.list(num_id)
        return {} if use is None else self.level(use, self.level_of(num_id, level, style)).indent

    def _read_use(self, num_id: int) -> ListUse | None:
        element = self._uses.get(num_id)
        link = None if element is None else element.find(W + "abstractNumId")
        if element is None or link is None or num_id == 0:
            return None
        starts: dict[int, int] = {}
        levels: dict[int, ListLevel] = {}
        for override in element.iterchildren(W + "lvlOverride"):
            index = number(override.get(W + "ilvl")) or 0
            start = _value(override, "startOverride")
            if start is not None:
                starts[index] = start
            redefined = override.find(W + "lvl")
            if redefined is not None:
                levels[index] = _read_level(redefined)
        return ListUse(self._linked(link.get(VAL, "")), starts, levels)

    def _linked(self, abstract: str) -> str:
        """The definition behind one that only names a list style."""
        seen = set()
        while abstract not in seen:
            seen.add(abstract)
            element = self._abstract.get(abstract)
            link = None if element is None else element.find(W + "numStyleLink")
            num_id = None if link is None else self._num_of_style(link.get(VAL, ""))
            use = None if num_id is None else self._uses.get(num_id)
            target = None if use is None else use.find(W + "abstractNumId")
            if target is None:
                break
            abstract = target.get(VAL, "")
        return abstract

    def _abstract_levels(self, abstract: str) -> dict[int, ListLevel]:
        found = self._levels.get(abstract)
        if found is None:
            found = {}
            element = self._abstract.get(abstract)
            if element is not None:
                for item in element.iterchildren(W + "lvl"):
                    found[number(item.get(W + "ilvl")) or 0] = _read_level(item)
            self._levels[abstract] = found
        return found


class Counters:
    """Running numbers of one document; ``label`` is called once a numbered paragraph, in reading order."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._values: dict[str, list[int | None]] = {}
        self._started: set[tuple[int, int]] = set()

    def label(self, num_id: int, level: int) -> Label | None:
        """The label of the next paragraph of this list and level; ``None`` when the list is unknown."""
        use = self._numbering.list(num_id)
        if use is None or not 0 <= level < LEVELS:
            return None
        values = self._values.setdefault(use.abstract, [None] * LEVELS)
        current = values[level]
        first_use = level in use.starts and (num_id, level) not in self._started
        if first_use or current is None:
            self._started.add((num_id, level))
            current = self._start(use, level)
        else:
            current += 1
        values[level] = current
        for deeper in range(level + 1, LEVELS):
            restart = self._numbering.level(use, deeper).restart
            if restart is None or level < restart:
                values[deeper] = None
        shape = self._numbering.level(use, level)
        return Label(self._text(use, shape, values), str(num_id), level, current, shape.number_format)

    def _start(self, use: ListUse, level: int) -> int:
        return use.starts.get(level, self._numbering.level(use, level).start)

    def _text(self, use: ListUse, shape: ListLevel, values: list[int | None]) -> str:
        if shape.number_format == "bullet":
            return "".join(_readable_bullet(character, shape.font) for character in shape.text)

        def place(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            upper = self._numbering.level(use, index)
            value = values[index]
            value = self._start(use, index) if value is None else value
            if shape.legal:
                return str(value)
            return format_number(value, upper.number_format, upper.custom)

        return _PLACE.sub(place, shape.text)


def _readable_bullet(character: str, font: str | None) -> str:
    code = ord(character)
    return readable(code, font) if PRIVATE_FIRST <= code <= PRIVATE_LAST else character


def _read_level(element: etree._Element) -> ListLevel:
    number_format, custom = "decimal", ""
    shape = element.find(W + "numFmt")
    if shape is None:
        # A format newer than the vocabulary stands in a choice, with an older one beside it.
        shape = element.find(f"{_MC}AlternateContent/{_MC}Choice/{W}numFmt")
    if shape is not None:
        number_format, custom = shape.get(VAL, "decimal"), shape.get(W + "format", "")
    text = element.find(W + "lvlText")
    legal = element.find(W + "isLgl")
    style = element.find(W + "pStyle")
    start = _value(element, "start")
    fonts = element.find(f"{W}rPr/{W}rFonts")
    return ListLevel(
        start=0 if start is None else start,
        number_format=number_format,
        custom=custom,
        text="" if text is None else text.get(VAL, ""),
        legal=legal is not None and on(legal),
        restart=_value(element, "lvlRestart"),
        style=None if style is None else style.get(VAL),
        indent=paragraph_level(element.find(W + "pPr"), "numbering"),
        font=None if fonts is None else fonts.get(W + "ascii"),
    )


def _value(parent: etree._Element, name: str) -> int | None:
    child = parent.find(W + name)
    return None if child is None else number(child.get(VAL))
