"""Lists of the outline as the numbering kinds see them: items that ought to follow one another, each with its text.

Purpose: turn ``Structure.outline`` into series of siblings, and read a number as a clerk reads it. Limits: what
restarts by right is left out or kept apart: annexes, and a text issued with this one, which has series of its own
(table cells and quoted articles are no items to begin with). Neighbours: ``numbering`` and ``final_mark`` judge these.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from vanban_lint.checks.base import Context
from vanban_lint.model import BODY, Anchor, OutlineNode, Paragraph
from vanban_lint.model.structure import KEM_THEO, NOI_DUNG
from vanban_lint.text.lazy import lazy
from vanban_lint.text.numerals import letter, letter_value, roman, roman_value

#: How far below the last item of a series an unsigned one is looked for (paragraphs).
NEAR = 12
ENGLISH = "abcdefghijklmnopqrstuvwxyz"

_CORE = lazy(r"[^\W_]+(?:\.\d+)*")
_MARK = lazy(r"(?:[.;:,!?…]|\./\.)[\s)\]”\"’']*$")


@dataclass(frozen=True)
class Item:
    """An item of a series and the paragraph it stands in. ``own``: the paragraphs between it and the next item."""

    node: OutlineNode
    paragraph: Paragraph
    own: tuple[Paragraph, ...]

    @cached_property
    def number(self) -> str:
        """The number without its signs: "2", "đ", "IV", "2.1"."""
        text = self.node.number_text
        found = _CORE.search(text.split()[-1] if text.split() else text)
        return found.group() if found else text

    @cached_property
    def shape(self) -> str:
        """The number with its signs, "n" for the number itself: "n.", "n)", "(n)", "Điềun."."""
        shown = "".join(self.node.number_text.split())
        return f"n{shown[len(self.number) :]}" if shown.startswith(self.number) else shown.replace(self.number, "n", 1)

    @cached_property
    def head(self) -> str:
        """The numbers of the levels above, in a number such as "2.1": "2"."""
        return self.number.rpartition(".")[0]

    @property
    def worded(self) -> bool:
        """Whether a word opens the number: Phần, Chương, Mục, Điều."""
        return self.node.number_text.lstrip()[:2].isalpha() and " " in self.node.number_text.strip()

    @property
    def lettered(self) -> bool:
        """Whether the number is a letter of the alphabet; "i)" after "h)" is one, "i)" before "ii)" is not."""
        return len(self.number) == 1 and "a" in self.node.style.casefold()

    @cached_property
    def text(self) -> str:
        """What the item says after its number, up to the end of its paragraph or of its inline stretch."""
        low = max(self.node.marker.end, self.node.anchor.start)
        return self.paragraph.text[low : self.node.anchor.end].strip()

    @property
    def has_mark(self) -> bool:
        return bool(_MARK.search(self.text))

    @property
    def place(self) -> Anchor:
        """The typed number, or the first word of an item that Word numbers."""
        if self.node.marker.end > self.node.marker.start:
            return self.node.marker
        word = re.match(r"\s*\S+", self.paragraph.text)
        return self.paragraph.anchor(0, word.end() if word else 0)

    @property
    def end(self) -> Anchor:
        """The empty place after the last visible character."""
        stretch = self.paragraph.text[: self.node.anchor.end].rstrip()
        return self.paragraph.anchor(len(stretch), len(stretch))

    def with_number(self, value: int) -> str:
        """The number this item would bear if its value were ``value``, signs kept."""
        head, _, last = self.number.rpartition(".")
        if last.isdigit():
            new = f"{int(value):0{len(last) if last.startswith('0') else 1}d}"
        elif self.lettered:
            new = letter(value) or last
        else:
            new = roman(value) if last.isupper() else roman(value).lower()
        new = new.upper() if last.isupper() else new
        core = f"{head}.{new}" if head else new
        return self.node.number_text.strip().replace(self.number, core, 1)


@dataclass(frozen=True)
class Series:
    """Siblings of one kind in reading order, under ``parent`` (``None`` at the top)."""

    items: tuple[Item, ...]
    parent: OutlineNode | None

    @property
    def kind(self) -> str:
        return self.items[0].node.kind

    def by_head(self) -> tuple[Series, ...]:
        """The series itself; one for each head where numbers such as "2.1" and "3.1" stand under one item."""
        heads = dict.fromkeys(item.head for item in self.items)
        if len(heads) < 2:
            return (self,)
        groups = [Series(tuple(item for item in self.items if item.head == head), self.parent) for head in heads]
        return tuple(group for group in groups if len(group.items) * 2 > len(self.items))

    @cached_property
    def english(self) -> bool:
        """Whether the letters follow the English alphabet: d e, or a letter the Vietnamese one has not."""
        letters = [item.number.lower() for item in self.items if item.number.isalpha() and len(item.number) == 1]
        return ("d", "e") in pairwise(letters) or bool(set(letters) & set("fjwz"))

    @cached_property
    def values(self) -> tuple[int, ...] | None:
        """Place of every item by its number; ``None`` when one of them cannot be read."""
        read = [_value(item, self.english) for item in self.items]
        return None if None in read else tuple(value for value in read if value is not None)


def all_series(context: Context) -> tuple[Series, ...]:
    """Every series of the document, dashes included. Articles run on through the chapters, so they form one series.

    Worked out once a document: thirty rules ask for it.
    """
    found: tuple[Series, ...] | None = context.shared.get("outline")
    if found is None:
        walker = _Walker(context)
        groups = walker.groups()
        found = tuple(Series(tuple(walker.item(node) for node, _ in group), group[0][1]) for group in groups)
        context.shared["outline"] = found
    return found


def paragraphs_between(context: Context, first: int, last: int) -> tuple[Paragraph, ...]:
    """Non-empty paragraphs of the body strictly between two ordinals."""
    return tuple(p for p in context.document.body.paragraphs[first : last - 1] if p.text.strip())


def unsigned(context: Context, item: Item, value: int, first: int, last: int) -> Anchor | None:
    """The number ``value`` of the item's series standing without its sign between two ordinals: "2 Nội dung"."""
    bare = item.with_number(value).strip("()/-–:. ")
    number = r"\s+".join(map(re.escape, bare.split()))
    for paragraph in paragraphs_between(context, first, last):
        found = re.match(rf"\s*({number})\s+[\"“]?([^\W\d_])", paragraph.text)
        same = context.structure.zone(paragraph.ordinal) == context.structure.zone(item.paragraph.ordinal)
        if found and same and found[2].isupper() and not paragraph.cell:
            return paragraph.anchor(*found.span(1))
    return None


