"""The words of a text as the counts know them, and which of them are nobody's spelling.

Purpose: cut a text into words and the marks between them, with offsets; mark what must never be judged (codes, web
addresses, words with digits, legacy fonts, stretches that the caller excludes). Limits: NFC text; no dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vanban_lint.spelling.counts import COMMA, EDGE, HYPHEN, NUMBER, UNKNOWN, Counts
from vanban_lint.text.legacy import is_legacy
from vanban_lint.text.syllable import is_syllable, tone_moved, tone_on_right_vowel
from vanban_lint.text.tone import fold_tone

_PIECE = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*|\d+(?:[.,/]\d+)*|[^\s\w]|_|\n")
_SKIPPED = frozenset("\"“”‘’'`*\u00ad\u200b\u200c\u200d\ufeff")
_DASHES = "-–—"

# Every repetition is bounded or starts at a fixed place: hostile text must not make these slow.
_QUIET = re.compile(
    r"""
      (?:https?://|www\.)\S+                                    # web addresses
    | (?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}    # e-mail addresses
    | (?<![\w.-])(?:[A-Za-z0-9-]{1,63}\.){1,8}(?:vn|com|net|org|gov|edu|info|docx?|pdf|xlsx?)\b
    | \b(?=[^\W\d]{0,20}\d)(?=\d{0,20}[^\W\d])\w+(?:[-/&.]\w+)*   # "5G", "C04-P6", "H01b"
    | (?<!\d)\d{1,9}[ ]?[-/][ ]?[^\W\d_]{0,9}[A-ZĐ]{2}\S*         # "27-NQ/TW", "35 -CT/TU", "15/2020/NĐ-CP"
    | \{[{%].{0,200}?[}%]\}                                     # fields of a template
    """,
    re.VERBOSE,
)
#: Eth and its African twin, typed for Đ: another rule names them, here they are read as what they stand for.
_READ_AS = str.maketrans("ÐðƉ", "ĐđĐ")


class Word(NamedTuple):
    """A word or a mark. Offsets in the text; ``low``: lower case in one tone placement, the sign itself for a mark."""

    start: int
    end: int
    text: str
    low: str
    is_word: bool


class Reading(NamedTuple):
    """A text cut into words. ``ids[k + 2]`` is the id of ``words[k]``: two boundaries stand at either end.

    ``quiet`` holds the indices of words that nothing may be said about.
    """

    text: str
    words: tuple[Word, ...]
    ids: tuple[int, ...]
    quiet: frozenset[int]

    def gap(self, k: int) -> str:
        """What stands between word ``k`` and the one after it, quotes and blanks included."""
        return self.text[self.words[k].end : self.words[k + 1].start]


def read(text: str, counts: Counts, excluded: Iterable[tuple[int, int]] = ()) -> Reading:
    """Cut ``text``; ``excluded`` are stretches (start, end) that hold no prose, such as a document number."""
    words, ids = [], [EDGE, EDGE]
    for match in _PIECE.finditer(fold_tone(text.translate(_READ_AS))):
        piece = match.group()
        start, end = match.span()
        if piece[0].isalpha():
            low = piece.lower()
            number = counts.ids.get(low, UNKNOWN)
            if number == UNKNOWN and is_syllable(low) and not tone_on_right_vowel(low):
                low = fold_tone(tone_moved(low))  # named by another rule, read as what it stands for
                number = counts.ids.get(low, UNKNOWN)
            words.append(Word(start, end, piece, low, True))
            ids.append(number)
        elif piece not in _SKIPPED:
            words.append(Word(start, end, piece, piece, False))
            ids.append(_mark(piece))
    ids += (EDGE, EDGE)
    spans = [*excluded, *(match.span() for match in _QUIET.finditer(text))]
    return Reading(text, tuple(words), tuple(ids), _quiet(text, words, spans))


def _mark(piece: str) -> int:
    if piece[0].isdigit():
        return NUMBER
    return COMMA if piece == "," else HYPHEN if piece in _DASHES else EDGE


def _quiet(text: str, words: Sequence[Word], spans: list[tuple[int, int]]) -> frozenset[int]:
    if is_legacy(text):
        return frozenset(range(len(words)))
    spans.sort()
    found, at, reach = set(), 0, -1
    for k, word in enumerate(words):
        while at < len(spans) and spans[at][0] < word.end:
            reach = max(reach, spans[at][1])
            at += 1
        if word.start < reach:
            found.add(k)
    return frozenset(found)


def in_capitals(words: Sequence[Word], k: int) -> bool:
    """Do all words within two places stand in capitals (a heading), so that capitals do not make an acronym?"""
    near = [words[j].text for j in range(max(0, k - 2), min(len(words), k + 3)) if j != k and words[j].is_word]
    return bool(near) and all(text.isupper() for text in near)


def is_acronym(words: Sequence[Word], k: int) -> bool:
    text = words[k].text
    return len(text) > 1 and text.isupper() and not in_capitals(words, k)
