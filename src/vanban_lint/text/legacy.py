"""Text typed in a VNI or TCVN3 font: its bytes mean other letters than the ones they show.

Purpose: recognise it by its words, since the name of the font misleads (Unicode text is labelled .VnTime often enough).
Limits: recognises, doesn't decode; needs a few words.
"""

from __future__ import annotations

import re

from vanban_lint.text.lazy import lazy
from vanban_lint.text.syllable import is_syllable

# Letters that Vietnamese lacks and that the bytes of these fonts show as when read as Latin-1.
_FOREIGN = lazy("[äëïöüñøæûåÿîœßç¸µ¶·¹¨¾»¼½Æ©Ç]")
_WORD = lazy(r"[^\W\d_]{2,}")
_SIGNED = re.compile("[^a-zđ]")
#: Impossible words that a text must hold, and their share of its words; a short line needs a larger one.
_MANY, _SHARE = 3, 0.25
_FEW, _SHORT_SHARE = 2, 0.6


def is_legacy(text: str) -> bool:
    """Foreign letters, and a quarter of the words impossible in Vietnamese (three fifths of a few words)."""
    low = text.lower()
    if not _FOREIGN.search(low):
        return False
    words = _WORD.findall(low)
    impossible = sum(1 for word in words if _SIGNED.search(word) and not is_syllable(word))
    share = impossible / len(words) if words else 0.0
    return (impossible >= _MANY and share >= _SHARE) or (impossible >= _FEW and share >= _SHORT_SHARE)
