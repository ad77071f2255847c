"""Whole paragraphs put in and taken out: the marks that make it a tracked change, and when it must not be done.

Purpose: bytes for a paragraph after another one, and for one that goes. Limits: text paragraphs; one that carries
drawings, notes, fields, other people's marks or a section's end stays. Neighbour: ``ooxml.edit`` calls.

The end of a paragraph is a character that can be inserted or deleted (ECMA-376 part 1, 17.13.5.15 and .19): ``w:ins``
or ``w:del`` in the properties of the mark. To add a paragraph after P, the mark of P is the inserted one and the new
paragraph ends in the old mark, so that rejecting leaves P, even at the end of a cell.
"""

from __future__ import annotations

from vanban_lint.ooxml.leaves import Line, UneditableError, own_nodes
from vanban_lint.ooxml.nodes import Node, children, tree

_MARKS = ("w:ins", "w:del", "w:moveFrom", "w:moveTo")
#: What may stand in a paragraph that is taken out.
_PLAIN = frozenset("w:pPr w:r w:proofErr w:rPr w:t w:tab w:br w:cr w:lastRenderedPageBreak w:noBreakHyphen".split())
_PAIRED = {"w:bookmarkStart": "w:bookmarkEnd"}
_NOT_COPIED = frozenset(("w:sectPr", "w:pPrChange", "w:numPr", "w:pageBreakBefore"))


def require_extendable(line: Line) -> None:
    """UneditableError unless a paragraph can be put behind this one."""
    properties = line.root.child("w:pPr")
    if properties is not None and any(n.name == "w:sectPr" or n.name in _MARKS for n in properties.walk()):
        raise UneditableError("edit.paragraph")


def require_removable(line: Line) -> None:
    """UneditableError unless the paragraph holds text only and another one follows it at once."""
    inside = [node for node in own_nodes(line.root) if not _is_property(node)]
    bookmarks = [node.name for node in inside if node.name in (*_PAIRED, *_PAIRED.values())]
    other = [node for node in inside if node.name not in _PLAIN and node.name not in (*_PAIRED, *_PAIRED.values())]
    if other or bookmarks.count("w:bookmarkStart") != bookmarks.count("w:bookmarkEnd"):
        raise UneditableError("edit.paragraph")
    require_extendable(line)
    if not line.data[line.root.end : line.root.end + 200].lstrip().startswith((b"<w:p>", b"<w:p ")):
        raise UneditableError("edit.paragraph")


def marked(properties: bytes, kind: bytes, attributes: bytes) -> bytes:
    """``w:pPr`` whose paragraph mark is inserted (``ins``) or deleted (``del``)."""
    mark = b"<w:%b %b/>" % (kind, attributes)
    kept = children(tree(properties).inner) if properties else []
    pieces, done = [], False
    for node in kept:
        if node.name == "w:rPr":
            pieces.append(b"<w:rPr>" + mark + node.inner + b"</w:rPr>")
            done = True
        elif node.name in ("w:sectPr", "w:pPrChange") and not done:
            pieces += [b"<w:rPr>" + mark + b"</w:rPr>", node.raw]
            done = True
        else:
            pieces.append(node.raw)
    if not done:
        pieces.append(b"<w:rPr>" + mark + b"</w:rPr>")
    return b"<w:pPr>" + b"".join(pieces) + b"</w:pPr>"


def following(line: Line, run: bytes) -> bytes:
    """A paragraph that looks like ``line`` and holds ``run``."""
    properties = line.root.child("w:pPr")
    kept = [] if properties is None else [n.raw for n in properties.children if n.name not in _NOT_COPIED]
    written = b"<w:pPr>" + b"".join(kept) + b"</w:pPr>" if kept else b""
    return b"<w:p>" + written + run + b"</w:p>"


def _is_property(node: Node) -> bool:
    return any(above.name in ("w:pPr", "w:rPr") for above in node.ancestors())
