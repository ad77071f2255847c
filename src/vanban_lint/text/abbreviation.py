"""Abbreviations in a running text: where they stand, and where the text says what they stand for.

Purpose: capitals that stand for words ("PBGDPL", "CT-XH"), and the two ways of introducing one: "phổ biến, giáo dục
pháp luật (PBGDPL)" and "(sau đây viết tắt là PBGDPL)". Limits: nothing is judged; letters of a document number, Roman
numerals, words typed in capitals and names of mixed letters (VNeID) are no abbreviations. Offsets are code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from vanban_lint.text.lazy import lazy
from vanban_lint.text.letters import unaccent
from vanban_lint.text.syllable import is_syllable
from vanban_lint.text.tone import fold_tone

_LETTERS = r"[A-ZĐƯ]{2,12}(?:[&-][A-ZĐƯ]{2,8})*"
_TOKEN = lazy(rf"(?<![\w&/.-]){_LETTERS}(?![\w/]|[&-]\w)")
_PAIR = lazy(r"[A-ZĐƯ]{2}")
_ROMAN = lazy(r"[IVX]+")
_CAPITALS_BEFORE = lazy(r"[^\W\d_]{2,}(?=[\s,]+$)")
_CAPITALS_AFTER = lazy(r"[\s,]+([^\W\d_]{2,})")
# What drafts put inside the brackets by mistake: "(VBQPPL,)", "('BGDPL)".
_BRACKETED = lazy(rf"(?<=[^\W\d_]) ?\(\s*[\"'“‘]?(?P<x>{_LETTERS})[\s,.;\"'”’]*\)")
_EXPLICIT = lazy(
    rf"[,(]?\s*(?:(?:sau|từ) đây\s+)?(?:được\s+)?(?:viết tắt|gọi tắt|gọi chung|gọi)\s*(?:là)?\s*:?\s*[\"“']?"
    rf"(?P<x>{_LETTERS})(?!\w)"
)
# A list of abbreviations: "Đảng uỷ công an: ĐUCA".
_AFTER_COLON = lazy(rf"\s*:\s*[\"“]?(?P<x>{_LETTERS})[\"”]?\s*(?=[;,.]|$)")
# The other way round: "ĐUCA (Đảng uỷ công an)".
_WORDS_BRACKETED = lazy(rf"(?<![\w&/.-])(?P<x>{_LETTERS}) ?\((?P<full>[^()]{{4,120}})\)")
_WORD = lazy(r"[^\W\d_]+")
#: Small words that an abbreviation may leave out.
_SMALL = frozenset("và của về cho các những trong với theo ở tại là do".split())
#: Characters looked at before a definition: twelve words and the small ones between them.
_BACK = 160


class Use(NamedTuple):
    """An abbreviation at ``start`` to ``end``."""

    start: int
    end: int
    text: str


class Definition(NamedTuple):
    """An abbreviation introduced: ``start`` to ``end`` is the abbreviation; ``full`` the words it stands for.

    ``full`` is "" when the initials of the words before do not give it. ``initials`` are those of the words that stand
    there: other than ``text`` when one letter is amiss, "" when unknown. ``wider`` and ``wider_full`` take in the word
    before: "phổ biến, giáo dục pháp luật (BGDPL)" gives PBGDPL. ``explicit``: by "viết tắt là". ``listed``: in a list
    or a gloss, which says what it stands for and introduces nothing.
    """

    start: int
    end: int
    text: str
    full: str
    initials: str
    explicit: bool
    wider: str = ""
    wider_full: str = ""
    listed: bool = False


def uses(text: str) -> Iterator[Use]:
    """Every abbreviation of ``text``, definitions included."""
    if not _has_capitals(text) or mostly_capitals(text):
        return
    for match in _TOKEN.finditer(text):
        word = match.group()
        if not _ROMAN.fullmatch(word) and not (is_syllable(fold_tone(word.lower())) and _among_capitals(text, match)):
            yield Use(match.start(), match.end(), word)


def definitions(text: str) -> Iterator[Definition]:
    """Every place of ``text`` that introduces an abbreviation, in reading order."""
    if not _has_capitals(text):
        return
    found: dict[int, Definition] = {}
    if "tắt" in text or "gọi" in text:
        for match in _EXPLICIT.finditer(text):
            found[match.start("x")] = _definition(text, match, explicit=True)
    if "(" in text:
        for match in _BRACKETED.finditer(text):
            if match.start("x") not in found and not _ROMAN.fullmatch(match["x"]):
                found[match.start("x")] = _definition(text, match, explicit=False)
    for listed in _listed(text):
        found.setdefault(listed.start, listed)
    yield from (found[at] for at in sorted(found))


def _listed(text: str) -> Iterator[Definition]:
    """Abbreviations explained in a list ("words: ABC") or in a gloss ("ABC (words)"), where the letters are right."""
    for match in _AFTER_COLON.finditer(text) if ":" in text else ():
        found = _definition(text, match, explicit=False)
        if found.initials == letters(found.text):
            yield found._replace(listed=True)
    for match in _WORDS_BRACKETED.finditer(text) if "(" in text else ():
        short, full = match["x"], match["full"].strip()
        start = _spelled(list(_WORD.finditer(full)), letters(short))
        if start == 0:
            yield Definition(match.start("x"), match.end("x"), short, full, letters(short), False, listed=True)


def _definition(text: str, match: re.Match[str], *, explicit: bool) -> Definition:
    """The introduction at ``match``, with the words at the end of the text before it that the letters stand for."""
    short, before = match["x"], text[max(0, match.start() - _BACK) : match.start()]
    words = list(_WORD.finditer(before))
    plain = Definition(match.start("x"), match.end("x"), short, "", "", explicit)
    for initials in (letters(short), *_slips(words, letters(short))):
        start = _spelled(words, initials)
        if start is None:
            continue
        further = [word for word in words if word.start() < start]
        wider = initial(further[-1].group()) + initials if further else ""
        wider_full = before[further[-1].start() :].strip() if further else ""
        return plain._replace(full=before[start:].strip(), initials=initials, wider=wider, wider_full=wider_full)
    return plain


def letters(short: str) -> str:
    """The letters of an abbreviation without its joints: "CT-XH" to "CTXH"."""
    return short.replace("-", "").replace("&", "")


@lru_cache(maxsize=4096)
def initial(word: str) -> str:
    """The capital that stands for a word: without tone and hook ("ủy" gives U), but Đ is no D."""
    return "Đ" if word[0] in "đĐ" else unaccent(word[0]).upper()


def _spelled(words: list[re.Match[str]], wanted: str) -> int | None:
    """Offset of the first of the last words whose initials are ``wanted``; small words may be left out."""
    left = len(wanted)
    for word in reversed(words):
        if left and initial(word.group()) == initial(wanted[left - 1]):
            left -= 1
            if not left:
                return word.start()
        elif word.group().lower() not in _SMALL:
            return None
    return None


def _slips(words: list[re.Match[str]], wanted: str) -> Iterator[str]:
    """The initials of the last words where they are ``wanted`` with one letter more, fewer or changed; four at least.

    Only lower-case words count, so that a name before the bracket is not read as a slip.
    """
    if len(wanted) < 4:
        return
    initials = "".join(initial(word.group()) for word in words if word.group().lower() not in _SMALL)
    for length in (len(wanted) + 1, len(wanted), len(wanted) - 1):
        tail = initials[-length:]
        if len(tail) == length and one_slip(wanted, tail):
            yield tail


def one_slip(written: str, meant: str) -> bool:
    """One letter added, left out or changed, or two neighbours exchanged."""
    if written == meant or abs(len(written) - len(meant)) > 1:
        return False
    if len(written) == len(meant):
        differ = [i for i, pair in enumerate(zip(written, meant, strict=True)) if pair[0] != pair[1]]
        return len(differ) == 1 or exchanged(written, meant)
    long, short = sorted((written, meant), key=len, reverse=True)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def exchanged(written: str, meant: str) -> bool:
    """Two neighbouring letters exchanged: "UNBD" for "UBND"."""
    differ = [i for i, pair in enumerate(zip(written, meant, strict=False)) if pair[0] != pair[1]]
    if len(written) != len(meant) or len(differ) != 2 or differ[1] != differ[0] + 1:
        return False
    first, second = differ
    return written[first] == meant[second] and written[second] == meant[first]


def mostly_capitals(text: str) -> bool:
    """A heading in capitals, where capitals tell nothing: seven letters in ten."""
    capitals = sum(map(str.isupper, text))
    return capitals * 3 > len(text) and capitals * 10 > sum(map(str.isalpha, text)) * 7


def _has_capitals(text: str) -> bool:
    return _PAIR.search(text) is not None


def _among_capitals(text: str, match: re.Match[str]) -> bool:
    """A word typed in capitals beside another one, as "TRUNG ƯƠNG"."""
    before = _CAPITALS_BEFORE.search(text[max(0, match.start() - 14) : match.start()])
    after = _CAPITALS_AFTER.match(text, match.end())
    near = [found for found in (before and before.group(), after and after[1]) if found]
    return not near or any(word.isupper() for word in near)
