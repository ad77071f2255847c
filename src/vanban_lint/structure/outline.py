"""The outline of the text as a tree.

Purpose: items over Phần, Chương, Mục, Tiểu mục, Điều, "I.", "1.", "1.1", "a)", "-", "+" and inline "(1) (2)", each
with its place in words. Limits: table cells and quoted texts of law hold no items; levels follow what stands above,
so a document may mix styles and still be a tree. Neighbours: ``markers`` reads one marker, ``place`` uses the labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from vanban_lint.model import Anchor, OutlineNode
from vanban_lint.structure.markers import RANKS, Marker, as_letter, as_roman, from_label, read_marker
from vanban_lint.structure.segments import Line
from vanban_lint.text.lazy import lazy
from vanban_lint.text.letters import is_upper
from vanban_lint.text.numerals import letter_value, roman_value

_KINDS = {
    "phan": "phan",
    "chuong": "chuong",
    "muc": "muc",
    "tieu_muc": "tieu_muc",
    "dieu": "dieu",
    "upper": "phan",
    "roman": "muc",
    "arabic": "khoan",
    "decimal2": "khoan",
    "decimal3": "khoan",
    "decimal4": "khoan",
    "decimal5": "khoan",
    "letter": "diem",
    "lower_roman": "diem",
    "paren": "y",
    "dash": "gach",
    "plus": "gach",
}
_INLINE = lazy(r"(?:^|[:;.,]\s+|\s)\((\d{1,2})\)\s+(?=\S)")
#: A number after one of these words, at the head of the next paragraph, belongs to a sentence that was cut.
_NUMBERED_WORD = lazy(r"(?:ngày|tháng|năm|số|khoản|điểm|[Đđ]iều|[Mm]ục|quý|thứ|hạng|nhóm|bảng|trang|là|gồm|có|và|,)$")
_OPEN_QUOTE, _CLOSE_QUOTE = re.compile(r"[“\"]"), re.compile(r"[”\"]\W{0,3}$")
_TITLE = 200
#: A list of capitals or single Roman numerals that begins later than this is taken for initials.
_FIRST_NUMBERS = 3
#: Quoted articles longer than this many lines are taken for a quote that was never closed.
_QUOTE_LINES = 120


@dataclass(slots=True, eq=False)
class _Node:
    marker: Marker
    line: Line
    anchor: Anchor
    title: str
    inline: bool = False
    children: list[_Node] = field(default_factory=list)

    @property
    def rank(self) -> int:
        return RANKS[self.marker.klass]


@dataclass(slots=True)
class Outline:
    """The tree of one stretch and ``heads``, the orders of the lines that open an item or carry its title."""

    nodes: tuple[OutlineNode, ...]
    heads: frozenset[int]


def read_outline(lines: Sequence[Line]) -> Outline:
    """Outline of the lines of one zone, table cells left out."""
    running = [line for line in lines if not line.cell and line.anchor.part == "body"]
    quoted = _quoted(running)
    roots: list[_Node] = []
    stack: list[_Node] = []
    heads: set[int] = set()
    for index, line in enumerate(running):
        before = running[index - 1] if index else None
        marker = None if index in quoted else _marker(line, before)
        if marker is not None:
            marker = _settled(marker, stack)
        if marker is not None:
            node = _node(marker, line, running, index, heads)
            _place(node, roots, stack)
            heads.add(line.order)
        if index not in quoted and "(2)" in line.text:
            _inline(line, roots, stack, marker)
    return Outline(tuple(_frozen(roots, (), "")), frozenset(heads))


def _marker(line: Line, before: Line | None) -> Marker | None:
    label = line.paragraph.label
    if label is not None and line.anchor.start == _first_offset(line):
        return from_label(label)
    marker = read_marker(line.text)
    if marker is None or before is None:
        return marker
    if marker.klass in ("arabic", "decimal2", "roman") and _NUMBERED_WORD.search(before.text):
        return None
    return marker


def _first_offset(line: Line) -> int:
    text = line.paragraph.text
    return len(text) - len(text.lstrip())


def _settled(marker: Marker, stack: Sequence[_Node]) -> Marker | None:
    """Letter or Roman numeral, by the item above of the same kind; an initial ("Q. TRƯỞNG BAN") is neither."""
    sign = "".join(c for c in marker.text if c.isalpha())
    if len(sign) != 1 or marker.klass not in ("roman", "upper", "letter") or marker.automatic:
        return marker
    letters = "letter" if sign.islower() else "upper"
    romans = "lower_roman" if sign.islower() else "roman"
    last = {node.marker.klass: node.marker.number for node in stack}
    as_number, as_sign = roman_value(sign.upper()), letter_value(sign)
    if romans in last and as_number is not None and (letters not in last or last[romans] == as_number - 1):
        return marker if marker.klass == romans else as_roman(marker)
    opens = marker.klass == "roman" and marker.number == 1  # "I." under "A." begins a list; after "H." it is a letter
    if letters in last and as_sign is not None and (not opens or last[letters] == as_sign - 1):
        return marker if marker.klass == letters else as_letter(marker)
    if sign == "i":
        return as_roman(marker)
    first = marker.number is not None and marker.number <= _FIRST_NUMBERS
    return marker if sign.islower() or first else None


def _node(marker: Marker, line: Line, running: Sequence[Line], index: int, heads: set[int]) -> _Node:
    title = line.text[marker.end :].strip()
    if not title and marker.klass in ("phan", "chuong", "muc", "tieu_muc"):
        for follower in running[index + 1 : index + 4]:
            if not is_upper(follower.text) and (title or len(follower.text) > 120):
                break
            if read_marker(follower.text) and not is_upper(follower.text):
                break
            title = f"{title} {follower.text}".strip()
            heads.add(follower.order)
            if not is_upper(follower.text):
                break
    return _Node(marker, line, line.anchor, title)


def _place(node: _Node, roots: list[_Node], stack: list[_Node]) -> None:
    """Put a node under the right parent: beside the nearest item of its shape, else below the nearest of lower rank."""
    depth = _depth(node, stack)
    del stack[depth:]
    (stack[-1].children if stack else roots).append(node)
    stack.append(node)


def _numbers(node: _Node) -> tuple[int, ...]:
    """The number that "2.1" can hang below: another decimal or Arabic one, never a Roman numeral or a letter."""
    return node.marker.numbers if node.marker.klass.startswith(("arabic", "decimal")) else ()


def _depth(node: _Node, stack: Sequence[_Node]) -> int:
    marker = node.marker
    if node.rank <= RANKS["dieu"]:
        return next((i for i, above in enumerate(stack) if above.rank >= node.rank), len(stack))
    if marker.prefix:
        parent = next((i for i in reversed(range(len(stack))) if _numbers(stack[i]) == marker.prefix), None)
        if parent is not None:
            return parent + 1
    same = [i for i, above in enumerate(stack) if above.marker.klass == marker.klass]
    shaped = [i for i in same if stack[i].marker.form == marker.form]
    if shaped:
        return shaped[-1]
    if same and not (marker.number == 1 and same[-1] < len(stack) - 1):
        return same[-1]
    if same:
        return len(stack)
    depth = len(stack)
    while depth and stack[depth - 1].rank > node.rank:
        depth -= 1
    return depth


def _inline(line: Line, roots: list[_Node], stack: list[_Node], marker: Marker | None) -> None:
    """Points "(1) ... (2) ..." inside one paragraph, as children of its item."""
    found = list(_INLINE.finditer(line.text))
    if len(found) < 2 or int(found[0][1]) != 1:
        return
    parent = stack[-1] if stack else None
    if marker is not None and marker.klass == "paren" and parent is not None:
        stack.pop()
        siblings = stack[-1].children if stack else roots
        siblings.pop()
        parent = stack[-1] if stack else None
    into = parent.children if parent else roots
    for this, following in zip(found, [*found[1:], None], strict=True):
        start = this.start(1) - 1
        end = len(line.text) if following is None else following.start(1) - 1
        piece = line.part(start, end)
        head = f"({this[1]})"
        point = Marker("paren", "(1)", int(this[1]), head, len(head))
        into.append(_Node(point, piece, piece.anchor, piece.text[len(head) :].strip(), inline=True))


def _quoted(running: Sequence[Line]) -> set[int]:
    """Indexes of lines inside a quotation that runs over several lines ("“Điều 5. ..." to "...”")."""
    inside: set[int] = set()
    closings = [i for i, line in enumerate(running) if _CLOSE_QUOTE.search(line.text[-4:])]
    place, skip = 0, -1
    for index, line in enumerate(running):
        if index <= skip or not _OPEN_QUOTE.match(line.text) or _closed(line.text):
            continue
        while place < len(closings) and closings[place] <= index:
            place += 1
        if place < len(closings) and closings[place] - index <= _QUOTE_LINES:
            skip = closings[place]
            inside.update(range(index, skip + 1))
    return inside


def _closed(text: str) -> bool:
    if text[0] == "“":
        return text.count("“") <= text.count("”")
    return text.count('"') % 2 == 0


def _frozen(nodes: Iterable[_Node], path: tuple[int, ...], above: str) -> list[OutlineNode]:
    done = []
    for index, node in enumerate(nodes, 1):
        marker = node.marker
        here = (*path, index)
        label = _label(node, index, above)
        start = node.anchor.start
        marked = node.anchor._replace(end=start if marker.automatic else start + len(marker.text))
        done.append(
            OutlineNode(
                kind="muc" if marker.klass == "arabic" and not above else _KINDS[marker.klass],
                style=marker.form,
                number=marker.number,
                number_text=marker.text,
                marker=marked,
                anchor=node.anchor,
                title=node.title if len(node.title) <= _TITLE else node.title[:_TITLE].rsplit(" ", 1)[0] + "…",
                label=label,
                automatic=marker.automatic,
                inline=node.inline,
                children=tuple(_frozen(node.children, here, label)),
                path=here,
                parent_number=marker.prefix[-1] if marker.prefix else None,
            )
        )
    return done


def _label(node: _Node, index: int, above: str) -> str:
    """The place in words: an article stands by itself, and "7.1" needs no "Mục 7" before it."""
    marker = node.marker
    if not above or marker.klass == "dieu":
        return _own_label(node, index, nested=bool(above))
    if marker.prefix:
        number = marker.text.strip(" .)")
        parts = above.split(", ")
        while parts and number.startswith(parts[-1].rsplit(" ", 1)[-1] + "."):
            parts.pop()
        return ", ".join([*parts, _own_label(node, index, nested=bool(parts))])
    return f"{above}, {_own_label(node, index, nested=True)}"


def _own_label(node: _Node, index: int, *, nested: bool) -> str:
    marker = node.marker
    number = marker.text.strip(" .):/-–(")
    words = {"roman": "Mục", "upper": "Phần", "letter": "điểm", "lower_roman": "điểm", "paren": "ý"}
    if marker.klass in ("phan", "chuong", "muc", "tieu_muc", "dieu"):
        shown = re.sub(r"\s+", " ", number)
        return shown[:1].upper() + shown[1:].lower() if shown.split()[0].isupper() and "thứ" in shown.lower() else shown
    if marker.klass in ("dash", "plus"):
        return f"gạch đầu dòng {index}" if marker.klass == "dash" else f"dấu cộng {index}"
    if marker.klass == "arabic":
        return f"khoản {number}" if nested else f"Mục {number}"
    if marker.klass.startswith("decimal"):
        return f"mục {number}" if nested else f"Mục {number}"
    word = words[marker.klass]
    if marker.klass == "paren":
        return f"{word} ({number})" if nested else f"Ý ({number})"
    return f"{word} {number}" if nested or word[0].isupper() else f"{word[0].upper()}{word[1:]} {number}"
