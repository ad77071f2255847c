"""The words a template prints: values of fields in their official form.

Purpose: from right values (``schema.complete``) to the context of a rendering: numbers and days with their zeros,
marks after items by the convention in force, numbered items. Limits: no Jinja, no Word. Neighbours: ``render``,
``outline``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from vanban_lint.template.load import Template
from vanban_lint.template.outline import CENTRED, RAW, Item, Numbered, has_title, marker, numbered
from vanban_lint.template.schema import Field
from vanban_lint.text.numerals import roman

BLANK = " " * 6


class Day(NamedTuple):
    """A date in words: zero before days below ten and months below three (Nghị định 30, Phụ lục I, II.4.b)."""

    ngay: str
    thang: str
    nam: str

    def __str__(self) -> str:
        return f"ngày {self.ngay} tháng {self.thang} năm {self.nam}"


class Listed(NamedTuple):
    """An item of a list with what stands before and after it."""

    dau: str
    chu: str
    ket: str

    def __str__(self) -> str:
        return self.dau + self.chu + self.ket


class Line(NamedTuple):
    """A paragraph of the body: ``kieu`` chooses the style, ``so`` is a typed number, ``xml`` a paragraph kept as it
    was.
    """

    kieu: str
    chu: str
    so: str = ""
    xml: Any = ""


def context(template: Template, values: Mapping[str, Any], convention: str, today: dt.date) -> dict[str, Any]:
    """Everything the tags may name.

    ``convention`` is the id in force ("hd36"); a blank date takes the year of ``today``.
    """
    party = template.regime == "dang"
    made = {field.name: _printed(field, values.get(field.name), convention, party, today) for field in template.fields}
    made |= {name: said.get(convention, said.get("", "")) for name, said in template.constants.items()}
    made.setdefault("cac_phu_luc", [])
    made["ke"] = {name: rule_length(str(values.get(name) or ""), widest) for name, widest in _RULES.items()}
    made["phan_sau"] = list(lines(values.get("phan_sau", ()), party, "", typed=True, last=False))
    return made


#: Fields with a drawn line below -> width in millimetres at which their text wraps.
_RULES = {"co_quan_ban_hanh": 62, "trich_yeu": 141}
#: Mean advance in millimetres of a bold letter: capitals of 13 points, small letters of 14 (measured on names and
#: subjects).
_CAPITAL, _SMALL = 2.8, 2.15


def rule_length(text: str, widest: float) -> int:
    """Length of the line below ``text`` in EMU: between a third and a half of it (Nghị định 30, Phụ lục I, II.2.b,
    II.5.b).
    """
    width = len(text) * (_CAPITAL if text.isupper() else _SMALL)
    return round(0.42 * max(min(width, widest), 12) * 36000)


def _printed(field: Field, value: Any, convention: str, party: bool, today: dt.date) -> Any:
    match field.kind:
        case "so":
            return _number(field, value)
        case "ngay":
            return day(value, today)
        case "danh_sach":
            return listed(field, value or (), convention)
        case "noi_dung":
            return list(lines(value or (), party, field.closing, typed=field.typed))
        case "nguoi":
            return {"quyen_han": (), "chuc_vu": "", "ho_ten": ""} | dict(value or {})
        case "nhom":
            return list(_groups(field, value or (), convention, party, today))
        case "chu":
            return field.around[0] + value + field.around[1] if value else ""
    return value


def _number(field: Field, value: int | None) -> str:
    """At least two digits. The document's own number leaves room when it is not given yet; any other is just absent."""
    if value is None:
        return BLANK if field.name == "so" else ""
    return f"{value:02d}" if field.name == "so" else str(value)


def day(value: dt.date | str | None, today: dt.date) -> Day:
    """A date in words; a blank one, or one with "?", leaves room for what is not known."""
    if value is None:
        return Day(BLANK, BLANK, str(today.year))
    if isinstance(value, str):
        _, month, year = value.split("/")
        return Day(BLANK, BLANK if month == "?" else _month(int(month)), year)
    return Day(f"{value.day:02d}", _month(value.month), str(value.year))


def _month(value: int) -> str:
    return f"{value:02d}" if value < 3 else str(value)


def listed(field: Field, items: Sequence[str], convention: str) -> list[Listed]:
    """Items with the marks of the convention."""
    marks = field.marks or {"": ("", "", "")}
    before, between, last = marks.get(convention, marks[""])
    return [Listed(before, item, between if i < len(items) else last) for i, item in enumerate(items, 1)]


def _groups(
    field: Field, groups: Sequence[Mapping[str, Any]], convention: str, party: bool, today: dt.date
) -> Iterator[dict[str, Any]]:
    """Each group with the words of its fields, and with its number when there are several."""
    for place, group in enumerate(groups, 1):
        made = {sub.name: _printed(sub, group.get(sub.name), convention, party, today) for sub in field.fields}
        if field.numbering:
            number = roman(place) if field.numbering == "la-ma" else str(place)
            made["so"] = f" {number}" if len(groups) > 1 else ""
        yield made


def lines(
    items: Sequence[Item], party: bool, closing: str, *, typed: bool = False, last: bool = True
) -> Iterator[Line]:
    """Paragraphs of the body.

    A number that Word's own list would show too is left to Word, unless all are ``typed``.
    """
    shown: dict[str, int] = {}
    entries = list(numbered(items))
    for place, entry in enumerate(entries):
        text = entry.item.text
        ends = last and place == len(entries) - 1
        if closing and ends and entry.item.kind != RAW:
            text = text.removesuffix(".") + closing if text.endswith(".") or text[-1:].isalnum() else text
        made = _lines(entry, text, party, None if typed else shown)
        # Kept with the signature, which would stand alone on a page otherwise.
        yield from (line._replace(kieu="doan_cuoi") if ends and line.kieu == "doan" else line for line in made)


def _lines(entry: Numbered, text: str, party: bool, shown: dict[str, int] | None) -> Iterator[Line]:
    kind, number = entry.item.kind, entry.number
    if kind == RAW:
        yield Line(RAW, "", xml=entry.item.raw)
    elif kind in CENTRED:
        yield Line("phan", marker(entry, party))
        if text:
            yield Line("ten_phan", text)
    elif kind in _LISTED:
        form = _form(kind, text)
        usual = text and not isinstance(entry.item.number, str)  # some viewers show no number of an empty paragraph
        if usual and shown is not None and shown.get(kind, 0) + 1 == number:
            _count(kind, shown)
            yield Line(form, text)
        else:  # typed: Word's list stands still
            yield Line(form + "_go", text, marker(entry, party))
    elif kind in ("tieu_khoan", "diem", "gach"):
        yield Line("diem", text, marker(entry, party))
    else:
        yield Line(kind, text)


#: Kinds with a list of Word's own -> the kinds above them in it, which start it anew.
_LISTED = {"dieu": (), "la_ma": ("dieu",), "khoan": ("dieu", "la_ma")}


def _count(kind: str, shown: dict[str, int]) -> None:
    """Word's list moves on, by the levels in ``templates/layout_styles.py``; what stands below starts anew."""
    shown[kind] = shown.get(kind, 0) + 1
    for below, above in _LISTED.items():
        if kind in above:
            shown[below] = 0


def _form(kind: str, text: str) -> str:
    if kind == "dieu":
        return "dieu" if has_title(text) else "dieu_cau"
    return "khoan_ten" if kind == "khoan" and has_title(text) else kind
