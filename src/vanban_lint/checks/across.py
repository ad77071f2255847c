"""Kind ``across``: what can only be judged when several documents are checked together.

Purpose: gather from one document the facts that ``corpus`` compares. Limits: finds nothing itself: by itself no
document disagrees with another. Neighbours: ``corpus.compare`` judges; the engine asks for the facts when told that
there are several documents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from vanban_lint.checks.base import Context, Param
from vanban_lint.checks.cited import cited
from vanban_lint.corpus.facts import Named, Pin
from vanban_lint.model import Anchor, Hit
from vanban_lint.model.rule import Rule

PARAMS = {
    "xet": Param(
        "choice",
        "so_trung: one number on two documents; nhay_so: numbers that no document bears; ngay, ten_loai, co_quan, "
        "trich_yeu: a citation that differs from the head of the document it cites",
        required=True,
        choices=("so_trung", "nhay_so", "ngay", "ten_loai", "co_quan", "trich_yeu"),
    ),
}
FIELDS = ("thuc_te", "so", "khac", "mong_doi")


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    yield from ()


def own_name(context: Context, pin: Callable[[Anchor], Pin]) -> Named | None:
    """The document as its head names it; ``None`` for one without a number."""
    block = next(iter(context.own("so_ky_hieu")), None)
    if block is None or not block.values.get("so") or not block.values.get("ky_hieu"):
        return None
    structure = context.structure
    heads = [str(b.values.get("co_quan") or b.text) for b in context.own("co_quan_ban_hanh", "tac_gia", "tham_quyen")]
    entry = next((e for e in context.tables["loai"] if e["khoa"] == structure.ten_loai.value), None)
    day = structure.date.value.isoformat() if structure.date_known and structure.date.value else None
    title = " ".join(b.text for b in context.own("trich_yeu"))
    return Named(
        str(block.values["ky_hieu"]).lstrip("0"),
        day,
        tuple(" ".join(name.split()) for name in heads),
        str(entry["ten"]) if entry else "",
        " ".join(title.split()),
        pin(block.anchor),
    )


def cited_names(context: Context, pin: Callable[[Anchor], Pin]) -> Iterator[Named]:
    """Every citation of a numbered document."""
    for item in cited(context):
        citation = item.citation
        if citation.so is not None and not item.own:
            body = (citation.co_quan_ban_hanh,) if citation.co_quan_ban_hanh else ()
            kind = citation.ten_loai or ""
            day = citation.date.isoformat() if citation.date else None
            yield Named(citation.ky_hieu.lstrip("0"), day, body, kind, citation.trich_yeu, pin(item.whole))
