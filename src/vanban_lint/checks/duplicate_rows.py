"""The rows of the tables of a document as texts that duplicates are looked for among.

Purpose: a row whose cells say together what another row of the same table says. Limits: tables of running text, not
those that set out a header or a signature; the number of a row and an empty cell tell nothing; a row is compared word
for word within its own table, since a summary repeats the table it sums up, and a single cell is not, since one task
may be given to two bodies. Neighbours: ``duplicate_units`` (text outside tables), ``duplicate`` (judges).
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban_lint.checks.base import Context, fold
from vanban_lint.checks.duplicate_units import PARAGRAPH, Line, Unit, joined
from vanban_lint.model import Paragraph
from vanban_lint.text.lazy import lazy

_NUMBER = lazy(r"[\W\d_]*|[IVXLC]+\W*|[a-zđ]\W*")


def tables_of_rows(context: Context) -> Iterator[list[Unit]]:
    """For each table of the body its rows as units, in order."""
    taken = {
        anchor.paragraph for block in context.structure.blocks for anchor in block.anchors if anchor.part == "body"
    }
    tables: dict[int, dict[int, list[Line]]] = {}
    for paragraph in context.document.body.paragraphs:
        if paragraph.cell and paragraph.ordinal not in taken and not _NUMBER.fullmatch(paragraph.text):
            place = paragraph.cell[0]
            tables.setdefault(place.table, {}).setdefault(place.row, []).append(_line(paragraph))
    for rows in tables.values():
        if len(rows) > 1:
            yield [joined(PARAGRAPH, lines, None) for lines in rows.values()]


def _line(paragraph: Paragraph) -> Line:
    return Line(paragraph, 0, 0, paragraph.text, fold(paragraph.text), None, False)
