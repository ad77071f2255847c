"""The closed set of check kinds, one module a kind, each imported on use.

A new kind is a module here, its name in ``KINDS`` and a test; ``base`` says what a kind must offer.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from types import ModuleType

KINDS = (
    "agreement",
    "authority",
    "capitals",
    "citation",
    "citation_agreement",
    "citation_style",
    "characters",
    "code",
    "cut",
    "date",
    "duplicate",
    "endings",
    "final_mark",
    "first_citation",
    "following",
    "format",
    "headings",
    "layout",
    "numbering",
    "order",
    "outdated",
    "page",
    "pattern",
    "placeholder",
    "presence",
    "register",
    "spelling",
    "vocabulary",
)

#: Kinds that judge absence or the document as a whole: they run even where no part that they name was found.
ABSENCE_KINDS = frozenset({"order", "presence"})
#: Kinds that judge how a document looks: nothing to judge in plain text.
LAYOUT_KINDS = frozenset({"format", "layout", "page"})


@cache
def kind(name: str) -> ModuleType:
    """The module of a kind; KeyError when there is no such kind."""
    if name not in KINDS:
        raise KeyError(name)
    return import_module(f"vanban_lint.checks.{name}")
