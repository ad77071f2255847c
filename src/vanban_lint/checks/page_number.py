"""Kind ``page_number``: whether pages are numbered, where the number stands and how it looks.

Purpose: one finding a document and matter. Limits: the number of pages is not in the file; it is known when Word left
its page breaks, else estimated from the length of the text (then ``phong_doan``). A number in the annexes is judged
only for whether it starts anew. Neighbour: ``page`` judges the page itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from vanban_lint.checks.base import Context, Param
from vanban_lint.checks.dressing import EXPECTED, Expected, expected, has_layout, nearest
from vanban_lint.checks.layout_words import Words, words_of
from vanban_lint.checks.page import in_annex, place, sections_of
from vanban_lint.checks.restyle import cause_of
from vanban_lint.model import Edit, Hit, PageNumber, Part, Section
from vanban_lint.model.rule import Rule
from vanban_lint.model.structure import KEM_THEO, PHU_LUC

_MATTERS = ("co", "cho", "giua", "co_chu", "trang_dau", "danh_lai")
PARAMS = {**EXPECTED, "xet": Param("choice", "the matter to judge", required=True, choices=_MATTERS)}
FIELDS = ("thuc_te", "mong_doi")

#: Letters of a line and lines of a page at 14 pt with usual spacing; two pages are certain enough well above one.
_LINE_LETTERS, _PAGE_LINES = 75, 34
_AROUND_NUMBER = " -–"
#: Points; the size of the text, in the middle of what guides allow.
_USUAL_SIZE = 14.0


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    if has_layout(context) and context.document.sections:
        judge = _JUDGES[rule.tham_so["xet"]]
        yield from judge(context, expected(rule, context, "trang"), words_of(context))


def _own_numbers(context: Context) -> list[PageNumber]:
    """Numbers of the document itself and of what is issued with it, not of its annexes."""
    return [
        number
        for section in context.document.sections
        if not in_annex(context, section)
        for number in section.page_numbers
    ]


def _first(context: Context) -> Section:
    return context.document.sections[0]


def _present(context: Context, wanted: Expected, words: Words) -> Iterator[Hit]:
    if _own_numbers(context) or any(_holds_typed_number(part) for part in _margins(context)):
        return
    certainty = _two_pages(context)
    if certainty:
        params = {"thuc_te": words.phrase("no_number"), "mong_doi": words.phrase("number_from_two")}
        yield Hit(place(_first(context)), params, edits=_adding(context, wanted, []), absent=True, certainty=certainty)


def _adding(context: Context, wanted: Expected, numbers: list[PageNumber]) -> tuple[Edit, ...]:
    """A number in the top margin from page 2; none where headers hold other text, which page 1 would lose."""
    places = {number.anchor[:2] for number in numbers if number.anchor}
    for part in _margins(context):
        for paragraph in part.paragraphs:
            text = paragraph.text.strip(_AROUND_NUMBER)
            if text and not (text.isdigit() and (part.name, paragraph.ordinal) in places):
                return ()
    properties: dict[str, Any] = {"title_page": True, "add_page_number": True}
    if limits := wanted.get("so_trang", {}).get("co"):
        properties["page_number_size"] = nearest(_USUAL_SIZE, *limits)
    return (Edit("set_section", place(_first(context)), properties=properties),)


def _margins(context: Context) -> Iterator[Part]:
    return (part for part in context.document.parts if part.kind in ("header", "footer"))


def _holds_typed_number(part: Part) -> bool:
    return any(paragraph.text.strip(_AROUND_NUMBER).isdigit() for paragraph in part.paragraphs)


def _two_pages(context: Context) -> str | None:
    """How certain it is that the document itself has a second page; ``None`` when it is not likely."""
    own = [p for p in context.document.body.paragraphs if context.structure.zone(p.ordinal) not in (KEM_THEO, PHU_LUC)]
    if any((p.break_before and p.ordinal > 1) or p.breaks for p in own):
        return "co_the"
    lines = sum(1 + len(p.text) // _LINE_LETTERS for p in own if not p.cell and p.text.strip())
    return "phong_doan" if lines > 1.5 * _PAGE_LINES else None


def _at_top(context: Context, wanted: Expected, words: Words) -> Iterator[Hit]:
    numbers = _own_numbers(context)
    if numbers and not any(number.where == "header" for number in numbers):
        params = {"thuc_te": words.phrase("in_footer"), "mong_doi": words.phrase("in_header")}
        yield Hit(place(_first(context)), params, edits=_moving(context, wanted, numbers), absent=True)


def _moving(context: Context, wanted: Expected, numbers: list[PageNumber]) -> tuple[Edit, ...]:
    """The number into the header, and the footer's paragraph away; both hold nothing else."""
    adding = _adding(context, wanted, numbers)
    anchors = sorted({number.anchor for number in numbers if number.anchor})
    return (*adding, *(Edit("delete_paragraph", anchor) for anchor in anchors)) if adding else ()


