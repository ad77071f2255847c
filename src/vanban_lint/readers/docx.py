"""Word files. All the work is in ``ooxml``; this is its face among the readers."""

from __future__ import annotations

from vanban_lint.model import Document
from vanban_lint.ooxml.reader import read_document


def read(data: bytes, path: str) -> Document:
    """Read the bytes of a Word file. UnreadableError when it is not one, is damaged or is locked."""
    return read_document(data, path)
