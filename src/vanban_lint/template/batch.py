"""One draft for each row of a table.

Purpose: rows from .csv, .xlsx or .jsonl to files named by a pattern, with a report for each row; a bad row is told and
the next one goes on. Limits: a list in a cell is one item a line, the text of a document is a Markdown outline,
"nguoi_ky.ho_ten" names a value in a group. Neighbours: ``new.Maker`` (compiled once), ``cli.new``.
"""

from __future__ import annotations

import csv
import json
import re
import string
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from vanban_lint.catalogue import say
from vanban_lint.config import Settings
from vanban_lint.errors import ConfigError, UserError
from vanban_lint.template.data import parse_json, with_set
from vanban_lint.template.new import Maker, judge
from vanban_lint.template.schema import Data, is_blank

REPORT = "bao-cao.csv"
ROW = "dong"
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
#: A file name longer than this many bytes is refused by common file systems (255); room is left for the suffix.
_LONGEST = 200
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")


class Row(NamedTuple):
    """What became of a row: the file, or the problem. ``number`` counts data rows from 1."""

    number: int
    file: str | None
    problem: UserError | None
    findings: tuple[str, ...] = ()


@dataclass(slots=True)
class Batch:
    """A run. ``given`` holds for all rows and yields to them; ``settings`` to lint each file by, or ``None``."""

    maker: Maker
    folder: Path
    pattern: str | None
    given: Data
    settings: Settings | None
    force: bool = False
    good: int = 0
    bad: int = 0
    found: int = 0
    _rows: list[Row] = field(default_factory=list)
    _names: dict[str, int] = field(default_factory=dict)

    def run(self, rows: Sequence[Data]) -> Iterator[Row]:
        """Write a file for each row.

        ConfigError only for what is wrong with all of them: the pattern, the folder, the template.
        """
        pattern = self.pattern or f"{{{ROW}:03d}}"
        require_pattern(pattern, {item.name for item in self.maker.template.fields})
        if not rows:
            raise ConfigError("batch.empty")
        _ = self.maker.compiled
        self.folder.mkdir(parents=True, exist_ok=True)
        for number, cells in enumerate(rows, 1):
            row = self._one(number, cells, pattern)
            self.good += row.problem is None
            self.bad += row.problem is not None
            self.found += bool(row.findings)
            self._rows.append(row)
            yield row

    def _one(self, number: int, cells: Data, pattern: str) -> Row:
        try:
            values = self.maker.values({**self.given, **cells})
            name = file_name(pattern, {**values, ROW: number})
            if name.casefold() in self._names:
                raise UserError("batch.same_name", name=name, other=self._names[name.casefold()])
            self._names[name.casefold()] = number
            target = self.folder / name
            if target.exists() and not self.force:
                raise UserError("cli.output_exists", str(target))
            made = self.maker.print(values)
            target.write_bytes(made)
            return Row(number, name, None, self._judged(made, target))
        except UserError as error:
            return Row(number, None, error)
        except OSError as error:
            return Row(number, None, UserError("cli.output_failed", reason=error.strerror or str(error)))

    def _judged(self, made: bytes, target: Path) -> tuple[str, ...]:
        if self.settings is None:
            return ()
        return tuple(f"{f.rule}: {f.message}" for f in judge(made, str(target), self.settings).findings)

    def write_report(self, lang: str) -> Path:
        """One line a row in the folder of the batch: number, file, problem, findings."""
        target = self.folder / REPORT
        with target.open("w", encoding="utf-8-sig", newline="") as file:
            table = csv.writer(file)
            table.writerow(("dong", "tep", "loi", "can_xem_lai"))
            for row in self._rows:
                problem = say(row.problem.key, lang, **row.problem.params) if row.problem else ""
                table.writerow((row.number, row.file or "", problem, "\n".join(row.findings)))
        return target


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Data rows of a table, blank cells and blank rows left out. ConfigError when it can't be read."""
    readers = {".csv": _csv, ".xlsx": _xlsx, ".jsonl": _jsonl, ".ndjson": _jsonl}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise ConfigError("batch.kind", str(path))
    if not path.is_file():
        raise ConfigError("file.missing", str(path))
    try:
        return [row for row in reader(path) if row]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ConfigError("template.bad_data", str(path), reason=str(error)) from None


def _csv(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        head = file.readline()
        file.seek(0)
        separator = max(",;\t", key=head.count)
        for cells in csv.DictReader(file, delimiter=separator):
            yield _row({name: cell for name, cell in cells.items() if isinstance(name, str) and isinstance(cell, str)})


def _jsonl(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8-sig") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                found = parse_json(line, f"{path}:{number}")
                if not isinstance(found, Mapping):
                    raise ConfigError("template.bad_data", f"{path}:{number}", reason=json.dumps(found)[:40])
                yield _row(found)


def _xlsx(path: Path) -> Iterator[dict[str, Any]]:
    from zipfile import BadZipFile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise ConfigError("batch.no_sheet", str(path), reason=str(error)) from None
    rows = book.worksheets[0].iter_rows(values_only=True)
    names = [str(cell).strip() if cell is not None else "" for cell in next(rows, ())]
    for cells in rows:
        yield _row({name: cell for name, cell in zip(names, cells, strict=False) if name})
    book.close()


def _row(cells: Mapping[str, Any]) -> dict[str, Any]:
    """Fields of a row; a dotted name reaches into a group."""
    row: dict[str, Any] = {}
    for name, cell in cells.items():
        if isinstance(cell, float) and cell.is_integer():
            cell = int(cell)
        if is_blank(cell) or (isinstance(cell, str) and not cell.strip()):
            continue
        if "." in name:
            group, _, last = name.strip().rpartition(".")
            row = with_set(row, [f"{group}.{last}={cell}"])
        else:
            row[name.strip()] = cell
    return row


def require_pattern(pattern: str, fields: set[str]) -> None:
    """ConfigError unless the pattern names fields only: "{so}-{nguoi_ky.ho_ten}", "{dong:03d}"."""
    try:
        asked = [name for _, name, _, _ in string.Formatter().parse(pattern) if name is not None]
    except ValueError as error:
        raise ConfigError("batch.bad_name", pattern=pattern, reason=str(error)) from None
    for name in asked:
        if name.partition(".")[0] not in fields | {ROW} or "[" in name or "__" in name:
            raise ConfigError("batch.bad_name", pattern=pattern, reason=f"{{{name}}}")


def file_name(pattern: str, values: Data) -> str:
    """A safe .docx name: no path, no sign that a file system refuses, not too long."""
    pieces: list[str] = []
    for text, name, form, _ in string.Formatter().parse(pattern):
        pieces.append(text)
        if name is not None:
            value: Any = values
            for key in name.split("."):
                value = value.get(key) if isinstance(value, Mapping) else None
            pieces.append(_said(value, form or ""))
    said = unicodedata.normalize("NFC", "".join(pieces)).removesuffix(".docx")
    said = _UNSAFE.sub("-", said).strip(" .-") or "van-ban"
    if _RESERVED.match(said):
        said = f"_{said}"
    while len(said.encode("utf-8")) > _LONGEST:
        said = said[:-1]
    return f"{said.rstrip(' .')}.docx"


def _said(value: Any, form: str) -> str:
    if value is None:
        return ""
    try:
        return format(value, form)
    except (TypeError, ValueError):
        return str(value)
