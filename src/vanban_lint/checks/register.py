"""Kind ``register``: citations against the documents that rules/du-lieu/so-bo.yaml knows.

Purpose: a wrong date or a wrong body. Limits: rows that were read decide, rows from memory only hint (``tin``); what
the register does not hold is never spoken of; the wording of a title is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban_lint.checks.base import Context, Param
from vanban_lint.checks.cited import cited
from vanban_lint.citation.register import Register
from vanban_lint.model import Hit
from vanban_lint.model.rule import Rule

PARAMS = {
    "xet": Param("choice", "ngay: wrong date; co_quan: wrong body", required=True, choices=("ngay", "co_quan")),
    "tin": Param("choice", "rows that speak: those read in a text, or those from memory", required=True,
                 choices=("xac_minh", "nho")),
}  # fmt: skip
FIELDS = ("thuc_te", "mong_doi", "so", "ten")


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    register = _register(context)
    by_date = rule.tham_so["xet"] == "ngay"
    for item in cited(context):
        citation = item.citation
        row = register.wrong_date(citation) if by_date else register.wrong_body(citation)
        if row is None or citation.date is None or row.xac_minh != (rule.tham_so["tin"] == "xac_minh"):
            continue
        stated = f"{citation.date:%d/%m/%Y}" if by_date else citation.co_quan_ban_hanh or ""
        wanted = f"{row.ngay:%d/%m/%Y}" if by_date else row.co_quan
        params = {"thuc_te": stated, "mong_doi": wanted, "so": citation.ky_hieu, "ten": row.ten}
        yield Hit(item.anchor(citation.start, citation.end), params, suggestions=(wanted,))


def _register(context: Context) -> Register:
    found: Register | None = context.shared.get("register")
    if found is None:
        found = context.shared["register"] = Register.from_table(context.tables["so_bo"])
    return found
