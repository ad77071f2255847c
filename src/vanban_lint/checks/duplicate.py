"""Kind ``duplicate``: an item, a paragraph or a sentence that stands twice, in one wording or in two versions.

Purpose: one finding for a pair, at the later place, with what the two versions do not share. Limits: texts that recur
by right are silent: set phrases, one pattern filled in with other names or numbers, tasks given to two bodies in the
same words, provisions of different articles, what an annex or a text issued with the document repeats from it. A
smaller pair inside a larger one is not told again. Neighbours: ``duplicate_units`` and ``duplicate_rows`` cut the text,
``duplicate_words`` says what differs; lines of one list are ``twice_listed``'s.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from vanban_lint.checks.base import Context, Param, fold, pattern
from vanban_lint.checks.duplicate_rows import tables_of_rows
from vanban_lint.checks.duplicate_units import (
    ITEM,
    PARAGRAPH,
    SENTENCE,
    SHORTEST,
    Line,
    Unit,
    item_ends,
    items,
    joined,
    running_lines,
    said_again,
    sentence_units,
    single,
    zones,
)
from vanban_lint.checks.duplicate_words import difference, sayings
from vanban_lint.model import BODY, Anchor, Hit, OutlineNode, Related
from vanban_lint.model.rule import Rule
from vanban_lint.similarity.candidates import Keys, candidates, most_shared
from vanban_lint.similarity.compare import changes, likeness, names_swapped
from vanban_lint.similarity.words import telling

PARAMS = {
    "xet": Param("choice", "what to report", required=True, choices=(ITEM, PARAGRAPH, SENTENCE)),
}
FIELDS = ("thuc_te", "khac")

#: Words below which equal texts (by level) and near ones are set phrases. Measured on forty real documents: parallel
#: provisions are shorter than these or swap a name.
EQUAL_FROM = {ITEM: 20, PARAGRAPH: 20, SENTENCE: SHORTEST}
NEAR_FROM = 30
#: Likeness of two versions: of paragraphs, sentences, long texts, items under one heading, and items that stand side
#: by side under one number.
NEAR, NEAR_SENTENCE, NEAR_LONG, NEAR_ONE_HEAD, NEAR_SAME_NUMBER = 0.85, 0.9, 0.75, 0.7, 0.55
LONG = 80
#: Likeness from which two headings are one, words of a heading that tells its item from others, and words that name
#: the body at the head of its task.
ONE_HEAD, HEADING, NAMED_BY = 0.75, 4, 3
#: A text that stands this often is a form.
FORM = 4
#: Shingles (of those looked at) shared with one other line, below which a line has no like, nor has a sentence in it.
FEW = 3
#: Share of the shingles of an item, set phrases among them, that its lines must have in common with other lines.
SHARE_OF_ITEM = 0.15
#: Share of common shingles below which two texts, or two long ones, or two sentences (which must be nearer), are hardly
#: versions of one: a changed word takes three shingles with it.
SHARE, SHARE_LONG, SHARE_SENTENCE = 0.4, 0.25, 0.5
#: Part of the shingles that ``candidates`` looks at.
SAMPLED = 0.4


class Pair(NamedTuple):
    """Two units that say the same, ``later`` after ``earlier``."""

    earlier: Unit
    later: Unit


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    for pair in found_pairs(context):
        if pair.later.level == rule.tham_so["xet"]:
            yield _hit(pair)


def _hit(pair: Pair) -> Hit:
    equal = pair.earlier.keys == pair.later.keys
    params = {"thuc_te": pair.later.text, "khac": sayings(pair.earlier, pair.later)}
    return Hit(
        pair.later.anchor,
        params,
        related=(Related(pair.earlier.anchor, pair.earlier.lines[0].text.strip()),),
        certainty=None if equal else "co_the",
        diff=() if equal else difference(pair.earlier, pair.later),
    )


def found_pairs(context: Context) -> list[Pair]:
    """Every pair of the document, worked out once for the rules of the three levels."""
    found: list[Pair] | None = context.shared.get("duplicate")
    if found is None:
        finder = _Finder(context)
        field = pattern(context.tables["trung_lap"]["nhan"])
        found = [pair for zone in zones(context) for pair in finder.pairs(running_lines(context, zone, field))]
        found += [pair for rows in tables_of_rows(context) for pair in finder.equal(rows)]
        context.shared["duplicate"] = found
    return found


class _Finder:
    """Looks for pairs among the lines of one zone; holds what is the same for all zones of a document."""

    def __init__(self, context: Context) -> None:
        self._body = pattern(context.tables["trung_lap"]["don_vi"])
        self._also = frozenset(context.tables["trung_lap"]["phan_biet"])
        self._normative = context.structure.regime.value == "quy-pham"
        self._nodes = list(context.structure.nodes())
        self._above = {id(child): node for node in self._nodes for child in node.children}
        self._beside = _adjacent(context.structure.outline) | {
            pair for node in self._nodes for pair in _adjacent(node.children)
        }
        self._leads: dict[int, str] = {}

    def pairs(self, lines: Sequence[Line]) -> list[Pair]:
        """Pairs from the largest texts to the smallest; what a larger pair covers is not looked at again."""
        weights = most_shared([line.shingles for line in lines])
        for index in said_again(lines, FORM):
            weights[index] = max(weights[index], FEW)
        if not any(weights):
            return []
        self._leads = _lead_ins(lines)
        found: list[Pair] = []
        covered: set[tuple[int, int]] = set()
        likely = [line for line, weight in zip(lines, weights, strict=True) if weight >= FEW]
        for level in (items(lines, self._likely_items(lines, weights)), single(likely), sentence_units(likely)):
            kept: list[Pair] = []
            for pair in sorted(self._level(list(level)), key=_largest_first):
                if not _is_covered(pair, covered):
                    kept.append(pair)
                    if pair.later.level != SENTENCE:
                        covered.update((p, q) for p in pair.earlier.paragraphs for q in pair.later.paragraphs)
            found += _runs(kept) if kept and kept[0].later.level == PARAGRAPH else kept
        return found

    def _likely_items(self, lines: Sequence[Line], weights: Sequence[int]) -> list[tuple[OutlineNode, int]]:
        """The items whose lines have their like elsewhere, and all that stand side by side under one number; each with
        its last paragraph."""
        shared: Counter[int] = Counter()
        size: Counter[int] = Counter()
        for line, weight in zip(lines, weights, strict=True):
            shared[line.paragraph.ordinal] += weight
            size[line.paragraph.ordinal] += len(line.shingles)
        nodes = [node for node in self._nodes if node.anchor.paragraph in size and node.anchor.part == BODY]
        doubled = {each for pair in self._beside for each in pair}
        found = []
        for node, end in item_ends(nodes, lines[-1].paragraph.ordinal):
            inside = range(node.anchor.paragraph, end + 1)
            least = max(FEW, SHARE_OF_ITEM * sum(size[place] for place in inside))
            if id(node) in doubled or sum(shared[place] for place in inside) >= least:
                found.append((node, end))
        return found

    def equal(self, units: Sequence[Unit]) -> Iterator[Pair]:
        """Pairs of one wording among texts of one level."""
        yield from self._equal(_by_wording(units))

    def _equal(self, groups: Mapping[Keys, Sequence[Unit]]) -> Iterator[Pair]:
        for keys, group in groups.items():
            if 1 < len(group) < FORM:
                yield from (Pair(*pair) for pair in combinations(group, 2) if self._is_defect(*pair, len(keys)))

    def _level(self, units: Sequence[Unit]) -> Iterator[Pair]:
        groups = _by_wording(units)
        yield from self._equal(groups)
        alone = [group[0] for group in groups.values() if len(group) == 1 and len(group[0].keys) >= _shortest(group[0])]
        share = _share_of_sentence if alone and alone[0].level == SENTENCE else _share
        likely = list(candidates([unit.shingles for unit in alone], share))
        for earlier, later in (*_beside(alone, self._beside), *((alone[i], alone[j]) for i, j in likely)):
            if self._near(earlier, later):
                yield Pair(earlier, later)

    def _near(self, earlier: Unit, later: Unit) -> bool:
        if earlier.level == ITEM and earlier.paragraphs & later.paragraphs:
            return False  # an item and one of its points
        shorter, longer = sorted((len(earlier.keys), len(later.keys)))
        twice = self._same_number(earlier, later)
        bound = _bound(earlier, later, shorter, twice)
        if bound is None or 2 * shorter < bound * (shorter + longer) or likeness(earlier.keys, later.keys) < bound:
            return False
        if twice:
            return True
        marked = telling(earlier.text, earlier.words, self._also), telling(later.text, later.words, self._also)
        steps = changes(earlier.keys, later.keys)
        return not names_swapped(steps, earlier.keys, later.keys, marked) and self._is_defect(earlier, later, shorter)

    def _same_number(self, earlier: Unit, later: Unit) -> bool:
        """One item after another under one number: two versions left standing."""
        return (
            earlier.node is not None and later.node is not None and (id(earlier.node), id(later.node)) in self._beside
        )

    def _is_defect(self, earlier: Unit, later: Unit, size: int) -> bool:
        """Whether two like texts in these places are one too many."""
        if self._other_head(earlier, later):
            return False
        above = self._chain(earlier), self._chain(later)
        common = sum(1 for first, second in zip(*above, strict=False) if first is second)
        tails = [chain[common:] for chain in above]
        if self._normative and any(map(len, tails)):
            return False
        if all(tails) and tails[0][0].kind == tails[1][0].kind == "dieu":
            return False
        return not (self._gives_tasks(tails[0], earlier) and self._gives_tasks(tails[1], later))

    def _chain(self, unit: Unit) -> list[OutlineNode]:
        """The items that a unit stands in, from the top; an item does not stand in itself."""
        node = self._above.get(id(unit.node)) if unit.node is not None else unit.owner
        chain = []
        while node is not None:
            chain.append(node)
            node = self._above.get(id(node))
        return chain[::-1]

    def _other_head(self, earlier: Unit, later: Unit) -> bool:
        """Two items under different headings, or of two bodies: what they list may be the same."""
        first, second = (unit.lines[0].keys for unit in (earlier, later))
        if len(earlier.lines) > 1 and len(later.lines) > 1 and likeness(first, second) < ONE_HEAD:
            return True
        bodies = all(self._body.match(fold(unit.text.strip())) for unit in (earlier, later))
        return bodies and first[:NAMED_BY] != second[:NAMED_BY]

    def _gives_tasks(self, tail: Sequence[OutlineNode], unit: Unit) -> bool:
        heads = [node.title for node in tail]
        heads.append(self._leads.get(unit.lines[0].paragraph.ordinal, ""))
        return any(self._body.match(fold(head.strip())) for head in heads)


def _by_wording(units: Sequence[Unit]) -> dict[Keys, list[Unit]]:
    """Units by their words, without those too short to tell."""
    groups: dict[Keys, list[Unit]] = defaultdict(list)
    for unit in units:
        if len(unit.keys) >= EQUAL_FROM[unit.level]:
            groups[unit.keys].append(unit)
    return groups


def _largest_first(pair: Pair) -> tuple[int, Anchor, Anchor]:
    return -len(pair.later.keys), pair.later.anchor, pair.earlier.anchor


def _shortest(unit: Unit) -> int:
    return EQUAL_FROM[ITEM] if unit.level == ITEM else NEAR_FROM


def _share(size: int) -> float:
    return SHARE_LONG if size >= LONG * SAMPLED else SHARE


def _share_of_sentence(_size: int) -> float:
    return SHARE_SENTENCE


def _beside(units: Sequence[Unit], known: set[tuple[int, int]]) -> Iterator[tuple[Unit, Unit]]:
    """Units side by side under one number: compared whatever the index says."""
    by_node = {id(unit.node): unit for unit in units if unit.node is not None}
    for first, second in known:
        if first in by_node and second in by_node:
            yield by_node[first], by_node[second]


def _bound(earlier: Unit, later: Unit, size: int, twice: bool) -> float | None:
    """Likeness from which two texts are versions of one, the shorter of ``size`` words; ``None``: too short to tell."""
    if size >= EQUAL_FROM[ITEM] and twice:
        return NEAR_SAME_NUMBER
    if size >= EQUAL_FROM[ITEM] and _one_heading(earlier, later):
        return NEAR_ONE_HEAD
    if size < NEAR_FROM:
        return None
    if later.level == SENTENCE:
        return NEAR_SENTENCE
    return NEAR_LONG if size >= LONG else NEAR


def _one_heading(earlier: Unit, later: Unit) -> bool:
    """Items of several lines under the same heading; one of two words ("Mục đích") says nothing."""
    heads = [unit.lines[0].keys for unit in (earlier, later) if len(unit.lines) > 1]
    return len(heads) == 2 and heads[0] == heads[1] and len(heads[0]) >= HEADING


def _adjacent(nodes: Sequence[OutlineNode]) -> set[tuple[int, int]]:
    """Items side by side that bear one number."""
    return {
        (id(first), id(second))
        for first, second in pairwise(nodes)
        if first.number is not None and (first.kind, first.number) == (second.kind, second.number)
    }


def _lead_ins(lines: Sequence[Line]) -> dict[int, str]:
    """Paragraph -> the line above it, no item itself, that opens the list it stands in ("Giao Sở Nội vụ:")."""
    found: dict[int, str] = {}
    lead = ""
    for line in lines:
        found.setdefault(line.paragraph.ordinal, lead)
        if not line.opens:
            lead = line.text if line.text.rstrip().endswith(":") else lead
    return found


def _is_covered(pair: Pair, covered: set[tuple[int, int]]) -> bool:
    first, second = pair.earlier.lines[0].paragraph.ordinal, pair.later.lines[0].paragraph.ordinal
    return (first, second) in covered


def _runs(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Paragraphs copied in a row are one pair."""
    ordered = sorted(pairs, key=lambda pair: (pair.later.anchor, pair.earlier.anchor))
    run: list[Pair] = []
    for pair in ordered:
        if run and not (_follows(run[-1].earlier, pair.earlier) and _follows(run[-1].later, pair.later)):
            yield _merged(run)
            run = []
        run.append(pair)
    if run:
        yield _merged(run)


def _follows(first: Unit, second: Unit) -> bool:
    return 0 < second.lines[0].paragraph.ordinal - first.lines[-1].paragraph.ordinal <= 2


def _merged(run: Sequence[Pair]) -> Pair:
    if len(run) == 1:
        return run[0]
    earlier = [line for pair in run for line in pair.earlier.lines]
    later = [line for pair in run for line in pair.later.lines]
    return Pair(joined(PARAGRAPH, earlier, None), joined(PARAGRAPH, later, None))
