"""The annotated copy: the same Word file with every finding as a comment at its characters.

Purpose: a drafter reads findings where they work. Limits: adds comments and takes its own earlier ones away, changes no
text. Where Word allows no comment (headers, footers, text boxes) the comment stands at the nearest place that does and
says so. Neighbours: ``ooxml.comments`` and ``ooxml.rewriting`` write, ``report.place`` words places.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from vanban_lint.catalogue import say
from vanban_lint.engine import Report
from vanban_lint.errors import UnreadableError
from vanban_lint.model import BODY, Anchor, Document, Finding, Paragraph
from vanban_lint.ooxml import comments
from vanban_lint.ooxml.edit import Splice
from vanban_lint.ooxml.leaves import UneditableError
from vanban_lint.ooxml.nodes import tree
from vanban_lint.ooxml.protection import refusal
from vanban_lint.ooxml.rewriting import Rewriting
from vanban_lint.report.excerpt import shortened
from vanban_lint.report.place import spot

#: Columns of a quotation from the document in a comment.
_QUOTED = 120
#: Kinds of parts where Word lets a comment stand.
_COMMENTED = ("body", "footnotes", "endnotes")


class Annotated(NamedTuple):
    """``raw`` bytes of the copy; ``moved`` findings whose comment could not stand at their own characters."""

    raw: bytes
    comments: int
    moved: int


def annotated(raw: bytes, report: Report, lang: str, date: str) -> Annotated:
    """Bytes of the file with a comment for each finding. UnreadableError: protection.*, annotate.*.

    ``raw`` must be free of our comments (``comments.without_own``) and be what ``report`` was made from.
    """
    document = report.document
    rewriting = Rewriting(raw, document)
    forbidden = refusal(rewriting.package, "comment")
    if forbidden:
        raise UnreadableError(forbidden, document.path)
    kept = Counter(comments.own_texts(document, raw))
    placing = _Placing(rewriting)
    written: list[tuple[int, list[str]]] = []
    for finding in report.findings:
        seat = placing.seat(finding.anchor)
        lines = list(_lines(document, finding, seat, lang))
        if kept["\n".join(lines)]:
            kept["\n".join(lines)] -= 1
            continue
        number = rewriting.next_id()
        seat = placing.hang(seat, number)
        written.append((number, list(_lines(document, finding, seat, lang))))
    comments.add(rewriting, written, date)
    return Annotated(rewriting.result(), len(written), placing.moved)


class _Seat(NamedTuple):
    """Where a comment goes; ``why`` is the catalogue key that tells why not at its own characters."""

    anchor: Anchor
    why: str = ""


class _Placing:
    """Finds the nearest place where a comment may stand."""

    def __init__(self, rewriting: Rewriting) -> None:
        self._rewriting = rewriting
        self._document = rewriting.document
        self.moved = 0

    def seat(self, anchor: Anchor) -> _Seat:
        part = self._document.part(anchor.part)
        if part.anchor is not None:
            return self.seat(part.anchor)._replace(why="annotate.in_box")
        if part.kind not in _COMMENTED:
            return _Seat(self._first_in_body(), f"annotate.in_{part.kind}")
        return _Seat(anchor)

    def hang(self, seat: _Seat, number: int) -> _Seat:
        """Set the marks of comment ``number``; the seat with a reason when it had to be moved."""
        anchor, paragraph = seat.anchor, self._document.paragraph(seat.anchor)
        part = self._document.part(anchor.part)
        try:
            editors = self._rewriting.lines(part, paragraph)
            start, end = paragraph.raw_offset(anchor.start), paragraph.raw_offset(anchor.end)
            exact = editors[0].comment(start, end, number)
            seat = seat if exact or seat.why else seat._replace(why="annotate.in_field")
        except UneditableError as error:
            if error.key == "edit.spelling":
                raise UnreadableError("annotate.spelling", self._document.path) from error
            if error.key == "edit.control":
                anchor = self._outside_control(paragraph)
                return self.hang(_Seat(anchor, "annotate.in_control"), number)
            self._hang_loosely(part.member, paragraph, number)
            seat = seat._replace(why=seat.why or "annotate.in_paragraph")
        self.moved += bool(seat.why)
        return seat

    def _first_in_body(self) -> Anchor:
        paragraphs = self._document.body.paragraphs
        first = next((p for p in paragraphs if p.text.strip()), paragraphs[0])
        return first.anchor(0, 0)

    def _outside_control(self, paragraph: Paragraph) -> Anchor:
        """The paragraph before the block-level content control, or the one behind it."""
        part = self._document.part(paragraph.part)
        regions = self._rewriting.regions(part.member)
        free = [p for p in part.paragraphs if not regions.controlled(p.byte_range[0])]
        before = [p for p in free if p.ordinal < paragraph.ordinal]
        if not free:
            raise UnreadableError("annotate.all_control", self._document.path)
        chosen = before[-1] if before else free[0]
        return chosen.anchor(len(chosen.text) if before else 0, len(chosen.text) if before else 0)

    def _hang_loosely(self, member: str, paragraph: Paragraph, number: int) -> None:
        """Around all of a paragraph whose characters cannot be told apart."""
        root = tree(self._rewriting.content(member), *paragraph.byte_range)
        properties = root.child("w:pPr")
        at = properties.end if properties is not None else root.open_end
        self._rewriting.splice(member, Splice(at, at, b'<w:commentRangeStart w:id="%d"/>' % number))
        closing = b'<w:commentRangeEnd w:id="%d"/><w:r><w:commentReference w:id="%d"/></w:r>' % (number, number)
        self._rewriting.splice(member, Splice(root.close, root.close, closing))


def _lines(document: Document, finding: Finding, seat: _Seat, lang: str) -> Iterator[str]:
    """What a comment says: rule, message, suggestion, clause, related places, and where it truly belongs."""
    severity = say(f"severity.{finding.severity}", lang)
    yield f"{finding.rule} {finding.name} · {severity}"
    yield finding.message
    if finding.suggestions:
        choices = say("report.or", lang).join(f"“{choice}”" for choice in finding.suggestions if choice)
        if choices:
            yield say("annotate.suggestion", lang, text=choices)
    if finding.certainty != "chac_chan":
        yield say("annotate.certainty", lang, text=say(f"certainty.{finding.certainty}", lang))
    if finding.source:
        yield say("annotate.source", lang, text=finding.source)
    for related in finding.related:
        quoted = related.message or document.text(related.anchor)
        where = spot(document, related.anchor, lang)
        yield say("annotate.related", lang, text=shortened(quoted, _QUOTED), place=where)
    if seat.why:
        text = finding.text or document.paragraph(finding.anchor).text
        where = spot(document, finding.anchor, lang) if finding.anchor.part != BODY else ""
        yield say(seat.why, lang, text=shortened(" ".join(text.split()), _QUOTED), place=where).rstrip()
