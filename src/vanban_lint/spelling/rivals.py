"""One word between its neighbours, weighed against others that could stand in its place.

Purpose: the log odds of a rival, from the counts of the pairs and triples around the place. Limits: two words of
context on either side; which rivals to weigh, and what is made of the outcome, is ``context``'s. Every constant was
measured on held-out prose and moves only with benchmarks/spelling.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from vanban_lint.spelling.counts import COMMA, EDGE, HYPHEN, NUMBER, Counts
from vanban_lint.spelling.likelihood import UNTIED, chance, tie_of

# A rival must have been seen this often with a neighbouring word or comma.
_LEAST_EVIDENCE = 8
# One of the three estimates can speak against a rival by this much at most.
_LARGEST_LOSS = 3.0
# The counted texts hold the same slips: this share of the rival's count is taken off the written word's.
_NOISE = 0.004
# A written word bound to a neighbour (this count, this share of its uses) is hardly a slip.
_BOUND_COUNT, _BOUND_SHARE, _BOUND_COST = 15, 0.05, 4.0
# Frequency alone is no evidence: a rival hardly more tied to its neighbours than the written word pays this.
_CLOSER_TIE, _NO_CLOSER_COST = 1.0, 2.0
# Odds of the pairs alone below which no rival ever won: half of the work is saved.
_HOPELESS = 0.1
# A number says something about a word that usually stands beside one.
_NUMBER_TIE = 2.0


class Place:
    """The counts around a written word, fetched once and compared with those of every rival.

    ``around``: its id in the middle of five; ``rows``: those of the four pairs; ``triples``: counts of the three that
    hold it.
    """

    __slots__ = ("around", "counts", "left_n", "right_n", "rows", "times", "triples")

    def __init__(self, counts: Counts, around: Sequence[int], rows: Sequence[int], triples: Sequence[float]) -> None:
        self.counts, self.around, self.rows, self.triples = counts, around, rows, triples
        self.left_n, self.right_n = counts.at_row(rows[1]), counts.at_row(rows[2])
        self.times = counts.single[around[2]]

    def rank(
        self, rivals: Sequence[int], costs: Sequence[float], least: float, gain: float = 0.0
    ) -> list[tuple[float, int]]:
        """(score, id) of the rivals, ids ascending, that score more than ``least``, best first; ``gain`` is added to
        every score and the cost of the change taken off it."""
        counts, (_, previous, _, following, _) = self.counts, self.around
        left_counts, right_counts = _is_context(previous), _is_context(following)
        beside_number = NUMBER in (previous, following)
        lefts = counts.rows_after(previous, rivals)
        single, row, at_row = counts.single, counts.row, counts.at_row
        least_odds = _HOPELESS * (self.left_n + 0.5) * (self.right_n + 0.5) / self.times
        tied: float | None = None
        found = []
        for rival, cost, left in zip(rivals, costs, lefts, strict=True):
            left_n, needed = at_row(left), least_odds * single[rival]
            # Whatever the right pair is, it can't be more frequent than the rival.
            if (left_n + 0.5) * (single[rival] + 0.5) < needed:
                continue
            right = row(rival, following)
            right_n = at_row(right)
            if (left < 0 and right < 0) or (left_n + 0.5) * (right_n + 0.5) < needed:
                continue
            evidence = max(left_n if left_counts else 0.0, right_n if right_counts else 0.0)
            if evidence < _LEAST_EVIDENCE and not (beside_number and self._counts_things(rival)):
                continue
            score = self._odds(rival, (left, left_n), (right, right_n)) - cost + gain
            if score <= least:
                continue
            if tied is None:
                tied = self._best_tie(self.around[2], self.left_n, self.right_n)
            if self._best_tie(rival, left_n, right_n) < tied + _CLOSER_TIE:
                score -= _NO_CLOSER_COST
            if score > least:
                found.append((score, rival))
        found.sort(reverse=True)
        return found

    def _odds(self, rival: int, left: tuple[int, float], right: tuple[int, float]) -> float:
        """Log odds of the rival against the written word over the three triples that hold it; ``left`` and ``right``:
        row and count of the rival with the word before and the one after."""
        counts = self.counts
        _, previous, written, following, after = self.around
        far_left_n, far_right_n = counts.at_row(self.rows[0]), counts.at_row(self.rows[3])
        (left_row, left_n), (right_row, right_n) = left, right
        old_left, old_right = max(self.left_n - _NOISE * left_n, 0.0), max(self.right_n - _NOISE * right_n, 0.0)
        held, middle = counts.triple(self.rows[0], rival), counts.triple(left_row, following)
        last = counts.triple(right_row, after)
        one, two, three = (
            max(was - _NOISE * now, 0.0) for was, now in zip(self.triples, (held, middle, last), strict=True)
        )
        odds = (
            chance(counts, held, far_left_n, left_n, previous, rival)
            / chance(counts, one, far_left_n, old_left, previous, written),
            chance(counts, middle, left_n, right_n, rival, following)
            / chance(counts, two, old_left, old_right, written, following),
            chance(counts, last, right_n, far_right_n, following, after)
            / chance(counts, three, old_right, far_right_n, following, after),
        )
        total = sum(max(log(ratio), -_LARGEST_LOSS) for ratio in odds)
        if self._is_bound(old_left, previous) or self._is_bound(old_right, following):
            total -= _BOUND_COST
        return total

    def _best_tie(self, word: int, left_n: float, right_n: float) -> float:
        """The stronger tie of a word to its neighbours; ``left_n`` and ``right_n``: its counts with them."""
        counts = self.counts
        _, previous, _, following, _ = self.around
        left = tie_of(counts, left_n, previous, word) if previous != EDGE else UNTIED
        return max(left, tie_of(counts, right_n, word, following) if following != EDGE else UNTIED)

    def _is_bound(self, together: float, neighbour: int) -> bool:
        return neighbour > HYPHEN and together >= _BOUND_COUNT and together >= _BOUND_SHARE * self.times

    def _counts_things(self, rival: int) -> bool:
        """Does the rival go with a number beside it ("năm 2026", "10 tháng")?"""
        counts, (_, previous, _, following, _) = self.counts, self.around
        if following == NUMBER and tie_of(counts, counts.pair(rival, NUMBER), rival, NUMBER) >= _NUMBER_TIE:
            return True
        return previous == NUMBER and tie_of(counts, counts.pair(NUMBER, rival), NUMBER, rival) >= _NUMBER_TIE


def _is_context(word: int) -> bool:
    """Does this neighbour tell anything about a word? Words and commas do, other marks don't."""
    return word == COMMA or word > HYPHEN
