"""What is kept of a document when the document itself is gone.

Purpose: its own number, date, body, type and subject, and each citation in it, with places that can still be told to a
reader. Limits: some 400 bytes a citation; no text beyond the words around each place.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from vanban_lint.model import Anchor, CellPosition, Finding


class Pin(NamedTuple):
    """A place with all that a report says of it; ``line`` and ``column`` (from 1) for text inputs, ``kind`` of part."""

    anchor: Anchor
    text: str
    context: tuple[str, str]
    block: str | None
    label: str
    kind: str
    cell: CellPosition | None = None
    line: int | None = None
    column: int | None = None


class Named(NamedTuple):
    """A document as it names itself, or as another cites it. ``number`` is its number as it should be written, ``day``
    is YYYY-MM-DD: all is plain data, for worker processes and the cache.

    ``bodies``: the names under which it may be said to be issued; a citation gives at most one.
    """

    number: str
    day: str | None
    bodies: tuple[str, ...]
    type_name: str
    title: str
    pin: Pin


class Ruling(NamedTuple):
    """A rule of this kind as it stands for one document: what it judges, its message, severity and source."""

    rule: str
    name: str
    what: str
    severity: str
    certainty: str
    template: str
    source: str | None


class Facts(NamedTuple):
    """One document. ``own`` is ``None`` when it bears no number yet; a rule without ruling is not judged on it."""

    path: str
    own: Named | None
    cited: tuple[Named, ...]
    rulings: tuple[Ruling, ...]


def from_plain(data: Any) -> Facts:
    """Facts that went through JSON, which makes lists of them."""
    path, own, cited, rulings = data
    return Facts(
        path, _named(own) if own else None, tuple(map(_named, cited)), tuple(Ruling(*each) for each in rulings)
    )


def _named(data: Any) -> Named:
    number, day, bodies, type_name, title, pin = data
    anchor, text, context, block, label, kind, cell, line, column = pin
    place = CellPosition(*cell) if cell else None
    kept = Pin(Anchor(*anchor), text, (context[0], context[1]), block, label, kind, place, line, column)
    return Named(number, day, tuple(bodies), type_name, title, kept)


class Elsewhere(NamedTuple):
    """A place in another document that belongs to a finding."""

    path: str
    pin: Pin
    message: str


class Across(NamedTuple):
    """A finding that rests on several documents; it stands in ``path`` at ``pin``."""

    path: str
    finding: Finding
    pin: Pin
    elsewhere: tuple[Elsewhere, ...]
