"""Drawn lines, pictures and other graphics met in the pass: what is a rule under a heading, what can't be read.

Purpose: recognise DrawingML and VML shapes from their start tags. Limits: text boxes are stories of their own (see
``ooxml.story``); pictures, charts and embedded objects are noted as unread. Neighbour: ``ooxml.story`` calls ``start``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol

from vanban_lint.ooxml.events import attribute

EMU_PER_TWIP = 635
_LINE_SHAPES = ("line", "straightConnector1")
_UNITS = {"pt": 20.0, "in": 1440.0, "mm": 1440 / 25.4, "cm": 1440 / 2.54, "px": 15.0, "pc": 240.0, "pi": 240.0}
_LENGTH = re.compile(r"\s*(-?[\d.]+)\s*(pt|in|mm|cm|px|pc|pi)?")
_STYLE_WIDTH = re.compile(r"(?:^|;)\s*width\s*:\s*([^;]+)")
_STYLE_HEIGHT = re.compile(r"(?:^|;)\s*height\s*:\s*([^;]+)")
_STYLE_ALIGN = re.compile(r"mso-position-horizontal\s*:\s*(left|center|right)")


class Host(Protocol):
    """What the story offers to the graphics found in it."""

    def add_line(self, kind: str, length: int | None) -> None: ...
    def add_unread(self, key: str) -> None: ...
    def add_word_art(self, text: str) -> None: ...
    def add_drawing(self) -> None: ...


class Drawings:
    """Handlers by element name, for start tags; ``align`` is the horizontal alignment of the shape being read."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._extent: tuple[int, int] | None = None
        self._in_object = False
        self.align: str | None = None
        self.handlers: dict[str, Callable[[list[str]], None]] = {
            "w:drawing": self._drawing,
            "w:pict": self._drawing,
            "w:object": self._object,
            "wp:extent": self._size,
            "a:ext": self._size,
            "a:prstGeom": self._preset,
            "v:line": self._vml_line,
            "v:shape": self._vml_shape,
            "v:rect": self._vml_rectangle,
            "v:textpath": self._word_art,
            "pic:pic": self._picture,
            "v:imagedata": self._picture,
            "c:chart": self._chart,
            "dgm:relIds": self._chart,
        }

    def _drawing(self, attributes: list[str]) -> None:
        self._extent = self.align = None
        self._in_object = False
        self._host.add_drawing()

    def _object(self, attributes: list[str]) -> None:
        self._in_object = True
        self._host.add_drawing()
        self._host.add_unread("reading.object")

    def _size(self, attributes: list[str]) -> None:
        width, height = attribute(attributes, "cx"), attribute(attributes, "cy")
        if width and height and width.isdigit() and height.isdigit():
            self._extent = (int(width) // EMU_PER_TWIP, int(height) // EMU_PER_TWIP)

    def _preset(self, attributes: list[str]) -> None:
        if attribute(attributes, "prst") in _LINE_SHAPES:
            width, height = self._extent or (None, 0)
            self._add_line("drawing", width, height)

    def _vml_line(self, attributes: list[str]) -> None:
        start, end = _point(attribute(attributes, "from")), _point(attribute(attributes, "to"))
        if start and end:
            self._add_line("vml", abs(end[0] - start[0]), abs(end[1] - start[1]))
        else:
            self._add_line("vml", None, 0)

    def _vml_shape(self, attributes: list[str]) -> None:
        style = attribute(attributes, "style") or ""
        aligned = _STYLE_ALIGN.search(style)
        self.align = aligned[1] if aligned else None
        straight = attribute(attributes, "o:connectortype") == "straight"
        if straight or attribute(attributes, "type") == "#_x0000_t32":
            width, height = _STYLE_WIDTH.search(style), _STYLE_HEIGHT.search(style)
            self._add_line("vml", _length(width[1]) if width else None, (_length(height[1]) if height else 0) or 0)

    def _vml_rectangle(self, attributes: list[str]) -> None:
        if attribute(attributes, "o:hr") in ("t", "true", "1"):
            self._host.add_line("vml", None)
        else:
            aligned = _STYLE_ALIGN.search(attribute(attributes, "style") or "")
            self.align = aligned[1] if aligned else None

    def _word_art(self, attributes: list[str]) -> None:
        text = attribute(attributes, "string")
        if text:
            self._host.add_word_art(text)

    def _picture(self, attributes: list[str]) -> None:
        if not self._in_object:
            self._host.add_unread("reading.picture")

    def _chart(self, attributes: list[str]) -> None:
        self._host.add_unread("reading.chart")

    def _add_line(self, kind: str, width: int | None, height: int) -> None:
        """A line that runs across the page; an upright one (a fold mark, a side rule) underlines nothing."""
        if width is None or width >= height:
            self._host.add_line(kind, width)


def _point(text: str | None) -> tuple[int, int] | None:
    x, _, y = (text or "").partition(",")
    horizontal, vertical = _length(x), _length(y)
    return None if horizontal is None or vertical is None else (horizontal, vertical)


def _length(text: str) -> int | None:
    """Twips of a VML length. One without a unit counts pixels."""
    match = _LENGTH.match(text)
    if match is None:
        return 0 if not text.strip() else None
    try:
        return round(float(match[1]) * _UNITS[match[2] or "px"])
    except (ValueError, OverflowError):
        return None