def _in_middle(context: Context, wanted: Expected, words: Words) -> Iterator[Hit]:
    sides = {"left": "at_left", "start": "at_left", "right": "at_right", "end": "at_right"}
    off = [n for n in _own_numbers(context) if n.where == "header" and n.align in sides]
    if off and all(n.align != "center" for n in _own_numbers(context) if n.where == "header"):
        edits = tuple(
            Edit("set_paragraph", number.anchor, properties={"align": "center", "first_line": 0, "indent_left": 0})
            for number in off
            if number.anchor and number.in_flow
        )
        params = {"thuc_te": words.phrase(sides[off[0].align or "left"]), "mong_doi": words.phrase("in_middle")}
        yield Hit(place(_first(context)), params, edits=edits, absent=True)


def _size(context: Context, wanted: Expected, words: Words) -> Iterator[Hit]:
    limits = wanted.get("so_trang", {}).get("co")
    wrong = [
        number
        for number in _own_numbers(context)
        if limits and number.where == "header" and number.size_pt and not limits[0] <= number.size_pt <= limits[1]
    ]
    if wrong:
        mong_doi = words.span(*limits)
        if wanted.is_own("so_trang", "co"):
            mong_doi = words.phrase("own_style", wanted=mong_doi, name=wanted.name)
        params = {"thuc_te": words.number(wrong[0].size_pt or 0), "mong_doi": mong_doi}
        edits = [edit for number in wrong for edit in _resized(context, number, limits)]
        cause = cause_of({(number.size_from, number.size_pt) for number in wrong}, "size_pt", limits)
        yield Hit(place(_first(context)), params, edits=tuple(edits), absent=True, cause=cause)


def _resized(context: Context, number: PageNumber, limits: tuple[float, float]) -> Iterator[Edit]:
    """The shown result of the field, where the file keeps one; Word gives a new result the form of the old."""
    if number.anchor is None or number.size_pt is None:
        return
    paragraph = context.document.paragraph(number.anchor)
    shown = next((span for span in paragraph.spans if span.start <= number.anchor.start < span.end), None)
    if shown is not None:
        anchor = paragraph.anchor(shown.start, shown.end)
        properties = {"size_pt": nearest(number.size_pt, *limits)}
        yield Edit("set_run", anchor, expected=context.document.text(anchor), properties=properties)


def _not_on_first_page(context: Context, wanted: Expected, words: Words) -> Iterator[Hit]:
    """Shown on page 1: by the header of the first page, or by the common one when page 1 has none of its own."""
    first = _first(context)
    kinds = {number.kind for number in first.page_numbers}
    if first.page_start not in (None, 0, 1) or ("first" if first.title_page else "default") not in kinds:
        return
    bare = not first.title_page and _adding(context, wanted, list(first.page_numbers))
    edits = (Edit("set_section", place(first), properties={"title_page": True}),) if bare else ()
    params = {"thuc_te": words.phrase("numbered"), "mong_doi": words.phrase("not_numbered")}
    yield Hit(place(first), params, edits=edits, absent=True)


def _starts_anew(context: Context, wanted: Expected, words: Words) -> Iterator[Hit]:
    """An annex that is a section of its own and whose numbers go on from the document, or start elsewhere than at 1."""
    starts = {block.anchor.paragraph for block in context.structure.all("phu_luc")}
    wrong = [
        section
        for _, section in sections_of(context)[1:]
        if section.page_numbers and section.page_start != 1
        if in_annex(context, section) and _opens_annex(section, starts)
    ]
    if wrong:
        start = wrong[0].page_start
        actual = words.phrase("goes_on") if start is None else words.phrase("starts_at", value=start)
        edits = tuple(Edit("set_section", place(section), properties={"page_start": 1}) for section in wrong)
        params = {"thuc_te": actual, "mong_doi": words.phrase("starts_again")}
        yield Hit(place(wrong[0]), params, edits=edits, absent=True)


def _opens_annex(section: Section, starts: set[int]) -> bool:
    """The label of the annex is at the head of the section (empty paragraphs and a header table may precede it)."""
    return any(section.first_paragraph <= start <= section.first_paragraph + 6 for start in starts)


_JUDGES: dict[str, Callable[[Context, Expected, Words], Iterator[Hit]]] = {
    "co": _present,
    "cho": _at_top,
    "giua": _in_middle,
    "co_chu": _size,
    "trang_dau": _not_on_first_page,
    "danh_lai": _starts_anew,
}
