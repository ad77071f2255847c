"""The title of a document: type, author, subject, addressees.

Purpose: ten_loai, tac_gia, trich_yeu joined over its lines, gach_trich_yeu, kinh_gui and its addressees. Limits: what
stands above is ``header``'s, the grounds below are ``grounds``'. Neighbours: ``items`` cuts the addressees.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from vanban_lint.model import Block
from vanban_lint.structure.blocks import block
from vanban_lint.structure.header import KINH, name_line, title_type
from vanban_lint.structure.items import item_block
from vanban_lint.structure.lexicon import DocumentType, Lexicon, starts_with
from vanban_lint.structure.markers import read_marker
from vanban_lint.structure.segments import Line
from vanban_lint.text.lazy import lazy
from vanban_lint.text.letters import is_upper, starts_lower
from vanban_lint.text.tone import fold_tone

#: Lines of one subject: five were the most seen, and a plan's subject may take more.
_SUBJECT_LINES = 8
#: A centred line of a subject holds about 75 characters; a whole subject may stand in one long paragraph.
_SUBJECT_LINE = 110
_SUBJECT_PARAGRAPH = 400
_HYPHENS = lazy(r"[-–—_=.*~]{2,}|[-–—]{1,}(?:\s[-–—]+)+")
_ATTACHED = lazy(r"\(?\s*(?:ban hành\s+)?kèm theo\b", re.I)
_AUTHOR = lazy(r"CỦA\s")
_ADDRESSEE = lazy(r"[-–—+•]\s*\S")
_RESOLVES = lazy(r"[.!?]['\"”)]*$")
_SENTENCE_END = lazy(r"\s(?:\S+\s+){9,}\S+[.:!?]['\"”)]*$")


@dataclass(slots=True)
class Title:
    """Blocks of the title, the type it names, and ``end``, the index of the first line below."""

    blocks: list[Block] = field(default_factory=list)
    kind: DocumentType | None = None
    end: int = 0


def read_title(lines: Sequence[Line], start: int, lexicon: Lexicon) -> Title:
    """The title that begins at line ``start``; a letter has none but may have addressees."""
    title = Title(end=start)
    index = start
    found = title_type(lines[index], lexicon) if index < len(lines) else None
    if found and not is_upper(lines[index].text) and index + 1 < len(lines) and is_upper(lines[index + 1].text):
        below = title_type(lines[index + 1], lexicon)
        index, found = (index + 1, below) if below else (index, found)
    if found:
        title.kind, length = found
        index = _heading(lines, index, length, title)
        index = _author(lines, index, title)
        index = _subject(lines, index, title, lexicon)
        index = _rule(lines, index, title)
    index = _addressees(lines, index, title, lexicon, below_title=found is not None)
    title.end = index
    return title


def _heading(lines: Sequence[Line], index: int, length: int, title: Title) -> int:
    """The type line; words after the type on the same line are the subject unless they only widen the type."""
    line, kind = lines[index], title.kind
    assert kind is not None
    rest = line.text[length:].strip(" :.-")
    values = {"khoa": kind.khoa, "ten": kind.ten}
    wide = len(rest.split()) <= 4 and not rest.upper().startswith(("VỀ ", "CỦA "))
    exact = _names(line.part(0, length).key, kind)
    slip = "" if exact else ", có lỗi gõ"
    if not rest or wide:
        title.blocks.append(
            block("ten_loai", [line], "dòng ghi tên loại văn bản" + slip, values, 1.0 if exact else 0.8)
        )
        return index + 1
    heading = line.part(0, length)
    title.blocks.append(block("ten_loai", [heading], "tên loại mở đầu dòng" + slip, values, 0.9 if exact else 0.7))
    name = "tac_gia" if _AUTHOR.match(rest.upper()) else "trich_yeu"
    tail = line.part(length)
    title.blocks.append(block(name, [tail], "cùng dòng với tên loại", _subject_values(name, tail), 0.8))
    return index + 1


def _names(key: str, kind: DocumentType) -> bool:
    """Whether a heading spells the name of its type right; letters may stand apart ("C H Ỉ  T H Ị")."""
    return fold_tone(kind.ten).upper().replace(" ", "") in key.replace(" ", "")


def _subject_values(name: str, line: Line) -> dict[str, object]:
    if name == "tac_gia":
        return {"co_quan": line.key.removeprefix("CỦA ").strip()}
    return {"v_v": re.match(r"v\s*/\s*v", line.text, re.I) is not None}


def _author(lines: Sequence[Line], index: int, title: Title) -> int:
    """ "CỦA BAN THƯỜNG VỤ ..." in capitals under the type, over one or more lines."""
    taken: list[Line] = []
    while index < len(lines) and len(taken) < 3:
        line = lines[index]
        opens = not taken and is_upper(line.text) and _AUTHOR.match(line.key)
        goes_on = taken and is_upper(line.text) and line.blank == 0 and not line.key.startswith("VỀ ")
        if not (opens or goes_on):
            break
        taken.append(line)
        index += 1
    if taken:
        values = {"co_quan": " ".join(line.key for line in taken).removeprefix("CỦA ").strip()}
        title.blocks.append(block("tac_gia", taken, "chữ hoa, bắt đầu bằng CỦA, dưới tên loại", values))
    return index


def _subject(lines: Sequence[Line], index: int, title: Title, lexicon: Lexicon) -> int:
    if any(b.name == "trich_yeu" for b in title.blocks):
        return index
    limit = _rule_below(lines, index)
    taken: list[Line] = []
    while index < len(lines) and len(taken) < _SUBJECT_LINES:
        line = lines[index]
        if limit is not None:
            if index >= limit:
                break
        elif not _is_subject(line, taken, lexicon):
            break
        taken.append(line)
        index += 1
    drafts = [line for line in taken if (named := name_line(line, lexicon)) and named.name == "du_thao"]
    taken = [line for line in taken if line not in drafts]
    if taken:
        values = _subject_values("trich_yeu", taken[0])
        title.blocks.append(block("trich_yeu", taken, "các dòng dưới tên loại, trước nội dung", values, 0.95))
    title.blocks += [block("du_thao", [line], "chữ Dự thảo đứng riêng, dưới tên loại") for line in drafts]
    return index


def _rule_below(lines: Sequence[Line], index: int) -> int | None:
    """Index of the line of hyphens that closes the subject, when one stands near with nothing else between."""
    for i in range(index, min(len(lines), index + _SUBJECT_LINES)):
        text = lines[i].text
        if _HYPHENS.fullmatch(text):
            return i
        if len(text) > _SUBJECT_PARAGRAPH or read_marker(text) or KINH.match(text):
            return None
        if _RESOLVES.search(text) and not _is_last_of_subject(lines, i):
            return None
    return None


def _is_last_of_subject(lines: Sequence[Line], index: int) -> bool:
    """A short line right above the hyphens is of the subject, though somebody ended it with a full stop."""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return len(lines[index].text) <= _SUBJECT_LINE and _HYPHENS.fullmatch(below) is not None


def _is_subject(line: Line, taken: Sequence[Line], lexicon: Lexicon) -> bool:
    text = line.text
    if _HYPHENS.fullmatch(text) or read_marker(text) or KINH.match(text) or _ATTACHED.match(text):
        return False
    if starts_with(line.key, lexicon.sure_grounds) or text.endswith((";", ":")) or name_line(line, lexicon):
        return False
    if _is_authority(line, lexicon):
        return False
    if not taken:
        long_sentence = len(text) > _SUBJECT_LINE and _RESOLVES.search(text) and not starts_lower(text)
        return len(text) <= _SUBJECT_PARAGRAPH and not long_sentence
    if line.blank or len(text) > _SUBJECT_LINE or _RESOLVES.search(text):
        return False
    if _leaves_centre(taken[-1], line):
        return False
    return starts_lower(text) or is_upper(text) == is_upper(taken[-1].text)


def _leaves_centre(before: Line, line: Line) -> bool:
    return before.paragraph.format.align == "center" and line.paragraph.format.align in ("both", "left", "justify")


def _is_authority(line: Line, lexicon: Lexicon) -> bool:
    """A line in capitals that names who issues ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ...")."""
    return is_upper(line.text) and (lexicon.is_body(line.key) or lexicon.is_post(line.key))


