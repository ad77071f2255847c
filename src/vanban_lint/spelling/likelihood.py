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


def chance(counts: Counts, triple: float, pair_before: float, pair: float, second: int, third: int) -> float:
    """P(third | first second) from the counts of the triple, of (first, second) and of (second, third)."""
    seen = counts.single[second]
    weight = PAIR_WEIGHT * seen / (seen + PAIR_DAMPING)
    estimate: float = weight * (pair if pair < seen else seen) / seen + (1 - weight) * counts.share[third]
    if pair_before > 0:
        weight = TRIPLE_WEIGHT * pair_before / (pair_before + TRIPLE_DAMPING)
        estimate = weight * (triple if triple < pair_before else pair_before) / pair_before + (1 - weight) * estimate
    return estimate


def log_next(counts: Counts, triple: float, pair_before: float, pair: float, second: int, third: int) -> float:
    """Log of ``chance``."""
    return log(chance(counts, triple, pair_before, pair, second, third))


def log_stretch(counts: Counts, ids: Sequence[int], first: int, last: int) -> float:
    """Sum of log P over the places ``first`` to ``last`` (inclusive, two words must stand before ``first``)."""
    ids = ids[first - 2 : last + 1]
    rows = counts.rows(ids)
    pairs = [counts.at_row(row) for row in rows]
    return sum(
        log_next(counts, triple, pairs[at], pairs[at + 1], ids[at + 1], ids[at + 2])
        for at, triple in enumerate(counts.triples(rows, ids))
    )


def tie(counts: Counts, first: int, second: int) -> float:
    """Log of how much more often the pair stands than chance would have it; ``UNTIED`` when unseen."""
    return tie_of(counts, counts.pair(first, second), first, second)


def tie_of(counts: Counts, seen: float, first: int, second: int) -> float:
    """``tie`` of a pair whose count is known."""
    return log(seen * counts.total / (counts.single[first] * counts.single[second])) if seen else UNTIED
