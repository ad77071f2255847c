"""A piece of a part as a light tree of byte ranges: what write-back needs to know about the markup it cuts.

Purpose: elements of one paragraph, one property element or one small part, each with the offsets of its tags, so that
bytes can be copied and spliced without ever serialising a tree. Limits: the bytes come from a part that the reader has
already parsed, so they are well-formed UTF-8 without a DTD; names keep their prefix, namespaces are not resolved.
Neighbours: ``ooxml.lines`` (a paragraph's characters), ``ooxml.edit``, ``ooxml.comments``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from vanban_lint.ooxml.xml import MAX_DEPTH

#: One tag, comment, CDATA section or instruction. A ">" may stand inside a quoted value.
_TAG = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(/?)([\w:.-]+)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)(/?)>", re.S
)
_ATTRIBUTE = re.compile(rb"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_CHARACTERS = re.compile(rb"<!--.*?-->|<!\[CDATA\[(.*?)\]\]>|<\?.*?\?>|([^<]+)", re.S)


class Node:
    """An element. Byte offsets: ``start``, ``open_end`` (behind the start tag), ``close`` (end tag), ``end``.

    For an empty element ``open_end``, ``close`` and ``end`` are equal.
    """

    __slots__ = ("children", "close", "data", "end", "name", "open_end", "parent", "start")

    def __init__(self, data: bytes, name: str, start: int, open_end: int, parent: Node | None) -> None:
        self.data = data
        self.name = name
        self.start = start
        self.open_end = self.close = self.end = open_end
        self.parent = parent
        self.children: list[Node] = []

    @property
    def raw(self) -> bytes:
        """The whole element."""
        return self.data[self.start : self.end]

    @property
    def open_tag(self) -> bytes:
        """The start tag; that of an empty element without its slash."""
        tag = self.data[self.start : self.open_end]
        return tag[:-2].rstrip() + b">" if tag.endswith(b"/>") else tag

    @property
    def inner(self) -> bytes:
        """What stands between the tags."""
        return self.data[self.open_end : self.close]

    @property
    def text(self) -> str:
        """Character data directly inside, decoded."""
        pieces = []
        for match in _CHARACTERS.finditer(self.inner):
            if match[1] is not None:
                pieces.append(match[1].decode())
            elif match[2] is not None:
                pieces.append(unescape(match[2].decode()))
        return "".join(pieces)

    def get(self, name: str) -> str | None:
        """Value of an attribute by its prefixed name."""
        value = self.attributes().get(name)
        return None if value is None else unescape(value)

    def attributes(self) -> dict[str, str]:
        """Attributes by prefixed name, values as written (references not resolved)."""
        found = _ATTRIBUTE.finditer(self.data, self.start, self.open_end)
        return {m[1].decode(): (m[2] if m[2] is not None else m[3]).decode() for m in found}

    def child(self, name: str) -> Node | None:
        return next((node for node in self.children if node.name == name), None)

    def walk(self) -> Iterator[Node]:
        """This element and all below it, in document order."""
        yield self
        for node in self.children:
            yield from node.walk()

    def ancestors(self) -> Iterator[Node]:
        """Elements around this one, the nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


def tree(data: bytes, start: int = 0, end: int | None = None) -> Node:
    """The element that begins at or after ``start``. ValueError when the bytes hold no whole element."""
    root: Node | None = None
    open_nodes: list[Node] = []
    for match in _TAG.finditer(data, start, len(data) if end is None else end):
        name = match[2]
        if name is None:
            continue
        if match[1]:
            if not open_nodes:
                break
            node = open_nodes.pop()
            node.close, node.end = match.start(), match.end()
        else:
            parent = open_nodes[-1] if open_nodes else None
            node = Node(data, name.decode(), match.start(), match.end(), parent)
            if parent is not None:
                parent.children.append(node)
            root = root or node
            if not match[4]:
                open_nodes.append(node)
                if len(open_nodes) > MAX_DEPTH:
                    break
        if not open_nodes:
            return node
    raise ValueError("no whole element")


def children(data: bytes) -> list[Node]:
    """The elements in ``data``, a sequence of elements such as the inside of ``w:rPr``."""
    return tree(b"<x>" + data + b"</x>").children
