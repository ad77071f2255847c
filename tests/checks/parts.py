"""Documents made of named lines, for tests of kinds that look at parts: no reader, no recognition."""

from __future__ import annotations

import datetime as dt

from vanban_lint.checks import kind
from vanban_lint.checks.base import Context
from vanban_lint.model import Block, Document, Judged, Label, OutlineNode, Paragraph, Part, Signature, Structure, Zone
from vanban_lint.model.rule import Rule

SIGNATURE = ("quyen_han_ky", "chuc_vu", "ho_ten")


def rule(check, o, **tham_so):
    return Rule("TT999", "ten", check, tuple(o), {"chung": ""}, (), "loi", "chac_chan", "", "", tham_so)


def context(lines, tables=None, zones=None, dashes=()):
    """``lines`` are (block name, text) or (block name, text, group); text may run over lines ("a\\nb").

    A name "doan" is running text, "dieu" opens an article. ``dashes``: paragraphs with an automatic dash.
    """
    paragraphs, blocks, nodes = [], [], []
    for name, text, *group in lines:
        anchors = []
        for part in text.split("\n"):
            number = len(paragraphs) + 1
            label = Label("-", "1", 0, 1, "bullet") if number in dashes else None
            paragraphs.append(Paragraph("body", number, part, label=label))
            anchors.append(paragraphs[-1].anchor())
        if name == "dieu":
            value = int(text.split()[1].rstrip("."))
            nodes.append(OutlineNode("dieu", "Điều 1.", value, str(value), anchors[0], anchors[0], "", f"Điều {value}"))
        elif name != "doan":
            blocks.append(Block(name, tuple(anchors), text, group=group[0] if group else 0))
    groups = sorted({block.group for block in blocks if block.name in SIGNATURE})
    document = Document("a.txt", "txt", (Part("body", "body", tuple(paragraphs)),))
    none = Judged(None, 0.0)
    structure = Structure(
        Judged("hanh-chinh", 1.0),
        none,
        none,
        False,
        none,
        blocks=tuple(blocks),
        outline=tuple(nodes),
        zones=tuple(zones or [Zone("noi_dung", 1, len(paragraphs))]),
        signatures=tuple(_signature(blocks, group) for group in groups),
    )
    return Context(document, structure, tables or {}, dt.date(2026, 1, 1), ("chung",))


def _signature(blocks, group):
    own = [block for block in blocks if block.group == group and block.name in SIGNATURE]
    named = {name: tuple(block for block in own if block.name == name) for name in SIGNATURE}
    return Signature(group, named["quyen_han_ky"], named["chuc_vu"], next(iter(named["ho_ten"]), None))


def hits(checked, ctx):
    return list(kind(checked.check).check(checked, ctx))


def places(checked, ctx):
    """(paragraph, start, end) of every hit."""
    return [tuple(hit.anchor[1:]) for hit in hits(checked, ctx)]
