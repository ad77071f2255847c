"""Documents of plain paragraphs with their sentence streams, and what the kind ``spelling`` says of them."""

import datetime as dt

from vanban_lint.checks import kind
from vanban_lint.checks.base import Context
from vanban_lint.model import Block, Document, Flow, FlowPiece, Judged, Paragraph, Part, Structure, Zone
from vanban_lint.model.rule import Rule
from vanban_lint.ruleset import bundled

SLIP = "Các cơ quan đẩy nhanh tiền độ giải ngân vốn đầu tư công."


def context(*texts, block=None, joined=False, words=()):
    paragraphs = tuple(Paragraph("body", number, text) for number, text in enumerate(texts, 1))
    flows = [Flow(paragraph.text, (FlowPiece(0, paragraph.anchor()),)) for paragraph in paragraphs]
    if joined:
        first, second = paragraphs
        pieces = FlowPiece(0, first.anchor()), FlowPiece(len(first.text) + 1, second.anchor())
        flows = [Flow(f"{first.text} {second.text}", pieces)]
    blocks = [Block(block, (paragraph.anchor(),), paragraph.text) for paragraph in paragraphs] if block else ()
    day = dt.date(2026, 9, 8)
    structure = Structure(
        Judged("dang", 1.0),
        Judged(None, 0.0),
        Judged(day, 1.0),
        True,
        Judged(None, 0.0),
        blocks=tuple(blocks),
        flows=tuple(flows),
        zones=(Zone("noi_dung", 1, len(texts)),),
    )
    document = Document("a.txt", "txt", (Part("body", "body", paragraphs),))
    return Context(document, structure, bundled().tables, day, ("chung",), day, words)


def hits(loai, found, **tham_so):
    rule = Rule(
        "CT999", "a", "spelling", ("van_ban",), {"chung": ""}, (), "loi", "chac_chan", "", "",
        tham_so={"loai": loai, **tham_so}, sua="unsafe",
    )  # fmt: skip
    return list(kind("spelling").check(rule, found))
