"""Which spellings are taken for one another, and at what cost.

Purpose: the cost of changing a word into another at run time, and the confusion sets at build time (they are stored in
the model file, so that a start computes nothing). Limits: single syllables; pairs are ``context``'s.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from vanban_lint.spelling.counts import LEAST_OFFERED, Counts
from vanban_lint.text.syllable import ONSETS, VOWELS, bare, is_syllable, split_tone, with_tone
from vanban_lint.text.tone import fold_tone

#: Cost of a changed letter; a changed tone, vowel sign or đ/d costs 1 each.
LETTER_COST = 3.0
TWO_SIGNS_COST = 1.5

# Letters, signs aside, that a mistyped one may have been.
_ALPHABET = "abcdeghiklmnopqrstuvxy"

# One-letter confusions of hand and ear: pattern on the toneless syllable > what stands for it.
_LETTERS = """
    n$>m m$>n n$>ng ng$>n c$>t t$>c ch$>t nh$>n i$>y y$>i ^s>x ^x>s ^ch>tr ^tr>ch ^d>gi ^gi>d ^r>d
    ^l>n ^n(?!g|h)>l ^t(?!r|h)>th ^th>t ^t(?!r|h)>tr ^tr>t ^c(?!h)>ch ^ch>c ^n(?!g|h)>nh ^nh>n
    ^h>kh ^p>ph ^g(?!i|h)>ng ^c(?!h)>o ^b>h ^h>b
"""
# A word this short and this rare may have lost its first letter ("ố trí").
_LOST_ONSET_LENGTH, _LOST_ONSET_COUNT = 3, 3000


def change_cost(written: str, meant: str) -> float:
    """Cost of the signs that differ between two syllables of the same letters."""
    (base, tone), (other, other_tone) = split_tone(written), split_tone(meant)
    cost = float(tone != other_tone) + float(("đ" in base) != ("đ" in other))
    differ = sum(a != b for a, b in zip(base.replace("đ", "d"), other.replace("đ", "d"), strict=False))
    if differ:
        cost += 1.0 if differ == 1 or "uo" in bare(base) else TWO_SIGNS_COST
    return cost


def confusion_sets(
    words: Sequence[str], counts: Sequence[float], variants: Collection[frozenset[str]]
) -> Mapping[int, list[tuple[int, float]]]:
    """Word id -> [(id of what it may stand for, cost)], ids ascending: other signs on the same letters, a confused
    letter, a lost first letter. ``variants`` are pairs of spellings that are both right."""
    ids = {word: i for i, word in enumerate(words)}
    syllables = [i for i, word in enumerate(words) if word.isalpha() and is_syllable(word)]
    alike = defaultdict(list)
    for i in syllables:
        if counts[i] >= LEAST_OFFERED:
            alike[bare(words[i])].append(i)
    sets = {}
    for i in syllables:
        word = words[i]
        found = {j: change_cost(word, words[j]) for j in alike.get(bare(word), ()) if j != i}
        for other in _letter_confusions(word, counts[i]):
            j = ids.get(other, i)
            if j != i and counts[j] >= LEAST_OFFERED:
                found.setdefault(j, LETTER_COST)
        kept = sorted((j, cost) for j, cost in found.items() if not _both_right(word, words[j], variants))
        if kept:
            sets[i] = kept
    return sets


def _letter_confusions(word: str, count: float) -> list[str]:
    base, tone = split_tone(word)
    changed = (re.sub(pattern, other, base) for pattern, other in _letters() if re.search(pattern, base))
    found = [fold_tone(spelling) for syllable in changed for spelling in with_tone(syllable, tone)]
    if count < _LOST_ONSET_COUNT and len(word) <= _LOST_ONSET_LENGTH and base[0] in VOWELS:
        found += [fold_tone(onset + word) for onset in ONSETS if onset]
    return found


@cache
def _letters() -> list[list[str]]:
    return [entry.split(">") for entry in _LETTERS.split()]


def _both_right(word: str, other: str, variants: Collection[frozenset[str]]) -> bool:
    if frozenset((word, other)) in variants:
        return True
    (base, tone), (other_base, other_tone) = split_tone(word), split_tone(other)
    return tone == other_tone and base != other_base and base.replace("y", "i") == other_base.replace("y", "i")


def one_letter_off(counts: Counts, low: str) -> set[int]:
    """Ids of the usual syllables that another letter, one more or one less makes of the word.

    They keep its tone; a word without a tone may have lost it with a vowel ("ngy"), one with two has none to keep.
    """
    tone = split_tone(low)[1]
    alike = (counts.by_letters.get(letters, ()) for letters in _near(bare(low)))
    return {i for found in alike for i, other in found if tone <= 0 or tone == other}


def _near(letters: str) -> set[str]:
    """The letters, and what one added, dropped, changed or swapped letter makes of them."""
    found = {letters}
    for i in range(len(letters) + 1):
        head, tail = letters[:i], letters[i:]
        found.update(head + letter + tail for letter in _ALPHABET)
        if tail:
            found.add(head + tail[1:])
            found.update(head + letter + tail[1:] for letter in _ALPHABET)
        if len(tail) > 1:
            found.add(head + tail[1] + tail[0] + tail[2:])
    return found
