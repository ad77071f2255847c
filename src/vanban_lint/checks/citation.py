"""Kind ``citation``: the number and the date of one citation.

Purpose: how the number is written, and the number against the type word, the date and the body. Limits: what a first
citation must give is ``first_citation``'s matter, whether two agree ``citation_agreement``'s, what is known of a
document ``register``'s; the document's own number is ``code``'s.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from vanban_lint.checks.base import Context, Param, as_day
from vanban_lint.checks.cited import Cited, cited, vocabulary_of
from vanban_lint.citation.normalise import Number, right_term
from vanban_lint.model import Anchor, Edit, Hit
from vanban_lint.model.rule import Rule
from vanban_lint.text.lazy import lazy

PARAMS = {
    "xet": Param(
        "choice",
        "khoang_trang: spaces in the number; dau: signs of another regime; chu: letters miswritten (QD, TTG); loai: "
        "letters of another type; cong_van: a công văn with letters of a type; khoa_qh: term of the National Assembly "
        "and year; nam: year in the number and in the date; ngay_sau: later than the document; "
        "co_quan_cu: letters of a body that was not there on the date",
        required=True,
        choices=(
            "khoang_trang", "dau", "chu", "loai", "cong_van", "khoa_qh", "nam", "ngay_sau", "co_quan_cu",
        ),
    ),
}  # fmt: skip
FIELDS = ("thuc_te", "mong_doi", "ten", "so")

# Types whose letters nothing else has; a đề án or a chương trình is often cited by the decision that approves it.
_FIRM = frozenset("nghị quyết|quyết định|chỉ thị|kết luận|hướng dẫn|thông báo|báo cáo|kế hoạch|tờ trình|nghị định|"
                  "thông tư|công điện|quy định".split("|"))  # fmt: skip
# CT, TC, TT and others are also letters of bodies (cục thuế), which a công văn carries.
_FIRM_CODES = frozenset("NQ QĐ KL HD TB BC KH CTr TTr BB NĐ".split())
# Spaces inside a number; no-break spaces are a matter of characters.
_SPACE = lazy(r"[^\S\u00a0]")


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    judge = _JUDGES[rule.tham_so["xet"]]
    for item in cited(context):
        if item.citation.so is not None:
            hit = judge(item, item.citation.so, context)
            if hit is not None:
                yield hit


def _hit(item: Cited, anchor: Anchor, wanted: str = "", ten: str = "") -> Hit:
    typed = item.flow.text[item.citation.start : item.citation.code_end]
    return Hit(anchor, {"thuc_te": typed, "mong_doi": wanted, "ten": ten, "so": item.citation.ky_hieu})


def _rewrite(item: Cited, so: Number) -> Hit:
    """The number to be written as ``so`` says; an edit only where it stands in one piece."""
    anchor, typed = item.code_anchor, item.code
    params = {"thuc_te": typed, "mong_doi": so.ky_hieu, "so": so.ky_hieu}
    whole = len(typed) == anchor.end - anchor.start
    edits = (Edit("replace_text", anchor, so.ky_hieu, typed),) if whole else ()
    return Hit(anchor, params, suggestions=(so.ky_hieu,), edits=edits)


def _spaces(item: Cited, so: Number, _: Context) -> Hit | None:
    if not _SPACE.search(item.code) or "\n" in item.code or so.wrong_signs or so.miswritten:
        return None
    if len(item.flow.anchors(item.citation.code_start, item.citation.code_end)) > 1:
        return None  # cut by a page, not by the writer
    return _rewrite(item, so)


def _signs(item: Cited, so: Number, _: Context) -> Hit | None:
    return _rewrite(item, so) if so.wrong_signs and so.dang in ("dang", "hanh-chinh", "quy-pham") else None


def _letters(item: Cited, so: Number, _: Context) -> Hit | None:
    """A subject set in capitals has "19/CT-TTG" with all its words; another rule speaks of such a line."""
    if not so.miswritten or so.wrong_signs or so.dang == "khac":
        return None
    return None if item.code.isupper() and item.flow.text.isupper() else _rewrite(item, so)


def _type(item: Cited, so: Number, context: Context) -> Hit | None:
    name = (item.citation.ten_loai or "").lower()
    if so.loai is None or name not in _FIRM or so.loai in vocabulary_of(context).types[name]:
        return None
    if so.dang == "khac" and so.loai == "TT":
        return None  # associations write so for a tờ trình; no decree binds them
    return _hit(item, item.whole, so.loai, _named(so, context))


def _letter(item: Cited, so: Number, context: Context) -> Hit | None:
    """Associations, whom no decree binds, put letters of a type on their công văn: only known bodies are judged."""
    if so.loai not in _FIRM_CODES or so.dang == "khac" or (item.citation.ten_loai or "").lower() != "công văn":
        return None
    return _hit(item, item.whole, so.loai or "", _named(so, context))


def _named(so: Number, context: Context) -> str:
    """Name of the type that the letters of ``so`` stand for, on the side that wrote it."""
    sides = ("dang",) if so.dang == "dang" else ("hanh-chinh", "quy-pham")
    for entry in context.tables["loai"]:
        if any(so.loai in (entry["ma"].get(side) or ()) for side in sides):
            return str(entry["ten"])
    return so.loai or ""


def _term(item: Cited, so: Number, _: Context) -> Hit | None:
    if so.nam is None or (wanted := right_term(int(so.nam), so)) is None:
        return None
    return _hit(item, item.code_anchor, wanted, so.nam)


def _year(item: Cited, so: Number, _: Context) -> Hit | None:
    written, day = item.citation.ngay, item.citation.date
    if so.nam is None or day is None or written is None or so.nam == str(day.year):
        return None
    return _hit(item, item.anchor(item.citation.start, written.end), so.nam, str(day.year))


def _later(item: Cited, _so: Number, context: Context) -> Hit | None:
    day, known = item.citation.date, context.structure.date.value
    if day is None or known is None or not context.structure.date_known or day <= known or item.own:
        return None
    if item.place == "can_cu":
        return None  # the rules on căn cứ judge its dates
    written = item.citation.ngay
    return _hit(item, item.anchor(written.start, written.end) if written else item.whole, ten=f"{day:%d/%m/%Y}")


def _gone(item: Cited, so: Number, context: Context) -> Hit | None:
    """Letters of a body outside the days it had them; a body that had ended may close its books for a month."""
    day = item.citation.date
    entry = _bodies(context).get(so.co_quan[0]) if so.co_quan and day else None
    if entry is None or day is None:
        return None
    until, since = as_day(entry.get("den")), as_day(entry.get("tu"))
    grace = dt.timedelta(days=31)
    if (until is None or day <= until + grace) and (since is None or day >= since - grace):
        return None
    return _hit(item, item.anchor(item.citation.start, item.citation.end), str(entry.get("thay") or ""), entry["ten"])


def _bodies(context: Context) -> Mapping[str, Any]:
    found: Mapping[str, Any] | None = context.shared.get("citation.bodies")
    if found is None:
        dated = [entry for entry in context.tables["co_quan"] if "den" in entry or "tu" in entry]
        found = context.shared["citation.bodies"] = {entry["ma"]: entry for entry in dated}
    return found


_JUDGES: dict[str, Callable[[Cited, Number, Context], Hit | None]] = {
    "khoang_trang": _spaces,
    "dau": _signs,
    "chu": _letters,
    "loai": _type,
    "cong_van": _letter,
    "khoa_qh": _term,
    "nam": _year,
    "ngay_sau": _later,
    "co_quan_cu": _gone,
}
