"""What the layout kinds (``page``, ``format``, ``layout``, ...) share: expected values, stretches of text, places.

Purpose: look up what the conventions in force ask for (table ``trinh_bay``, over which an agency lays its own narrower
style and a rule its ``mong_doi``), and find the text that is judged. Limits: no judgement, no words (``layout_words``),
no edits (``restyle``). Lengths: twips in, millimetres out; sizes in points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from vanban_lint.checks.base import Context, Param
from vanban_lint.checks.layout_words import words_of
from vanban_lint.model import Anchor, Cause, Edit, Hit, Paragraph, Related, RunFormat
from vanban_lint.model.format import TWIPS_PER_MM
from vanban_lint.model.rule import Rule
from vanban_lint.text.lazy import lazy

EXPECTED = {"mong_doi": Param("map", "values laid over those of the table trinh_bay")}
#: At most so many further places are attached to one finding.
MAX_RELATED = 20
#: Fewer letters than this are no sign of anything: one stray letter, a footnote mark.
FEW = 3
_WORD = lazy(r"\S+")


class Expected(NamedTuple):
    """Values asked for. ``own`` are those of them that an agency's own style states, ``name`` is that style's name."""

    values: Mapping[str, Any]
    own: Mapping[str, Any]
    name: str

    def get(self, key: str, default: Any = None) -> Any:
        return self.values.get(key, default)

    def is_own(self, *keys: str) -> bool:
        """Whether the agency's own style states the value under these keys."""
        value: Any = self.own
        for key in keys:
            if not isinstance(value, Mapping) or key not in value:
                return False
            value = value[key]
        return True


NOTHING_EXPECTED = Expected({}, {}, "")


def expected(rule: Rule, context: Context, group: str) -> Expected:
    """The values of ``group`` (trang, kieu_chu, doan, ...) under the first convention in force that the rule names."""
    table = context.tables.get("trinh_bay", {})
    stated = rule.tham_so.get("mong_doi", {})
    for name in context.conventions:
        values = inherited(table, name, group) if name in rule.nguon else {}
        if values:
            own = table[name].get("rieng", {})
            return Expected({**values, **stated}, own.get(group, {}), own.get("ten", ""))
    return Expected(stated, {}, "") if stated else NOTHING_EXPECTED


def inherited(table: Mapping[str, Any], name: str | None, group: str) -> dict[str, Any]:
    """The values of a group with those of the conventions that this one follows (``ke_thua``) under them."""
    entry = table.get(name or "", {})
    return {**inherited(table, entry.get("ke_thua"), group), **entry.get(group, {})} if entry else {}


def has_layout(context: Context) -> bool:
    """Whether the input carries a layout at all; plain text does not."""
    return context.document.format == "docx"


def mm(twips: int) -> float:
    return twips / TWIPS_PER_MM


def twips(millimetres: float) -> int:
    return round(millimetres * TWIPS_PER_MM)


def nearest(value: float, low: float, high: float) -> float:
    """The value in the range that is nearest to ``value``."""
    return min(max(value, low), high)


def letters(paragraph: Paragraph, start: int, end: int) -> Iterator[tuple[RunFormat, int, int, int]]:
    """Formats of ``text[start:end]`` with the stretch each covers and how many letters or digits it holds."""
    for piece in paragraph.spans:
        low, high = max(piece.start, start), min(piece.end, end)
        if low < high:
            count = sum(map(str.isalnum, paragraph.text[low:high]))
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


def first_word(paragraph: Paragraph) -> Anchor:
    """Where a finding about a whole paragraph stands: its first word, so that a comment in Word marks little."""
    word = _WORD.search(paragraph.text)
    return paragraph.anchor(*word.span()) if word else paragraph.anchor(0, 0)


def first_stretches(stretches: Iterable[tuple[Anchor, RunFormat]]) -> list[Anchor]:
    """The first stretch of each paragraph."""
    first: dict[tuple[str, int], Anchor] = {}
    for anchor, _ in stretches:
        first.setdefault((anchor.part, anchor.paragraph), anchor)
    return list(first.values())


def one_finding(
    context: Context,
    anchors: Iterable[Anchor],
    params: Mapping[str, Any],
    edits: Iterable[Edit] = (),
    certainty: str | None = None,
    cause: Cause | None = None,
) -> Hit:
    """Several places of one cause as one hit: at the first, the others attached; the edits mend all of them."""
    first, *others = anchors
    message = words_of(context).phrase("same_cause") if others else ""
    related = tuple(Related(anchor, message) for anchor in others[:MAX_RELATED])
    return Hit(first, params, edits=tuple(edits), related=related, certainty=certainty, cause=cause)
