"""Text typed in a VNI or TCVN3 font: its bytes mean other letters than the ones they show.

Purpose: recognise it by its words, since the name of the font misleads (Unicode text is labelled .VnTime often enough),
and read it as the letters meant. Limits: needs a few words; a text with letters that only Unicode has is never decoded,
so a sentence in two encodings is recognised at the most. Neighbours: ``text.legacy_tables`` is opened when a text has
passed the cheap tests, ``decode`` hands whole documents over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from vanban_lint.text.lazy import lazy
from vanban_lint.text.syllable import is_syllable

# Letters that Vietnamese lacks and that the bytes of these fonts show as when read as Latin-1.
_FOREIGN = lazy("[äëïöüñøæûåÿîœßç¸µ¶·¹¨¾»¼½Æ©Ç]")
_WORD = lazy(r"[^\W\d_]{2,}")
_SIGNED = re.compile("[^a-zđ]")
#: Impossible words that a text must hold, and their share of its words; a short line needs a larger one.
_MANY, _SHARE = 3, 0.25
_FEW, _SHORT_SHARE = 2, 0.6

#: Letters that no legacy font can show: where one stands, the text is Unicode. Most lines have one at their head.
_UNICODE = lazy("[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9\u0300-\u036f]")
_BEYOND_ASCII = lazy("[\u00a1-\u00ff]")
#: Words that become syllables by decoding: so many at the least, for each word that it spoils, and as a share of the
#: words that change (Unicode "Tô Bá" makes words in TCVN3 as well, but gains nothing).
_LEAST, _GAIN, _LEAST_SHARE = 2, 6, 0.25


class Decoded(NamedTuple):
    """``text`` as meant; ``starts[i]`` is the offset in the text as typed of its character ``i``, the end included."""

    encoding: str
    text: str
    starts: tuple[int, ...]


def is_legacy(text: str) -> bool:
    """Foreign letters, and a quarter of the words impossible in Vietnamese (three fifths of a few words)."""
    low = text.lower()
    if not _FOREIGN.search(low):
        return False
    words = _WORD.findall(low)
    impossible = sum(1 for word in words if _SIGNED.search(word) and not is_syllable(word))
    share = impossible / len(words) if words else 0.0
    return (impossible >= _MANY and share >= _SHARE) or (impossible >= _FEW and share >= _SHORT_SHARE)


def may_be_legacy(text: str) -> bool:
    """The cheap test: letters beyond ASCII, and none that only Unicode has."""
    return not text.isascii() and not _UNICODE.search(text) and _BEYOND_ASCII.search(text) is not None


def decode(text: str, met: Sequence[str] = ()) -> Decoded | None:
    """``text`` as meant, ``None`` when it is not in a legacy encoding; ``met`` are encodings of the document, so
    that it is enough when decoding spoils no word."""
    if not may_be_legacy(text):
        return None
    from vanban_lint.text.legacy_tables import TABLES

    best, most = None, -1
    for name, table in TABLES.items():
        gained, spoilt, changed = _weigh(text, table.word, table.read)
        sure = gained >= max(_LEAST, _GAIN * spoilt, _LEAST_SHARE * changed)
        if gained > most and (sure or (name in met and changed and not spoilt)):
            best, most = Decoded(name, *table.mapped(text)), gained
    return best


def _weigh(text: str, word: re.Pattern[str], read: Callable[[str], str]) -> tuple[int, int, int]:
    """Words that become syllables, words that are none afterwards, and all words that change."""
    gained = spoilt = changed = 0
    for typed in word.findall(text):
        meant = read(typed)
        if meant == typed:
            continue
        changed += 1
        if not is_syllable(meant.lower()):
            spoilt += 1
        elif not is_syllable(typed.lower()):
            gained += 1
    return gained, spoilt, changed
