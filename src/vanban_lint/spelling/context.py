"""Real-word errors: a syllable that could exist, where another of its look is far likelier between its neighbours.

Purpose: propose, for each place of a text, likelier spellings of one word or of two neighbours, then settle which of
the proposals stand, with what the document says elsewhere. Limits: two words of context on either side. Scores are
natural logs; every constant was measured on held-out prose and moves only with benchmarks/spelling.py. Neighbours:
``rivals`` weighs one place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from vanban_lint.spelling.confusion import LETTER_COST, change_cost, one_letter_off
from vanban_lint.spelling.counts import EDGE, HYPHEN, UNKNOWN, Counts
from vanban_lint.spelling.evidence import Evidence, Proposed
from vanban_lint.spelling.likelihood import log_stretch, tie_of
from vanban_lint.spelling.rivals import Place
from vanban_lint.spelling.suspect import NOT_A_SYLLABLE, REAL_WORD, Suspect
from vanban_lint.spelling.words import Reading, is_acronym
from vanban_lint.text.syllable import bare, is_syllable

#: A suspect needs this score at the least; rules ask for more.
THRESHOLD = 4.0

# A triple seen this often around a word is right: the word is not looked at.
_WELL_KNOWN = 20
_PAIR_COUNT, _PAIR_COST = 60, 3.0
# A pair of words seen this often is never two slips at once.
_USUAL_PAIR = 1000
_NAME_COST = 5.0
# Any letter may be mistyped, but then what stands there makes no sense: such candidates are looked for where no pair
# with a neighbour is usual, and cost more than the known confusions.
_ANY_LETTER_COST, _UNUSUAL_COUNT, _UNUSUAL_TIE = 7.0, 4, 0.0
_RARE = 60
# The counts know unlisted words as one: each of them is this much less likely (log) than all together.
_UNLISTED_GAIN = 4.0
# Beside a boundary there is one context less.
_EDGE_COST = 1.0
_MOST_SUGGESTIONS = 3


Ids = tuple[int, ...]
#: Ids of words that may have been meant, ascending, and what each change costs.
Options = tuple[Sequence[int], Sequence[float]]


class Proposal(NamedTuple):
    """Other words (ids) for the words from ``at`` on; ``others`` are weaker ways to write the same place."""

    score: float
    at: int
    meant: Ids
    others: Ids = ()


class ContextModel:
    """Proposals by the counts. It remembers which words are taken for which, and nothing of a text."""

    def __init__(self, counts: Counts) -> None:
        self.counts = counts
        self._candidates = lru_cache(maxsize=4096)(counts.confusions)
        self._pairs = lru_cache(maxsize=16384)(self._likely_pairs)
        self._signs_alone = lru_cache(maxsize=4096)(self._usual_by_signs)
        self._one_letter_off = lru_cache(maxsize=2048)(self._letter_options)

    def propose(self, reading: Reading) -> tuple[list[Proposal], set[int]]:
        """Proposals before any discount, and the places that no well-known phrase covers."""
        words, ids, quiet = reading.words, reading.ids, reading.quiet
        counts = self.counts
        rows = counts.rows(ids)
        triples = counts.triples(rows, ids)
        known = [count >= _WELL_KNOWN for count in triples]
        found, open_places = [], set()
        for k, word in enumerate(words):
            # Held by a triple that is seen often, or by one on either side: cheapest question first.
            if known[k + 1] or (known[k] and known[k + 2]) or not word.is_word or k in quiet:
                continue
            if (word.text.isupper() and is_acronym(words, k)) or (ids[k + 2] == UNKNOWN and not is_syllable(word.low)):
                continue
            open_places.add(k)
            place = Place(counts, ids[k : k + 5], rows[k : k + 4], triples[k : k + 3])
            ranked = self._rank(place, word.low, word.text.islower())
            if ranked:
                score, best = ranked[0]
                others = tuple(candidate for _, candidate in ranked[1:_MOST_SUGGESTIONS])
                found.append(Proposal(score, k, (best,), others))
        for k in sorted(open_places | {k - 1 for k in open_places if k}):
            phrase = known[k + 1] and known[k + 2]
            if not phrase and counts.at_row(rows[k + 2]) < _USUAL_PAIR and quiet.isdisjoint((k, k + 1)):
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

    def _rank(self, place: Place, low: str, is_lower: bool) -> list[tuple[float, int]]:
        """(score, id) of likelier words at a place, best first; ``low`` is what stands there."""
        written = place.around[2]
        ranked = place.rank(*self._options(written, low), THRESHOLD)
        if not ranked and is_lower and self._makes_no_sense(place):
            return place.rank(*self._one_letter_off(low), THRESHOLD, _UNLISTED_GAIN * (written == UNKNOWN))
        return ranked

    def _options(self, written: int, low: str) -> Options:
        if written != UNKNOWN:
            return self._candidates(written)
        ids = [i for i, _ in self.counts.by_letters.get(bare(low), ())]
        return ids, [change_cost(low, self.counts.words[i]) for i in ids]

    def _makes_no_sense(self, place: Place) -> bool:
        """Is the word unusual beside both neighbours?"""
        counts, (_, previous, written, following, _) = self.counts, place.around
        if written == UNKNOWN or counts.single[written] < _RARE:
            return True
        if place.left_n >= _UNUSUAL_COUNT and tie_of(counts, place.left_n, previous, written) >= _UNUSUAL_TIE:
            return False
        return place.right_n < _UNUSUAL_COUNT or tie_of(counts, place.right_n, written, following) < _UNUSUAL_TIE

    def _letter_options(self, low: str) -> Options:
        """What another letter makes of the word, the known confusions left out."""
        ids, _ = self._candidates(self.counts.ids.get(low, UNKNOWN))
        others = sorted(one_letter_off(self.counts, low).difference(ids))
        return others, [_ANY_LETTER_COST] * len(others)

    def _best_pair(self, ids: Ids, k: int) -> list[Proposal]:
        """The likeliest other pair for two neighbours that differ from it by signs alone, if it beats the threshold."""
        first, second = ids[k + 2], ids[k + 3]
        pairs = self._pairs(first, second) if first > HYPHEN and second > HYPHEN else ()
        if not pairs:
            return []
        counts = self.counts
        old = log_stretch(counts, ids, k + 2, k + 5)
        head, tail = ids[k : k + 2], ids[k + 4 : k + 6]
        likelihood, meant = max((log_stretch(counts, [*head, *pair, *tail], 2, 5), pair) for pair in pairs)
        score = likelihood - old - _PAIR_COST
        return [Proposal(score, k, meant)] if score > THRESHOLD else []

    def _likely_pairs(self, first: int, second: int) -> tuple[tuple[int, int], ...]:
        counts, seconds = self.counts, self._signs_alone(second)
        return tuple(
            (one, two)
            for one in self._signs_alone(first)
            for two, row in zip(seconds, counts.rows_after(one, seconds), strict=True)
            if counts.at_row(row) >= _PAIR_COUNT
        )

    def _usual_by_signs(self, word: int) -> list[int]:
        """Usual words that differ from this one by signs alone."""
        options, single = zip(*self._candidates(word), strict=True), self.counts.single
        return [i for i, cost in options if cost < LETTER_COST and single[i] >= _PAIR_COUNT]

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
