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
from vanban_lint.checks.cited import cited_in
from vanban_lint.model import BODY, Anchor, Flow, Hit, Related
from vanban_lint.model.rule import Rule
from vanban_lint.text.abbreviation import mostly_capitals
from vanban_lint.text.dates import find_dates
from vanban_lint.text.lazy import lazy
from vanban_lint.text.names import wandering
from vanban_lint.text.phrases import places

PARAMS = {
    "xet": Param(
        "choice",
        "hoa: capitals of a body's name; cum_tu: the terms of rules/du-lieu/hai-cach.yaml; ngay: dates in words and in "
        "digits; ngay_khong: 05/3 and 5/3; nam: 2026-2027 and 2026 - 2027; ngoac_kep: straight and curly quotation "
        "marks; thap_phan: decimal comma and decimal point; nghin: 1.234.567 and 1,234,567; to_chuc: members of a "
        "body of another kind than the one that the subject sets up",
        required=True,
        choices=("hoa", "cum_tu", "ngay", "ngay_khong", "nam", "ngoac_kep", "thap_phan", "nghin", "to_chuc"),
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

# One group after a comma may be a decimal ("1,234 tỷ"); two are not.
_THOUSANDS = lazy(r"(?<![\w.,/-])\d{1,3}(?:(?P<dau>[.,])\d{3})(?:(?P=dau)\d{3})+(?![\w/-]|[.,]\d)")

#: The way that a convention asks for: the decimal comma (L-NUM-01).
_RIGHT = {"thap_phan": ","}


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
        return self.flow.typed(self.start, self.end)


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
        found = [Way(way, flow, *span) for flow in flows for way, *span in _STYLES[name](flow.text)]
        groups = iter([_judged_here(found, context) if name == "ngay" else found])
    for group in groups:
        hit = _mixed(group, _RIGHT.get(name))
        if hit is not None:
            yield hit


def _judged_here(dates: list[Way], context: Context) -> list[Way]:
    """Without dates in digits among the grounds, which a rule of their own judges (``can-cu-ngay-viet-tat``)."""
    grounds = {anchor[:2] for block in context.structure.all("can_cu") for anchor in block.anchors}
    return [date for date in dates if date.way != "so" or date.anchor[:2] not in grounds]


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


def _mixed(group: list[Way], right: str | None = None) -> Hit | None:
    """One finding for two ways or more, at the first place of the rarer one; of two that are even, of the later one.

    ``right`` is the way that a convention asks for: then the other is shown, however common.
    """
    ways: dict[str, list[Way]] = {}
    for item in group:
        ways.setdefault(item.way, []).append(item)
    if len(ways) < 2:
        return None
    usual = ways.get(right or "") or max(ways.values(), key=len)
    rare = [item for way in ways.values() if way is not usual for item in way]
    first, rest = rare[0], rare[1:]
    params = {"thuc_te": first.typed, "mong_doi": usual[0].typed, "it": str(len(rare)), "nhieu": str(len(usual))}
    related = [Related(item.anchor, item.typed) for item in rest]
    related.append(Related(usual[0].anchor, usual[0].typed))
    return Hit(first.anchor, params, suggestions=(usual[0].typed,), related=tuple(related))


# Ways that a text shows by itself


def _dates(text: str) -> Iterator[tuple[str, int, int]]:
    if not any(char.isdigit() for char in text):
        return
    quoted = _quotations(text)
    for found in find_dates(text):
        if found.date() is not None and not _within(found.start, quoted) and not _SPECIMEN.fullmatch(text):
            yield found.form, found.start, found.end


def _zeros(text: str) -> Iterator[tuple[str, int, int]]:
    """Only months from 3 to 9 tell: the first two take a zero in either style."""
    if "/" not in text and "." not in text and "-" not in text:
        return
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


def _thousands(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _THOUSANDS.finditer(text):
        yield match["dau"], *match.span()


_STYLES: Mapping[str, Callable[[str], Iterator[tuple[str, int, int]]]] = {
    "ngay": _dates,
    "ngay_khong": _zeros,
    "nam": _ranges,
    "ngoac_kep": _quotes,
    "thap_phan": _decimals,
    "nghin": _thousands,
}


def _quotations(text: str) -> list[tuple[int, int]]:
    if "“" not in text and '"' not in text:
        return []
    return [match.span() for match in _QUOTED.finditer(text)]


def _within(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


# Terms


def _terms(flows: tuple[Flow, ...], context: Context) -> Iterator[list[Way]]:
    in_source = _sources(flows, context)
    lowered = [(flow, fold(flow.text).lower()) for flow in flows]
    whole = "\n".join(text for _, text in lowered)
    for entry in context.tables["hai_cach"]:
        if all(way in whole for way in entry["cach"]):
            found = [
                (order, Way(way, flow, at, at + len(way)))
                for way in entry["cach"]
                for order, (flow, text) in enumerate(lowered)
                for at in places(text, way)
                if not in_source(order, at)
            ]
            yield [way for _, way in sorted(found, key=lambda item: (item[0], item[1].start))]


# Names of bodies


def _names(flows: tuple[Flow, ...], context: Context) -> Iterator[list[Way]]:
    for group in wandering([flow.text for flow in flows], _sources(flows, context)):
        yield [Way(place.form, flows[place.order], place.start, place.end) for place in group]


# Words that keep the way of their source

_TITLE = lazy(r"[\s,]*(?:về|V/v|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi)(?!\w)")


def _sources(flows: tuple[Flow, ...], context: Context) -> Callable[[int, int], bool]:
    """Tells whether a place (order of the flow, offset) is quoted or in the title of a cited document."""

    def in_source(order: int, at: int) -> bool:
        flow = flows[order]
        return _within(at, _quotations(flow.text)) or _within(at, _titles(flow, context))

    return in_source


def _titles(flow: Flow, context: Context) -> list[tuple[int, int]]:
    """Titles of cited documents: from the citation to the next semicolon."""
    found = []
    for item in cited_in(flow, context):
        start = item.citation.end
        if _TITLE.match(flow.text, start):
            end = flow.text.find(";", start)
            found.append((start, end if end >= 0 else len(flow.text)))
    return found


# A body left over from the document that served as a model

_KINDS = r"Hội đồng|Ban Chỉ đạo|Ban chỉ đạo|Tổ công tác|Tổ Công tác|Tổ giúp việc|Ban Tổ chức|Ban Biên tập|Ban Quản lý"
_SET_UP = lazy(rf"(?:thành lập|kiện toàn)\s+(?P<ten>{_KINDS})(?!\w)", re.I)
_MEMBERS = lazy(rf"thành viên (?:của )?(?P<ten>{_KINDS})(?= (?:và|chịu|có|thực|là|làm)(?!\w)|\s*[,;.:)]|\s*$)")


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
