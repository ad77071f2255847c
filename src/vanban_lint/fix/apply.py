"""Claims made on a copy of a Word file, as tracked changes or plain ones.

Purpose: each edit of the closed vocabulary to the room that can write it; a claim of which one edit cannot be made is
given back with the reason, and none of its edits is made. Limits: judges nothing, writes no file. Neighbours:
``fix.plan`` before it, ``ooxml.rewriting`` below it, ``fix.verify`` after it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vanban_lint.fix.plan import Claim, Refusal
from vanban_lint.model import Document, Edit, Paragraph, ParagraphFormat, RunFormat
from vanban_lint.ooxml.leaves import UneditableError
from vanban_lint.ooxml.rewriting import Rewriting
from vanban_lint.ooxml.sections_edit import set_section
from vanban_lint.ooxml.styles_edit import set_style


class Applied(NamedTuple):
    """The changed bytes, the claims that were made, and those that could not be."""

    raw: bytes
    claims: tuple[Claim, ...]
    refusals: tuple[Refusal, ...]


def applied(raw: bytes, document: Document, claims: Iterable[Claim], date: str | None) -> Applied:
    """``claims`` made on ``raw``, which ``document`` was read from. ``date``: of tracked changes, ``None``: plain."""
    rewriting = Rewriting(raw, document, date)
    made: list[Claim] = []
    refusals: list[Refusal] = []
    for claim in claims:
        try:
            with rewriting.together():
                for edit in claim.edits:
                    _make(rewriting, document, edit)
            made.append(claim)
        except UneditableError as error:
            refusals.append(Refusal(claim.finding, error.key))
    return Applied(rewriting.result(), tuple(made), tuple(refusals))


def _make(rewriting: Rewriting, document: Document, edit: Edit) -> None:
    if edit.action == "set_section":
        set_section(rewriting, edit)
        return
    if edit.action == "set_style" and rewriting.tracking is None:
        set_style(rewriting, edit)
        return
    if edit.action == "set_style":
        for spread in spread_style(document, edit):
            _make(rewriting, document, spread)
        return
    paragraph = document.paragraph(edit.anchor)
    editors = rewriting.lines(document.part(edit.anchor.part), paragraph)
    start, end = paragraph.raw_offset(edit.anchor.start), paragraph.raw_offset(edit.anchor.end)
    for editor in editors:
        if edit.action == "replace_text":
            editor.replace(*narrowed(editor.line.text, start, end, edit.value))
        elif edit.action == "set_run":
            editor.format(start, end, edit.properties)
        elif edit.action == "set_paragraph":
            editor.set_paragraph(edit.properties)
        elif edit.action == "insert_paragraph":
            editor.add_after(edit.value)
        elif edit.action == "delete_paragraph":
            editor.remove()
        else:
            raise UneditableError("edit.action")


def spread_style(document: Document, edit: Edit) -> Iterator[Edit]:
    """Direct edits of all that takes a value from the style of ``edit``: Word tracks these, no style's change."""
    source = f"style:{edit.properties['style']}"
    for part in document.parts:
        for paragraph in part.paragraphs:
            layout = {
                key: value
                for key, value in edit.properties.items()
                if key in ParagraphFormat._fields and key != "style" and paragraph.format.source(key) == source
            }
            if layout:
                yield Edit("set_paragraph", paragraph.anchor(0, 0), properties=layout)
            for span in paragraph.spans:
                look = {
                    key: value
                    for key, value in edit.properties.items()
                    if key in RunFormat._fields and key != "style" and span.format.source(key) == source
                }
                if look:
                    yield Edit("set_run", paragraph.anchor(span.start, span.end), properties=look)


def narrowed(text: str, start: int, end: int, value: str) -> tuple[int, int, str]:
    """The replacement of ``text[start:end]`` by ``value`` without what both have in common at their edges.

    Whole words stay whole: a reviewer reads "khẳn" and "khẩn", not one letter in each. Letters and their marks are
    never parted.
    """
    old = text[start:end]
    head = 0
    while head < min(len(old), len(value)) and old[head] == value[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(value)) - head and old[-1 - tail] == value[-1 - tail]:
        tail += 1
    while head and (_in_word(old, head) or _in_word(value, head)):
        head -= 1
    while tail and (_in_word(old, len(old) - tail) or _in_word(value, len(value) - tail)):
        tail -= 1
    return start + head, end - tail, value[head : len(value) - tail]


def _in_word(text: str, at: int) -> bool:
    """Whether a cut at ``at`` would part a word or a letter from its mark."""
    if not 0 < at < len(text):
        return False
    if unicodedata.combining(text[at]):
        return True
    return text[at - 1].isalnum() and text[at].isalnum()


def changed_text(paragraph: Paragraph, edits: Iterable[Edit]) -> str:
    """Text of a paragraph after replacements, composed: what the reader must find when it reads the result."""
    text = paragraph.text if paragraph.raw is None else paragraph.raw
    for edit in sorted(edits, key=lambda item: item.anchor.start, reverse=True):
        start, end = paragraph.raw_offset(edit.anchor.start), paragraph.raw_offset(edit.anchor.end)
        text = text[:start] + edit.value + text[end:]
    return unicodedata.normalize("NFC", text)
