"""The comments of a Word file: ours added, ours taken away again, everybody else's left alone.

Purpose: ``w:comment`` elements in the comments part (made, linked and declared where the file has none), and the
removal of an earlier run's comments with their marks, so that a second run does not double them. Limits: plain
comments; threads (commentsExtended) are only kept consistent. A comment of ours that somebody answered stays.
Neighbours: ``ooxml.edit`` sets the marks in paragraphs, ``report.docx`` words the comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from vanban_lint.model import Document
from vanban_lint.ooxml.edit import escape
from vanban_lint.ooxml.leaves import AUTHOR
from vanban_lint.ooxml.nodes import Node, tree
from vanban_lint.ooxml.package import Package
from vanban_lint.ooxml.rewriting import Rewriting, appended
from vanban_lint.ooxml.write import rewritten
from vanban_lint.ooxml.xml import URI_W

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_INITIALS = "vl"
#: Small, unindented and left-aligned whatever the style of the body is.
_LAYOUT = (
    b'<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:left="0" w:firstLine="0"/>'
    b'<w:jc w:val="left"/></w:pPr>'
)
_MARK = re.compile(rb'<w:comment(?:RangeStart|RangeEnd|Reference)\b[^>]*?\bw:id="(-?\d+)"[^>]*?/>')
_REFERENCE_RUN = re.compile(
    rb"<w:r(?:\s[^>]*)?>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?"
    rb'<w:commentReference\b[^>]*?\bw:id="(-?\d+)"[^>]*?/></w:r>',
    re.S,
)
_COMPANIONS = ("commentsExtended", "commentsIds")


class Remark:
    """A comment that is there: its number, author and text; ``answered`` when somebody replied to it."""

    __slots__ = ("answered", "author", "node", "number", "text")

    def __init__(self, node: Node, answered: frozenset[str]) -> None:
        self.node = node
        self.number = int(node.get("w:id") or -1)
        self.author = node.get("w:author") or ""
        paragraphs = [item for item in node.walk() if item.name == "w:p"]
        self.text = "\n".join("".join(t.text for t in p.walk() if t.name == "w:t") for p in paragraphs)
        self.answered = bool(answered & paragraph_ids(node))


def paragraph_ids(node: Node) -> set[str]:
    """Ids that threads know a comment by: those of its paragraphs."""
    return {value for item in node.walk() if item.name == "w:p" and (value := item.get("w14:paraId"))}


def remarks(package: Package) -> list[Remark]:
    """All comments of a file, in the order of the comments part."""
    member = package.related(package.main, "comments")
    if member is None:
        return []
    answered = _answered(package)
    return [Remark(node, answered) for node in tree(package.part(member)).children if node.name == "w:comment"]


def without_own(raw: bytes, path: str) -> bytes:
    """The file without the comments that an earlier run left; the same bytes when there are none."""
    package = Package(raw, path)
    own = [remark for remark in remarks(package) if remark.author == AUTHOR and not remark.answered]
    if not own:
        return raw
    changed: dict[str, bytes] = {}
    member = package.related(package.main, "comments") or ""
    changed[member] = _cut(package.part(member), (remark.node for remark in own))
    gone = {remark.number for remark in own}
    for item in package.archive.members.values():
        if item.name.endswith(".xml") and item.name != member:
            content = package.part(item.name)
            if b"<w:commentReference" in content or b"<w:commentRange" in content:
                changed[item.name] = _unmarked(content, gone)
    ids = {identity.encode() for remark in own for identity in paragraph_ids(remark.node)}
    for kind in _COMPANIONS:
        companion = package.related(package.main, kind)
        if companion is not None:
            content = package.part(companion)
            nodes = [node for node in tree(content).children if any(identity in node.raw for identity in ids)]
            changed[companion] = _cut(content, nodes)
    return rewritten(package.archive, changed)


def add(rewriting: Rewriting, comments: Sequence[tuple[int, Sequence[str]]], date: str) -> None:
    """Write the comments (number and lines; the first line is bold) into the comments part."""
    if not comments:
        return
    written = b"".join(_comment(number, lines, date) for number, lines in comments)
    package = rewriting.package
    member = package.related(package.main, "comments")
    if member is None:
        member = rewriting.free_name("comments")
        rewriting.relate("comments", member, CONTENT_TYPE)
        head = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{URI_W}"/>'
        rewriting.put(member, appended(head.encode(), written))
    else:
        rewriting.put(member, appended(rewriting.content(member), written))


def own_texts(document: Document, raw: bytes) -> list[str]:
    """Texts of the comments of ours that stayed because somebody answered them."""
    return [remark.text for remark in remarks(Package(raw, document.path)) if remark.author == AUTHOR]


def _comment(number: int, lines: Sequence[str], date: str) -> bytes:
    head = f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:date="{date}" w:initials="{_INITIALS}">'.encode()
    paragraphs = []
    for place, line in enumerate(lines):
        bold = b"<w:b/>" if place == 0 else b""
        sign = b"<w:r><w:annotationRef/></w:r>" if place == 0 else b""
        run = b'<w:r><w:rPr>%b<w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">%b</w:t></w:r>' % (bold, escape(line))
        paragraphs.append(b"<w:p>" + _LAYOUT + sign + run + b"</w:p>")
    return head + b"".join(paragraphs) + b"</w:comment>"


def _answered(package: Package) -> frozenset[str]:
    member = package.related(package.main, "commentsExtended")
    if member is None:
        return frozenset()
    entries = tree(package.part(member)).children
    return frozenset(parent for node in entries if (parent := node.get("w15:paraIdParent")))


def _cut(data: bytes, nodes: Iterable[Node]) -> bytes:
    for node in sorted(nodes, key=lambda item: item.start, reverse=True):
        data = data[: node.start] + data[node.end :]
    return data


def _unmarked(data: bytes, gone: set[int]) -> bytes:
    def kept(match: re.Match[bytes]) -> bytes:
        return b"" if int(match[1]) in gone else match[0]

    return _MARK.sub(kept, _REFERENCE_RUN.sub(kept, data))
