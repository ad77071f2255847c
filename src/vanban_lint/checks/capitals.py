"""Kind ``capitals``: how a part, or the start of it, is to be written: in capitals or not.

Purpose: what the guides call "in hoa" and "in thường", and the first letter of a line. Limits: the capitals that a
reader sees, so text that the file shows in capitals by formatting (all caps, small caps) counts as capitals; no
judgement about names inside a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban_lint.checks.base import Context, Param, Target, fold, pattern, retyped
from vanban_lint.model import Anchor, Hit
from vanban_lint.model.rule import Rule
from vanban_lint.text.lazy import lazy

PARAMS = {
    "kieu": Param(
        "choice",
        "in_hoa: every letter a capital; in_thuong: not all in capitals; dau_hoa, dau_thuong: the first letter",
        required=True,
        choices=("in_hoa", "in_thuong", "dau_hoa", "dau_thuong"),
    ),
    "phan": Param("regex", "judge only the stretch that this finds (its group x where there is one)"),
    "mien": Param("regex", "texts in which this occurs are left alone"),
}
FIELDS = ("thuc_te", "mong_doi")

_WORD = lazy(r"\S+")
# What begins with a figure has no first letter to judge.
_FIRST_WORD = lazy(r"[\W_]*(?P<word>[^\W\d_]+)")
# A short run of capitals is an abbreviation, not a line set in capitals.
_LINE_OF_CAPITALS = 12


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    exempt = rule.tham_so.get("mien")
    for target in context.targets(rule):
        if exempt and pattern(exempt).search(fold(target.text)):
            continue
        start, end = _part(rule, target)
        if start < end:
            yield from _judge(rule, context, target, start, end)


def _part(rule: Rule, target: Target) -> tuple[int, int]:
    wanted = rule.tham_so.get("phan")
    if not wanted:
        return 0, len(target.text)
    match = pattern(wanted).search(fold(target.text))
    if match is None:
        return 0, 0
    return match.span("x" if "x" in match.re.groupindex else 0)


def _judge(rule: Rule, context: Context, target: Target, start: int, end: int) -> Iterator[Hit]:
    shown = _shown(target, context)
    style = rule.tham_so["kieu"]
    if style == "in_hoa":
        yield from _not_capitals(rule, target, shown, start, end)
    elif style == "in_thuong":
        if _is_capitals(shown[start:end]):
            # Nothing is proposed: which words keep a capital (names, numbers of documents) is the writer's to say.
            yield Hit(target.anchor(start, end), {"thuc_te": target.text[start:end]})
    else:
        yield from _first_letter(rule, target, shown, start, end)


def _not_capitals(rule: Rule, target: Target, shown: str, start: int, end: int) -> Iterator[Hit]:
    """One finding a line: from its first to its last word with a small letter."""
    offset = start
    for line in shown[start:end].split("\n"):
        wrong = [word for word in _WORD.finditer(line) if word.group() != word.group().upper()]
        if wrong:
            low, high = offset + wrong[0].start(), offset + wrong[-1].end()
            yield _hit(rule, target, low, high, target.text[low:high].upper())
        offset += len(line) + 1


def _is_capitals(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return len(letters) >= _LINE_OF_CAPITALS and all(letter.isupper() for letter in letters)


def _first_letter(rule: Rule, target: Target, shown: str, start: int, end: int) -> Iterator[Hit]:
    match = _FIRST_WORD.match(shown, start, end)
    if match is None:
        return
    word, capital = match["word"], rule.tham_so["kieu"] == "dau_hoa"
    if word[0].isupper() == capital or (not capital and len(word) > 1 and word == word.upper()):
        return  # an abbreviation at the start ("HĐND ...") keeps its capitals
    low, high = match.span("word")
    typed = target.text[low:high]
    wanted = (typed[0].upper() if capital else typed[0].lower()) + typed[1:]
    yield _hit(rule, target, low, high, wanted)


def _hit(rule: Rule, target: Target, start: int, end: int, wanted: str) -> Hit:
    anchor, typed = target.anchor(start, end), target.text[start:end]
    return Hit(anchor, {"thuc_te": typed, "mong_doi": wanted}, (wanted,), retyped(rule, anchor, typed, wanted))


def _shown(target: Target, context: Context) -> str:
    """The text as a reader sees it: what is formatted as capitals is in capitals."""
    return "\n".join(_shown_line(anchor, context) for anchor in target.anchors)


def _shown_line(anchor: Anchor, context: Context) -> str:
    paragraph = context.document.paragraph(anchor)
    characters = list(paragraph.text)
    for span in paragraph.spans:
        if span.format.caps or span.format.small_caps:
            characters[span.start : span.end] = _upper(paragraph.text[span.start : span.end])
    return "".join(characters[anchor.start : anchor.end])


def _upper(text: str) -> list[str]:
    """Capitals letter by letter, so that no offset moves (upper() of "ß" has two letters)."""
    return [capital if len(capital := letter.upper()) == 1 else letter for letter in text]
