"""The shape of a Vietnamese syllable: onset, rime, tone, and which of their combinations can be written.

Purpose: tell a possible syllable from what no Vietnamese word looks like, and compare spellings without their signs.
Limits: lower-case NFC words; a possible syllable need not be a word. Neighbours: ``text.tone`` for placement styles.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: Combining tone marks in the order huyền, sắc, ngã, hỏi, nặng; a tone is its number from 1, 0 is no mark.
TONE_MARKS = "\u0300\u0301\u0303\u0309\u0323"
TWO_TONES = -1
VOWELS = "aăâeêioôơuưy"
SIGNED_VOWELS = "ăâêôơư"

#: Longest first, so that the first prefix that fits is the onset; the empty one closes the list.
ONSETS = (*"ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n p r s t v x".split(), "")

_RIMES = frozenset(
    """
    a ac ach ai am an ang anh ao ap at au ay  ăc ăm ăn ăng ăp ăt  âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et  ê êch êm ên ênh êp êt êu  i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong
    op ot
    ô ôc ôi ôm ôn ông ôp ôt ôông  ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uơ
    uy uya uych uyên uyêt uynh uyp uyt uyu  ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu
    """.split()
)
_RIMES_AFTER_QU = frozenset(
    """
    a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât âu ây e en enh eng eo et ê ên ênh êch êt êu
    i it o oang ôc ôn ơ ơn uôc y ych ynh yt yên yêt yêu yu
    """.split()
)
_RIMES_AFTER_GI = frozenset(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et
    ê êc êch êm ên êng êp êt êu ia iêc iêng o oa oan oc oi on ong op ot ô ôc ôi ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung uôc uôn uôt up ut ư ưa ưc ưi ưng ưt ươc ươi ương ươt
    """.split()
)
_ONSETS_BEFORE_FRONT_VOWELS = ("k", "gh", "ngh")
_ONSETS_BEFORE_OTHER_VOWELS = ("c", "g", "ng")
_CLOSED_TONES = (2, 5)  # a syllable closed by p, t, c or ch takes only sắc or nặng

_SIGNED = "àáãảạăằắẵẳặâầấẫẩậđèéẽẻẹêềếễểệìíĩỉịòóõỏọôồốỗổộơờớỡởợùúũủụưừứữửựỳýỹỷỵ"
_UNSIGNED = str.maketrans(_SIGNED, "a" * 17 + "d" + "e" * 11 + "i" * 5 + "o" * 17 + "u" * 11 + "y" * 5)
_VIETNAMESE_LETTER = re.compile("[ăâđêôơưàáãèéìíĩòóõùúũý\u1ea0-\u1ef9]")


def split_tone(word: str) -> tuple[str, int]:
    """``word`` without its tone mark, and the tone: "tiếng" gives ("tiêng", 2). Two marks give ``TWO_TONES``."""
    tone, kept = 0, []
    for char in unicodedata.normalize("NFD", word):
        mark = TONE_MARKS.find(char)
        if mark < 0:
            kept.append(char)
        else:
            tone = TWO_TONES if tone else mark + 1
    return unicodedata.normalize("NFC", "".join(kept)), tone


def bare(word: str) -> str:
    """Letters without any sign: "đường" gives "duong"."""
    plain = word.translate(_UNSIGNED)
    if plain.isascii():
        return plain
    letters = unicodedata.normalize("NFD", plain)
    return "".join(char for char in letters if not unicodedata.combining(char))


def has_vietnamese_letter(word: str) -> bool:
    """Does the lower-case word hold a letter that plain Latin script lacks and Vietnamese has?"""
    return _VIETNAMESE_LETTER.search(word) is not None


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Could the lower-case word be written as one Vietnamese syllable, wherever its tone mark stands?"""
    if not 0 < len(word) <= 7:
        return False
    base, tone = split_tone(word)
    onsets = (onset for onset in ONSETS if base.startswith(onset))
    return tone != TWO_TONES and any(_fits(onset, base[len(onset) :], tone) for onset in onsets)


def _fits(onset: str, rime: str, tone: int) -> bool:
    if onset == "gi" and not rime:
        return True
    rimes = _RIMES_AFTER_QU if onset == "qu" else _RIMES_AFTER_GI if onset == "gi" else _RIMES
    if rime not in rimes:
        return False
    closed = rime[-1] in "ptc" or rime.endswith("ch")
    if closed and tone not in _CLOSED_TONES:
        return False
    if onset == "qu" or onset == "gi":
        return True
    front = rime[0] in "eêi"
    if onset in _ONSETS_BEFORE_FRONT_VOWELS and not (front or rime[0] == "y"):
        return False
    if onset in _ONSETS_BEFORE_OTHER_VOWELS and front and not (onset == "g" and rime[0] == "i"):
        return False
    return not (onset and rime[0] == "y" and len(rime) > 1)


def tone_on_right_vowel(word: str) -> bool:
    """Is the tone mark of a syllable on a vowel that may carry it? Both styles of oa, oe, uy pass; "giaó" doesn't."""
    base, tone = split_tone(word)
    if tone <= 0:
        return True
    onset = next(onset for onset in ONSETS if base.startswith(onset))
    if onset == "gi" and not (len(base) > 2 and base[2] in VOWELS):
        onset = "g"
    rime = base[len(onset) :]
    vowels = rime[: len(rime) - len(rime.lstrip(VOWELS))]
    place = next(i for i, char in enumerate(word) if split_tone(char)[1]) - len(onset)
    signed = [i for i, char in enumerate(vowels) if char in SIGNED_VOWELS]
    if signed:
        return place == signed[-1]
    if len(vowels) < len(rime) or len(vowels) == 1:
        return place == len(vowels) - 1
    if len(vowels) == 2:
        return place == 0 or vowels in ("oa", "oe", "uy")
    return place == 1


def with_tone(base: str, tone: int) -> list[str]:
    """Every way to put the tone on a vowel of the toneless syllable, right or not."""
    mark = TONE_MARKS[tone - 1] if tone else ""
    places = [i + 1 for i, char in enumerate(base) if char in VOWELS]
    return [unicodedata.normalize("NFC", base[:i] + mark + base[i:]) for i in places]


def tone_moved(word: str) -> str:
    """The lower-case syllable with its tone mark on the right vowel, the older placement where there are two."""
    base, tone = split_tone(word)
    return next((made for made in with_tone(base, tone) if tone_on_right_vowel(made)), word)
