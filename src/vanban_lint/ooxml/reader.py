"""A Word file to a ``Document``: opens the package, reads every part that shows text, and ties the pieces together.

Purpose: the one entrance to reading .docx. Limits: no judgement, no write-back. What could not be read is in
``Document.unread``; what makes a file unusable is an UnreadableError. Neighbours: ``ooxml.package`` opens,
``ooxml.story`` reads a part, ``readers.docx`` calls.
"""

from __future__ import annotations

from typing import Any

from vanban_lint.model import Document, PageNumber, Paragraph, Part, Section, Unread
from vanban_lint.ooxml import canonical
from vanban_lint.ooxml.addressed import addressed, placed
from vanban_lint.ooxml.definitions import formats_of
from vanban_lint.ooxml.gathering import Gathered
from vanban_lint.ooxml.numbering import Counters
from vanban_lint.ooxml.package import Package
from vanban_lint.ooxml.sections import RawSection, read_section, shown_parts
from vanban_lint.ooxml.story import StoryReader
from vanban_lint.ooxml.xml import W, on, parse

_NEW_PAGE = ("nextPage", "oddPage", "evenPage")
#: Links whose content would show in the document; hyperlinks only lead away from it.
_SHOWN_LINKS = ("image", "oleObject", "subDocument", "frame", "aFChunk", "video", "audio")
References = dict[tuple[str, str], str]


def read_document(raw: bytes, path: str) -> Document:
    """Read the bytes of a .docx, .dotx, .docm or .dotm. UnreadableError when that can't be done."""
    package = Package(raw, path)
    formats = formats_of(package)
    gathered = Gathered(path, formats, Counters(formats.numbering))
    settings = _settings(package)
    even_odd = _flag(settings, "evenAndOddHeaders")
    comments = addressed(package)

    def read(member: str, name: str, kind: str) -> Part:
        data, usual = package.part(member), True
        if not canonical.is_usual(data):
            data, usual = canonical.rewrite(data, path, member), False
        first_box = len(gathered.boxes)
        part = StoryReader(data, member, name, kind, gathered).read()
        if comments:
            placed(comments, data, [part.paragraphs, *(box.paragraphs for box in gathered.boxes[first_box:])])
        if not usual:
            gathered.boxes[first_box:] = map(_without_offsets, gathered.boxes[first_box:])
            part = _without_offsets(part)
        return part

    body = read(package.main, "body", "body")
    sections = _closed(gathered.sections, len(body.paragraphs))
    parts = [body]
    shown = _inherited(sections, even_odd)
    names: dict[str, str] = {}
    for references in shown:
        for (where, _), relationship in references.items():
            if relationship not in names:
                member = _target(package, relationship)
                if member is None:
                    continue
                ordinal = sum(name.startswith(where) for name in names.values()) + 1
                names[relationship] = f"{where}{ordinal}"
                parts.append(read(member, names[relationship], where))
    for kind in ("footnotes", "endnotes"):
        notes = package.related(package.main, kind)
        if notes is not None:
            part = read(notes, kind, kind)
            if part.paragraphs:
                parts.append(part)
    parts += [box for box in gathered.boxes if any(p.text.strip() or p.label for p in box.paragraphs)]
    final = tuple(
        _with_parts(raw_section.section, references, names, gathered)
        for raw_section, references in zip(sections, shown, strict=True)
    )
    parts[0] = _with_section_breaks(body, final)
    return Document(
        path,
        "docx",
        tuple(parts),
        final,
        tuple(gathered.lines),
        (*gathered.unread.values(), *_package_notes(package)),
        _flag(settings, "mirrorMargins"),
        even_odd,
        formats.run(formats.paragraph(b"", None), b""),
        formats.sheet.names,
        comments=tuple(comments.values()),
    )


def _settings(package: Package) -> Any:
    member = package.related(package.main, "settings")
    return None if member is None else parse(package.part(member), package.path, member)


def _flag(settings: Any, name: str) -> bool:
    element = None if settings is None else settings.find(W + name)
    return element is not None and on(element)


def _closed(sections: list[RawSection], last: int) -> list[RawSection]:
    """Sections that cover all paragraphs: a body without a last ``w:sectPr`` ends in one that states nothing."""
    covered = sections[-1].section.last_paragraph if sections else 0
    if not sections or covered < last:
        sections = [*sections, read_section(None, covered + 1, last)]
    return sections


def _inherited(sections: list[RawSection], even_odd: bool) -> list[References]:
    """References shown in each section: one that a section lacks is the one of the section before."""
    result: list[References] = []
    current: References = {}
    for section in sections:
        current = {**current, **section.references}
        result.append(shown_parts(section.section, current, even_odd))
    return result


def _target(package: Package, relationship: str) -> str | None:
    for link in package.relationships(package.main):
        if link.id == relationship and not link.external and link.target in package.archive:
            return link.target
    return None


def _with_parts(section: Section, references: References, names: dict[str, str], gathered: Gathered) -> Section:
    parts, numbers = [], []
    for (where, kind), relationship in references.items():
        name = names.get(relationship)
        if name is None:
            continue
        parts.append((f"{where}:{kind}", name))
        numbers += [
            PageNumber(
                name,
                where,
                kind,
                found.align,
                found.form.size_pt,
                found.anchor,
                found.in_flow,
                found.form.source("size_pt"),
            )
            for found in gathered.page_numbers
            if found.part == name
        ]
    return section._replace(parts=tuple(parts), page_numbers=tuple(numbers))


def _with_section_breaks(body: Part, sections: tuple[Section, ...]) -> Part:
    """The body with a page break before the first paragraph of each section that starts a page."""
    starts = {section.first_paragraph for section in sections[1:] if section.break_type in _NEW_PAGE}
    if not starts:
        return body
    paragraphs = tuple(p._replace(break_before=True) if p.ordinal in starts else p for p in body.paragraphs)
    return body._replace(paragraphs=paragraphs)


def _without_offsets(part: Part) -> Part:
    """A part whose bytes are not those of the file: nothing in it can be edited in place."""

    def strip(paragraph: Paragraph) -> Paragraph:
        spans = tuple(span._replace(run_at=-1, text_at=-1) for span in paragraph.spans)
        return paragraph._replace(spans=spans, byte_range=(-1, -1))

    return part._replace(paragraphs=tuple(map(strip, part.paragraphs)))


def _package_notes(package: Package) -> list[Unread]:
    notes = []
    if package.has_macros:
        notes.append(Unread("reading.macros", ""))
    for link in package.external():
        remote = link.kind == "attachedTemplate" and link.target.lower().startswith(("http", "ftp", "\\\\"))
        if remote or link.kind in _SHOWN_LINKS:
            notes.append(Unread("reading.external", "", link.target))
    return notes
