"""A page number put into the header of a section.

Purpose: a centred PAGE field in the default header: in the empty one that is there, else in a new part that is
declared, linked and referred to. Limits: a header that holds text is left alone; a reference to a header cannot be a
tracked change (``w:sectPrChange`` keeps none), so a new header is only made by plain edits. Neighbours:
``ooxml.sections_edit`` calls, ``ooxml.rewriting`` writes.
"""

from __future__ import annotations

from vanban_lint.model import Section
from vanban_lint.ooxml.edit import Splice
from vanban_lint.ooxml.leaves import UneditableError
from vanban_lint.ooxml.nodes import Node, tree
from vanban_lint.ooxml.properties_edit import changed, paragraph_changes, run_changes
from vanban_lint.ooxml.rewriting import Rewriting
from vanban_lint.ooxml.xml import URI_R, URI_W

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_RUNS = (
    b'<w:fldChar w:fldCharType="begin"/>',
    b'<w:instrText xml:space="preserve"> PAGE </w:instrText>',
    b'<w:fldChar w:fldCharType="separate"/>',
    b"<w:t>2</w:t>",
    b'<w:fldChar w:fldCharType="end"/>',
)
_CENTRED = b'<w:pPr><w:jc w:val="center"/></w:pPr>'


def add_page_number(rewriting: Rewriting, section: Section, properties: Node, size_pt: float | None) -> None:
    """Put the field into the default header of ``section``, whose element is ``properties``.

    ``size_pt``: its size in points; ``None`` leaves it to the style. UneditableError: edit.page_number.
    """
    field = _field(size_pt)
    name = dict(section.parts).get("header:default")
    if name is not None:
        _fill(rewriting, rewriting.document.part(name).member, rewriting.document.part(name).name, field)
        return
    if rewriting.tracking:
        raise UneditableError("edit.page_number")
    member = rewriting.free_name("header")
    head = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:hdr xmlns:w="{URI_W}">'.encode()
    rewriting.put(member, head + b"<w:p>" + _CENTRED + field + b"</w:p></w:hdr>")
    identity = rewriting.relate("header", member, _TYPE)
    reference = f'<w:headerReference xmlns:r="{URI_R}" w:type="default" r:id="{identity}"/>'.encode()
    rewriting.refer(rewriting.document.body.member, properties, reference)


def _field(size_pt: float | None) -> bytes:
    form = b"" if size_pt is None else changed("w:rPr", b"", run_changes({"size_pt": size_pt}))
    return b"".join(b"<w:r>%b%b</w:r>" % (form, content) for content in _RUNS)


def _fill(rewriting: Rewriting, member: str, name: str, field: bytes) -> None:
    """The field into the first paragraph of a header without text."""
    part = rewriting.document.part(name)
    if any(paragraph.text.strip() for paragraph in part.paragraphs) or not part.paragraphs:
        raise UneditableError("edit.page_number")
    first = part.paragraphs[0]
    if first.byte_range[0] < 0:
        raise UneditableError("edit.page_number")
    root = tree(rewriting.content(member), *first.byte_range)
    if any(node.name != "w:pPr" for node in root.children):
        raise UneditableError("edit.page_number")
    tracking = rewriting.tracking
    if tracking:
        field = b"<w:ins %b>%b</w:ins>" % (tracking.mark(), field)
    old = root.children[0].raw if root.children else b""
    layout = changed("w:pPr", old, paragraph_changes({"align": "center"}), tracking.mark() if tracking else b"")
    rewriting.splice(member, Splice(root.start, root.end, root.open_tag + layout + field + b"</w:p>"))
