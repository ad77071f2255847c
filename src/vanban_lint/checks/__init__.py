"""The closed set of check kinds, one module a kind, each imported on use.

A new kind is a module here, its name in ``KINDS`` and a test; ``base`` says what a kind must offer.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from types import ModuleType

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


@cache
def kind(name: str) -> ModuleType:
    """The module of a kind; KeyError when there is no such kind."""
    if name not in KINDS:
        raise KeyError(name)
    return import_module(f"vanban_lint.checks.{name}")
