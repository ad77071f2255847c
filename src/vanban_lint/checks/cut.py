"""Kind ``cut``: a sentence that stands in two paragraphs, as after a page break or a text copied from a PDF file.

Purpose: say where ``structure`` had to join paragraphs to read a sentence. Limits: judges nothing itself; what counts
as one sentence is decided there; a subject over several lines is left alone. The finding covers the last word before
the cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban_lint.checks.base import Context, Param
from vanban_lint.model import Edit, Flow, Hit, Related
from vanban_lint.model.rule import Rule
from vanban_lint.model.structure import NOI_DUNG

PARAMS: dict[str, Param] = {}
FIELDS = ("thuc_te", "truoc", "sau")
#: Words shown on either side of the cut.
SHOWN = 5


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    for flow in context.structure.flows:
        if context.structure.zone(flow.pieces[0].anchor.paragraph) == NOI_DUNG:
            yield from (_hit(rule, flow, index) for index in range(1, len(flow.pieces)))


def _hit(rule: Rule, flow: Flow, index: int) -> Hit:
    before = flow.text[flow.pieces[index - 1].start : flow.pieces[index].start].rstrip()
    after = flow.text[flow.pieces[index].start :].lstrip()
    left = flow.pieces[index - 1].anchor
    word = re.search(r"\S+$", before)
    start = left.start + (word.start() if word else 0)
    params = {
        "thuc_te": word.group() if word else "",
        "truoc": " ".join(before.split()[-SHOWN:]),
        "sau": " ".join(after.split()[:SHOWN]),
    }
    place = left._replace(start=start, end=left.start + len(before))
    related = (Related(flow.pieces[index].anchor, params["sau"]),)
    return Hit(place, params, edits=_joined(rule, flow, index, place.end), related=related)


def _joined(rule: Rule, flow: Flow, index: int, end: int) -> tuple[Edit, ...]:
    """The second piece set behind the first; of three pieces only the last two, so that no repair meets another."""
    if not rule.sua or index + 1 < len(flow.pieces):
        return ()
    left, right = flow.pieces[index - 1].anchor, flow.pieces[index].anchor
    rest = flow.text[flow.pieces[index].start :]
    tail = Edit("replace_text", left._replace(start=end), " " + rest.strip(), " " * (left.end - end))
    return (tail, Edit("delete_paragraph", right, "", rest))
