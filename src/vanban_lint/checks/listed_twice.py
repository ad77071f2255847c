"""Kind ``listed_twice``: a line of a list that says again what a line above says, in other letters.

Purpose: recipients written once in full and once shortened, or with a slip; grounds that cite one document twice.
Limits: recipients that are alike to the letter are ``agreement``'s matter; two names that differ in a whole word are
two. The document itself, not a text issued with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from vanban_lint.checks.base import Context, Param, dropped, fold
from vanban_lint.checks.body_names import written_out
from vanban_lint.checks.cited import cited
from vanban_lint.model import Block, Hit, Related
from vanban_lint.model.rule import Rule
from vanban_lint.similarity.candidates import Keys
from vanban_lint.similarity.words import keys
from vanban_lint.text.lazy import lazy

PARAMS = {
    "xet": Param(
        "choice", "ten: the same name; vien_dan: the same document, or the same words", True, ("ten", "vien_dan")
    ),
}
FIELDS = ("thuc_te", "doi_chieu")

#: Letters of the shorter of two words that may be one with a slip: in "Nam" and "Nan" one letter is too much.
SLIP_FROM = 4
_BLANK = lazy(r"\.{3}|…|\{\{|_{3}")
#: Words of a ground that names something; "Căn cứ ..." on a form names nothing.
NAMED_BY = 4
#: A citation further from the beginning is that of the subject: "... sửa đổi Nghị định số 30/2020/NĐ-CP".
HEAD = 60


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    blocks = [block for block in context.own(*rule.o) if not _BLANK.search(block.text)]
    judge = _one_name if rule.tham_so["xet"] == "ten" else _one_document
    told: set[int] = set()
    for first, second in combinations(range(len(blocks)), 2):
        earlier, later = blocks[first], blocks[second]
        if second not in told and judge(earlier, later, context):
            told.add(second)
            params = {"thuc_te": later.text, "doi_chieu": earlier.text}
            edits = dropped(rule, context, later.anchors)
            yield Hit(later.anchor, params, edits=edits, related=(Related(earlier.anchor, earlier.text),))


def _one_name(earlier: Block, later: Block, context: Context) -> bool:
    first, second = written_out(earlier.text, context), written_out(later.text, context)
    if not first or keys(earlier.text) == keys(later.text):
        return False
    return first == second or _one_slip(first, second)


def _one_slip(first: Keys, second: Keys) -> bool:
    """The same words but for one letter of one of them."""
    other = [pair for pair in zip(first, second, strict=False) if pair[0] != pair[1]]
    if len(first) != len(second) or len(other) != 1 or len(first) < SLIP_FROM:
        return False
    word, slip = other[0]
    return min(map(len, other[0])) >= SLIP_FROM and not (word + slip).isdigit() and _distance(word, slip) == 1


def _distance(first: str, second: str) -> int:
    from rapidfuzz.distance import OSA

    return int(OSA.distance(first, second))


def _one_document(earlier: Block, later: Block, context: Context) -> bool:
    first_words = keys(earlier.text)
    if first_words == keys(later.text):
        return len(first_words) >= NAMED_BY
    first, second = _head_number(earlier, context), _head_number(later, context)
    return first is not None and first == second


def _head_number(block: Block, context: Context) -> str | None:
    """The number of the document that a ground cites first, with its date: numbers recur every year and term."""
    for item in cited(context):
        place = item.whole
        if place[:2] == block.anchor[:2] and item.citation.so is not None:
            if place.start - block.anchor.start > HEAD or "sửa đổi" in fold(block.text[: place.start]):
                return None
            return f"{item.citation.ky_hieu} {item.citation.date}"
    return None
