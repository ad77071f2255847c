"""Effective formatting of characters and paragraphs, as Word would show it, with where each value comes from.

Purpose: frozen values that the reader fills and the checks read. Limits: no cascade here (that is ``ooxml.cascade``),
no judgement (that is ``checks``). Lengths are twips (1/1440 inch, Word's own unit) or points where the name says so.
"""

from __future__ import annotations

from typing import Any, NamedTuple

TWIPS_PER_MM = 1440 / 25.4

# Pairs of property name and where it was set: "defaults", "table-style:ID", "numbering", "style:ID", "direct"; a font
# that one of these takes from the theme is "theme:" and the place ("theme:style:Normal").
Provenance = tuple[tuple[str, str], ...]
# Property name, the value it would have without the nearest statement, and where that one is set.
Beneath = tuple[tuple[str, Any, str], ...]


class RunFormat(NamedTuple):
    """Effective format of a stretch of characters. ``None`` means that nothing in the file states it.

    ``font`` is that of ASCII letters; ``font_beyond_ascii`` is set only where other letters, such as the Vietnamese
    ones with marks, get another font.
    """

    font: str | None = None
    size_pt: float | None = None
    bold: bool = False
    italic: bool = False
    caps: bool = False
    small_caps: bool = False
    underline: str | None = None
    strike: bool = False
    color: str | None = None
    vanish: bool = False
    vertical: str | None = None
    style: str | None = None
    font_beyond_ascii: str | None = None
    provenance: Provenance = ()
    beneath: Beneath = ()

    def source(self, name: str) -> str | None:
        """Where property ``name`` was set, ``None`` when nothing in the file states it."""
        return dict(self.provenance).get(name)

    def without(self, name: str) -> tuple[Any, str | None]:
        """The value of ``name`` without its nearest statement, and where that one is set (``None``: nowhere)."""
        return _without(self.beneath, name)


class ParagraphFormat(NamedTuple):
    """Effective layout of a paragraph. Indents and tab stops in twips, spacing in points.

    ``line_rule`` is "auto" (``line`` is a multiple of single spacing), "exact" or "atLeast" (``line`` is points).
    """

    align: str | None = None
    indent_left: int = 0
    indent_right: int = 0
    first_line: int = 0
    space_before: float = 0.0
    space_after: float = 0.0
    line_rule: str = "auto"
    line: float = 1.0
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    outline_level: int | None = None
    border_top: bool = False
    border_bottom: bool = False
    style: str | None = None
    style_name: str | None = None
    provenance: Provenance = ()
    beneath: Beneath = ()

    def source(self, name: str) -> str | None:
        """Where property ``name`` was set, ``None`` when nothing in the file states it."""
        return dict(self.provenance).get(name)

    def without(self, name: str) -> tuple[Any, str | None]:
        """The value of ``name`` without its nearest statement, and where that one is set (``None``: nowhere)."""
        return _without(self.beneath, name)


def _without(beneath: Beneath, name: str) -> tuple[Any, str | None]:
    return next(((value, source) for stated, value, source in beneath if stated == name), (None, None))


PLAIN_RUN = RunFormat()
PLAIN_PARAGRAPH = ParagraphFormat()
