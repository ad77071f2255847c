"""The abbreviations of a document, for ``inspect``: how often each stands there, and where it is introduced.

Purpose: a list to read; whether an abbreviation is well used is ``checks.abbreviation``'s matter. Limits: what is
written, judged by nothing; one entry an abbreviation, in the order of first use.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vanban_lint.model import Anchor, Flow
from vanban_lint.text.abbreviation import definitions, uses


class Abbreviation(NamedTuple):
    """``full``: the words it stands for ("" when the text does not say); ``defined``: where that is said first."""

    text: str
    full: str
    times: int
    first: Anchor
    defined: Anchor | None


def abbreviations(flows: Sequence[Flow]) -> list[Abbreviation]:
    """Every abbreviation of the running text; ``times`` takes the introductions in."""
    found: dict[str, Abbreviation] = {}
    for flow in flows:
        for use in uses(flow.text):
            before = found.get(use.text)
            if before is None:
                found[use.text] = Abbreviation(use.text, "", 1, flow.anchors(use.start, use.end)[0], None)
            else:
                found[use.text] = before._replace(times=before.times + 1)
        for definition in definitions(flow.text):
            entry = found.get(definition.text)
            if entry is not None and entry.defined is None:
                anchor = flow.anchors(definition.start, definition.end)[0]
                found[definition.text] = entry._replace(full=definition.full, defined=anchor)
    return list(found.values())
