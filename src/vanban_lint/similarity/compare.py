"""How near two texts are, and where they part.

Purpose: likeness of two word sequences and the changes that lead from one to the other, cut as a reader would cut
them. Limits: words, not letters; order counts. rapidfuzz is loaded at the first comparison: most documents hold no two
texts alike, and it costs 30 ms.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vanban_lint.similarity.candidates import Keys

#: Words in common between two changes that do not make them two: an "và" that happens to stand in both.
BRIDGE = 1
#: A swap of names is short; where more words change, the text was rewritten.
NAME = 10


class Change(NamedTuple):
    """Words ``first`` to ``first_end`` of the one text stand for ``second`` to ``second_end`` of the other.

    ``same`` tells that they are equal; either side of a change may be empty.
    """

    same: bool
    first: int
    first_end: int
    second: int
    second_end: int


def likeness(first: Keys, second: Keys) -> float:
    """Share of words that both have in one order, 0 to 1."""
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(first, second))


def changes(first: Keys, second: Keys) -> list[Change]:
    """The way from ``first`` to ``second``: equal stretches and changes in turn."""
    from rapidfuzz.distance import Indel

    steps = [
        Change(step.tag == "equal", step.src_start, step.src_end, step.dest_start, step.dest_end)
        for step in Indel.opcodes(first, second)
    ]
    return list(_joined(steps))


def _joined(steps: Sequence[Change]) -> Iterator[Change]:
    """Neighbouring changes as one, and those with next to nothing between them."""
    held: Change | None = None
    for index, step in enumerate(steps):
        inner = 0 < index < len(steps) - 1 and step.first_end - step.first <= BRIDGE
        if step.same and not (held and inner):
            if held:
                yield held
                held = None
            yield step
        elif held:
            held = Change(False, held.first, step.first_end, held.second, step.second_end)
        else:
            held = step._replace(same=False)
    if held:
        yield held


def names_swapped(
    steps: Sequence[Change], first: Keys, second: Keys, marked: tuple[frozenset[int], frozenset[int]]
) -> bool:
    """Whether the texts are one pattern filled in twice: a name or number against another, or one swap made twice.

    ``marked`` holds, for each text, the indexes of the words that tell one thing from another.
    """
    swaps: Counter[tuple[Keys, Keys]] = Counter()
    for step in steps:
        sizes = step.first_end - step.first, step.second_end - step.second
        if step.same or not all(sizes):
            continue
        if max(sizes) <= NAME:
            left = {first[index] for index in range(step.first, step.first_end) if index in marked[0]}
            right = {second[index] for index in range(step.second, step.second_end) if index in marked[1]}
            if left and right and left != right:
                return True
        swaps[first[step.first : step.first_end], second[step.second : step.second_end]] += 1
    return any(count > 1 for count in swaps.values())
