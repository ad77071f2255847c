"""The head of a document: every part that stands above the title.

Purpose: quoc_hieu, tieu_ngu, tieu_de_dang, tieu_de_doan, co_quan_chu_quan, co_quan_ban_hanh, dau_sao, so_ky_hieu,
dia_danh_ngay, the marks (do_mat, do_khan, du_thao, pham_vi_luu_hanh) and the subject of a letter under its number.
Limits: a line is named by what it says, so a two-column table, tabs, text boxes and columns flattened one after the
other all read alike; the title itself is ``title``'s. Neighbours: ``segments``, ``symbol``, ``title``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from vanban_lint.model import Block
from vanban_lint.structure.blocks import block
from vanban_lint.structure.lexicon import Lexicon, starts_with
from vanban_lint.structure.markers import read_marker
from vanban_lint.structure.segments import Line, columns
from vanban_lint.structure.symbol import parse_place_date, parse_symbol
from vanban_lint.text.lazy import lazy
from vanban_lint.text.letters import is_upper, squash, starts_lower

#: How many lines a head may take; more than the longest seen (27) by a wide margin.
_REACH = 60
_LONG = 130
_NATIONAL = {
    "CONGHOAXAHOICHUNGHIAVIETNAM": ("quoc_hieu", "đúng chữ quốc hiệu"),
    "DOCLAPTUDOHANHPHUC": ("tieu_ngu", "đúng chữ tiêu ngữ"),
    "DANGCONGSANVIETNAM": ("tieu_de_dang", "đúng chữ tiêu đề của Đảng"),
    "DOANTNCSHOCHIMINH": ("tieu_de_doan", "đúng chữ tiêu đề của Đoàn"),
    "DOANTHANHNIENCONGSANHOCHIMINH": ("tieu_de_doan", "đúng chữ tiêu đề của Đoàn"),
}
_STRONG = {"quoc_hieu", "tieu_ngu", "tieu_de_dang", "tieu_de_doan", "so_ky_hieu", "dia_danh_ngay"}
_SMALL_BODY = 60
#: The subject of a Party letter may begin with a capital (Hướng dẫn 36) and has no "V/v".
_PARTY_LETTER = lazy(r"-\s*CV\s*/")
_STARS = lazy(r"[*∗＊x]{1,5}|(?:\* ?){2,5}")
_RULE = lazy(r"[-_–—=.─]{3,}")
_DRAFT = lazy(r"\W{0,3}DỰ THẢO\b(?:\s*(?:LẦN)?\s*(?:THỨ\s*)?\S{0,6})?\s*\W{0,4}|\W{0,3}DỰ THẢO\W.{0,40}")
_DATED_NUMBER = lazy(r"(?P<so>Số\b.{0,40}?)[\s,;]+(?P<ngay>ngày\b.{0,40})", re.I)
_SUBJECT = lazy(r"(?:v\s*/\s*v|về việc|vv)\b\s*[:.]?\s*", re.I)
#: Misspelt forms too ("Kính gởi", "Kinh gửi"): which is right is a matter of rules.
KINH = lazy(r"\W{0,3}(?:k[íi]nh\s+(?:g[ửởữừ]i|trình)|nơi gửi)(?!\w)\s*(?P<hai_cham>[:：])?", re.I)


class Named(NamedTuple):
    """What a line of the head is."""

    name: str
    values: dict[str, Any]
    evidence: str
    confidence: float


@dataclass(slots=True)
class Head:
    """Blocks of the head and ``end``, the index of the first line below it. ``subject`` is the letter's subject."""

    blocks: list[Block]
    end: int
    subject: Block | None


@dataclass(slots=True)
class _Reading:
    """What has been gathered while reading down the head."""

    named: list[tuple[Line, Named]] = field(default_factory=list)
    bodies: list[Line] = field(default_factory=list)
    subject: list[Line] = field(default_factory=list)
    tables: set[int] = field(default_factory=set)
    symbol: Line | None = None
    unknown: list[int] = field(default_factory=list)

    def has(self, *names: str) -> bool:
        return any(named.name in names for _, named in self.named)

    def strong(self) -> bool:
        return any(named.name in _STRONG for _, named in self.named)


def read_head(lines: Sequence[Line], start: int, lexicon: Lexicon) -> Head:
    """The head that begins at line ``start``; empty when the document opens with its title or its text."""
    reading = _Reading(tables=_head_tables(lines[start : start + _REACH]))
    end = start
    for index in range(start, min(len(lines), start + _REACH)):
        line = lines[index]
        if _ends(line, reading, lexicon):
            break
        seen = [_take(part, reading, lexicon) for column in columns(line) for part in _number_and_date(column)]
        if any(seen):
            end = index + 1
            reading.unknown = []
        elif line.table in reading.tables:
            end = index + 1
        else:
            reading.unknown.append(index)
            if len(reading.unknown) > 3:
                break
    return _finish(lines, start, end, reading, lexicon)


