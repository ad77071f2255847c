"""The closed set of check kinds, one module a kind, each imported on use.

A new kind is a module here, its name in ``KINDS`` and a test; ``base`` says what a kind must offer. Rules of a user may
also name kinds of other packages: entry points of the group ``vanban_lint.checks`` (name -> module). The bundled
rules use none of these, and no name of ours can be taken.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

KINDS = (
    "abbreviation",
    "across",
    "agreement",
    "authority",
    "balance",
    "body_size",
    "capitals",
    "citation",
    "citation_agreement",
    "citation_style",
    "characters",
    "code",
    "consistency",
    "cut",
    "date",
    "drawn_line",
    "duplicate",
    "endings",
    "figures",
    "final_mark",
    "first_citation",
    "following",
    "format",
    "headings",
    "internal_reference",
    "layout",
    "level_style",
    "left_out",
    "listed_twice",
    "names",
    "numbering",
    "order",
    "outdated",
    "page",
    "page_number",
    "pattern",
    "placeholder",
    "placing",
    "presence",
    "register",
    "sentence_case",
    "spelling",
    "typeface",
    "vocabulary",
)

#: Kinds that judge absence or the document as a whole: they run even where no part that they name was found.
ABSENCE_KINDS = frozenset({"order", "presence"})
#: Kinds that judge how a document looks: nothing to judge in plain text.
LAYOUT_KINDS = frozenset(
    {
        "body_size",
        "drawn_line",
        "format",
        "layout",
        "level_style",
        "page",
        "page_number",
        "placing",
        "typeface",
    }
)


GROUP = "vanban_lint.checks"


@cache
def kind(name: str) -> ModuleType:
    """The module of a kind; KeyError when there is no such kind."""
    if name in KINDS:
        return import_module(f"vanban_lint.checks.{name}")
    for point in _foreign():
        if point.name == name:
            module: ModuleType = point.load()
            return module
    raise KeyError(name)


def foreign_kinds() -> tuple[str, ...]:
    """Kinds of other packages."""
    return tuple(sorted({point.name for point in _foreign()} - {*KINDS}))


def _foreign() -> Iterable[EntryPoint]:
    from importlib.metadata import entry_points

    return entry_points(group=GROUP)
