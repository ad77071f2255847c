"""Kind ``layout``: how running text is set: alignment, first-line indent, spacing, and layout by blanks.

Purpose: one finding a document and matter, at the first word of the first paragraph. Limits: running text only (no
tables, no named parts); a paragraph too short to show a matter is not judged for it. Neighbours: ``placing`` judges
how parts stand on the page, ``drawn_line`` the lines under them. Indents in mm and twips, spacing in points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from vanban_lint.checks.base import Context, Param
from vanban_lint.checks.dressing import (
    EXPECTED,
    Expected,
    body_paragraphs,
    expected,
    first_word,
    has_layout,
    mm,
    one_finding,
    twips,
)
from vanban_lint.checks.layout_words import words_of
from vanban_lint.checks.restyle import common_cause, restyle_paragraphs
from vanban_lint.model import Edit, Hit, Paragraph, ParagraphFormat
from vanban_lint.model.rule import Rule
from vanban_lint.text.lazy import lazy

_MATTERS = ("can_deu", "lui_dau_dong", "tab_dau_dong", "giua_doan", "gian_dong", "doan_trong", "ngat_giua_cau")
PARAMS = {**EXPECTED, "xet": Param("choice", "what to judge", required=True, choices=_MATTERS)}
FIELDS = ("thuc_te", "mong_doi", "so_doan", "nguon_goc")

#: Shorter paragraphs do not reach the right edge: whether they are justified is not seen.
_FULL_LINE = 100
#: A matter that most paragraphs share is the form of the text; fewer are slips.
_MOST = 0.5
_MM_SLACK, _PT_SLACK = 0.3, 0.3
#: Points that a line of 13-14 pt takes in single spacing: where a guide speaks of lines, points within are as good.
_LOW_LINE, _HIGH_LINE = 14.9, 16.1
#: Where a tab at the start of a line leads without tab stops (Word's default stop, 12.7 mm).
_DEFAULT_TAB = 720
_KEYS = lazy(r"[\t ]*")
_WORD = lazy(r"\S+")


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    if has_layout(context):
        yield from _JUDGES[rule.tham_so["xet"]](expected(rule, context, "doan"), context)


def _running(context: Context) -> list[Paragraph]:
    """Paragraphs set as running text: not centred headings or lines pushed to the right."""
    cached: list[Paragraph] | None = context.shared.get("running")
    if cached is None:
        cached = [p for p in body_paragraphs(context) if p.format.align not in ("center", "right", "end")]
        context.shared["running"] = cached
    return cached


def _full(context: Context) -> list[Paragraph]:
    return [p for p in _running(context) if len(p.text) > _FULL_LINE]


def _plain(context: Context) -> list[Paragraph]:
    return [p for p in _running(context) if p.label is None]


def _finding(
    context: Context,
    wrong: list[Paragraph],
    total: int,
    asked: str,
    field: str,
    shown: Callable[[ParagraphFormat], str],
    edits: Iterator[Edit],
) -> Hit:
    """``shown`` says what a format shows; ``field`` is the one whose source is told."""
    form = wrong[0].format
    source = words_of(context).source(form, field, lambda value: shown(_with(form, field, value)))
    params = {"thuc_te": shown(form), "mong_doi": asked, "so_doan": f"{len(wrong)}/{total}", "nguon_goc": source}
    cause = common_cause((paragraph.format for paragraph in wrong), field, asked)
    return one_finding(context, [first_word(paragraph) for paragraph in wrong], params, edits, cause=cause)


def _with(form: ParagraphFormat, field: str, value: Any) -> ParagraphFormat:
    """The format as it would be with another value; ``None`` is what Word has built in."""
    changes = {field: getattr(ParagraphFormat(), field) if value is None else value}
    if field == "line":
        rule = form.without("line_rule")[0]
        changes["line_rule"] = rule or "auto"
    return form._replace(**changes)


def _asked(context: Context, wanted: Expected, key: str, text: str) -> str:
    return words_of(context).phrase("own_style", wanted=text, name=wanted.name) if wanted.is_own(key) else text


def _justified(wanted: Expected, context: Context) -> Iterator[Hit]:
    words = words_of(context)
    long = _full(context)
    wrong = [p for p in long if p.format.align in (None, "left", "start")]
    if wrong:
        edits = restyle_paragraphs(context, wrong, "align", {"align": "both"}, _running(context))
        asked = words.phrase("align.both")
        yield _finding(context, wrong, len(long), asked, "align", lambda form: words.align(form.align), edits)


def _indented(wanted: Expected, context: Context) -> Iterator[Hit]:
    limits = wanted.get("lui")
    running = [p for p in _full(context) if p.label is None]
    if not limits:
        return
    wrong = [p for p in running if not p.text.startswith(("\t", " ")) and not _is_indented(p, *limits)]
    if wrong and len(wrong) > _MOST * len(running):
        first = mm(wrong[0].format.first_line)
        usual = min(wanted.get("lui_quen", limits), key=lambda indent: abs(indent - first))
        edits = restyle_paragraphs(context, wrong, "first_line", {"first_line": twips(usual)}, _plain(context))
        asked = _asked(context, wanted, "lui", _indents_asked(context, wanted))
        yield _finding(
            context, wrong, len(running), asked, "first_line", lambda form: _indent_words(context, form), edits
        )


def _indents_asked(context: Context, wanted: Expected) -> str:
    """The values that the clause names, or the range of an agency's own style."""
    words = words_of(context)
    named = wanted.get("lui_quen")
    if named and not wanted.is_own("lui"):
        return words.phrase("mm", value=words.phrase("or").join(map(words.number, named)))
    return words.phrase("mm", value=words.span(*wanted.get("lui")))


