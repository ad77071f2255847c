"""Kind ``following``: what may stand right after a part.

Purpose: a line that is missing between two parts that now touch (enacting words between the last ground and Chương I).
Limits: the next paragraph with text after the last block of the selector, automatic numbers included; only the document
itself. See ``presence`` for a part that is missing wherever it might stand, ``order`` for parts in the wrong order.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban_lint.checks.base import Context, Param, fold, pattern
from vanban_lint.model import BODY, Block, Hit, Paragraph, Related
from vanban_lint.model.rule import Rule

PARAMS = {
    "cam": Param("regex", "the next paragraph must not begin like this", required=True),
}
FIELDS = ("thuc_te", "dong_sau")


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    blocks = [block for block in context.own(*rule.o) if block.anchor.part == BODY]
    if not blocks:
        return
    after = _next(blocks[-1], context)
    if after is None or not pattern(rule.tham_so["cam"]).match(fold(_numbered(after))):
        return
    last = blocks[-1].anchors[-1]
    related = (Related(after.anchor(), after.text),)
    yield Hit(last._replace(start=last.end), {"thuc_te": "", "dong_sau": after.text}, related=related, absent=True)


def _next(block: Block, context: Context) -> Paragraph | None:
    paragraphs = context.document.body.paragraphs[block.anchors[-1].paragraph :]
    return next((paragraph for paragraph in paragraphs if paragraph.text.strip()), None)


def _numbered(paragraph: Paragraph) -> str:
    """The line with its automatic number, as a reader sees it."""
    text = paragraph.text.strip()
    return f"{paragraph.label.text} {text}" if paragraph.label else text
