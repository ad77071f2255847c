"""A syllable left out: two neighbours that never meet, where a third word between them makes a phrase met everywhere.

Purpose: the hint that a reader asks for ("trật an toàn" for "trật tự an toàn"). Limits: opt-in, because a text
may drop a word by right (of 128 words dropped at random it names 11, beside 5 false hints in 87,000 syllables); words
between blanks only; one syllable. It walks the followers of a word, so it is asked only where the pair is rare.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log

from vanban_lint.spelling.counts import HYPHEN, Counts
from vanban_lint.spelling.suspect import MISSING, Suspect
from vanban_lint.spelling.words import Reading

# The phrase with the word put in must stand so often, and make up so much of the uses of its first or its last word.
_PHRASE_COUNT, _PHRASE_SHARE = 60, 0.01
# The pair as it stands was met less often than this, and no longer phrase holds it.
_MET, _HELD = 12, 2
# Words with more followers than this go with anything.
_MOST_FOLLOWERS = 4000


def missing(reading: Reading, counts: Counts) -> Iterator[Suspect]:
    """Places of ``reading`` where a syllable seems to be left out; the suggestion is the pair with the word in it."""
    words, ids = reading.words, reading.ids
    rows = counts.rows(ids)
    triples = counts.triples(rows, ids)
    for k in range(len(words) - 1):
        first, second = words[k], words[k + 1]
        if counts.at_row(rows[k + 2]) >= _MET or {k, k + 1} & reading.quiet or reading.gap(k) != " ":
            continue
        if not (first.is_word and second.is_word and second.text.islower() and min(ids[k + 2], ids[k + 3]) > HYPHEN):
            continue
        between, seen = _between(counts, ids[k + 2], ids[k + 3])
        share = seen / min(counts.single[ids[k + 2]], counts.single[ids[k + 3]])
        held = max(triples[k + 1], triples[k + 2])
        if seen >= _PHRASE_COUNT and share >= _PHRASE_SHARE and held < _HELD:
            meant = f"{first.text} {counts.words[between]} {second.text}"
            yield Suspect(first.start, second.end, MISSING, (meant,), log(seen) + log(share) + 5)


def _between(counts: Counts, first: int, second: int) -> tuple[int, float]:
    """The word most often met between the two, and how often."""
    best = (0, 0.0)
    followers = counts.followers(first)
    if len(followers) > _MOST_FOLLOWERS:
        return best
    for row, word in followers:
        if word > HYPHEN and counts.at_row(row) >= _PHRASE_COUNT:
            seen = counts.triple(row, second)
            if seen > best[1]:
                best = word, seen
    return best
