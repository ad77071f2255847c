"""Registers of the user: documents an agency knows, from the YAML or CSV files named by ``so_bo`` in the configuration.

Purpose: rows in the shape of rules/du-lieu/so-bo.yaml, and the families a file declares to hold wholly. Limits: reads
and refuses, judges nothing. A YAML file is a list of rows, or ``van_ban`` (rows) with ``day_du`` (families); a CSV file
has a line of column names. Keys: so, ngay (2025-01-31 or 31/01/2025), loai, co_quan, ten, het, thay; an unknown column
is one clear line, never passed over: a mistyped "ngay" would silence every row.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from vanban_lint.errors import ConfigError
from vanban_lint.ruleset.names import nearest

_TEXT = {"type": "string"}
_DAY = {"type": "string", "pattern": r"^(?:\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4})$"}
_ROW = {
    "type": "object",
    "properties": {
        "so": _TEXT,
        "ngay": _DAY,
        "loai": _TEXT,
        "co_quan": _TEXT,
        "ten": _TEXT,
        "het": _DAY,
        "thay": _TEXT,
    },
    "required": ("so", "ngay"),
    "additionalProperties": False,
}
_FAMILY = {
    "type": "object",
    "properties": {"ky_hieu": _TEXT, "tu": _DAY, "den": _DAY},
    "required": ("ky_hieu", "tu", "den"),
    "additionalProperties": False,
}
_ROWS = {"type": "array", "items": _ROW}
_FILE = {
    "type": "object",
    "properties": {"van_ban": _ROWS, "day_du": {"type": "array", "items": _FAMILY}},
    "required": ("van_ban",),
    "additionalProperties": False,
}
_DAYS = ("ngay", "het", "tu", "den")


def read_registers(paths: Iterable[Path]) -> dict[str, list[dict[str, str]]]:
    """``van_ban`` and ``day_du`` of all files together; ConfigError with file and line for the first mistake."""
    found: dict[str, list[dict[str, str]]] = {"van_ban": [], "day_du": []}
    for path in paths:
        read = _csv(path) if path.suffix.lower() == ".csv" else _yaml(path)
        for key, rows in read.items():
            found[key] += rows
    return found


def _yaml(path: Path) -> dict[str, list[dict[str, str]]]:
    from vanban_lint.ruleset.conform import problems
    from vanban_lint.ruleset.source import read_yaml

    source = read_yaml(path)
    data = source.data or []
    schema: Mapping[str, Any] = _FILE if isinstance(data, Mapping) else _ROWS
    for problem in problems(data, schema):
        raise source.error(problem.key, problem.keys, of_key=problem.of_key, **problem.params)
    parts = data if isinstance(data, Mapping) else {"van_ban": data}
    for key, rows in parts.items():
        for place, row in enumerate(rows):
            for name in _DAYS:
                if name in row and _day(row[name]) is None:
                    raise source.error("config.bad_day", (key, place, name) if parts is data else (place, name))
    return {key: [_dated(row) for row in rows] for key, rows in parts.items()}


def _csv(path: Path) -> dict[str, list[dict[str, str]]]:
    return {"van_ban": list(_lines(path))}


def _lines(path: Path) -> Iterator[dict[str, str]]:
    import csv

    from vanban_lint.ruleset.source import read_text

    text = read_text(path)
    head = text.partition("\n")[0]
    reader = csv.DictReader(text.splitlines(), delimiter=";" if head.count(";") > head.count(",") else ",")
    names = [name.strip() for name in reader.fieldnames or ()]
    reader.fieldnames = names
    _require_columns(path, names)
    for row in reader:
        if row.get(None) or None in row.values():
            raise ConfigError("config.csv_row", f"{path}:{reader.line_num}", columns=len(names))
        values = {name: value.strip() for name, value in row.items() if value.strip()}
        if not values:
            continue
        for name in ("so", "ngay"):
            if name not in values:
                raise ConfigError(
                    "schema.missing_key", f"{path}:{reader.line_num}", span=", ".join(values.values()), name=name
                )
        for name in _DAYS:
            if name in values and _day(values[name]) is None:
                raise ConfigError("config.bad_day", f"{path}:{reader.line_num}", span=values[name])
        yield _dated(values)


def _require_columns(path: Path, names: list[str]) -> None:
    """Columns that exist, and those that must."""
    known = list(_ROW["properties"])  # type: ignore[call-overload]
    for name in names:
        if name not in known:
            near = nearest(name, known)
            key = "schema.unknown_key.near" if near else "schema.unknown_key"
            raise ConfigError(key, f"{path}:1", span=name, name=name, near=near, known=", ".join(known))
    for name in ("so", "ngay"):
        if name not in names:
            raise ConfigError("schema.missing_key", f"{path}:1", span=", ".join(names), name=name)


def _dated(row: Mapping[str, str]) -> dict[str, str]:
    """The row with its days as 2025-01-31."""
    return {name: str(_day(value)) if name in _DAYS else value for name, value in row.items()}


def _day(text: str) -> dt.date | None:
    """The day of "2025-01-31" or "31/01/2025"; ``None`` when there is no such day."""
    parts = text.split("/")[::-1] if "/" in text else text.split("-")
    try:
        year, month, day = (int(part) for part in parts)
        return dt.date(year, month, day)
    except ValueError:
        return None
