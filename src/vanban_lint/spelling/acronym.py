"""An acronym used once that is one letter off an acronym that the document uses ("VBQPPIL" among "VBQPPL").

Purpose and limit: the document is the only authority; an acronym that stands alone is never judged. Document symbols
("KH-SGDĐT") are left alone, and so is a difference in the letter that names the level (B, S, U, H, T in front) or in
the last letter: those are other bodies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from vanban_lint.spelling.suspect import ACRONYM, Suspect
from vanban_lint.spelling.words import Reading, in_capitals
from vanban_lint.text.syllable import is_syllable

_LEAST_LENGTH = 5  # of the one judged; the model may be one letter shorter
_LEVELS = "BSUHT"
_JOINTS = frozenset("-/&–")
_SCORE = 10.0


def count_acronyms(readings: Iterable[Reading]) -> Counter[str]:
    """How often each word of four capitals or more stands in the document."""
    return Counter(
        word.text
        for reading in readings
        for word in reading.words
        if word.is_word and len(word.text) >= _LEAST_LENGTH - 1 and word.text.isupper()
    )


def mistyped(reading: Reading, known: Counter[str]) -> Iterator[Suspect]:
    usual = [text for text, times in known.items() if times >= 2]
    for k, word in enumerate(reading.words):
        if known.get(word.text) != 1 or len(word.text) < _LEAST_LENGTH or k in reading.quiet:
            continue
        if is_syllable(word.low) or in_capitals(reading.words, k) or _in_symbol(reading, word.start, word.end):
            continue
        meant = tuple(text for text in usual if _one_slip(word.text, text))
        if meant:
            yield Suspect(word.start, word.end, ACRONYM, meant[:1], _SCORE)


def _in_symbol(reading: Reading, start: int, end: int) -> bool:
    before = start > 0 and reading.text[start - 1] in _JOINTS
    return before or reading.text[end : end + 1] in _JOINTS


def _one_slip(written: str, meant: str) -> bool:
    """One letter added, dropped or changed, where the change doesn't name another body."""
    if len(written) == len(meant):
        differ = [i for i, pair in enumerate(zip(written, meant, strict=True)) if pair[0] != pair[1]]
        return len(differ) == 1 and 0 < differ[0] < len(written) - 1
    long, short = sorted((written, meant), key=len, reverse=True)
    if len(long) != len(short) + 1:
        return False
    if long[1:] == short:
        return long[0] not in _LEVELS
    return any(long[:i] + long[i + 1 :] == short for i in range(1, len(long) - 1))
