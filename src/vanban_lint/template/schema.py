"""Fields of a template and what may stand in them.

Purpose: make the data of a user right (dates, numbers, Unicode, marks typed out of habit), or refuse it with one line
that names the field. Limits: knows nothing of Word and nothing of rules. Neighbours: ``load`` reads the fields from
mau.yaml, ``outline`` knows the item tree, ``fill`` prints the values.

Kinds of fields: chu (text), ngay (date), so (number), lua_chon (enum), doan (body of plain paragraphs), noi_dung (item
tree), nguoi (person who signs), danh_sach (list), nhom (repeated group of fields), anh (picture), tep (Word file set
in).
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vanban_lint.errors import UserError
from vanban_lint.template import outline

Data = Mapping[str, Any]

KINDS = ("chu", "ngay", "so", "lua_chon", "doan", "noi_dung", "nguoi", "danh_sach", "nhom", "anh", "tep")
#: Characters that no XML file may hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_END_MARK = re.compile(r"\s*[;,]$")
_MARKER = re.compile(r"^-\s+")


@dataclass(frozen=True, slots=True)
class Field:
    """One field. ``marks`` are what is printed before, between and after the items of a list, by id of the convention
    ("" for all others); ``around`` what stands before and after a text; ``when`` names the field without which this
    is not asked.
    """

    name: str
    kind: str
    label: str
    required: bool = False
    default: Any = None
    help: str = ""
    example: Any = None
    pattern: str | None = None
    choices: tuple[str, ...] = ()
    when: str | None = None
    upper: bool = False
    config: str | None = None
    derived: str | None = None
    fields: tuple[Field, ...] = ()
    marks: Mapping[str, tuple[str, str, str]] | None = None
    around: tuple[str, str] = ("", "")
    closing: str = ""
    numbering: str = ""
    levels: tuple[str, ...] = ()
    typed: bool = False


def complete(fields: Sequence[Field], data: Data, where: str = "") -> dict[str, Any]:
    """Right values for all ``fields``; absent ones are ``None`` or empty. UserError names the first field at fault."""
    known = {field.name: field for field in fields}
    for name in data:
        if name not in known:
            raise _unknown(name, known, where)
    values = {field.name: _value(field, data.get(field.name), where + field.name) for field in fields}
    for field in fields:
        if field.required and is_blank(values[field.name]) and not (field.when and is_blank(values[field.when])):
            raise UserError("template.required", field=where + field.name, label=field.label)
    return values


def is_blank(value: Any) -> bool:
    """Nothing was given: zero is a value."""
    return value is None or value == "" or value == () or value == [] or value == {}


def _unknown(name: object, known: Mapping[str, Field], where: str) -> UserError:
    from difflib import get_close_matches

    near = "".join(get_close_matches(str(name), list(known), n=1))
    return UserError(
        "template.unknown_field.near" if near else "template.unknown_field", field=f"{where}{name}", near=near
    )


def _value(field: Field, value: Any, where: str) -> Any:
    if is_blank(value):
        value = field.default
    return _READERS[field.kind](field, value, where)


def text(value: Any, where: str) -> str:
    """NFC text of a scalar, lines kept, blanks at the ends gone; UserError for what is no text."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise UserError("template.want_text", field=where)
    composed = unicodedata.normalize("NFC", str(value)).replace("\r\n", "\n").replace("\r", "\n")
    if found := _FORBIDDEN.search(composed):
        raise UserError("template.bad_character", field=where, character=f"U+{ord(found[0]):04X}")
    return composed.strip()


def _chu(field: Field, value: Any, where: str) -> str:
    if value is None:
        return ""
    said = text(value, where)
    if field.upper:
        said = said.upper()
    if said and field.pattern and not re.fullmatch(field.pattern, said):
        raise UserError("template.bad_form", field=where, value=said, help=field.help or field.label)
    return said


def _so(field: Field, value: Any, where: str) -> int | None:
    if value is None:
        return None
    said = text(value, where)
    if not re.fullmatch(r"\d{1,9}", said):
        raise UserError("template.want_number", field=where, value=said)
    return int(said)


