"""Parts in an unusual spelling rewritten into the usual one: UTF-8, the prefixes that Word itself writes.

Purpose: let the reading pass compare plain names such as ``w:p`` and cut raw bytes out of a part. Word, LibreOffice
and the known libraries write the usual spelling, so nearly every part passes through untouched. Limits: a rewritten
part has no byte offsets into the file; it can be checked but not edited in place. Neighbour: ``ooxml.story``.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from vanban_lint.errors import UnreadableError
from vanban_lint.ooxml.xml import STRICT, URI_A, URI_R, URI_W, syntax_error

_MICROSOFT = "http://schemas.microsoft.com/office/word/2010/"
_OPEN_XML = "http://schemas.openxmlformats.org/"
USUAL = {
    "w": URI_W,
    "a": URI_A,
    "r": URI_R,
    "mc": _OPEN_XML + "markup-compatibility/2006",
    "wp": _OPEN_XML + "drawingml/2006/wordprocessingDrawing",
    "pic": _OPEN_XML + "drawingml/2006/picture",
    "c": _OPEN_XML + "drawingml/2006/chart",
    "dgm": _OPEN_XML + "drawingml/2006/diagram",
    "m": _OPEN_XML + "officeDocument/2006/math",
    "wps": _MICROSOFT + "wordprocessingShape",
    "wpg": _MICROSOFT + "wordprocessingGroup",
    "wpc": _MICROSOFT + "wordprocessingCanvas",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
#: Word 2007 wrote the compatibility vocabulary under another prefix; the reader knows both.
OLD_COMPATIBILITY = "ve"
_PREFIXES = {uri: prefix for prefix, uri in USUAL.items()}
_STRICT = {strict.decode(): usual.decode() for strict, usual in STRICT}
_DECLARATION = re.compile(rb"""xmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ENCODING = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']""")
_XML = "http://www.w3.org/XML/1998/namespace"


def is_usual(data: bytes) -> bool:
    """Whether a part can be read as it is."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<"):
        return False
    encoding = _ENCODING.match(data[:200].removeprefix(b"\xef\xbb\xbf"))
    if encoding is not None and encoding[1].lower() not in (b"utf-8", b"utf8", b"us-ascii"):
        return False
    for match in _DECLARATION.finditer(data):
        prefix = (match[1] or b"").decode()
        uri = (match[2] if match[2] is not None else match[3]).decode("utf-8", "replace")
        if prefix == OLD_COMPATIBILITY and uri == USUAL["mc"]:
            continue
        if USUAL.get(prefix, uri) != uri or _PREFIXES.get(uri, prefix) != prefix or uri in _STRICT:
            return False
    return True


def rewrite(data: bytes, path: str, member: str) -> bytes:
    """The part in the usual spelling. UnreadableError: reading.bad_xml, reading.dtd."""
    writer = _Writer(path, member)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.ordered_attributes = True
    parser.StartDoctypeDeclHandler = writer.doctype
    parser.StartNamespaceDeclHandler = writer.declare
    parser.StartElementHandler = writer.start
    parser.EndElementHandler = writer.end
    parser.CharacterDataHandler = writer.text
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise syntax_error(str(error), data, path, member) from error
    return writer.result()


class _Writer:
    def __init__(self, path: str, member: str) -> None:
        self._path, self._member = path, member
        self._pieces: list[str] = []
        self._others: dict[str, str] = {}
        self._local: dict[str, str] = {}
        self._root_at = -1

    def doctype(self, *_: object) -> None:
        raise UnreadableError("reading.dtd", self._path, name=self._member)

    def declare(self, prefix: str | None, uri: str | None) -> None:
        self._local[prefix or ""] = self._prefix(_STRICT.get(uri or "", uri or ""))

    def start(self, name: str, attributes: list[str]) -> None:
        pieces = self._pieces
        pieces.append("<" + self._name(name))
        if self._root_at < 0:
            self._root_at = len(pieces)
        for key, value in zip(attributes[::2], attributes[1::2], strict=True):
            if key == "Requires":
                value = " ".join(self._local.get(prefix, prefix) for prefix in value.split())
            pieces.append(f' {self._name(key)}="{_escape(value).replace(chr(34), "&quot;")}"')
        pieces.append(">")

    def end(self, name: str) -> None:
        self._pieces.append(f"</{self._name(name)}>")

    def text(self, text: str) -> None:
        self._pieces.append(_escape(text))

    def result(self) -> bytes:
        declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in USUAL.items())
        declared += "".join(f' xmlns:{prefix}="{_escape(uri)}"' for uri, prefix in self._others.items())
        self._pieces.insert(self._root_at, declared)
        return "".join(self._pieces).encode()

    def _name(self, name: str) -> str:
        uri, _, local = name.rpartition(" ")
        if not uri:
            return local
        prefix = self._prefix(_STRICT.get(uri, uri))
        return f"{prefix}:{local}"

    def _prefix(self, uri: str) -> str:
        if uri == _XML:
            return "xml"
        return _PREFIXES.get(uri) or self._others.setdefault(uri, f"ns{len(self._others)}")


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
