"""Word files built from pieces of markup, for the tests of this folder.

Purpose: a test shows only the elements it is about. Limits: valid enough for a reader, not for Word. ``read`` gives the
document of a body, ``package`` its bytes; keyword arguments are further parts by name of their relationship.
"""

from __future__ import annotations

import io
import zipfile

from vanban_lint.model import Document
from vanban_lint.ooxml.reader import read_document

REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{REL}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
ROOTS = {"header": "hdr", "footer": "ftr"}
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs; a piece without markup becomes a run of text."""
    pieces = (piece if piece.startswith("<") else r(piece) for piece in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(pieces)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run with one text."""
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{t(text)}</w:r>"


def t(text: str) -> str:
    return f'<w:t xml:space="preserve">{text}</w:t>'


def table(*rows: list[str], properties: str = "") -> str:
    """A table of cells, each a piece of markup that ends in a paragraph."""
    grid = "<w:tblGrid>" + "<w:gridCol/>" * max(len(row) for row in rows) + "</w:tblGrid>"
    lines = "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{grid}{lines}</w:tbl>"


def document_xml(body: str) -> str:
    return f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def package(body: str, **parts: str) -> bytes:
    """A package around a body. ``styles="..."`` adds a part of that kind with this content; header2 is a header."""
    return pack(members(document_xml(body), **parts))


def members(document: str | bytes, **parts: str) -> dict[str, str | bytes]:
    links, files = [], {"word/document.xml": document}
    for name, content in parts.items():
        kind = name.rstrip("0123456789")
        root = ROOTS.get(kind, kind)
        files[f"word/{name}.xml"] = (
            content if content.startswith("<?") else f"<w:{root} {NAMESPACES}>{content}</w:{root}>"
        )
        links.append(f'<Relationship Id="{name}" Type="{REL}/{kind}" Target="{name}.xml"/>')
    types = (
        f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/></Types>'
    )
    return {
        "[Content_Types].xml": types,
        "_rels/.rels": relationships(f'<Relationship Id="m" Type="{REL}/officeDocument" Target="word/document.xml"/>'),
        "word/_rels/document.xml.rels": relationships("".join(links)),
        **files,
    }


def relationships(links: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
    )


def pack(files: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def read(body: str, **parts: str) -> Document:
    return read_document(package(body, **parts), "x.docx")


def texts(body: str, **parts: str) -> list[str]:
    """Texts of the body's paragraphs."""
    return [paragraph.text for paragraph in read(body, **parts).body.paragraphs]


def text(*content: str) -> str:
    """Text of a body of one paragraph with this content."""
    (only,) = texts(f"<w:p>{''.join(content)}</w:p>")
    return only
