"""Kind ``format``: font, size and style of the parts of a document and of its text.

Purpose: one finding a part, or one a cause where a document repeats it, with what is shown, what is asked for and where
the value comes from. Limits: formatting only; words and capitals are the matter of other kinds. A part is judged by
what most of its letters show; fewer letters out of line are the matter of ``lan``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from vanban_lint.checks.base import Context, Param, fold, pattern
from vanban_lint.checks.dressing import (
    EXPECTED,
    body_paragraphs,
    expected,
    has_layout,
    letters,
    number,
    one_finding,
    source_words,
    span,
    style_names,
)
from vanban_lint.model import Anchor, Block, Hit, Paragraph, RunFormat
from vanban_lint.model.rule import Rule

_MATTERS = ("phan", "lan", "phong", "phong_cu", "mau", "co_noi_dung", "co_lech")
PARAMS = {
    **EXPECTED,
    "xet": Param("choice", "what to judge", required=True, choices=_MATTERS),
    "khop": Param("regex", "parts whose text does not match are left alone (phan, lan)"),
}
FIELDS = ("thuc_te", "mong_doi", "nguon_goc")

_FAMILY = "times new roman"
_LEGACY = re.compile(r"(?i)^(?:\.vn|vni[- ])")
#: Letters that only text in the old TCVN3 and VNI encodings shows where Vietnamese words stand.
_OLD_LETTERS = re.compile(r"[µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÕÒÓÔÖ×ÝØÜÞ£¤¥¦§]")
_SIZE_SLACK = 0.25
#: Share of letters below which a deviation is an accident of one run rather than the form of the part.
_MOST = 0.5
#: Fewer letters than this are no sign of anything: a lone page number, one stray letter.
_FEW = 3
_HEADING_COLORS = frozenset({"do_mat", "do_khan", "du_thao", "pham_vi_luu_hanh"})


class Property(NamedTuple):
    """A property in ``trinh_bay``: field of ``RunFormat``, test against the expected value, words for both."""

    field: str
    holds: Callable[[Any, Any], bool]
    actual: Callable[[Any], str]
    wanted: Callable[[Any], str]


def _flag(field: str, yes: str, no: str) -> Property:
    return Property(
        field,
        lambda value, wish: _is_on(value) == wish,
        lambda value: yes if _is_on(value) else no,
        lambda wish: yes if wish else no,
    )


def _is_on(value: Any) -> bool:
    return bool(value) and value != "none"


_PROPERTIES = {
    "co": Property(
        "size_pt",
        lambda value, wish: value is None or wish[0] - _SIZE_SLACK <= value <= wish[1] + _SIZE_SLACK,
        lambda value: f"cỡ {number(value)}",
        lambda wish: f"cỡ {span(*wish)}",
    ),
    "dam": _flag("bold", "chữ đậm", "chữ không đậm"),
    "nghieng": _flag("italic", "chữ nghiêng", "chữ đứng"),
    "gach_chan": _flag("underline", "có gạch chân", "không gạch chân"),
}


class Fault(NamedTuple):
    """What is wrong with a stretch: words for what stands there, for what should, and for where it comes from."""

    actual: str
    wanted: str
    source: str


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    if not has_layout(context):
        return
    matter = rule.tham_so["xet"]
    if matter in ("phan", "lan"):
        yield from _parts(rule, context, mixed=matter == "lan")
    else:
        yield from _WHOLE[matter](rule, context)


def _parts(rule: Rule, context: Context, *, mixed: bool) -> Iterator[Hit]:
    """Blocks with the same fault are one finding."""
    wanted = expected(rule, context, "kieu_chu")
    letter = context.structure.ten_loai.value == "CV"
    only = rule.tham_so.get("khop")
    found: dict[Fault, list[Anchor]] = {}
    for block in context.own(*rule.o):
        if only and not pattern(only).search(fold(block.text.strip())):
            continue
        wish = wanted.get(f"{block.name}_cv") if letter else None
        wish = wish or wanted.get(block.name)
        fault = wish and (_mixed(block, wish, context) if mixed else _fault(block, wish, context))
        if fault:
            found.setdefault(fault, []).append(block.anchor)
    for fault, anchors in found.items():
        yield one_finding(anchors, _params(fault))


def _params(fault: Fault) -> dict[str, str]:
    return {"thuc_te": fault.actual, "mong_doi": fault.wanted, "nguon_goc": fault.source}


def _values(block: Block, field: str, context: Context) -> Counter[tuple[Any, str | None]]:
    """Value and source of a property -> letters of the block that have it."""
    counts: Counter[tuple[Any, str | None]] = Counter()
    for anchor in block.anchors:
        for form, _, _, count in letters(context.document.paragraph(anchor), anchor.start, anchor.end):
            counts[getattr(form, field), form.source(field)] += count
    return counts


def _fault(block: Block, wish: Mapping[str, Any], context: Context) -> Fault | None:
    """The faults that most letters of a block share."""
    actual, wanted, sources = [], [], []
    for key, value in wish.items():
        what = _PROPERTIES[key]
        counts = _values(block, what.field, context)
        wrong = Counter({item: n for item, n in counts.items() if not what.holds(item[0], value)})
        if counts.total() >= _FEW and wrong.total() > _MOST * counts.total():
            (shown, source), _ = wrong.most_common(1)[0]
            actual.append(what.actual(shown))
            wanted.append(what.wanted(value))
            sources.append(source_words(source, style_names(context)))
    if not actual:
        return None
    return Fault(", ".join(actual), ", ".join(wanted), ", ".join(dict.fromkeys(sources)))


def _mixed(block: Block, wish: Mapping[str, Any], context: Context) -> Fault | None:
    """Some letters of a line out of the form that the rest has rightly."""
    for key, value in wish.items():
        what = _PROPERTIES[key]
        counts = _values(block, what.field, context)
        wrong = Counter({item: n for item, n in counts.items() if not what.holds(item[0], value)})
        if _FEW <= wrong.total() <= _MOST * counts.total():
            (shown, source), _ = wrong.most_common(1)[0]
            return Fault(what.actual(shown), what.wanted(value), source_words(source, style_names(context)))
    return None


def is_family(font: str) -> bool:
    """Times New Roman under any of its names: lists ("Times New Roman;Bookman"), "Times New Roman Bold", "Times"."""
    first = font.split(";")[0].split(",")[0].strip().casefold()
    return first.startswith(_FAMILY) or first in ("times", "timesnewroman", "liberation serif")


def _printed(context: Context) -> Iterator[Paragraph]:
    """Paragraphs of the body and of text boxes, headers and footers that hold letters."""
    for part in context.document.parts:
        if part.kind in ("body", "box", "header", "footer"):
            yield from (paragraph for paragraph in part.paragraphs if paragraph.text.strip())


def _by_font(context: Context) -> Mapping[str, list[tuple[Anchor, RunFormat]]]:
    """Font -> stretches of letters set in it; worked out once a document."""
    cached: dict[str, list[tuple[Anchor, RunFormat]]] | None = context.shared.get("by_font")
    if cached is None:
        cached = {}
        for paragraph in _printed(context):
            for form, low, high, _ in letters(paragraph, 0, len(paragraph.text)):
                for font in {form.font, form.font_beyond_ascii} - {None}:
                    cached.setdefault(str(font), []).append((paragraph.anchor(low, high), form))
        cached = {font: places for font, places in cached.items() if sum(a.end - a.start for a, _ in places) >= _FEW}
        context.shared["by_font"] = cached
    return cached


def _other_fonts(rule: Rule, context: Context) -> Iterator[Hit]:
    for font, stretches in _by_font(context).items():
        if is_family(font) or _LEGACY.match(font):
            continue
        source = source_words(stretches[0][1].source("font"), style_names(context))
        params = {"thuc_te": f"{font}, {len(_paragraphs(stretches))} đoạn", "mong_doi": "Times New Roman"}
        yield one_finding(_paragraphs(stretches), params | {"nguon_goc": source})


def _paragraphs(stretches: Iterable[tuple[Anchor, RunFormat]]) -> list[Anchor]:
    """The first stretch of each paragraph."""
    first: dict[tuple[str, int], Anchor] = {}
    for anchor, _ in stretches:
        first.setdefault((anchor.part, anchor.paragraph), anchor)
    return list(first.values())


def _legacy_fonts(rule: Rule, context: Context) -> Iterator[Hit]:
    """Font names of the old encodings; told apart by whether the text itself is coded the old way."""
    for font, stretches in _by_font(context).items():
        if not _LEGACY.match(font):
            continue
        text = "".join(context.document.text(anchor) for anchor, _ in stretches)
        old = len(_OLD_LETTERS.findall(text)) > 0.08 * len(text)
        state = "chữ mã hóa kiểu cũ" if old else "chữ đã là Unicode"
        source = source_words(stretches[0][1].source("font"), style_names(context))
        params = {"thuc_te": f"{font} ({state})", "mong_doi": "Times New Roman", "nguon_goc": source}
        yield one_finding(_paragraphs(stretches), params)


def _colors(rule: Rule, context: Context) -> Iterator[Hit]:
    marks = {
        (anchor.part, anchor.paragraph) for block in context.structure.all(*_HEADING_COLORS) for anchor in block.anchors
    }
    found: dict[str, list[tuple[Anchor, RunFormat]]] = {}
    for paragraph in context.document.body.paragraphs:
        if ("body", paragraph.ordinal) in marks:
            continue
        for form, low, high, count in letters(paragraph, 0, len(paragraph.text)):
            if count >= 2 and form.color and _is_colored(form.color) and form.style != "Hyperlink":
                found.setdefault(form.color.upper(), []).append((paragraph.anchor(low, high), form))
    for color, stretches in found.items():
        source = source_words(stretches[0][1].source("color"), style_names(context))
        params = {"thuc_te": f"#{color}, {len(_paragraphs(stretches))} đoạn", "mong_doi": "đen", "nguon_goc": source}
        yield one_finding(_paragraphs(stretches), params)


def _is_colored(color: str) -> bool:
    """A colour that differs visibly from black; web text often brings near-black."""
    try:
        value = int(color, 16)
    except ValueError:
        return False
    return max(value >> 16, value >> 8 & 255, value & 255) > 0x60


def _size_of(paragraph: Paragraph) -> tuple[float | None, str | None]:
    """Size of most letters of a paragraph, and where it comes from."""
    counts: Counter[tuple[float | None, str | None]] = Counter()
    for form, _, _, count in letters(paragraph, 0, len(paragraph.text)):
        counts[form.size_pt, form.source("size_pt")] += count
    return counts.most_common(1)[0][0] if counts else (None, None)


def _text_sizes(context: Context) -> tuple[list[tuple[Paragraph, float, str | None]], float | None]:
    """Running paragraphs with their size, and the size of most of the text."""
    sized = []
    total: Counter[float] = Counter()
    for paragraph in body_paragraphs(context):
        size, source = _size_of(paragraph)
        if size is not None:
            sized.append((paragraph, size, source))
            total[size] += len(paragraph.text)
    return sized, total.most_common(1)[0][0] if total else None


def _body_size(rule: Rule, context: Context) -> Iterator[Hit]:
    limits = expected(rule, context, "doan").get("co")
    sized, usual = _text_sizes(context)
    if not limits or usual is None or limits[0] - _SIZE_SLACK <= usual <= limits[1] + _SIZE_SLACK:
        return
    places = [(paragraph, source) for paragraph, size, source in sized if size == usual]
    source = source_words(places[0][1], style_names(context))
    params = {"thuc_te": number(usual), "mong_doi": span(*limits), "nguon_goc": source}
    yield one_finding([paragraph.anchor() for paragraph, _ in places], params)


def _drifting_size(rule: Rule, context: Context) -> Iterator[Hit]:
    sized, usual = _text_sizes(context)
    other: dict[float, list[tuple[Paragraph, str | None]]] = {}
    for paragraph, size, source in sized:
        if usual is not None and abs(size - usual) > _SIZE_SLACK and paragraph.format.align != "center":
            other.setdefault(size, []).append((paragraph, source))
    for size, places in other.items():
        source = source_words(places[0][1], style_names(context))
        params = {"thuc_te": f"{number(size)}, {len(places)} đoạn", "mong_doi": number(usual or 0), "nguon_goc": source}
        yield one_finding([paragraph.anchor() for paragraph, _ in places], params)


_WHOLE: dict[str, Callable[[Rule, Context], Iterator[Hit]]] = {
    "phong": _other_fonts,
    "phong_cu": _legacy_fonts,
    "mau": _colors,
    "co_noi_dung": _body_size,
    "co_lech": _drifting_size,
}
