"""A new draft: data in, a Word file out that its own linter has judged.

Purpose: the whole way once, for ``new``, ``batch`` and ``reformat``: right values, convention in force, rendering,
linting. Limits: nothing is written to disk here. Neighbours: ``schema``, ``fill``, ``render``, ``engine``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vanban_lint.config import Settings
from vanban_lint.engine import Report, check_document
from vanban_lint.readers import read
from vanban_lint.ruleset import load_tables
from vanban_lint.template import codes, fill
from vanban_lint.template.carry import Media
from vanban_lint.template.files import set_in
from vanban_lint.template.load import Template
from vanban_lint.template.render import Compiled
from vanban_lint.template.schema import complete

#: The layout's own conventions, by regime, in the table of conventions.
_LAYOUT = {"dang": ("hd36", "hd05"), "hanh-chinh": ("nd30",)}


@dataclass(slots=True)
class Maker:
    """Drafts from one template, which is compiled when the first is made.

    ``today`` dates what has no date; ``folder`` is what the paths of pictures and files in the data are relative to.
    """

    template: Template
    today: dt.date = field(default_factory=dt.date.today)
    folder: Path = Path()
    _compiled: Compiled | None = None

    @property
    def compiled(self) -> Compiled:
        if self._compiled is None:
            self._compiled = Compiled(self.template.file)
        return self._compiled

    def values(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """Right values; a symbol that was not given is that of the issuing body. UserError names the field."""
        given = dict(data)
        defaults = {item.name: item.default for item in self.template.fields if item.default is not None}
        for item in self.template.fields:
            if item.derived == "ky_hieu" and not given.get(item.name) and item.default is None:
                given[item.name] = codes.symbol(defaults | given, self.template.regime)
        return complete(self.template.fields, given)

    def make(self, data: Mapping[str, Any]) -> bytes:
        """A Word file from ``data`` as a user gives them."""
        return self.print(self.values(data))

    def print(self, values: Mapping[str, Any]) -> bytes:
        """A Word file from right values."""
        media = Media()
        context = self.context(set_in(self.template, values, media, self.folder))
        return self.compiled.render(context, values.get("them") or media.members(self.compiled.archive))

    def context(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """What the tags may name, in the words of the convention in force."""
        day = values.get("ngay")
        if isinstance(day, str):  # "?/7/2023"
            _, month, year = day.split("/")
            day = dt.date(int(year), 12 if month == "?" else int(month), 28)
        convention = in_force(self.template.regime, day or self.today)
        return fill.context(self.template, values, convention, self.today)


def in_force(regime: str, day: dt.date) -> str:
    """Id of the convention on form that governs a document of ``regime`` signed on ``day``; the earliest for older
    ones.
    """
    known = [entry for entry in load_tables()["quy_uoc"] if entry["id"] in _LAYOUT[regime]]
    current = [entry for entry in known if dt.date.fromisoformat(str(entry["tu"])) <= day]
    return str((current or known[:1])[-1]["id"])


def judge(data: bytes, path: str, settings: Settings) -> Report:
    """What the linter says of a new draft."""
    return check_document(read(path, data), settings)
