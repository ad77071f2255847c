"""The characters of one paragraph and the elements that provide them: the way from an offset back to bytes.

Purpose: for every character of ``Paragraph.text`` (as the file holds it, ``raw``), the text element and the run it
stands in, and whether that place may be changed. Limits: looks at one paragraph, changes nothing. Neighbours:
``ooxml.nodes`` below, ``ooxml.edit`` above; what is visible was decided by ``ooxml.runs``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from copy import copy
from typing import NamedTuple

from vanban_lint.model import Paragraph, Part
from vanban_lint.ooxml.nodes import Node, tree

AUTHOR = "vanban-lint"
_BLANKS = " \t\r\n"
#: Containers that a run may be cut in without harm.
_OPEN = frozenset(("w:p", "w:ins", "w:moveTo", "w:hyperlink", "w:smartTag", "w:customXml", "w:sdt", "w:sdtContent"))
_OPEN |= frozenset(("w:bdo", "w:dir"))
_CHARACTERS = frozenset(("w:tab", "w:br", "w:cr", "w:noBreakHyphen", "w:sym", "w:ptab"))


class UneditableError(Exception):
    """A place that must not be changed; ``key`` names the catalogue message with the reason."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class Leaf(NamedTuple):
    """Characters ``start`` to ``end`` (offsets in the raw text) that ``node`` in the run ``run`` provides.

    ``closed`` is the outermost element that must stay whole around it (a field, an unknown container), or ``None``;
    ``closed_end`` where that ends. ``reason`` is the catalogue key that forbids to change the text, or empty.
    """

    start: int
    end: int
    node: Node
    run: Node
    text: str
    closed: Node | None
    closed_end: Node | None
    reason: str

    @property
    def is_text(self) -> bool:
        return self.node.name == "w:t"

    @property
    def own_insertion(self) -> bool:
        """Whether an earlier pass of ours inserted it: such text is changed without a new mark, as Word does."""
        return any(is_own(node) for node in self.run.ancestors())


def is_own(node: Node) -> bool:
    """Whether a tracked change is ours."""
    return node.name in ("w:ins", "w:del") and node.get("w:author") == AUTHOR


class Line:
    """A paragraph of a part: its element ``root`` and its ``leaves`` in reading order.

    Raises UneditableError when the bytes do not say what was read (edit.spelling, edit.unclear).
    """

    def __init__(self, data: bytes, part: Part, paragraph: Paragraph, kept: bool) -> None:
        start, end = paragraph.byte_range
        if start < 0:
            raise UneditableError("edit.spelling")
        try:
            self.root = tree(data, start, end)
        except ValueError as error:
            raise UneditableError("edit.unclear") from error
        if self.root.name != "w:p":
            raise UneditableError("edit.unclear")
        self.data = data
        self.text = paragraph.text if paragraph.raw is None else paragraph.raw
        self.leaves = self._leaves(part, paragraph, kept)

    @property
    def content_at(self) -> int:
        """Byte offset behind the paragraph's properties."""
        properties = self.root.child("w:pPr")
        return self.root.open_end if properties is None else properties.end

    def copied(self, root: Node) -> Line:
        """The same characters at ``root``, the second copy of the paragraph. UneditableError: edit.twin."""
        nodes = {node.start: number for number, (node, _) in enumerate(_candidates(self.root))}
        others = list(_candidates(root))
        if [(n.name, n.text) for n, _ in _candidates(self.root)] != [(n.name, n.text) for n, _ in others]:
            raise UneditableError("edit.twin")
        line = copy(self)
        line.root = root
        line.leaves = []
        for leaf in self.leaves:
            node, run = others[nodes[leaf.node.start]]
            closed, closed_end = _closed(run, *_fields(root).get(run.start, (None, None)))
            line.leaves.append(leaf._replace(node=node, run=run, closed=closed, closed_end=closed_end))
        return line

    def _leaves(self, part: Part, paragraph: Paragraph, kept: bool) -> list[Leaf]:
        fields = _fields(self.root)
        seen = {span.text_at: span for span in paragraph.spans}
        found: list[Leaf] = []
        at = 0
        for node, run in _candidates(self.root):
            span = seen.get(node.start)
            if node.name == "w:t":
                text = node.text.replace("\n", " ")
                text = text if kept or node.get("xml:space") == "preserve" else text.strip(_BLANKS)
            elif span is not None:
                text = paragraph.text[span.start : span.end]
            else:
                continue
            # A mark typed in a run of its own belongs to the span of its letter: it has none itself.
            if span is None and not (paragraph.raw and text and all(map(unicodedata.combining, text))):
                continue
            context = part.contexts[span.context] if span is not None else ()
            first, last = fields.get(run.start, (None, None))
            closed, closed_end = _closed(run, first, last)
            reason = _reason(run, context, closed)
            found.append(Leaf(at, at + len(text), node, run, text, closed, closed_end, reason))
            at += len(text)
        if "".join(leaf.text for leaf in found) != self.text:
            raise UneditableError("edit.unclear")
        return found


def own_nodes(root: Node) -> Iterator[Node]:
    """Elements of a paragraph in document order, without those of text boxes that hang in it."""
    for node in root.children:
        yield node
        if node.name != "w:txbxContent":
            yield from own_nodes(node)


def _candidates(root: Node) -> Iterator[tuple[Node, Node]]:
    """Every element that can show text, with its run."""
    for node in own_nodes(root):
        if (node.name == "w:t" or node.name in _CHARACTERS) and node.parent is not None and node.parent.name == "w:r":
            yield node, node.parent


def _fields(root: Node) -> dict[int, tuple[Node, Node]]:
    """Start of each run that belongs to a complex field -> first and last run of the outermost field around it."""
    found: dict[int, tuple[Node, Node]] = {}
    inside: list[Node] = []
    depth = 0
    for run in (node for node in own_nodes(root) if node.name == "w:r"):
        kinds = [node.get("w:fldCharType") for node in run.children if node.name == "w:fldChar"]
        if depth or kinds:
            inside.append(run)
        depth = max(0, depth + kinds.count("begin") - kinds.count("end"))
        if inside and not depth:
            found.update({node.start: (inside[0], inside[-1]) for node in inside})
            inside = []
    found.update({node.start: (inside[0], inside[-1]) for node in inside})
    return found


def _closed(run: Node, first: Node | None, last: Node | None) -> tuple[Node | None, Node | None]:
    """First and last element of what must stay whole around a run, ``None`` when nothing must."""
    closed: Node | None = first
    closed_end: Node | None = last
    for node in run.ancestors():
        if node.name == "w:p":
            break
        if node.name not in _OPEN:
            closed = closed_end = node
    return closed, closed_end


def _reason(run: Node, context: tuple[str, ...], closed: Node | None) -> str:
    if closed is not None or "field" in context:
        return "edit.field"
    for node in run.ancestors():
        if node.name in ("w:ins", "w:moveTo") and not is_own(node):
            return "edit.revision"
        if node.name == "w:sdt":
            properties = node.child("w:sdtPr")
            if properties is not None and any(
                item.name in ("w:dataBinding", "w15:dataBinding", "w:lock") for item in properties.children
            ):
                return "edit.bound"
    return ""
