"""PDF with a text layer: its lines, joined into paragraphs again.

Purpose: check the words of a document of which only the PDF is left. Limits: text alone; no format, no tables, and a
header of two columns comes as its lines. A PDF does not say where a paragraph ends: a line that runs to the right edge
goes on in the next, unless the next begins an item. A scan has no text and is refused. Needs the optional package
``pypdf``. Neighbours: ``readers.plain`` makes the paragraphs, ``structure`` joins what is still cut.
"""

from __future__ import annotations

import io
import re

from vanban_lint.errors import UnreadableError
from vanban_lint.model import Document
from vanban_lint.readers import plain

#: A line at least this long, as a share of the longest usual line of its page, runs to the right edge.
_FULL = 0.85
_MOST_PAGES = 2_000
_ITEM = re.compile(r"\s*(?:[-–+•*]\s|\(?[0-9a-zđ]{1,3}[.)]\s|[IVXLC]+\.\s|(?:Điều|Chương|Mục|Phần|Khoản)\s+[0-9IVX])")
_PAGE_NUMBER = re.compile(r"\s*(?:trang\s*)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*/\s*\d{1,4})?\s*", re.IGNORECASE)


def available() -> bool:
    """Whether PDF files can be read here."""
    from importlib.util import find_spec

    return find_spec("pypdf") is not None


def read(data: bytes, path: str) -> Document:
    """Read the text layer. UnreadableError: reading.pdf_broken, reading.pdf_locked, reading.pdf_scan."""
    lines = [line for page in _pages(data, path) for line in joined(page)]
    if not any(map(str.strip, lines)):
        raise UnreadableError("reading.pdf_scan", path)
    paragraphs = [plain.paragraph(line, ordinal, 0) for ordinal, line in enumerate(lines, 1)]
    return plain.document(path, "pdf", [paragraph._replace(line=None) for paragraph in paragraphs])


def _pages(data: bytes, path: str) -> list[list[str]]:
    """Lines of each page, without those that hold nothing but the page number."""
    from pypdf import PdfReader

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("reading.pdf_locked", path)
        texts = [page.extract_text() for page in reader.pages[:_MOST_PAGES]]
    except UnreadableError:
        raise
    except Exception as error:  # what a hostile file raises inside the library is not ours to list
        raise UnreadableError("reading.pdf_broken", path) from error
    return [[line for line in text.splitlines() if not _PAGE_NUMBER.fullmatch(line)] for text in texts]


def joined(lines: list[str]) -> list[str]:
    """Lines of one page joined into paragraphs."""
    lengths = sorted(len(line) for line in lines if line.strip())
    full = lengths[len(lengths) * 9 // 10] * _FULL if lengths else 0
    made: list[str] = []
    open_line = False
    for line in lines:
        said = " ".join(line.split())
        if open_line and said and not _ITEM.match(said):
            made[-1] += " " + said
        else:
            made.append(said)
        open_line = len(line) >= full and len(said) > 40
    return made
