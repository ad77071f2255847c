"""Kind ``register``: citations against the documents that are known (rules/du-lieu/so-bo.yaml and the user's own).

Purpose: wrong date, body, type or subject; a number that stands for several documents and no date to tell; what was no
longer in force; numbers that can't be. Limits: rows that were read decide, rows from memory only hint (``tin``); what
no register holds is never spoken of, save in a family that one declares to hold wholly.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from vanban_lint.checks.base import Context, Param, fold
from vanban_lint.checks.cited import Cited, cited
from vanban_lint.citation.register import Register, Row
from vanban_lint.model import Hit
from vanban_lint.model.rule import Rule
from vanban_lint.text.lazy import lazy

PARAMS = {
    "xet": Param(
        "choice",
        "ngay: wrong date; co_quan: wrong body; ten_loai: quyết định for quy định or the reverse; trich_yeu: another "
        "subject; nhieu_ngay: several documents of this number, no date; het_hieu_luc: no longer in force; khong_co: "
        "not in a family held wholly; so_khoa: a number the National Assembly's series can't hold; khoa_cu: a number "
        "as high as those of the term before",
        required=True,
        choices=(
            "ngay", "co_quan", "ten_loai", "trich_yeu", "nhieu_ngay", "het_hieu_luc", "khong_co", "so_khoa", "khoa_cu",
        ),
    ),
    "tin": Param("choice", "rows that speak: those read in a text, or those from memory", choices=("xac_minh", "nho")),
    "khoa_cu": Param("list", "for khoa_cu: {loai, co_quan, so, tu, den}: letters, lowest such number, first, last day"),
}  # fmt: skip
FIELDS = ("thuc_te", "mong_doi", "so", "ten")

# Repeal and history name what is gone, and rightly: "thay thế Quyết định số ...", "tổng kết 10 năm thực hiện ...".
_OF_THE_PAST = lazy(r"thay thế|thay cho|bãi bỏ|hết hiệu lực|tổng kết|sơ kết|sửa đổi|bổ sung|trước đây|trước khi|hủy bỏ")
_AROUND = 100


class Said(NamedTuple):
    """What a row says against a citation: what stands there and what the row has."""

    row: Row
    stated: str
    wanted: str


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    items = cited(context)
    if not items:
        return
    name, register = rule.tham_so["xet"], register_of(context)
    if name == "khoa_cu":
        yield from _high_numbers(items, rule.tham_so["khoa_cu"])
    elif name == "khong_co":
        yield from _not_held(items, register)
    else:
        yield from _against_rows(rule, context, items, register)


def _against_rows(rule: Rule, context: Context, items: list[Cited], register: Register) -> Iterator[Hit]:
    judge, read = _JUDGES[rule.tham_so["xet"]], rule.tham_so.get("tin", "xac_minh") == "xac_minh"
    for item in _held(items, register, context) if judge is not _out_of_turn else items:
        said = judge(item, register, context) if item.citation.so is not None and not item.own else None
        if said is None or said.row.xac_minh != read:
            continue
        params = {"thuc_te": said.stated, "mong_doi": said.wanted, "so": item.citation.ky_hieu, "ten": said.row.ten}
        yield Hit(item.full, params, suggestions=(said.wanted,))


def _held(items: list[Cited], register: Register, context: Context) -> list[Cited]:
    """Citations whose number some row has, looked up once for all rules."""
    found: list[Cited] | None = context.shared.get("register.held")
    if found is None:
        found = context.shared["register.held"] = [item for item in items if register.rows(item.citation.ky_hieu)]
    return found


def register_of(context: Context) -> Register:
    """Every known document, made once for a document."""
    found: Register | None = context.shared.get("register")
    if found is None:
        tables = context.tables
        found = context.shared["register"] = Register.from_tables(tables["so_bo"], tables.get("so_bo_rieng"))
    return found


def _date(item: Cited, register: Register, _: Context) -> Said | None:
    row, day = register.wrong_date(item.citation), item.citation.date
    return Said(row, f"{day:%d/%m/%Y}", f"{row.ngay:%d/%m/%Y}") if row and day else None


def _body(item: Cited, register: Register, _: Context) -> Said | None:
    row = register.wrong_body(item.citation)
    return Said(row, item.citation.co_quan_ban_hanh or "", row.co_quan) if row else None


def _type(item: Cited, register: Register, _: Context) -> Said | None:
    row = register.wrong_type(item.citation)
    return Said(row, item.citation.ten_loai or "", row.loai) if row else None


def _subject(item: Cited, register: Register, _: Context) -> Said | None:
    row = register.wrong_subject(item.citation)
    return Said(row, " ".join(item.citation.trich_yeu.split())[:80], row.ten) if row else None


def _several(item: Cited, register: Register, context: Context) -> Said | None:
    """A first mention without a date, of a number that several known documents bear; a date elsewhere tells which."""
    citation = item.citation
    if not item.first or citation.co_ngay or citation.long_nhau or item.place == "bang":
        return None
    rows = register.several(citation.ky_hieu)
    if not rows or any(other.citation.date for other in cited(context) if other.citation.ky_hieu == citation.ky_hieu):
        return None
    days = " / ".join(sorted({f"{row.ngay:%d/%m/%Y}" for row in rows}, key=lambda day: day[::-1]))
    return Said(rows[0]._replace(xac_minh=True), item.code, days)


def _gone(item: Cited, register: Register, context: Context) -> Said | None:
    row = register.expired(item.citation, context.date)
    if row is None or row.het is None or not item.first or item.citation.long_nhau:
        return None
    text = item.flow.text
    around = text[max(0, item.citation.start - _AROUND) : item.citation.start] + text[item.citation.end :][:_AROUND]
    if _OF_THE_PAST.search(fold(around).lower()) or (row.thay and row.thay in text):
        return None
    return Said(row, f"{row.het:%d/%m/%Y}", row.thay)


def _out_of_turn(item: Cited, register: Register, _: Context) -> Said | None:
    row = register.out_of_turn(item.citation)
    return Said(row, item.code, row.so) if row else None


def _not_held(items: list[Cited], register: Register) -> Iterator[Hit]:
    for item in items:
        family = register.unknown(item.citation) if item.citation.so is not None and not item.own else None
        if family is not None:
            yield Hit(item.full, {"thuc_te": item.code, "so": item.citation.ky_hieu, "mong_doi": family.ky_hieu})


def _high_numbers(items: list[Cited], series: list[dict[str, Any]]) -> Iterator[Hit]:
    """Numbers that only the term before reached, with a date in the first year of the next (C-PTY-08)."""
    for item in items:
        so, day = item.citation.so, item.citation.date
        if so is None or day is None or not so.so.isdigit():
            continue
        for entry in series:
            since, until = (dt.date.fromisoformat(entry[key]) for key in ("tu", "den"))
            alike = (so.loai, so.co_quan) == (entry["loai"], (entry["co_quan"],)) and int(so.so) >= entry["so"]
            if alike and since <= day <= until:
                yield Hit(item.full, {"thuc_te": item.code, "so": so.ky_hieu, "ten": f"{day:%d/%m/%Y}"})


_JUDGES: dict[str, Callable[[Cited, Register, Context], Said | None]] = {
    "ngay": _date,
    "co_quan": _body,
    "ten_loai": _type,
    "trich_yeu": _subject,
    "nhieu_ngay": _several,
    "het_hieu_luc": _gone,
    "so_khoa": _out_of_turn,
}