def _indent_words(context: Context, form: ParagraphFormat) -> str:
    words = words_of(context)
    return words.phrase("mm", value=words.number(mm(form.first_line)))


def _is_indented(paragraph: Paragraph, low: float, high: float) -> bool:
    """By its first line alone, or together with the indent of the whole paragraph."""
    form = paragraph.format
    places = mm(form.first_line), mm(form.first_line + form.indent_left)
    return any(low - _MM_SLACK <= place <= high + _MM_SLACK for place in places)


def _leading_tab(wanted: Expected, context: Context) -> Iterator[Hit]:
    running, words = _running(context), words_of(context)
    wrong = [p for p in running if p.text.startswith(("\t", "   ")) and p.format.first_line <= 0]
    if wrong:
        edits = (edit for paragraph in wrong for edit in _tab_to_indent(paragraph))
        asked = words.phrase("first_line")
        yield _finding(context, wrong, len(running), asked, "first_line", lambda form: words.phrase("keys"), edits)


def _tab_to_indent(paragraph: Paragraph) -> Iterator[Edit]:
    match = _KEYS.match(paragraph.text)
    if match and match.group():
        yield Edit("replace_text", paragraph.anchor(0, match.end()), "", match.group())
        yield Edit("set_paragraph", paragraph.anchor(0, 0), properties={"first_line": _DEFAULT_TAB})


def _apart(wanted: Expected, context: Context) -> Iterator[Hit]:
    least, words = wanted.get("giua_doan"), words_of(context)
    running = _running(context)
    if not least:
        return
    wrong = [p for p in running if p.format.space_before + p.format.space_after < least - _PT_SLACK]
    if len(running) > 2 and len(wrong) > _MOST * len(running):
        edits = restyle_paragraphs(context, wrong, "space_after", {"space_after": float(least)})
        asked = _asked(context, wanted, "giua_doan", words.phrase("from_pt", value=words.number(least)))
        yield _finding(
            context, wrong, len(running), asked, "space_after", lambda form: _gap_words(context, form), edits
        )


def _gap_words(context: Context, form: ParagraphFormat) -> str:
    words = words_of(context)
    return words.phrase("pt", value=words.number(form.space_before + form.space_after))


def _line_spacing(wanted: Expected, context: Context) -> Iterator[Hit]:
    running = _full(context)
    wrong = [p for p in running if not _is_spaced(p, wanted)]
    if wrong and len(wrong) > _MOST * len(running):
        key = "dong_pt" if "dong_pt" in wanted.values else "dong"
        asked = _asked(context, wanted, key, _spacing_words(wanted, context))
        edits = restyle_paragraphs(context, wrong, "line", _right_spacing(wrong[0].format, wanted), _running(context))
        yield _finding(context, wrong, len(running), asked, "line", lambda form: _line_words(context, form), edits)


