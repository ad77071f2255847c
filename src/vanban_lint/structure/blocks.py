"""Making blocks out of lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from vanban_lint.model import Block
from vanban_lint.structure.segments import Line


def block(
    name: str,
    lines: Sequence[Line],
    evidence: str,
    values: Mapping[str, Any] | None = None,
    confidence: float = 1.0,
    group: int = 0,
) -> Block:
    """A block over lines in reading order; its text is the text of its anchors joined by newlines."""
    return Block(
        name,
        tuple(line.anchor for line in lines),
        "\n".join(line.text for line in lines),
        dict(values or {}),
        evidence,
        confidence,
        group,
    )
