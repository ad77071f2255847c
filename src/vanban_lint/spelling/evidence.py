"""What the rest of the document says about a word: it is somebody's name, or the subject of the text.

Purpose: discounts that keep rare but deliberate words from being taken for slips. Limits: counts only, no spelling.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log
from typing import NamedTuple

from vanban_lint.spelling.counts import Counts
from vanban_lint.spelling.lists import WordLists
from vanban_lint.spelling.words import Reading, Word

#: A word is the subject of a document from this many uses outside well-known phrases (a slip is often made twice).
LEAST_USES = 4
LARGEST_DISCOUNT = 2.5
#: What is written three times the same way is lowered by this.
SAME_TIMES, SAME_DISCOUNT = 3, 1.5

#: Words (ids) as written, and as proposed.
Proposed = tuple[tuple[int, ...], tuple[int, ...]]


class Evidence(NamedTuple):
    """``given_names``: lower-case words met inside names of persons; ``uses``: word id -> uses outside known phrases;
    ``same``: (word written, words meant) -> how often the document makes one propose that."""

    given_names: frozenset[str]
    titles: frozenset[str]
    uses: Counter[int]
    same: Counter[Proposed]
    n_words: int

    def is_name(self, words: Sequence[Word], k: int) -> bool:
        """Is it written like a name: a capital beside another, after "ông" or "đồng chí", or met in a full name?"""
        text = words[k].text
        if not text[0].isupper() or (len(text) > 1 and text.isupper()):
            return False
        near = (words[j] for j in (k - 1, k + 1) if 0 <= j < len(words) and words[j].is_word)
        if words[k].low in self.given_names or any(word.text[0].isupper() for word in near):
            return True
        before = words[k - 1].low if k else ""
        return before in self.titles or (before == "chí" and k > 1 and words[k - 2].low == "đồng")

    def subject_discount(self, counts: Counts, word: int) -> float:
        """What a word that the document uses far above its usual rate is spared."""
        uses = self.uses[word]
        if uses < LEAST_USES:
            return 0.0
        return min(LARGEST_DISCOUNT, max(0.0, log(uses / (1 + self.n_words * counts.share[word]))))

    def habit_discount(self, proposed: Proposed) -> float:
        """What a spelling is spared that the author uses again and again."""
        return SAME_DISCOUNT if self.same[proposed] >= SAME_TIMES else 0.0


def gather(readings: Iterable[Reading], uses: Counter[int], same: Counter[Proposed], lists: WordLists) -> Evidence:
    """Evidence from a whole document; ``uses`` and ``same`` as in ``Evidence``."""
    names: set[str] = set()
    n_words = 0
    for reading in readings:
        run: list[str] = []
        for _, _, text, low, is_word in (*reading.words, Word(0, 0, "", "", False)):
            n_words += is_word
            if is_word and text[0].isupper() and not (len(text) > 1 and text.isupper()):
                run.append(low)
            elif run:
                if 2 <= len(run) <= 5 and run[0] in lists.ho:
                    names.update(run[1:])
                run = []
    return Evidence(frozenset(names), lists.xung_ho, uses, same, n_words)
