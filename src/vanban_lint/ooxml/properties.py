"""What one ``w:rPr`` or ``w:pPr`` states, as plain values: no inheritance, no defaults.

Purpose: translate the elements that the model knows into a level of the cascade. Limits: one element at a time; what is
not stated has no key. Neighbours: ``ooxml.styles`` and ``ooxml.cascade`` lay levels over each other.

A level maps a property name to its value and to where it was stated. Names are the fields of ``RunFormat`` and
``ParagraphFormat``, plus those that only the reader needs: rStyle, pStyle, num_id, level, tabs, frame.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from vanban_lint.ooxml.xml import VAL, A, W, number, on

Level = dict[str, tuple[Any, str]]

#: On/off properties that styles of different kinds switch against each other (ECMA-376 part 1, 17.7.3).
TOGGLES = ("bold", "italic", "caps", "small_caps", "strike", "vanish")
TAB_STOPS = "tabs"

_ALIGNMENTS = {"start": "left", "end": "right"}
_SIDES = {W + "top": "border_top", W + "bottom": "border_bottom"}


class Theme:
    """The two Latin font families of a theme; an empty theme knows none."""

    __slots__ = ("_families",)

    def __init__(self, root: etree._Element | None) -> None:
        self._families: dict[str, str] = {}
        for kind in ("major", "minor"):
            latin = None if root is None else root.find(f".//{A}{kind}Font/{A}latin")
            if latin is not None and latin.get("typeface"):
                self._families[kind] = latin.get("typeface", "")

    def family(self, reference: str) -> str | None:
        """Font behind a reference such as "minorHAnsi"; East Asian and bidirectional ones are none of ours."""
        return self._families.get(reference[:5]) if reference.endswith(("Ascii", "HAnsi")) else None


def run_level(element: etree._Element | None, source: str, theme: Theme) -> Level:
    """The level that a ``w:rPr`` states; ``source`` is its provenance."""
    level: Level = {}
    if element is None:
        return level
    for child in element:
        tag = child.tag
        toggle = _RUN_TOGGLES.get(tag)
        if toggle is not None:
            level[toggle] = (on(child), source)
        elif tag == _FONTS:
            _read_fonts(child, source, theme, level)
        elif tag == _SIZE:
            half_points = number(child.get(VAL))
            if half_points is not None:
                level["size_pt"] = (half_points / 2, source)
        elif tag in _RUN_VALUES:
            name, read = _RUN_VALUES[tag]
            level[name] = (read(child.get(VAL)), source)
    return level


def paragraph_level(element: etree._Element | None, source: str) -> Level:
    """The level that a ``w:pPr`` states; ``source`` is its provenance."""
    level: Level = {}
    if element is None:
        return level
    for child in element:
        flag = _PARAGRAPH_FLAGS.get(child.tag)
        if flag is not None:
            level[flag] = (on(child), source)
            continue
        read = _PARAGRAPH_READERS.get(child.tag)
        if read is not None:
            for name, value in read(child).items():
                level[name] = (value, source)
    return level


def lay_over(below: Level, above: Level) -> Level:
    """``below`` with every property that ``above`` states; tab stops add up."""
    merged = {**below, **above}
    if TAB_STOPS in below and TAB_STOPS in above:
        merged[TAB_STOPS] = ({**below[TAB_STOPS][0], **above[TAB_STOPS][0]}, above[TAB_STOPS][1])
    return merged


def _read_fonts(element: etree._Element, source: str, theme: Theme, level: Level) -> None:
    """Fonts of ASCII and of other Latin letters. Within one element a theme reference beats a name."""
    for slot, name in (("ascii", "font"), ("hAnsi", "font_beyond_ascii")):
        reference = element.get(f"{W}{slot}Theme")
        family = theme.family(reference) if reference else None
        if family:
            level[name] = (family, f"theme:{source}")
        elif element.get(W + slot):
            # LibreOffice writes a list of substitutes after the family.
            level[name] = (element.get(W + slot, "").split(";")[0].strip(), source)


def _underline(value: str | None) -> str | None:
    return None if value in (None, "none") else value


def _vertical(value: str | None) -> str | None:
    return None if value in (None, "baseline") else value


def _same(value: str | None) -> str | None:
    return value


def _alignment(element: etree._Element) -> Mapping[str, Any]:
    value = element.get(VAL)
    return {} if value is None else {"align": _ALIGNMENTS.get(value, value)}


def _indents(element: etree._Element) -> Mapping[str, Any]:
    values = {}
    for name, attributes in (("indent_left", ("start", "left")), ("indent_right", ("end", "right"))):
        found = [value for a in attributes if (value := number(element.get(W + a))) is not None]
        if found:
            values[name] = found[0]
    hanging, first = number(element.get(W + "hanging")), number(element.get(W + "firstLine"))
    if hanging is not None:
        values["first_line"] = -hanging
    elif first is not None:
        values["first_line"] = first
    return values


def _spacing(element: etree._Element) -> Mapping[str, Any]:
    values: dict[str, Any] = {}
    for name, attribute in (("space_before", "before"), ("space_after", "after")):
        twips = number(element.get(W + attribute))
        if twips is not None:
            values[name] = twips / 20
        if element.get(f"{W}{attribute}Autospacing", "0") not in ("0", "false", "off"):
            values[name] = 14.0  # what Word shows for "Auto"
    line = number(element.get(W + "line"))
    if line is not None:
        rule = element.get(W + "lineRule", "auto")
        values["line_rule"] = rule
        values["line"] = line / 240 if rule == "auto" else line / 20
    return values


def _numbering(element: etree._Element) -> Mapping[str, Any]:
    values = {}
    for child in element:
        value = number(child.get(VAL))
        if child.tag == W + "numId" and value is not None:
            values["num_id"] = value
        elif child.tag == W + "ilvl" and value is not None:
            values["level"] = value
    return values


def _borders(element: etree._Element) -> Mapping[str, Any]:
    return {_SIDES[c.tag]: c.get(VAL) not in (None, "none", "nil") for c in element if c.tag in _SIDES}


def _tab_stops(element: etree._Element) -> Mapping[str, Any]:
    stops = {}
    for child in element:
        position = number(child.get(W + "pos"))
        if position is not None:
            stops[position] = child.get(VAL, "left")
    return {TAB_STOPS: stops}


def _outline(element: etree._Element) -> Mapping[str, Any]:
    value = number(element.get(VAL))
    return {"outline_level": value if value is not None and 0 <= value < 9 else None}


def _frame(element: etree._Element) -> Mapping[str, Any]:
    return {"frame": element.get(W + "xAlign")}


def _style(element: etree._Element) -> Mapping[str, Any]:
    return {"pStyle": element.get(VAL)}


_FONTS, _SIZE = W + "rFonts", W + "sz"
_RUN_TOGGLES = {
    W + "b": "bold",
    W + "i": "italic",
    W + "caps": "caps",
    W + "smallCaps": "small_caps",
    W + "strike": "strike",
    W + "vanish": "vanish",
}
_RUN_VALUES: dict[str, tuple[str, Callable[[str | None], str | None]]] = {
    W + "u": ("underline", _underline),
    W + "color": ("color", _same),
    W + "vertAlign": ("vertical", _vertical),
    W + "rStyle": ("rStyle", _same),
}
_PARAGRAPH_FLAGS = {
    W + "keepNext": "keep_next",
    W + "keepLines": "keep_lines",
    W + "pageBreakBefore": "page_break_before",
}
_PARAGRAPH_READERS: dict[str, Callable[[etree._Element], Mapping[str, Any]]] = {
    W + "pStyle": _style,
    W + "jc": _alignment,
    W + "ind": _indents,
    W + "spacing": _spacing,
    W + "numPr": _numbering,
    W + "pBdr": _borders,
    W + "tabs": _tab_stops,
    W + "outlineLvl": _outline,
    W + "framePr": _frame,
}
