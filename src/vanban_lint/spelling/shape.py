"""Words that no Vietnamese syllable looks like: slips of the pen, two syllables stuck together, one broken in two.

Purpose: judge one word by its letters, and use its neighbours to say what was meant. Limits: foreign words, acronyms
and names are left alone unless the neighbours demand a Vietnamese word; what a dictionary accepts is never judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log
from typing import NamedTuple

from vanban_lint.spelling.confusion import one_letter_off
from vanban_lint.spelling.counts import EDGE, HYPHEN, UNKNOWN, Counts
from vanban_lint.spelling.dictionary import Dictionary
from vanban_lint.spelling.likelihood import log_stretch, tie
from vanban_lint.spelling.lists import WordLists
from vanban_lint.spelling.suspect import BROKEN, CERTAIN, NOT_A_SYLLABLE, STOP_INSIDE, STUCK, Suspect
from vanban_lint.spelling.words import Reading, Word
from vanban_lint.text.lazy import lazy
from vanban_lint.text.syllable import has_vietnamese_letter, is_syllable
from vanban_lint.text.tone import fold_tone

_CONSONANTS = frozenset("b c ch d đ g gh h k kh l m n ng ngh nh p ph r s t th tr v x".split())
# Longer than any two syllables stuck together ("nghiêngnghiêng"): not a slip but another kind of text.
_LONGEST = 16
# A foreign word seen this often in official prose is known.
_KNOWN_COUNT = 40
# Two stuck syllables: their pair was seen so often, or both outer pairs; in plain letters all three together.
_STUCK_PAIR, _STUCK_OUTER, _STUCK_PLAIN = 5, 50, 500
_SHORTEST_STUCK = 5
# A lone consonant is joined to a neighbour when that makes a word of this count; to the one before it, only when the
# word so made goes with what follows.
_JOINED_COUNT, _JOINED_PAIR = 200, 50
# What a repair must score: a word with a Vietnamese letter is a slip whatever its repair, a capital inside a sentence
# may be a name, and a word of plain letters is probably foreign.
_NEED_CAPITAL, _NEED_PLAIN, _SURE = 4.0, 9.0, 10.0
_RARE_WORD = log(1e-5)
_OTHER_SCRIPT = lazy("[^\u0000-\u024f\u0300-\u0323\u1e00-\u1eff]")
_MOST_SUGGESTIONS = 3
# The word that a stop cuts: seen so often, tied so strongly.
_STOPPED_COUNT, _STOPPED_TIE = 30, 2.0


class ShapeJudge(NamedTuple):
    """Judges words by their shape; ``dictionary`` decides what is a word, ``counts`` what was meant."""

    counts: Counts
    dictionary: Dictionary
    lists: WordLists

    def judge(self, reading: Reading) -> Iterator[Suspect]:
        for k, word in enumerate(reading.words):
            low, number = word.low, reading.ids[k + 2]
            if not word.is_word or k in reading.quiet:
                if low == ".":
                    yield from self._stop_inside(reading, k)
                continue
            if low in _CONSONANTS:
                suspect = self._broken(reading, k)
            elif self._is_usual(number) or self._is_word(word) or _beside_hyphen(reading, k):
                continue
            else:
                suspect = self._impossible(reading, k)
            if suspect:
                yield suspect

    def _is_usual(self, number: int) -> bool:
        """Seen often enough to be known, whatever it looks like."""
        return number != UNKNOWN and self.counts.single[number] >= _KNOWN_COUNT

    def _is_word(self, word: Word) -> bool:
        """A syllable, or a word that a list or a dictionary accepts."""
        if len(word.low) == 1 or is_syllable(word.low) or _is_foreign_to_us(word):
            return True
        return word.low in self.lists.vay_muon or self.dictionary.accepts(word.text)

    def _impossible(self, reading: Reading, k: int) -> Suspect | None:
        word = reading.words[k]
        if len(word.low) > _LONGEST:
            return None
        vietnamese = has_vietnamese_letter(word.low)
        stuck = self._unstick(reading, k)
        if stuck and (vietnamese or stuck[0] >= _STUCK_PLAIN):
            return Suspect(word.start, word.end, STUCK, (_cased(word.text, stuck[1]),), CERTAIN)
        repairs = self._repairs(reading, k)
        score = repairs[0][0] if repairs else 0.0
        if not vietnamese:
            rest = word.low[1:]
            if len(word.low) > 3 and word.low[0] == rest[0] and is_syllable(rest) and rest in self.counts.ids:
                return Suspect(word.start, word.end, NOT_A_SYLLABLE, (_cased(word.text, rest),), CERTAIN)
            if score < _NEED_PLAIN:
                return None
        elif word.text[0].isupper() and reading.ids[k + 1] != EDGE:
            if score < _NEED_CAPITAL:
                return None
        else:
            score = max(score, _SURE)
        offered = [_cased(word.text, spelling) for _, spelling in repairs[:_MOST_SUGGESTIONS]]
        offered = offered or list(self.dictionary.suggest(word.text))[:_MOST_SUGGESTIONS]
        return Suspect(word.start, word.end, NOT_A_SYLLABLE, tuple(offered), score)

    def _unstick(self, reading: Reading, k: int) -> tuple[float, str] | None:
        """(evidence, the two syllables) when the word is two that belong together, or to their neighbours."""
        counts, low = self.counts, reading.words[k].low
        before, after = reading.ids[k + 1], reading.ids[k + 3]
        best: tuple[float, str] | None = None
        for cut in range(2, len(low) - 1) if len(low) >= _SHORTEST_STUCK else ():
            left, right = fold_tone(low[:cut]), fold_tone(low[cut:])
            one, two = counts.ids.get(left, UNKNOWN), counts.ids.get(right, UNKNOWN)
            if not (one and two and is_syllable(left) and is_syllable(right)):
                continue
            pair, outer = counts.pair(one, two), (counts.pair(before, one), counts.pair(two, after))
            if pair >= _STUCK_PAIR or min(outer) >= _STUCK_OUTER:
                best = max(best or (0.0, ""), (pair + sum(outer), f"{left} {right}"))
        return best

    def _repairs(self, reading: Reading, k: int) -> list[tuple[float, str]]:
        """Syllables one letter away, likeliest first, with the log odds of each against a rare word."""
        counts = self.counts
        before, previous, _, following, after = reading.ids[k : k + 5]
        chance = log(counts.share[following]) + log(counts.share[after]) + _RARE_WORD
        stretches = ((before, previous, i, following, after) for i in one_letter_off(counts, reading.words[k].low))
        ranked = sorted(((log_stretch(counts, ids, 2, 4) - chance, ids[2]) for ids in stretches), reverse=True)
        return [(score, counts.words[i]) for score, i in ranked]

    def _broken(self, reading: Reading, k: int) -> Suspect | None:
        """A consonant between blanks: torn from the next word ("th ực hiện") or the one before ("thự c hiện"), or what
        is left of a word ("phát t lên")."""
        words, counts = reading.words, self.counts
        word = words[k]
        if not word.text.islower() or not 0 < k < len(words) - 1 or reading.gap(k - 1) != " " or reading.gap(k) != " ":
            return None
        previous, following = words[k - 1], words[k + 1]
        if previous.low in self.lists.liet_ke:
            return None
        head = fold_tone(word.low + following.low) if following.is_word else ""
        if self._is_whole(head, following.low):
            return Suspect(word.start, following.end, BROKEN, (head,), CERTAIN)
        tail = fold_tone(previous.low + word.low) if previous.is_word else ""
        if self._is_whole(tail, previous.low) and counts.pair(counts.ids[tail], reading.ids[k + 3]) >= _JOINED_PAIR:
            return Suspect(previous.start, word.end, BROKEN, (_cased(previous.text, tail),), CERTAIN)
        alone = len(word.low) == 1 and previous.is_word and following.is_word
        if alone and min(len(previous.low), len(following.low)) > 1 and following.low not in self.lists.liet_ke:
            return Suspect(word.start, word.end, BROKEN, (), CERTAIN)
        return None

    def _is_whole(self, joined: str, part: str) -> bool:
        """Is the joined word a usual syllable, and more usual than the part that stands alone?"""
        counts = self.counts
        seen = counts.single[counts.ids[joined]] if joined in counts.ids and is_syllable(joined) else 0.0
        return seen >= _JOINED_COUNT and seen > counts.single[counts.ids.get(part, UNKNOWN)] * (part in counts.ids)

    def _stop_inside(self, reading: Reading, k: int) -> Iterator[Suspect]:
        """A full stop between two syllables of one word, the second in small letters ("bổ. trợ")."""
        words, counts = reading.words, self.counts
        if not 0 < k < len(words) - 1 or {k - 1, k + 1} & reading.quiet:
            return
        left, right = words[k - 1], words[k + 1]
        if not (left.is_word and right.is_word and right.text.islower() and left.end == words[k].start):
            return
        if len(left.low) < 2 or not (is_syllable(left.low) and is_syllable(right.low)) or left.text.isupper():
            return
        one, two = reading.ids[k + 1], reading.ids[k + 3]
        if counts.pair(one, two) >= _STOPPED_COUNT and tie(counts, one, two) >= _STOPPED_TIE:
            yield Suspect(left.start, right.end, STOP_INSIDE, (f"{left.text} {right.text}",), CERTAIN)


def _is_foreign_to_us(word: Word) -> bool:
    """Acronyms, capitals inside a word ("TTg", "eOffice"), letters of another script."""
    text = word.text
    if text.isupper() or text[1:] != text[1:].lower():
        return True
    return _OTHER_SCRIPT.search(text) is not None


def _beside_hyphen(reading: Reading, k: int) -> bool:
    """Part of a foreign word written with hyphens ("Ê-đê", "ô-xy")."""
    words, ids = reading.words, reading.ids
    left = ids[k + 1] == HYPHEN and words[k - 1].end == words[k].start
    return left or (ids[k + 3] == HYPHEN and words[k].end == words[k + 1].start)


def _cased(written: str, meant: str) -> str:
    return meant[:1].upper() + meant[1:] if written[:1].isupper() else meant
