"""Real-word errors: a syllable that could exist, where another of its look is far likelier between its neighbours.

Purpose: propose, for each place of a text, likelier spellings of one word or of two neighbours, then settle which of
the proposals stand, with what the document says elsewhere. Limits: two words of context on either side. Scores are
natural logs; every constant was measured on held-out prose and moves only with benchmarks/spelling.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from vanban_lint.spelling.confusion import LETTER_COST, change_cost, one_letter_off
from vanban_lint.spelling.counts import COMMA, EDGE, HYPHEN, NUMBER, UNKNOWN, Counts
from vanban_lint.spelling.evidence import Evidence, Proposed
from vanban_lint.spelling.likelihood import UNTIED, log_next, log_stretch, tie
from vanban_lint.spelling.suspect import NOT_A_SYLLABLE, REAL_WORD, Suspect
from vanban_lint.spelling.words import Reading, is_acronym
from vanban_lint.text.syllable import bare, is_syllable

#: A suspect needs this score at the least; rules ask for more.
THRESHOLD = 4.0

# A triple seen this often around a word is right: the word is not looked at.
_WELL_KNOWN = 20
# A candidate must have been seen this often with a neighbouring word or comma.
_LEAST_EVIDENCE = 8
# One of the three estimates can speak against a candidate by this much at most.
_LARGEST_LOSS = 3.0
# The counted texts hold the same slips: this share of the candidate's count is taken off the written word's.
_NOISE = 0.004
# A written word bound to a neighbour (this count, this share of its uses) is hardly a slip.
_BOUND_COUNT, _BOUND_SHARE, _BOUND_COST = 15, 0.05, 4.0
# Frequency alone is no evidence: a candidate hardly more tied to its neighbours than the written word pays this.
_CLOSER_TIE, _NO_CLOSER_COST = 1.0, 2.0
_PAIR_COUNT, _PAIR_COST = 60, 3.0
# A pair of words seen this often is never two slips at once.
_USUAL_PAIR = 2000
_NAME_COST = 5.0
# Any letter may be mistyped, but then what stands there makes no sense: such candidates are looked for where no pair
# with a neighbour is usual, and cost more than the known confusions.
_ANY_LETTER_COST, _UNUSUAL_COUNT, _UNUSUAL_TIE = 7.0, 4, 0.0
_RARE = 60
# The counts know unlisted words as one: each of them is this much less likely (log) than all together.
_UNLISTED_GAIN = 4.0
# Odds of the pairs alone below which no candidate ever won: half of the work is saved.
_HOPELESS = 0.02
# A number says something about a word that usually stands beside one.
_NUMBER_TIE = 2.0
# Beside a boundary there is one context less.
_EDGE_COST = 1.0
_MOST_SUGGESTIONS = 3


Ids = tuple[int, ...]


class Proposal(NamedTuple):
    """Other words (ids) for the words from ``at`` on; ``others`` are weaker ways to write the same place."""

    score: float
    at: int
    meant: Ids
    others: Ids = ()


class ContextModel:
    """Proposals by the counts. It remembers what it found for word sequences met lately, and nothing else."""

    def __init__(self, counts: Counts) -> None:
        self.counts = counts
        self._candidates = lru_cache(maxsize=4096)(counts.confusions)
        self._pairs = lru_cache(maxsize=16384)(self._likely_pairs)
        self._one_letter_off = lru_cache(maxsize=2048)(self._letter_options)
        self._ranked = lru_cache(maxsize=8192)(self._rank_anew)

    def propose(self, reading: Reading) -> tuple[list[Proposal], set[int]]:
        """Proposals before any discount, and the places that no well-known phrase covers."""
        words, ids = reading.words, reading.ids
        found, open_places = [], set()
        for k, word in enumerate(words):
            if not word.is_word or k in reading.quiet or is_acronym(words, k):
                continue
            if ids[k + 2] == UNKNOWN and not is_syllable(word.low):
                continue
            ranked = self._ranked(ids[k : k + 5], word.low, word.text.islower())
            if ranked is None:
                continue
            open_places.add(k)
            if ranked:
                score, best = ranked[0]
                others = tuple(candidate for _, candidate in ranked[1:_MOST_SUGGESTIONS])
                found.append(Proposal(score, k, (best,), others))
        for k in sorted(open_places | {k - 1 for k in open_places if k}):
            if k not in reading.quiet and k + 1 not in reading.quiet:
                found += self._best_pair(ids, k)
        return found, open_places

    def settle(self, reading: Reading, proposals: Sequence[Proposal], evidence: Evidence) -> list[Suspect]:
        """The proposals that stand, strongest first; a weaker one within two places of an accepted one is weighed again
        with the accepted spelling in its place."""
        words, ids = reading.words, list(reading.ids)
        flagged = sorted((self._discounted(reading, proposal, evidence) for proposal in proposals), reverse=True)
        done: set[int] = set()
        found = []
        for score, k, meant, others in flagged:
            places = range(k, k + len(meant))
            if score <= THRESHOLD or not done.isdisjoint(places):
                continue
            if not done.isdisjoint(range(k - 2, k + len(meant) + 2)):
                score = self._gain(ids, k, meant) - _NAME_COST * evidence.is_name(words, k)
                if score <= THRESHOLD:
                    continue
            done.update(places)
            ids[k + 2 : k + 2 + len(meant)] = meant
            spellings = (meant, *((other,) for other in others))
            offered = tuple(" ".join(self.counts.words[i] for i in spelling) for spelling in spellings)
            kind = REAL_WORD if reading.ids[k + 2] else NOT_A_SYLLABLE
            found.append(Suspect(words[k].start, words[places[-1]].end, kind, offered, score))
        return found

    def _discounted(self, reading: Reading, proposal: Proposal, evidence: Evidence) -> Proposal:
        score, k, meant, _ = proposal
        words, ids = reading.words, reading.ids
        places = range(k, k + len(meant))
        if any(evidence.is_name(words, j) for j in places):
            score -= _NAME_COST
        elif len(meant) == 1:
            score -= _EDGE_COST * ((ids[k + 1] == EDGE) + (ids[k + 3] == EDGE))
        score -= max(evidence.subject_discount(self.counts, ids[j + 2]) for j in places)
        score -= evidence.habit_discount(_written_and_meant(reading, proposal))
        return proposal._replace(score=score)

    def _rank_anew(self, around: Ids, low: str, is_lower: bool) -> list[tuple[float, int]] | None:
        """(score, id) of likelier words for the middle one of five, best first; None when a known phrase holds it."""
        left = self.counts.row(around[1], around[2])
        if self._is_well_known(around, left):
            return None
        ranked = self._rank(around, left, self._options(around[2], low))
        if not ranked and is_lower and self._makes_no_sense(around, left):
            return self._rank(around, left, self._one_letter_off(low), _UNLISTED_GAIN * (around[2] == UNKNOWN))
        return ranked

    def _rank(
        self, around: Ids, left: int, options: Iterable[tuple[int, float]], gain: float = 0.0
    ) -> list[tuple[float, int]]:
        """(score, id) of the options for the middle one of five words that beat the threshold, best first.
        ``left`` is the row of the written word with the one before it, ``gain`` is added to every score."""
        counts = self.counts
        previous, following = around[1], around[3]
        left_counts, right_counts = _is_context(previous), _is_context(following)
        beside_number = NUMBER in (previous, following)
        scale: _Written | None = None
        found = []
        row, at_row = counts.row, counts.at_row
        for candidate, cost in options:
            left_row, right_row = row(previous, candidate), row(candidate, following)
            if left_row < 0 and right_row < 0:
                continue
            left_n, right_n = at_row(left_row), at_row(right_row)
            evidence = max(left_n if left_counts else 0.0, right_n if right_counts else 0.0)
            if evidence < _LEAST_EVIDENCE and not (
                beside_number and self._counts_things(previous, candidate, following)
            ):
                continue
            scale = scale or _Written(counts, around, left)
            if scale.is_hopeless(candidate, left_n, right_n):
                continue
            score = scale.gain(candidate, left_row, right_row, left_n, right_n) - cost + gain
            if score > THRESHOLD:
                found.append((score, candidate))
        found.sort(reverse=True)
        return found

    def _is_well_known(self, around: Ids, left: int) -> bool:
        """Is the middle one of five words held by a triple that is seen often, or by one on either side?"""
        counts = self.counts
        before, previous, written, following, after = around
        if counts.triple(left, following) >= _WELL_KNOWN:
            return True
        if counts.triple(counts.row(before, previous), written) < _WELL_KNOWN:
            return False
        return counts.triple(counts.row(written, following), after) >= _WELL_KNOWN

    def _options(self, written: int, low: str) -> list[tuple[int, float]]:
        if written != UNKNOWN:
            return self._candidates(written)
        words = self.counts.words
        return [(i, change_cost(low, words[i])) for i, _ in self.counts.by_letters.get(bare(low), ())]

    def _counts_things(self, previous: int, candidate: int, following: int) -> bool:
        """Does the candidate go with a number beside it ("năm 2026", "10 tháng")?"""
        after = following == NUMBER and tie(self.counts, candidate, NUMBER) >= _NUMBER_TIE
        return after or (previous == NUMBER and tie(self.counts, NUMBER, candidate) >= _NUMBER_TIE)

    def _makes_no_sense(self, around: Ids, left: int) -> bool:
        """Is the middle one of five words unusual beside both neighbours?"""
        counts = self.counts
        _, previous, written, following, _ = around
        if written == UNKNOWN or counts.single[written] < _RARE:
            return True
        pairs = (counts.at_row(left), previous, written), (counts.pair(written, following), written, following)
        return all(n < _UNUSUAL_COUNT or tie(counts, one, two) < _UNUSUAL_TIE for n, one, two in pairs)

    def _letter_options(self, low: str) -> tuple[tuple[int, float], ...]:
        """What another letter makes of the word, the known confusions left out."""
        known = {i for i, _ in self._candidates(self.counts.ids.get(low, UNKNOWN))}
        return tuple((i, _ANY_LETTER_COST) for i in sorted(one_letter_off(self.counts, low) - known))

    def _best_pair(self, ids: Ids, k: int) -> list[Proposal]:
        """The likeliest other pair for two neighbours that differ from it by signs alone, if it beats the threshold."""
        first, second = ids[k + 2], ids[k + 3]
        if first <= HYPHEN or second <= HYPHEN or self._is_phrase(ids[k + 1 : k + 5]):
            return []
        pairs = self._pairs(first, second)
        if not pairs:
            return []
        counts = self.counts
        old = log_stretch(counts, ids, k + 2, k + 5)
        head, tail = ids[k : k + 2], ids[k + 4 : k + 6]
        likelihood, meant = max((log_stretch(counts, [*head, *pair, *tail], 2, 5), pair) for pair in pairs)
        score = likelihood - old - _PAIR_COST
        return [Proposal(score, k, meant)] if score > THRESHOLD else []

    def _is_phrase(self, around: Ids) -> bool:
        """Are the middle two of four words a usual pair, or in a known phrase with either neighbour?"""
        counts = self.counts
        before, first, second, after = around
        if counts.pair(first, second) >= _USUAL_PAIR:
            return True
        if counts.triple(counts.row(before, first), second) < _WELL_KNOWN:
            return False
        return counts.triple(counts.row(first, second), after) >= _WELL_KNOWN

    def _likely_pairs(self, first: int, second: int) -> tuple[tuple[int, int], ...]:
        counts = self.counts
        firsts, seconds = (
            [i for i, cost in self._candidates(word) if cost < LETTER_COST and counts.single[i] >= _PAIR_COUNT]
            for word in (first, second)
        )
        return tuple((one, two) for one in firsts for two in seconds if counts.pair(one, two) >= _PAIR_COUNT)

    def _gain(self, ids: Sequence[int], k: int, meant: Sequence[int]) -> float:
        """Score of ``meant`` at ``k`` by the plain estimate of the whole stretch."""
        old = list(ids[k : k + len(meant) + 4])
        new = [*old[:2], *meant, *old[2 + len(meant) :]]
        words = self.counts.words
        cost = sum(change_cost(words[a], words[b]) for a, b in zip(old[2:], meant, strict=False) if a != b)
        last = min(len(meant) + 3, len(new) - 1)
        return log_stretch(self.counts, new, 2, last) - log_stretch(self.counts, old, 2, last) - cost


def same_proposals(readings: Iterable[Reading], proposed: Iterable[Sequence[Proposal]]) -> Counter[Proposed]:
    """How often a document writes the same words where the same others are proposed."""
    pairs = zip(readings, proposed, strict=True)
    return Counter(_written_and_meant(reading, proposal) for reading, proposals in pairs for proposal in proposals)


def _written_and_meant(reading: Reading, proposal: Proposal) -> Proposed:
    at = proposal.at + 2
    return reading.ids[at : at + len(proposal.meant)], proposal.meant


def _is_context(word: int) -> bool:
    """Does this neighbour tell anything about a word? Words and commas do, other marks don't."""
    return word == COMMA or word > HYPHEN


