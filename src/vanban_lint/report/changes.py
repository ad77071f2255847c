"""What a fix did, or would do, in words and as a comparison of paragraphs.

Purpose: one line a repair, the reasons of those not made, and ``--diff``. Limits: nothing is applied here. Neighbours:
``fix.mend``, ``cli.fix``.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from vanban_lint.catalogue import say
from vanban_lint.engine import Report
from vanban_lint.fix.mend import Mended
from vanban_lint.fix.plan import Claim, Refusal
from vanban_lint.model import Document, Edit, Paragraph
from vanban_lint.report.excerpt import shortened, visible
from vanban_lint.report.formats_in_words import in_words
from vanban_lint.report.place import spot, words
from vanban_lint.report.style import Style

_COLUMNS = 60


def listing(mended: Mended, style: Style) -> Iterator[str]:
    """A line for each repair, the same one at places in a row told once; then those that were not made and why."""
    made = [line for document, claim in mended.claims for line in _claim(document, claim, style)]
    for (rule, change), group in groupby(made, key=lambda line: (line.rule, line.change)):
        first, *others = (line.place for line in group)
        place = first + (say("report.more_places", style.lang, n=len(others)) if others else "")
        yield "  " + say("fix.line", style.lang, rule=style.paint("bold", rule), place=place, change=change)
    if mended.refusals:
        yield style.paint("bold", say("fix.refused", style.lang))
        yield from (_refusal(mended.after.document, refusal, style) for refusal in mended.refusals)


def difference(mended: Mended, style: Style) -> Iterator[str]:
    """Paragraphs that change: the old text with "-", the new one with "+"."""
    before, after = mended.before.document, mended.after.document
    for old_part, new_part in zip(before.parts, after.parts, strict=False):
        old, new = ([_written(p) for p in part.paragraphs] for part in (old_part, new_part))
        for kind, low, high, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind != "equal":
                place = old_part.paragraphs[min(low, len(old) - 1)] if old else new_part.paragraphs[first]
                yield style.paint("dim", f"@@ {spot(before, place.anchor(0, 0), style.lang)} @@")
                yield from (style.paint("loi", "-" + visible(line)) for line in old[low:high])
                yield from (style.paint("good", "+" + visible(line)) for line in new[first:last])


def _written(paragraph: Paragraph) -> str:
    """The text as the file holds it: a repair may change only how letters are composed."""
    return paragraph.text if paragraph.raw is None else paragraph.raw


def unsafe_left(report: Report) -> int:
    """Findings whose only repair is a guess."""
    return sum(finding.fix is not None and finding.fix.safety == "unsafe" for finding in report.findings)


class _Line(NamedTuple):
    rule: str
    place: str
    change: str


def _claim(document: Document, claim: Claim, style: Style) -> Iterator[_Line]:
    for edit in claim.edits:
        place = words(document, claim.finding._replace(anchor=edit.anchor), style.lang)
        yield _Line(claim.finding.rule, place, _change(document, edit, style.lang))


def _change(document: Document, edit: Edit, lang: str) -> str:
    old, new = (shortened(visible(text), _COLUMNS) for text in (edit.expected, edit.value))
    if edit.action == "insert_paragraph":
        return say("fix.line_added", lang, new=new)
    if edit.action == "delete_paragraph":
        return say("fix.line_removed", lang, old=old)
    if edit.action != "replace_text":
        return say("fix.formatted", lang, what=in_words(edit.properties, lang))
    if edit.expected == edit.value:
        return say("fix.composed", lang, new=new)
    if edit.expected and edit.value:
        return say("fix.replaced", lang, old=old, new=new)
    return say("fix.removed", lang, old=old) if edit.expected else say("fix.added", lang, new=new)


def _refusal(document: Document, refusal: Refusal, style: Style) -> str:
    reason = say(refusal.key, style.lang, other=refusal.other)
    place = words(document, refusal.finding, style.lang)
    return "  " + say("fix.line", style.lang, rule=refusal.finding.rule, place=place, change=reason)
