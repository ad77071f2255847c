"""Sentences and tokens of a running text, as offsets.

Purpose: one way of cutting text for every language check. Limits: NFC text, offsets in code points; a full stop
inside a number, an abbreviation of one to three capitals ("TP.", "KT.") or an ellipsis does not end a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vanban_lint.text.lazy import lazy

_TOKEN = lazy(r"[^\W\d_]+|\d+|[^\w\s]|_")
_END = lazy(r"(?:\./\.|[.!?…]+)[\"”’)\]]*(?=\s|$)")
_SHORT = lazy(r"(?:^|[^\w])(?:[A-ZĐ]{1,3}|[Đđ]/c|[Tt]r|[Tt]h[Ss])$")

#: Characters that ``_SHORT`` looks at; it must not search the whole text before every full stop.
_SHORT_WIDTH = 4


class Piece(NamedTuple):
    """``text[start:end]``."""

    start: int
    end: int
    text: str


def tokens(text: str) -> Iterator[Piece]:
    """Runs of letters, runs of digits and single marks, in order."""
    for match in _TOKEN.finditer(text):
        yield Piece(match.start(), match.end(), match.group())


def sentences(text: str) -> Iterator[Piece]:
    """Sentences without the white space around them; a line end also ends one."""
    start = 0
    for end in _ends(text):
        piece = _trim(text, start, end)
        if piece:
            yield piece
        start = end


def is_inside(text: str, at: int) -> bool:
    """Does a letter or a comma stand before ``text[at]``, so that no sentence, item or quotation begins there?"""
    before = text[max(0, at - 8) : at].rstrip(" \u00a0")
    return bool(before) and not text[at - 1].isalpha() and (before[-1].isalpha() or before[-1] == ",")


def _ends(text: str) -> Iterator[int]:
    cuts = {
        match.end()
        for match in _END.finditer(text)
        if not _SHORT.search(text, max(0, match.start() - _SHORT_WIDTH), match.start())
    }
    if "\n" in text:
        cuts.update(index + 1 for index, char in enumerate(text) if char == "\n")
    cuts.add(len(text))
    yield from sorted(cuts)


def _trim(text: str, start: int, end: int) -> Piece | None:
    inner = text[start:end]
    left = len(inner) - len(inner.lstrip())
    inner = inner.strip()
    return Piece(start + left, start + left + len(inner), inner) if inner else None
