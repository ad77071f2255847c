"""Lines of a list of recipients, addressees or grounds: marker, text, end mark, remark.

Purpose: ``item_block`` gives the values that noi_nhan_muc, kinh_gui_muc and can_cu share. Limits: one item at a time;
remarks that cover several items are laid over them by ``ending``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from vanban_lint.model import Block
from vanban_lint.structure.blocks import block
from vanban_lint.structure.segments import Line
from vanban_lint.text.lazy import lazy

_MARKER = lazy(r"[-–—+*•]\s*")
_END = lazy(r"\s*(\./\.|\.{2,}|…|[;,.:])$")
_REMARK = lazy(
    r"\s*[}\]]?\s*\(\s*(?:để\s|b/c|bc\b|báo cáo|p/h|phối hợp|thực hiện|t/h|theo dõi|đăng|chỉ đạo|biết)[^()]*\)\s*$",
    re.I,
)
_BRACE = lazy(r"\s*[}{\]]\s*")


def item_values(text: str) -> dict[str, Any]:
    """``dau`` (marker with its space), ``noi_dung`` (without marker, remark and end mark), ``ket``, ``ghi_chu``."""
    marker = _MARKER.match(text)
    lead = marker.group() if marker else ""
    rest = text[len(lead) :].rstrip()
    end = _END.search(rest)
    closing = end.group(1) if end else ""
    if end:
        rest = rest[: end.start()].rstrip()
    remark = _REMARK.search(rest)
    note = None
    if remark:
        note = _BRACE.sub("", remark.group().strip()).strip()
        rest = rest[: remark.start()]
    rest = _BRACE.sub(" ", rest).strip()
    return {"dau": lead, "noi_dung": re.sub(r"\s+", " ", rest), "ket": closing, "ghi_chu": note}


def item_block(name: str, lines: Sequence[Line], evidence: str, **more: Any) -> Block:
    """A list item over one or more lines."""
    values = item_values(" ".join(line.text for line in lines))
    values.update(more)
    return block(name, lines, evidence, values)
