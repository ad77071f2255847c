"""A draft laid out anew: read into the fields of its template, then written from it.

Purpose: the right form with the drafter's own words; tables and pictures of the text go over whole; what no field
holds stays in its place and is told. Limits: words change only where the layout itself sets them (number line, date,
marks of lists, "./."), and every such change is in ``changes``. Neighbours: ``extract``, ``new``, ``carry``.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from vanban_lint.errors import UserError
from vanban_lint.model import Document, Structure
from vanban_lint.readers import read
from vanban_lint.ruleset import load_tables
from vanban_lint.structure import analyse
from vanban_lint.template.carry import Carrier, Media
from vanban_lint.template.extract import Extracted, extract, right
from vanban_lint.template.load import Template, find_all, load
from vanban_lint.template.new import Maker
from vanban_lint.template.outline import RAW, Item

_WORD = re.compile(r"\S+")


class Reformatted(NamedTuple):
    """``data`` is the new file; ``changes`` the pairs of texts (old, new) in which the two differ."""

    data: bytes
    extracted: Extracted
    changes: tuple[tuple[str, str], ...]
    lost: tuple[str, ...]


def reformat(data: bytes, path: str, maker: Maker) -> Reformatted:
    """Lay the document in ``data`` out by the template of ``maker``."""
    document = read(path, data)
    structure = understood(document, maker.today)
    media = Media()
    carrier = Carrier(data, document, media)
    found = extract(document, structure, maker.template, maker.compiled, carrier.graphics(), maker.today)
    values = _placed(right(maker.template, found), found, carrier)
    values["them"] = media.members(maker.compiled.archive)
    made = maker.print(values)
    return Reformatted(
        made, found, tuple(changes(words(document), words(read(path, made)))), tuple(sorted(carrier.lost))
    )


def understood(document: Document, today: dt.date) -> Structure:
    """What the document is."""
    return analyse(document, load_tables(), today=today)


def template_for(structure: Structure, folders: Sequence[Any] = ()) -> Template:
    """The bundled template of the document's regime and type. UserError when there is none."""
    regime, kind = structure.regime.value, structure.ten_loai.value
    attached = any(zone.name == "kem_theo" for zone in structure.zones)
    fitting = [
        template
        for template in (load(name, folders) for name in find_all(folders))
        if (template.regime, template.kind) == (regime, kind)
    ]
    if not fitting:
        raise UserError("template.no_template_for", regime=regime, kind=kind)
    return next((t for t in fitting if (t.field("noi_dung_kem_theo") is not None) == attached), fitting[0])


def _placed(values: Mapping[str, Any], found: Extracted, carrier: Carrier) -> dict[str, Any]:
    """Values with kept text in its place and raw parts in XML."""
    placed = {name: _raw(value, carrier) for name, value in values.items()}
    before = _raw(tuple(found.before), carrier)
    if "noi_dung" in placed:
        placed["noi_dung"] = (*before, *placed["noi_dung"])
        before = ()
    return placed | {"phan_sau": (*before, *_raw(tuple(found.after), carrier))}


def _raw(value: Any, carrier: Carrier) -> Any:
    """A value with the XML of the tables and pictures in it, at any depth."""
    if isinstance(value, Item):
        return value._replace(raw=carrier.fragment(value.raw)) if value.kind == RAW else value
    if isinstance(value, tuple):
        return tuple(_raw(item, carrier) for item in value)
    return {name: _raw(inner, carrier) for name, inner in value.items()} if isinstance(value, dict) else value


def words(document: Document) -> list[str]:
    """Visible words of the body with automatic numbers, in reading order."""
    return [
        word
        for paragraph in document.body.paragraphs
        for word in _WORD.findall(f"{paragraph.label.text if paragraph.label else ''} {paragraph.text}")
    ]


def changes(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, str]]:
    """Pairs of differing stretches, moved ones told as gone and come; equal words never appear."""
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    return [(" ".join(old[a:b]), " ".join(new[c:d])) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]
