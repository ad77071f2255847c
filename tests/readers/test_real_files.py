"""Real documents, where they are at hand: every visible character is read, counted against another way of reading.

The other way walks the lxml tree of each part. It shares no code with the reader and knows no formats, so text hidden
by a style would differ; the files have none.
"""

from __future__ import annotations

import zipfile
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from vanban_lint.model import Document
from vanban_lint.ooxml.package import Package
from vanban_lint.readers import read

SHARED = Path(__file__).parents[3] / "shared"
FILES = sorted([*SHARED.glob("corpus/*.docx"), *SHARED.glob("seeds/*.docx")])
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
INVISIBLE = {W + name for name in ("del", "moveFrom", "pPr", "rPr", "sectPr", "sdtPr", "instrText", "delText")}
CHARACTERS = {W + "tab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}

pytestmark = pytest.mark.skipif(not FILES, reason="the shared documents are not here")


class Walk:
    """Text of a tree. Fields are followed by their marks, in document order."""

    def __init__(self) -> None:
        self.fields: list[bool] = []
        self.text: list[str] = []

    def visit(self, node: etree._Element) -> None:
        if node.tag in INVISIBLE or not isinstance(node.tag, str):
            return
        if node.tag == MC + "AlternateContent":
            branch = node.find(MC + "Choice")
            self.children(node.find(MC + "Fallback") if branch is None else branch)
        elif node.tag == W + "fldChar":
            self.field(node.get(W + "fldCharType", ""))
        elif node.tag == W + "r" and node.find(f"{W}rPr/{W}vanish") is not None:
            return
        elif node.tag == W + "br" and node.get(W + "type") != "page":
            self.show("\n")
        elif node.tag == W + "t":
            text = node.text or ""
            self.show(text if node.get(PRESERVE) == "preserve" else text.strip(" \t\r\n"))
        elif node.tag in CHARACTERS:
            self.show(CHARACTERS[node.tag])
        elif node.get(W + "type") not in ("separator", "continuationSeparator", "continuationNotice"):
            self.children(node)

    def children(self, node: etree._Element | None) -> None:
        for child in () if node is None else node:
            self.visit(child)

    def field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(False)
        elif self.fields and kind == "separate":
            self.fields[-1] = True
        elif self.fields:
            self.fields.pop()

    def show(self, text: str) -> None:
        if all(self.fields):
            self.text.append(text)


def shown(data: bytes) -> Counter[str]:
    walk = Walk()
    walk.visit(etree.fromstring(data))
    return Counter("".join(walk.text))


def counted(document: Document, member: str) -> Counter[str]:
    """Characters that the reader took from one part, text boxes included, as the file holds them."""
    texts = (
        q.text if q.raw is None else q.raw for part in document.parts if part.member == member for q in part.paragraphs
    )
    return Counter("".join(texts))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_visible_character_is_read(path: Path) -> None:
    document = read(str(path))
    with zipfile.ZipFile(path) as archive:
        for member in {part.member for part in document.parts}:
            found, expected = counted(document, member), shown(archive.read(member))
            # A typed page break ends a line where text follows it.
            page_breaks = archive.read(member).count(b'w:type="page"')
            assert 0 <= found["\n"] - expected["\n"] <= page_breaks
            found["\n"] = expected["\n"]
            assert found - expected == expected - found == Counter()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_offsets_lead_to_the_elements(path: Path) -> None:
    document = read(str(path))
    package = Package(path.read_bytes(), str(path))
    for part in document.parts:
        data = package.part(part.member)
        for paragraph in part.paragraphs:
            begin, end = paragraph.byte_range
            assert data[begin : begin + 4] in (b"<w:p", b""), part.name
            assert data[begin:end].endswith((b"</w:p>", b"/>"))
            for span in paragraph.spans:
                assert data[span.run_at : span.run_at + 4] == b"<w:r"
                tag = data[span.text_at : span.text_at + 4]
                if tag == b"<w:t" and data[span.text_at + 4 : span.text_at + 6] != b"ab":
                    content = etree.fromstring(
                        b'<x xmlns:w="w">' + data[span.text_at : data.index(b"</w:t>", span.text_at) + 6] + b"</x>"
                    )
                    raw = paragraph.raw or paragraph.text
                    piece = raw[paragraph.raw_offset(span.start) : paragraph.raw_offset(span.end)]
                    assert piece.strip() in (content[0].text or "")


@pytest.mark.parametrize("name", ["000-du-thao-chi-thi", "003-chi-thi"])
def test_a_seed_gives_the_same_lines_as_text_and_as_word_file(name: str) -> None:
    word, plain = (read(str(SHARED / "seeds" / f"{name}.{kind}")) for kind in ("docx", "txt"))

    def lines(document: Document) -> list[str]:
        paragraphs = document.body.paragraphs
        return [line for q in paragraphs for line in (" ".join(q.text.split()),) if line]

    body, source = lines(word), lines(plain)
    long = [line for line in body if len(line) > 60]
    assert long
    assert [line for line in source if len(line) > 60] == long