def _rule(lines: Sequence[Line], index: int, title: Title) -> int:
    while index < len(lines) and _HYPHENS.fullmatch(lines[index].text):
        title.blocks.append(block("gach_trich_yeu", [lines[index]], "dòng gạch dưới trích yếu"))
        index += 1
    return index


def _addressees(lines: Sequence[Line], index: int, title: Title, lexicon: Lexicon, *, below_title: bool) -> int:
    """Kính gửi or Kính trình with its addressees; the hyphens under the subject may also follow them."""
    where = next((i for i in range(index, min(index + 4, len(lines))) if KINH.match(lines[i].text)), None)
    if where is None or any(_is_text(lines[i].text) for i in range(index, where)):
        return index
    line = lines[where]
    match = KINH.match(line.text)
    assert match is not None
    if below_title and match["hai_cham"] is None and len(line.text) > 60:
        return index
    label = line.part(0, match.end())
    values = {"chu": collapse_label(label.text), "hai_cham": match["hai_cham"] is not None}
    title.blocks.append(block("kinh_gui", [label], "mở đầu bằng Kính gửi hoặc Kính trình", values))
    first = line.part(match.end())
    taken = [[first]] if first.text else []
    end = _addressee_lines(lines, where + 1, line, taken, lexicon)
    title.blocks += [item_block("kinh_gui_muc", group, "nơi được kính gửi") for group in taken]
    return end


def _is_text(text: str) -> bool:
    """A line of the text itself, below which no addressees are looked for."""
    return len(text) > _SUBJECT_LINE or read_marker(text) is not None or _RESOLVES.search(text) is not None


def collapse_label(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" :：")


def _addressee_lines(lines: Sequence[Line], index: int, label: Line, taken: list[list[Line]], lexicon: Lexicon) -> int:
    while index < len(lines):
        line = lines[index]
        beside = label.table is not None and line.table == label.table
        dashed = _ADDRESSEE.match(line.text) is not None
        if len(line.text) > 300 or name_line(line, lexicon) or _HYPHENS.fullmatch(line.text):
            break
        if starts_with(line.key.lstrip("-–—+•* "), lexicon.sure_grounds):
            break
        if dashed or (beside and line.cell != label.cell and not _open(taken)):
            taken.append([line])
        elif taken and line.blank == 0 and len(line.text) <= _SUBJECT_LINE and _goes_on(taken[-1][-1], line):
            taken[-1].append(line)
        elif beside or (not taken and len(line.text) <= _SUBJECT_LINE):
            taken.append([line])
        else:
            break
        index += 1
    return index


def _open(taken: list[list[Line]]) -> bool:
    return bool(taken) and not taken[-1][-1].text.endswith((";", ",", ".", ":"))


def _goes_on(before: Line, line: Line) -> bool:
    """A line that carries on the addressee above it, not the first paragraph of the text."""
    if before.text.endswith(("./.", ".")):
        return False
    # A list that closes with a comma (HD 36) is followed by the text, whose paragraphs end as sentences do.
    return starts_lower(line.text) or (before.text.endswith(",") and not _SENTENCE_END.search(line.text))
