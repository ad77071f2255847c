"""Running text as the language checks read it: paragraphs, and paragraphs that a page break cut in two made one again.

Purpose: one ``Flow`` a paragraph, or one over the pieces of a cut sentence. Limits: joins only where the text itself
shows the cut; headings and list items without an end mark stay apart. Neighbours: ``outline`` tells which lines open
an item.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from vanban_lint.model import Anchor, Block, Document, Flow, FlowPiece, Paragraph
from vanban_lint.model.structure import KEM_THEO, NOI_DUNG
from vanban_lint.structure.lexicon import Lexicon
from vanban_lint.structure.markers import read_marker
from vanban_lint.structure.zones import Zones
from vanban_lint.text.lazy import lazy
from vanban_lint.text.letters import is_upper, starts_lower

_ENDED = lazy(r"[.;:!?…](?:[\"”’)\]]|\./)*$|[}\]]$")
_LAST_WORD = lazy(r"([^\W\d_]+)$")
#: A line shorter than this, without an end mark, is a heading or a list line; cut lines measured 60 and more.
_SHORT = 45
#: A paragraph may only be joined to one that begins with a capital when it is clearly running text.
_RUNNING = 80
#: Pieces of one sentence: text copied from a PDF cuts every printed line.
_PIECES = 60


def read_flows(
    document: Document, zones: Zones, heads: Collection[int], blocks: Sequence[Block], lexicon: Lexicon
) -> tuple[Flow, ...]:
    """Flows of every part in reading order. ``heads``: ordinals of body paragraphs that open an item or are a title."""
    joined = _multi_line(blocks)
    flows: list[Flow] = []
    for part in document.parts:
        body = part is document.body
        group: list[Paragraph] = []
        listed = False
        for paragraph in part.paragraphs:
            if not paragraph.text.strip():
                continue
            if group and joined.get((part.name, paragraph.ordinal), -1) == group[-1].ordinal:
                group.append(paragraph)
                listed = True
                continue
            if group and body and len(group) < _PIECES and _cut(group, paragraph, zones, heads, lexicon):
                group.append(paragraph)
                continue
            if group:
                flows.append(_flow(group, listed))
            group, listed = [paragraph], False
        if group:
            flows.append(_flow(group, listed))
    return tuple(flows)


def _multi_line(blocks: Sequence[Block]) -> dict[tuple[str, int], int]:
    """Paragraphs that a block over several lines carries on: (part, ordinal) to the ordinal before it."""
    found: dict[tuple[str, int], int] = {}
    for block in blocks:
        for before, after in zip(block.anchors, block.anchors[1:], strict=False):
            if before.part == after.part and before.paragraph < after.paragraph:
                found[(after.part, after.paragraph)] = before.paragraph
    return found


def _cut(group: Sequence[Paragraph], after: Paragraph, zones: Zones, heads: Collection[int], lexicon: Lexicon) -> bool:
    before = group[-1]
    if before.cell or after.cell or after.ordinal in heads or after.label is not None:
        return False
    zone = zones.name(after.ordinal)
    if zone not in (NOI_DUNG, KEM_THEO) or zone != zones.name(before.ordinal):
        return False
    return cut_between(before.text, after.text, lexicon, opens_item=before.ordinal in heads, broken=after.break_before)


def cut_between(before: str, after: str, lexicon: Lexicon, *, opens_item: bool = False, broken: bool = False) -> bool:
    """Whether ``after`` carries on the sentence that ``before`` leaves open."""
    head, tail = before.strip(), after.strip()
    if not head or not tail or _ENDED.search(head) or is_upper(head) or is_upper(tail) or read_marker(tail):
        return False
    last = _LAST_WORD.search(head)
    open_word = last is not None and last[1] in lexicon.dangling
    if starts_lower(tail):
        return len(head) >= _SHORT or open_word or (broken and not opens_item)
    if not tail[0].isalpha():
        return open_word and len(head) >= _RUNNING
    open_name = last is not None and last[1] in lexicon.broken_names
    return (open_word or open_name) and len(head) >= _RUNNING


def _flow(group: Sequence[Paragraph], listed: bool) -> Flow:
    pieces: list[FlowPiece] = []
    texts: list[str] = []
    at = 0
    for index, paragraph in enumerate(group):
        text = paragraph.text
        start = 0
        end = len(text)
        if len(group) > 1:
            end = len(text.rstrip()) if index + 1 < len(group) else end
            start = len(text) - len(text.lstrip()) if index else 0
        pieces.append(FlowPiece(at, Anchor(paragraph.part, paragraph.ordinal, start, end)))
        texts.append(text[start:end])
        at += end - start + 1
    return Flow(" ".join(texts), tuple(pieces), listed)
