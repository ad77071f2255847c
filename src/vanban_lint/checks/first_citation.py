"""Kind ``first_citation``: what the first citation of a document must state.

Purpose: the word "số", number, date, body and subject that Nghị định 30 (Phụ lục I, II.6.b) and Hướng dẫn 36 and 05 ask
for once. Limits: laws go by name; a document named inside the subject of another, as its own title has it, is left
alone; letters and proposals are cited by number and date alone everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from vanban_lint.checks.base import Context, Param
from vanban_lint.checks.cited import Cited, cited
from vanban_lint.checks.register import register_of
from vanban_lint.citation.normalise import TERM
from vanban_lint.model import Hit, Related
from vanban_lint.model.rule import Rule
from vanban_lint.text.lazy import lazy

PARAMS = {
    "xet": Param(
        "choice",
        "thieu_so: without the word số; thieu_ngay, thieu_co_quan, thieu_trich_yeu: without date, body, subject; "
        "thieu_so_hieu: a document dated or listed among numbered ones without its number; thua: a law with its "
        "date or body",
        required=True,
        choices=("thieu_so", "thieu_ngay", "thieu_co_quan", "thieu_trich_yeu", "thieu_so_hieu", "thua"),
    ),
}  # fmt: skip
FIELDS = ("thuc_te", "mong_doi", "ten", "so")

_LAWS = ("luật", "bộ luật", "pháp lệnh", "hiến pháp")
# Cited by number and date alone, as model 1.2 of Nghị định 30 does: "tại Tờ trình số 45/TTr-SKHCN ngày 10/3/2026".
PLAIN = frozenset("công văn|tờ trình|báo cáo|thông báo|biên bản|công điện|giấy mời|phiếu|hợp đồng|văn bản".split("|"))
# "ngày 06/10/2025, Bộ Nội vụ ban hành Công văn số ...": the date stands before.
_DATED = lazy(r"(?:^|(?<=[a-zà-ỹ],\s))[Nn]gày\s+\d[^.;]{0,250}$")
# A subject that names another document: "về tổng kết Nghị quyết số 18-NQ/TW".
_SUBJECT = lazy(r"(?:tổng|sơ) kết (?:(?:\d+ năm |việc )?thực hiện )?$")
# "phê duyệt theo Quyết định số ...", "Điều 3 Nghị định số ...": the sentence has told what it is about.
_TOLD = lazy(r"(?:\btheo(?: đúng)?|(?:Điều|khoản|điểm) \w+,?)\s+$")
# "Sở Nội vụ đã ban hành nhiều văn bản như: Công văn số ...; Công văn số ...": the body is named before the list.
_GIVEN_LIST = lazy(r"\bban hành\b[^.;:]{0,300}:\s[^.]*$")
_TYPES = "Nghị quyết|Chỉ thị|Kết luận|Quyết định|Nghị định|Thông tư|Hướng dẫn|Kế hoạch|Chương trình hành động|Công văn"
_DATED_ONLY = lazy(
    rf"(?<!\w)(?P<x>(?:{_TYPES})\s*,?\s+ngày\s+\d{{1,2}}(?:/\d{{1,2}}/\d{{4}}|\s+tháng\s+\d{{1,2}}\s+năm\s+\d{{4}}))"
    r"\s+của\s+(?=[A-ZĐỦỘ])"
)
_LISTED_ONLY = lazy(
    rf"(?:,|;|\bvà)\s+(?P<x>(?:{_TYPES})\s+của\s+(?:Bộ|Ban|Chính|Thủ|Tỉnh|Thành|Ủy|UBND|Hội|HĐND|Đảng|Sở|Văn|Thường)"
    r"[^,;.:()\d]{0,60}?)(?=[;.]|,\s+(?:Nghị|Quyết|Chỉ|Kế|Kết|Thông|Hướng)\s)"
)


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    name = rule.tham_so["xet"]
    if name == "thieu_so_hieu":
        yield from _unnumbered(context)
        return
    judge = _JUDGES[name]
    for item in cited(context):
        hit = judge(item, context) if item.citation.so is not None else None
        if hit is not None:
            yield hit


def _hit(item: Cited, wanted: str = "", ten: str = "", related: tuple[Related, ...] = ()) -> Hit:
    typed = item.flow.text[item.citation.start : item.citation.code_end]
    params = {"thuc_te": typed, "mong_doi": wanted, "ten": ten, "so": item.citation.ky_hieu}
    return Hit(item.whole, params, related=related)


def _is_law(item: Cited) -> bool:
    so = item.citation.so
    named = (item.citation.ten_loai or "").lower() in _LAWS
    return named or (so is not None and so.co_quan != () and TERM.fullmatch(so.co_quan[0]) is not None)


def _judged(item: Cited) -> bool:
    """A first citation that must be full: not of a law, not of the document itself, not inside another's subject."""
    so = item.citation.so
    state_title = item.citation.long_nhau and so is not None and so.dang != "dang"
    return item.first and not item.own and not _is_law(item) and not state_title and item.citation.ten_loai is not None


