"""The properties of a repair in a clerk's words: "chữ đậm, cỡ 15" for {"bold": True, "size_pt": 15}.

Purpose: what ``fix`` tells of a change of format. Limits: the units are those of ``model.format`` and ``model.Section``
(points, twips); a property without words of its own is named as it is. Neighbour: ``report.changes``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from vanban_lint.catalogue import MESSAGES, say
from vanban_lint.model.format import TWIPS_PER_MM

#: Property -> keys of its words when it is set and when it is not.
_SWITCHES = {
    "bold": ("layout.bold", "layout.not_bold"),
    "italic": ("layout.italic", "layout.upright"),
    "caps": ("layout.capitals", "layout.small_letters"),
}
#: How the names of lengths in twips begin; spacing is in points.
_TWIPS = ("margin_", "page_width", "page_height", "indent_", "first_line")
_RULES = {"exact": "layout.exactly", "atLeast": "layout.at_least", "auto": "layout.lines"}


def in_words(properties: Mapping[str, Any], lang: str) -> str:
    """The changes, separated by commas."""
    return ", ".join(_words(properties, lang))


def _words(properties: Mapping[str, Any], lang: str) -> Iterator[str]:
    for name, value in properties.items():
        if name == "line":
            key = _RULES[properties.get("line_rule", "auto")]
            yield say("fix.property.line", lang, value=say(key, lang, value=f"{value:g}"))
        elif name not in ("line_rule", "style"):
            yield _word(name, value, lang)


def _word(name: str, value: Any, lang: str) -> str:
    if value is None:
        return say("fix.property.own_removed", lang, what=_name(name, lang))
    if name in _SWITCHES:
        return say(_SWITCHES[name][not value], lang)
    if name == "underline":
        return say("layout.not_underlined" if value in ("none", False) else "layout.underlined", lang)
    if name == "size_pt":
        return say("layout.size", lang, size=f"{value:g}")
    if f"layout.align.{value}" in MESSAGES:
        return say(f"layout.align.{value}", lang)
    if isinstance(value, bool):
        return _name(name, lang)
    if name.startswith(_TWIPS):
        value = say("layout.mm", lang, value=f"{value / TWIPS_PER_MM:.0f}")
    elif name.startswith("space_"):
        value = say("layout.pt", lang, value=f"{value:g}")
    return f"{_name(name, lang)} {value}"


def _name(name: str, lang: str) -> str:
    key = f"fix.property.{name}"
    return say(key, lang) if key in MESSAGES else name
