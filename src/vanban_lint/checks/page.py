"""Kind ``page``: paper, orientation and margins of every section.

Purpose: one finding a document and matter, with every faulty section and side in it; sections of annexes are told
apart. Limits: margins of landscape pages are not judged (which side is which is not agreed); where a page ends is not
in the file. Neighbour: ``page_number`` judges the numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from vanban_lint.checks.base import Context, Param
from vanban_lint.checks.dressing import EXPECTED, Expected, expected, has_layout, mm, nearest, twips
from vanban_lint.checks.layout_words import Words, words_of
from vanban_lint.model import Anchor, Edit, Hit, Section
from vanban_lint.model.rule import Rule
from vanban_lint.model.structure import PHU_LUC

_MATTERS = ("kho", "huong", "le")
PARAMS = {**EXPECTED, "xet": Param("choice", "the matter to judge", required=True, choices=_MATTERS)}
FIELDS = ("thuc_te", "mong_doi")

#: Side in the tables -> field of ``Section``.
_SIDES = {"tren": "margin_top", "duoi": "margin_bottom", "trai": "margin_left", "phai": "margin_right"}
_LETTER = (215.9, 279.4)
#: Word rounds what is typed in centimetres to twips, and files are saved in inches: half a millimetre is no fault.
_SLACK = 0.5


class Faulty(NamedTuple):
    """A section (number from 0) that is wrong: words for what it has and for what it should have, and its repair."""

    number: int
    actual: str
    wanted: str
    properties: Mapping[str, Any]


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    wanted = expected(rule, context, "trang")
    if not has_layout(context) or not wanted.values:
        return
    words = words_of(context)
    judge = _JUDGES[rule.tham_so["xet"]]
    faulty = [found for i, section in sections_of(context) for found in judge(i, section, wanted, words)]
    if rule.tham_so["xet"] == "huong":
        faulty = [found for found in faulty if not _holds_wide_table(context, context.document.sections[found.number])]
    if rule.tham_so["xet"] == "le":
        faulty = [*faulty, *_mirrored(context, wanted, words)]
    if faulty:
        yield _hit(context, faulty, words)


def _hit(context: Context, faulty: list[Faulty], words: Words) -> Hit:
    """All faulty sections as one finding; sections with the same fault are named together."""
    sections = context.document.sections
    numbers: dict[tuple[bool, str], list[str]] = {}
    for found in faulty:
        numbers.setdefault((in_annex(context, sections[found.number]), found.actual), []).append(str(found.number + 1))
    shown = [
        actual
        if len(sections) == 1
        else words.phrase("annex" if annex else "section", what=actual, number=", ".join(indexes))
        for (annex, actual), indexes in numbers.items()
    ]
    params = {"thuc_te": "; ".join(shown), "mong_doi": "; ".join(dict.fromkeys(found.wanted for found in faulty))}
    edits = tuple(
        Edit("set_section", place(sections[found.number]), properties=found.properties)
        for found in faulty
        if found.properties
    )
    return Hit(place(sections[faulty[0].number]), params, edits=edits, absent=True)


def sections_of(context: Context) -> list[tuple[int, Section]]:
    """Number from 0 and section, of those that hold a paragraph."""
    return [(i, s) for i, s in enumerate(context.document.sections) if s.first_paragraph <= s.last_paragraph]


def in_annex(context: Context, section: Section) -> bool:
    return context.structure.zone(section.first_paragraph) == PHU_LUC


def place(section: Section) -> Anchor:
    """The start of a section: what a page set-up finding stands at, covering no text."""
    return Anchor("body", max(1, section.first_paragraph), 0, 0)


def is_wide(section: Section) -> bool:
    return bool(section.page_width and section.page_height and section.page_width > section.page_height)


def _paper(index: int, section: Section, wanted: Expected, words: Words) -> Iterator[Faulty]:
    size = wanted.get("kho")
    if not size or not section.page_width or not section.page_height:
        return
    actual = mm(section.page_width), mm(section.page_height)
    if _is_paper(actual, size):
        return
    shown = _paper_words(actual, words)
    if _is_paper(actual, _LETTER):
        shown = words.phrase("letter", paper=shown)
    width, height = (max(size), min(size)) if is_wide(section) else size
    right = {"page_width": twips(width), "page_height": twips(height)}
    yield Faulty(index, shown, words.phrase("a4", paper=_paper_words(size, words)), right)


def _is_paper(actual: tuple[float, float], size: tuple[float, float]) -> bool:
    return all(abs(a - b) <= 2 * _SLACK for a, b in zip(sorted(actual), sorted(size), strict=True))


def _paper_words(size: tuple[float, float], words: Words) -> str:
    return words.phrase("paper", width=words.number(size[0]), height=words.number(size[1]))


def _orientation(index: int, section: Section, wanted: Expected, words: Words) -> Iterator[Faulty]:
    if is_wide(section):
        turned = {"page_width": section.page_height, "page_height": section.page_width, "landscape": False}
        yield Faulty(index, words.phrase("landscape"), words.phrase("portrait"), turned)


def _holds_wide_table(context: Context, section: Section) -> bool:
    """Nghị định 30, phần I, mục I, khoản 2: landscape where a table stands; two columns are a head or an end."""
    return any(
        section.first_paragraph <= table.last_paragraph and table.first_paragraph <= section.last_paragraph
        for table in context.document.body.tables
        if table.columns > 2
    )


def _margins(index: int, section: Section, wanted: Expected, words: Words) -> Iterator[Faulty]:
    limits = wanted.get("le", {})
    if is_wide(section):
        return
    actual = _actual_margins(section)
    wrong = [
        side
        for side, (low, high) in limits.items()
        if side in actual and not low - _SLACK <= actual[side] <= high + _SLACK
    ]
    if wrong:
        right = {_SIDES[side]: twips(nearest(actual[side], *limits[side])) for side in wrong}
        if "trai" in wrong:
            right["margin_left"] -= section.gutter
        shown = ", ".join(words.phrase(f"side.{side}", value=words.number(actual[side])) for side in wrong)
        yield Faulty(index, words.phrase("mm", value=shown), _margin_words(wanted, wrong, words), right)


def _margin_words(wanted: Expected, sides: list[str], words: Words) -> str:
    spans = ", ".join(words.phrase(f"side.{side}", value=words.span(*wanted.get("le")[side])) for side in sides)
    text = words.phrase("mm", value=spans)
    own = any(wanted.is_own("le", side) for side in sides)
    return words.phrase("own_style", wanted=text, name=wanted.name) if own else text


def _actual_margins(section: Section) -> dict[str, float]:
    """In mm; a negative margin (fixed whatever the header needs) counts by its size, the gutter to the left."""
    stated = {side: getattr(section, field) for side, field in _SIDES.items()}
    if stated["trai"] is not None:
        stated["trai"] += section.gutter
    return {side: abs(mm(value)) for side, value in stated.items() if value is not None}


def _mirrored(context: Context, wanted: Expected, words: Words) -> Iterator[Faulty]:
    """Even pages, where left and right change places: the Party guides ask for that, the decrees do not know it."""
    limits = wanted.get("le", {})
    if not context.document.mirror_margins or wanted.get("le_doi_xung") or not limits:
        return
    for index, section in sections_of(context):
        actual = _actual_margins(section)
        swapped = {"trai": actual.get("phai"), "phai": actual.get("trai")}
        wrong = [
            side
            for side, value in swapped.items()
            if value is not None and not limits[side][0] - _SLACK <= value <= limits[side][1] + _SLACK
        ]
        if wrong and not is_wide(section):
            shown = ", ".join(words.phrase(f"side.{side}", value=words.number(swapped[side] or 0)) for side in wrong)
            even = words.phrase("even_pages", what=words.phrase("mm", value=shown))
            yield Faulty(index, even, _margin_words(wanted, wrong, words), {})
            return


_JUDGES: dict[str, Callable[[int, Section, Expected, Words], Iterator[Faulty]]] = {
    "kho": _paper,
    "huong": _orientation,
    "le": _margins,
}