def name_line(line: Line, lexicon: Lexicon) -> Named | None:
    """What a line says it is, by its own words alone; ``None`` for a name of a body, a subject or running text."""
    text = line.text
    if len(text) > _LONG:
        return None
    if _STARS.fullmatch(text):
        return Named("dau_sao", {}, "dòng chỉ có dấu sao", 1.0)
    national = _national(text)
    if national:
        return national
    symbol = parse_symbol(text, lexicon) if len(text) <= 80 else None
    if symbol:
        return Named("so_ky_hieu", symbol, "chữ Số và ký hiệu" if symbol["chu_so"] else "dạng ký hiệu", 1.0)
    date = parse_place_date(text)
    if date:
        return Named("dia_danh_ngay", date, "địa danh và ngày, tháng, năm", 1.0)
    return _mark(line, lexicon)


def national(line: Line, lexicon: Lexicon) -> bool:
    """A national or Party heading: with it a document begins."""
    found = _national(line.text) if len(line.text) <= 80 else None
    return found is not None and found.name != "tieu_ngu"


def _national(text: str) -> Named | None:
    letters = squash(text[:80])
    if letters[:4] not in ("CONG", "DOCL", "DANG", "DOAN") and letters[:3] != "DOC":
        return None
    if letters in _NATIONAL:
        name, evidence = _NATIONAL[letters]
        return Named(name, {}, evidence, 1.0)
    for wanted, (name, _) in _NATIONAL.items():
        if abs(len(wanted) - len(letters)) <= 3 and SequenceMatcher(None, wanted, letters).ratio() >= 0.92:
            return Named(name, {}, "gần đúng chữ, có lỗi gõ", 0.8)
    return None


def _mark(line: Line, lexicon: Lexicon) -> Named | None:
    key = line.key.strip(" .:*()[]")
    if key in lexicon.marks:
        if is_upper(line.text):
            return Named(lexicon.marks[key], {}, "đúng chữ của dấu", 1.0)
        return Named(lexicon.marks[key], {}, "đúng chữ của dấu, không in hoa", 0.9)
    if len(line.key) <= 60 and _DRAFT.fullmatch(line.key):
        return Named("du_thao", {}, "chữ Dự thảo đứng riêng", 1.0)
    return None


def _head_tables(lines: Sequence[Line]) -> set[int]:
    """Tables that hold the national heading, the Party's or a number: the layout tables of the head."""
    found = set()
    for line in lines:
        if line.table is not None and len(line.text) < 80 and line.table not in found and _national(line.text):
            found.add(line.table)
    return found


def _ends(line: Line, reading: _Reading, lexicon: Lexicon) -> bool:
    inside = line.table is not None and line.table in reading.tables
    if KINH.match(line.text) and not (inside and reading.symbol is None):
        return True
    if inside:
        return False
    if len(line.text) > _LONG and not _SUBJECT.match(line.text):
        return len(columns(line)) == 1
    if title_type(line, lexicon):
        return True
    return starts_with(line.key.lstrip("-– "), lexicon.sure_grounds) or (
        reading.symbol is None and read_marker(line.text) is not None and line.text[0] != "*"
    )


def title_type(line: Line, lexicon: Lexicon) -> tuple[Any, int] | None:
    """The document type that a title line names, with the length of the name in the line."""
    text = line.text
    if len(text) > 200 or text.endswith(":"):
        return None
    exact = lexicon.type_squashed.get(squash(text)) if len(text) <= 60 else None
    if exact:
        return exact, len(text)
    if not is_upper(text) and not is_upper(" ".join(text.split()[:2])):
        return None
    found = lexicon.type_heading(line.key)
    if found is None:
        return lexicon.near_type(text) if is_upper(text) else None
    kind, length = found
    opening = text[:length]
    return (kind, length) if is_upper(opening) else None


def _take(line: Line, reading: _Reading, lexicon: Lexicon) -> bool:
    """Name one line of the head and keep it; false when it is nothing known."""
    named = name_line(line, lexicon)
    if named:
        reading.named.append((line, named))
        if named.name == "so_ky_hieu" and reading.symbol is None:
            reading.symbol = line
        if line.table is not None and named.name in _STRONG:
            reading.tables.add(line.table)
        return True
    if _RULE.fullmatch(line.text):
        return reading.strong() or bool(reading.bodies)
    if _continues_subject(line, reading):
        reading.subject.append(line)
        return True
    if _is_body_line(line, reading, lexicon):
        reading.bodies.append(line)
        return True
    return False


def _number_and_date(line: Line) -> list[Line]:
    """The line, cut where a date follows the number ("Số 35-CT/TU, ngày    tháng    năm 2023")."""
    match = _DATED_NUMBER.fullmatch(line.text)
    return [line.part(0, match.end("so")), line.part(match.start("ngay"))] if match else [line]


def _continues_subject(line: Line, reading: _Reading) -> bool:
    if _SUBJECT.match(line.text) and not reading.subject and len(line.text) <= 400:
        return reading.symbol is not None
    if reading.symbol is None:
        return False
    last = reading.subject[-1] if reading.subject else reading.symbol
    same_cell = bool(line.cell) and line.cell == last.cell
    if same_cell:
        return not is_upper(line.text)
    if line.cell or last.cell:
        return False
    near = line.column == last.column and line.blank == 0
    return (
        near
        and not is_upper(line.text)
        and (bool(reading.subject) or starts_lower(line.text) or _PARTY_LETTER.search(last.text) is not None)
        and len(line.text) <= _LONG
    )


