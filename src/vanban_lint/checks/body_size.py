"""Kind ``body_size``: the size of the running text.

Purpose: the size that most of the text has, against the guide; and paragraphs that drift from it. Limits: running text
only (``dressing.body_paragraphs``); a paragraph counts by the size of most of its letters. Sizes in points.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from vanban_lint.checks.base import Context, Param
from vanban_lint.checks.dressing import (
    EXPECTED,
    body_paragraphs,
    expected,
    first_word,
    has_layout,
    letters,
    nearest,
    one_finding,
)
from vanban_lint.checks.format import SIZE_SLACK, in_range, size_words
from vanban_lint.checks.layout_words import words_of
from vanban_lint.checks.restyle import Stretch, common_cause, restyle_runs
from vanban_lint.model import Hit, Paragraph, RunFormat
from vanban_lint.model.rule import Rule

PARAMS = {
    **EXPECTED,
    "xet": Param("choice", "muc: against the guide; lech: drift inside the text", True, ("muc", "lech")),
}
FIELDS = ("thuc_te", "mong_doi", "nguon_goc")


class Sized(NamedTuple):
    """A running paragraph with the format that most of its letters have."""

    paragraph: Paragraph
    form: RunFormat
    size: float


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    if not has_layout(context):
        return
    sized = _sized(context)
    total: Counter[float] = Counter()
    for item in sized:
        total[item.size] += len(item.paragraph.text)
    if total:
        usual = total.most_common(1)[0][0]
        judge = _against_guide if rule.tham_so["xet"] == "muc" else _drift
        yield from judge(rule, context, sized, usual)


def _sized(context: Context) -> list[Sized]:
    cached: list[Sized] | None = context.shared.get("body_sizes")
    if cached is None:
        cached = []
        for paragraph in body_paragraphs(context):
            form = _main_format(paragraph)
            if form is not None and form.size_pt is not None:
                cached.append(Sized(paragraph, form, form.size_pt))
        context.shared["body_sizes"] = cached
    return cached


def _main_format(paragraph: Paragraph) -> RunFormat | None:
    """The format of the size that most letters of a paragraph have."""
    if len({span.format.size_pt for span in paragraph.spans}) == 1:
        return paragraph.spans[0].format
    counts: Counter[float | None] = Counter()
    forms: dict[float | None, RunFormat] = {}
    for form, _, _, count in letters(paragraph, 0, len(paragraph.text)):
        counts[form.size_pt] += count
        forms.setdefault(form.size_pt, form)
    return forms[counts.most_common(1)[0][0]] if counts else None


def _against_guide(rule: Rule, context: Context, sized: list[Sized], usual: float) -> Iterator[Hit]:
    wanted = expected(rule, context, "doan")
    limits = wanted.get("co")
    if not limits or in_range(usual, limits):
        return
    words = words_of(context)
    asked = words.span(*limits)
    if wanted.is_own("co"):
        asked = words.phrase("own_style", wanted=asked, name=wanted.name)
    wrong = [item for item in sized if item.size == usual]
    yield _finding(context, wrong, words.number(usual), asked, nearest(usual, *limits), limits)


def _drift(rule: Rule, context: Context, sized: list[Sized], usual: float) -> Iterator[Hit]:
    words = words_of(context)
    other: dict[float, list[Sized]] = {}
    for item in sized:
        if abs(item.size - usual) > SIZE_SLACK and item.paragraph.format.align != "center":
            other.setdefault(item.size, []).append(item)
    for size, wrong in other.items():
        actual = words.phrase("paragraphs", what=words.number(size), count=len(wrong))
        yield _finding(context, wrong, actual, words.number(usual), usual, (usual, usual))


def _finding(
    context: Context, wrong: list[Sized], actual: str, asked: str, right: float, limits: tuple[float, float]
) -> Hit:
    words = words_of(context)
    source = words.source(wrong[0].form, "size_pt", lambda value: size_words(words, value))
    params = {"thuc_te": actual, "mong_doi": asked, "nguon_goc": source}
    stretches = _letters_of(wrong)
    edits = restyle_runs(context, stretches, "size_pt", right, lambda value: in_range(value, limits))
    cause = common_cause((form for _, form in stretches), "size_pt", limits)
    return one_finding(context, [first_word(item.paragraph) for item in wrong], params, edits, cause=cause)


def _letters_of(wrong: list[Sized]) -> list[Stretch]:
    return [
        (item.paragraph.anchor(span.start, span.end), span.format)
        for item in wrong
        for span in item.paragraph.spans
        if span.format.size_pt == item.size
    ]
