"""Tables and pictures of one document set into another.

Purpose: what a drafter laid out by hand (a table, a picture, a drawing) goes over whole, with its words and its media;
fonts and colours of its own and the styles it leaned on stay behind, for the new document has its own. Limits: charts,
embedded objects and footnotes are told as not carried. Neighbours: ``ooxml.archive``, ``reformat``, ``fill``
(subdocuments).
"""

from __future__ import annotations

import copy
import re
import struct
from collections.abc import Iterator

from lxml import etree
from markupsafe import Markup

from vanban_lint.errors import UnreadableError
from vanban_lint.model import Document
from vanban_lint.ooxml.archive import Archive

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_IMAGE = f"{R}/image"
MAIN, MAIN_RELATIONS, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
#: What a fragment leaves behind: styles and lists of its old home, fonts, colours, sections, marks of review and
#: bookmarks.
_DROPPED = {
    f"{{{W}}}{name}"
    for name in (
        "pStyle rStyle tblStyle numPr rFonts color sectPr bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd "
        "commentReference proofErr lastRenderedPageBreak rPrChange pPrChange tblPrChange tcPrChange trPrChange del "
        "moveFrom footnoteReference endnoteReference permStart permEnd"
    ).split()
}
#: These go, what they hold stays.
_UNWRAPPED = {f"{{{W}}}{name}" for name in ("hyperlink", "ins", "moveTo", "smartTag")}
_GRAPHICS = (
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
    "{urn:schemas-microsoft-com:vml}imagedata",
    f"{{{W}}}object",
    f"{{{W}}}txbxContent",
)
_PICTURE_TYPES = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "gif": "image/gif",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "bmp": "image/bmp",
    "tiff": "image/tiff",
    "tif": "image/tiff",
}


class Media:
    """Pictures that a new file needs beside its text: members, relations, content types."""

    def __init__(self) -> None:
        self._places: dict[bytes, tuple[str, str]] = {}

    def add(self, content: bytes, suffix: str) -> str | None:
        """Id of the relation to a picture; ``None`` for a kind that Word does not show."""
        suffix = suffix.lower()
        if suffix not in _PICTURE_TYPES:
            return None
        number = len(self._places) + 1
        return self._places.setdefault(content, (f"rIdHinh{number}", f"media/hinh{number}.{suffix}"))[0]

    def members(self, target: Archive) -> dict[str, bytes]:
        """Members to add to a file made from ``target``; none when there is no picture."""
        if not self._places:
            return {}
        made = {f"word/{place}": content for content, (_, place) in self._places.items()}
        relations = etree.fromstring(target.read(MAIN_RELATIONS))
        for key, place in self._places.values():
            etree.SubElement(relations, f"{{{_RELATIONS}}}Relationship", Id=key, Type=_IMAGE, Target=place)
        types = etree.fromstring(target.read(TYPES))
        known = {str(child.get("Extension")).lower() for child in types if child.get("Extension")}
        for suffix in sorted({name.rpartition(".")[2] for name in made} - known):
            child = etree.Element(f"{{{_TYPES}}}Default", Extension=suffix, ContentType=_PICTURE_TYPES[suffix])
            types.insert(0, child)
        return made | {MAIN_RELATIONS: _xml(relations), TYPES: _xml(types)}


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


