"""Properties of runs, paragraphs and sections changed in their bytes, with the old ones kept as a tracked change.

Purpose: one element of ``w:rPr``, ``w:pPr`` or ``w:sectPr`` after the other set, replaced or dropped, in the order that
the schema demands (ECMA-376 part 1, A.1); children that are not spoken of keep their bytes. Limits: knows the keys of
``model.RunFormat``, ``model.ParagraphFormat`` and ``model.Section``. Neighbours: ``ooxml.properties`` reads the same
elements, ``ooxml.edit`` and ``ooxml.sections_edit`` call.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from vanban_lint.ooxml.nodes import children, tree

_RUN_ORDER = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath rPrChange"
).split()
_PARAGRAPH_ORDER = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
).split()
_SECTION_ORDER = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols "
    "formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
).split()
#: What the old properties inside a tracked change do not repeat.
_NOT_KEPT = {
    "w:rPr": {"w:rPrChange"},
    "w:pPr": {"w:rPr", "w:sectPr", "w:pPrChange"},
    "w:sectPr": {"w:headerReference", "w:footerReference", "w:sectPrChange"},
}
#: Elements that say nothing without an attribute.
_MEANINGLESS_EMPTY = frozenset(("rFonts", "ind", "spacing", "pgSz", "pgMar", "pgNumType"))
_ORDERS = {"w:rPr": _RUN_ORDER, "w:pPr": _PARAGRAPH_ORDER, "w:sectPr": _SECTION_ORDER}

_CHANGE_MARK = re.compile(rb"<w:[rp]PrChange\b[^>]*>|<w:sectPrChange\b[^>]*>")
AUTHOR = b'w:author="vanban-lint"'

Values = Mapping[str, str | None]
#: Element name (without prefix) and what its attributes become: ``None`` drops the element, a mapping updates
#: attributes of the one that stands there (an attribute of ``None`` is dropped).
Changes = list[tuple[str, Values | None]]


def run_changes(properties: Mapping[str, Any]) -> Changes:
    """Changes of ``w:rPr`` for keys of ``RunFormat``; ``None`` removes the direct setting. KeyError: unknown key."""
    return _changes(properties, _RUN)


def paragraph_changes(properties: Mapping[str, Any]) -> Changes:
    """Changes of ``w:pPr`` for keys of ``ParagraphFormat`` (indents in twips, spacing in points)."""
    changes = _changes({k: v for k, v in properties.items() if k not in ("line", "line_rule")}, _PARAGRAPH)
    if "line" in properties:
        changes += _line(properties["line"], properties.get("line_rule", "auto"))
    return changes


def section_changes(properties: Mapping[str, Any]) -> Changes:
    """Changes of ``w:sectPr`` for keys of ``Section`` (twips)."""
    return _changes(properties, _SECTION)


def changed(kind: str, raw: bytes, changes: Changes, mark: bytes = b"") -> bytes:
    """The property element ``raw`` (empty when there is none) of ``kind`` ("w:rPr", ...) after ``changes``.

    ``mark`` holds the attributes of a tracked change (id, author, date); without it the change is a plain one.
    """
    kept = children(tree(raw).inner) if raw else []
    items: list[tuple[str, bytes]] = [(node.name, node.raw) for node in kept]
    old = b"".join(piece for name, piece in items if name not in _NOT_KEPT[kind])
    order = _ORDERS[kind]
    for name, values in changes:
        items = _with(items, name, values, order)
    tag = kind.encode()
    if mark and not any(name == kind + "Change" for name, _ in items):
        items.append((kind + "Change", b"<%bChange %b><%b>%b</%b></%bChange>" % (tag, mark, tag, old, tag, tag)))
    opening = tree(raw).open_tag if raw else b"<%b>" % tag
    inside = b"".join(piece for _, piece in items)
    return opening + inside + b"</%b>" % tag if inside or kind == "w:sectPr" else b""


def foreign_change(raw: bytes) -> bool:
    """Whether properties already hold somebody else's tracked change; ours is kept and changed further."""
    return any(AUTHOR not in mark for mark in _CHANGE_MARK.findall(raw))


def _with(
    items: list[tuple[str, bytes]], name: str, values: Values | None, order: list[str]
) -> list[tuple[str, bytes]]:
    full = "w:" + name
    at = next((i for i, (found, _) in enumerate(items) if found == full), None)
    rest = [item for item in items if item[0] != full]
    if values is None:
        return rest
    attributes = dict(values) if at is None else _merged(items[at][1], values)
    if name in _MEANINGLESS_EMPTY and not any(attributes.values()):
        return rest
    written = "".join(f' {key}="{value}"' for key, value in attributes.items() if value is not None)
    piece = f"<{full}{written}/>".encode()
    if at is None:
        rank = order.index(name)
        at = next((i for i, (found, _) in enumerate(rest) if _rank(found, order) > rank), len(rest))
    rest.insert(at, (full, piece))
    return rest


