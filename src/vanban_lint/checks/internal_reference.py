"""Kind ``internal_reference``: a reference to an article, clause, annex or item that this document does not have.

Purpose: "Điều 12 của Quy chế này" where there are ten articles. Limits: only references to the document's own parts,
never to those of a document cited; only where the parts are numbered from one without a gap, so that what is not in
the outline is not there at all. What "Như Điều n" names among the recipients is ``agreement``'s matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from vanban_lint.checks.base import Context, Param, fold
from vanban_lint.model import Anchor, Hit, OutlineNode, Paragraph, Saying, Zone
from vanban_lint.model.rule import Rule
from vanban_lint.model.structure import KEM_THEO, NOI_DUNG
from vanban_lint.text.lazy import lazy
from vanban_lint.text.numerals import letter_value, roman_value
from vanban_lint.text.references import OTHER, OWN, Reference, Unit, find_references

ARTICLE, CLAUSE, ANNEX, ITEM = "dieu", "khoan", "phu_luc", "muc"
PARAMS = {
    "xet": Param(
        "choice",
        "dieu: an article; khoan: a clause or point of an article; phu_luc: a numbered annex; muc: an outline item",
        required=True,
        choices=(ARTICLE, CLAUSE, ANNEX, ITEM),
    ),
}
FIELDS = ("thuc_te", "thieu", "co")

#: Words that say in which parts a document may be divided; quick to look for.
_HINTS = ("iều ", "hoản ", "ục ", "hần ", "iểm ", "hương ", "LỤC ")
#: Paragraphs below the last point of an item in which a point of it may still stand.
NEAR = 3
_HEADING = lazy(r"(?:^|\n|\.\s)\s*Điều\s+(\d{1,3})[.:]")
_CITES = lazy(r"\d/|\d-[A-ZĐ]|[Ll]uật |Điều lệ|Hiến pháp|Nghị định|Thông tư")
_AMENDS = lazy(r"sửa đổi|bổ sung|bãi bỏ|thay thế")
_QUOTE = '“"'
_CORE = lazy(r"[^\W_]+(?:\.\d+)*")


class Missing(NamedTuple):
    """A part that is not there: its words, and what there is instead (for the message)."""

    unit: Unit
    number: str
    there: Saying


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    for found, missing, place in _all_missing(context):
        if _family(found, missing) == rule.tham_so["xet"]:
            params = {
                "thuc_te": context.document.text(place),
                "thieu": f"{missing.unit.kind} {missing.number}",
                "co": (missing.there,),
            }
            yield Hit(place, params, certainty=None if found.whose == OWN else "co_the")


def _family(found: Reference, missing: Missing) -> str:
    if missing.unit.kind == "phụ lục":
        return ANNEX
    if found.units[-1].kind != "điều" and not (found.units[-1].kind == "khoản" and not found.units[-1].numbers):
        return ITEM
    return ARTICLE if missing.unit.kind == "điều" else CLAUSE


def _all_missing(context: Context) -> list[tuple[Reference, Missing, Anchor]]:
    """Every reference that leads nowhere, worked out once for the rules of this kind."""
    known: list[tuple[Reference, Missing, Anchor]] | None = context.shared.get("internal_reference")
    if known is None:
        known = context.shared["internal_reference"] = list(_look(context))
    return known


def _look(context: Context) -> Iterator[tuple[Reference, Missing, Anchor]]:
    parts = [_Parts(context, zone) for zone in context.structure.zones if zone.name in (NOI_DUNG, KEM_THEO)]
    annexes = _annexes(context)
    for own in parts:
        for paragraph in own.paragraphs:
            if not any(hint in paragraph.text for hint in _HINTS):
                continue
            text = fold(paragraph.text)
            for found in find_references(text):
                if found.whose == OTHER or _quoted(text, found.start):
                    continue
                missing = _judge(found, text, paragraph, own, parts, annexes)
                if missing:
                    yield found, missing, paragraph.anchor(found.start, found.end)


def _judge(
    found: Reference, text: str, paragraph: Paragraph, own: _Parts, parts: Sequence[_Parts], annexes: Sequence[int]
) -> Missing | None:
    outer = found.units[-1]
    if outer.kind == "phụ lục":
        return _annex(outer, annexes) if len(found.units) == 1 and not _cites(text, found) else None
    meant = _meant(found, own, parts)
    if meant is None or (found.whose != OWN and (meant.amends or _cites(text, found))):
        return None
    if outer.kind == "điều":
        return meant.missing_article(found, paragraph)
    if outer.kind == "khoản" and not outer.numbers:
        return meant.missing_in_clause(found, paragraph)
    return meant.missing_item(found)


def _meant(found: Reference, own: _Parts, parts: Sequence[_Parts]) -> _Parts | None:
    """The text whose part is meant: this one, or the one that the type word names ("Quy chế này")."""
    if not found.type_word or found.type_word.lower() in ("văn bản", own.type_name):
        return own
    named = [part for part in parts if part.type_name == found.type_word.lower()]
    if len(named) == 1:
        return named[0]
    return own if len(parts) == 1 else None


def _cites(text: str, found: Reference) -> bool:
    """Whether the sentence around a reference speaks of another document."""
    start = max(text.rfind(". ", 0, found.start), text.rfind(";", 0, found.start), 0)
    end = text.find(".", found.end)
    return _CITES.search(text, start, len(text) if end < 0 else end) is not None


def _quoted(text: str, place: int) -> bool:
    before = text[:place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1 or text.lstrip()[:1] in _QUOTE


def _annexes(context: Context) -> list[int]:
    """The numbers of the annexes in the document; empty when they do not run from one without a gap."""
    numbers: list[int] = []
    for block in context.own("phu_luc"):
        match = lazy(r"(?i)^\W*phụ lục\s+(?:số\s+)?(\d+|[IVXL]+)(?!\w)").match(fold(block.text))
        value = _value(match[1].upper()) if match else None
        if value is None:
            return []
        numbers.append(value)
    return numbers if numbers == list(range(1, len(numbers) + 1)) else []


def _annex(unit: Unit, annexes: Sequence[int]) -> Missing | None:
    for number in unit.numbers:
        value = _value(number)
        if annexes and value is not None and value not in annexes:
            return Missing(unit, number, Saying("reference.annexes", {"last": len(annexes)}))
    return None


class _Parts:
    """The parts of one zone: articles with their clauses, or the items of an outline."""

    def __init__(self, context: Context, zone: Zone) -> None:
        self._context = context
        self._zone = zone
        self.paragraphs = context.document.body.paragraphs[zone.first - 1 : zone.last]

    @cached_property
    def nodes(self) -> list[OutlineNode]:
        """Top-level items of the zone."""
        nodes = self._context.structure.outline
        return [
            n for n in nodes if n.anchor.part == "body" and self._zone.first <= n.anchor.paragraph <= self._zone.last
        ]

    @cached_property
    def type_name(self) -> str:
        """Name of the type of the text, small letters: "quyết định"; "" when unknown."""
        if self._zone.name == NOI_DUNG:
            key = self._context.structure.ten_loai.value
            entries = self._context.tables["loai"]
            return next((str(entry["ten"]).lower() for entry in entries if entry["khoa"] == key), "")
        head = " ".join(paragraph.text for paragraph in self.paragraphs[:3])
        names = sorted((str(entry["ten"]) for entry in self._context.tables["loai"]), key=len, reverse=True)
        return next((name.lower() for name in names if head.strip().lower().startswith(name.lower())), "")

    @cached_property
    def amends(self) -> bool:
        """Whether the document changes another: then a bare "Điều 5" is one of that other."""
        return any(_AMENDS.search(block.text) for block in self._context.structure.all("trich_yeu"))

    @cached_property
    def articles(self) -> dict[int, OutlineNode | None]:
        """Articles by number; empty when they do not run from one without a gap.

        An article that begins inside a paragraph is known by its number alone.
        """
        found: dict[int, OutlineNode | None] = {}
        for top in self.nodes:
            for node in top.walk():
                if node.kind == "dieu" and node.number is not None:
                    if node.number in found:
                        return {}
                    found[node.number] = node
        for paragraph in self.paragraphs:
            if "Điều" in paragraph.text:
                for match in _HEADING.finditer(paragraph.text):
                    found.setdefault(int(match[1]), None)
        return found if len(found) > 1 and sorted(found) == list(range(1, len(found) + 1)) else {}

    def missing_article(self, found: Reference, paragraph: Paragraph) -> Missing | None:
        outer = found.units[-1]
        if not outer.numbers:
            around = self._around(paragraph)
            return self._inside(found.units[:-1], around) if around and self.articles else None
        for number in outer.numbers:
            if not number.isdigit() or not self.articles:
                return None
            if int(number) not in self.articles:
                return Missing(outer, number, Saying("reference.articles", {"last": len(self.articles)}))
        node = self.articles[int(outer.numbers[0])] if len(outer.numbers) == 1 else None
        return self._inside(found.units[:-1], node) if node else None

    def missing_in_clause(self, found: Reference, paragraph: Paragraph) -> Missing | None:
        """A point "of this clause"."""
        around = self._around(paragraph)
        here = [n for n in around.walk() if n.kind == "khoan"] if around else []
        before = [n for n in here if n.anchor.paragraph <= paragraph.ordinal]
        return self._inside(found.units[:-1], before[-1]) if before else None

    def _around(self, paragraph: Paragraph) -> OutlineNode | None:
        """The article that a paragraph stands in."""
        before = [n for n in self.articles.values() if n and n.anchor.paragraph <= paragraph.ordinal]
        return before[-1] if before else None

    def _inside(self, units: Sequence[Unit], node: OutlineNode) -> Missing | None:
        """The first step inwards that leads nowhere. Where the steps are not numbered from one, none is judged."""
        for unit in reversed(units):
            children = [
                child for child in node.children if child.kind == {"khoản": "khoan", "điểm": "diem"}.get(unit.kind)
            ]
            values = [child.number for child in children]
            if not values or values != list(range(1, len(values) + 1)):
                return None
            for number in unit.numbers:
                value = _value(number)
                if value is None:
                    return None
                if value not in values and self._stands_below(node, number):
                    return None
                if value not in values:
                    there = Saying("reference.children", {"last": children[-1].label})
                    return Missing(unit, number, there)
            if len(unit.numbers) != 1:
                return None
            node = children[(_value(unit.numbers[0]) or 1) - 1]
        return None

    def _stands_below(self, node: OutlineNode, number: str) -> bool:
        """Whether the number stands inside some paragraph of the item, as in a text that lost its line ends."""
        last = max(below.anchor.paragraph for below in node.walk())
        texts = self._context.document.body.paragraphs[node.anchor.paragraph - 1 : last + NEAR]
        return any(re.search(rf"(?:^|[.;:]\s+|\n)\s*{re.escape(number)}[.)]\s", paragraph.text) for paragraph in texts)

    def missing_item(self, found: Reference) -> Missing | None:
        """An item of an outline of parts, items and points, whatever word names the level."""
        units = found.units[::-1]
        if not all(unit.numbers for unit in units) or (found.whose != OWN and len(units) < 2):
            return None
        level: Sequence[OutlineNode] = self.nodes
        for unit in units:
            shown = [_core(node) for node in level]
            values = [_value(core.rpartition(".")[2]) for core in shown]
            kinds = {_script(core) for core in shown}
            if len(values) < 2 or values != list(range(1, len(values) + 1)) or kinds != {_script(unit.numbers[0])}:
                return None
            for number in unit.numbers:
                if _value(number.rpartition(".")[2]) not in values or _script(number) not in kinds:
                    return Missing(unit, number, Saying("reference.children", {"last": level[-1].label}))
            if len(unit.numbers) != 1:
                return None
            level = level[(_value(unit.numbers[0].rpartition(".")[2]) or 1) - 1].children
        return None


def _core(node: OutlineNode) -> str:
    found = _CORE.findall(node.number_text)
    return found[-1] if found else ""


def _script(number: str) -> str:
    """The way of counting: "1", "1.1", "I", "a"."""
    if number.replace(".", "").isdigit():
        return "1" + ".1" * number.count(".")
    return "I" if number.isupper() and roman_value(number) else "a"


def _value(number: str) -> int | None:
    if number.isdigit():
        return int(number)
    return roman_value(number) if number.isupper() else letter_value(number)
