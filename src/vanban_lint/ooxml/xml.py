"""Safe parsing of the XML parts and the names used in them.

Purpose: one place where a part becomes an lxml tree, without entities, network or unbounded depth. Limits: knows
nothing of what the elements mean. Neighbours: ``ooxml.story`` reads the big parts with expat instead.
"""

from __future__ import annotations

from lxml import etree

from vanban_lint.errors import UnreadableError

MAX_DEPTH = 256  # lxml's own limit; the expat pass keeps to the same

URI_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
URI_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
URI_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = f"{{{URI_W}}}"
A = f"{{{URI_A}}}"
R = f"{{{URI_R}}}"
VAL = W + "val"

#: Strict files use other names for the same vocabularies; they are read through the usual ones.
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", URI_W.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", URI_A.encode()),
    (
        b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", URI_R.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)

_OPTIONS = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
#: Making a parser costs a third of parsing a piece. lxml locks a parser while it is in use, so threads may share it.
_FRAGMENT_PARSER = etree.XMLParser(**_OPTIONS)  # type: ignore[arg-type]
_FRAGMENT_HEAD = f'<x xmlns:w="{URI_W}" xmlns:r="{URI_R}">'.encode()


def parse(data: bytes, path: str, member: str) -> etree._Element:
    """Root of a part. UnreadableError: reading.dtd, reading.too_deep, reading.bad_xml (all name the member)."""
    if b"purl.oclc.org" in data:
        for strict, usual in STRICT:
            data = data.replace(strict, usual)
    try:
        # A parser of its own per call: lxml parsers keep state and are not for sharing between threads.
        root = etree.fromstring(data, etree.XMLParser(**_OPTIONS))  # type: ignore[arg-type]
    except (etree.XMLSyntaxError, ValueError) as error:
        raise syntax_error(str(error), data, path, member) from error
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]
        raise UnreadableError("reading.dtd", path, name=member)
    return root


def syntax_error(reason: str, data: bytes, path: str, member: str) -> UnreadableError:
    """The error that says why a part could not be parsed."""
    if b"<!DOCTYPE" in data[:4096]:
        return UnreadableError("reading.dtd", path, name=member)
    if "depth" in reason.lower():
        return UnreadableError("reading.too_deep", path, name=member)
    return UnreadableError("reading.bad_xml", path, name=member)


def fragment(raw: bytes) -> etree._Element:
    """Element of a piece cut out of a part; etree.XMLSyntaxError when it is no well-formed piece.

    Prefixes that the piece uses and the root declared (w14, w15, ...) are no fault; their elements mean nothing here.
    """
    piece = _FRAGMENT_HEAD + raw + b"</x>"
    try:
        return etree.fromstring(piece, _FRAGMENT_PARSER)[0]
    except etree.XMLSyntaxError as error:
        lenient = etree.XMLParser(recover=True, **_OPTIONS)  # type: ignore[arg-type]
        root = etree.fromstring(piece, lenient)
        if root is None or not len(root) or any(e.domain_name != "NAMESPACE" for e in lenient.error_log):
            raise error
        return root[0]


def is_whole(raw: bytes) -> bool:
    """Whether a piece cut out of a part is well-formed by itself."""
    try:
        fragment(raw)
    except etree.XMLSyntaxError:
        return False
    return True


def on(element: etree._Element) -> bool:
    """Value of an on/off element: present without a value means on."""
    return element.get(VAL, "1") not in ("0", "false", "off")


def number(text: str | None) -> int | None:
    """Twips, half-points or plain numbers; strict files may write a length with a unit ("12pt"), which becomes
    twips."""
    if not text:
        return None
    try:
        return int(text)
    except ValueError:
        pass
    unit = _UNITS.get(text[-2:])
    try:
        return round(float(text[:-2]) * unit) if unit else round(float(text))
    except (ValueError, OverflowError):
        return None


_UNITS = {"pt": 20.0, "mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pc": 240.0, "pi": 240.0}
