"""Two right ways to write the same word: "hòa" and "hoà", "kỹ" and "kĩ".

Purpose: find the words of a text that have two spellings, and which is used. Limits: neither is ever wrong (L-TONE-03,
L-IY-01, L-IY-02); who mixes them is for the whole document to say. NFC text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vanban_lint.text.lazy import lazy
from vanban_lint.text.tone import fold_tone

OLD, NEW = "cu", "moi"  # tone mark on the first vowel; on the second
WITH_Y, WITH_I = "y", "i"


class Styled(NamedTuple):
    """``text[start:end]`` is written in ``style``; ``other`` is the same word in the other one.

    Words of one ``group`` should agree: all open syllables, but each syllable with i or y for itself ("bác sĩ" beside
    "kỹ thuật" is what everybody writes).
    """

    start: int
    end: int
    style: str
    other: str
    group: str = ""


_OPEN_SYLLABLE = lazy("(?i)(?<![^\\W\\d_])(?!qu)[^\\W\\d_]{0,3}[ou][àáảãạèéẻẽẹỳýỷỹỵ](?![^\\W\\d_])")
_OPEN_OLD = lazy("(?i)(?<![^\\W\\d_])(?!qu)[^\\W\\d_]{0,3}(?:[òóỏõọ][ae]|[ùúủũụ]y)(?![^\\W\\d_])")
_TO_NEW = dict(
    zip(
        "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split(),
        "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split(),
        strict=True,
    )
)
# Sino-Vietnamese syllables that are written both ways; native words keep i ("tỉ mỉ", "kì cọ", "lí nhí").
_I_OR_Y = lazy(r"(?<![^\W\d_])(?!tỉ\s+m|kì\s+c|lí\s+n)(?:k[ĩỉìỹỷỳ]|l[íý]|m[ĩỹ]|t[ỉỷ]|s[ĩỹ])(?![^\W\d_])")
_SWAP = str.maketrans("ĩỉíìỹỷýỳ", "ỹỷýỳĩỉíì")


def tone_styles(text: str) -> Iterator[Styled]:
    """Open syllables in oa, oe, uy with their placement of the tone mark."""
    for match in _OPEN_SYLLABLE.finditer(text):
        folded = fold_tone(match.group())
        if folded != match.group():
            yield Styled(*match.span(), NEW, folded)
    for match in _OPEN_OLD.finditer(text):
        word = match.group()
        yield Styled(*match.span(), OLD, _newer(word))


def _newer(word: str) -> str:
    low = word.lower()
    made = low[:-2] + _TO_NEW[low[-2:]]
    return made.upper() if word.isupper() else made[:1].upper() + made[1:] if word[:1].isupper() else made


def i_or_y(text: str) -> Iterator[Styled]:
    """Words in small letters that are written with i or y; names are left alone."""
    for match in _I_OR_Y.finditer(text):
        word = match.group()
        other = word.translate(_SWAP)
        style = WITH_Y if word[-1] in "ỹỷýỳ" else WITH_I
        yield Styled(*match.span(), style, other, min(word, other))
