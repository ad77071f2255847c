"""A read document: visible text and where every character of it came from.

Purpose: the frozen value that readers produce and everything else consumes. Limits: no I/O, no XML, no judgement about
what a paragraph means (that is ``model.structure``). Neighbours: ``model.format``, ``readers``, ``ooxml.reader``.

Text is always NFC, so offsets agree for composed and decomposed input; ``Paragraph.raw`` keeps what the file held when
that differs, and ``raw_offset`` leads back to it. Offsets count code points from 0, ``end`` is exclusive; paragraphs,
tables, rows and columns count from 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from vanban_lint.model.format import PLAIN_PARAGRAPH, PLAIN_RUN, ParagraphFormat, RunFormat

BODY = "body"

#: Default of mapping fields; shared, so never changed.
NOTHING: Mapping[str, Any] = {}


class Anchor(NamedTuple):
    """A stretch of visible text: part name, paragraph ordinal from 1, code points ``start`` to ``end`` (exclusive)."""

    part: str
    paragraph: int
    start: int
    end: int

    def overlaps(self, other: Anchor) -> bool:
        """Whether the two share a character."""
        return self[:2] == other[:2] and self.start < other.end and other.start < self.end

    def touches(self, other: Anchor) -> bool:
        """Whether the two share a character, or one is a mere point inside or on the edge of the other."""
        if self.start < self.end and other.start < other.end:
            return self.overlaps(other)
        return self[:2] == other[:2] and self.start <= other.end and other.start <= self.end


class Span(NamedTuple):
    """A stretch of one paragraph that one run of the file provides.

    ``run_at`` and ``text_at`` are byte offsets of the run element and of the text element in the part (-1 for text
    inputs); ``context`` indexes ``Part.contexts``. The three are opaque outside ``ooxml``.
    """

    start: int
    end: int
    format: RunFormat = PLAIN_RUN
    run_at: int = -1
    text_at: int = -1
    context: int = 0


class CellPosition(NamedTuple):
    """Place in a table: ``table`` is its ordinal in the part, ``column`` counts grid columns, ``span`` is gridSpan."""

    table: int
    row: int
    column: int
    span: int = 1


class Label(NamedTuple):
    """An automatic number as Word shows it: visible ``text`` ("1.", "a)", "Điều 3."), list id, level from 0, value.

    ``number_format`` is Word's name of the format ("decimal", "upperRoman", "lowerLetter", "bullet", ...).
    """

    text: str
    list_id: str
    level: int
    value: int
    number_format: str


class Paragraph(NamedTuple):
    """One paragraph. ``text`` keeps tabs as ``\\t``, soft breaks as ``\\n``; an automatic number is in ``label`` only.

    ``cell`` is the path of table cells from the outermost inwards, empty outside tables. ``byte_range`` is the
    half-open range of the paragraph element in its part. ``line`` is the first line (from 1) in text inputs.
    ``break_before`` is true when a page break, or a section break to a new page, separates it from the text before;
    ``breaks`` are offsets inside the text where a page break stands, typed or as last rendered by Word.
    ``section`` indexes ``Document.sections``. ``encoding`` names the legacy encoding that ``raw`` is in, from
    which ``text`` was decoded (see ``decode``).
    """

    part: str
    ordinal: int
    text: str
    spans: tuple[Span, ...] = ()
    format: ParagraphFormat = PLAIN_PARAGRAPH
    label: Label | None = None
    cell: tuple[CellPosition, ...] = ()
    byte_range: tuple[int, int] = (-1, -1)
    raw: str | None = None
    raw_map: tuple[int, ...] | None = None
    line: int | None = None
    break_before: bool = False
    breaks: tuple[int, ...] = ()
    section: int = 0
    has_drawing: bool = False
    encoding: str = ""

    def anchor(self, start: int = 0, end: int | None = None) -> Anchor:
        """Anchor of ``text[start:end]``, the whole paragraph by default."""
        return Anchor(self.part, self.ordinal, start, len(self.text) if end is None else end)

    def raw_offset(self, offset: int) -> int:
        """Offset in the text as the file holds it (not normalised) of ``offset`` in ``text``."""
        return offset if self.raw_map is None else self.raw_map[offset]


class Table(NamedTuple):
    """A table of a part: ``number`` from 1 in order of appearance, ``parent`` the cell it is nested in."""

    number: int
    rows: int
    columns: int
    first_paragraph: int
    last_paragraph: int
    bordered: bool = False
    parent: CellPosition | None = None


class Part(NamedTuple):
    """A run of paragraphs numbered from 1: "body", "header1", "footer1", "footnotes", "endnotes", "box1", ...

    ``kind`` is body, header, footer, footnotes, endnotes or box; ``anchor`` says at which paragraph a box hangs.
    ``contexts`` are the distinct container paths of spans, such as ``("ins", "hyperlink")``; index 0 is the empty path.
    """

    name: str
    kind: str
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...] = ()
    anchor: Anchor | None = None
    contexts: tuple[tuple[str, ...], ...] = ((),)
    member: str = ""

    def paragraph(self, ordinal: int) -> Paragraph:
        """Paragraph by ordinal from 1."""
        return self.paragraphs[ordinal - 1]


class PageNumber(NamedTuple):
    """A page-number field: its part, ``where`` (header, footer), ``kind`` (default, first, even), alignment, size.

    ``anchor`` is the place of the field, in a text box of the header where it stands in one; ``in_flow`` tells that the
    alignment is that of its paragraph, not of a frame, a text box or a tab stop. ``size_from`` names where the size is
    set, as ``RunFormat.source`` does.
    """

    part: str
    where: str
    kind: str
    align: str | None
    size_pt: float | None = None
    anchor: Anchor | None = None
    in_flow: bool = True
    size_from: str | None = None


class Section(NamedTuple):
    """Page set-up, lengths in twips. ``parts`` maps "header:default", "footer:first", ... to part names."""

    first_paragraph: int
    last_paragraph: int
    page_width: int | None = None
    page_height: int | None = None
    landscape: bool = False
    margin_top: int | None = None
    margin_bottom: int | None = None
    margin_left: int | None = None
    margin_right: int | None = None
    margin_header: int | None = None
    margin_footer: int | None = None
    gutter: int = 0
    title_page: bool = False
    page_start: int | None = None
    break_type: str = "nextPage"
    columns: int = 1
    parts: tuple[tuple[str, str], ...] = ()
    page_numbers: tuple[PageNumber, ...] = ()


class DrawnLine(NamedTuple):
    """A rule near a paragraph. ``kind``: drawing, vml, border. ``length`` in twips when the file states it."""

    part: str
    paragraph: int
    kind: str
    length: int | None = None


class Comment(NamedTuple):
    """A Word comment that speaks to this program, and the characters it hangs on."""

    author: str
    text: str
    anchors: tuple[Anchor, ...] = ()


class Unread(NamedTuple):
    """Something in the input that was not read: ``key`` names a catalogue message, ``place`` says where."""

    key: str
    place: str
    detail: str = ""


class Document(NamedTuple):
    """Everything read from one input. ``parts[0]`` is the body; ``format`` is docx, txt or md.

    ``style_names`` maps ids of styles to the names that Word shows.
    """

    path: str
    format: str
    parts: tuple[Part, ...]
    sections: tuple[Section, ...] = ()
    lines: tuple[DrawnLine, ...] = ()
    unread: tuple[Unread, ...] = ()
    mirror_margins: bool = False
    even_odd_headers: bool = False
    default_format: RunFormat = PLAIN_RUN
    style_names: Mapping[str, str] = NOTHING
    properties: tuple[tuple[str, str], ...] = ()
    comments: tuple[Comment, ...] = ()

    @property
    def body(self) -> Part:
        return self.parts[0]

    def part(self, name: str) -> Part:
        """Part by name; KeyError when there is none."""
        for part in self.parts:
            if part.name == name:
                return part
        raise KeyError(name)

    def paragraph(self, anchor: Anchor) -> Paragraph:
        return self.part(anchor.part).paragraph(anchor.paragraph)

    def text(self, anchor: Anchor) -> str:
        """The visible text an anchor covers."""
        return self.paragraph(anchor).text[anchor.start : anchor.end]
