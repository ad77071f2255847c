"""Twenty-two Word files broken on purpose, each in one way, from one whole file: canaries for the validators.

Purpose: a validator that says nothing for ever would pass for good; the same run must see each of these rejected.
``BROKEN`` maps what is wrong to a function from the members of a package to bytes. Neighbours:
tests/ooxml/integrity.py, tests/ooxml/test_canaries.py.
"""

from __future__ import annotations

from collections.abc import Callable

from ooxml.wordml import pack

Members = dict[str, bytes]
MAIN, COMMENTS, TYPES, LINKS = (
    "word/document.xml",
    "word/comments.xml",
    "[Content_Types].xml",
    "word/_rels/document.xml.rels",
)


def _swap(member: str, old: bytes, new: bytes, count: int = 1) -> Callable[[Members], bytes]:
    def broken(files: Members) -> bytes:
        assert old in files[member], (member, old)
        return pack({**files, member: files[member].replace(old, new, count)})

    return broken


def _without(name: str) -> Callable[[Members], bytes]:
    return lambda files: pack({member: content for member, content in files.items() if member != name})


def _cut_short(files: Members) -> bytes:
    return pack(files)[:-200]


_TEXT = b'<w:t xml:space="preserve">Nguy'
_FIRST = b"<w:body><w:p>"
_EXTRA_TYPE = b'<Override PartName="/x.xml" ContentType="a/b"/></Types>'
_EXTRA_LINK = b'<Relationship Id="rIdVl1" Type="a" Target="document.xml"/></Relationships>'
_EXTRA_COMMENT = b'<w:comment w:id="2" w:author="b"><w:p/></w:comment></w:comments>'
_BOOKMARK = b'<w:bookmarkStart w:id="3" w:name="m"/><w:bookmarkEnd w:id="3"/>'

BROKEN: dict[str, Callable[[Members], bytes]] = {
    "the archive is cut short": _cut_short,
    "a part is not well-formed": _swap(MAIN, b"</w:body>", b"<w:body>"),
    "a linked part is missing": _without(COMMENTS),
    "a part is declared that is not there": _swap(
        TYPES, b"</Types>", b'<Override PartName="/x.xml" ContentType="a/b"/></Types>'
    ),
    "the comments part has no content type of its own": _swap(TYPES, b"comments+xml", b"xml"),
    "the comments part is not linked": _swap(LINKS, b'Target="comments.xml"', b'Target="document.xml"'),
    "two relationships share an id": _swap(
        LINKS, b"</Relationships>", b'<Relationship Id="rIdVl1" Type="a" Target="document.xml"/></Relationships>'
    ),
    "deleted text is ordinary text": _swap(MAIN, b"w:delText", b"w:t", 2),
    "deleted text outside a deletion": _swap(MAIN, _FIRST, _FIRST + b"<w:r><w:delText>a</w:delText></w:r>"),
    "a comment range is never closed": _swap(MAIN, b'<w:commentRangeEnd w:id="2"/>', b""),
    "a comment mark points nowhere": _swap(MAIN, b'<w:commentReference w:id="2"/>', b'<w:commentReference w:id="99"/>'),
    "a comment has no mark": _swap(MAIN, b'<w:r><w:commentReference w:id="2"/></w:r>', b""),
    "two comments share an id": _swap(
        COMMENTS, b"</w:comments>", b'<w:comment w:id="2" w:author="b"><w:p/></w:comment></w:comments>'
    ),
    "a revision has the id of a bookmark": _swap(
        MAIN, b"<w:body><w:p>", b'<w:body><w:p><w:bookmarkStart w:id="3" w:name="m"/><w:bookmarkEnd w:id="3"/>'
    ),
    "two revisions share an id": _swap(MAIN, b'<w:ins w:id="4"', b'<w:ins w:id="3"'),
    "an insertion inside a run": _swap(MAIN, _TEXT, b'<w:ins w:id="50" w:author="a"/>' + _TEXT),
    "a run inside a run": _swap(MAIN, _TEXT, b"<w:r/>" + _TEXT),
    "text directly in a paragraph": _swap(MAIN, b"<w:body><w:p>", b"<w:body><w:p><w:t>a</w:t>"),
    "a cell without a last paragraph": _swap(MAIN, b"<w:tc>", b"<w:tc><w:tcPr/></w:tc><w:tc>"),
    "blanks at an edge that are not kept": _swap(MAIN, _TEXT, b"<w:t> Nguy"),
    "properties out of order": _swap(MAIN, b"<w:b/><w:i/>", b"<w:i/><w:b/>"),
    "properties behind the text": _swap(MAIN, b"</w:t></w:r>", b"</w:t><w:rPr><w:b/></w:rPr></w:r>"),
}
