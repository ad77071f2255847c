"""Kind ``figures``: numbers that cannot be right by what the text itself says.

Purpose: a share above the whole, a number that lost its percent sign, parts that do not make their sum, one figure
given twice with two values. Limits: ``text.figures``; tables are not added up, and nothing is known of the world.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from vanban_lint.checks.base import Context, Param
from vanban_lint.model import BODY, Flow, Hit, Related
from vanban_lint.model.rule import Rule
from vanban_lint.text.figures import (
    Figure,
    Statement,
    last_year,
    shares_above_all,
    statements,
    without_sign,
    wrong_sums,
)

PARAMS = {
    "xet": Param(
        "choice",
        "qua_mot_tram: a share above 100%; thieu_phan_tram: a number among percentages; tong: a sum and its parts; "
        "hai_gia_tri: one figure, two values",
        required=True,
        choices=("qua_mot_tram", "thieu_phan_tram", "tong", "hai_gia_tri"),
    ),
}
FIELDS = ("thuc_te", "mong_doi", "ten")

_FINDERS: Mapping[str, Callable[[str], Iterator[Figure]]] = {
    "qua_mot_tram": shares_above_all,
    "thieu_phan_tram": without_sign,
    "tong": wrong_sums,
}


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    finder = _FINDERS.get(rule.tham_so["xet"])
    if finder is None:
        yield from _twice(context)
        return
    for flow in context.structure.flows:
        for found in finder(flow.text):
            typed = flow.text[found.start : found.end]
            params = {"thuc_te": typed, "mong_doi": found.other, "ten": found.name}
            yield Hit(flow.anchors(found.start, found.end)[0], params)


def _twice(context: Context) -> Iterator[Hit]:
    """Statements with the same words and the same year, and another number."""
    seen: dict[tuple[str, ...], tuple[Flow, Statement]] = {}
    year = ""
    for flow in context.structure.flows:
        first = flow.pieces[0].anchor
        if first.part != BODY or context.document.body.paragraph(first.paragraph).cell:
            continue
        for found in statements(flow.text, year):
            before = seen.setdefault(found.key, (flow, found))
            if before[1].value.lstrip("0") != found.value.lstrip("0"):
                other = before[0].anchors(before[1].start, before[1].end)[0]
                params = {"thuc_te": found.value, "mong_doi": before[1].value, "ten": found.words}
                related = (Related(other, before[1].value),)
                yield Hit(flow.anchors(found.start, found.end)[0], params, (before[1].value,), related=related)
        year = last_year(flow.text, year)
