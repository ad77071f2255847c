"""Citations in a running text: type word, "số", number, date, issuing body, beginning of the subject.

Purpose: every form of rules/du-lieu/loai.yaml with the dirt of real drafts: spaces and dashes in the number, a line
break in it, no "số", dates in words or digits, the body before the date or after it. Limits: a number is a citation
only when its letters are those of a known type, or a type word stands before it; a law is found by its name and year
only when no number follows. Offsets are code points of the text given.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from vanban_lint.citation.normalise import TERM, Number, Vocabulary, number
from vanban_lint.citation.title import follows
from vanban_lint.text.dates import WrittenDate, date_at
from vanban_lint.text.lazy import lazy
from vanban_lint.text.tone import fold_tone

_DIGIT = lazy(r"\d")
_LETTERS = r"[A-ZĐÐ](?:[A-ZĐÐ\d&.]*[A-ZĐÐ\d]|[a-zđ]{1,2}(?=[A-ZĐÐ]|(?!\w)))*"
# Every dash and slash a keyboard or a converter puts for "-" and "/"; a no-break hyphen is read as the hyphen it is.
_SIGN = r"\s{0,2}[-‐\u2011‒–—−/∕／]\s{0,2}"
_CODE = lazy(
    # The look behind comes after the first digit: a pattern that begins with a digit skips to digits (twice as fast).
    rf"(?P<so>\d(?<![\w/.,–-]\d)\d{{0,4}}(?:\.\d{{1,3}}(?=\s?/))?[a-zđ]?)"
    rf"(?:(?P<s0>{_SIGN})(?P<nam>(?:19|20)\d\d))?(?P<s1>{_SIGN})(?P<g1>{_LETTERS})"
    rf"(?:(?P<s2>{_SIGN})(?P<g2>{_LETTERS}))?(?P<more>(?:[-–/](?:{_LETTERS}|nb))*)(?!\w)"
)
_MORE = lazy(r"([-–/])([^-–/]+)")
_DAY = lazy(r"\s*(?P<phay>,)?\s*\(?\s*(?:(?:ban hành|ký)\s+)?(?P<ngay>ngày\s*)?", re.I)
_BODY = lazy(r"\s*[,)]?\s*của\s+(?P<ten>[^\W\d_].*)", re.S)
_BODY_END = lazy(
    r"\s+(?:về|ban hành|quy định|phê duyệt|hướng dẫn|sửa đổi|thực hiện|thi hành|ngày|tại|là|đã|trong|khi|trên|cho|được|"
    r"công bố|kiện toàn|thành lập|giao|triển khai|đến|"
    r"và (?:các|những|Kế hoạch|Công (?:văn|điện)|Nghị|Quyết|Chỉ|Kết luận|Quy|Hướng|Thông (?:tư|báo|tri)|Chương)|"
    r"theo|tổ chức|bãi bỏ|thay thế|tiếp tục|đề nghị|V/v|(?:Quyết|Nghị|Chỉ|Quy|Hướng|Kết|Thông)\s)|"
    r",(?! (?:Thể thao|Bộ|Tòa|Viện|Ban|Thông))|[;.:()“”\"\n]"
)
_SUBJECT = lazy(r"(?:\s*\([^()]*\))*\s*,?\s*(?P<ten>[“\"]?[^\W\d_][^;\n]{3,})")
_LAW = lazy(
    r"(?P<loai>Bộ luật|Luật|Pháp lệnh|Hiến pháp)(?P<ten>(?:\s+[^\W\d_][\w-]*,?){1,16}?)?"
    r"\s+(?:(?:ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+)?năm\s+(?P<nam>(?:19|20)\d\d)(?!\w))"
)
_LAWS = lazy(r"Luật|Bộ luật|Pháp lệnh|Hiến pháp")
_LAW_BEFORE = lazy(r"(?P<loai>Bộ luật|Luật|Pháp lệnh|Nghị quyết|Lệnh)\b(?P<ten>[^;:.()]{0,160}?)\s*(?:[Ss]ố\s*)?$")


_ROW = lazy(r"[;.]\s|(?:[,:]|\b(?:và|hoặc|cùng|với|gồm))\s*(?:các\s+)?$|^\s*$")
_SHORT = lazy(
    r"(?P<loai>Nghị\squyết|Chỉ\sthị|Kết\sluận|Quyết\sđịnh|Quy\sđịnh|Nghị\sđịnh|Thông\stư|Hướng\sdẫn)"
    r"\s+(?:số\s+)?(?P<so>\d{1,4})"
    r"(?=[.,;:)”\"]?(?:\s+(?:của|về|và|đã|là|tại|được|cho|để|này|nêu|theo|đến)\b|\s*$|[;.)]))(?![.,]\d)"
)
_NAMED_SO = lazy(r"gọi\s+(?:chung\s+|tắt\s+)?là\s*:?\s*[“\"]?\s*$")


#: What stands between the body and the document it gives.
_GIVEN_BY = ("tại", "ban hành", "có", "ký", "trình", "này", "của", "nhận được", "gửi")
#: How far before a number its type word, or the name of a law, may begin.
_HEAD, _LAW_HEAD = 60, 200
#: Words of the longest type name; what may stand between "Chương trình" and its number.
_TYPE_WORDS, _ACTION = 5, "hành động"


class ShortForm(NamedTuple):
    """A document called by type word and bare number: "Nghị quyết 27". ``defines``: right after "gọi tắt là"."""

    start: int
    end: int
    ten_loai: str
    so: str
    defines: bool


class Citation(NamedTuple):
    """One citation. ``start`` to ``end`` covers type word, number, date and body; the code alone has its own offsets.

    ``so`` is ``None`` for a law by name and year. ``co_ngay`` without ``ngay`` is a date left blank to be filled in;
    ``co_quan_truoc`` tells that a body is named before; ``long_nhau`` that it may belong to the subject of the citation
    before it; ``date`` is the day of ``ngay`` where there is such a day; ``trich_yeu`` is the beginning of the subject,
    "" when none follows.
    """

    start: int
    end: int
    code_start: int
    code_end: int
    so: Number | None
    ten_loai: str | None
    co_so: bool
    ngay: WrittenDate | None = None
    date: dt.date | None = None
    co_ngay: bool = False
    phay: bool = False
    co_quan_ban_hanh: str | None = None
    co_quan_truoc: bool = False
    trich_yeu: str = ""
    long_nhau: bool = False
    nam: int | None = None

    @property
    def ky_hieu(self) -> str:
        """The number as it should be written; for a law its name."""
        return self.so.ky_hieu if self.so else self.trich_yeu


def find_citations(text: str, words: Vocabulary) -> list[Citation]:
    """Every citation of ``text`` in reading order."""
    codes = list(_CODE.finditer(text)) if _DIGIT.search(text) else []
    named = "năm" in text and _LAWS.search(text) is not None
    if not codes and not named:
        return []  # most paragraphs: folding them would cost more than looking
    folded = _folded(text)
    matches = [match for match in codes if _plausible(folded, match, words)]
    found: list[Citation] = []
    for index, match in enumerate(matches):
        limit = matches[index + 1].start() if index + 1 < len(matches) else len(folded)
        citation = _citation(folded, match, limit, words)
        if citation is not None:
            nested = bool(found) and _nested(folded[found[-1].end : citation.start])
            found.append(citation._replace(long_nhau=nested))
    if named:
        found += _laws(folded, found)
    return sorted(found)


def find_short_forms(text: str) -> list[ShortForm]:
    """Every "Nghị quyết 27" of ``text``: no letters after the number, and nothing that makes it an amount."""
    return [_short_form(text, match) for match in _SHORT.finditer(text)] if _DIGIT.search(text) else []


def _short_form(text: str, match: re.Match[str]) -> ShortForm:
    defines = _NAMED_SO.search(text[max(0, match.start() - 30) : match.start()]) is not None
    return ShortForm(match.start(), match.end(), " ".join(match["loai"].split()), match["so"], defines)


def _folded(text: str) -> str:
    """One tone placement and plain spaces; the length stays."""
    return fold_tone(text).replace("\u00a0", " ")


def _plausible(text: str, match: re.Match[str], words: Vocabulary) -> bool:
    """Whether the letters are those of a type, or something before the number says what it is."""
    groups = [group for group in (match["g1"], match["g2"]) if group]
    if len(groups) > 1 and groups[0].replace("Ð", "Đ") in words.codes:
        return True
    if match["nam"] and TERM.fullmatch(groups[0]):
        return True
    head = text[max(0, match.start() - _HEAD) : match.start()]
    name, _, said = _type_before(head, words)
    if len(groups) > 1 and groups[0].upper().replace("D", "Đ") in ("QĐ", "NĐ"):
        return True
    return name is not None and (said or name[0].isupper()) and len(groups[0]) > 1


def _citation(text: str, match: re.Match[str], limit: int, words: Vocabulary) -> Citation | None:
    groups = [group for group in (match["g1"], match["g2"]) if group]
    signs = [match[name].strip() for name in ("s0", "s1", "s2") if match[name]]
    for sign, group in _MORE.findall(match["more"]):
        groups.append(group)
        signs.append(sign)
    signs = ["-" if sign == "\u2011" else sign for sign in signs]
    parsed = number(match["so"], match["nam"], groups, signs, words)
    if parsed is None:
        return None
    head_at = max(0, match.start() - _HEAD)
    name, at, said = _type_before(text[head_at : match.start()], words)
    start = head_at + at if name else match.start()
    if name is None and parsed.nam and parsed.loai is None:
        head_at = max(0, match.start() - _LAW_HEAD)
        law = _LAW_BEFORE.search(text[head_at : match.start()])
        name, start = (law["loai"], head_at + law.start()) if law else (None, start)
    before = _body_before(text[max(0, start - 60) : start])
    draft = Citation(start, match.end(), match.start(), match.end(), parsed, name, said, co_quan_truoc=before)
    return _tail(text, draft, limit)


def _tail(text: str, draft: Citation, limit: int) -> Citation:
    """What follows the number: date and issuing body in either order, then the subject."""
    draft = _with_date(text, draft, limit)
    draft = _with_body(text, draft, limit)
    if not draft.co_ngay:
        draft = _with_date(text, draft, limit)
    if follows(text, draft.end) is not True:
        return draft
    subject = _SUBJECT.match(text, draft.end, min(len(text), draft.end + 200))
    return draft._replace(trich_yeu=subject["ten"].strip() if subject else "")


def _with_date(text: str, draft: Citation, limit: int) -> Citation:
    gap = _DAY.match(text, draft.end, limit)
    if gap is None:
        return draft
    date = (date_at(text, gap.start("ngay")) if gap["ngay"] else None) or date_at(text, gap.end())
    if date is not None:
        return draft._replace(end=date.end, ngay=date, date=date.date(), co_ngay=True, phay=bool(gap["phay"]))
    if gap["ngay"]:  # a blank to be filled in, or a date of another form
        return draft._replace(co_ngay=True, phay=bool(gap["phay"]))
    return draft


def _with_body(text: str, draft: Citation, limit: int) -> Citation:
    match = _BODY.match(text, draft.end, min(limit, draft.end + 220))
    if match is None:
        return draft
    end = _BODY_END.search(text, match.start("ten"), match.end("ten"))
    stop = end.start() if end else match.end("ten")
    name = " ".join(text[match.start("ten") : stop].split())
    return draft._replace(end=stop, co_quan_ban_hanh=name) if name else draft


def _type_before(head: str, words: Vocabulary) -> tuple[str | None, int, bool]:
    """Type word right before a number, its offset in ``head``, and whether "số" stands there.

    Looked up backwards word by word: a pattern of all types tried at every place took four times as long."""
    stem = head.rstrip(": \n\t")
    said = stem[-2:].lower() == "số" and not stem[-3:-2].isalnum()
    stem = stem[:-2].rstrip() if said else stem
    stem = stem[: -len(_ACTION)].rstrip() if stem.endswith(_ACTION) else stem
    at, found = len(stem), None
    last = stem.split()[-_TYPE_WORDS:]
    for index in range(len(last) - 1, -1, -1):
        at = stem.rfind(last[index], 0, at)
        name = " ".join(last[index:])
        if name.lower() in words.types and (at or len(head) < _HEAD) and (name[0].isupper() or said):
            found = name, at
    return (*found, said) if found else (None, len(head), said)


def _body_before(before: str) -> bool:
    """A body is named before the citation: "Sở Nội vụ tại Tờ trình số ...", "Ủy ban nhân dân tỉnh ban hành ..."."""
    stem = before.rstrip()
    return len(stem) < len(before) and stem.removesuffix("các").rstrip().endswith(_GIVEN_BY)


def _nested(between: str) -> bool:
    """The second of two citations belongs to the subject of the first: "về tổng kết Nghị quyết số 49-NQ/TW".

    What stands in a row does not: a comma, "và" or a mark of its own right before it."""
    return len(between) < 400 and _ROW.search(between) is None


def _laws(text: str, found: list[Citation]) -> Iterator[Citation]:
    for match in _LAW.finditer(text):
        if not any(c.start < match.end() and match.start() < c.end for c in found):
            name = " ".join(f"{match['loai']}{match['ten'] or ''}".split())
            yield Citation(
                match.start(), match.end(), match.start(), match.end(), None, match["loai"], False,
                co_ngay=True, trich_yeu=name, nam=int(match["nam"]),
            )  # fmt: skip