def _ngay(field: Field, value: Any, where: str) -> dt.date | str | None:
    """A day; "?/7/2023" leaves room for a day that is not known yet."""
    if value is None or (isinstance(value, dt.date) and not isinstance(value, dt.datetime)):
        return value
    if isinstance(value, dt.datetime):
        return value.date()
    said = text(value, where)
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "ngày %d tháng %m năm %Y"):
        try:
            return dt.datetime.strptime(said, form).date()
        except ValueError:
            continue
    if re.fullmatch(r"\?/(?:\?|[1-9]|1[0-2])/\d{4}", said):
        return said
    raise UserError("template.want_date", field=where, value=said)


def _lua_chon(field: Field, value: Any, where: str) -> str:
    if value is None:
        return ""
    said = text(value, where)
    if said not in field.choices:
        raise UserError("template.want_choice", field=where, value=said, choices=", ".join(field.choices))
    return said


def _items(value: Any, where: str) -> list[Any]:
    """A list as it is; of a text, its lines."""
    if value is None:
        return []
    if isinstance(value, str):
        return [line for line in value.splitlines() if line.strip()]
    if isinstance(value, Mapping) or not isinstance(value, Sequence):
        raise UserError("template.want_list", field=where)
    return list(value)


def bare(item: str) -> str:
    """An item of a list without the dash and the mark at its end, which the template sets."""
    item = _END_MARK.sub("", _MARKER.sub("", item))
    return item[:-1] if item.endswith(".") and not item.endswith(("...", "v.v.", "v.v..")) else item


def _danh_sach(field: Field, value: Any, where: str) -> tuple[str, ...]:
    items = (bare(text(item, f"{where}[{i}]")) for i, item in enumerate(_items(value, where), 1))
    return tuple(item for item in items if item)


def _doan(field: Field, value: Any, where: str) -> tuple[str, ...]:
    items = (text(item, f"{where}[{i}]") for i, item in enumerate(_items(value, where), 1))
    return tuple(item for item in items if item)


def _noi_dung(field: Field, value: Any, where: str) -> tuple[outline.Item, ...]:
    items = outline.read([] if value is None else value, where, text, field.levels)
    return outline.without_closing(items, field.closing)


def _nguoi(field: Field, value: Any, where: str) -> dict[str, Any]:
    """``quyen_han`` (lines in capitals), ``chuc_vu`` (in capitals) and ``ho_ten``; a text alone is the name."""
    if value is None:
        return {}
    given = value if isinstance(value, Mapping) else {"ho_ten": value}
    for name in given:
        if name not in ("quyen_han", "chuc_vu", "ho_ten"):
            raise UserError("template.unknown_field", field=f"{where}.{name}", near="")
    lines = (text(line, f"{where}.quyen_han").upper() for line in _items(given.get("quyen_han"), f"{where}.quyen_han"))
    post = text(given.get("chuc_vu") or "", f"{where}.chuc_vu").upper()
    name = text(given.get("ho_ten") or "", f"{where}.ho_ten")
    return {"quyen_han": tuple(line for line in lines if line), "chuc_vu": post, "ho_ten": name}


def _nhom(field: Field, value: Any, where: str) -> tuple[dict[str, Any], ...]:
    groups = _items(value, where)
    for i, group in enumerate(groups, 1):
        if not isinstance(group, Mapping):
            raise UserError("template.want_group", field=f"{where}[{i}]", names=", ".join(f.name for f in field.fields))
    return tuple(complete(field.fields, group, f"{where}[{i}].") for i, group in enumerate(groups, 1))


_READERS: Mapping[str, Callable[[Field, Any, str], Any]] = {
    "chu": _chu,
    "ngay": _ngay,
    "so": _so,
    "lua_chon": _lua_chon,
    "doan": _doan,
    "noi_dung": _noi_dung,
    "nguoi": _nguoi,
    "danh_sach": _danh_sach,
    "nhom": _nhom,
    "anh": _chu,
    "tep": _chu,
}


def plain(values: Data) -> dict[str, Any]:
    """Values as plain data for YAML, without blank ones: what ``extract`` shows and ``complete`` takes back."""
    return {name: _plain(value) for name, value in values.items() if not is_blank(value)}


def _plain(value: Any) -> Any:
    if isinstance(value, outline.Item):
        return value.plain()
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return plain(value) if isinstance(value, Mapping) else value
