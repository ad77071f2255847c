"""Names of bodies as words that can be compared: abbreviations written out, remarks and marks left off.

Purpose: "- VP Tỉnh uỷ (để b/c);" and "Văn phòng Tỉnh ủy" are one body. Limits: what a table does not write out stays as
it is; which body is meant where a name is short ("Thường trực") is not guessed. Neighbours: ``listed_twice``,
``left_out``.
"""

from __future__ import annotations

from collections.abc import Mapping

from vanban_lint.checks.base import Context
from vanban_lint.similarity.candidates import Keys
from vanban_lint.similarity.words import keys
from vanban_lint.text.lazy import lazy

_REMARK = lazy(r"\([^)]*\)|\}.*$")


def written_out(text: str, context: Context) -> Keys:
    """The words of a name, in one spelling."""
    table = _abbreviations(context)
    found: list[str] = []
    for key in keys(_REMARK.sub(" ", text)):
        found += table.get(key, (key,))
    return tuple(found)


def _abbreviations(context: Context) -> Mapping[str, tuple[str, ...]]:
    made: Mapping[str, tuple[str, ...]] | None = context.shared.get("body_names")
    if made is None:
        table: Mapping[str, str] = context.tables["trung_lap"]["viet_tat"]
        made = context.shared["body_names"] = {keys(short)[0]: keys(long) for short, long in table.items()}
    return made
