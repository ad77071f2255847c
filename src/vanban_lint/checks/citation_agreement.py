"""Kind ``citation_agreement``: citations of one document that disagree with each other.

Purpose: one finding for a number, at the mention that differs, all others related, what most say named. Limits: see
``vanban_lint.citation.agreement``; the manner of citing is ``citation_style``'s, what a register knows ``register``'s.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban_lint.checks.base import Context, Param
from vanban_lint.checks.cited import cited
from vanban_lint.citation.agreement import disagreements
from vanban_lint.model import Hit, Related
from vanban_lint.model.rule import Rule

PARAMS = {
    "xet": Param(
        "choice",
        "ngay: another date; co_quan: another body; ten_loai: quyết định and quy định; trich_yeu: another subject or "
        "another wording of it; so: two numbers for one date and subject; ky_hieu: one number with letters spelt in "
        "two ways",
        required=True,
        choices=("ngay", "co_quan", "ten_loai", "trich_yeu", "so", "ky_hieu"),
    ),
}
FIELDS = ("thuc_te", "mong_doi", "so")


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    items = cited(context)
    if len(items) < 2:
        return
    for found in disagreements([item.citation for item in items], rule.tham_so["xet"]):
        odd = items[found.odd]
        params = {"thuc_te": found.stated, "mong_doi": found.usual, "so": odd.citation.ky_hieu}
        related = tuple(Related(items[index].whole, items[index].code) for index in found.others)
        yield Hit(odd.full, params, suggestions=(found.usual,), related=related)
