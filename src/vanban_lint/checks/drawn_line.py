"""Kind ``drawn_line``: the lines under the motto, the Party heading, the issuing body and the subject.

Purpose: parts of the head under which no line stands in any form (drawn, a border, typed characters), and drawn lines
whose stated length is far from what the guide says. Limits: a drawing hangs at some paragraph nearby, so a part lacks
its line only when the head as a whole has fewer lines than it needs; lengths of typed lines and borders are not judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban_lint.checks.base import Context, Param
from vanban_lint.checks.dressing import EXPECTED, Expected, expected, has_layout, letters, mm, one_finding
from vanban_lint.checks.layout_words import words_of
from vanban_lint.checks.text_width import width_mm
from vanban_lint.model import BODY, Anchor, Block, DrawnLine, Hit, Paragraph
from vanban_lint.model.rule import Rule

PARAMS = {**EXPECTED, "xet": Param("choice", "co: a line stands there; dai: its length", True, ("co", "dai"))}
FIELDS = ("thuc_te", "mong_doi")

#: Characters that a line is typed with.
_TYPED = ("___", "---", "───", "———", "–––")
#: Lines are drawn by eye: so much longer or shorter than asked is not told (lines under the subject in 40 real files
#: are 0.2 to 0.5 of the text, though the decree asks for a third to a half).
_SLACK = 0.4
#: Paragraphs after the subject in which its line may hang.
_REACH = 3


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    shares = expected(rule, context, "duong_ke")
    if not has_layout(context) or not shares.values:
        return
    blocks = [block for block in context.own(*shares.values) if block.name in rule.o and block.anchor.part == BODY]
    if context.structure.ten_loai.value == "CV":
        blocks = [block for block in blocks if block.name != "trich_yeu"]
    blocks = list({block.name: block for block in reversed(blocks)}.values())[::-1]
    if rule.tham_so["xet"] == "co":
        yield from _lacking(context, blocks)
    else:
        for block in blocks:
            yield from _length(context, block, shares)


def _lacking(context: Context, blocks: list[Block]) -> Iterator[Hit]:
    """One finding: the parts without a line, when the head has not enough lines for all of them."""
    without = [block for block in blocks if not any(_has_line(context, p) for p in _below(context, block))]
    if not without:
        return
    taken = {p.ordinal for block in blocks if block not in without for p in _below(context, block)}
    last = max(p.ordinal for block in blocks for p in _below(context, block)) + _REACH
    loose = [line for line in _lines(context) if line.paragraph <= last and line.paragraph not in taken]
    if len(loose) < len(without):
        words = words_of(context)
        params = {
            "thuc_te": '", "'.join(" ".join(block.text.split()) for block in without),
            "mong_doi": words.phrase("solid_line"),
        }
        yield one_finding(context, [_last(block) for block in without], params)


def _lines(context: Context) -> list[DrawnLine]:
    return [line for line in context.document.lines if line.part == BODY]


def _last(block: Block) -> Anchor:
    return block.anchors[-1]


def _below(context: Context, block: Block) -> list[Paragraph]:
    """Paragraphs at which the line of a block may hang: the rest of its column of the head, or a few after it."""
    body, start = context.document.body, block.anchors[0].paragraph
    first = body.paragraph(start)
    if not first.cell:
        return list(body.paragraphs[start - 1 : block.anchors[-1].paragraph + _REACH])
    place = first.cell[-1]
    last = body.tables[place.table - 1].last_paragraph
    column = [
        p
        for p in body.paragraphs[start - 1 : last]
        if p.cell and p.cell[-1].table == place.table and p.cell[-1].column == place.column
    ]
    # A subject in a table of its own: its line may hang below that.
    return [*column, *body.paragraphs[last : last + _REACH]] if block.name == "trich_yeu" else column


def _has_line(context: Context, paragraph: Paragraph) -> bool:
    """A drawing of any sort may be the line: pictures of lines are met too."""
    form, text = paragraph.format, paragraph.text
    underlined = any(span.format.underline for span in paragraph.spans)
    return (
        underlined
        or form.border_bottom
        or form.border_top
        or paragraph.has_drawing
        or any(mark in text for mark in _TYPED)
        or any(line.paragraph == paragraph.ordinal for line in _lines(context))
    )


def _length(context: Context, block: Block, shares: Expected) -> Iterator[Hit]:
    """A single drawn line of known length in the place of a block."""
    own = {p.ordinal for p in _below(context, block)}
    lines = [line for line in _lines(context) if line.paragraph in own and line.kind != "border"]
    low, high = shares.get(block.name)
    widths = [_width(context, anchor) for anchor in block.anchors]
    room = _room(context, block)
    if len(lines) != 1 or lines[0].length is None or max(widths) > room:
        return  # a wrapped line of text: where it breaks is not in the file
    actual = mm(lines[0].length)
    if not low * min(widths) * (1 - _SLACK) <= actual <= high * max(widths) * (1 + _SLACK):
        words = words_of(context)
        least, most = words.number(low * min(widths), 0), words.number(high * max(widths), 0)
        key, params = ("line_share", {"low": least, "high": most}) if least != most else ("mm", {"value": most})
        wanted = words.phrase(key, **params)
        if shares.is_own(block.name):
            wanted = words.phrase("own_style", wanted=wanted, name=shares.name)
        yield Hit(_last(block), {"thuc_te": words.phrase("mm", value=words.number(actual, 0)), "mong_doi": wanted})


def _width(context: Context, anchor: Anchor) -> float:
    paragraph = context.document.paragraph(anchor)
    return width_mm(
        (paragraph.text[low:high], form) for form, low, high, _ in letters(paragraph, anchor.start, anchor.end)
    )


def _room(context: Context, block: Block) -> float:
    """Width in mm that a line of the block can fill: the text area, about half of it in a head of two columns."""
    paragraph = context.document.paragraph(block.anchor)
    section = context.document.sections[paragraph.section]
    sides = (section.margin_left or 0) + (section.margin_right or 0)
    width = mm((section.page_width or 0) - sides)
    return width * 0.6 if paragraph.cell else width * 0.97
