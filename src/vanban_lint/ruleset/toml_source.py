"""A table of a TOML file with the manners of ``source``: mistakes are shown with their line.

Purpose: ``[tool.vanban-lint]`` in pyproject.toml. Limits: tomllib keeps no positions, so a line is found by looking
for the key in the text; for a key that stands twice in the table that may be the first one. Neighbours: ``config``.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from pathlib import Path
from typing import Any

from vanban_lint.errors import ConfigError
from vanban_lint.ruleset.source import Source, read_text

_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)$")


class TomlSource(Source):
    """``node`` is the line (from 1) of the table's header."""

    def error(self, key: str, keys: tuple[str | int, ...], *, of_key: bool = False, **params: Any) -> ConfigError:
        name = next((key for key in reversed(keys) if isinstance(key, str)), "")
        wanted = re.compile(rf'\s*["\']?{re.escape(name)}["\']?\s*=')
        lines = self.text.splitlines()
        line = next((n for n in range(self.node, len(lines)) if name and wanted.match(lines[n])), self.node - 1) + 1
        return ConfigError(key, f"{self.path}:{line}", span=name if of_key else self._value(keys), **params)

    def _value(self, keys: tuple[str | int, ...]) -> str:
        value = self.data
        for key in keys:
            value = value[key]
        return str(value)


def read_toml(path: Path, table: tuple[str, ...]) -> TomlSource:
    """The named table of one file; its data is ``None`` when the file has no such table."""
    text = read_text(path)
    try:
        data: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _AT_LINE.search(str(error))
        place = f"{path}:{at[1]}" if at else str(path)
        raise ConfigError("config.syntax", place, reason=_AT_LINE.sub("", str(error))) from None
    for name in table:
        data = data.get(name, {})
    if isinstance(data.get("date"), dt.date):
        data["date"] = data["date"].isoformat()
    header = f"[{'.'.join(table)}]"
    line = next((n for n, line in enumerate(text.splitlines(), 1) if line.strip() == header), 1)
    return TomlSource(str(path), text, data or None, line)
