"""A Word file being changed: splices of its parts, new parts, ids; and the bytes of the result.

Purpose: the document-wide side of write-back. ``line`` opens a paragraph for changing; ``result`` copies every member
that was not touched as it is. Limits: refuses whole files that must not be written (``ooxml.protection``). Neighbours:
``ooxml.edit`` changes one paragraph, ``ooxml.comments`` adds the comments part, ``fix`` and ``report.docx`` call.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from vanban_lint.model import Document, Paragraph, Part
from vanban_lint.ooxml.edit import EMPTY, LineEditor, Splice, Tracking, escape
from vanban_lint.ooxml.leaves import Line, UneditableError
from vanban_lint.ooxml.nodes import Node, tree
from vanban_lint.ooxml.package import Package
from vanban_lint.ooxml.properties_edit import Changes
from vanban_lint.ooxml.properties_edit import changed as changed_element
from vanban_lint.ooxml.regions import Regions
from vanban_lint.ooxml.write import rewritten

_IDS = re.compile(rb'\bw:id="(-?\d+)"')
_TYPES = "[Content_Types].xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#: Ids are 32-bit numbers; a file that already uses the highest gets the lowest free ones.
_HIGHEST_ID = (1 << 31) - 2


class Rewriting:
    """The changes to one file, ``document`` as read from ``raw``. ``date``: of revisions, ``None`` for plain edits."""

    def __init__(self, raw: bytes, document: Document, date: str | None = None) -> None:
        self.package = Package(raw, document.path)
        self.document = document
        self._contents: dict[str, bytes] = {}
        self._changed: dict[str, bytes] = {}
        self._splices: dict[str, list[Splice]] = defaultdict(list)
        self._editors: dict[tuple[str, int], list[LineEditor]] = {}
        self._regions: dict[str, Regions] = {}
        self._elements: dict[tuple[str, int, int, str], Changes] = {}
        self._references: dict[tuple[str, int], bytes] = {}
        self._used: set[int] | None = None
        self._last = 0
        self.tracking = None if date is None else Tracking(self.next_id, date)

    def content(self, member: str) -> bytes:
        """A member as it was, or as it was last set."""
        if member in self._changed:
            return self._changed[member]
        if member not in self._contents:
            self._contents[member] = self.package.part(member)
        return self._contents[member]

    def put(self, member: str, content: bytes) -> None:
        """Replace or add a whole member; not for members with splices."""
        self._changed[member] = content

    def splice(self, member: str, splice: Splice) -> None:
        self._splices[member].append(splice)

    def change(self, member: str, start: int, end: int, kind: str, changes: Changes) -> None:
        """Change the property element of ``kind`` at these bytes of a member; an empty range makes a new one."""
        key = member, start, end, kind
        self._elements[key] = [*self._elements.get(key, ()), *changes]

    def refer(self, member: str, section: Node, reference: bytes) -> None:
        """Put a reference to a header at the head of a section's properties."""
        self._references[member, section.start] = reference
        self.change(member, section.start, section.end, "w:sectPr", [])

    @contextmanager
    def together(self) -> Iterator[None]:
        """Edits made inside are all kept, or none when one of them is refused."""
        editors = [editor for found in self._editors.values() for editor in found]
        states = [editor.state() for editor in editors]
        elements = dict(self._elements)
        try:
            yield
        except UneditableError:
            fresh = [editor for found in self._editors.values() for editor in found if editor not in editors]
            for editor, state in [*zip(editors, states, strict=True), *((e, EMPTY) for e in fresh)]:
                editor.restore(state)
            self._elements = elements
            raise

    def next_id(self) -> int:
        """An id that no annotation of any part uses: revisions, comments, bookmarks alike."""
        if self._used is None:
            self._used = self._ids()
            self._last = max(self._used, default=0)
        if self._last >= _HIGHEST_ID:
            self._last = 0
        self._last += 1
        while self._last in self._used:
            self._last += 1
        self._used.add(self._last)
        return self._last

    def regions(self, member: str) -> Regions:
        """Where block-level controls and alternate contents lie in a member."""
        if member not in self._regions:
            self._regions[member] = Regions(self.content(member))
        return self._regions[member]

    def lines(self, part: Part, paragraph: Paragraph) -> list[LineEditor]:
        """Editors of a paragraph: one, or two for a text box that the file holds twice (new and old drawing).

        UneditableError: edit.spelling, edit.unclear, edit.control (inside a block-level content control), edit.twin.
        """
        key = part.name, paragraph.ordinal
        if key not in self._editors:
            data = self.content(part.member)
            kept = b'xml:space="preserve"' in data[: data.find(b">", data.find(b"<w:")) + 1]
            line = Line(data, part, paragraph, kept)
            if self.regions(part.member).controlled(line.root.start):
                raise UneditableError("edit.control")
            lines = [line]
            twin = self.regions(part.member).twin(line.root)
            if twin is not None:
                lines.append(line.copied(twin))
            self._editors[key] = [LineEditor(item, self.tracking, self.next_id) for item in lines]
        return self._editors[key]

    def relate(self, kind: str, member: str, content_type: str) -> str:
        """Link the main part to a new member of this content type; the id of the relationship."""
        folder, _, name = self.package.main.rpartition("/")
        rels = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
        target = member.removeprefix(folder + "/") if folder and member.startswith(folder + "/") else "/" + member
        known = {link.id for link in self.package.relationships(self.package.main)}
        number = next(n for n in range(1, len(known) + 2) if f"rIdVl{n}" not in known and self._free(rels, n))
        link = f'<Relationship Id="rIdVl{number}" Type="{_RELATION}{kind}" Target="'.encode() + escape(target) + b'"/>'
        if rels in self.package.archive or rels in self._changed:
            self.put(rels, appended(self.content(rels), link))
        else:
            head = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.'
            self.put(rels, head + b'openxmlformats.org/package/2006/relationships">' + link + b"</Relationships>")
        override = b'<Override PartName="/' + escape(member) + f'" ContentType="{content_type}"/>'.encode()
        self.put(_TYPES, appended(self.content(_TYPES), override))
        return f"rIdVl{number}"

    def free_name(self, stem: str) -> str:
        """A member name beside the main part that nothing uses: "word/comments.xml", "word/comments2.xml", ..."""
        folder = self.package.main.rpartition("/")[0]
        prefix = folder + "/" if folder else ""
        names = [f"{prefix}{stem}.xml", *(f"{prefix}{stem}{n}.xml" for n in range(2, 1000))]
        return next(name for name in names if name not in self.package.archive and name not in self._changed)

    def result(self) -> bytes:
        """Bytes of the file with all changes."""
        for (part_name, _), editors in self._editors.items():
            member = self.document.part(part_name).member
            for editor in editors:
                self._splices[member] += editor.splices()
        for (member, start, end, kind), changes in self._elements.items():
            mark = self.tracking.mark() if self.tracking else b""
            new = changed_element(kind, self.content(member)[start:end], changes, mark)
            reference = self._references.get((member, start))
            if reference is not None and kind == "w:sectPr":
                opening = tree(new).open_tag
                new = opening + reference + new[len(opening) :]
            self._splices[member].append(Splice(start, end, new))
        changed = dict(self._changed)
        for member, splices in self._splices.items():
            if splices:
                changed[member] = spliced(self.content(member), splices)
        return rewritten(self.package.archive, changed) if changed else self.package.archive.raw

    def _free(self, rels: str, number: int) -> bool:
        return rels not in self._changed or f'"rIdVl{number}"'.encode() not in self._changed[rels]

    def _ids(self) -> set[int]:
        found: set[int] = set()
        for member in self.package.archive.members.values():
            if member.name.endswith(".xml") and member.name.startswith(self.package.main.rpartition("/")[0]):
                found.update(int(value) for value in _IDS.findall(self.content(member.name)))
        return found


def spliced(data: bytes, splices: list[Splice]) -> bytes:
    """``data`` with all splices; those at one place follow each other as given. ValueError when two overlap."""
    pieces: list[bytes] = []
    at = 0
    for splice in sorted(splices, key=lambda s: (s.start, s.end)):
        if splice.start < at:
            raise ValueError("splices overlap")
        pieces += (data[at : splice.start], splice.new)
        at = splice.end
    return b"".join((*pieces, data[at:]))


def appended(data: bytes, child: bytes) -> bytes:
    """A part with one more element at the end of its root, whether that is empty, self-closed or full."""
    root = tree(data)
    if data[root.start : root.open_end].endswith(b"/>"):
        return data[: root.start] + root.open_tag + child + b"</" + root.name.encode() + b">" + data[root.end :]
    return data[: root.close] + child + data[root.close :]
