"""The texts of a document that duplicates are looked for among: items, paragraphs and sentences, each with its place.

Purpose: turn paragraphs and outline into units of three levels, as words. Limits: body text outside tables; what is
another part (a recipient, a ground) is left to its own rules, a quoted article and a labelled field ("Thời gian: ...")
recur by right. Neighbours: ``duplicate`` judges the units, ``duplicate_rows`` reads the tables; ``similarity`` knows
the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from vanban_lint.checks.base import Context, fold
from vanban_lint.model import Anchor, OutlineNode, Paragraph, Zone
from vanban_lint.model.structure import KEM_THEO, NOI_DUNG, PHU_LUC
from vanban_lint.similarity.candidates import Keys, Shingle, shingles
from vanban_lint.similarity.words import Word, folded_keys, words
from vanban_lint.text.lazy import lazy
from vanban_lint.text.spans import Piece, sentences

ITEM, PARAGRAPH, SENTENCE = "muc", "doan", "cau"
#: Words an item may have and still be one item to a reader; a chapter is not.
LONGEST = 800
#: Words of a sentence below which it is a set phrase.
SHORTEST = 15
#: Letters and space of the shortest words that many sentences consist of.
LETTERS = 4
#: Paragraphs within which a quotation must close.
QUOTED = 40
#: Parts that are running text themselves.
_RUNNING = frozenset({"loi_dan", "ket_thuc"})
_CLOSED = lazy(r"[”\"][\s.;,]*$")


@dataclass(frozen=True)
class Line:
    """A line of running text: a paragraph, or a part of one between soft breaks.

    ``text`` begins at offset ``at`` of the paragraph, after the number of an item that begins there at ``head``.
    """

    paragraph: Paragraph
    head: int
    at: int
    text: str
    folded: str
    owner: OutlineNode | None
    opens: bool

    @cached_property
    def sentences(self) -> tuple[tuple[Piece, Keys], ...]:
        """Its sentences as words, cut when something like the line stands elsewhere: most lines are never cut."""
        return tuple((piece, folded_keys(self.folded[piece.start : piece.end])) for piece in sentences(self.text))

    @cached_property
    def keys(self) -> Keys:
        return tuple(key for _, found in self.sentences for key in found)

    @cached_property
    def shingles(self) -> frozenset[Shingle]:
        return shingles(self.folded)

    @property
    def anchor(self) -> Anchor:
        """The line with its number, without the spaces around it."""
        end = self.at + len(self.text)
        shown = self.paragraph.text[self.head : end]
        return self.paragraph.anchor(end - len(shown.lstrip()), self.head + len(shown.rstrip()))


@dataclass(frozen=True)
class Point:
    """A numbered point of a unit: words ``first`` to ``last`` (exclusive) of it, what it says from ``said`` on."""

    label: str
    first: int
    said: int
    last: int


@dataclass(frozen=True)
class Unit:
    """A text to compare: ``lines`` that follow each other, or a sentence of one line.

    ``node`` is the item that it is, ``owner`` the item it stands in (itself, if it is one).
    """

    level: str
    lines: tuple[Line, ...]
    text: str
    keys: Keys
    node: OutlineNode | None
    owner: OutlineNode | None
    start: int = 0

    @cached_property
    def shingles(self) -> frozenset[Shingle]:
        first, *rest = self.lines
        if self.level == SENTENCE:
            return shingles(first.folded[self.start : self.start + len(self.text)])
        return first.shingles.union(*(line.shingles for line in rest)) if rest else first.shingles

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return words(self.text)

    @cached_property
    def paragraphs(self) -> frozenset[int]:
        return frozenset(line.paragraph.ordinal for line in self.lines)

    @property
    def anchor(self) -> Anchor:
        """Its first line, or the sentence."""
        line = self.lines[0]
        low = line.at + self.start
        return line.paragraph.anchor(low, low + len(self.text)) if self.level == SENTENCE else line.anchor

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """The points of an item, each with all that hangs below it."""
        if self.node is None or self.level == SENTENCE:
            return ()
        children = [child for child in self.node.children if child.number is not None]
        starts = [self._index(child.anchor.paragraph, child.anchor.start) for child in children]
        said = [self._index(child.anchor.paragraph, child.marker.end) for child in children]
        ends = [*starts, len(self.words)][1:]
        labels = [child.number_text.strip() for child in children]
        return tuple(Point(*each) for each in zip(labels, starts, said, ends, strict=True) if each[1] < each[3])

    def _index(self, paragraph: int, place: int) -> int:
        """Index of the first word at or after offset ``place`` of a paragraph."""
        base = 0
        for line in self.lines:
            if line.paragraph.ordinal == paragraph and line.at + len(line.text) > place:
                offset = base + max(place - line.at, 0)
                return sum(word.start < offset for word in self.words)
            base += len(line.text) + 1
        return len(self.words)


def joined(level: str, lines: Sequence[Line], node: OutlineNode | None) -> Unit:
    """A unit of whole lines."""
    text = "\n".join(line.text for line in lines)
    found = lines[0].keys if len(lines) == 1 else tuple(key for line in lines for key in line.keys)
    return Unit(level, tuple(lines), text, found, node, node or lines[0].owner)


def running_lines(context: Context, zone: Zone, field: re.Pattern[str]) -> list[Line]:
    """The lines of running text of a zone, in order."""
    taken = {
        anchor.paragraph
        for block in context.structure.blocks
        if block.name not in _RUNNING
        for anchor in block.anchors
        if anchor.part == "body"
    }
    nodes = {node.anchor.paragraph: node for node in context.structure.nodes() if not node.inline}
    found: list[Line] = []
    owner: OutlineNode | None = None
    paragraphs = context.document.body.paragraphs[zone.first - 1 : zone.last]
    for paragraph in _unquoted(paragraphs):
        owner = nodes.get(paragraph.ordinal, owner)
        if paragraph.cell or paragraph.ordinal in taken:
            continue
        at, whole = 0, fold(paragraph.text)
        for folded in whole.split("\n"):
            if folded and not folded.isspace() and not field.match(folded):
                opens = at == 0 and paragraph.ordinal in nodes
                low, high = owner.marker.end if opens and owner else at, at + len(folded)
                found.append(Line(paragraph, at, low, paragraph.text[low:high], whole[low:high], owner, opens))
            at += len(folded) + 1
    return found


def _unquoted(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs that are not part of a quotation, such as the articles that an amendment sets."""
    left = 0
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text.strip()
        if left == 0 and text.startswith(("“", '"')):
            left = next((at for at, p in enumerate(paragraphs[index : index + QUOTED], 1) if _CLOSED.search(p.text)), 0)
            left = 0 if left > 1 and not _left_open(text) else left
        if left:
            left -= 1
        else:
            yield paragraph


