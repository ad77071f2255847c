"""What LibreOffice shows of a file: effective formats read from its conversion to flat OpenDocument (.fodt).

Purpose: a second opinion on ``ooxml.cascade``, by a program that prints real documents. Limits: paragraphs of the body
with their text, formats of letters, alignment, indents, spacing; no pages. One call of soffice converts all files.

In OpenDocument a text style lies over the paragraph style, each over its parents, all over the default style; an indent
comes from the list level unless the paragraph itself, or a style nearer than the one that names the list, states one.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree

SOFFICE = shutil.which("soffice")
POINTS = {"pt": 1.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0}
NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
#: Two spellings of one property: the nearer one holds, whichever it is.
_HEIGHTS = ("fo:line-height", "style:line-height-at-least")
_SKIPPED = ("note", "annotation", "tracked-changes", "frame", "custom-shape", "g", "line", "connector", "ruby-text")


class Letter(NamedTuple):
    """How one character is shown; size in points."""

    font: str | None
    size: float | None
    bold: bool
    italic: bool
    caps: bool
    underline: bool


class Shown(NamedTuple):
    """One paragraph; lengths in points, ``line`` as ("auto", 1.15), ("exact", 18.0) or ("atLeast", 12.0)."""

    text: str
    letters: tuple[Letter, ...]
    align: str
    indent_left: float
    indent_right: float
    first_line: float
    space_before: float
    space_after: float
    line: tuple[str, float]


def q(name: str) -> str:
    """Qualified name of "prefix:name"."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMES[prefix]}}}{local}"


