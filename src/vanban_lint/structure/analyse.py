"""From a read document to its structure: the order of the work, and nothing else.

Purpose: ``analyse``. Limits: never raises on any document, never reads a file; every opinion lives in the module it
calls.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any

from vanban_lint.model import Anchor, Block, Document, Judged, OutlineNode, Structure
from vanban_lint.structure import lexicon as words
from vanban_lint.structure.blocks import block
from vanban_lint.structure.dating import judge_date
from vanban_lint.structure.ending import Ending, read_ending
from vanban_lint.structure.flow import read_flows
from vanban_lint.structure.grounds import lead_in, read_grounds
from vanban_lint.structure.header import name_line, read_head, title_type
from vanban_lint.structure.items import item_values
from vanban_lint.structure.kind import judge_kind
from vanban_lint.structure.level import judge_level
from vanban_lint.structure.lexicon import Lexicon
from vanban_lint.structure.outline import read_outline
from vanban_lint.structure.regime import judge_regime
from vanban_lint.structure.segments import Line, lines
from vanban_lint.structure.title import read_title
from vanban_lint.structure.zones import (
    KEM_THEO,
    NOI_DUNG,
    PHAN_CUOI,
    PHAN_DAU,
    PHAN_TEN,
    PHU_LUC,
    Annex,
    annex_block,
    attached_block,
    find_annexes,
    make_zones,
)
from vanban_lint.text.lazy import lazy

_FIELD = lazy(r"\{\{.*?\}\}|\{%.*?%\}")
#: Fewer fields than this are what a filled draft forgot, not a template.
_TEMPLATE_FIELDS = 3
_CONTACT = lazy(r"(?:địa chỉ|trụ sở|điện thoại|đt|email|e-mail|website)\s*[:：]", re.I)
#: Lines to look through for a head when a file opens with something else (a cover sheet, a list of models).
_SEARCH = 400
#: After the end block: a line this long, or more lines than this, are no contact line or note.
_RUNNING, _SLACK = 160, 25
#: Lines of a copy's own head below the signature of what is copied.
_COPY_REACH = 12


def analyse(
    document: Document,
    tables: Mapping[str, Any],
    *,
    today: dt.date,
    regime: str | None = None,
    date: dt.date | None = None,
) -> Structure:
    """The structure of a document. ``tables`` are the data tables by file stem; ``regime`` and ``date`` override."""
    lexicon = words.build(tables)
    found = lines(document)
    start = _first_line(found, lexicon)
    head = read_head(found, start, lexicon)
    title = read_title(found, head.end, lexicon)
    blocks = [*head.blocks]
    if title.kind is None and head.subject is not None:
        blocks.append(head.subject)
    blocks += title.blocks
    grounds, text_start = read_grounds(found, title.end, lexicon, titled=title.kind is not None)
    ending, annexes = _end_and_annexes(document, found, text_start, lexicon)
    text_end = min(ending.first, annexes[0].first if annexes else len(found), len(found))
    text = found[text_start:text_end]
    zones = make_zones(
        found, _marks(found, start, head.end, title.end, text_end, ending, annexes), len(document.body.paragraphs)
    )
    outline = read_outline(text)
    first_item = next((i for i in range(text_start, text_end) if found[i].order in outline.heads), None)
    lead = None if any(b.name == "loi_dan" for b in grounds) else lead_in(found, text_start, first_item)
    blocks += [*grounds, *([lead] if lead else []), *_closing(text), *ending.blocks]
    blocks += _annex_blocks(found, annexes, lexicon) + _marks_elsewhere(document, found, ending, lexicon)
    nodes, heads = _with_annexes(found, annexes, outline.nodes, set(outline.heads), lexicon)
    kind_title = title.kind
    judged = Judged(regime, 1.0, ("chỉ định khi chạy",)) if regime else judge_regime(blocks, kind_title)
    day, known = judge_date(blocks, today)
    return Structure(
        regime=judged,
        ten_loai=judge_kind(kind_title, blocks, text, judged.value, lexicon),
        date=Judged(date, 1.0, ("chỉ định khi chạy",)) if date else day,
        date_known=known,
        cap=judge_level(blocks, lexicon),
        blocks=tuple(blocks),
        outline=nodes,
        flows=read_flows(document, zones, _ordinals(found, heads), blocks, lexicon),
        zones=zones.zones,
        signatures=ending.signatures,
        is_template=sum(len(_FIELD.findall(p.text)) for p in document.body.paragraphs) >= _TEMPLATE_FIELDS,
    )


def _first_line(found: Sequence[Line], lexicon: Lexicon) -> int:
    """Where the first document begins: the top, unless a head stands lower and only short lines precede it."""
    for index, line in enumerate(found[:_SEARCH]):
        if len(line.text) > 200:
            return 0
        if len(line.text) > 60 or line.text[:1].upper() not in "CĐ":
            continue
        named = name_line(line, lexicon)
        if named and named.name in ("quoc_hieu", "tieu_de_dang", "tieu_de_doan"):
            return _head_top(found, index, lexicon)
    return 0


def _head_top(found: Sequence[Line], index: int, lexicon: Lexicon) -> int:
    if index < 12 and not any(title_type(line, lexicon) for line in found[:index]):
        return 0
    top = index
    while (
        top > 0 and index - top < 12 and found[top - 1].table is not None and found[top - 1].table == found[index].table
    ):
        top -= 1
    if any(title_type(line, lexicon) and line.table is None for line in found[:top]):
        return 0
    return top


def _end_and_annexes(
    document: Document, found: Sequence[Line], start: int, lexicon: Lexicon
) -> tuple[Ending, list[Annex]]:
    early = find_annexes(found, start, lexicon, after_end=False)
    stop = early[0].first if early and early[0].first > start + 2 else len(found)
    ending = read_ending(document, found, start, stop, lexicon)
    if ending.first > ending.last and stop < len(found):
        whole = read_ending(document, found, start, len(found), lexicon)
        if whole.first <= whole.last:
            return whole, _after(found, whole.last + 1, lexicon)
        return ending, early
    if ending.first > ending.last:
        return ending, []
    return ending, _after(found, ending.last + 1, lexicon)


def _after(found: Sequence[Line], start: int, lexicon: Lexicon) -> list[Annex]:
    """Annexes after the end block; running text that no heading opens is an attached text too."""
    annexes = find_annexes(found, start, lexicon, after_end=True)
    rest = found[start : annexes[0].first if annexes else len(found)]
    if any(len(line.text) > _RUNNING for line in rest) or len(rest) > _SLACK:
        annexes.insert(0, Annex(KEM_THEO, start))
    return annexes


def _marks(
    found: Sequence[Line], start: int, head: int, title: int, text: int, ending: Ending, annexes: Sequence[Annex]
) -> list[tuple[str, int, int]]:
    marks = [(PHAN_DAU, start, head - 1), (PHAN_TEN, head, title - 1), (NOI_DUNG, title, text - 1)]
    marks.append((PHAN_CUOI, ending.first, ending.last))
    marks += [(annex.zone, annex.first, end - 1) for annex, end in _stretches(found, annexes)]
    return sorted((m for m in marks if m[1] <= m[2]), key=lambda m: m[1])


def _stretches(found: Sequence[Line], annexes: Sequence[Annex]) -> list[tuple[Annex, int]]:
    """Each annex with the index after its last line."""
    ends = [annex.first for annex in annexes[1:]] + [len(found)]
    return list(zip(annexes, ends, strict=False))


def _closing(text: Sequence[Line]) -> list[Block]:
    """The last line of the text outside tables, with its end mark."""
    for line in reversed(text):
        if line.table is None and line.anchor.part == "body" and any(map(str.isalnum, line.text)):
            return [block("ket_thuc", [line], "dòng cuối của nội dung", {"ket": item_values(line.text)["ket"]}, 0.9)]
    return []


def _annex_blocks(found: Sequence[Line], annexes: Sequence[Annex], lexicon: Lexicon) -> list[Block]:
    made = (
        annex_block(found, annex.first) if annex.zone == PHU_LUC else attached_block(found[annex.first : end], lexicon)
        for annex, end in _stretches(found, annexes)
    )
    return [b for b in made if b is not None]


def _marks_elsewhere(document: Document, found: Sequence[Line], ending: Ending, lexicon: Lexicon) -> list[Block]:
    """Marks that stand in page headers, and the contact line after the end or in a footer."""
    marks: list[Block] = []
    for part in document.parts[1:]:
        if part.kind not in ("header", "footer"):
            continue
        for paragraph in part.paragraphs:
            text = paragraph.text.strip()
            if not text or len(text) > 300:
                continue
            start = paragraph.text.index(text)
            line = Line(text, paragraph.anchor(start, start + len(text)), paragraph, -1, 0, 0)
            named = name_line(line, lexicon) if part.kind == "header" and len(text) < 80 else None
            if named and named.name in ("do_mat", "do_khan", "du_thao", "pham_vi_luu_hanh"):
                marks.append(
                    block(named.name, [line], named.evidence + ", ở đầu trang", named.values, named.confidence)
                )
            elif _CONTACT.search(text):
                marks.append(block("lien_he", [line], "địa chỉ, điện thoại của cơ quan"))
    return marks + _below_the_end(found[ending.last + 1 :] if ending.first <= ending.last else (), lexicon)


def _below_the_end(lines: Sequence[Line], lexicon: Lexicon) -> list[Block]:
    """The contact line, and the mark of a copy, right below the signature."""
    marks = [
        block("lien_he", [line], "địa chỉ, điện thoại của cơ quan")
        for line in lines[:5]
        if len(line.text) < 300 and _CONTACT.search(line.text) and line.table is None
    ]
    for line in lines[:_COPY_REACH]:
        if lexicon.marks.get(line.key.strip(" .:*()[]")) == "hinh_thuc_sao":
            marks.append(block("hinh_thuc_sao", [line], "chữ của hình thức sao, dưới phần cuối"))
    return marks


def _with_annexes(
    found: Sequence[Line],
    annexes: Sequence[Annex],
    nodes: tuple[OutlineNode, ...],
    heads: set[int],
    lexicon: Lexicon,
) -> tuple[tuple[OutlineNode, ...], set[int]]:
    """The outline with one root for each annex, so that its numbers are never read on from the text's."""
    roots = list(nodes)
    for annex, end in _stretches(found, annexes):
        inside = found[annex.first : end]
        outline = read_outline(inside)
        heads |= outline.heads
        line = inside[0]
        label = _annex_label(inside, annex.zone, lexicon)
        empty = Anchor(line.anchor.part, line.anchor.paragraph, line.anchor.start, line.anchor.start)
        root = OutlineNode(annex.zone, "", None, "", empty, line.anchor, line.text, label, path=(len(roots) + 1,))
        roots.append(root._replace(children=tuple(_under(node, label, root.path) for node in outline.nodes)))
    return tuple(roots), heads


def _annex_label(inside: Sequence[Line], zone: str, lexicon: Lexicon) -> str:
    """ "Phụ lục II", "Quy chế kèm theo"."""
    if zone == PHU_LUC:
        made = annex_block(inside, 0)
        number = made.values["so"] if made else None
        return f"Phụ lục {number}" if number else inside[0].text[:60].capitalize()
    named = next((found for line in inside[:20] if (found := title_type(line, lexicon))), None)
    return f"{named[0].ten} kèm theo" if named else "Văn bản kèm theo"


def _under(node: OutlineNode, label: str, path: tuple[int, ...]) -> OutlineNode:
    children = tuple(_under(child, label, path) for child in node.children)
    own = node.label[:1].lower() + node.label[1:] if node.kind in ("gach", "y") else node.label
    return node._replace(label=f"{label}, {own}", path=path + node.path, children=children)


def _ordinals(found: Sequence[Line], heads: set[int]) -> frozenset[int]:
    return frozenset(line.anchor.paragraph for line in found if line.order in heads and line.anchor.part == "body")


__all__ = ["KEM_THEO", "analyse"]
