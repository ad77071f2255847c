"""Kind ``layout``: how paragraphs are set: alignment, first-line indent, spacing, and layout by blanks.

Purpose: one finding a document and matter. Limits: judges the running text (no tables, no named parts) and only what
a reader sees in the file as stated; where a page ends is not known here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from vanban_lint.checks.base import Context, Param
from vanban_lint.checks.dressing import (
    EXPECTED,
    body_paragraphs,
    expected,
    has_layout,
    mm,
    number,
    one_finding,
    source_words,
    span,
    style_names,
)
from vanban_lint.model import Hit, Paragraph
from vanban_lint.model.rule import Rule

_MATTERS = ("can_deu", "lui_dau_dong", "tab_dau_dong", "giua_doan", "gian_dong", "doan_trong", "gach_phan_dau")
PARAMS = {**EXPECTED, "xet": Param("choice", "what to judge", required=True, choices=_MATTERS)}
FIELDS = ("thuc_te", "mong_doi", "so_doan", "nguon_goc")

#: Shorter paragraphs do not reach the right edge: whether they are justified is not seen.
_FULL_LINE = 100
#: A matter that most paragraphs share is the form of the text; fewer are slips, told by the same rule when long.
_MOST = 0.5
_MM_SLACK, _PT_SLACK = 0.3, 0.3


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    if has_layout(context):
        yield from _CHECKS[rule.tham_so["xet"]](expected(rule, context, "doan"), context)


def _finding(
    wrong: list[Paragraph], total: int, field: str, actual: str, wanted: str, context: Context
) -> Iterator[Hit]:
    source = source_words(wrong[0].format.source(field), style_names(context))
    params = {"thuc_te": actual, "mong_doi": wanted, "so_doan": f"{len(wrong)}/{total}", "nguon_goc": source}
    yield one_finding([paragraph.anchor() for paragraph in wrong], params)


def _running(context: Context) -> list[Paragraph]:
    """Paragraphs set as running text: not centred headings or lines pushed to the right."""
    return [p for p in body_paragraphs(context) if p.format.align not in ("center", "right", "end")]


def _justified(wanted: Mapping[str, Any], context: Context) -> Iterator[Hit]:
    long = [p for p in _running(context) if len(p.text) > _FULL_LINE]
    wrong = [p for p in long if p.format.align in (None, "left", "start")]
    if wrong:
        yield from _finding(wrong, len(long), "align", "căn trái", "dàn đều hai lề", context)


def _indented(wanted: Mapping[str, Any], context: Context) -> Iterator[Hit]:
    limits = wanted.get("lui")
    running = [p for p in _running(context) if len(p.text) > _FULL_LINE and p.label is None]
    if not limits:
        return
    wrong = [p for p in running if not p.text.startswith(("\t", " ")) and not _is_indented(p, *limits)]
    if wrong and len(wrong) > _MOST * len(running):
        first = number(mm(wrong[0].format.first_line))
        yield from _finding(wrong, len(running), "first_line", f"{first} mm", f"{span(*limits)} mm", context)


def _is_indented(paragraph: Paragraph, low: float, high: float) -> bool:
    """By its first line alone, or together with the indent of the whole paragraph."""
    form = paragraph.format
    places = mm(form.first_line), mm(form.first_line + form.indent_left)
    return any(low - _MM_SLACK <= place <= high + _MM_SLACK for place in places)


def _leading_tab(wanted: Mapping[str, Any], context: Context) -> Iterator[Hit]:
    running = _running(context)
    wrong = [p for p in running if p.text.startswith(("\t", "   ")) and p.format.first_line <= 0]
    if wrong:
        yield from _finding(wrong, len(running), "first_line", "phím Tab hoặc dấu cách", "lùi dòng đầu", context)


def _apart(wanted: Mapping[str, Any], context: Context) -> Iterator[Hit]:
    least = wanted.get("giua_doan")
    running = _running(context)
    if not least:
        return
    wrong = [p for p in running if p.format.space_before + p.format.space_after < least - _PT_SLACK]
    if len(running) > 2 and len(wrong) > _MOST * len(running):
        gap = wrong[0].format.space_before + wrong[0].format.space_after
        yield from _finding(wrong, len(running), "space_after", f"{number(gap)} pt", f"từ {number(least)} pt", context)


def _line_spacing(wanted: Mapping[str, Any], context: Context) -> Iterator[Hit]:
    running = [p for p in _running(context) if len(p.text) > _FULL_LINE]
    wrong = [p for p in running if not _is_spaced(p, wanted)]
    if wrong and len(wrong) > _MOST * len(running):
        form = wrong[0].format
        words = {"exact": "đúng {} pt", "atLeast": "ít nhất {} pt"}
        actual = words.get(form.line_rule, "{} dòng").format(
            f"{form.line:.2f}".rstrip("0").rstrip(".").replace(".", ",")
        )
        yield from _finding(wrong, len(running), "line", actual, _spacing_words(wanted), context)


def _spacing_words(wanted: Mapping[str, Any]) -> str:
    if "dong_pt" in wanted:
        low, high = wanted["dong_pt"]
        return f"đúng (Exactly) từ {low} pt" + (f" đến {high} pt" if high < 100 else "")
    low, high = wanted["dong"]
    return f"từ {number(low)} đến {number(high)} dòng"


def _is_spaced(paragraph: Paragraph, wanted: Mapping[str, Any]) -> bool:
    """Spacing in points is as good as in lines where the decree speaks of lines; a line of 13-14 pt takes 15-16 pt."""
    form = paragraph.format
    if "dong_pt" in wanted:
        low, high = wanted["dong_pt"]
        return form.line_rule == "exact" and low - _PT_SLACK <= form.line <= high + _PT_SLACK
    if "dong" not in wanted:
        return True
    low, high = wanted["dong"]
    if form.line_rule == "auto":
        return bool(low - 0.02 <= form.line <= high + 0.02)
    least = 0 if form.line_rule == "atLeast" else 14.9 * low
    return bool(least <= form.line <= 16.1 * high + _PT_SLACK)


def _blank(wanted: Mapping[str, Any], context: Context) -> Iterator[Hit]:
    """Empty paragraphs between two written ones of the running text."""
    running = body_paragraphs(context)
    written = {p.ordinal for p in running}
    blank = [
        context.document.body.paragraph(p.ordinal + 1)
        for p in running
        if p.ordinal + 2 in written and not context.document.body.paragraph(p.ordinal + 1).text.strip()
    ]
    blank = [p for p in blank if not p.has_drawing and not p.break_before and not p.breaks and not p.cell]
    if blank:
        anchors = [p.anchor() for p in blank]
        yield one_finding(anchors, {"thuc_te": f"{len(blank)} đoạn trống", "so_doan": str(len(blank))})


def _lines(wanted: Mapping[str, Any], context: Context) -> Iterator[Hit]:
    """No line of any kind in the whole head: nothing drawn, no border, nothing typed or underlined."""
    zone = next((zone for zone in context.structure.zones if zone.name == "phan_dau"), None)
    block = context.structure.first("tieu_ngu") or context.structure.first("tieu_de_dang")
    if zone is None or block is None or context.document.lines or block.anchor.part != "body":
        return
    for paragraph in context.document.body.paragraphs[max(zone.first - 1, 0) : zone.last + 2]:
        typed = "___" in paragraph.text or "---" in paragraph.text or "───" in paragraph.text
        form = paragraph.format
        underlined = any(span.format.underline not in (None, "none") for span in paragraph.spans)
        if typed or underlined or paragraph.has_drawing or form.border_bottom or form.border_top:
            return
    params = {"thuc_te": block.text, "mong_doi": "đường kẻ ngang, nét liền", "nguon_goc": ""}
    yield Hit(block.anchor, params)


_CHECKS: dict[str, Callable[[Mapping[str, Any], Context], Iterator[Hit]]] = {
    "can_deu": _justified,
    "lui_dau_dong": _indented,
    "tab_dau_dong": _leading_tab,
    "giua_doan": _apart,
    "gian_dong": _line_spacing,
    "doan_trong": _blank,
    "gach_phan_dau": _lines,
}
