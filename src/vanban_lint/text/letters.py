"""Letters of Vietnamese: capitals, accents, comparison of short lines.

Purpose: tell a line in capitals, compare lines that differ by accents or spaces only. Limits: NFC text; meant for short
lines, since decomposing costs. Neighbours: ``text.tone``.
"""

from __future__ import annotations

import unicodedata

from vanban_lint.text.lazy import lazy

#: Capitals, as the inside of a character class of a pattern (``re`` has no class of its own for them).
CAPITALS = "A-ZĐÀÁẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÈÉẺẼẸÊẾỀỂỄỆÌÍỈĨỊÒÓỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÙÚỦŨỤƯỨỪỬỮỰỲÝỶỸỴ"

_SPACES = lazy(r"\s+")
_NAME_SYLLABLE = lazy(r"[^\W\d_](?:[^\W\d_]|['’])*")


def unaccent(text: str) -> str:
    """``text`` without tone marks, hooks and strokes ("Độc lập" to "Doc lap"); spaces and marks are kept."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare.replace("đ", "d").replace("Đ", "D").replace("Ð", "D")


def squash(text: str) -> str:
    """Letters and digits only, unaccented, in capitals: "Độc lập - Tự do" to "DOCLAPTUDO"."""
    return "".join(c for c in unaccent(text).upper() if c.isalnum())


def collapse(text: str) -> str:
    """Runs of white space, no-break spaces included, as one space; none at the ends."""
    return _SPACES.sub(" ", text).strip()


def is_upper(text: str) -> bool:
    """At least two letters, and every letter is a capital."""
    return text.upper() == text and sum(map(str.isalpha, text)) >= 2


def one_slip(a: str, b: str) -> bool:
    """``a`` becomes ``b`` by one slip of the keyboard: a letter more, fewer, wrong, or two neighbours swapped."""
    if abs(len(a) - len(b)) > 1 or a == b:
        return False
    i = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) != len(b):
        long, short = (a, b) if len(a) > len(b) else (b, a)
        return long[i + 1 :] == short[i:]
    return a[i + 1 :] == b[i + 1 :] or (a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :])


def starts_lower(text: str) -> bool:
    """The first character is a small letter."""
    return bool(text) and text[0].islower()


def is_name_case(text: str) -> bool:
    """Two to six words, each a capital followed by small letters: the shape of a person's name."""
    words = text.replace("-", " ").split()
    return 2 <= len(words) <= 6 and all(
        _NAME_SYLLABLE.fullmatch(w) is not None and w[0].isupper() and (len(w) == 1 or not w.isupper()) for w in words
    )
