"""References to a part of a text: "điểm c khoản 1 Điều 25 Nghị định này", "mục 3 phần II", "Phụ lục II kèm theo".

Purpose: find them, from the outermost part inwards, and tell whose part it is by what follows. Limits: NFC text folded
to the older tone placement; whether the part exists is not asked here. Neighbour: ``checks.internal_reference``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from vanban_lint.text.lazy import lazy

#: Kinds of parts from the innermost; a chain goes outwards.
RANKS = {"điểm": 0, "khoản": 1, "điều": 2, "tiểu mục": 3, "mục": 4, "chương": 5, "phần": 6, "phụ lục": 7}
OWN, OTHER, BARE = "nay", "khac", "tran"

_NUMBER = r"(?:\d{1,3}(?:\.\d{1,3})*[a-zđ]?|[IVXL]{1,6}(?:\.\d{1,3})*|[A-Ha-hđiklmn])(?![\w/%-]|\.\d)"
_LISTED = rf"{_NUMBER}(?:(?:\s*[,;]\s*(?:và\s+)?|\s+(?:và|hoặc)\s+){_NUMBER})*"
_KIND = r"(?:[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Tt]iểu mục|[Mm]ục|[Cc]hương|[Pp]hần|[Pp]hụ lục|PHỤ LỤC)"
_UNIT = lazy(rf"(?<!\w)(?P<kind>{_KIND})\s+(?:(?P<this>này)(?!\w)|(?:số\s+)?(?P<numbers>{_LISTED}))")
_STEP = lazy(r"\s*,?\s*(?:của\s+|thuộc\s+|tại\s+)?")
_NEXT = lazy(r"\s*(?:[,;]\s*(?:và\s+|hoặc\s+)?|(?:và|hoặc|đến)\s+)")
_ONE = lazy(_NUMBER)
_TYPE = (
    r"(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp|Quyết định|Quy chế|Quy định|Nghị quyết|Nghị định|Thông tư(?: liên tịch)?|"
    r"Chỉ thị|Kế hoạch|Hướng dẫn|Điều lệ|Chương trình(?: hành động)?|Kết luận|Báo cáo|Thông báo|Đề án|Phương án|"
    r"Quy trình|Công văn|Tờ trình|Thông tri|Biên bản|[Vv]ăn bản)"
)
_LINK = r"(?:\s*,?\s*(?:của|ban hành|được ban hành|đính kèm|kèm theo|trong|tại|theo)(?!\w))*\s*,?\s*"
_AFTER_HEADING = lazy(r"\s*(?:[.:]|\n|$|\()")
_OWN = lazy(rf"{_LINK}(?:(?P<type>{_TYPE})\s+)?này(?!\w)")
_OTHER = lazy(rf"{_LINK}(?:{_TYPE}(?!\w)|số\s|[Đđ]iều lệ|[Ll]uật|đó(?!\w))|{_LINK}(?=[A-ZĐ])|\s*của\s")


class Unit(NamedTuple):
    """A step of a reference: ``kind`` is a key of ``RANKS``; no numbers stand for "này" ("Điều này")."""

    kind: str
    numbers: tuple[str, ...]
    start: int
    end: int


class Reference(NamedTuple):
    """``text[start:end]``, units from the innermost; ``whose``: nay (with the type word, if any), khac or tran."""

    start: int
    end: int
    units: tuple[Unit, ...]
    whose: str
    type_word: str = ""


def find_references(text: str) -> Iterator[Reference]:
    """Every reference of ``text`` in order. References in a row share what follows the last of them."""
    matches = [match for match in _UNIT.finditer(text) if not _is_heading(text, match)]
    chains = list(_chains(text, matches))
    index = 0
    while index < len(chains):
        group = [chains[index]]
        while index + 1 < len(chains) and _joined(text, group[-1][-1].end, chains[index + 1][0].start):
            index += 1
            group.append(chains[index])
        index += 1
        whose, word = _tail(text, group[-1][-1].end)
        for chain in group:
            this = not chain[-1].numbers
            yield Reference(chain[0].start, chain[-1].end, chain, OWN if this else whose, "" if this else word)


def _chains(text: str, matches: list[re.Match[str]]) -> Iterator[tuple[Unit, ...]]:
    chain: list[Unit] = []
    for match in matches:
        unit = _unit(match)
        if chain and not (
            RANKS[unit.kind] > RANKS[chain[-1].kind] and _STEP.fullmatch(text, chain[-1].end, unit.start)
        ):
            yield tuple(chain)
            chain = []
        chain.append(unit)
    if chain:
        yield tuple(chain)


def _unit(match: re.Match[str]) -> Unit:
    numbers = tuple(_ONE.findall(match["numbers"])) if match["numbers"] else ()
    return Unit(match["kind"].lower(), numbers, match.start(), match.end())


def _is_heading(text: str, match: re.Match[str]) -> bool:
    """The number of a part itself, at the beginning of a line: "Điều 5. Hiệu lực", "Phụ lục II"."""
    line = text.rfind("\n", 0, match.start()) + 1
    opens = not text[line : match.start()].strip(' \t“"*-') and match["kind"][0].isupper()
    return opens and _AFTER_HEADING.match(text, match.end()) is not None


def _joined(text: str, end: int, start: int) -> bool:
    return _NEXT.fullmatch(text, end, start) is not None


def _tail(text: str, end: int) -> tuple[str, str]:
    own = _OWN.match(text, end)
    if own:
        return OWN, own["type"] or ""
    return (OTHER, "") if _OTHER.match(text, end) else (BARE, "")
