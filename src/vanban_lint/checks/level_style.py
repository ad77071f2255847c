"""Kind ``level_style``: how the numbered lines of the outline are set: bold, upright, centred.

Purpose: lines of a level against what the guide says of it (``muc``), and lines of one level that differ among
themselves (``deu``). Limits: judges the typed number, which every item of a level has; an automatic number takes its
form from the list and is left alone; annexes are not judged. Neighbour: ``headings`` judges their words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from vanban_lint.checks.base import Context, Param
from vanban_lint.checks.dressing import EXPECTED, Expected, expected, has_layout, letters, one_finding
from vanban_lint.checks.format import PROPERTIES
from vanban_lint.checks.layout_words import words_of
from vanban_lint.checks.restyle import Stretch, common_cause, restyle_paragraphs, restyle_runs
from vanban_lint.model import BODY, Cause, Edit, Hit, OutlineNode, Paragraph, RunFormat
from vanban_lint.model.rule import Rule
from vanban_lint.model.structure import PHU_LUC

PARAMS = {**EXPECTED, "xet": Param("choice", "muc: against the guide; deu: among themselves", True, ("muc", "deu"))}
FIELDS = ("thuc_te", "mong_doi", "nguon_goc", "cap")

#: A numbered line not longer than this, or a label before a colon, is a heading; longer ones are text.
_HEADING = 90


class Line(NamedTuple):
    """A numbered line: its node, its paragraph and the format of its typed number."""

    node: OutlineNode
    paragraph: Paragraph
    form: RunFormat


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    if has_layout(context):
        judge = _against_guide if rule.tham_so["xet"] == "muc" else _among_themselves
        yield from judge(rule, context)


def _lines(context: Context) -> list[Line]:
    cached: list[Line] | None = context.shared.get("level_lines")
    if cached is None:
        cached = []
        for node in context.structure.nodes():
            if node.automatic or node.inline or node.marker.part != BODY or node.kind in ("gach", "y"):
                continue
            if context.structure.zone(node.marker.paragraph) == PHU_LUC:
                continue
            paragraph = context.document.paragraph(node.marker)
            first = next(letters(paragraph, node.marker.start, node.marker.end), None)
            if first is not None:
                cached.append(Line(node, paragraph, first[0]))
        context.shared["level_lines"] = cached
    return cached


def _against_guide(rule: Rule, context: Context) -> Iterator[Hit]:
    """One finding for each level and property."""
    wanted = expected(rule, context, "de_muc")
    for level in wanted.values:
        lines = [line for line in _lines(context) if line.node.kind == level and _is_named(line.node)]
        yield from _levels(context, level, lines, wanted)


def _is_named(node: OutlineNode) -> bool:
    """ "Chương I", "Điều 2": the guide speaks of these; "I." and "1." have other forms."""
    return node.number_text[:1].isalpha() and len(node.number_text.split()) > 1


def _levels(context: Context, level: str, lines: list[Line], wanted: Expected) -> Iterator[Hit]:
    words = words_of(context)
    for key, wish in wanted.get(level).items():
        if key == "can":
            off = [line for line in lines if line.paragraph.format.align != "center"]
            if off:
                align = off[0].paragraph.format.align or "left"
                source = words.source(off[0].paragraph.format, "align")
                paragraphs = [line.paragraph for line in off]
                edits = restyle_paragraphs(context, paragraphs, "align", {"align": "center", "first_line": 0})
                actual, asked = words.align(align), words.align("center")
                cause = common_cause((paragraph.format for paragraph in paragraphs), "align", asked)
                yield _finding(context, off, actual, asked, source, edits, cause)
            continue
        what = PROPERTIES[key]
        off = [line for line in lines if not what.holds(getattr(line.form, what.field), wish)]
        if off:
            source = words.source(off[0].form, what.field)
            actual = what.shown(words, getattr(off[0].form, what.field))
            edits = restyle_runs(context, _stretches(off), what.field, wish)
            cause = common_cause((form for _, form in _stretches(off)), what.field, wish)
            yield _finding(context, off, actual, what.asked(words, wish), source, edits, cause)


def _stretches(lines: list[Line]) -> list[Stretch]:
    """The typed numbers; of a line that is a heading, all of it."""
    found = []
    for line in lines:
        end = len(line.paragraph.text) if _is_heading(line) else line.node.marker.end
        found += [
            (line.paragraph.anchor(low, high), form)
            for form, low, high, _ in letters(line.paragraph, line.node.marker.start, end)
        ]
    return found


def _is_heading(line: Line) -> bool:
    text = line.paragraph.text.rstrip()
    return len(text) <= _HEADING and not text.endswith((".", ";", ","))


def _finding(
    context: Context,
    lines: list[Line],
    actual: str,
    asked: str,
    source: str,
    edits: Iterator[Edit],
    cause: Cause | None = None,
) -> Hit:
    params = {"thuc_te": actual, "mong_doi": asked, "nguon_goc": source, "cap": lines[0].node.number_text}
    return one_finding(context, [line.node.marker for line in lines], params, edits, cause=cause)


def _among_themselves(rule: Rule, context: Context) -> Iterator[Hit]:
    """Headings under one parent of which most, or as many, are bold and this one is not."""
    siblings: dict[tuple[object, ...], list[Line]] = {}
    for line in _lines(context):
        if line.node.kind in ("muc", "khoan", "diem") and (_is_heading(line) or _has_label(line)):
            siblings.setdefault((line.node.kind, line.node.style, line.node.path[:-1]), []).append(line)
    words = words_of(context)
    for lines in siblings.values():
        bold = Counter(line.form.bold for line in lines)
        plain = [line for line in lines if not line.form.bold]
        if plain and bold[True] >= bold[False]:
            source = words.source(plain[0].form, "bold")
            edits = restyle_runs(context, _stretches(plain), "bold", True)
            yield _finding(context, plain, words.phrase("not_bold"), words.phrase("bold"), source, edits)


def _has_label(line: Line) -> bool:
    """A few words before a colon, as in "1. Thời gian: ngày 24 tháng 8"."""
    head, colon, _ = line.paragraph.text.partition(":")
    return bool(colon) and len(head) < _HEADING / 2