def _line_words(context: Context, form: ParagraphFormat) -> str:
    words = words_of(context)
    key = {"exact": "exactly", "atLeast": "at_least"}.get(form.line_rule, "lines")
    return words.phrase(key, value=words.number(form.line, 2))


def _spacing_words(wanted: Expected, context: Context) -> str:
    words = words_of(context)
    if "dong_pt" in wanted.values:
        low, high = wanted.get("dong_pt")
        key = "exactly.span" if high < 100 else "exactly.from"
    else:
        low, high = wanted.get("dong")
        key = "lines.span"
    return words.phrase(key, low=words.number(low), high=words.number(high))


def _right_spacing(form: ParagraphFormat, wanted: Expected) -> dict[str, Any]:
    """The nearest spacing that the guide allows: its lowest where the kind of spacing itself is wrong."""
    if "dong_pt" in wanted.values:
        low, high = wanted.get("dong_pt")
        return {"line_rule": "exact", "line": float(high if form.line_rule == "exact" and form.line > high else low)}
    low, high = wanted.get("dong")
    tall = form.line > high if form.line_rule == "auto" else form.line > _HIGH_LINE * high
    return {"line_rule": "auto", "line": float(high if tall else low)}


def _is_spaced(paragraph: Paragraph, wanted: Expected) -> bool:
    form = paragraph.format
    if "dong_pt" in wanted.values:
        low, high = wanted.get("dong_pt")
        return form.line_rule == "exact" and low - _PT_SLACK <= form.line <= high + _PT_SLACK
    if "dong" not in wanted.values:
        return True
    low, high = wanted.get("dong")
    if form.line_rule == "auto":
        return bool(low - 0.02 <= form.line <= high + 0.02)
    least = 0 if form.line_rule == "atLeast" else _LOW_LINE * low
    return bool(least <= form.line <= _HIGH_LINE * high + _PT_SLACK)


def _blank(wanted: Expected, context: Context) -> Iterator[Hit]:
    """Empty paragraphs between two written ones of the running text."""
    body = context.document.body
    running = body_paragraphs(context)
    written = {p.ordinal for p in running}
    between = (body.paragraph(p.ordinal + 1) for p in running if p.ordinal + 2 in written)
    blank = [
        p
        for p in between
        if not (p.text.strip() or p.has_drawing or p.break_before or p.breaks or p.cell) and p.label is None
    ]
    if blank:
        params = {"thuc_te": words_of(context).phrase("blank", count=len(blank)), "so_doan": str(len(blank))}
        edits = [Edit("delete_paragraph", p.anchor(), expected=p.text) for p in blank]
        yield one_finding(context, [p.anchor() for p in blank], params, edits)


def _broken(wanted: Expected, context: Context) -> Iterator[Hit]:
    """Sentences that a typed page break cuts; one that Word rendered adds no character and is nobody's slip."""
    wrong = [
        paragraph.anchor(*_words_around(paragraph.text, offset))
        for paragraph in body_paragraphs(context)
        for offset in paragraph.breaks
        if _is_inside_sentence(paragraph.text, offset)
    ]
    if wrong:
        shown = " ".join(context.document.text(wrong[0]).split())
        yield one_finding(context, wrong, {"thuc_te": shown, "so_doan": str(len(wrong))})


def _is_inside_sentence(text: str, offset: int) -> bool:
    before, after = text[:offset].rstrip(), text[offset + 1 :].lstrip()
    typed = text[offset : offset + 1] == "\n"
    return typed and (before[-1:].isalnum() or before[-1:] == ",") and after[:1].islower()


def _words_around(text: str, offset: int) -> tuple[int, int]:
    """The word before a place and the one after it."""
    before, after = text[:offset].rstrip(), text[offset:]
    word = _WORD.search(after)
    return before.rfind(" ") + 1, offset + (word.end() if word else 0)


_JUDGES: dict[str, Callable[[Expected, Context], Iterator[Hit]]] = {
    "can_deu": _justified,
    "lui_dau_dong": _indented,
    "tab_dau_dong": _leading_tab,
    "giua_doan": _apart,
    "gian_dong": _line_spacing,
    "doan_trong": _blank,
    "ngat_giua_cau": _broken,
}
