"""A document as HTML that reads like the document, with a mark at each finding.

Purpose: show findings at their words. Limits: text, alignment, bold, italic, indents and tables; marks of findings that
overlap share their characters; everything of the document is escaped. Neighbour: ``report.html``, the page around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from vanban_lint.model import SEVERITIES, Anchor, Document, Finding, Paragraph, Part
from vanban_lint.model.format import TWIPS_PER_MM
from vanban_lint.report.place import part_name

_ALIGN = {"center": "center", "right": "right", "end": "right", "both": "justify", "distribute": "justify"}
#: Indents beyond this would push text off the page on a screen, in mm.
_MOST_INDENT = 60.0

#: A finding with its number on the page.
Mark = tuple[int, Finding]


def pages(document: Document, findings: Sequence[Finding], lang: str) -> str:
    """The parts that hold text, the body first; other parts have a heading, and are left out when nothing is found."""
    at: dict[tuple[str, int], list[Mark]] = {}
    for mark in enumerate(findings):
        at.setdefault(mark[1].anchor[:2], []).append(mark)
    made = []
    for part in document.parts:
        if part is document.body:
            made.append(_part(part, at))
        elif any(name == part.name for name, _ in at):
            made.append(f'<h3 class="part">{escape(part_name(document, part.name, lang))}</h3>{_part(part, at)}')
    return "".join(made)


def _part(part: Part, at: dict[tuple[str, int], list[Mark]]) -> str:
    made = []
    for table, group in groupby(
        part.paragraphs, key=lambda paragraph: paragraph.cell[0].table if paragraph.cell else 0
    ):
        paragraphs = list(group)
        made.append(_table(part, table, paragraphs, at) if table else _paragraphs(paragraphs, at))
    return "".join(made)


def _table(part: Part, number: int, paragraphs: Sequence[Paragraph], at: dict[tuple[str, int], list[Mark]]) -> str:
    """An outermost table; tables inside its cells are shown as their paragraphs."""
    bordered = any(table.number == number and table.bordered for table in part.tables)
    rows = []
    for _, row in groupby(paragraphs, key=lambda paragraph: paragraph.cell[0].row):
        cells = []
        for (_, span), cell in groupby(row, key=lambda paragraph: (paragraph.cell[0].column, paragraph.cell[0].span)):
            wide = f' colspan="{span}"' if span > 1 else ""
            cells.append(f"<td{wide}>{_paragraphs(list(cell), at)}</td>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f'<table class="{"bordered" if bordered else "plain"}">{"".join(rows)}</table>\n'


def _paragraphs(paragraphs: Sequence[Paragraph], at: dict[tuple[str, int], list[Mark]]) -> str:
    return "".join(_paragraph(item, at.get((item.part, item.ordinal), ())) for item in paragraphs)


def _paragraph(paragraph: Paragraph, marks: Sequence[Mark]) -> str:
    style = "".join(_style(paragraph))
    label = f'<span class="label">{escape(paragraph.label.text)}</span> ' if paragraph.label else ""
    inner = label + "".join(_inline(paragraph, marks)) or "<br>"
    return f"<p{f' style={chr(34)}{style}{chr(34)}' if style else ''}>{inner}</p>\n"


def _style(paragraph: Paragraph) -> Iterator[str]:
    form = paragraph.format
    if form.align in _ALIGN:
        yield f"text-align:{_ALIGN[form.align]};"
    for name, twips in (("margin-left", form.indent_left), ("text-indent", form.first_line)):
        millimetres = max(min(twips / TWIPS_PER_MM, _MOST_INDENT), -_MOST_INDENT)
        if millimetres:
            yield f"{name}:{millimetres:.1f}mm;"


def _inline(paragraph: Paragraph, marks: Sequence[Mark]) -> Iterator[str]:
    """The text cut where its format or its marks change."""
    text = paragraph.text
    cuts = {0, len(text)}
    for span in paragraph.spans:
        cuts |= {span.start, span.end}
    for _, finding in marks:
        cuts |= {finding.anchor.start, finding.anchor.end}
    ends = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    for start, end in zip([0, *ends], ends, strict=False):
        if start < end:
            yield _piece(paragraph, start, end, [mark for mark in marks if _covers(mark[1].anchor, start, end)])
        yield from (_point(mark) for mark in marks if mark[1].anchor.start == mark[1].anchor.end == end)


def _piece(paragraph: Paragraph, start: int, end: int, marks: Sequence[Mark]) -> str:
    text = escape(paragraph.text[start:end]).replace("\n", "<br>").replace("\t", '<span class="tab">\t</span>')
    form = next((span.format for span in paragraph.spans if span.start <= start and end <= span.end), None)
    for tag, on in (("b", form and form.bold), ("i", form and form.italic), ("u", form and form.underline)):
        if on:
            text = f"<{tag}>{text}</{tag}>"
    if not marks:
        return text
    numbers = " ".join(str(number) for number, _ in marks)
    worst = max((finding.severity for _, finding in marks), key=SEVERITIES.index)
    said = escape("\n".join(f"{finding.rule}: {finding.message}" for _, finding in marks))
    return f'<mark class="{worst}" data-n="{numbers}" title="{said}">{text}</mark>'


def _point(mark: Mark) -> str:
    """A place that covers no text: something is missing there."""
    number, finding = mark
    said = escape(f"{finding.rule}: {finding.message}")
    return f'<mark class="point {finding.severity}" data-n="{number}" title="{said}">⚑</mark>'


def _covers(anchor: Anchor, start: int, end: int) -> bool:
    return anchor.start <= start and end <= anchor.end
