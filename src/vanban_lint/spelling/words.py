"""The words of a text as the counts know them, and which of them are nobody's spelling.

Purpose: cut a text into words and the marks between them, with offsets; mark what must never be judged (codes, web
addresses, words with digits, legacy fonts, stretches that the caller excludes). Limits: NFC text; no dictionary.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from vanban_lint.spelling.counts import COMMA, EDGE, HYPHEN, NUMBER, UNKNOWN, Counts
from vanban_lint.text.lazy import lazy
from vanban_lint.text.legacy import is_legacy
from vanban_lint.text.syllable import is_syllable, tone_moved, tone_on_right_vowel
from vanban_lint.text.tone import fold_tone

_PIECE = lazy(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*|\d+(?:[.,/]\d+)*|[^\s\w]|_|\n")
_SKIPPED = frozenset("\"“”‘’'`*\u00ad\u200b\u200c\u200d\ufeff")
_DASHES = "-–—"

# Every repetition is bounded or starts at a fixed place: hostile text must not make these slow. A pattern is asked only
# where its sign occurs, which is four times as fast as one pattern for all.
_ENDING = r"\.(?:vn|com|net|org|gov|edu|info|docx?|pdf|xlsx?)\b"
_DOMAIN_END = lazy(_ENDING)
_ADDRESSES = (
    ("://", lazy(r"https?://\S+")),
    ("www.", lazy(r"www\.\S+")),
    ("@", lazy(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")),
    ("{", lazy(r"\{[{%].{0,200}?[}%]\}")),  # fields of a template
)
_DOMAIN = lazy(rf"(?<![\w.-])[A-Za-z0-9-]{{1,63}}(?:\.[A-Za-z0-9-]{{1,63}}){{0,7}}?{_ENDING}")
_MIXED_TAIL = lazy(r"\w*(?:[-/&.]\w+)*")  # "5G", "C04-P6", "H01b"
_SYMBOL_TAIL = lazy(r" ?[-/] ?[^\W\d_]{0,9}[A-ZĐ]{2}\S*")  # "27-NQ/TW", "35 -CT/TU", "15/2020/NĐ-CP"
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


class Spelled(dict[str, tuple[str, int, bool] | None]):
    """Piece of a text -> (lower case, id, whether it is a word), ``None`` for what stands between words without saying
    anything. It fills itself; a document needs one."""

    def __init__(self, counts: Counts) -> None:
        super().__init__(dict.fromkeys(_SKIPPED))
        self._ids = counts.ids

    def __missing__(self, piece: str) -> tuple[str, int, bool]:
        self[piece] = found = self._word(piece) if piece[0].isalpha() else (piece, _mark(piece), False)
        return found

    def _word(self, piece: str) -> tuple[str, int, bool]:
        low = piece.lower()
        number = self._ids.get(low, UNKNOWN)
        if number == UNKNOWN and is_syllable(low) and not tone_on_right_vowel(low):
            low = fold_tone(tone_moved(low))  # named by another rule, read as what it stands for
            number = self._ids.get(low, UNKNOWN)
        return low, number, True


def read(text: str, spelled: Spelled, excluded: Iterable[tuple[int, int]] = ()) -> Reading:
    """Cut ``text``; ``excluded`` are stretches (start, end) that hold no prose, such as a document number."""
    words, ids, numbers = [], [EDGE, EDGE], []
    new = tuple.__new__  # a third of the time that the constructor of a named tuple takes
    for match in _PIECE.finditer(fold_tone(_as_meant(text))):
        piece = match.group()
        known = spelled[piece]
        if known is None:
            continue
        start, end = match.span()
        low, number, is_word = known
        words.append(new(Word, (start, end, piece, low, is_word)))
        ids.append(number)
        if number == NUMBER:
            numbers.append((start, end))
    ids += (EDGE, EDGE)
    spans = [*excluded, *_addresses(text), *_codes(text, numbers)]
    return Reading(text, tuple(words), tuple(ids), _quiet(text, words, spans))


def _as_meant(text: str) -> str:
    """With Đ for what only looks like it; translating costs as much as all the rest, so it is asked for first."""
    return text.translate(_READ_AS) if "Ð" in text or "ð" in text or "Ɖ" in text else text


def _mark(piece: str) -> int:
    if piece[0].isdigit():
        return NUMBER
    return COMMA if piece == "," else HYPHEN if piece in _DASHES else EDGE


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Web and e-mail addresses, names of files, fields of templates."""
    for sign, pattern in _ADDRESSES:
        if sign in text:
            yield from (match.span() for match in pattern.finditer(text))
    if _DOMAIN_END.search(text):
        yield from (match.span() for match in _DOMAIN.finditer(text))


def _codes(text: str, numbers: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Words with figures in them and symbols of documents, found from the ``numbers`` of the text."""
    reach = 0
    for start, end in numbers:
        if start < reach:
            continue
        symbol = _SYMBOL_TAIL.match(text, end)
        if symbol:
            reach = symbol.end()
        elif _goes_on(text, start - 1) or _goes_on(text, end):
            while start > reach and _goes_on(text, start - 1):
                start -= 1
            reach = _MIXED_TAIL.match(text, end).end()  # type: ignore[union-attr]  # it matches the empty text
        else:
            continue
        yield start, reach


def _goes_on(text: str, at: int) -> bool:
    return 0 <= at < len(text) and (text[at].isalnum() or text[at] == "_")


def _quiet(text: str, words: Sequence[Word], spans: list[tuple[int, int]]) -> frozenset[int]:
    if is_legacy(text):
        return frozenset(range(len(words)))
    if not spans:
        return frozenset()
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
