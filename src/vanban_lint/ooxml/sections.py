"""Page set-up: a ``w:sectPr`` to a ``Section``.

Purpose: page size, margins, title page, numbering start and which header or footer shows. Limits: lengths in twips as
the file states them; what is not stated stays ``None``. Neighbours: ``ooxml.reader`` adds ranges, parts and page
numbers.
"""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from vanban_lint.model import Section
from vanban_lint.ooxml.xml import VAL, R, W, number, on


class RawSection(NamedTuple):
    """A section as stated: ``references`` maps ("header", "default") and the like to relationship ids."""

    section: Section
    references: dict[tuple[str, str], str]


def read_section(element: etree._Element | None, first: int, last: int) -> RawSection:
    """The section over paragraphs ``first`` to ``last``; a missing element states nothing."""
    if element is None:
        return RawSection(Section(first, last), {})
    size, margins = element.find(W + "pgSz"), element.find(W + "pgMar")
    numbers, columns = element.find(W + "pgNumType"), element.find(W + "cols")
    title, kind = element.find(W + "titlePg"), element.find(W + "type")
    references = {}
    for where in ("header", "footer"):
        for reference in element.iterchildren(f"{W}{where}Reference"):
            references[where, reference.get(W + "type", "default")] = reference.get(R + "id", "")
    section = Section(
        first,
        last,
        page_width=_length(size, "w"),
        page_height=_length(size, "h"),
        landscape=size is not None and size.get(W + "orient") == "landscape",
        margin_top=_length(margins, "top"),
        margin_bottom=_length(margins, "bottom"),
        margin_left=_length(margins, "left"),
        margin_right=_length(margins, "right"),
        margin_header=_length(margins, "header"),
        margin_footer=_length(margins, "footer"),
        gutter=_length(margins, "gutter") or 0,
        title_page=title is not None and on(title),
        page_start=_length(numbers, "start"),
        break_type="nextPage" if kind is None else kind.get(VAL, "nextPage"),
        columns=max(1, _length(columns, "num") or 1),
    )
    return RawSection(section, references)


def shown_parts(section: Section, references: dict[tuple[str, str], str], even_odd: bool) -> dict[tuple[str, str], str]:
    """The headers and footers that can appear: "first" needs a title page, "even" the document's setting."""
    return {
        (where, kind): target
        for (where, kind), target in references.items()
        if kind == "default" or (kind == "first" and section.title_page) or (kind == "even" and even_odd)
    }


def _length(element: etree._Element | None, name: str) -> int | None:
    return None if element is None else number(element.get(W + name))
