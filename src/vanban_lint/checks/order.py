"""Kind ``order``: a part must stand after these and before those.

Purpose: the order of the parts of a document. Limits: reading order only (in a table, row by row); two columns of one
row have no order between them worth judging, so rules compare parts of one column or of different rows. A text issued
with the document, and an annex, are not judged. A missing neighbour is no defect here (see ``presence``).
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban_lint.checks.base import Context, Param, fold, pattern
from vanban_lint.model import BODY, Block, Hit, Related
from vanban_lint.model.rule import Rule

PARAMS = {
    "sau": Param("list", "blocks after all of which it must stand"),
    "truoc": Param("list", "blocks before all of which it must stand"),
    "khop": Param("regex", "judge only the first block in whose text this occurs"),
}
FIELDS = ("thuc_te", "moc")

Place = tuple[int, int]


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    wanted = rule.tham_so.get("khop")
    above = context.own(*rule.tham_so.get("sau", ()))
    below = context.own(*rule.tham_so.get("truoc", ()))
    judged = [block for block in context.own(*rule.o) if not wanted or pattern(wanted).search(fold(block.text))]
    for block in judged[:1] if wanted else judged:
        rival = _passed(block, above, below, context)
        if rival is not None:
            params = {"thuc_te": block.text, "moc": rival.text}
            yield Hit(block.anchor, params, related=(Related(rival.anchor, rival.text),))


def _passed(block: Block, above: tuple[Block, ...], below: tuple[Block, ...], context: Context) -> Block | None:
    """The neighbour on the wrong side of ``block``, if there is one."""
    here = _place(block, context)
    if here is None:
        return None
    for other in above:
        there = _place(other, context)
        if there is not None and here < there and other is not block:
            return other
    for other in below:
        there = _place(other, context)
        if there is not None and there < here and other is not block:
            return other
    return None


def _place(block: Block, context: Context) -> Place | None:
    """Place in the body; a text box has none, because it may be drawn anywhere on the page."""
    anchor = block.anchor
    return (anchor.paragraph, anchor.start) if anchor.part == BODY else None
