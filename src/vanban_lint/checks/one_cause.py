"""What several rules say of one statement in the file, said once: a style of 11 pt is one finding, not one a part.

Purpose: ``merged`` joins the hits of different rules that have the same ``Cause`` (the statement of a style or of the
file's defaults, its field and value). The joint hit is that of the gravest rule, among equals of the one that marks the
most text; it names the other parts with what each asks for, and edits the style once where all that inherits the value
asks for the same. Limits: a statement that suits most of what takes its value is no cause (parts that should state a
value of their own each lack it); hits without a repair, or with one that is less safe, stay apart, so that repairing a
joint finding leaves nothing of it.
Neighbours: ``engine`` calls it when all rules have spoken, ``restyle`` makes edits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from vanban_lint.checks.base import Context
from vanban_lint.checks.dressing import MAX_RELATED
from vanban_lint.checks.layout_words import words_of
from vanban_lint.checks.restyle import at_fault, in_one_style
from vanban_lint.model import Cause, Hit, Related, Saying
from vanban_lint.model.rule import Rule

Said = tuple[Rule, Hit]


class _Piece(NamedTuple):
    """A hit of one cause, and the number of what was said that it is, or is a piece of."""

    said: int
    rule: Rule
    hit: Hit


def merged(said: Sequence[Said], context: Context, gravity: Callable[[Rule], int]) -> list[Said]:
    """What was said, hits of one cause joined. Only rules that were asked are here, so only these are joined."""
    by_cause: dict[tuple[Any, ...], list[_Piece]] = {}
    for number, (rule, hit) in enumerate(said):
        for piece in hit.pieces or (hit,):
            if piece.cause is not None and piece.edits:
                key = (*piece.cause[:3], rule.sua)
                by_cause.setdefault(key, []).append(_Piece(number, rule, piece))
    joint = [
        pieces
        for pieces in by_cause.values()
        if len({piece.rule.id for piece in pieces}) > 1 and at_fault(context, [piece.hit for piece in pieces])
    ]
    taken = {(piece.said, piece.hit.cause) for pieces in joint for piece in pieces}
    return [*_left(said, taken), *(_joined(pieces, context, gravity) for pieces in joint)]


def _left(said: Sequence[Said], taken: set[tuple[int, Cause | None]]) -> Iterator[Said]:
    """What is said besides: hits that were not joined, and of a hit taken apart the pieces that were not."""
    for number, (rule, hit) in enumerate(said):
        pieces = hit.pieces or (hit,)
        rest = [piece for piece in pieces if (number, piece.cause) not in taken]
        if len(rest) == len(pieces):
            yield rule, hit
        elif rest:
            yield rule, _together(rest)


def _together(pieces: Sequence[Hit]) -> Hit:
    """Pieces of one hit as one again: the layout kinds share the names of their parameters."""
    first = pieces[0]
    params = {
        name: separator.join(dict.fromkeys(piece.params[name] for piece in pieces))
        for name, separator in (("thuc_te", ", "), ("mong_doi", ", "), ("nguon_goc", "; "))
    }
    edits = tuple(edit for piece in pieces for edit in piece.edits)
    return first._replace(params={**first.params, **params}, edits=edits, cause=None)


def _joined(pieces: Sequence[_Piece], context: Context, gravity: Callable[[Rule], int]) -> Said:
    leader = max(pieces, key=lambda piece: (gravity(piece.rule), _text_marked(piece.hit, context)))
    others = [piece for piece in pieces if piece is not leader]
    words = words_of(context)
    told: dict[str, None] = {}
    related = list(leader.hit.related)
    for piece in others:
        part = words.phrase("part_asks", part=_part(piece, context), wanted=piece.hit.params["mong_doi"])
        told.setdefault(part)
        related.append(Related(piece.hit.anchor, f"{words.phrase('same_cause')}: {part}"))
        related.extend(piece.hit.related)
    # The other parts are what the finding is about as much as the first one: their first places come before more places
    # of the same part.
    related.sort(key=lambda item: item.message == words.phrase("same_cause"))
    more = (Saying("layout.same_cause.parts", {"parts": "; ".join(told)}),)
    edits = in_one_style(context, [piece.hit for piece in pieces])
    return leader.rule, leader.hit._replace(related=tuple(related[:MAX_RELATED]), edits=edits, more=more)


def _text_marked(hit: Hit, context: Context) -> int:
    """Characters of the paragraphs that a hit is about."""
    places = {anchor[:2]: anchor for anchor in (hit.anchor, *(item.anchor for item in hit.related))}
    return sum(len(context.document.paragraph(anchor).text) for anchor in places.values())


def _part(piece: _Piece, context: Context) -> str:
    """The parts of the document that a hit is about, in words."""
    places = [piece.hit.anchor, *(item.anchor for item in piece.hit.related)]
    names = [
        block.name
        for block in context.structure.all(*piece.rule.o)
        if any(
            own[:2] == place[:2] and own.start <= place.start <= own.end for own in block.anchors for place in places
        )
    ]
    words = words_of(context)
    if piece.rule.check == "page_number":
        return words.phrase("part.page_number")
    return ", ".join(words.part(name) for name in dict.fromkeys(names)) or words.part(piece.rule.o[0])
