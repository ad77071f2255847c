"""The symbol of a body, from the data that the rules judge by.

Purpose: a drafter who names the body need not know its symbol. Limits: only bodies in ``rules/du-lieu/co-quan.yaml``
with a form of the name (``ban_hanh``); the day does not matter, a new draft has a body of today. Neighbours: ``new``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from vanban_lint.ruleset import load_tables
from vanban_lint.text.tone import fold_tone

_SIDE = {"dang": "dang", "hanh-chinh": "nha-nuoc"}


def symbol(data: Mapping[str, Any], regime: str) -> str | None:
    """ "TU" for TỈNH UỶ HƯNG YÊN; ``None`` for a body that the table does not know."""
    names = [str(data.get(key) or "").upper() for key in ("co_quan_chu_quan", "co_quan_ban_hanh")]
    written = fold_tone(" / ".join(name for name in names if name))
    for entry in reversed(load_tables()["co_quan"]):
        shape = entry.get("ban_hanh")
        if entry["che_do"] == _SIDE[regime] and shape and not entry.get("den") and re.search(shape, written):
            return str(entry["ma"])
    return None
