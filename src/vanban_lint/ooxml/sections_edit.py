"""Page set-up changed: a property of the section that a paragraph stands in.

Purpose: find the ``w:sectPr`` that governs a paragraph and change it in place, tracked or plain. Limits: existing
sections only. Neighbours: ``ooxml.page_number``,
``ooxml.sections`` reads the same element, ``ooxml.properties_edit`` writes it.
"""

from __future__ import annotations

import re

from vanban_lint.model import Edit
from vanban_lint.ooxml.leaves import UneditableError
from vanban_lint.ooxml.nodes import Node, tree
from vanban_lint.ooxml.page_number import add_page_number
from vanban_lint.ooxml.properties_edit import foreign_change, section_changes
from vanban_lint.ooxml.rewriting import Rewriting

_SECTION = re.compile(rb"<w:sectPr[\s/>]")


def set_section(rewriting: Rewriting, edit: Edit) -> None:
    """Apply ``edit.properties`` (keys of ``Section``, twips). UneditableError: edit.section, edit.revision, ..."""
    properties = dict(edit.properties)
    numbered, size = properties.pop("add_page_number", None), properties.pop("page_number_size", None)
    body = rewriting.document.body
    if edit.anchor.part != body.name or body.paragraphs[0].byte_range[0] < 0:
        raise UneditableError("edit.section")
    index = body.paragraph(edit.anchor.paragraph).section
    nodes = _sections(rewriting.content(body.member))
    if index >= len(nodes):
        raise UneditableError("edit.section")
    node = nodes[index]
    if rewriting.tracking and foreign_change(node.raw):
        raise UneditableError("edit.revision")
    if numbered:
        add_page_number(rewriting, rewriting.document.sections[index], node, size)
    rewriting.change(body.member, node.start, node.end, "w:sectPr", section_changes(properties))


def _sections(data: bytes) -> list[Node]:
    """Section properties of the body in order, without those that a tracked change keeps."""
    found: list[Node] = []
    for match in _SECTION.finditer(data):
        if not found or match.start() >= found[-1].end:
            found.append(tree(data, match.start()))
    return found