def unsigned_after(context: Context, series: Series) -> Anchor | None:
    """The number after the last of a series standing without its sign. Its own points then hang below the last item."""
    last = series.items[-1]
    if series.values is None or last.node.inline:
        return None
    end = max(node.anchor.paragraph for node in last.node.walk())
    following = [n.anchor.paragraph for n in context.structure.nodes() if n.anchor.paragraph > end]
    stop = min([end + NEAR, *following, len(context.document.body.paragraphs) + 1])
    return unsigned(context, last, series.values[-1] + 1, last.paragraph.ordinal, stop)


def has_mark(text: str) -> bool:
    """Whether a text ends with a mark, brackets and quotes after it not counted."""
    return bool(_MARK.search(text.rstrip()))


def _scheme(node: OutlineNode) -> str:
    """The way of counting, signs left out: "1", "11" (for 1.1), "I", "a", "i"."""
    scheme = re.sub(r"[\W_]", "", node.style)
    return scheme if len(scheme) < 3 else scheme.casefold()


def _value(item: Item, english: bool) -> int | None:
    last = item.number.rpartition(".")[2]
    if last.isdigit():
        return int(last)
    if item.lettered:
        small = last.lower()
        return ENGLISH.find(small) + 1 or None if english else letter_value(small)
    return roman_value(last.upper()) or item.node.number


_Pair = tuple[OutlineNode, OutlineNode | None]


class _Walker:
    """Groups the nodes of one document; holds what is the same for all of them."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._paragraphs = context.document.body.paragraphs
        self._starts = sorted({node.anchor.paragraph for node in context.structure.nodes() if node.anchor.part == BODY})

    def groups(self) -> Iterator[list[_Pair]]:
        articles: dict[int, list[_Pair]] = {}
        for pairs in self._families(self._context.structure.outline, None):
            if pairs[0][0].kind == "dieu":
                articles.setdefault(self._zone(pairs[0][0]) or 0, []).extend(pairs)
            else:
                yield pairs
        yield from articles.values()

    def _families(self, nodes: Iterable[OutlineNode], parent: OutlineNode | None) -> Iterator[list[_Pair]]:
        families: dict[tuple[str, str, int], list[_Pair]] = {}
        for node in nodes:
            zone = self._zone(node)
            if zone is not None:
                families.setdefault((node.kind, _scheme(node), zone), []).append((node, parent))
        yield from families.values()
        for node in nodes:
            yield from self._families(node.children, node)

    def _zone(self, node: OutlineNode) -> int | None:
        """Which zone a node is judged in; ``None`` where numbers restart by right."""
        place = node.anchor.paragraph
        if node.anchor.part != BODY:
            return None
        for index, zone in enumerate(self._context.structure.zones):
            if zone.first <= place <= zone.last:
                return index if zone.name in (NOI_DUNG, KEM_THEO) else None
        return None

    def item(self, node: OutlineNode) -> Item:
        place = node.anchor.paragraph
        after = bisect_right(self._starts, place)
        following = self._starts[after] if after < len(self._starts) else len(self._paragraphs) + 1
        own = () if node.inline else self._own(place, following)
        return Item(node, self._paragraphs[place - 1], own)

    def _own(self, place: int, following: int) -> tuple[Paragraph, ...]:
        zone = next((z for z in self._context.structure.zones if z.first <= place <= z.last), None)
        return paragraphs_between(self._context, place, min(following, (zone.last if zone else place) + 1))
