"""Pictures and Word files named in the data, set into the draft.

Purpose: from a path to the XML that a paragraph of the template gives way to. Limits: PNG, JPEG and .docx; paths are
those of the data's owner, relative to the data file. Neighbours: ``carry`` (how content moves), ``new``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup

from vanban_lint.errors import UserError
from vanban_lint.readers import read
from vanban_lint.template.carry import Carrier, Media, picture
from vanban_lint.template.load import Template
from vanban_lint.template.outline import FILES, RAW, Item

#: Width of the text in millimetres: no picture is shown wider.
TEXT_WIDTH = 165


def set_in(template: Template, values: Mapping[str, Any], media: Media, folder: Path) -> dict[str, Any]:
    """``values`` with the content of the files they name."""
    made = dict(values)
    for field in template.fields:
        value = made.get(field.name)
        if field.kind in FILES and value:
            made[field.name] = _content(field.kind, value, field.name, media, folder)
        elif field.kind == "noi_dung" and value:
            made[field.name] = tuple(_item(item, field.name, media, folder) for item in value)
    return made


def _item(item: Item, where: str, media: Media, folder: Path) -> Item:
    if item.kind not in FILES:
        return item
    return Item(RAW, "", raw=_content(item.kind, item.text, where, media, folder))


def _content(kind: str, name: str, where: str, media: Media, folder: Path) -> Markup:
    path = folder / name
    if not path.is_file():
        raise UserError("template.no_file", field=where, value=name)
    data = path.read_bytes()
    if kind == "tep":
        return Carrier(data, read(str(path), data), media).whole()
    shown = picture(data, media, TEXT_WIDTH)
    if shown is None:
        raise UserError("template.bad_picture", field=where, value=name)
    return shown
