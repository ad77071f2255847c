"""The stretches of a document: head, title, text, end, and what is attached after the end.

Purpose: zones phan_dau, phan_ten (title and addressees), noi_dung (grounds, enacting words and text), phan_cuoi, then
kem_theo (a text issued by the document) and phu_luc. Limits: zones are runs of body paragraphs; annexes begin at a
line that says so.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from vanban_lint.model import Block, Zone
from vanban_lint.model.structure import KEM_THEO, NOI_DUNG, PHAN_CUOI, PHAN_DAU, PHAN_TEN, PHU_LUC
from vanban_lint.structure.blocks import block
from vanban_lint.structure.header import name_line, national, title_type
from vanban_lint.structure.lexicon import Lexicon
from vanban_lint.structure.markers import read_marker
from vanban_lint.structure.segments import Line
from vanban_lint.text.lazy import lazy
from vanban_lint.text.letters import is_upper, squash
from vanban_lint.text.numerals import letter_value, roman_value

_ANNEX = lazy(r"PHỤ LỤC(?:\s+(?:SỐ\s+)?(?P<so>[IVXLC]+|\d{1,2}|[A-HĐ])?[a-zA-Z]?)?\s*(?P<sau>[.:\-–].*)?$")
_FORM = lazy(r"(?:MẪU|BIỂU)(?:\s+(?:SỐ|MẪU))?\s*\d[\w.]*\b.{0,60}$")
_ATTACHED = lazy(r"\(?\s*(?:ban hành\s+)?(?:kèm theo|đính kèm)\s+(?:\S+\s+){1,4}số\b", re.I)
#: The same, whatever it names: "(Kèm theo Quyết định này)".
_REFERS = lazy(r"(?:kèm theo|đính kèm)\s+\S", re.I)
#: Lines of the head of an annex: its number, title, the line in brackets.
_ANNEX_HEAD = 14
#: How far below the heading of an attached text its line in brackets may stand.
_REFERENCE = 6


@dataclass(slots=True)
class Zones:
    """Zones in order, with quick look-up by paragraph."""

    zones: tuple[Zone, ...]

    def name(self, ordinal: int) -> str | None:
        index = bisect_right(self.zones, ordinal, key=lambda z: z.first) - 1
        if index < 0:
            return None
        zone = self.zones[index]
        return zone.name if ordinal <= zone.last else None


@dataclass(slots=True)
class Annex:
    """An annex or attached text: its zone name and the index of its first line."""

    zone: str
    first: int


def find_annexes(lines: Sequence[Line], start: int, lexicon: Lexicon, *, after_end: bool) -> list[Annex]:
    """Annexes from line ``start``; before the end block only those that say that they are attached count."""
    found: list[Annex] = []
    guard = start - 1
    for index in range(start, len(lines)):
        if index <= guard:
            continue
        zone = _opens(lines, index, lexicon, first=after_end and index == start)
        if zone and (after_end or _says_attached(lines, index)):
            found.append(Annex(zone, index))
            guard = _head_end(lines, index)
    return found


def _opens(lines: Sequence[Line], index: int, lexicon: Lexicon, *, first: bool) -> str | None:
    line = lines[index]
    if len(line.text) > 200:
        return None
    letter = line.text[0]
    if first is False and line.table is None and _heads_below(lines, index, lexicon):
        return KEM_THEO
    if letter in "Pp" and _ANNEX.fullmatch(line.key) and (is_upper(line.text) or len(line.text) <= 60):
        return PHU_LUC
    if (
        letter in "MmBb"
        and _FORM.fullmatch(line.key)
        and len(line.text) <= 60
        and not line.text.endswith((".", ";", ","))
    ):
        return PHU_LUC
    if line.cell and not first:
        named = name_line(line, lexicon) if letter in "CcĐđ" else None
        return KEM_THEO if named and named.name in ("quoc_hieu", "tieu_de_dang") else None
    if not is_upper(line.text):
        return None
    heading = lexicon.type_heading(line.key)
    if heading is None and not (first and len(line.text) < 120 and _says_attached(lines, index)):
        named = name_line(line, lexicon) if letter in "CĐ" else None
        return KEM_THEO if named and named.name in ("quoc_hieu", "tieu_de_dang") else None
    fresh = first or line.paragraph.break_before or line.paragraph.format.page_break_before
    fresh = fresh or (heading is not None and squash(heading[0].ten) == squash(line.text))
    return KEM_THEO if fresh or _says_attached(lines, index) else None


def _heads_below(lines: Sequence[Line], index: int, lexicon: Lexicon) -> bool:
    """The name of a body in capitals with a national heading below: the head of an attached text."""
    line = lines[index]
    if not is_upper(line.text) or not lexicon.is_body(line.key):
        return False
    return any(national(near, lexicon) for near in lines[index + 1 : index + 4])


def _reference(lines: Sequence[Line], index: int, reach: int) -> int | None:
    """Index of the line "(Kèm theo ...)" below a heading, with nothing but title lines between."""
    for i in range(index, min(len(lines), index + reach)):
        text = lines[i].text
        if _ATTACHED.match(text):
            return i
        if i > index and (len(text) > 250 or read_marker(text) or _ANNEX.fullmatch(lines[i].key)):
            return None
    return None


def _says_attached(lines: Sequence[Line], index: int) -> bool:
    return _reference(lines, index, _REFERENCE) is not None


def _head_end(lines: Sequence[Line], index: int) -> int:
    """Last line of the head of an annex, so that its own title opens no second one."""
    reference = _reference(lines, index, _ANNEX_HEAD)
    if reference is not None:
        return reference
    last = index
    for i in range(index + 1, min(len(lines), index + _ANNEX_HEAD)):
        if not (is_upper(lines[i].text) or lines[i].cell):
            break
        last = i
    return last


def annex_block(lines: Sequence[Line], index: int) -> Block | None:
    """The phu_luc block at a line that reads "Phụ lục ..."."""
    line = lines[index]
    match = _ANNEX.fullmatch(line.key)
    if match is None:
        return None
    number = match["so"]
    title: list[str] = []
    reference = None
    for follower in lines[index + 1 : index + _ANNEX_HEAD]:
        if _ATTACHED.match(follower.text) or (follower.text[0] == "(" and "kèm theo" in follower.text.lower()):
            reference = follower.text
            break
        if not is_upper(follower.text):
            break
        title.append(follower.text)
    values = {
        "so": number,
        "gia_tri": _value(number),
        "kieu": None if number is None else "a-rap" if number.isdigit() else "la-ma" if roman_value(number) else "chu",
        "tieu_de": " ".join(title) or ((match["sau"] or "").strip(" .:-–") or None),
        "kem_theo": reference,
    }
    return block("phu_luc", [line], "dòng mở đầu bằng Phụ lục, sau phần cuối", values)


def attached_block(lines: Sequence[Line], lexicon: Lexicon) -> Block | None:
    """The van_ban_kem_theo block of a text that opens with its type in capitals; ``None`` for one with its own number.

    ``kem_theo`` is the line "(Ban hành kèm theo Quyết định số ...)" under its title, ``None`` when there is none.
    """
    head = lines[:_ANNEX_HEAD]
    titles = (
        (i, found[0]) for i, line in enumerate(head) if is_upper(line.text) and (found := title_type(line, lexicon))
    )
    at, kind = next(titles, (None, None))
    if (
        at is None
        or kind is None
        or any((named := name_line(line, lexicon)) and named.name == "so_ky_hieu" for line in head)
    ):
        return None
    reference = next((line.text for line in head if _REFERS.search(line.text)), None)
    values = {"ten_loai": kind.khoa, "kem_theo": reference}
    return block("van_ban_kem_theo", [head[at]], "tên loại in hoa, sau phần cuối", values, 0.8)


def _value(number: str | None) -> int | None:
    if number is None:
        return None
    return int(number) if number.isdigit() else roman_value(number) or letter_value(number)


def make_zones(lines: Sequence[Line], marks: Sequence[tuple[str, int, int]], last_paragraph: int) -> Zones:
    """Zones from (name, first line, last line) in reading order; empty paragraphs go with the zone before them."""
    found: list[Zone] = []
    for name, first, last in marks:
        if first > last or first >= len(lines):
            continue
        low, high = lines[first].host, lines[min(last, len(lines) - 1)].host
        if found:
            low = max(low, found[-1].last + 1)
            if low > found[-1].last + 1:
                found[-1] = found[-1]._replace(last=low - 1)
        if low <= high:
            found.append(Zone(name, low, high))
    if found:
        found[-1] = found[-1]._replace(last=max(found[-1].last, last_paragraph))
    return Zones(tuple(found))


__all__ = [
    "KEM_THEO",
    "NOI_DUNG",
    "PHAN_CUOI",
    "PHAN_DAU",
    "PHAN_TEN",
    "PHU_LUC",
    "Annex",
    "Zones",
    "annex_block",
    "attached_block",
    "find_annexes",
    "make_zones",
]
