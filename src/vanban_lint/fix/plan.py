"""Which repairs are made: claims of places, conflicts refused with a reason, whatever the order of the rules.

Purpose: from the findings of one report to a set of claims that cannot disturb each other. A claim is all edits of one
finding: they are made together or not at all. Limits: changes nothing; looks at one reading of the document. A repair
refused for a conflict gets its turn when the result is judged again (``fix.mend``). Neighbours: ``fix.apply``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from vanban_lint.model import CERTAINTIES, SEVERITIES, Document, Edit, Finding

#: Edits that change text; two of them never share a character.
_TEXT = ("replace_text", "delete_paragraph", "insert_paragraph", "move")


class Claim(NamedTuple):
    """A repair to make: the finding and the edits of its fix that change something."""

    finding: Finding
    edits: tuple[Edit, ...]


class Refusal(NamedTuple):
    """A repair that is not made; ``key`` names the catalogue message, ``other`` the rule it collides with."""

    finding: Finding
    key: str
    other: str = ""


class Plan(NamedTuple):
    claims: tuple[Claim, ...]
    refusals: tuple[Refusal, ...]


def plan(document: Document, findings: Iterable[Finding], unsafe: bool) -> Plan:
    """The claims to make on ``document``, in reading order. ``unsafe`` takes in repairs that are guesses."""
    wanted = [f for f in findings if f.fix and (f.fix.safety == "safe" or (unsafe and f.fix.safety == "unsafe"))]
    claims: list[Claim] = []
    refusals: list[Refusal] = []
    taken: list[tuple[Edit, str]] = []
    for finding in sorted(wanted, key=_priority):
        edits = tuple(edit for edit in finding.fix.edits if finding.fix and not _is_idle(document, edit))  # type: ignore[union-attr]
        stale = any(document.text(edit.anchor) != edit.expected for edit in edits if edit.action == "replace_text")
        if stale:
            refusals.append(Refusal(finding, "fix.stale"))
            continue
        rival = next((rule for edit in edits for other, rule in taken if _collide(edit, other)), None)
        if rival is not None:
            refusals.append(Refusal(finding, "fix.overlap", rival))
            continue
        fresh = tuple(edit for edit in edits if all(edit != other for other, _ in taken))
        if fresh:
            taken += [(edit, finding.rule) for edit in fresh]
            claims.append(Claim(finding, fresh))
    order = {part.name: place for place, part in enumerate(document.parts)}
    claims.sort(key=lambda claim: (order[claim.edits[0].anchor.part], claim.edits[0].anchor[1:], claim.finding.rule))
    return Plan(tuple(claims), tuple(refusals))


def _priority(finding: Finding) -> tuple[Any, ...]:
    """Who goes first where two collide: the safer, graver, surer one; then by place, the wider one, then by name."""
    anchor = finding.anchor
    return (
        finding.fix is None or finding.fix.safety != "safe",
        -SEVERITIES.index(finding.severity),
        -CERTAINTIES.index(finding.certainty),
        anchor.part,
        anchor.paragraph,
        anchor.start,
        -anchor.end,
        finding.rule,
        repr(finding.fix),
    )


def _is_idle(document: Document, edit: Edit) -> bool:
    """Whether an edit would change nothing, not even how a letter is composed."""
    if edit.action != "replace_text":
        return False
    paragraph = document.paragraph(edit.anchor)
    text = paragraph.text if paragraph.raw is None else paragraph.raw
    return text[paragraph.raw_offset(edit.anchor.start) : paragraph.raw_offset(edit.anchor.end)] == edit.value


def _collide(edit: Edit, other: Edit) -> bool:
    if edit == other:
        return False
    if edit.action in ("set_section", "set_style") or other.action in ("set_section", "set_style"):
        return edit.action == other.action and _same_target(edit, other) and _disagree(edit, other)
    if edit.anchor[:2] != other.anchor[:2]:
        return False
    paragraph_wide = {"delete_paragraph", "move"} & {edit.action, other.action}
    if paragraph_wide:
        return True
    if edit.action in _TEXT and other.action in _TEXT:
        return edit.action == other.action and edit.anchor.touches(other.anchor)
    if edit.action == other.action == "set_paragraph":
        return _disagree(edit, other)
    if "set_run" in (edit.action, other.action) and "set_paragraph" not in (edit.action, other.action):
        both = edit.action == other.action
        return edit.anchor.overlaps(other.anchor) and (not both or _disagree(edit, other))
    return False


def _same_target(edit: Edit, other: Edit) -> bool:
    if edit.action == "set_style":
        return bool(edit.properties.get("style") == other.properties.get("style"))
    return edit.anchor[:2] == other.anchor[:2]


def _disagree(edit: Edit, other: Edit) -> bool:
    return any(other.properties.get(key, value) != value for key, value in edit.properties.items())


def text_edits(claims: Iterable[Claim]) -> Iterator[Edit]:
    """All replacements of text, in no order."""
    for claim in claims:
        yield from (edit for edit in claim.edits if edit.action == "replace_text")
