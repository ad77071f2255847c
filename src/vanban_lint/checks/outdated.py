"""Kind ``outdated``: bodies and units named in the running text that were no more, or were not yet, on its date.

Purpose: one finding a name, at its first place, the others related; what came instead, since when, by which document.
Limits: names of a table only (rules/du-lieu/da-ket-thuc.yaml, don-vi-cu.yaml, tinh.yaml, moi-lap.yaml). Issuing body,
addressees and recipients are ``vocabulary``'s matter. A name is left alone where the text speaks of the past or of
somebody else's words: see ``_is_history``. Prose has no date to judge by and is never judged.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from vanban_lint.checks.base import Context, Param, as_day, fold
from vanban_lint.checks.cited import cited, cited_in
from vanban_lint.model import Anchor, Flow, Hit, Related
from vanban_lint.model.rule import Rule
from vanban_lint.text.dates import find_dates
from vanban_lint.text.lazy import lazy
from vanban_lint.text.phrases import expand, places

PARAMS = {
    "xet": Param("choice", "het: ended before the date; chua: began after it", required=True, choices=("het", "chua")),
    "bang": Param("text", "table of names: cum or ten, den or tu, thay or truoc, nguon", required=True),
    "nhom": Param("list", "only names of these groups of the table"),
    "dung_truoc": Param("text", "word that must stand before the name: tỉnh"),
    "ten_rieng": Param("flag", "a proper name must follow: a capital or a digit"),
    "nguon": Param("text", "document by which the names of the table ended, where a row names none"),
}
FIELDS = ("thuc_te", "mong_doi", "ten", "tu", "nguon")

# Blocks that rules of their own judge, or that hold no running text.
_OTHERS = (
    "co_quan_chu_quan", "co_quan_ban_hanh", "so_ky_hieu", "dia_danh_ngay", "kinh_gui", "kinh_gui_muc", "noi_nhan",
    "noi_nhan_muc", "luu", "quyen_han_ky", "chuc_vu", "ho_ten",
)  # fmt: skip
# The text itself speaks of what was, of a change, of a birthplace, or of provisions that name the level.
_PAST = lazy(
    r"(?<!\w)(?:trước đây|trước khi|trước ngày|trước (?:sắp xếp|sáp nhập|hợp nhất)|"
    r"nguyên (?:là|bí|phó|chủ|giám|trưởng|ủy|cán)|cựu|cũ|từng|khi đó|lúc (?:đó|bấy giờ)|lịch sử|truyền thống|"
    r"(?:khóa|nhiệm kỳ|kỳ|giai đoạn) trước|"
    r"sáp nhập|hợp nhất|nhập|chia tách|tách|giải thể|kết thúc|chấm dứt|bãi bỏ|thay thế|ngừng|dừng|không còn|bỏ|"
    r"đổi tên|chuyển (?:từ|về|giao|tiếp)|tiếp nhận|bàn giao|thành lập|kế thừa|sắp xếp|tổ chức lại|"
    r"quê(?: quán)?|nguyên quán|sinh (?:ngày|năm|tại)|nơi sinh|thường trú|trú tại|"
    r"vẫn (?:còn|xác định)|hai cấp|0?2 cấp)(?!\w)"
)
# "Pháp lệnh Thực hiện dân chủ ở xã, phường, thị trấn": the name of a law is what it is.
_LAW = lazy(r"(?<!\w)(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp|dân chủ ở)\s[^.;]*$")
# A document about the change itself names both sides all through.
_CHANGE = lazy(
    r"(?<!\w)(?:hợp nhất|sáp nhập|sắp xếp|giải thể|kết thúc hoạt động|chia tách|chuyển giao|bàn giao|tổ chức lại)(?!\w)"
)
# "tỉnh X" in the name of an association or a company, which keeps its name as long as it likes.
_OWN_NAME = lazy(
    r"(?:Hội|Hiệp hội|Liên hiệp|Liên đoàn|Câu lạc bộ|Công ty|Ngân hàng|Quỹ|Trường|Bệnh viện|Chi nhánh|Hợp tác xã|"
    r"Trung tâm|Đoàn)(?: [^\W\d_][\w-]*,?){0,8} $"
)
#: Characters looked back for an opening quotation mark.
_QUOTE = 400
#: What a plan or a resolution names ahead of its beginning; measured: up to two months in the reform of 2025.
_AHEAD = dt.timedelta(days=120)
_WORD = lazy(r"\w+")
_YEARS = lazy(r"(?<!\d)((?:19|20)\d\d)(?:\s?[-–]\s?((?:19|20)\d\d))?(?!\d)")
_STOPS = (". ", ";", "\n")
_OPENING, _CLOSING = "“«", "”»"


class Text(NamedTuple):
    """The running text of a document as one string of small letters; ``starts`` are the offsets of its flows in it.

    ``words`` are all its words: nine names in ten hold one that the text lacks, and need not be looked for.
    """

    lowered: str
    flows: tuple[Flow, ...]
    starts: tuple[int, ...]
    words: frozenset[str]

    def place(self, at: int) -> tuple[Flow, int]:
        """The flow that holds an offset, and the offset in it."""
        index = bisect_right(self.starts, at) - 1
        return self.flows[index], at - self.starts[index]


class Name(NamedTuple):
    """One place of a name: ``start`` to ``end`` in the text of ``flow``."""

    flow: Flow
    start: int
    end: int

    @property
    def anchor(self) -> Anchor:
        return self.flow.anchors(self.start, self.end)[0]

    @property
    def typed(self) -> str:
        return self.flow.typed(self.start, self.end)


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    ahead = rule.tham_so["xet"] == "chua"
    if context.structure.regime.value == "van-xuoi" or (ahead and not context.structure.date_known):
        return
    if any(_CHANGE.search(fold(block.text).lower()) for block in context.own("trich_yeu")):
        return
    text, day = _text(context), _day(context)
    for entry in _entries(rule, context, day):
        found = [name for name in _found(rule, entry, text) if not _is_history(name, entry, context)]
        if found:
            yield _hit(rule, entry, found)


def _hit(rule: Rule, entry: Mapping[str, Any], found: list[Name]) -> Hit:
    first, rest = found[0], found[1:]
    last, begun = as_day(entry.get("den")), as_day(entry.get("tu"))
    since = last + dt.timedelta(days=1) if last else begun
    instead = entry.get("thay") or entry.get("truoc") or ""
    params = {
        "thuc_te": first.typed,
        "mong_doi": instead,
        "ten": entry["ten"],
        "tu": f"{since:%d/%m/%Y}" if since else "",
        "nguon": entry.get("nguon") or rule.tham_so.get("nguon", ""),
    }
    related = tuple(Related(name.anchor, name.typed) for name in rest)
    return Hit(first.anchor, params, suggestions=(instead,), related=related)


def _entries(rule: Rule, context: Context, day: dt.date) -> Iterator[Mapping[str, Any]]:
    """Names of the table that did not exist on ``day``."""
    groups = rule.tham_so.get("nhom")
    for entry in context.tables[rule.tham_so["bang"]]:
        if groups and entry.get("nhom") not in groups:
            continue
        last, begun, again = as_day(entry.get("den")), as_day(entry.get("tu")), as_day(entry.get("tu_lai"))
        if rule.tham_so["xet"] == "chua":
            gone = begun is not None and day + _AHEAD < begun
        else:
            gone = last is not None and day > last and not (again is not None and day >= again)
        if gone:
            yield entry


def _day(context: Context) -> dt.date:
    """The day to judge by. A text that says nothing of its year is not taken for one of today when it cites older ones.

    Templates and copies without a date are often years old; the latest document they cite tells at least that much.
    """
    date = context.structure.date
    if date.value is not None and date.confidence > 0.5:
        return context.date
    days = [day for item in cited(context) if (day := item.citation.date) is not None]
    return min(max(days), context.date) if days else context.date


# Where names stand


def _text(context: Context) -> Text:
    found: Text | None = context.shared.get("outdated")
    if found is None:
        found = context.shared["outdated"] = _joined(context)
    return found


def _joined(context: Context) -> Text:
    others = {anchor[:2] for block in context.structure.all(*_OTHERS) for anchor in block.anchors}
    flows = tuple(flow for flow in context.structure.flows if flow.pieces[0].anchor[:2] not in others)
    lines, starts, at = [], [], 0
    for flow in flows:
        line = fold(flow.text)
        lowered = line.lower()
        lines.append(lowered if len(lowered) == len(line) else line)
        starts.append(at)
        at += len(line) + 1
    joined = "\n".join(lines)
    return Text(joined, flows, tuple(starts), frozenset(_WORD.findall(joined)))


def _found(rule: Rule, entry: Mapping[str, Any], text: Text) -> list[Name]:
    """Every place of a name, in reading order."""
    after, before = tuple(entry.get("sau_khong", ())), tuple(entry.get("truoc_khong", ()))
    head = rule.tham_so.get("dung_truoc")
    names = []
    for written in entry.get("cum") or (fold(entry["ten"]).lower(),):
        for phrase in expand(f"{head} {written}" if head else written):
            if not text.words.issuperset(_WORD.findall(phrase)):
                continue
            for at in places(text.lowered, phrase, after, before):
                flow, start = text.place(at)
                name = Name(flow, start, start + len(phrase))
                if not rule.tham_so.get("ten_rieng") or _proper_follows(name):
                    names.append((at, name))
    return list(_apart(sorted(names)))


def _apart(names: list[tuple[int, Name]]) -> Iterator[Name]:
    """Names without those that begin inside the one before ("các huyện, thị xã" and "huyện, thị xã, thành phố")."""
    end = -1
    for at, name in names:
        if at >= end:
            yield name
            end = at + name.end - name.start


def _proper_follows(name: Name) -> bool:
    tail = name.flow.text[name.end : name.end + 3]
    return tail[:1] == " " and (tail[1:2].isupper() or tail[1:2].isdigit()) and not name.flow.text.isupper()


# Where the text does not name a body of its own day


def _is_history(name: Name, entry: Mapping[str, Any], context: Context) -> bool:
    """Whether the sentence speaks of the past: it says so, it gives a date or a period of then, it cites or quotes."""
    text = name.flow.text
    start, end = _sentence(text, name.start, name.end)
    if _quoted(text, name.start) or _own_name(text, name.start, entry) or _LAW.search(text[start : name.start]):
        return True
    if _PAST.search(fold(text[start:end]).lower()):
        return True
    limit = as_day(entry.get("den"))
    if limit is None:
        return _in_citation(name, None, start, end, context)
    return _dated_before(text[start:end], limit, context.date) or _in_citation(name, limit, start, end, context)


def _own_name(text: str, at: int, entry: Mapping[str, Any]) -> bool:
    return "cap" in entry and _OWN_NAME.search(text[max(0, at - 80) : at]) is not None


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around a stretch: from full stop, semicolon or line end to the next."""
    left = max(text.rfind(mark, 0, start) for mark in _STOPS) + 1
    rights = [at for mark in _STOPS if (at := text.find(mark, end)) >= 0]
    return left, min(rights, default=len(text))


