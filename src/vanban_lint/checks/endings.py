"""Kind ``endings``: the mark that closes each line of a list, and the dash that opens it.

Purpose: lists whose guide fixes the marks (nơi nhận, kính gửi, căn cứ). The selector's blocks, in reading order, are
the list. The finding covers the wrong mark; a missing mark is the empty place where it belongs. Limits: a run of
marks (";;", "...") is one defect of its own and is left to ``pattern``; texts issued with the document are not
judged.

A list of three lines or more that uses one wrong mark throughout is one habit and one finding, at its first line, with
the other lines as related places.

A remark set beside the list, such as a brace over two lines or "Để đăng" after a wide gap, is not part of the line:
the mark before it counts (met in ministry letters).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vanban_lint.checks.base import Context, Param, fold, pattern, retyped
from vanban_lint.model import Anchor, Block, Hit, Related
from vanban_lint.model.rule import Rule
from vanban_lint.text.lazy import lazy

PARAMS = {
    "giua": Param("list", "marks allowed at the end of every line but the last"),
    "cuoi": Param("list", "marks allowed at the end of the last line"),
    "xet": Param(
        "choice", "what to report: a wrong mark (sai), a missing one (thieu), both by default", choices=("sai", "thieu")
    ),
    "dau": Param("flag", "report lines that no dash opens, typed or automatic, instead of endings"),
    "nhieu": Param("flag", "judge only lists of two lines or more"),
    "mien": Param("regex", "lines in which this occurs are left alone"),
}
FIELDS = ("thuc_te", "mong_doi", "dong")

#: Lines with one wrong mark that make it a habit rather than a slip.
HABIT = 3
_MARKS = ";,.:!?…/"
_SPACE = r"[^\S\n]"
_MARK = rf"(?P<mark>(?:{_SPACE}*[{_MARKS}])+)"
# Words set beside the list, which no mark closes: after a wide gap that follows a mark, or at a brace.
_BESIDE = rf".*[^\s{_MARKS}]"
_LINE = lazy(
    rf"(?P<text>.*?[^\s{_MARKS}])(?:{_MARK}(?:(?:{_SPACE}{{2,}}|\t){_BESIDE})?)?(?:{_SPACE}*[}}{{]{_BESIDE})?\s*",
    re.DOTALL,
)


class Line(NamedTuple):
    """A line of the list: ``start`` and ``end`` of its mark in the block's text, equal when there is none."""

    block: Block
    mark: str
    start: int
    end: int


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    lines = [line for line in map(_line, context.own(*rule.o)) if line is not None]
    if rule.tham_so.get("nhieu") and len(lines) < 2:
        return
    if rule.tham_so.get("dau"):
        judged = (line.block for line in lines if not _exempt(rule, line))
        yield from (_undashed(rule, block) for block in judged if not _dashed(block, context))
        return
    wrong = [(line, allowed) for line, allowed in _judged(rule, lines) if line.mark not in allowed]
    inner = {line.mark for line in lines[:-1] if not _exempt(rule, line)}
    if len(wrong) >= HABIT and {line.mark for line, _ in wrong} == inner and len(inner) == 1:
        hits = [_hit(line, allowed, rule) for line, allowed in wrong]
        others = tuple(Related(hit.anchor, line.block.text) for hit, (line, _) in zip(hits[1:], wrong[1:], strict=True))
        yield hits[0]._replace(related=others, edits=tuple(edit for hit in hits for edit in hit.edits))
    else:
        yield from (_hit(line, allowed, rule) for line, allowed in wrong)


def _judged(rule: Rule, lines: Sequence[Line]) -> Iterator[tuple[Line, Sequence[str]]]:
    """Lines that the rule looks at, each with the marks allowed there."""
    for place, line in enumerate(lines):
        allowed = rule.tham_so.get("cuoi" if place == len(lines) - 1 else "giua")
        if allowed and _looked_at(rule, line) and not _exempt(rule, line):
            yield line, allowed


def _line(block: Block) -> Line | None:
    """Where the mark of a line stands; ``None`` for an empty line."""
    match = _LINE.fullmatch(block.text)
    if match is None or not any(map(str.isalnum, block.text)):
        return None
    start = match.start("mark")
    if start < 0:
        return Line(block, "", match.end("text"), match.end("text"))
    mark = match["mark"].strip()
    start += match["mark"].index(mark[0])
    return Line(block, mark, start, start + len(mark))


def _looked_at(rule: Rule, line: Line) -> bool:
    """A run of marks is one defect of its own; else ``xet`` decides."""
    wanted = rule.tham_so.get("xet")
    single = len(line.mark) <= 1 or line.mark == "./."
    return single and (wanted is None or (wanted == "thieu") is (not line.mark))


def _exempt(rule: Rule, line: Line) -> bool:
    exempt = rule.tham_so.get("mien")
    return bool(exempt and pattern(exempt).search(fold(line.block.text)))


def _dashed(block: Block, context: Context) -> bool:
    """Whether the line opens with any list mark; another mark than a dash is the matter of ``pattern``."""
    label = context.document.paragraph(block.anchor).label
    return label is not None or re.match(r"\s*[^\w\s(\[{\"“'.…]", block.text) is not None


def _undashed(rule: Rule, block: Block) -> Hit:
    anchor = block.anchor
    start = anchor.start + len(block.text) - len(block.text.lstrip())
    params = {"thuc_te": block.text.strip(), "mong_doi": f"- {block.text.strip()}", "dong": block.text}
    edits = retyped(rule, anchor._replace(start=start, end=start), "", "- ")
    return Hit(anchor._replace(start=start), params, (params["mong_doi"],), edits)


def _hit(line: Line, allowed: Sequence[str], rule: Rule) -> Hit:
    anchor = _anchor(line.block, line.start, line.end)
    params = {"thuc_te": line.mark, "mong_doi": allowed[0], "dong": line.block.text}
    return Hit(anchor, params, (allowed[0],), retyped(rule, anchor, line.mark, allowed[0]), absent=not line.mark)


def _anchor(block: Block, start: int, end: int) -> Anchor:
    """Place in the document of a stretch of a block's text that lies on one line."""
    base = 0
    for anchor in block.anchors:
        length = anchor.end - anchor.start
        if start < base + length or (start == base + length and start == end):
            return Anchor(anchor.part, anchor.paragraph, anchor.start + start - base, anchor.start + end - base)
        base += length + 1
    return block.anchors[-1]._replace(start=block.anchors[-1].end)
