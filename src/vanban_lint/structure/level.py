"""The level of the issuing body: trung_uong, tinh, huyen, xa, co_so.

Purpose: ``cap`` of a document from the names in its head, its author line or the code in its symbol. Limits: a city
is a province-level one only when the table of provinces says so; ``None`` when nothing tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vanban_lint.model import Block, Judged
from vanban_lint.structure.lexicon import Lexicon
from vanban_lint.text.lazy import lazy

_CITY = lazy(r"(?:THÀNH ỦY|THÀNH PHỐ|TP\.?)\s+(?P<ten>[^/]+?)(?: / |$)")
_CODES = {"TW": "trung_uong", "CP": "trung_uong", "TTG": "trung_uong", "TU": "tinh", "HU": "huyen", "CB": "co_so"}


def judge_level(blocks: Sequence[Block], lexicon: Lexicon) -> Judged[str | None]:
    names = {
        b.name: b.values.get("ten") or b.values.get("co_quan")
        for b in reversed(blocks)
        if b.name.startswith(("co_quan", "tac"))
    }
    parts = [names.get("co_quan_chu_quan"), names.get("co_quan_ban_hanh")]
    whole = " / ".join(part for part in parts if part) or names.get("tac_gia") or ""
    for level, pattern in lexicon.levels:
        if whole and re.search(pattern, whole):
            return Judged(level, 0.9, (f"tên cơ quan: {whole}",))
    city = _CITY.search(whole)
    if city:
        level = "tinh" if city["ten"] in lexicon.cities else "huyen"
        return Judged(level, 0.8, (f"tên cơ quan: {whole}",))
    symbol = next((b for b in blocks if b.name == "so_ky_hieu"), None)
    code = (symbol.values.get("co_quan") or "") if symbol else ""
    found = next((level for end, level in _CODES.items() if code.upper().endswith(end)), None)
    if found:
        return Judged(found, 0.7, (f"mã cơ quan {code} trong số, ký hiệu",))
    return Judged(None, 0.2, ("không rõ cơ quan ban hành",))
