"""A style changed: for a whole document that inherits a wrong value.

Purpose: change ``w:rPr`` and ``w:pPr`` of one style in the styles part. Limits: plain edits only; Word cannot show a
tracked change of a style, and an unmarked one would be a change that nobody sees. Neighbours: ``ooxml.styles`` reads,
``ooxml.properties_edit`` writes.
"""

from __future__ import annotations

from typing import Any

from vanban_lint.model import Edit, ParagraphFormat, RunFormat
from vanban_lint.ooxml.leaves import UneditableError
from vanban_lint.ooxml.nodes import Node, tree
from vanban_lint.ooxml.properties_edit import paragraph_changes, run_changes
from vanban_lint.ooxml.rewriting import Rewriting

_BEFORE_PROPERTIES = frozenset(
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal "
    "personalCompose personalReply rsid".split()
)


def set_style(rewriting: Rewriting, edit: Edit) -> None:
    """Apply ``edit.properties`` to the style they name. UneditableError: edit.style, edit.style_tracked."""
    if rewriting.tracking:
        raise UneditableError("edit.style_tracked")
    member = rewriting.package.related(rewriting.package.main, "styles")
    properties: dict[str, Any] = dict(edit.properties)
    name = properties.pop("style", None)
    data = b"" if member is None else rewriting.content(member)
    style = next((n for n in tree(data).children if n.get("w:styleId") == name), None) if member else None
    if style is None or member is None:
        raise UneditableError("edit.style")
    run = {key: value for key, value in properties.items() if key in RunFormat._fields}
    paragraph = {key: value for key, value in properties.items() if key in ParagraphFormat._fields}
    for kind, changes in (("w:pPr", paragraph_changes(paragraph)), ("w:rPr", run_changes(run))):
        if changes:
            rewriting.change(member, *_place(style, kind), kind, changes)


def _place(style: Node, kind: str) -> tuple[int, int]:
    """Byte range of the property element of a style, empty where it belongs when there is none."""
    node = style.child(kind)
    if node is not None:
        return node.start, node.end
    earlier = [n for n in style.children if n.name[2:] in _BEFORE_PROPERTIES or (kind == "w:rPr" and n.name == "w:pPr")]
    at = earlier[-1].end if earlier else style.open_end
    return at, at
