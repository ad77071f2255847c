"""Styles, theme and lists of a package as one resolver of formats, made once for equal bytes.

Purpose: documents of one office share their template; the second one read in a process finds its formats ready. Limits:
the last few templates only. Neighbours: ``ooxml.reader`` asks, ``ooxml.cascade`` resolves.
"""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

from vanban_lint.errors import UnreadableError
from vanban_lint.ooxml.cascade import Formats
from vanban_lint.ooxml.numbering import Numbering
from vanban_lint.ooxml.package import Package
from vanban_lint.ooxml.properties import Theme
from vanban_lint.ooxml.styles import StyleSheet
from vanban_lint.ooxml.xml import VAL, W, number, parse

_KINDS = ("styles", "theme", "numbering")
_Source = tuple[str, bytes] | None  # name and bytes of a part


def formats_of(package: Package) -> Formats:
    """The resolver for a package; parts that it lacks state nothing. UnreadableError when one of them is broken."""
    members = [package.related(package.main, kind) for kind in _KINDS]
    sources = [None if member is None else (member, package.part(member)) for member in members]
    try:
        return _resolver(*sources)
    except UnreadableError as error:
        raise UnreadableError(error.key, package.path, **error.params) from error


def forget() -> None:
    """Drop what is remembered, for measuring."""
    _resolver.cache_clear()


@lru_cache(maxsize=8)
def _resolver(styles: _Source, theme: _Source, numbering: _Source) -> Formats:
    sheet = _root(styles)

    def num_of_style(style_id: str) -> int | None:
        for style in () if sheet is None else sheet.iterchildren(W + "style"):
            if style.get(W + "styleId") == style_id:
                found = style.find(f"{W}pPr/{W}numPr/{W}numId")
                return None if found is None else number(found.get(VAL))
        return None

    lists = Numbering(_root(numbering), num_of_style)
    return Formats(StyleSheet(sheet, Theme(_root(theme)), lists.indent), lists)


def _root(source: _Source) -> etree._Element | None:
    return None if source is None else parse(source[1], "", source[0])
