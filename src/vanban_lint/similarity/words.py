"""Words of a text as comparison sees them: one key for all spellings that a reader takes for one word.

Purpose: keys without capitals, marks and tone placement, each with its place. Limits: NFC text; what signs hold
together without a space, such as "32-CTr/TU", is one word.
"""

from __future__ import annotations

from typing import NamedTuple

from vanban_lint.text.lazy import lazy
from vanban_lint.text.tone import fold_tone

_WORD = lazy(r"\w+(?:[-./&%]\w+)*")


class Word(NamedTuple):
    """``text[start:end]`` without the marks around it; equal keys are one word."""

    start: int
    end: int
    key: str


def keys(text: str) -> tuple[str, ...]:
    """The keys alone, in half the time of ``words``: most texts are like no other, and need no places."""
    return folded_keys(fold_tone(text))


def folded_keys(folded: str) -> tuple[str, ...]:
    """The keys of a text whose tone placement is folded already."""
    return tuple(_WORD.findall(folded.casefold()))


def words(text: str) -> tuple[Word, ...]:
    """The words of ``text`` in order; what consists of marks alone is none."""
    found = _WORD.finditer(fold_tone(text))
    return tuple(Word(match.start(), match.end(), match.group().casefold()) for match in found)


def telling(text: str, found: tuple[Word, ...], also: frozenset[str]) -> frozenset[int]:
    """Indexes of the words that tell one thing from another: numbers, names, and the keys in ``also``.

    A capital at the beginning of a sentence is no name.
    """
    return frozenset(
        index
        for index, word in enumerate(found)
        if word.key in also or any(map(str.isdigit, word.key)) or _is_name(text, found, index)
    )


def _is_name(text: str, found: tuple[Word, ...], index: int) -> bool:
    if not text[found[index].start].isupper() or index == 0:
        return False
    between = text[found[index - 1].end : found[index].start]
    return not any(mark in between for mark in '.:;!?\n“"(')
