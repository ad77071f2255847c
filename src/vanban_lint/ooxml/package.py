"""The package: content types, relationships and the main part of a Word file.

Purpose: say what a file is before anything of it is parsed, and lead from part to part by relationship, never by a
fixed name. Limits: reads nothing of the text; external targets are listed, never fetched. Neighbours:
``ooxml.archive`` below it, ``ooxml.reader`` above it.
"""

from __future__ import annotations

import posixpath
from typing import NamedTuple

from vanban_lint.errors import UnreadableError
from vanban_lint.ooxml.archive import Archive
from vanban_lint.ooxml.xml import parse

MAX_EXTERNAL_CONTENT = 100  # linked pictures, objects, templates: a real draft has none or a few
MAX_EXTERNAL = 2_000  # hyperlinks too: a long legal text links to many others

_CONTENT_TYPES = "[Content_Types].xml"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_WORD_MAIN = (".document.main+xml", ".template.main+xml")
_MACRO_MAIN = (".document.macroenabled.main+xml", ".template.macroenabledtemplate.main+xml")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Relationship(NamedTuple):
    """A link from one part. ``kind`` is the last word of its type; ``target`` a member name, or an address outside."""

    id: str
    kind: str
    target: str
    external: bool


class Package:
    """An opened Word file. ``main`` is the member name of the document part, ``has_macros`` a .docm or .dotm.

    Raises UnreadableError with one message for each way in which a file can fail to be a Word file.
    """

    __slots__ = ("_relationships", "archive", "has_macros", "main", "path")

    def __init__(self, raw: bytes, path: str) -> None:
        refuse_other_formats(raw, path)
        self.path = path
        self.archive = Archive(raw, path)
        self._relationships: dict[str, tuple[Relationship, ...]] = {}
        if _CONTENT_TYPES not in self.archive:
            key = "reading.odt" if "mimetype" in self.archive else "reading.not_docx"
            raise UnreadableError(key, path)
        self.main = self._main_part()
        self.has_macros = self._check_kind()
        self._check_external()

    def part(self, member: str) -> bytes:
        """Bytes of a part; KeyError when there is none."""
        return self.archive.read(member)

    def relationships(self, member: str) -> tuple[Relationship, ...]:
        """Links from a part ("" for the package itself), in file order."""
        found = self._relationships.get(member)
        if found is None:
            found = self._relationships[member] = self._read_relationships(member)
        return found

    def related(self, member: str, kind: str) -> str | None:
        """Member that ``member`` links to by this kind of relationship, ``None`` when there is none in the package."""
        for link in self.relationships(member):
            if link.kind == kind and not link.external and link.target in self.archive:
                return link.target
        return None

    def external(self) -> list[Relationship]:
        """Links of all parts that lead out of the package."""
        links: list[Relationship] = []
        for member in self.archive.members.values():
            folder, name = posixpath.split(member.name)
            if folder.endswith("_rels") and name.endswith(".rels"):
                source = posixpath.join(posixpath.dirname(folder), name[: -len(".rels")])
                links += [link for link in self.relationships(source) if link.external]
        return links

    def _main_part(self) -> str:
        target = self.related("", "officeDocument")
        if target is None:
            raise UnreadableError("reading.no_main_part", self.path)
        return target

    def _check_kind(self) -> bool:
        """Whether the main part is one with macros; refuses what is no Word document."""
        root = parse(self.part(_CONTENT_TYPES), self.path, _CONTENT_TYPES)
        content_type = ""
        for item in root:
            if item.tag == _TYPES + "Override" and item.get("PartName", "").lstrip("/").lower() == self.main.lower():
                content_type = item.get("ContentType", "").lower()
                break
            if item.tag == _TYPES + "Default" and self.main.lower().endswith("." + item.get("Extension", "\0").lower()):
                content_type = item.get("ContentType", "").lower()
        if "spreadsheet" in content_type or "ms-excel" in content_type:
            raise UnreadableError("reading.spreadsheet", self.path)
        if "presentation" in content_type or "ms-powerpoint" in content_type:
            raise UnreadableError("reading.presentation", self.path)
        if content_type.endswith(_MACRO_MAIN):
            return True
        if not content_type.endswith((*_WORD_MAIN, "/xml")):
            raise UnreadableError("reading.not_docx", self.path)
        return False

    def _check_external(self) -> None:
        links = self.external()
        content = sum(link.kind != "hyperlink" for link in links)
        if content > MAX_EXTERNAL_CONTENT or len(links) > MAX_EXTERNAL:
            raise UnreadableError("reading.external_links", self.path, count=len(links))

    def _read_relationships(self, member: str) -> tuple[Relationship, ...]:
        folder, name = posixpath.split(member)
        rels = posixpath.join(folder, "_rels", name + ".rels")
        if rels not in self.archive:
            return ()
        links = []
        for item in parse(self.part(rels), self.path, rels):
            target = item.get("Target", "")
            external = item.get("TargetMode", "").lower() == "external"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, _plain(target))).lstrip("/")
            links.append(Relationship(item.get("Id", ""), item.get("Type", "").rpartition("/")[2], target, external))
        return tuple(links)


def refuse_other_formats(raw: bytes, path: str) -> None:
    """UnreadableError that names what the bytes are, unless they are a zip archive."""
    if raw.startswith(b"PK"):
        return
    if not raw.strip():
        raise UnreadableError("reading.empty", path)
    if raw.startswith(_OLE):
        raise UnreadableError(_kind_of_ole(raw), path)
    head = raw[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"{\\rtf"):
        raise UnreadableError("reading.rtf", path)
    if head.startswith(b"%pdf"):
        raise UnreadableError("reading.pdf", path)
    if head.startswith(b"<"):
        word_xml = b"pkg:package" in head or b"worddocument" in head
        raise UnreadableError("reading.word_xml" if word_xml else "reading.html", path)
    raise UnreadableError("reading.not_docx", path)


def _kind_of_ole(raw: bytes) -> str:
    """Key for an old compound file: its directory names its streams in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in raw:
        return "reading.password"
    if "Workbook".encode("utf-16-le") in raw:
        return "reading.spreadsheet"
    return "reading.doc"


def _plain(target: str) -> str:
    """A target without percent signs; urllib is imported for the rare one that has them (4 ms)."""
    if "%" not in target:
        return target
    from urllib.parse import unquote

    return unquote(target)
