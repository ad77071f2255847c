"""Kind ``balance``: brackets and quotation marks that open and never close.

Purpose: what a pattern over one text can't count. Limits: the bracket of an item ("a)", "1)") closes nothing; a
quotation may run over many paragraphs, so one is missed only when nothing after it makes good for it; the marks after
figures are inches and minutes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vanban_lint.checks.base import Context, Param
from vanban_lint.model import Hit, Paragraph
from vanban_lint.model.rule import Rule
from vanban_lint.text.lazy import lazy

PARAMS = {
    "xet": Param(
        "choice",
        "ngoac: brackets; nhay: quotation marks",
        required=True,
        choices=("ngoac", "nhay"),
    ),
}
FIELDS = ("thuc_te", "mong_doi")

_PAIRS = {"(": ")", "[": "]", "“": "”"}
_CLOSERS = {close: opened for opened, close in _PAIRS.items()}
#: The number or letter of an item before its bracket; a face made of marks.
_ITEM = lazy(r"(?:^|[\s;,.:“(])(?:[^\W_]|\d{1,3}|[ivxIVX]{1,5}|\d{1,2}\.\d{1,2})$")
_BRACKET = lazy(r"[()\[\]]")
_QUOTE = lazy(r'[“”]|(?<!\d)"')
# So many marks before and after, and paragraphs away, is the fellow of a mark looked for; a quoted article is
# longer, but then its own brackets and marks are in order.
_NEAR, _APART = 3, 12
#: Words of a paragraph that is judged.
_SHORTEST = 5


class _Mark(NamedTuple):
    paragraph: Paragraph
    at: int
    char: str


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    unpaired = _brackets if rule.tham_so["xet"] == "ngoac" else _quotes
    alone = [mark for paragraph in context.prose() for mark in unpaired(paragraph)]
    for i, mark in enumerate(alone):
        if not _has_fellow(alone, i) and _is_whole(mark.paragraph.text, mark.at):
            fellow = _PAIRS.get(mark.char) or _CLOSERS.get(mark.char, mark.char)
            anchor = mark.paragraph.anchor(mark.at, mark.at + 1)
            yield Hit(anchor, {"thuc_te": mark.char, "mong_doi": fellow})


def _brackets(paragraph: Paragraph) -> list[_Mark]:
    """Brackets of a paragraph without their fellow."""
    text = paragraph.text
    if not any(char in text for char in "()[]"):
        return []
    waiting: list[_Mark] = []
    alone: list[_Mark] = []
    for match in _BRACKET.finditer(text):
        at, char = match.start(), match.group()
        if char in _PAIRS:
            waiting.append(_Mark(paragraph, at, char))
        elif waiting and waiting[-1].char == _CLOSERS[char]:
            waiting.pop()
        elif not _ITEM.search(text, max(0, at - 8), at):
            alone.append(_Mark(paragraph, at, char))
    return sorted([*waiting, *alone], key=lambda mark: mark.at)


def _quotes(paragraph: Paragraph) -> list[_Mark]:
    """Curly quotation marks of a paragraph without their fellow, or the last of an odd number of straight ones."""
    text = paragraph.text
    waiting: list[_Mark] = []
    alone: list[_Mark] = []
    straight = 0
    for match in _QUOTE.finditer(text):
        mark = _Mark(paragraph, match.start(), match.group())
        if mark.char == "“":
            waiting.append(mark)
        elif mark.char == "”":
            if waiting:
                waiting.pop()
            else:
                alone.append(mark)
        else:
            straight += 1
            last = mark
    if straight % 2:
        alone.append(last)
    return sorted([*waiting, *alone], key=lambda mark: mark.at)


def _has_fellow(alone: list[_Mark], i: int) -> bool:
    """What opens in one paragraph may close in another not far below. Two marks alone in one paragraph are no slip
    either, but a text of another kind."""
    mark = alone[i]
    for other in (*alone[max(0, i - _NEAR) : i], *alone[i + 1 : i + 1 + _NEAR]):
        same_part = other.paragraph.part == mark.paragraph.part
        if same_part and abs(other.paragraph.ordinal - mark.paragraph.ordinal) <= _APART:
            return True
    return False


def _is_whole(text: str, at: int) -> bool:
    """Is the paragraph a whole one: no form to fill in, no line torn from the ones around it?"""
    shown = text.strip()
    if "..." in shown or "…" in shown or "___" in shown or shown[:1].islower() or len(shown.split()) < _SHORTEST:
        return False
    return shown.endswith((".", ";", ":", ",", "”")) and at + 1 < len(text.rstrip())