def _no_word(item: Cited, _: Context) -> Hit | None:
    if item.citation.co_so or not _judged(item) or not item.citation.co_ngay:
        return None
    return _hit(item, f"{item.citation.ten_loai} số {item.citation.ky_hieu}")


def _no_date(item: Cited, context: Context) -> Hit | None:
    if item.place == "can_cu":
        return None
    before = item.flow.text[max(0, item.citation.start - 300) : item.citation.start]
    if item.citation.co_ngay or _DATED.search(before) or _SUBJECT.search(before) or not _judged(item):
        return None
    if register_of(context).several(item.citation.ky_hieu) and not any(_says_more(one, item) for one in cited(context)):
        return None  # ``register`` says more: which documents bear the number
    later = next((one for one in cited(context) if _says_more(one, item)), None)
    return _hit(item, related=(Related(later.full, later.code),) if later else ())


def _says_more(one: Cited, item: Cited) -> bool:
    """``one`` gives the date of the same document further on."""
    return one.citation.ky_hieu == item.citation.ky_hieu and one.citation.date is not None


def _no_body(item: Cited, _: Context) -> Hit | None:
    citation = item.citation
    named = citation.co_quan_ban_hanh or citation.co_quan_truoc or item.shared_body
    if named or not citation.co_ngay or not _judged(item):
        return None
    if _GIVEN_LIST.search(item.flow.text, max(0, citation.start - 800), citation.start):
        return None
    return _hit(item)


def _no_subject(item: Cited, _: Context) -> Hit | None:
    citation = item.citation
    named = citation.co_quan_ban_hanh or item.shared_body
    if item.titled is not False or item.place == "bang" or not citation.co_ngay or not named:
        return None
    if (citation.ten_loai or "").lower() in PLAIN or citation.long_nhau or item.in_row or not _judged(item):
        return None
    if _TOLD.search(item.flow.text[max(0, citation.start - 30) : citation.start]):
        return None
    return _hit(item)


def _too_much(item: Cited, _: Context) -> Hit | None:
    """A law in running text with the date or the body that the decree leaves out; its number is usual and useful."""
    if item.place == "can_cu" or not _is_law(item) or (item.citation.ten_loai or "").lower() not in _LAWS:
        return None
    extra = item.flow.text[item.citation.code_end : item.citation.end].strip(" ,")
    return _hit(item, ten=extra)._replace(anchor=item.full) if extra else None


def _unnumbered(context: Context) -> Iterator[Hit]:
    """Documents without a number: dated, or in a row after a numbered one."""
    listed = {id(item.flow): item.citation.code_end for item in reversed(cited(context))}
    for flow in context.structure.flows:
        if " của " not in flow.text:
            continue
        found = list(_DATED_ONLY.finditer(flow.text)) if "ngày" in flow.text else []
        if id(flow) in listed:
            after = _LISTED_ONLY.finditer(flow.text, listed[id(flow)])
            found += [match for match in after if _near(flow.text, match.start())]
        for match in found:
            anchor = flow.anchors(match.start("x"), match.end("x"))[0]
            yield Hit(anchor, {"thuc_te": flow.text[match.start("x") : match.end("x")]})


def _near(text: str, at: int) -> bool:
    """A number stands in the same sentence before ``at``."""
    return "số " in text[max(text.rfind(". ", 0, at), text.rfind("; ", 0, at), 0) : at]


_JUDGES: dict[str, Callable[[Cited, Context], Hit | None]] = {
    "thieu_so": _no_word,
    "thieu_ngay": _no_date,
    "thieu_co_quan": _no_body,
    "thieu_trich_yeu": _no_subject,
    "thua": _too_much,
}
