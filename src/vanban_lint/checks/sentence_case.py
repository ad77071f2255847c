"""Kind ``sentence_case``: a small letter where a sentence begins, a capital where none does.

Purpose: the letter after a full stop, after ";" and ",", and at the start of an item among its siblings. Limits: words
tell what begins: a capital after a comma counts only when the words that follow open no name (table ``viet_hoa``); a
stop that cuts a word in two is left to the spelling rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from vanban_lint.checks.base import Context, Param, fold
from vanban_lint.checks.outline import Series, all_series
from vanban_lint.model import Anchor, Edit, Hit, Paragraph
from vanban_lint.model.rule import Rule
from vanban_lint.text.lazy import lazy
from vanban_lint.text.letters import CAPITALS
from vanban_lint.text.syllable import is_syllable

PARAMS = {
    "xet": Param(
        "choice",
        "dau_cau: after a full stop; giua_cau: after ; and ,; muc: items against their siblings",
        required=True,
        choices=("dau_cau", "giua_cau", "muc"),
    ),
}
FIELDS = ("thuc_te", "mong_doi")

_AFTER_STOP = lazy(r"(?<![^\W\d_])(?P<last>[^\W\d_]{2,})[.?!][ \u00a0](?P<x>[^\W\d_]+)(?=[ ,;:])")
_AFTER_MARK = lazy(rf"(?<=[^\W_][;,])[ \u00a0](?P<x>[{CAPITALS}][^\W\d_]*)")
_FIRST = lazy(r"[\s\-+–•*(]*(?P<x>[^\W\d_]+)")
# Words after which a full stop ends no sentence: abbreviations.
_SHORTENED = frozenset("tp ts ths gs pgs bs tr vv nxb st đc stt kt tm tl q p cn ks cv nq".split())
# Blanks between the columns of a table laid out without one.
_COLUMNS = "   "
_ENDS = (".", ";", ":", "!", "?")
#: Items that agree: so many, and so many times the others.
_LEAST_AGREEING, _TIMES = 3, 4


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    wanted = rule.tham_so["xet"]
    if wanted == "muc":
        for series in all_series(context):
            yield from _items(rule, series)
        return
    openers = _openers(context.tables["viet_hoa"]["mo_dau_viec"]) if wanted == "giua_cau" else {}
    for paragraph in context.prose():
        if wanted == "dau_cau":
            yield from _small_after_stop(rule, context, paragraph)
        else:
            yield from _capital_after_mark(rule, paragraph, openers)


def _small_after_stop(rule: Rule, context: Context, paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.text.rstrip()
    # Only a sentence that comes to its end: cells of a table that a converter flattened hold stumps of several.
    if not text.endswith(_ENDS) or text[:1].islower() or _COLUMNS in text:
        return
    for match in _AFTER_STOP.finditer(text):
        last, word = match["last"], match["x"]
        if not word[0].islower() or not is_syllable(word) or len(word) < 2 or last.isupper():
            continue
        if (
            last.lower() in _SHORTENED
            or not is_syllable(last.lower())
            or _cuts_a_word(context, paragraph, match.start("x"))
        ):
            continue
        yield _hit(rule, paragraph.anchor(*match.span("x")), word, word[:1].upper() + word[1:])


def _cuts_a_word(context: Context, paragraph: Paragraph, at: int) -> bool:
    """Whether the detector takes the stop before ``at`` for one inside a word; asked for a candidate alone."""
    from vanban_lint.checks.spelling import suspects

    return any(start < at < end for start, end in suspects(context, paragraph))


def _capital_after_mark(rule: Rule, paragraph: Paragraph, openers: dict[str, tuple[str, ...]]) -> Iterator[Hit]:
    text = paragraph.text
    if ";" not in text and "," not in text:
        return
    low = fold(text).lower()
    if len(low) != len(text):
        return
    for match in _AFTER_MARK.finditer(text):
        start, end = match.span("x")
        word = match["x"]
        if word.isupper() and len(word) > 1:
            continue
        for opener in openers.get(low[start:end], ()):
            stop = start + len(opener)
            if (
                low.startswith(opener, start)
                and not low[stop : stop + 1].isalpha()
                and text[start + 1 : stop].islower()
            ):
                if not _in_quotes(text, start):
                    yield _hit(rule, paragraph.anchor(start, end), word, word.lower())
                break


def _in_quotes(text: str, at: int) -> bool:
    """Whether a quotation is open at ``at``: titles and slogans keep their capitals."""
    before = text[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


@lru_cache(maxsize=2)
def _openers(listed: str) -> dict[str, tuple[str, ...]]:
    """First word -> the openers that begin with it."""
    found: dict[str, list[str]] = {}
    for opener in "".join(listed.split("\n")).replace("| ", "|").split("|"):
        found.setdefault(opener.split()[0], []).append(opener)
    return {first: tuple(same) for first, same in found.items()}


def _items(rule: Rule, series: Series) -> Iterator[Hit]:
    """Items that begin with a small letter where nearly all of their siblings begin with a capital."""
    starts = [(item, _first(item.text)) for item in series.items]
    small = [(item, word) for item, word in starts if word and word[0].islower()]
    capitals = sum(1 for _, word in starts if word and word[0].isupper())
    if not small or capitals < _LEAST_AGREEING or capitals < _TIMES * len(small):
        return
    for item, word in small:
        at = item.paragraph.text.find(word, item.paragraph.text.find(item.text[:12]))
        if at >= 0:
            yield _hit(rule, item.paragraph.anchor(at, at + len(word)), word, word[:1].upper() + word[1:])


def _first(text: str) -> str:
    match = _FIRST.match(text)
    return match["x"] if match else ""


def _hit(rule: Rule, anchor: Anchor, actual: str, right: str) -> Hit:
    edits: Sequence[Edit] = (Edit("replace_text", anchor, right, actual),) if rule.sua else ()
    return Hit(anchor, {"thuc_te": actual, "mong_doi": right}, suggestions=(right,), edits=tuple(edits))