class _Written:
    """The counts around the written word, fetched once and compared with those of every candidate."""

    __slots__ = ("around", "best_tie", "bound", "counts", "left_n", "outer_left", "outer_right", "right_n", "triples")

    def __init__(self, counts: Counts, around: Ids, left: int) -> None:
        before, previous, written, following, after = around
        self.counts, self.around = counts, around
        right = counts.row(written, following)
        far_left, far_right = counts.row(before, previous), counts.row(following, after)
        self.outer_left, self.outer_right = (far_left, counts.at_row(far_left)), counts.at_row(far_right)
        self.left_n, self.right_n = counts.at_row(left), counts.at_row(right)
        self.triples = counts.triple(far_left, written), counts.triple(left, following), counts.triple(right, after)
        self.bound = counts.single[written]
        self.best_tie = self._best_tie(written)

    def gain(self, candidate: int, left_row: int, right_row: int, left_n: float, right_n: float) -> float:
        """Log odds of ``candidate`` against the written word over the three triples that hold it."""
        counts = self.counts
        _, previous, written, following, after = self.around
        far_left, far_left_n = self.outer_left
        old_left = max(self.left_n - _NOISE * left_n, 0.0)
        old_right = max(self.right_n - _NOISE * right_n, 0.0)
        new = (counts.triple(far_left, candidate), counts.triple(left_row, following), counts.triple(right_row, after))
        old = [max(was - _NOISE * now, 0.0) for was, now in zip(self.triples, new, strict=True)]
        total = 0.0
        for better, worse in (
            (
                log_next(counts, new[0], far_left_n, left_n, previous, candidate),
                log_next(counts, old[0], far_left_n, old_left, previous, written),
            ),
            (
                log_next(counts, new[1], left_n, right_n, candidate, following),
                log_next(counts, old[1], old_left, old_right, written, following),
            ),
            (
                log_next(counts, new[2], right_n, self.outer_right, following, after),
                log_next(counts, old[2], old_right, self.outer_right, following, after),
            ),
        ):
            total += max(better - worse, -_LARGEST_LOSS)
        if self._is_bound(old_left, previous) or self._is_bound(old_right, following):
            total -= _BOUND_COST
        if self._best_tie(candidate) < self.best_tie + _CLOSER_TIE:
            total -= _NO_CLOSER_COST
        return total

    def _best_tie(self, word: int) -> float:
        _, previous, _, following, _ = self.around
        left = tie(self.counts, previous, word) if previous != EDGE else UNTIED
        return max(left, tie(self.counts, word, following) if following != EDGE else UNTIED)

    def is_hopeless(self, candidate: int, left_n: float, right_n: float) -> bool:
        """Do the pairs speak so clearly for the written word that no triple can turn it?"""
        new = (left_n + 0.5) * (right_n + 0.5) * self.bound
        old = (self.left_n + 0.5) * (self.right_n + 0.5) * self.counts.single[candidate]
        return bool(new < _HOPELESS * old)

    def _is_bound(self, together: float, neighbour: int) -> bool:
        return neighbour > HYPHEN and together >= _BOUND_COUNT and together >= _BOUND_SHARE * self.bound