def _quoted(text: str, at: int) -> bool:
    before = text[max(0, at - _QUOTE) : at]
    opened = max(before.rfind(mark) for mark in _OPENING)
    if opened > max(before.rfind(mark) for mark in _CLOSING):
        return True
    return before.count('"') % 2 == 1


def _dated_before(clause: str, last: dt.date, today: dt.date) -> bool:
    """A day up to ``last``, a year of then that is over, or a period that is over by ``today``."""
    if not any(char.isdigit() for char in clause):
        return False
    if any((day := written.date()) is not None and day <= last for written in find_dates(clause)):
        return True
    for match in _YEARS.finditer(clause):
        first, second = int(match[1]), int(match[2] or match[1])
        if second <= last.year and second < today.year:
            return True
        if match[2] and first < last.year and second <= today.year:
            return True
    return False


def _in_citation(name: Name, last: dt.date | None, start: int, end: int, context: Context) -> bool:
    """In the clause of a citation: of a document of then, or of unknown date before the name, whose title it may be."""
    for item in cited_in(name.flow, context):
        citation = item.citation
        if not start <= citation.start < end:
            continue
        if citation.end <= name.start and not item.own:
            return True
        if citation.date is not None and last is not None and citation.date <= last:
            return True
        if citation.start <= name.start < citation.end:
            return True
    return False
