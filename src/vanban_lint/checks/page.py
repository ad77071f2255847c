"""Kind ``page``: paper, orientation, margins and page numbers.

Purpose: one finding a document and matter, with every value in it. Limits: the number of pages is not in the file; it
is known when Word left its page breaks, else estimated from the length of the text (then ``phong_doan``). Annexes and
landscape pages may have margins of their own and are not judged for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from vanban_lint.checks.base import Context, Param
from vanban_lint.checks.dressing import EXPECTED, expected, has_layout, mm, number, span
from vanban_lint.model import Anchor, Hit, PageNumber, Section
from vanban_lint.model.rule import Rule
from vanban_lint.model.structure import KEM_THEO, PHU_LUC

_MATTERS = ("kho", "huong", "le", "co_so_trang", "cho_so_trang", "giua_so_trang", "co_chu_so_trang", "trang_dau")
PARAMS = {**EXPECTED, "xet": Param("choice", "the matter to judge", required=True, choices=_MATTERS)}
FIELDS = ("thuc_te", "mong_doi")

_SIDES = {"tren": "trên", "duoi": "dưới", "trai": "trái", "phai": "phải"}
#: Letters of a line and lines of a page at 14 pt with usual spacing; two pages are certain enough well above one.
_LINE_LETTERS, _PAGE_LINES = 75, 34


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    if not has_layout(context):
        return
    wanted = expected(rule, context, "trang")
    matter = rule.tham_so["xet"]
    if matter in _SECTION_MATTERS:
        yield from _SECTION_MATTERS[matter](wanted, context)
    elif context.document.sections:
        yield from _numbers(matter, wanted, context)


def _own_sections(context: Context) -> Iterator[Section]:
    """Sections of the document itself and of what is issued with it, not of its annexes."""
    for section in context.document.sections:
        if context.structure.zone(section.first_paragraph) != PHU_LUC and section.page_width:
            yield section


def _place(section: Section) -> Anchor:
    return Anchor("body", max(1, section.first_paragraph), 0, 0)


def _paper(wanted: Mapping[str, Any], context: Context) -> Iterator[Hit]:
    size, slack = wanted.get("kho"), wanted.get("dung_sai", 0.5) + 0.5
    if not size:
        return
    for section in context.document.sections:
        if section.page_width is None or section.page_height is None:
            continue
        actual = mm(section.page_width), mm(section.page_height)
        if any(abs(a - b) > slack for a, b in zip(sorted(actual), sorted(size), strict=True)):
            name = " (giấy Letter)" if abs(min(actual) - 215.9) < 1 and abs(max(actual) - 279.4) < 1 else ""
            shown = f"{number(actual[0])} × {number(actual[1])} mm{name}"
            yield Hit(_place(section), {"thuc_te": shown, "mong_doi": f"{size[0]} × {size[1]} mm (A4)"}, absent=True)
            return


def _orientation(wanted: Mapping[str, Any], context: Context) -> Iterator[Hit]:
    """Landscape only where a table stands on those pages."""
    for section in _own_sections(context):
        wide = section.page_width and section.page_height and section.page_width > section.page_height
        tables = any(
            section.first_paragraph <= table.last_paragraph and table.first_paragraph <= section.last_paragraph
            for table in context.document.body.tables
            if table.columns > 2
        )
        if wide and not tables:
            yield Hit(_place(section), {"thuc_te": "ngang", "mong_doi": "dọc"}, absent=True)
            return


def _margins(wanted: Mapping[str, Any], context: Context) -> Iterator[Hit]:
    limits, slack = wanted.get("le"), wanted.get("dung_sai", 0.5)
    if not limits:
        return
    for section in _own_sections(context):
        if section.page_height and section.page_width and section.page_width > section.page_height:
            continue
        actual = _actual_margins(section)
        wrong = [
            side
            for side, (low, high) in limits.items()
            if side in actual and not low - slack <= actual[side] <= high + slack
        ]
        if wrong:
            shown = ", ".join(f"{_SIDES[side]} {number(actual[side])}" for side in wrong)
            right = ", ".join(f"{_SIDES[side]} {span(*limits[side])}" for side in wrong)
            yield Hit(_place(section), {"thuc_te": f"{shown} mm", "mong_doi": f"{right} mm"}, absent=True)
            return


def _actual_margins(section: Section) -> dict[str, float]:
    """In mm; a negative margin (fixed whatever the header needs) counts by its size, the gutter to the left."""
    stated = {
        "tren": section.margin_top,
        "duoi": section.margin_bottom,
        "trai": None if section.margin_left is None else section.margin_left + section.gutter,
        "phai": section.margin_right,
    }
    return {side: abs(mm(value)) for side, value in stated.items() if value is not None}


_SECTION_MATTERS = {"kho": _paper, "huong": _orientation, "le": _margins}


def _numbers(matter: str, wanted: Mapping[str, Any], context: Context) -> Iterator[Hit]:
    first = context.document.sections[0]
    fields = [number for section in _own_sections(context) for number in section.page_numbers]
    in_header = [field for field in fields if field.where == "header"]
    if matter == "co_so_trang":
        yield from _missing_number(fields, first, context)
    elif matter == "cho_so_trang" and fields and not in_header:
        yield Hit(_place(first), {"thuc_te": "chân trang", "mong_doi": "lề trên"}, absent=True)
    elif matter == "giua_so_trang":
        off = next((field for field in in_header if field.align != "center"), None)
        if off is not None and off.align in ("left", "right", "start", "end"):
            side = "trái" if off.align in ("left", "start") else "phải"
            yield Hit(_place(first), {"thuc_te": f"bên {side}", "mong_doi": "giữa"}, absent=True)
    elif matter == "co_chu_so_trang":
        yield from _number_size(in_header, wanted, first)
    elif matter == "trang_dau" and _on_first_page(first):
        yield Hit(_place(first), {"thuc_te": "có số", "mong_doi": "không có số"}, absent=True)


def _number_size(fields: list[PageNumber], wanted: Mapping[str, Any], first: Section) -> Iterator[Hit]:
    limits = wanted.get("so_trang", {}).get("co")
    for field in fields:
        if limits and field.size_pt and not limits[0] <= field.size_pt <= limits[1]:
            params = {"thuc_te": number(field.size_pt), "mong_doi": span(*limits)}
            yield Hit(_place(first), params, absent=True)
            return


def _on_first_page(first: Section) -> bool:
    """A number shown on page 1: in the header of the first page, or in the common one when page 1 has no own."""
    kinds = {field.kind for field in first.page_numbers}
    return first.page_start in (None, 0, 1) and ("first" in kinds if first.title_page else "default" in kinds)


def _missing_number(fields: list[PageNumber], first: Section, context: Context) -> Iterator[Hit]:
    if fields or any(part.kind in ("header", "footer") and _typed_number(part) for part in context.document.parts):
        return
    certainty = _two_pages(context)
    if certainty:
        params = {"thuc_te": "không có", "mong_doi": "có, từ trang 2"}
        yield Hit(_place(first), params, absent=True, certainty=certainty)


def _typed_number(part: Any) -> bool:
    return any(paragraph.text.strip(" -–").isdigit() for paragraph in part.paragraphs)


def _two_pages(context: Context) -> str | None:
    """How certain it is that the document itself has a second page; ``None`` when it is not likely."""
    own = [p for p in context.document.body.paragraphs if context.structure.zone(p.ordinal) not in (KEM_THEO, PHU_LUC)]
    if any((p.break_before and p.ordinal > 1) or p.breaks for p in own):
        return "co_the"
    lines = sum(1 + len(p.text) // _LINE_LETTERS for p in own if not p.cell and p.text.strip())
    return "phong_doan" if lines > 1.5 * _PAGE_LINES else None
