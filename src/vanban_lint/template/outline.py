"""The running text as data: paragraphs and items, and the numbers they get.

Purpose: read an outline (a YAML tree, a flat list, or Markdown) into one flat row of ``Item``; give each its number.
Limits: a number is not data, its place is: it is written only where it differs from what the order gives. Neighbours:
``schema`` (field kind noi_dung), ``fill``, ``extract``.

Kinds, from the highest: phan, chuong, muc, tieu_muc (centred, with a title below); dieu ("Điều 1."); la_ma ("I.", in
Party documents "I-"); khoan ("1."); tieu_khoan ("1.1."); diem ("a)", in the order of the Vietnamese alphabet); gach
("-"); doan (a paragraph).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from vanban_lint.errors import UserError
from vanban_lint.text.numerals import ALPHABET, roman

ReadText = Callable[[Any, str], str]

RANKS = {
    kind: rank for rank, kind in enumerate("phan chuong muc tieu_muc dieu la_ma khoan tieu_khoan diem gach".split())
}
CENTRED = {"phan": "Phần", "chuong": "Chương", "muc": "Mục", "tieu_muc": "Tiểu mục"}
PARAGRAPH, RAW = "doan", "nguyen"
#: A picture or a Word file that is set in here; the text of the item is its path.
FILES = ("anh", "tep")
#: These run on through the units above them: articles through the chapters, chapters through the parts.
_RUNNING = ("dieu", "chuong")
_SENTENCE = (".", ";", ":", ",", "!", "?", "…")


class Item(NamedTuple):
    """A paragraph or an item of the text. ``number`` is there only where it is not what the order gives: another
    number, or a mark of another shape ("1/"), which is printed as it is. ``raw`` is the XML of a table or picture
    kept as it was.
    """

    kind: str
    text: str
    number: int | str | None = None
    raw: str = ""

    def plain(self) -> Any:
        if self.kind == PARAGRAPH:
            return self.text
        return {self.kind: self.text} | ({} if self.number is None else {"so": self.number})


class Numbered(NamedTuple):
    """An item with its number from 1 (0 for a paragraph and a dash) and the number of the clause it stands in."""

    item: Item
    number: int
    above: int


def read(value: Any, where: str, text: ReadText, levels: Sequence[str] = ()) -> tuple[Item, ...]:
    """Items of a YAML tree or of Markdown text, whose headings are of the kinds ``levels``, the highest first.

    UserError names the place of what can't be understood.
    """
    if isinstance(value, str):
        from vanban_lint.template.markdown import items

        return tuple(items(text(value, where), levels))
    if isinstance(value, Mapping) or not isinstance(value, Sequence):
        raise UserError("template.want_outline", field=where)
    return tuple(_items(value, where, text))


def _items(nodes: Sequence[Any], where: str, text: ReadText) -> Iterator[Item]:
    for i, node in enumerate(nodes, 1):
        place = f"{where}[{i}]"
        if isinstance(node, Item):
            yield node
        elif not isinstance(node, Mapping):
            said = text(node, place)
            if said:
                yield Item(PARAGRAPH, said)
        else:
            yield from _node(node, place, text)


def _node(node: Mapping[str, Any], place: str, text: ReadText) -> Iterator[Item]:
    kinds = [key for key in node if key in RANKS or key in (PARAGRAPH, *FILES)]
    others = [key for key in node if key not in (*kinds, "con", "so")]
    if len(kinds) != 1 or others:
        raise UserError("template.bad_item", field=place, keys=", ".join(map(str, node)), kinds=", ".join(RANKS))
    kind = kinds[0]
    number = node.get("so")
    if isinstance(number, str):
        number = text(number, f"{place}.so") or None
    elif number is not None and (isinstance(number, bool) or not isinstance(number, int) or not 1 <= number < 1000):
        raise UserError("template.want_number", field=f"{place}.so", value=number)
    said = text("" if node[kind] is None else node[kind], place)
    yield Item(kind, said.upper() if kind in CENTRED else said, number)
    below = node.get("con") or ()
    if isinstance(below, str) or not isinstance(below, Sequence):
        raise UserError("template.want_outline", field=f"{place}.con")
    yield from _items(below, f"{place}.con", text)


def numbered(items: Sequence[Item]) -> Iterator[Numbered]:
    """Each item with its number; an item of a higher rank starts those below it anew."""
    counts: dict[str, int] = {}
    for item in items:
        rank = RANKS.get(item.kind)
        if rank is None:
            yield Numbered(item, 0, 0)
            continue
        for kind in [kind for kind in counts if RANKS[kind] > rank and kind not in _RUNNING]:
            del counts[kind]
        if item.kind == "gach":
            yield Numbered(item, 0, 0)
            continue
        counts[item.kind] = item.number if isinstance(item.number, int) else counts.get(item.kind, 0) + 1
        yield Numbered(item, counts[item.kind], counts.get("khoan", 0))


def marker(entry: Numbered, party: bool) -> str:
    """The typed number of an item: "Điều 1.", "I-", "1.", "1.1.", "a)", "-"; empty for a paragraph."""
    if isinstance(entry.item.number, str):
        return entry.item.number
    number = entry.number
    match entry.item.kind:
        case "phan" | "chuong":
            return f"{CENTRED[entry.item.kind]} {roman(number)}"
        case "muc" | "tieu_muc":
            return f"{CENTRED[entry.item.kind]} {number}"
        case "dieu":
            return f"Điều {number}."
        case "la_ma":
            return f"{roman(number)}{'-' if party else '.'}"
        case "khoan":
            return f"{number}."
        case "tieu_khoan":
            return f"{entry.above}.{number}."
        case "diem":
            return f"{letter(number)})"
        case "gach":
            return "-"
    return ""


def letter(number: int) -> str:
    """a, b, c, d, đ, e, g ...; after the last letter two of them, as in spreadsheets."""
    number, rest = divmod(number - 1, len(ALPHABET))
    return (letter(number) if number else "") + ALPHABET[rest]


def has_title(text: str) -> bool:
    """A heading, not a sentence: no mark closes it."""
    return not text.endswith(_SENTENCE)


def without_closing(items: tuple[Item, ...], closing: str) -> tuple[Item, ...]:
    """The last item with a full stop in place of the mark "./." that the template sets itself."""
    if not closing or not items:
        return items
    last = items[-1]
    stripped = re.sub(r"\s*\./\.?$", ".", last.text)
    return (*items[:-1], last._replace(text=stripped))
