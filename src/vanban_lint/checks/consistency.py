"""Kind ``consistency``: one thing written in two ways in one document.

Purpose: capitals of a body's name, terms, dates, years, quotation marks, decimal marks; one finding a thing, at the
first place of the rarer way, its other places related, the way of the majority named. Limits: says that there are two
ways, not which is right by a convention (``capitals``, ``pattern``); tone placement is ``characters``'. Quoted words
keep the way of their source.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from vanban_lint.checks.base import Context, Param, fold
from vanban_lint.checks.citation import cited
from vanban_lint.model import BODY, Anchor, Flow, Hit, Related
from vanban_lint.model.rule import Rule
from vanban_lint.text.abbreviation import mostly_capitals
from vanban_lint.text.dates import find_dates
from vanban_lint.text.lazy import lazy
from vanban_lint.text.phrases import places

PARAMS = {
    "xet": Param(
        "choice",
        "hoa: capitals of a body's name; cum_tu: the terms of rules/du-lieu/hai-cach.yaml; ngay: dates in words and in "
        "digits; ngay_khong: 05/3 and 5/3; nam: 2026-2027 and 2026 - 2027; ngoac_kep: straight and curly quotation "
        "marks; thap_phan: decimal comma and decimal point; to_chuc: members of a body of another kind than the one "
        "that the subject sets up",
        required=True,
        choices=("hoa", "cum_tu", "ngay", "ngay_khong", "nam", "ngoac_kep", "thap_phan", "to_chuc"),
    ),
}
FIELDS = ("thuc_te", "mong_doi", "it", "nhieu")

_LEFT_OUT = (
    "quoc_hieu", "tieu_ngu", "tieu_de_dang", "co_quan_chu_quan", "co_quan_ban_hanh", "so_ky_hieu", "dia_danh_ngay",
    "quyen_han_ky", "chuc_vu", "ho_ten", "luu", "lien_he",
)  # fmt: skip
_QUOTED = lazy(r"“[^”]{0,400}”|\"[^\"]{0,400}\"")
_YEARS = lazy(r"(?<![\d/.-])(?:19|20)\d\d(?P<noi>\s?[-–]\s?)(?:19|20)\d\d(?![\d/-])")
_QUOTES = lazy('["“”]')
# The line of place and date, as a specimen or in a text that is issued with the document.
_SPECIMEN = lazy(r"\s*[^\W\d_][^,.;]{1,30},\s*ngày\s+\d[^,.;]{8,30}")
_UNIT = r"(?=\s?(?:%|(?:tỷ|tỉ|triệu|nghìn|ha|km|km2|m2|m3|m|kg|tấn|tạ|lần|điểm)(?!\w)))"
_DECIMAL = lazy(rf"(?<![\w.,/-])\d+(?P<dau>[.,])\d{{1,2}}{_UNIT}")


class Way(NamedTuple):
    """One place: which ``way`` it is written, and where in the text of ``flow``."""

    way: str
    flow: Flow
    start: int
    end: int

    @property
    def anchor(self) -> Anchor:
        return self.flow.anchors(self.start, self.end)[0]

    @property
    def typed(self) -> str:
        anchor = self.anchor
        return self.flow.text[self.start : self.start + anchor.end - anchor.start]


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    flows = _flows(context)
    name = rule.tham_so["xet"]
    if name == "to_chuc":
        yield from _left_over(flows, context)
        return
    if name == "hoa":
        groups = _names(flows, context)
    elif name == "cum_tu":
        groups = _terms(flows, context)
    else:
        groups = iter([[Way(way, flow, *span) for flow in flows for way, *span in _STYLES[name](flow.text)]])
    for group in groups:
        hit = _mixed(group)
        if hit is not None:
            yield hit


def _flows(context: Context) -> tuple[Flow, ...]:
    """The running text: no header, no signature, no heading in capitals."""
    found: tuple[Flow, ...] | None = context.shared.get("consistency")
    if found is None:
        quiet = {anchor[:2] for block in context.structure.all(*_LEFT_OUT) for anchor in block.anchors}
        found = context.shared["consistency"] = tuple(
            flow
            for flow in context.structure.flows
            if flow.pieces[0].anchor[:2] not in quiet
            and flow.pieces[0].anchor.part in (BODY, "footnotes", "endnotes")
            and not (flow.text.upper() == flow.text or mostly_capitals(flow.text))
        )
    return found


def _mixed(group: list[Way]) -> Hit | None:
    """One finding for two ways or more, at the first place of the rarest; of two that are even, of the later one."""
    ways: dict[str, list[Way]] = {}
    for item in group:
        ways.setdefault(item.way, []).append(item)
    if len(ways) < 2:
        return None
    usual = max(ways.values(), key=len)
    rare = [item for way in ways.values() if way is not usual for item in way]
    first, rest = rare[0], rare[1:]
    params = {"thuc_te": first.typed, "mong_doi": usual[0].typed, "it": str(len(rare)), "nhieu": str(len(usual))}
    related = [Related(item.anchor, item.typed) for item in rest]
    related.append(Related(usual[0].anchor, usual[0].typed))
    return Hit(first.anchor, params, suggestions=(usual[0].typed,), related=tuple(related))


# Ways that a text shows by itself


def _dates(text: str) -> Iterator[tuple[str, int, int]]:
    quoted = _quotations(text)
    for found in find_dates(text):
        if found.date() is not None and not _within(found.start, quoted) and not _SPECIMEN.fullmatch(text):
            yield found.form, found.start, found.end


def _zeros(text: str) -> Iterator[tuple[str, int, int]]:
    """Only months from 3 to 9 tell: the first two take a zero in either style."""
    for found in find_dates(text):
        if found.form == "so" and found.thang in range(3, 10):
            yield ("khong" if found.thang_chu.startswith("0") else "tran"), found.start, found.end


def _ranges(text: str) -> Iterator[tuple[str, int, int]]:
    quoted = _quotations(text)
    for match in _YEARS.finditer(text):
        if not _within(match.start(), quoted):
            yield ("cach" if match["noi"].strip() != match["noi"] else "lien"), *match.span()


def _quotes(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _QUOTES.finditer(text):
        yield ("thang" if match.group() == '"' else "cong"), *match.span()


def _decimals(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _DECIMAL.finditer(text):
        yield match["dau"], *match.span()


_STYLES: Mapping[str, Callable[[str], Iterator[tuple[str, int, int]]]] = {
    "ngay": _dates,
    "ngay_khong": _zeros,
    "nam": _ranges,
    "ngoac_kep": _quotes,
    "thap_phan": _decimals,
}


def _quotations(text: str) -> list[tuple[int, int]]:
    if "“" not in text and '"' not in text:
        return []
    return [match.span() for match in _QUOTED.finditer(text)]


def _within(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


# Terms


def _terms(flows: tuple[Flow, ...], context: Context) -> Iterator[list[Way]]:
    lowered = [(flow, fold(flow.text).lower()) for flow in flows]
    whole = "\n".join(text for _, text in lowered)
    for entry in context.tables["hai_cach"]:
        if all(way in whole for way in entry["cach"]):
            found = [
                (order, Way(way, flow, at, at + len(way)))
                for way in entry["cach"]
                for order, (flow, text) in enumerate(lowered)
                for at in places(text, way)
                if not _within(at, _quotations(flow.text))
            ]
            yield [way for _, way in sorted(found, key=lambda item: (item[0], item[1].start))]


# Names of bodies

_WORD = lazy(r"[^\W\d_]+")
# First syllable of what bodies and posts are called. A generic one is rightly written small where no body of its own is
# meant ("ban thường vụ cấp ủy", "Ban Thường vụ Đảng ủy Quốc hội"), so more of the name must be the same.
_GENERIC = frozenset("ban ủy đảng đoàn chi thường tổ trường văn".split())
_HEADS = _GENERIC | frozenset(
    "bộ sở hội tỉnh thành phòng cục trung liên mặt công tòa viện thanh câu quỹ chủ phó giám bí quốc chính hiệp học đại "
    "kiểm".split()
)
# Words that are rightly written both ways: Đảng and đảng bộ, Nhân dân and nhân dân, Nhà nước and nhà.
_BOTH = frozenset(
    "đảng nhân nhà trung nước tỉnh thành phố huyện xã phường và các của về điều khoản mục phần số luật nghị quyết kế "
    "chỉ kết quy chương đề dự thông báo hướng ngày tháng năm phụ trưởng phó bộ".split()
)
_STOPS = frozenset("của và với cho về tại do là".split())
#: Words of a name looked at: the head and four more; words after it that a generic head needs to be the same.
_LONGEST, _AFTER = 5, 2


class _Spot(NamedTuple):
    """A name: its ``words`` are those of the flow, ``first`` the head, ``odd`` the word whose capital differs."""

    flow: Flow
    order: int
    words: list[re.Match[str]]
    first: int
    odd: int

    @property
    def head(self) -> str:
        return fold(self.words[self.first].group()).lower()

    @property
    def prefix(self) -> str:
        return fold(self.flow.text[self.words[self.first].start() : self.words[self.odd - 1].end()])

    def after(self, wanted: int) -> str:
        """The words that follow one space apart, at most ``wanted``, in small letters."""
        found = []
        for at in range(self.odd, self.odd + wanted):
            if at + 1 >= len(self.words) or not _adjacent(self.flow.text, self.words, at):
                break
            found.append(fold(self.words[at + 1].group()).lower())
        return " ".join(found)

    def way(self) -> Way:
        end = self.odd + 1 if self.after(1) else self.odd
        return Way(self.words[self.odd].group(), self.flow, self.words[self.first].start(), self.words[end].end())


def _names(flows: tuple[Flow, ...], context: Context) -> Iterator[list[Way]]:
    """Names that begin alike and whose next word has a capital in one place and none in another."""
    groups: dict[tuple[str, str], list[_Spot]] = {}
    rows = [(flow, list(_WORD.finditer(flow.text))) for flow in flows]
    both = _written_both_ways(rows)
    titles = _titles(context)
    for order, (flow, words) in enumerate(rows):
        for index, word in enumerate(words):
            form = word.group()
            if form.lower() not in both or (form.isupper() and len(form) > 1):
                continue
            first = _head_before(flow.text, words, index)
            if first is None or _in_source(flow, words[first].start(), titles):
                continue
            spot = _Spot(flow, order, words, first, index)
            if fold(form.lower()) not in _HEADS or spot.head == "phó":
                groups.setdefault((spot.prefix, fold(form.lower())), []).append(spot)
    for spots in groups.values():
        same = _same_name(spots)
        if same:
            yield [spot.way() for spot in same]


def _written_both_ways(rows: list[tuple[Flow, list[re.Match[str]]]]) -> set[str]:
    forms = {word.group() for _, words in rows for word in words}
    lower = {form for form in forms if form.islower()}
    return {form.lower() for form in forms if form[0].isupper() and form.lower() in lower} - _BOTH


def _head_before(text: str, words: list[re.Match[str]], index: int) -> int | None:
    """The nearest head before a word, with nothing but words one space apart between them."""
    for first in range(index - 1, max(-1, index - _LONGEST), -1):
        word = words[first].group()
        if not _adjacent(text, words, first) or word in _STOPS:
            return None
        if word[0].isupper() and not (word.isupper() and len(word) > 1) and fold(word).lower() in _HEADS:
            return first
    return None


def _adjacent(text: str, words: list[re.Match[str]], index: int) -> bool:
    """Word ``index`` and the next one stand one space apart."""
    return text[words[index].end() : words[index + 1].start()] in (" ", "\u00a0")


def _same_name(spots: list[_Spot]) -> list[_Spot]:
    """The places that name one thing: what follows is the same in both ways; all of them where the head is no generic.

    "Ban Tổ chức Tỉnh ủy" is not "Ban tổ chức cuộc thi", "Hội Nông dân" not "Hội nghị".
    """
    wanted = _AFTER if spots[0].head in _GENERIC else 1
    forms: dict[str, set[str]] = {}
    for spot in spots:
        forms.setdefault(spot.words[spot.odd].group(), set()).add(spot.after(wanted))
    if len(forms) < 2:
        return []
    shared = {after for after in set.intersection(*forms.values()) if len(after.split()) == wanted}
    if spots[0].head in _GENERIC:
        return [spot for spot in spots if spot.after(wanted) in shared]
    whole = shared or _ends_alike(spots)
    return spots if whole else []


def _ends_alike(spots: list[_Spot]) -> bool:
    """The name ends with the word in question: two words at least before it, as in "Sở Tư Pháp"."""
    return all(spot.odd - spot.first >= 2 for spot in spots) and spots[0].head in ("sở", "bộ", "tòa", "viện", "mặt")


# Words that keep the way of their source


def _titles(context: Context) -> dict[int, list[tuple[int, int]]]:
    """Titles of cited documents, by the identity of their flow: from the citation to the next semicolon."""
    found: dict[int, list[tuple[int, int]]] = {}
    for item in cited(context):
        text, start = item.flow.text, item.citation.end
        if _TITLE.match(text, start):
            end = text.find(";", start)
            found.setdefault(id(item.flow), []).append((start, end if end >= 0 else len(text)))
    return found


_TITLE = lazy(r"[\s,]*(?:về|V/v|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi)(?!\w)")


def _in_source(flow: Flow, at: int, titles: Mapping[int, list[tuple[int, int]]]) -> bool:
    return _within(at, _quotations(flow.text)) or _within(at, titles.get(id(flow), []))


# A body left over from the document that served as a model

_KINDS = r"Hội đồng|Ban Chỉ đạo|Ban chỉ đạo|Tổ công tác|Tổ Công tác|Tổ giúp việc|Ban Tổ chức|Ban Biên tập|Ban Quản lý"
_SET_UP = lazy(rf"(?:thành lập|kiện toàn)\s+(?P<ten>{_KINDS})(?!\w)", re.I)
_MEMBERS = lazy(rf"thành viên (?:của )?(?P<ten>{_KINDS})(?= (?:và|chịu|có|thực|là)(?!\w)|\s*[,;.:)]|\s*$)")


def _left_over(flows: tuple[Flow, ...], context: Context) -> Iterator[Hit]:
    """ "Các thành viên Ban Chỉ đạo" in a decision that sets up a Hội đồng and names no Ban Chỉ đạo otherwise."""
    subject = " ".join(block.text for block in context.own("trich_yeu"))
    made = _SET_UP.search(" ".join(subject.split()))
    if made is None or len(set(re.findall(_KINDS, subject, re.I))) > 1:
        return
    own = made["ten"].lower()
    whole = "\n".join(flow.text for flow in flows).lower()
    for flow in flows:
        for match in _MEMBERS.finditer(flow.text):
            other = match["ten"].lower()
            if other != own and whole.count(other) <= _STRAY and whole.count(own) > whole.count(other):
                params = {"thuc_te": match["ten"], "mong_doi": made["ten"], "it": "", "nhieu": ""}
                yield Hit(flow.anchors(*match.span("ten"))[0], params, suggestions=(made["ten"],))


#: Mentions of the other body beyond which it is one that the document works with.
_STRAY = 2
