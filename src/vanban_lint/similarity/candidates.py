"""Which of many texts are worth comparing: an inverted index of word triples.

Purpose: pairs that share enough triples, found without looking at all pairs (measured: 2,000 paragraphs of 60 words in
0.3 s, where all pairs would be two million comparisons). Limits: a triple that stands in many texts tells nothing and
counts for none; whether a pair is alike ``compare`` says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from vanban_lint.text.lazy import lazy

#: Shingles looked at begin with these letters: two in five of all; of 2,149 sentences of 15 words or more in forty real
#: documents all but a few hold two of them. Searched in the text itself, in a sixth of the time of cutting it into
#: words and these into triples; a mark after the first or second word, or a double space, makes another shingle.
_SAMPLE = lazy(r" (?=([tcđ]\S* \S+ \w+))")
#: A shingle in more texts than this is a set phrase.
COMMON = 8

Keys = tuple[str, ...]
Shingle = str


def shingles(folded: str) -> frozenset[Shingle]:
    """Three words in a row of a text whose tone placement is folded: two would make every "ủy ban" a candidate, four
    lose texts with a change in every line."""
    return frozenset(_SAMPLE.findall(f" {folded.casefold()}"))


def most_shared(texts: Sequence[frozenset[Shingle]]) -> list[int]:
    """How many shingles each text shares with the one text it shares most with; set phrases count for none.

    A text that stands again whole shares all, set phrases or not.
    """
    shared, _ = _shared(texts, lambda _: 0)
    most = [0] * len(texts)
    for pair, count in shared.items():
        for index in pair:
            most[index] = max(most[index], count)
    whole = Counter(texts)
    return [len(text) if whole[text] > 1 else count for text, count in zip(texts, most, strict=True)]


def candidates(texts: Sequence[frozenset[Shingle]], share: Callable[[int], float]) -> Iterator[tuple[int, int]]:
    """Pairs of indexes, lower first, that share enough shingles: ``share`` tells what part of those of the shorter."""
    shared, needed = _shared(texts, share)
    for (first, second), count in sorted(shared.items()):
        if count >= min(needed[first], needed[second]):
            yield first, second


def _shared(
    texts: Sequence[frozenset[Shingle]], share: Callable[[int], float]
) -> tuple[dict[tuple[int, int], int], list[float]]:
    """How many telling shingles each pair of texts shares, and how many each text must share with another."""
    counts: Counter[Shingle] = Counter()
    for text in texts:
        counts.update(text)
    phrases = {shingle for shingle, count in counts.items() if count > COMMON}
    telling = {shingle for shingle, count in counts.items() if 1 < count <= COMMON}
    holders: dict[Shingle, list[int]] = {}
    shared: dict[tuple[int, int], int] = {}
    needed = []
    for index, text in enumerate(texts):
        size = len(text) - len(text & phrases)
        own = text & telling
        needed.append(share(size) * size)
        if len(own) < needed[-1]:
            continue
        met: list[int] = []
        for shingle in own:
            before = holders.setdefault(shingle, [])
            met += before
            before.append(index)
        for other, count in Counter(met).items():
            shared[other, index] = count
    return shared, needed