class Carrier:
    """Fragments of ``document`` (read from ``data``) for another file, their pictures into ``media``.

    ``lost`` names the kinds of content that could not come along.
    """

    def __init__(self, data: bytes, document: Document, media: Media) -> None:
        self._archive = Archive(data, document.path)
        self._media = media
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        try:
            self._root = etree.fromstring(self._archive.read(MAIN), parser)
        except (KeyError, etree.XMLSyntaxError):
            raise UnreadableError("reading.damaged", document.path) from None
        self._paragraphs = list(body_paragraphs(self._root))
        self._labels = {p.ordinal: p.label.text.strip() for p in document.body.paragraphs if p.label}
        self._relations = _relations(self._archive)
        self.lost: set[str] = set()

    def graphics(self) -> frozenset[int]:
        """Ordinals of paragraphs with a picture, a chart, an object or a text box: more than words and lines."""
        return frozenset(
            ordinal
            for ordinal, paragraph in enumerate(self._paragraphs, 1)
            if next(paragraph.iter(*_GRAPHICS), None) is not None
        )

    def fragment(self, reference: str) -> Markup:
        """XML of "table:ORDINAL" (the outermost table around that paragraph) or "paragraph:ORDINAL"."""
        kind, _, ordinal = reference.partition(":")
        element = self._paragraphs[int(ordinal) - 1]
        if kind == "table":
            tables = [above for above in element.iterancestors() if above.tag == f"{{{W}}}tbl"]
            element = tables[-1] if tables else element
        return Markup(etree.tostring(self._cleaned(element), encoding="unicode"))

    def whole(self) -> Markup:
        """XML of everything in the body."""
        body = self._root.find(f"{{{W}}}body")
        found = [child for child in (body if body is not None else ()) if child.tag in (f"{{{W}}}p", f"{{{W}}}tbl")]
        return Markup("".join(etree.tostring(self._cleaned(child), encoding="unicode") for child in found))

    def _cleaned(self, original: etree._Element) -> etree._Element:
        element = copy.deepcopy(original)
        self._type_labels(original, element)
        bordered = element.tag == f"{{{W}}}tbl" and element.find(f"{{{W}}}tblPr/{{{W}}}tblStyle") is not None
        for child in list(element.iter(etree.Element)):
            if child.tag in _DROPPED:
                parent = child.getparent()
                if parent is not None:
                    parent.remove(child)
            elif child.tag in _UNWRAPPED:
                _unwrap(child)
            else:
                self._attributes(child)
        if bordered:
            _give_borders(element)
        return element

    def _type_labels(self, original: etree._Element, element: etree._Element) -> None:
        """An automatic number is typed: its list stays behind."""
        places = {id(p): i for i, p in enumerate(self._paragraphs, 1)}
        for old, new in zip(original.iter(f"{{{W}}}p"), element.iter(f"{{{W}}}p"), strict=True):
            label = self._labels.get(places.get(id(old), 0))
            if label:
                run = etree.Element(f"{{{W}}}r")
                text = etree.SubElement(run, f"{{{W}}}t")
                text.text = f"{label} "
                text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                properties = new.find(f"{{{W}}}pPr")
                new.insert(0 if properties is None else 1, run)

    def _attributes(self, element: etree._Element) -> None:
        """Pictures get a relation of the new file; what leans on another part of the old one goes."""
        for name in list(element.attrib):
            if str(name).startswith(f"{{{R}}}"):
                new = self._picture(str(element.get(name)))
                if new:
                    element.set(name, new)
                else:
                    del element.attrib[name]
                    self.lost.add(etree.QName(element).localname)
            elif "rsid" in str(name) or str(name).endswith(("}paraId", "}textId")):
                del element.attrib[name]

    def _picture(self, key: str) -> str | None:
        kind, target = self._relations.get(key, ("", ""))
        member = target[1:] if target.startswith("/") else f"word/{target}"
        if kind != _IMAGE or member not in self._archive:
            return None
        return self._media.add(self._archive.read(member), member.rpartition(".")[2])


def body_paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs as the reader counts them: text boxes and fallbacks left out."""
    for element in root.iter(f"{{{W}}}p"):
        above = {ancestor.tag for ancestor in element.iterancestors()}
        if f"{{{W}}}txbxContent" not in above and f"{{{MC}}}Fallback" not in above:
            yield element


def _relations(archive: Archive) -> dict[str, tuple[str, str]]:
    if MAIN_RELATIONS not in archive:
        return {}
    root = etree.fromstring(archive.read(MAIN_RELATIONS))
    return {str(child.get("Id")): (str(child.get("Type")), str(child.get("Target"))) for child in root}


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(at, child)
    parent.remove(element)


def _give_borders(table: etree._Element) -> None:
    """Lines that came from the table's style."""
    properties = table.find(f"{{{W}}}tblPr")
    if properties is None or properties.find(f"{{{W}}}tblBorders") is not None:
        return
    borders = etree.Element(f"{{{W}}}tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = etree.SubElement(borders, f"{{{W}}}{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "auto")):
            line.set(f"{{{W}}}{name}", value)
    after = (
        "tblW",
        "jc",
        "tblCellSpacing",
        "tblInd",
        "tblpPr",
        "tblOverlap",
        "bidiVisual",
        "tblStyleRowBandSize",
        "tblStyleColBandSize",
    )
    at = max((properties.index(c) + 1 for c in properties if re.sub(r"\{.*\}", "", str(c.tag)) in after), default=0)
    properties.insert(at, borders)


def picture(content: bytes, media: Media, width_mm: float) -> Markup | None:
    """A centred paragraph with a PNG or JPEG picture no wider than ``width_mm``; ``None`` for any other file."""
    size = picture_size(content)
    if size is None:
        return None
    width, height, suffix = size
    shown = min(width_mm, width * 25.4 / 96)
    across, down = round(shown * 36000), round(shown * 36000 * height / width)
    key = media.add(content, suffix)
    return Markup(
        f'<w:p xmlns:w="{W}"><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:drawing>'
        '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        f'distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{across}" cy="{down}"/>'
        f'<wp:docPr id="9001" name="{key}"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
        f'<pic:cNvPr id="9001" name="{key}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip xmlns:r="{R}" r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )


def picture_size(content: bytes) -> tuple[int, int, str] | None:
    """Width and height in pixels, and the suffix, of a PNG or JPEG file."""
    if content[:8] == b"\x89PNG\r\n\x1a\n" and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return (width, height, "png") if width and height else None
    if content[:2] != b"\xff\xd8":
        return None
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        kind, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return (width, height, "jpeg") if width and height else None
        at += 2 + length
    return None
