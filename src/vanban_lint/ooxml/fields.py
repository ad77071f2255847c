"""Fields: what stands between begin, separate and end, and which of them show the page number.

Purpose: tell a field's instruction, which is not visible, from its result, which is. Limits: nothing is computed; the
result is the one last stored by Word. Neighbour: ``ooxml.story``.
"""

from __future__ import annotations

import re

_PAGE = re.compile(r"\s*PAGE(?:\s|\\|$)", re.IGNORECASE)


class Field:
    """An open complex field that began at offset ``at`` of its paragraph.

    ``hidden`` counts what stood as text where only an instruction may.
    """

    __slots__ = ("at", "hidden", "in_result", "instruction")

    def __init__(self, at: int) -> None:
        self.at = at
        self.instruction = ""
        self.in_result = False
        self.hidden = 0


def is_page_number(instruction: str) -> bool:
    """Whether a field instruction is PAGE (and not PAGEREF or NUMPAGES)."""
    return _PAGE.match(instruction) is not None