def _merged(raw: bytes, values: Values) -> dict[str, str | None]:
    merged: dict[str, str | None] = {**tree(raw).attributes(), **values}
    return {key: value for key, value in merged.items() if value is not None}


def _rank(name: str, order: list[str]) -> int:
    short = name.removeprefix("w:")
    return order.index(short) if short in order else len(order)


def _changes(properties: Mapping[str, Any], writers: Mapping[str, Callable[[Any], Changes]]) -> Changes:
    return [change for key, value in properties.items() for change in writers[key](value)]


def _toggle(*names: str) -> Callable[[Any], Changes]:
    def write(value: Any) -> Changes:
        if value is None:
            return [(name, None) for name in names]
        return [(name, {"w:val": None if value else "0"}) for name in names]

    return write


def _value(*names: str, shown: Callable[[Any], str] = str) -> Callable[[Any], Changes]:
    def write(value: Any) -> Changes:
        return [(name, None if value is None else {"w:val": shown(value)}) for name in names]

    return write


def _part(name: str, attribute: str, scale: float = 1, drop: tuple[str, ...] = ()) -> Callable[[Any], Changes]:
    """A number in an attribute of an element that holds others too; ``drop`` are attributes that would contradict."""

    def write(value: Any) -> Changes:
        shown = None if value is None else str(round(value * scale))
        return [(name, {f"w:{attribute}": shown, **{f"w:{other}": None for other in drop}})]

    return write


def _font(value: Any) -> Changes:
    slots = ("ascii", "hAnsi", "cs")
    themes: dict[str, str | None] = {f"w:{slot}": None for slot in ("asciiTheme", "hAnsiTheme", "cstheme")}
    return [("rFonts", {**{f"w:{slot}": _quoted(value) for slot in slots}, **themes})]


def _quoted(value: Any) -> str | None:
    return None if value is None else str(value).replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def _first_line(value: Any) -> Changes:
    if value is None or value >= 0:
        return [("ind", {"w:firstLine": None if value is None else str(round(value)), **_NO_HANGING})]
    return [("ind", {"w:hanging": str(round(-value)), "w:firstLine": None, "w:firstLineChars": None})]


_NO_HANGING: dict[str, str | None] = {"w:hanging": None, "w:hangingChars": None, "w:firstLineChars": None}


def _line(value: Any, rule: str) -> Changes:
    if value is None:
        return [("spacing", {"w:line": None, "w:lineRule": None})]
    return [("spacing", {"w:line": str(round(value * (240 if rule == "auto" else 20))), "w:lineRule": rule})]


def _orientation(value: Any) -> Changes:
    return [("pgSz", {"w:orient": "landscape" if value else None})]


def _align(value: Any) -> Changes:
    return [("jc", None if value is None else {"w:val": "both" if value == "justify" else str(value)})]


_RUN: dict[str, Callable[[Any], Changes]] = {
    "font": _font,
    "size_pt": _value("sz", "szCs", shown=lambda points: str(round(points * 2))),
    "bold": _toggle("b", "bCs"),
    "italic": _toggle("i", "iCs"),
    "caps": _toggle("caps"),
    "small_caps": _toggle("smallCaps"),
    "strike": _toggle("strike"),
    "vanish": _toggle("vanish"),
    "underline": _value("u"),
    "color": _value("color"),
    "vertical": _value("vertAlign"),
    "style": _value("rStyle"),
}
_PARAGRAPH: dict[str, Callable[[Any], Changes]] = {
    "align": _align,
    "indent_left": _part("ind", "left", drop=("start", "leftChars", "startChars")),
    "indent_right": _part("ind", "right", drop=("end", "rightChars", "endChars")),
    "first_line": _first_line,
    "space_before": _part("spacing", "before", 20, drop=("beforeLines", "beforeAutospacing")),
    "space_after": _part("spacing", "after", 20, drop=("afterLines", "afterAutospacing")),
    "keep_next": _toggle("keepNext"),
    "keep_lines": _toggle("keepLines"),
    "page_break_before": _toggle("pageBreakBefore"),
    "outline_level": _value("outlineLvl"),
    "style": _value("pStyle"),
}
_SECTION: dict[str, Callable[[Any], Changes]] = {
    "page_width": _part("pgSz", "w"),
    "page_height": _part("pgSz", "h"),
    "landscape": _orientation,
    **{f"margin_{side}": _part("pgMar", side) for side in ("top", "bottom", "left", "right", "header", "footer")},
    "gutter": _part("pgMar", "gutter"),
    "title_page": _toggle("titlePg"),
    "page_start": _part("pgNumType", "start"),
}
