"""What the layout kinds (``page``, ``format``, ``layout``) share: expected values, measures and words on provenance.

Purpose: look up what the conventions in force ask for (table ``trinh_bay``, which a rule's ``mong_doi`` may override)
and say where a value comes from. Limits: no judgement. Lengths: twips in, millimetres out; sizes in points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vanban_lint.checks.base import Context, Param
from vanban_lint.model import Anchor, Hit, Paragraph, Related, RunFormat
from vanban_lint.model.format import TWIPS_PER_MM
from vanban_lint.model.rule import Rule

EXPECTED = {"mong_doi": Param("map", "values laid over those of the table trinh_bay: the own style of an agency")}
#: At most so many further places are attached to one finding.
MAX_RELATED = 20


def expected(rule: Rule, context: Context, group: str) -> Mapping[str, Any]:
    """The values of ``group`` (trang, kieu_chu, doan) under the first convention that is in force and in the rule."""
    table = context.tables.get("trinh_bay", {})
    own: Mapping[str, Any] = rule.tham_so.get("mong_doi", {})
    for name in context.conventions:
        if name in rule.nguon and group in table.get(name, {}):
            return {**table[name][group], **own}
    return own


def has_layout(context: Context) -> bool:
    """Whether the input carries a layout at all; plain text does not."""
    return context.document.format == "docx"


def mm(twips: int) -> float:
    return twips / TWIPS_PER_MM


def number(value: float) -> str:
    """A measure in Vietnamese writing: decimal comma, no idle zero."""
    return f"{value:.1f}".removesuffix(".0").replace(".", ",")


def span(low: float, high: float) -> str:
    return number(low) if low == high else f"{number(low)}-{number(high)}"


def source_words(source: str | None, styles: Mapping[str, str]) -> str:
    """Where a value was set, in words for the drafter; ``styles`` maps style ids to the names that Word shows."""
    kind, _, name = (source or "").partition(":")
    if kind == "style":
        return f"từ kiểu đoạn {styles.get(name, name)}"
    if kind == "table-style":
        return f"từ kiểu bảng {name}"
    words = {"direct": "định dạng trực tiếp", "theme": "từ phông chủ đề", "numbering": "từ danh sách đánh số"}
    return words.get(kind, "mặc định của tệp")


def style_names(context: Context) -> Mapping[str, str]:
    """Style id -> name, as far as paragraphs use them."""
    names: Mapping[str, str] | None = context.shared.get("style_names")
    if names is None:
        formats = {p.format for part in context.document.parts for p in part.paragraphs}
        names = {f.style: f.style_name for f in formats if f.style and f.style_name}
        context.shared["style_names"] = names
    return names


def letters(paragraph: Paragraph, start: int, end: int) -> Iterator[tuple[RunFormat, int, int, int]]:
    """Formats of ``text[start:end]`` with the stretch each covers and how many letters or digits it holds."""
    for piece in paragraph.spans:
        low, high = max(piece.start, start), min(piece.end, end)
        if low < high:
            count = sum(character.isalnum() for character in paragraph.text[low:high])
            if count:
                yield piece.format, low, high, count


def body_paragraphs(context: Context) -> list[Paragraph]:
    """Running text: paragraphs of the document's own text outside tables, lists and named parts."""
    cached: list[Paragraph] | None = context.shared.get("body_paragraphs")
    if cached is None:
        taken = {
            anchor.paragraph
            for block in context.structure.blocks
            if block.name not in ("ket_thuc",)
            for anchor in block.anchors
            if anchor.part == "body"
        }
        cached = [
            paragraph
            for zone in context.structure.zones
            if zone.name == "noi_dung"
            for paragraph in context.document.body.paragraphs[zone.first - 1 : zone.last]
            if not paragraph.cell and paragraph.ordinal not in taken and _is_prose(paragraph.text)
        ]
        context.shared["body_paragraphs"] = cached
    return cached


def _is_prose(text: str) -> bool:
    """Not blank, and not a row of dots to write on."""
    return sum(map(str.isalnum, text)) > len(text) / 2


def one_finding(anchors: Iterable[Anchor], params: Mapping[str, Any], certainty: str | None = None) -> Hit:
    """Several places of one cause as one hit: at the first, the others attached."""
    first, *others = anchors
    related = tuple(Related(anchor, "cùng nguyên nhân") for anchor in others[:MAX_RELATED])
    return Hit(first, params, related=related, certainty=certainty)
