"""Kind ``final_mark``: the mark that ends an item or a paragraph of the text.

Purpose: an item without its final mark among items that have theirs, a long paragraph that just stops, an entry of a
list closed before its list begins. Limits: headings carry no mark, so an item counts only when its siblings end with
one and it has no text of its own below; table cells, capitals and centred lines are not judged. Lists whose marks a
guide fixes (nơi nhận, căn cứ) belong to ``endings``.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vanban_lint.checks.base import Context, Param, retyped
from vanban_lint.checks.outline import Item, Series, all_series, has_mark
from vanban_lint.model import Hit, Paragraph
from vanban_lint.model.rule import Rule
from vanban_lint.model.structure import NOI_DUNG
from vanban_lint.text.lazy import lazy
from vanban_lint.text.letters import is_upper

PARAMS = {
    "xet": Param(
        "choice",
        "muc: items against their siblings; doan: long paragraphs; mo_dau: short items closed before their list; "
        "song_song: a paragraph whose neighbour ends with the same words and a mark",
        required=True,
        choices=("muc", "doan", "mo_dau", "song_song"),
    ),
    "so_tu": Param("integer", "words: paragraphs at least so long (doan), entries at most so long (mo_dau)"),
}
FIELDS = ("thuc_te", "mong_doi", "muc")

#: A paragraph that is an entry of a plain list: a dash, a person.
_ENTRY = lazy(r"\s*(?:[-+•]|Ông|Bà|[Đđ]ồng chí|Đ/c)(?![^\W\d_])")
#: What a caption, or an item that lost the sign of its number, begins with.
_CAPTION = lazy(r"\s*(?:Ví dụ|Bảng|Biểu|Hình|Sơ đồ|Mẫu|Ghi chú|Điều \d+|\d+\s)")
_WORD, _FIELD = lazy(r"[^\W\d_]+"), lazy(r"\{\{.*?\}\}")
#: Words that two paragraphs share at their end, and letters enough to see a final mark.
_SHARED, _SHOWN = 5, 20
#: A sentence that ends inside a text: it is prose, not a heading (headings do hold semicolons).
_PROSE = lazy(r"[^\W\d_]{2}\.\s+[^\W\d_]{2}")


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    if rule.tham_so["xet"] == "doan":
        yield from _paragraphs(rule, context)
        return
    if rule.tham_so["xet"] == "song_song":
        yield from _parallel(rule, context)
        return
    for series in all_series(context):
        if rule.tham_so["xet"] == "muc":
            yield from _items(rule, series, _cut(context))
        else:
            yield from _entries(rule, series)


def _items(rule: Rule, series: Series, cut: frozenset[int]) -> Iterator[Hit]:
    """Items without a mark where at least two thirds of their siblings, and two of them, have one."""
    marked = [item for item in series.items if item.has_mark]
    if len(marked) < 2 or len(marked) * 3 < (len(series.items) - 1) * 2:
        return
    for item in series.items:
        bare = bool(item.text) and not item.has_mark and not _continued(item, series)
        if bare and item.paragraph.ordinal not in cut:
            params = {"thuc_te": _tail(item.text), "mong_doi": _usual(marked), "muc": item.node.label}
            edits = retyped(rule, item.end, "", params["mong_doi"])
            yield Hit(item.end, params, (params["mong_doi"],), edits, absent=True)


def _continued(item: Item, series: Series) -> bool:
    """Whether text of its own stands below, so that the item is a heading. Below the last item anything may stand."""
    if item.node.inline or any(not child.inline for child in item.node.children):
        return True
    return bool(item.own) and item is not series.items[-1]


def _usual(items: list[Item]) -> str:
    """The mark that most of the items end with, "." first."""
    last = [item.text.rstrip(")”\"’' ")[-1:] for item in items if item.has_mark]
    return ";" if last.count(";") > len(last) / 2 else "."


def _paragraphs(rule: Rule, context: Context) -> Iterator[Hit]:
    """Paragraphs of running text that stop without a mark; an item counts when its text is clearly prose."""
    body, cut = context.document.body.paragraphs, _cut(context)
    taken = {anchor.paragraph for block in context.structure.blocks for anchor in block.anchors} | cut
    for node in context.structure.nodes():
        if not node.inline and not _PROSE.search(body[node.anchor.paragraph - 1].text, node.marker.end):
            taken.add(node.anchor.paragraph)
    taken |= {hit.anchor.paragraph for series in all_series(context) for hit in _items(rule, series, cut)}
    for zone in context.structure.zones:
        if zone.name != NOI_DUNG:
            continue
        for paragraph in body[zone.first - 1 : zone.last]:
            if paragraph.ordinal not in taken and _runs(paragraph, rule.tham_so.get("so_tu", 25)):
                text = paragraph.text.rstrip()
                place = paragraph.anchor(len(text), len(text))
                params = {"thuc_te": _tail(text), "mong_doi": ".", "muc": ""}
                yield Hit(place, params, (".",), retyped(rule, place, "", "."), absent=True)


def _parallel(rule: Rule, context: Context) -> Iterator[Hit]:
    """Paragraphs that end with the words of a neighbour but lack its mark, figures and fields left out.

    No heading: what it names, the text below it names again ("Điều 5. Giải quyết văn bản đến").
    """
    headed = {node.anchor.paragraph for node in context.structure.nodes()}
    for above, below in pairwise(context.targets(rule)):
        if not headed.isdisjoint((above.anchors[0].paragraph, below.anchors[0].paragraph)):
            continue
        first, second = has_mark(above.text[-_SHOWN:]), has_mark(below.text[-_SHOWN:])
        if first == second or _ending(above.text) != _ending(below.text) or not _ending(above.text):
            continue
        bare, marked = (below, above) if first else (above, below)
        end = len(bare.text.rstrip())
        params = {"thuc_te": _tail(bare.text), "mong_doi": marked.text.rstrip()[-1], "muc": ""}
        place = bare.anchor(end, end)
        yield Hit(place, params, (params["mong_doi"],), retyped(rule, place, "", params["mong_doi"]), absent=True)


def _ending(text: str) -> tuple[str, ...]:
    """The last words of a text, enough that two paragraphs share them by design; empty for a shorter one."""
    words = _WORD.findall(_FIELD.sub(" ", text[-200:]).casefold())
    return tuple(words[-_SHARED:]) if len(words) > _SHARED else ()


def _tail(text: str) -> str:
    """The last words of a text, enough to find the place."""
    return " ".join(text.split()[-4:])


def _cut(context: Context) -> frozenset[int]:
    """Paragraphs whose sentence goes on in the next one: kind ``cut`` speaks of these."""
    flows = (flow for flow in context.structure.flows if flow.cut)
    return frozenset(piece.anchor.paragraph for flow in flows for piece in flow.pieces[:-1])


def _runs(paragraph: Paragraph, words: int) -> bool:
    text = paragraph.text
    if paragraph.cell or paragraph.format.align == "center" or "\t" in text.strip() or len(text.split()) < words:
        return False
    emphatic = sum(s.end - s.start for s in paragraph.spans if s.format.bold) * 2 > len(text)
    return not (has_mark(text) or is_upper(text) or emphatic or _CAPTION.match(text) or text.rstrip().endswith("}}"))


def _entries(rule: Rule, series: Series) -> Iterator[Hit]:
    """Short items that end with a full stop although their list follows: "1. Chủ tịch Hội đồng." above names."""
    words = rule.tham_so.get("so_tu", 8)
    for item in series.items:
        below = item.own[0].text if item.own else (item.node.children[0].number_text if item.node.children else "")
        if item.text.endswith(".") and len(item.text.split()) <= words and _ENTRY.match(below):
            stop = item.end._replace(start=item.end.start - 1)
            params = {"thuc_te": ".", "mong_doi": ":", "muc": item.node.label}
            yield Hit(stop, params, (":",), retyped(rule, stop, ".", ":"))