def _left_open(text: str) -> bool:
    """Whether a quotation begun in ``text`` runs on after it; “Bản gốc” at the head of a definition does not."""
    return text.count("“") > text.count("”") or text.count('"') % 2 == 1


def items(lines: Sequence[Line], nodes: Sequence[tuple[OutlineNode, int]]) -> Iterator[Unit]:
    """Every item of ``nodes`` (with their last paragraphs) that has more than its own line, or points inside it."""
    by_paragraph: dict[int, list[Line]] = {}
    for line in lines:
        by_paragraph.setdefault(line.paragraph.ordinal, []).append(line)
    for node, end in nodes:
        own = [line for place in range(node.anchor.paragraph, end + 1) for line in by_paragraph.get(place, ())]
        if own and (node.children or len(own) > 1) and sum(len(line.keys) for line in own) <= LONGEST:
            yield joined(ITEM, own, node)


def said_again(lines: Sequence[Line], form: int) -> set[int]:
    """Indexes of the lines with a long sentence that stands word for word elsewhere; one that stands ``form`` times or
    more is a form."""
    holders: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        for sentence in line.folded.split(". "):
            if len(sentence) >= SHORTEST * LETTERS:
                holders.setdefault(sentence.strip(" .;"), []).append(index)
    return {index for found in holders.values() if 1 < len(found) < form for index in found}


def item_ends(nodes: Sequence[OutlineNode], last: int) -> Iterator[tuple[OutlineNode, int]]:
    """Each item outside running text with the last paragraph that belongs to it; ``last`` is that of the zone."""
    flat = [node for node in nodes if not node.inline]
    for index, node in enumerate(flat):
        size = sum(not below.inline for below in node.walk())
        after = flat[index + size] if index + size < len(flat) else None
        yield node, (after.anchor.paragraph - 1 if after else last)


def single(lines: Sequence[Line]) -> Iterator[Unit]:
    """Every line as a unit."""
    for line in lines:
        yield joined(PARAGRAPH, [line], line.owner if line.opens else None)


def sentence_units(lines: Sequence[Line]) -> Iterator[Unit]:
    """The longer sentences of lines that hold several; a line of one sentence is a unit already."""
    for line in lines:
        for piece, said in line.sentences if len(line.sentences) > 1 else ():
            if len(said) >= SHORTEST:
                yield Unit(SENTENCE, (line,), piece.text, said, None, line.owner, piece.start)


def zones(context: Context) -> list[Zone]:
    """Where running text stands; each is compared within itself: a text issued with another repeats its words."""
    return [zone for zone in context.structure.zones if zone.name in (NOI_DUNG, KEM_THEO, PHU_LUC)]
