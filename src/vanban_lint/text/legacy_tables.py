"""The letters of the VNI (Windows) and TCVN3 (TCVN 5712:1993, table 3, "ABC") fonts, as read in Latin-1.

Purpose: two tables and the way back from decoded text. Limits: no opinion on whether a text is in one of them (that is
``text.legacy``). Sources: TCVN 5712:1993 and the character sets of the Vietnamese Unicode FAQs (vietunicode); VNI puts
a letter and its signs side by side, TCVN3 has one byte a letter and no capitals with tones (its fonts ending in H draw
small letters as capitals).
"""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import normalize

_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"

# Each sign of VNI, typed after its vowel.
_VNI_TONES = {"ø": _GRAVE, "ù": _ACUTE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_VNI_HATS = {
    "â": _CIRCUMFLEX, "à": _CIRCUMFLEX + _GRAVE, "á": _CIRCUMFLEX + _ACUTE, "å": _CIRCUMFLEX + _HOOK,
    "ã": _CIRCUMFLEX + _TILDE, "ä": _CIRCUMFLEX + _DOT,
}  # fmt: skip
_VNI_BREVES = {
    "ê": _BREVE, "è": _BREVE + _GRAVE, "é": _BREVE + _ACUTE, "ú": _BREVE + _HOOK, "ü": _BREVE + _TILDE,
    "ë": _BREVE + _DOT,
}  # fmt: skip
_VNI_ALONE = dict(zip("ñôöæóòî", "đơưỉĩịỵ", strict=True))

_TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)


def _vni() -> dict[str, str]:
    table: dict[str, str] = dict(_VNI_ALONE)
    for vowel in "aeouyôö":
        meant = _VNI_ALONE.get(vowel, vowel)
        signs = {**_VNI_TONES, **(_VNI_HATS if vowel in "aeo" else {}), **(_VNI_BREVES if vowel == "a" else {})}
        table.update((vowel + typed, normalize("NFC", meant + sign)) for typed, sign in signs.items())
    capitals = {typed.upper(): meant.upper() for typed, meant in table.items()}
    initials = {typed[0].upper() + typed[1:]: meant.upper() for typed, meant in table.items()}
    return {**table, **initials, **capitals}


class Table(NamedTuple):
    """An encoding. ``word`` finds the words of a text in it, its signs among the letters; ``unit`` one coded letter."""

    letters: dict[str, str]
    word: re.Pattern[str]
    unit: re.Pattern[str]

    def read(self, text: str) -> str:
        return self.unit.sub(lambda match: self.letters[match.group()], text)

    def mapped(self, text: str) -> tuple[str, tuple[int, ...]]:
        """The text as meant and, for each of its characters and the end, the offset in ``text``."""
        made: list[str] = []
        starts: list[int] = []
        at = 0
        for match in self.unit.finditer(text):
            made += text[at : match.start()]
            starts += range(at, match.start() + 1)
            made.append(self.letters[match.group()])
            at = match.end()
        return "".join((*made, text[at:])), (*starts, *range(at, len(text) + 1))


def _table(letters: dict[str, str]) -> Table:
    units = sorted(letters, key=len, reverse=True)
    signs = "".join(sorted({char for unit in units for char in unit if not char.isalpha()}))
    return Table(
        letters, re.compile(rf"(?:[^\W\d_]|[{signs}])+" if signs else r"[^\W\d_]+"), re.compile("|".join(units))
    )


TABLES = {"VNI": _table(_vni()), "TCVN3": _table(_TCVN3)}