def convert(files: Iterable[Path], folder: Path) -> None:
    """Write a .fodt for each file into ``folder``, with a LibreOffice profile of its own, in one call."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [str(SOFFICE), "--headless", profile, "--convert-to", "fodt", "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def read_shown(path: Path) -> list[Shown]:
    """The paragraphs of the body in reading order."""
    return list(Reader(etree.parse(str(path), etree.XMLParser(huge_tree=True)).getroot()).paragraphs())


class Reader:
    """Resolves the styles of one file. Styles are kept by family and name, automatic ones over common ones."""

    def __init__(self, root: etree._Element) -> None:
        self._body = root.find(f"{q('office:body')}/{q('office:text')}")
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._lists: dict[str, etree._Element] = {}
        self._defaults: dict[str, etree._Element] = {}
        self._fonts = {
            face.get(q("style:name")): (face.get(q("svg:font-family")) or "").strip("'\"")
            for face in root.iter(q("style:font-face"))
        }
        for element in root.iter(q("style:default-style")):
            self._defaults[element.get(q("style:family"))] = element
        for element in root.iter(q("style:style")):
            self._styles[element.get(q("style:family")), element.get(q("style:name"))] = element
        for element in root.iter(q("text:list-style")):
            self._lists[element.get(q("style:name"))] = element

    def paragraphs(self) -> Iterator[Shown]:
        yield from self._walk(self._body, (), None)

    def _walk(self, parent: etree._Element, lists: tuple[str, ...], list_style: str | None) -> Iterator[Shown]:
        for element in parent:
            if not isinstance(element.tag, str):
                continue
            local = etree.QName(element).localname
            if element.tag in (q("text:p"), q("text:h")):
                yield self._paragraph(element, len(lists), list_style)
            elif element.tag == q("text:list"):
                style = element.get(q("text:style-name")) or list_style
                yield from self._walk(element, (*lists, style or ""), style)
            elif local not in _SKIPPED:
                yield from self._walk(element, lists, list_style)

    def _chain(self, family: str, name: str | None) -> list[etree._Element]:
        """A style and its parents, the nearest first."""
        chain: list[etree._Element] = []
        while name is not None and (family, name) in self._styles and len(chain) < 50:
            chain.append(self._styles[family, name])
            name = chain[-1].get(q("style:parent-style-name"))
        return chain

    def _values(self, chain: list[etree._Element], kind: str) -> dict[str, str]:
        """Attributes of ``style:KIND-properties`` through a chain."""
        values: dict[str, str] = {}
        for style in reversed(chain):
            properties = style.find(q(f"style:{kind}-properties"))
            if properties is not None:
                _lay(values, properties)
        return values

    def _paragraph(self, element: etree._Element, level: int, list_style: str | None) -> Shown:
        default = [self._defaults["paragraph"]] if "paragraph" in self._defaults else []
        chain = self._chain("paragraph", element.get(q("text:style-name")))
        layout = self._values([*chain, *default], "paragraph")
        self._add_list_indents(layout, chain, level, list_style)
        base = self._values([*chain, *default], "text")
        pieces = list(self._pieces(element, base))
        text = "".join(piece for piece, _ in pieces)
        letters = tuple(form for piece, form in pieces for _ in piece)
        return Shown(text, letters, *_layout(layout))

    def _add_list_indents(
        self, layout: dict[str, str], chain: list[etree._Element], level: int, list_style: str | None
    ) -> None:
        """The indents of the list level, where no style up to the one that names the list states its own."""
        if not level or list_style not in self._lists:
            return
        own: set[str] = set()
        for style in chain:
            properties = style.find(q("style:paragraph-properties"))
            own |= set() if properties is None else set(properties.attrib)
            if style.get(q("style:list-style-name")):
                break
        place = next((x for x in self._lists[list_style] if x.get(q("text:level")) == str(level)), None)
        label = None if place is None else next(place.iter(q("style:list-level-label-alignment")), None)
        for name in ("fo:margin-left", "fo:text-indent"):
            if label is not None and label.get(q(name)) and q(name) not in own:
                layout[q(name)] = label.get(q(name))

    def _pieces(self, element: etree._Element, values: dict[str, str]) -> Iterator[tuple[str, Letter]]:
        form = self._letter(values)
        if element.text:
            yield _collapsed(element.text), form
        for child in element:
            if isinstance(child.tag, str):
                yield from self._child(child, values, form)
            if child.tail:
                yield _collapsed(child.tail), form

    def _child(self, child: etree._Element, values: dict[str, str], form: Letter) -> Iterator[tuple[str, Letter]]:
        local = etree.QName(child).localname
        if child.tag == q("text:s"):
            yield " " * int(child.get(q("text:c"), "1")), form
        elif child.tag == q("text:tab"):
            yield "\t", form
        elif child.tag == q("text:line-break"):
            yield "\n", form
        elif local not in _SKIPPED:
            inner = dict(values)
            if child.tag in (q("text:span"), q("text:a")):
                for style in reversed(self._chain("text", child.get(q("text:style-name")))):
                    properties = style.find(q("style:text-properties"))
                    if properties is not None:
                        _lay(inner, properties)
            yield from self._pieces(child, inner)

    def _letter(self, values: dict[str, str]) -> Letter:
        font = values.get(q("style:font-name"))
        return Letter(
            self._fonts.get(font, font) if font else values.get(q("fo:font-family")),
            _points(values.get(q("fo:font-size"))),
            values.get(q("fo:font-weight"), "normal") == "bold",
            values.get(q("fo:font-style"), "normal") == "italic",
            values.get(q("fo:text-transform")) == "uppercase",
            values.get(q("style:text-underline-style"), "none") != "none",
        )


def _lay(values: dict[str, str], properties: etree._Element) -> None:
    """Lay what an element states over ``values``; a size in per cent is of the size below."""
    below = values.get(q("fo:font-size"))
    if any(properties.get(q(name)) for name in _HEIGHTS):
        for name in _HEIGHTS:
            values.pop(q(name), None)
    values.update({str(name): str(value) for name, value in properties.attrib.items()})
    size = properties.get(q("fo:font-size"), "")
    if size.endswith("%") and below:
        values[q("fo:font-size")] = f"{(_points(below) or 0) * float(size[:-1]) / 100}pt"


def _layout(values: dict[str, str]) -> tuple[str, float, float, float, float, float, tuple[str, float]]:
    def length(name: str) -> float:
        return _points(values.get(q(name))) or 0.0

    align = values.get(q("fo:text-align"), "start")
    return (
        {"start": "left", "end": "right", "justify": "both"}.get(align, align),
        length("fo:margin-left"),
        length("fo:margin-right"),
        length("fo:text-indent"),
        length("fo:margin-top"),
        length("fo:margin-bottom"),
        _line(values),
    )


def _line(values: dict[str, str]) -> tuple[str, float]:
    height, least = values.get(q("fo:line-height"), "normal"), values.get(q("style:line-height-at-least"))
    if least:
        return "atLeast", _points(least) or 0.0
    if height.endswith("%"):
        return "auto", float(height[:-1]) / 100
    return ("auto", 1.0) if height == "normal" else ("exact", _points(height) or 0.0)


def _points(text: str | None) -> float | None:
    unit = (text or "")[-2:]
    return float(text[:-2]) * POINTS[unit] if text and unit in POINTS else None


def _collapsed(text: str) -> str:
    return " ".join(text.split("\n")) if "\n" in text else text
