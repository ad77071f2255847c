"""Names of bodies and posts whose capitals differ: "Ban Chấp hành" and "Ban chấp hành Đảng bộ tỉnh".

Purpose: group the places of one name that are written in two ways. Limits: says nothing of which way is right; a name
begins with a known head (ban, sở, hội, ...) in a capital and differs in one of the four words after it.

A generic name is rightly written small where no body of its own is meant ("ban thường vụ cấp ủy", but "Ban Thường vụ
Đảng ủy Quốc hội"): after a head that is used so, two more words must be the same before two places name one body.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from vanban_lint.text.lazy import lazy
from vanban_lint.text.tone import fold_tone

_GENERIC = frozenset("ban ủy đảng đoàn chi thường tổ trường văn".split())
#: Heads whose names end where they end: "Sở Tư pháp".
_SPECIFIC = frozenset("sở bộ tòa viện mặt".split())
_HEADS = (
    _GENERIC
    | _SPECIFIC
    | frozenset(
        "hội tỉnh thành phòng cục trung liên công thanh câu quỹ chủ phó giám bí quốc chính hiệp học đại kiểm".split()
    )
)
# Heads of two syllables: nothing that follows makes "Tỉnh Ủy" another body than "Tỉnh ủy".
_WHOLE = frozenset(
    [
        ("tỉnh", "ủy"),
        ("thành", "ủy"),
        ("đảng", "ủy"),
        ("ủy", "ban"),
        ("quốc", "hội"),
        ("công", "đoàn"),
        ("liên", "đoàn"),
    ]
)
_HEAD = lazy(rf"(?<!\w)(?:{'|'.join(sorted(head.capitalize() for head in _HEADS))})(?!\w)")
# Words that are rightly written both ways: Đảng and đảng bộ, Nhân dân and nhân dân, Nhà nước and nhà.
_EITHER = frozenset(
    "đảng nhân nhà trung nước tỉnh thành phố huyện xã phường và các của về điều khoản mục phần số luật nghị quyết kế "
    "chỉ kết quy chương đề dự thông báo hướng ngày tháng năm phụ trưởng phó bộ".split()
)
_STOPS = frozenset("của và với cho về tại do là".split())
_WORD = lazy(r"[^\W\d_]+")
#: The words of a name after its head that may differ, and the words after those that are looked at.
_LONGEST, _AFTER = 4, 2
_TAIL = lazy(rf"(?:[ \u00a0][^\W\d_]+){{1,{_LONGEST + _AFTER}}}")


class Named(NamedTuple):
    """One place of a name: ``texts[order][start:end]``; ``form`` is the word whose capital differs, as written."""

    order: int
    start: int
    end: int
    form: str
    after: tuple[str, ...]


def wandering(texts: Sequence[str], left_out: Callable[[int, int], bool]) -> Iterator[list[Named]]:
    """Groups of places of one name with capitals in two ways; ``left_out(order, start)`` tells what is not judged."""
    folded = [fold_tone(text) for text in texts]
    both = _written_both_ways(frozenset(_WORD.findall("\n".join(folded))))
    groups: dict[tuple[str, str], list[Named]] = {}
    for order, text in enumerate(folded if both else ()):
        for head in _HEAD.finditer(text):
            for prefix, place in _places(text, head, order, both):
                if not left_out(order, place.start):
                    groups.setdefault((prefix, place.form.lower()), []).append(place)
    for (prefix, _), places in groups.items():
        same = _one_name(prefix, places)
        if same:
            yield same


def _written_both_ways(forms: frozenset[str]) -> set[str]:
    """Words that stand in the document with a capital and without, in both forms; ``forms`` are all of them."""
    found: set[str] = set()
    for form in forms:
        low = form.lower()
        if form != low and low in forms and low not in _EITHER and (len(form) == 1 or not form.isupper()):
            found |= {form, low}
    return found


def _places(text: str, head: re.Match[str], order: int, both: set[str]) -> Iterator[tuple[str, Named]]:
    """The words after a head that may differ, each with the name before it; another head begins another name."""
    tail = _TAIL.match(text, head.end())
    words = list(_WORD.finditer(text, tail.start(), tail.end())) if tail else []
    for at, word in enumerate(words[:_LONGEST]):
        form = word.group()
        if form in _STOPS:
            return
        whole = at == 0 and (head.group().lower(), form.lower()) in _WHOLE
        if form in both and (form.lower() not in _HEADS or whole or head.group() == "Phó"):
            after = tuple(found.group().lower() for found in words[at + 1 : at + 1 + _AFTER])
            end = words[at + 1].end() if after else word.end()
            yield text[head.start() : word.start()], Named(order, head.start(), end, form, after)
        if _HEAD.fullmatch(form):
            return


def _one_name(prefix: str, places: list[Named]) -> list[Named]:
    """The places that name one thing; none when what follows tells them apart.

    "Ban Tổ chức Tỉnh ủy" is not "Ban tổ chức cuộc thi", "Hội Nông dân" not "Hội nghị".
    """
    words = prefix.split()
    head = words[0].lower()
    wanted = _AFTER if head in _GENERIC else 1
    forms: dict[str, set[tuple[str, ...]]] = {}
    for place in places:
        forms.setdefault(place.form, set()).add(place.after[:wanted])
    if len(forms) < 2:
        return []
    if len(words) == 1 and (head, places[0].form.lower()) in _WHOLE:
        return places
    shared = {after for after in set.intersection(*forms.values()) if len(after) == wanted}
    if head in _GENERIC:
        return [place for place in places if place.after[:wanted] in shared]
    return places if shared or (head in _SPECIFIC and len(words) > 1) else []
