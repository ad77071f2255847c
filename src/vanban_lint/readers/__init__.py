"""One reader for each kind of input; ``read`` picks it.

Purpose: a path, or bytes handed over by the caller, to a ``Document``. Limits: what needs LibreOffice is converted
before (``readers.converted``). Neighbours: ``readers.docx``, ``readers.plain``, ``readers.markdown``, ``readers.pdf``.
"""

from __future__ import annotations

import os

from vanban_lint.errors import UnreadableError
from vanban_lint.model import Document

_WORD = (".docx", ".docm", ".dotx", ".dotm")
_MARKDOWN = (".md", ".markdown")
#: Formats that Word can save as .docx, with the message that says so.
_OTHERS = {
    ".doc": "reading.doc",
    ".dot": "reading.doc",
    ".odt": "reading.odt",
    ".ott": "reading.odt",
    ".rtf": "reading.rtf",
}
#: Those are what LibreOffice can turn into .docx (``readers.converted``, imported for them alone: it costs 18 ms).
CONVERTIBLE = tuple(_OTHERS)


def read(path: str, data: bytes | None = None) -> Document:
    """Read a document; ``data`` are its bytes where the caller has them already (standard input: path "-").

    The content decides before the extension: a zip archive is read as a Word file whatever its name. UnreadableError
    when the file can't be read or is of a kind that can't be checked.
    """
    if data is None:
        data = load(path)
    suffix = os.path.splitext(path)[1].lower()
    if suffix in _WORD or data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        from vanban_lint.readers import docx

        return docx.read(data, path)
    if suffix == ".pdf" or data.startswith(b"%PDF-"):
        return _pdf(data, path)
    if suffix in _OTHERS:
        raise UnreadableError(_OTHERS[suffix], path)
    if data.startswith(b"{\\rtf"):
        raise UnreadableError("reading.rtf", path)
    if suffix in _MARKDOWN:
        from vanban_lint.readers import markdown

        return markdown.read(data, path)
    from vanban_lint.readers import plain

    return plain.read(data, path)


def _pdf(data: bytes, path: str) -> Document:
    from vanban_lint.readers import pdf

    if not pdf.available():
        raise UnreadableError("reading.pdf", path)
    return pdf.read(data, path)


def load(path: str) -> bytes:
    """The bytes of a file. UnreadableError: file.missing, file.unreadable."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError as error:
        raise UnreadableError("file.missing", path) from error
    except OSError as error:
        raise UnreadableError("file.unreadable", path, reason=error.strerror or str(error)) from error
