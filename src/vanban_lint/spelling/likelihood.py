"""How likely a stretch of words is, by the counts of triples, pairs and single words.

Purpose: one interpolated estimate, used by every judgement that weighs a spelling against another. Limits: log
probabilities of words in a row; who may be a candidate and what a change costs is ``context``'s and ``confusion``'s.

The weights were fixed on held-out official prose; estimates with smoothed weights gave seven false alarms in three
sample drafts where these give none.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from vanban_lint.spelling.counts import Counts

PAIR_WEIGHT, TRIPLE_WEIGHT = 0.85, 0.60
#: A context seen n times keeps n / (n + damping) of its weight.
PAIR_DAMPING, TRIPLE_DAMPING = 20.0, 5.0
#: Returned by ``tie`` for a pair that was never seen.
UNTIED = -9.0


def log_next(counts: Counts, triple: float, pair_before: float, pair: float, second: int, third: int) -> float:
    """log P(third | first second) from the counts of the triple, of (first, second) and of (second, third)."""
    seen = counts.single[second]
    weight = PAIR_WEIGHT * seen / (seen + PAIR_DAMPING)
    estimate = weight * min(pair, seen) / seen + (1 - weight) * counts.share[third]
    if pair_before > 0:
        weight = TRIPLE_WEIGHT * pair_before / (pair_before + TRIPLE_DAMPING)
        estimate = weight * min(triple, pair_before) / pair_before + (1 - weight) * estimate
    return log(estimate)


def log_stretch(counts: Counts, ids: Sequence[int], first: int, last: int) -> float:
    """Sum of log P over the places ``first`` to ``last`` (inclusive, two words must stand before ``first``)."""
    total = 0.0
    for at in range(first, last + 1):
        one, two, three = ids[at - 2], ids[at - 1], ids[at]
        before = counts.row(one, two)
        triple, pair = counts.triple(before, three), counts.pair(two, three)
        total += log_next(counts, triple, counts.at_row(before), pair, two, three)
    return total


def tie(counts: Counts, first: int, second: int) -> float:
    """Log of how much more often the pair stands than chance would have it; ``UNTIED`` when unseen."""
    seen = counts.pair(first, second)
    if not seen:
        return UNTIED
    return log(seen * counts.total / (counts.single[first] * counts.single[second]))
