"""Kind ``order``: a part must stand after these, before those, at the left of these, or on this page.

Purpose: the place of the parts of a document. Limits: reading order in a table goes row by row; two columns of one row
have no order between them, so rules compare parts of one column or of different rows, or say ``trai_cua``. A text
issued with the document, and an annex, are not judged. A missing neighbour is no defect here (see ``presence``), and
a page is known only where Word left its page breaks.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban_lint.checks.base import Context, Param, fold, pattern
from vanban_lint.model import BODY, Block, Edit, Hit, Related
from vanban_lint.model.rule import Rule

PARAMS = {
    "sau": Param("list", "blocks after all of which it must stand"),
    "truoc": Param("list", "blocks before all of which it must stand"),
    "trai_cua": Param("list", "blocks at the left of which it must stand, where they share a row or a line"),
    "lien": Param("flag", "and no empty paragraph between it and the one that it stands before (truoc)"),
    "trang": Param("choice", "the page on which it must stand", choices=("dau", "cuoi")),
    "khop": Param("regex", "judge only the first block in whose text this occurs"),
    "moc": Param("regex", "compare only with blocks in whose text this occurs"),
}
FIELDS = ("thuc_te", "moc")

Place = tuple[int, int]


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    wanted = rule.tham_so.get("khop")
    judged = [block for block in context.own(*rule.o) if not wanted or pattern(wanted).search(fold(block.text))]
    judged = judged[:1] if wanted else judged
    if "trang" in rule.tham_so:
        yield from (_hit(block) for block in judged if _other_page(block, rule.tham_so["trang"], context))
    elif rule.tham_so.get("lien"):
        yield from (hit for block in judged for hit in _gaps(rule, block, context))
    else:
        yield from _against_neighbours(rule, judged, context)


def _hit(block: Block) -> Hit:
    return Hit(block.anchor, {"thuc_te": block.text, "moc": ""})


def _against_neighbours(rule: Rule, judged: list[Block], context: Context) -> Iterator[Hit]:
    above, below, right = (_neighbours(rule, name, context) for name in ("sau", "truoc", "trai_cua"))
    for block in judged:
        rival = _passed(block, above, below, context) or _at_left(block, right, context)
        if rival is not None:
            params = {"thuc_te": block.text, "moc": rival.text}
            edits = _moved(rule, block, above, below, context)
            yield Hit(block.anchor, params, edits=edits, related=(Related(rival.anchor, rival.text),))


def _moved(
    rule: Rule, block: Block, above: tuple[Block, ...], below: tuple[Block, ...], context: Context
) -> tuple[Edit, ...]:
    """The block's paragraph taken away and written again after the last of ``above``, or before the first of ``below``.

    Only a block that fills its paragraph moves, and only within its own cell.
    """
    paragraphs = context.document.body.paragraphs
    own = context.document.paragraph(block.anchor)
    last = max((other.anchors[-1].paragraph for other in above if other is not block), default=0)
    first = min((other.anchor.paragraph for other in below if other is not block), default=1)
    after = paragraphs[(last or first - 1) - 1]
    fills = len(block.anchors) == 1 and own.text.strip() == block.text.strip()
    if not (rule.sua and fills and after.text.strip()) or after.cell != own.cell or after.ordinal in (own.ordinal, 0):
        return ()
    return (
        Edit("insert_paragraph", after.anchor(), own.text),
        Edit("delete_paragraph", own.anchor(), "", own.text),
    )


def _neighbours(rule: Rule, name: str, context: Context) -> tuple[Block, ...]:
    wanted = rule.tham_so.get("moc")
    found = context.own(*rule.tham_so.get(name, ()))
    return tuple(block for block in found if not wanted or pattern(wanted).search(fold(block.text)))


def _passed(block: Block, above: tuple[Block, ...], below: tuple[Block, ...], context: Context) -> Block | None:
    """The neighbour on the wrong side of ``block``, if there is one."""
    here = _place(block)
    if here is None:
        return None
    for other in above:
        there = _place(other)
        if there is not None and here < there and other is not block:
            return other
    for other in below:
        there = _place(other)
        if there is not None and there < here and other is not block:
            return other
    return None


def _place(block: Block) -> Place | None:
    """Place in the body; a text box has none, because it may be drawn anywhere on the page."""
    anchor = block.anchor
    return (anchor.paragraph, anchor.start) if anchor.part == BODY else None


def _at_left(block: Block, others: tuple[Block, ...], context: Context) -> Block | None:
    """One of ``others`` that shares a row with ``block`` and stands at its left."""
    row, column = _row(block, context)
    beside = ((other, *_row(other, context)) for other in others if other is not block)
    return next((other for other, its_row, its_column in beside if its_row == row and its_column < column), None)


def _row(block: Block, context: Context) -> tuple[tuple[object, ...], int]:
    """What names the row of a block, and its place in it: a row of a table, else a line of text."""
    paragraph = context.document.paragraph(block.anchor)
    if paragraph.cell:
        outer = paragraph.cell[0]
        return (paragraph.part, "row", outer.table, outer.row), outer.column
    return (paragraph.part, "line", paragraph.ordinal), block.anchor.start


def _gaps(rule: Rule, block: Block, context: Context) -> Iterator[Hit]:
    """Empty paragraphs between a block and the one right below it, nothing else between; a drawing is no gap."""
    below = next(iter(_neighbours(rule, "truoc", context)), None)
    if below is None or block.anchor.part != BODY or below.anchor.part != BODY:
        return
    last = block.anchors[-1].paragraph
    between = context.document.body.paragraphs[last : below.anchor.paragraph - 1]
    same_cell = context.document.paragraph(block.anchor).cell == context.document.paragraph(below.anchor).cell
    if same_cell and between and not any(p.text.strip() or p.has_drawing for p in between):
        gone = tuple(Edit("delete_paragraph", p.anchor(), "", p.text) for p in between) if rule.sua else ()
        yield Hit(between[0].anchor(0, 0), {"thuc_te": block.text, "moc": below.text}, edits=gone)


def _other_page(block: Block, wanted: str, context: Context) -> bool:
    """Whether a block is known to stand on another page than the first (last) one."""
    part = context.document.part(block.anchor.part)
    body = context.document.body.paragraphs
    turns = [p.ordinal for p in body if p.break_before or p.breaks]
    if not turns:
        return False
    if part.kind == "body":
        here = block.anchor.paragraph
        return turns[0] <= here if wanted == "dau" else any(turn > here for turn in turns)
    first_only = any((f"{part.kind}:first", part.name) in s.parts and s.title_page for s in context.document.sections)
    return part.kind in ("header", "footer") and first_only and wanted == "cuoi"
