"""Kind ``typeface``: fonts and colours of all letters of a document.

Purpose: one finding a font or colour that the guides do not know. Limits: Times New Roman under all its names is one
family; whether words are spelled in an old encoding is told by their letters, not by the font's name. Neighbour:
``format`` judges sizes and styles of the parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from vanban_lint.checks.base import Context, Param
from vanban_lint.checks.dressing import FEW, first_stretches, has_layout, letters, one_finding
from vanban_lint.checks.layout_words import words_of
from vanban_lint.checks.restyle import Stretch, restyle_runs
from vanban_lint.model import Edit, Hit, Paragraph
from vanban_lint.model.rule import Rule
from vanban_lint.text.lazy import lazy

_MATTERS = ("phong", "phong_cu", "mau")
PARAMS = {"xet": Param("choice", "what to judge", required=True, choices=_MATTERS)}
FIELDS = ("thuc_te", "mong_doi", "nguon_goc")

FAMILY = "Times New Roman"
_NAMES = ("times", "timesnewroman", "liberation serif")
_LEGACY = (".vn", "vni-", "vni ")
#: Letters that only text in the old TCVN3 and VNI encodings shows where Vietnamese words stand.
_OLD_LETTERS = lazy(r"[µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÕÒÓÔÖ×ÝØÜÞ£¤¥¦§]")
_OLD_SHARE = 0.08
#: Brighter than this in any channel is seen as a colour; text from the web often brings near-black.
_NEAR_BLACK = 0x60
#: Parts whose ink or stamp may be red.
_MARKS = frozenset({"do_mat", "do_khan", "du_thao", "pham_vi_luu_hanh"})


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    if has_layout(context):
        yield from _JUDGES[rule.tham_so["xet"]](context)


def is_family(font: str) -> bool:
    """Times New Roman under any of its names: lists ("Times New Roman;Bookman"), "Times New Roman Bold", "Times"."""
    first = font.split(";")[0].split(",")[0].strip().casefold()
    return first.startswith(FAMILY.casefold()) or first in _NAMES


def _is_legacy(font: str) -> bool:
    return font.casefold().startswith(_LEGACY)


def _printed(context: Context) -> Iterator[Paragraph]:
    """Paragraphs of the body and of text boxes, headers and footers that hold letters."""
    for part in context.document.parts:
        if part.kind in ("body", "box", "header", "footer"):
            yield from (paragraph for paragraph in part.paragraphs if paragraph.text.strip())


def _by_font(context: Context) -> Mapping[str, list[Stretch]]:
    """Font -> stretches of letters set in it, those of the right family left out; worked out once a document."""
    cached: dict[str, list[Stretch]] | None = context.shared.get("by_font")
    if cached is not None:
        return cached
    fonts: dict[tuple[str | None, str | None], list[str]] = {}
    cached = {}
    for paragraph in _printed(context):
        for span in paragraph.spans:
            form = span.format
            pair = form.font, form.font_beyond_ascii
            wrong = fonts.get(pair)
            if wrong is None:
                wrong = fonts[pair] = sorted({font for font in pair if font is not None and not is_family(font)})
            for font in wrong:
                cached.setdefault(font, []).extend(
                    (paragraph.anchor(low, high), form)
                    for form, low, high, _ in letters(paragraph, span.start, span.end)
                )
    cached = {font: places for font, places in cached.items() if sum(a.end - a.start for a, _ in places) >= FEW}
    context.shared["by_font"] = cached
    return cached


def _other_fonts(context: Context) -> Iterator[Hit]:
    for font, stretches in _by_font(context).items():
        if not _is_legacy(font):
            yield _font_finding(context, font, stretches, font)


def _legacy_fonts(context: Context) -> Iterator[Hit]:
    """Font names of the old encodings; text that is coded the old way must be converted before its font is changed."""
    words = words_of(context)
    for font, stretches in _by_font(context).items():
        if _is_legacy(font):
            text = "".join(context.document.text(anchor) for anchor, _ in stretches)
            decoded = any(context.document.paragraph(anchor).encoding for anchor, _ in stretches)
            old = decoded or len(_OLD_LETTERS.findall(text)) > _OLD_SHARE * len(text)
            state = words.phrase("old_code" if old else "unicode", font=font)
            yield _font_finding(context, font, stretches, state, mendable=not old)


def _font_finding(
    context: Context, font: str, stretches: Sequence[Stretch], state: str, *, mendable: bool = True
) -> Hit:
    words, form = words_of(context), stretches[0][1]
    field = "font" if form.font == font else "font_beyond_ascii"
    places = first_stretches(stretches)
    params = {
        "thuc_te": words.phrase("paragraphs", what=state, count=len(places)),
        "mong_doi": FAMILY,
        "nguon_goc": words.source(form, field, str),
    }
    return one_finding(context, places, params, _refonted(context, font, stretches) if mendable else ())


def _refonted(context: Context, font: str, stretches: Sequence[Stretch]) -> Iterator[Edit]:
    for field in ("font", "font_beyond_ascii"):
        wrong = [(anchor, form) for anchor, form in stretches if getattr(form, field) == font]
        yield from restyle_runs(context, wrong, field, FAMILY, lambda value: value is not None and is_family(value))


def _colors(context: Context) -> Iterator[Hit]:
    """Letters that are not black; links keep their colour, and so do the marks of secrecy and urgency."""
    words = words_of(context)
    marks = {anchor[:2] for block in context.structure.all(*_MARKS) for anchor in block.anchors}
    found: dict[str, list[Stretch]] = {}
    for paragraph in context.document.body.paragraphs:
        for span in paragraph.spans:
            color = span.format.color
            if (
                color
                and _is_colored(color)
                and span.format.style != "Hyperlink"
                and ("body", paragraph.ordinal) not in marks
            ):
                found.setdefault(color.upper(), []).extend(
                    (paragraph.anchor(low, high), form)
                    for form, low, high, count in letters(paragraph, span.start, span.end)
                    if count > 1
                )
    for color, stretches in found.items():
        if not stretches:
            continue
        places = first_stretches(stretches)
        params = {
            "thuc_te": words.phrase("paragraphs", what=f"#{color}", count=len(places)),
            "mong_doi": words.phrase("black"),
            "nguon_goc": words.source(
                stretches[0][1], "color", lambda value: f"#{value}" if value else words.phrase("black")
            ),
        }
        edits = restyle_runs(context, stretches, "color", "auto", lambda value: not (value and _is_colored(value)))
        yield one_finding(context, places, params, edits)


def _is_colored(color: str) -> bool:
    try:
        value = int(color, 16)
    except ValueError:
        return False
    return max(value >> 16, value >> 8 & 255, value & 255) > _NEAR_BLACK


_JUDGES: dict[str, Callable[[Context], Iterator[Hit]]] = {
    "phong": _other_fonts,
    "phong_cu": _legacy_fonts,
    "mau": _colors,
}
