"""A document made of named blocks, one paragraph each, and what a check kind says of it."""

from __future__ import annotations

import datetime as dt

from vanban_lint.checks import kind
from vanban_lint.checks.base import Context
from vanban_lint.model import Block, Document, Hit, Judged, Paragraph, Part, Structure, Zone
from vanban_lint.model.rule import Rule
from vanban_lint.ruleset import bundled


def context(blocks, regime="dang", ten_loai=None, day=dt.date(2026, 9, 8), spans=(), date_known=True):
    """``blocks``: pairs of name and text; a block named "doan" is plain text of the body."""
    paragraphs = tuple(
        Paragraph("body", ordinal, text, spans=tuple(spans)) for ordinal, (_, text) in enumerate(blocks, 1)
    )
    found = tuple(
        Block(name, (paragraph.anchor(),), paragraph.text)
        for (name, _), paragraph in zip(blocks, paragraphs, strict=True)
        if name != "doan"
    )
    document = Document("a.txt", "txt", (Part("body", "body", paragraphs),))
    structure = Structure(
        Judged(regime, 1.0),
        Judged(ten_loai, 1.0),
        Judged(day, 1.0),
        date_known,
        Judged(None, 0.0),
        blocks=found,
        zones=(Zone("noi_dung", 1, len(paragraphs)),),
    )
    return Context(document, structure, bundled().tables, day, (), dt.date(2026, 11, 24))


def hits(check, o, tham_so, found: Context, sua=None) -> list[Hit]:
    rule = Rule("TT101", "a", check, tuple(o), {"chung": ""}, (), "loi", "co_the", "", "", tham_so=tham_so, sua=sua)
    return list(kind(check).check(rule, found))


def texts(check, o, tham_so, found: Context) -> list[str]:
    return [found.document.text(hit.anchor) for hit in hits(check, o, tham_so, found)]
