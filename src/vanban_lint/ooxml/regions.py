"""Where a part holds block-level content controls and alternate contents, by byte range.

Purpose: two questions of write-back: does a paragraph stand in a block-level ``w:sdt`` (LibreOffice 7.4 loses text when
a comment or revision stands inside one), and where is the second copy of a text box (``mc:Fallback``), which must be
changed alike. Limits: one pass over the tags of these elements, made only when the part has any. Neighbour:
``ooxml.rewriting``.
"""

from __future__ import annotations

import re

from vanban_lint.ooxml.leaves import UneditableError
from vanban_lint.ooxml.nodes import Node, tree

_CONTROL = re.compile(rb"<(/?)w:(sdt|p)(?=[\s/>])[^>]*?(/?)>")
_ALTERNATE = re.compile(rb"<(/?)(?:mc|ve):AlternateContent(?=[\s/>])[^>]*?(/?)>")


class Regions:
    """Regions of one part."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._controls = _block_controls(data) if b"<w:sdt" in data else []
        self._alternates = _outer_ranges(data) if b":AlternateContent" in data else []

    def controlled(self, at: int) -> bool:
        """Whether the paragraph at byte ``at`` stands in a block-level content control."""
        return any(start < at < end for start, end in self._controls)

    def control_end(self, at: int) -> int:
        """Byte behind the outermost block-level control around ``at``."""
        return max(end for start, end in self._controls if start < at < end)

    def twin(self, paragraph: Node) -> Node | None:
        """The same paragraph in the other branch of an alternate content, ``None`` outside one.

        UneditableError (edit.twin) when the branches do not hold the same boxes.
        """
        around = next(((s, e) for s, e in self._alternates if s < paragraph.start < e), None)
        if around is None:
            return None
        root = tree(self._data, *around)
        branches = [_paragraphs(branch) for branch in root.children]
        if len(branches) == 1:
            return None
        places = [[node.start for node in branch] for branch in branches]
        at = next((i for i, starts in enumerate(places) if paragraph.start in starts), None)
        if at is None or len(branches) != 2 or len(branches[0]) != len(branches[1]):
            raise UneditableError("edit.twin")
        return branches[1 - at][places[at].index(paragraph.start)]


def _paragraphs(branch: Node) -> list[Node]:
    return [node for node in branch.walk() if node.name == "w:p"]


def _block_controls(data: bytes) -> list[tuple[int, int]]:
    """Ranges of the ``w:sdt`` elements that hold paragraphs, not runs: those that no paragraph encloses."""
    found: list[tuple[int, int]] = []
    open_at: list[tuple[int, bool]] = []
    depth = 0
    for match in _CONTROL.finditer(data):
        closing, name, empty = match[1], match[2], match[3]
        if name == b"p":
            depth += 0 if empty else -1 if closing else 1
        elif closing:
            start, outside = open_at.pop() if open_at else (0, False)
            if outside:
                found.append((start, match.end()))
        elif not empty:
            open_at.append((match.start(), depth == 0))
    return found


def _outer_ranges(data: bytes) -> list[tuple[int, int]]:
    """Ranges of the alternate contents that stand in no other."""
    found: list[tuple[int, int]] = []
    depth = start = 0
    for match in _ALTERNATE.finditer(data):
        if match[1]:
            depth -= 1
            if depth == 0:
                found.append((start, match.end()))
        elif not match[2]:
            if depth == 0:
                start = match.start()
            depth += 1
    return found
