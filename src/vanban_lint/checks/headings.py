"""Kind ``headings``: the title of an item and what stands below it, seen beside its siblings.

Purpose: items that lack what their siblings have (a title, a text, a part such as "Thời gian thực hiện:"), items that
stand alone, chapters without a title on a line of its own. ``xet`` picks the defect. Limits: most of it is a hint, as
no guide asks for likeness, only for the titles of chapters and articles. Neighbours: ``numbering``, ``outline``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from vanban_lint.checks.base import Context, Param, fold
from vanban_lint.checks.outline import Item, Series, all_series, unsigned_after
from vanban_lint.model import Hit, OutlineNode, Paragraph
from vanban_lint.model.rule import Rule
from vanban_lint.text.lazy import lazy

PARAMS = {
    "xet": Param(
        "choice",
        "the defect to report",
        required=True,
        choices=("le", "thieu_tieu_de", "rong", "thieu_phan", "cung_dong", "khong_ten"),
    ),
    "cap": Param("list", "kinds of items to look at (phan, chuong, muc, dieu, khoan, diem, ...), all by default"),
}
FIELDS = ("thuc_te", "mong_doi", "muc", "so_muc")

#: A heading in the line of its text: a few words and a colon.
_RUN_IN = lazy(r"(?:\S+\s+){0,9}\S+: \S")
#: The name of a part, at the head of a paragraph: "- Cơ quan chủ trì: ...".
_PART = lazy(r"\s*(?:[-–+•]\s*|\(?[^\W_]{1,2}[.)]\s*)?([^\W\d_]+(?:,?\s+[^\W\d_]+){1,6})\s*:")


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    judge = _JUDGES[rule.tham_so["xet"]]
    kinds = rule.tham_so.get("cap")
    for series in all_series(context):
        if series.kind not in ("gach", "y") and (kinds is None or series.kind in kinds):
            yield from judge(series, context)


def _lone(series: Series, context: Context) -> Iterator[Hit]:
    item = series.items[0]
    alone = len(series.items) == 1 and not item.node.inline and series.values == (1,)
    if alone and unsigned_after(context, series) is None:
        yield Hit(item.place, _params(item))


def _untitled(series: Series, context: Context) -> Iterator[Hit]:
    """Items that are one paragraph of text in a list whose other items have headings.

    Items after the last heading often carry the closing provisions; only articles must have a title there too.
    """
    titled = [_titled(item) for item in series.items]
    if not _most(sum(titled), len(titled)):
        return
    last = len(titled) if series.kind == "dieu" else len(titled) - titled[::-1].index(True)
    for item, has_title in zip(series.items[:last], titled, strict=False):
        if not has_title and item.has_mark and not item.own and not item.node.children:
            yield Hit(item.place, _params(item, so_muc=sum(titled)))


def _titled(item: Item) -> bool:
    """A heading: no final mark and text of its own below it, or a few words and a colon before the text."""
    apart = not item.has_mark and bool(item.own or item.node.children)
    return apart or _RUN_IN.match(item.text) is not None


def _empty(series: Series, context: Context) -> Iterator[Hit]:
    """A heading with nothing under it among headings that have their text. Below the last one anything may stand."""
    titled = sum(map(_titled, series.items))
    if not _most(titled, len(series.items)):
        return
    for item in series.items[:-1]:
        if not (item.has_mark or item.own or item.node.children or _RUN_IN.match(item.text)):
            yield Hit(item.place, _params(item, so_muc=titled))


def _lacking(series: Series, context: Context) -> Iterator[Hit]:
    """Items without a named part ("Thời gian thực hiện:") that most siblings have, if they share another one."""
    parts = [_parts(_below(index, series, context)) for index in range(len(series.items))]
    count = Counter(name for found in parts for name in found)
    usual = {name for name, times in count.items() if times >= 3 and _most(times, len(parts))}
    for index, (item, found) in enumerate(zip(series.items, parts, strict=True)):
        missing = [name for name in count if name in usual and name not in found]
        if missing and usual & found.keys():
            last = _below(index, series, context)[-1]
            place = last.anchor(len(last.text.rstrip()), len(last.text.rstrip()))
            name = next(found[missing[0]] for found in parts if missing[0] in found)
            yield Hit(place, _params(item, name, count[missing[0]]), absent=True)


def _below(index: int, series: Series, context: Context) -> tuple[Paragraph, ...]:
    """The paragraphs of one item of the series, its own and those of the items under it."""
    item, follower = series.items[index], index + 1
    nodes = [node for node in item.node.walk() if not node.inline]
    last = max(node.anchor.paragraph for node in nodes)
    if follower < len(series.items):
        last = max(last, series.items[follower].paragraph.ordinal - 1) if _adjoining(item.node, nodes) else last
    return tuple(p for p in context.document.body.paragraphs[item.paragraph.ordinal : last] if p.text.strip())


def _adjoining(node: OutlineNode, nodes: list[OutlineNode]) -> bool:
    """Whether what follows up to the next sibling is the item's own; an article may be the last of its chapter."""
    return node.kind != "dieu" or len(nodes) > 1


def _parts(paragraphs: tuple[Paragraph, ...]) -> dict[str, str]:
    """Names of the parts among paragraphs: folded -> as written."""
    found = (_PART.match(paragraph.text) for paragraph in paragraphs)
    return {fold(match[1]).casefold(): match[1] for match in found if match}


def _same_line(series: Series, context: Context) -> Iterator[Hit]:
    """A chapter whose title stands behind its number."""
    for item in series.items:
        if item.worded and item.text.strip(".:-– "):
            yield Hit(item.place, _params(item))


def _nameless(series: Series, context: Context) -> Iterator[Hit]:
    """A chapter without a title, behind its number or on the line below."""
    for item in series.items:
        if item.worded and not item.text and not item.node.title:
            yield Hit(item.place, _params(item))


def _most(part: int, whole: int) -> bool:
    return whole >= 3 and part * 3 >= whole * 2


def _params(item: Item, wanted: str = "", so_muc: int = 0) -> dict[str, object]:
    written = " ".join(item.node.number_text.split())
    return {"thuc_te": written, "mong_doi": wanted, "muc": item.node.label, "so_muc": so_muc}


_JUDGES: dict[str, Callable[[Series, Context], Iterator[Hit]]] = {
    "le": _lone,
    "thieu_tieu_de": _untitled,
    "rong": _empty,
    "thieu_phan": _lacking,
    "cung_dong": _same_line,
    "khong_ten": _nameless,
}
