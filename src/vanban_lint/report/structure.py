"""What was understood of a document, for ``inspect``: as text for a reader, as plain data for JSON.

Purpose: let anybody see why a rule spoke or stayed silent. Limits: shows the structure, judges nothing. Neighbours:
``model.structure`` (what the values mean), ``report.abbreviations``, ``report.place``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from vanban_lint import __version__
from vanban_lint.catalogue import say
from vanban_lint.citation.parse import Citation
from vanban_lint.model import Anchor, Block, Document, Flow, Judged, OutlineNode, Signature, Structure
from vanban_lint.report.abbreviations import Abbreviation
from vanban_lint.report.excerpt import shortened, visible
from vanban_lint.report.names import day, regime_name, type_name
from vanban_lint.report.place import block_name, location, spot, unread
from vanban_lint.report.style import Style, wrapped
from vanban_lint.structure.place import place

SCHEMA = 1
_RECIPIENTS = ("kinh_gui_muc", "noi_nhan_muc", "luu")


def data(
    document: Document,
    structure: Structure,
    lang: str,
    citations: Sequence[tuple[Flow, Citation]] = (),
    abbreviations: Sequence[Abbreviation] = (),
) -> dict[str, Any]:
    """The object that ``inspect --format json`` prints (docs/json.md)."""
    return {
        "schema": SCHEMA,
        "version": __version__,
        "path": document.path,
        "format": document.format,
        "regime": _judged(structure.regime),
        "ten_loai": _judged(structure.ten_loai),
        "date": _judged(structure.date) | {"known": structure.date_known},
        "cap": _judged(structure.cap),
        "is_template": structure.is_template,
        "zones": [zone._asdict() for zone in structure.zones],
        "blocks": [_block(document, block) for block in structure.blocks],
        "outline": [_node(document, node) for node in structure.outline],
        "recipients": [_recipient(block) for block in structure.all(*_RECIPIENTS)],
        "signatures": [_signature(signature) for signature in structure.signatures],
        "citations": [_citation(document, flow, citation) for flow, citation in citations],
        "abbreviations": [_abbreviation(document, found) for found in abbreviations],
        "cut_paragraphs": [_cut(document, flow) for flow in structure.flows if flow.cut],
        "unread": [
            {"key": item.key, "place": item.place, "message": unread(document, item, lang)} for item in document.unread
        ],
    }


def _judged(judged: Judged[Any]) -> dict[str, Any]:
    return {"value": _plain(judged.value), "confidence": judged.confidence, "evidence": list(judged.evidence)}


def _plain(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value


def _block(document: Document, block: Block) -> dict[str, Any]:
    return {
        "name": block.name,
        "text": block.text,
        "values": _plain(block.values),
        "evidence": block.evidence,
        "confidence": block.confidence,
        "group": block.group,
        "locations": [location(document, anchor) for anchor in block.anchors],
    }


def _node(document: Document, node: OutlineNode) -> dict[str, Any]:
    return {
        "kind": node.kind,
        "style": node.style,
        "number": node.number,
        "number_text": node.number_text,
        "title": node.title,
        "label": node.label,
        "automatic": node.automatic,
        "inline": node.inline,
        "location": location(document, node.anchor),
        "children": [_node(document, child) for child in node.children],
    }


def _recipient(block: Block) -> dict[str, Any]:
    return {"name": block.name, "text": block.text, "values": _plain(block.values)}


def _signature(signature: Signature) -> dict[str, Any]:
    return {
        "group": signature.group,
        "quyen_han_ky": [block.text for block in signature.quyen_han_ky],
        "chuc_vu": [block.text for block in signature.chuc_vu],
        "ho_ten": signature.ho_ten and signature.ho_ten.text,
    }


def _cut(document: Document, flow: Flow) -> dict[str, Any]:
    return {"text": flow.text, "locations": [location(document, piece.anchor) for piece in flow.pieces]}


def _citation(document: Document, flow: Flow, citation: Citation) -> dict[str, Any]:
    so, end = citation.so, max(citation.end, citation.code_end)
    return {
        "text": flow.text[citation.start : end],
        "ten_loai": citation.ten_loai,
        "ky_hieu": citation.ky_hieu,
        "form": so.dang if so else "ten",
        "ngay": citation.date and citation.date.isoformat(),
        "nam": citation.nam,
        "co_quan_ban_hanh": citation.co_quan_ban_hanh,
        "trich_yeu": citation.trich_yeu,
        "locations": [location(document, anchor) for anchor in flow.anchors(citation.start, end)],
    }


def _abbreviation(document: Document, found: Abbreviation) -> dict[str, Any]:
    return {
        "text": found.text,
        "day_du": found.full or None,
        "lan": found.times,
        "definition": location(document, found.defined) if found.defined else None,
        "first": location(document, found.first),
    }


def text(
    document: Document,
    structure: Structure,
    style: Style,
    citations: Sequence[tuple[Flow, Citation]] = (),
    abbreviations: Sequence[Abbreviation] = (),
) -> str:
    """The same for a reader: facts, parts by zone, outline, citations, abbreviations, cut paragraphs."""
    lang = style.lang
    lines = [style.paint("bold", visible(document.path)), *_facts(structure, style)]
    lines += ["", style.paint("bold", say("inspect.blocks", lang)), *_blocks(structure, style)]
    if structure.outline:
        lines += ["", style.paint("bold", say("inspect.outline", lang))]
        for node in structure.outline:
            lines += _branch(node, style, 1)
    if citations:
        lines += ["", style.paint("bold", say("inspect.citations", lang))]
        lines += [f"  {_cited(document, flow, citation, style)}" for flow, citation in citations]
    if abbreviations:
        lines += ["", style.paint("bold", say("inspect.abbreviations", lang))]
        lines += [f"  {_shown(found, structure, document, lang)}" for found in abbreviations]
    cuts = [flow for flow in structure.flows if flow.cut]
    if cuts:
        lines += ["", style.paint("bold", say("inspect.cuts", lang))]
        lines += [f"  {' ⏎ '.join(_ends(document, piece.anchor) for piece in flow.pieces)}" for flow in cuts]
    if document.unread:
        lines += ["", style.paint("canh_bao", say("report.unread", lang))]
        lines += ["  - " + visible(unread(document, item, lang)) for item in document.unread]
    return "\n".join(lines) + "\n"


def _facts(structure: Structure, style: Style) -> Iterator[str]:
    lang = style.lang
    date = structure.date.value
    shown = day(date) if date else say("inspect.no_date", lang)
    if date and not structure.date_known:
        shown += f" ({say('inspect.date_derived', lang)})"
    rows: list[tuple[str, str, Judged[Any]]] = [
        ("inspect.regime", regime_name(structure.regime.value, lang), structure.regime),
        ("inspect.type", type_name(structure.ten_loai.value, lang), structure.ten_loai),
        ("inspect.date", shown, structure.date),
        ("inspect.level", say(f"level.{structure.cap.value}", lang), structure.cap),
    ]
    for key, value, judged in rows:
        clues = visible("; ".join(judged.evidence))
        yield f"  {say(key, lang):<10} {style.paint('bold', value)}  {judged.confidence:.0%}"
        yield from wrapped(clues, style, "dim", " " * 13)
    if structure.is_template:
        yield "  " + say("inspect.template", lang)


def _blocks(structure: Structure, style: Style) -> Iterator[str]:
    for block in structure.blocks:
        name = block_name(block.name, style.lang)
        shown = " / ".join(visible(line.strip()) for line in block.text.split("\n"))
        yield f"  {name:<24} {shortened(shown, style.columns - 27)}"
        values = ", ".join(f"{key}={value}" for key, value in block.values.items() if value not in (None, "", False))
        if values:
            yield " " * 27 + style.paint("dim", shortened(visible(values), style.columns - 27))


def _branch(node: OutlineNode, style: Style, depth: int) -> Iterator[str]:
    indent = "  " * depth
    shown = f"{node.number_text} {visible(node.title)}".strip()
    yield (
        indent
        + shortened(shown, style.columns - len(indent))
        + (style.paint("dim", f"  [{say('inspect.automatic', style.lang)}]") if node.automatic else "")
    )
    for child in node.children:
        yield from _branch(child, style, depth + 1)


def _cited(document: Document, flow: Flow, citation: Citation, style: Style) -> str:
    """One line: what is cited, as it should be written, and where."""
    known = (citation.ten_loai, citation.ky_hieu) if citation.so else (citation.ky_hieu, str(citation.nam))
    parts = [" ".join(part for part in known if part)]
    parts += [day(citation.date)] if citation.date else []
    parts += [citation.co_quan_ban_hanh] if citation.co_quan_ban_hanh else []
    place = spot(document, flow.anchors(citation.start, citation.code_end)[0], style.lang)
    return f"{shortened(visible('; '.join(parts)), style.columns - 5 - len(place))} ({place})"


def _shown(found: Abbreviation, structure: Structure, document: Document, lang: str) -> str:
    """ "TTHC ×5  thủ tục hành chính (Mục 2)"; the place is where it is introduced."""
    known = f"{visible(found.full)} " if found.full else ""
    where = place(structure, document, found.defined, lang) if found.defined else say("inspect.not_introduced", lang)
    return f"{visible(found.text)} ×{found.times}  {known}({where})"


def _ends(document: Document, anchor: Anchor) -> str:
    shown = visible(document.text(anchor))
    return shown if len(shown) < 60 else f"{shown[:25]} … {shown[-30:]}"