def _is_body_line(line: Line, reading: _Reading, lexicon: Lexicon) -> bool:
    text = line.text
    if text.startswith("{{") and reading.bodies and text.endswith("}}"):
        return line.cell == reading.bodies[-1].cell
    if read_marker(text) or text.endswith((":", ".", ";")):
        return False
    if not is_upper(_without_fields(text)):
        return _is_small_body(line, reading, lexicon)
    if line.cell:
        return line.table in reading.tables or lexicon.is_body(line.key)
    before = reading.bodies[-1] if reading.bodies else None
    return lexicon.is_body(line.key) or (before is not None and line.order - before.order <= 2)


def _is_small_body(line: Line, reading: _Reading, lexicon: Lexicon) -> bool:
    """A body not typed in capitals: in the table of the head, or right under another body, above the number."""
    if reading.symbol is not None or len(line.text) > _SMALL_BODY or not lexicon.is_body(line.key):
        return False
    if line.cell:
        return line.table in reading.tables
    return bool(reading.bodies) and line.order - reading.bodies[-1].order == 1 and line.blank == 0


def _without_fields(text: str) -> str:
    return re.sub(r"\{\{.*?\}\}", "", text)


def _finish(lines: Sequence[Line], start: int, end: int, reading: _Reading, lexicon: Lexicon) -> Head:
    bodies = reading.bodies
    if not reading.strong():
        marks = [(line, named) for line, named in reading.named if named.name not in ("dau_sao",)]
        last = max((line.order for line, _ in marks), default=-1)
        end = next((i for i in range(start, end) if lines[i].order > last), end) if marks else start
        return Head([_block(line, named) for line, named in marks], end, None)
    last_strong = max(line.order for line, named in reading.named)
    late = [line for line in bodies if not line.cell and line.order > last_strong]
    if late:
        bodies = [line for line in bodies if line not in late]
        end = next(i for i in range(start, end) if lines[i].order == late[0].order)
    found = [_block(line, named) for line, named in reading.named]
    found += issuing_bodies(bodies, lexicon)
    subject = _letter_subject(reading.subject)
    found.sort(key=lambda b: _place(b, lines, start, end))
    return Head(found, end, subject)


def _place(found: Block, lines: Sequence[Line], start: int, end: int) -> tuple[int, int]:
    anchor = found.anchor
    for index in range(start, end):
        if lines[index].anchor[:2] == anchor[:2]:
            return index, anchor.start
    return end, 0


def _block(line: Line, named: Named) -> Block:
    return block(named.name, [line], named.evidence, named.values, named.confidence)


def _letter_subject(lines: Sequence[Line]) -> Block | None:
    if not lines:
        return None
    match = re.match(r"v\s*/\s*v", lines[0].text, re.I)
    evidence = "bắt đầu bằng V/v, dưới số, ký hiệu" if match else "đứng dưới số, ký hiệu, viết thường"
    return block("trich_yeu", lines, evidence, {"v_v": match is not None}, 1.0 if match else 0.8)


def issuing_bodies(lines: Sequence[Line], lexicon: Lexicon) -> list[Block]:
    """The lines of the left column above the number, as superior and issuing body."""
    if not lines:
        return []
    cut = _superior(lines, lexicon)
    values = {"ten": " ".join(line.key for line in lines[cut:])}
    found = [block("co_quan_ban_hanh", lines[cut:], "chữ hoa, đứng trên số, ký hiệu", values, 0.9)]
    if cut:
        above = {"ten": " ".join(line.key for line in lines[:cut])}
        found.insert(0, block("co_quan_chu_quan", lines[:cut], "chữ hoa, trên tên cơ quan ban hành", above, 0.9))
    return found


def _superior(lines: Sequence[Line], lexicon: Lexicon) -> int:
    """How many lines belong to the superior body: up to where the last name begins."""
    weights = [_bold(line) for line in lines]
    heads = [0]
    for index in range(1, len(lines)):
        if lexicon.is_body(lines[index].key) and not _runs_on(lines[index - 1], lexicon):
            heads.append(index)
    if True in weights and False in weights:
        first_bold = weights.index(True)
        if first_bold in heads and not any(weights[:first_bold]):
            return first_bold
    congress = lines[0].key.startswith("ĐẠI HỘI") and len(heads) == 2 and lines[heads[1]].key.startswith("ĐẢNG BỘ")
    return 0 if congress else heads[-1]


def _runs_on(line: Line, lexicon: Lexicon) -> bool:
    key = line.key.strip(" .")
    return key in lexicon.unfinished or key.endswith((",", " -", " VÀ", " CỦA", " VỀ"))


def _bold(line: Line) -> bool | None:
    """Whether the line is bold; ``None`` when the input carries no format."""
    for span in line.paragraph.spans:
        if span.run_at >= 0 and span.end > line.anchor.start and span.start < line.anchor.end:
            return span.format.bold
    return None
