"""Kind ``placing``: how the parts of a document stand on the page: centred, beside each other, not torn apart.

Purpose: parts of the head and the signature that are not centred; recipients that are not level with the signature; a
signature alone on a page. Limits: page breaks are those typed or last left by Word: a file that Word has not laid out
since says nothing, and a signature without keep-with-next is no fault while it stands beside its text; whether a part
that tabs or spaces push about looks centred is not known. Neighbour: ``layout`` judges running text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from vanban_lint.checks.base import Context, Param
from vanban_lint.checks.dressing import EXPECTED, expected, first_word, has_layout, letters, one_finding
from vanban_lint.checks.layout_words import words_of
from vanban_lint.checks.restyle import common_cause, restyle_paragraphs
from vanban_lint.checks.text_width import width_mm
from vanban_lint.model import BODY, Anchor, Block, Edit, Hit, Paragraph
from vanban_lint.model.rule import Rule

_MATTERS = ("can_phan", "dau_cach", "hang_noi_nhan", "chu_ky_roi")
PARAMS = {**EXPECTED, "xet": Param("choice", "the matter to judge", required=True, choices=_MATTERS)}
FIELDS = ("thuc_te", "mong_doi", "nguon_goc")

_CENTRED = "giua"
#: Width in mm that fills the wider column of a head.
_FULL_CELL = 80
#: Blanks before a part, a tab counted as so many spaces, from which on they are there to push it into place.
_PUSHED, _TAB = 8, 4
_SIGNED = ("quyen_han_ky", "chuc_vu", "ho_ten")


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    if has_layout(context):
        yield from _JUDGES[rule.tham_so["xet"]](rule, context)


def _not_centred(rule: Rule, context: Context) -> Iterator[Hit]:
    """One finding for each alignment met, whatever parts have it."""
    wanted = expected(rule, context, "kieu_chu")
    words = words_of(context)
    letter = context.structure.ten_loai.value == "CV"
    wrong: dict[str, list[tuple[Anchor, Paragraph]]] = {}
    for block in context.own(*rule.o):
        entry = (wanted.get(f"{block.name}_cv") if letter else None) or wanted.get(block.name, {})
        if entry.get("can") != _CENTRED:
            continue
        for anchor in block.anchors:
            paragraph = context.document.paragraph(anchor)
            if _is_alone(paragraph, anchor) and _is_off_centre(paragraph) and not _fills_cell(paragraph, anchor):
                wrong.setdefault(paragraph.format.align or "left", []).append((anchor, paragraph))
    for align, places in wrong.items():
        form = places[0][1].format
        params = {
            "thuc_te": words.align(align),
            "mong_doi": words.align("center"),
            "nguon_goc": words.source(form, "align", words.align),
        }
        paragraphs = [paragraph for _, paragraph in places]
        edits = restyle_paragraphs(context, paragraphs, "align", {"align": "center"})
        cause = common_cause((paragraph.format for paragraph in paragraphs), "align", params["mong_doi"])
        yield one_finding(context, [anchor for anchor, _ in places], params, edits, cause=cause)


def _is_alone(paragraph: Paragraph, anchor: Anchor) -> bool:
    """The block is all that the paragraph holds, and no blanks push it into place."""
    return anchor.part == BODY and paragraph.text.strip() == paragraph.text[anchor.start : anchor.end].strip()


def _is_off_centre(paragraph: Paragraph) -> bool:
    form = paragraph.format
    pushed = paragraph.text[:1] in (" ", "\t", "\u00a0") or paragraph.text[-3:] == "   "
    return form.align != "center" and not pushed and form.indent_left <= 0 and form.first_line <= 0


def _fills_cell(paragraph: Paragraph, anchor: Anchor) -> bool:
    """A line about as wide as its column, the national name above all: centred or not, it looks the same."""
    pieces = letters(paragraph, anchor.start, anchor.end)
    return (
        bool(paragraph.cell)
        and width_mm((paragraph.text[low:high], form) for form, low, high, _ in pieces) > _FULL_CELL
    )


def _pushed(rule: Rule, context: Context) -> Iterator[Hit]:
    """Parts that spaces or tabs push into place, from the edge of their paragraph or from the part beside them."""
    words = words_of(context)
    places: list[Anchor] = []
    edits: list[Edit] = []
    for block in context.own(*rule.o):
        anchor = block.anchor
        before = context.document.paragraph(anchor).text[: anchor.start]
        blanks = before[len(before.rstrip()) :]
        if len(blanks) + (_TAB - 1) * blanks.count("\t") >= _PUSHED and "\n" not in blanks:
            places.append(anchor._replace(start=anchor.start - len(blanks), end=anchor.start))
            if len(blanks) == len(before):
                edits.append(Edit("replace_text", places[-1], "", blanks))
    if places:
        params = {"thuc_te": words.phrase("keys"), "mong_doi": words.phrase("table_or_align")}
        yield one_finding(context, places, params, edits)


def _own_signature(context: Context) -> list[Block]:
    return [block for block in context.own(*_SIGNED) if block.anchor.part == BODY]


def _not_level(rule: Rule, context: Context) -> Iterator[Hit]:
    """The label of the recipients in another row than the top line of the only signature."""
    labels = [block for block in context.own("noi_nhan") if block.anchor.part == BODY]
    signed = _own_signature(context)
    if (
        not labels
        or not signed
        or len({block.group for block in signed}) > 1
        or context.structure.ten_loai.value == "BB"
    ):
        return
    label = context.document.paragraph(labels[0].anchor)
    top = context.document.paragraph(signed[0].anchor)
    if label.ordinal == top.ordinal or (label.cell and top.cell and label.cell[0][:2] == top.cell[0][:2]):
        return
    yield Hit(labels[0].anchor, {"thuc_te": labels[0].text, "mong_doi": signed[0].text})


def _torn(rule: Rule, context: Context) -> Iterator[Hit]:
    """A signature on a page without any of the text, or cut by the end of a page."""
    signed = _own_signature(context)
    if not signed:
        return
    body = context.document.body
    end = [*signed, *(block for block in context.own("noi_nhan") if block.anchor.part == BODY)]
    first = body.paragraph(min(block.anchor.paragraph for block in end))
    if first.cell:
        first = body.paragraph(body.tables[first.cell[0].table - 1].first_paragraph)
    last = max(block.anchors[-1].paragraph for block in signed)
    start = next(p for p in body.paragraphs[first.ordinal - 1 :] if p.text.strip())
    inside = body.paragraphs[signed[0].anchor.paragraph - 1 : last]
    before = _before(context, first)
    between = [*before[1:], *body.paragraphs[first.ordinal - 1 : start.ordinal]]
    if any(p.break_before for p in between) or any(p.break_before or p.breaks for p in inside):
        edits = [Edit("set_paragraph", p.anchor(0, 0), properties={"keep_next": True}) for p in before]
        yield Hit(
            first_word(context.document.paragraph(signed[0].anchor)), {"thuc_te": signed[0].text}, edits=tuple(edits)
        )


def _before(context: Context, first: Paragraph) -> list[Paragraph]:
    """The last written paragraph before the end block, and the empty ones between: what must stay with it."""
    kept = []
    for paragraph in reversed(context.document.body.paragraphs[: first.ordinal - 1]):
        kept.append(paragraph)
        if paragraph.text.strip():
            break
    return kept[::-1]


_JUDGES: dict[str, Callable[[Rule, Context], Iterator[Hit]]] = {
    "can_phan": _not_centred,
    "dau_cach": _pushed,
    "hang_noi_nhan": _not_level,
    "chu_ky_roi": _torn,
}
