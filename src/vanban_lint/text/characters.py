"""Characters that look right and are not: look-alikes of other scripts, invisible ones, signs on the wrong letter.

Purpose: find them, with what should stand there. Limits: NFC text, one text at a time; a word wholly of another script
is foreign, not wrong. Neighbours: ``text.legacy`` for whole texts in old fonts, ``text.tone`` for the two placements.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vanban_lint.text.lazy import lazy
from vanban_lint.text.syllable import is_syllable, tone_moved, tone_on_right_vowel


class Slip(NamedTuple):
    """``text[start:end]`` should read ``right``."""

    start: int
    end: int
    right: str


# Eth and its African twin, typed for Đ (L-ENC-04); they make a word wrong wherever they stand.
_ETH = str.maketrans("ÐðƉ", "ĐđĐ")
_OTHER_SCRIPTS = str.maketrans(
    dict(zip("АВЕКМНОРСТХаеорсх", "ABEKMHOPCTXaeopcx", strict=True))
    | dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True))
)
_WORD = lazy(r"[^\W\d_]+")
_SUSPICIOUS = lazy("[ÐðƉ\u0370-\u04ff]")
_LATIN = lazy("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_INVISIBLE = lazy("[\u00ad\u200b\u2060\ufeff]+")
_SPLIT_CODE = lazy(r"(?<=[\w/-])\u00a0+(?=[-/])|(?<=\d[-/])\u00a0+(?=\w)")


_COPIED = lazy(r"(?:(?<=[^\W\d_A-ZĐ][^\W\d_A-ZĐ])|(?<=[^\W_][,;:]))\u00a0(?=[^\W\d_]{2})")


def lookalikes(text: str) -> Iterator[Slip]:
    """Words with a letter of another alphabet among Latin ones, or with eth for đ."""
    if not _SUSPICIOUS.search(text):
        return
    for match in _WORD.finditer(text):
        word = match.group()
        right = word.translate(_ETH)
        if _LATIN.search(right):
            right = right.translate(_OTHER_SCRIPTS)
        if right != word:
            yield Slip(*match.span(), right)


def invisible(text: str) -> Iterator[Slip]:
    """Soft hyphens and characters of no width: they break searching and copying."""
    return (Slip(*match.span(), "") for match in _INVISIBLE.finditer(text))


def split_codes(text: str) -> Iterator[Slip]:
    """No-break spaces inside a document number ("35\u00a0-CT/TU")."""
    return (Slip(*match.span(), "") for match in _SPLIT_CODE.finditer(text))


def copied_blanks(text: str) -> Iterator[Slip]:
    """No-break spaces between two words in small letters, or after a mark: nobody types them there. Those that keep a
    figure with its word ("số\u00a027", "15\u00a0km", "khoản\u00a0a") are typed on purpose."""
    if "\u00a0" in text:
        yield from (Slip(*match.span(), " ") for match in _COPIED.finditer(text))


def misplaced_tones(text: str) -> Iterator[Slip]:
    """Syllables whose tone mark stands on a vowel that can't carry it ("giaó", "qúy")."""
    for match in _WORD.finditer(text):
        word = match.group()
        low = word.lower()
        if low.isascii() or not is_syllable(low) or tone_on_right_vowel(low):
            continue
        right = tone_moved(low)
        if right != low:
            yield Slip(*match.span(), _cased(word, right))


def _cased(word: str, right: str) -> str:
    if len(word) > 1 and word.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if word[:1].isupper() else right
