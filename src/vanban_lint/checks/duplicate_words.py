"""What two versions of one text do not share: in words for a drafter, and word by word for a program.

Purpose: the difference of a pair of ``duplicate``. Limits: the sayings name the largest changes and whole points; the
diff holds everything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vanban_lint.checks.duplicate_units import Point, Unit
from vanban_lint.model import Saying
from vanban_lint.similarity.compare import changes, likeness

#: Changes named in a message, and words shown of each.
NAMED, SHOWN = 8, 14
#: Likeness from which two points are one.
ONE_POINT = 0.4


class _Phrase(NamedTuple):
    key: str
    size: int
    gone: str
    new: str


def difference(earlier: Unit, later: Unit) -> tuple[tuple[str, str], ...]:
    """("=", text), ("-", text only in the earlier), ("+", text only in the later) in order; spaces single."""
    found: list[tuple[str, str]] = []
    for step in changes(earlier.keys, later.keys):
        gone, new = _text(earlier, step.first, step.first_end), _text(later, step.second, step.second_end)
        if step.same:
            found.append(("=", new))
        else:
            found += [(sign, text) for sign, text in (("-", gone), ("+", new)) if text]
    return tuple(found)


def sayings(earlier: Unit, later: Unit) -> tuple[Saying, ...]:
    """Points first, then the largest other changes in reading order."""
    if earlier.keys == later.keys:
        return (Saying("duplicate.same"),)
    lost, gained = _lone_points(earlier, later)
    said = [_point("duplicate.point_missing", earlier, point) for point in lost]
    said += [_point("duplicate.point_added", later, point) for point in gained]
    phrases = list(_phrases(earlier, later, lost, gained))
    largest = sorted(phrases, key=lambda phrase: -phrase.size)[:NAMED]
    kept = [phrase for phrase in phrases if phrase in largest]
    for key in ("duplicate.missing", "duplicate.added"):
        texts = [phrase.gone or phrase.new for phrase in kept if phrase.key == key]
        if texts:
            said.append(Saying(key, {"text": ", ".join(f"“{text}”" for text in texts)}))
    said += [
        Saying(phrase.key, {"gone": phrase.gone, "new": phrase.new})
        for phrase in kept
        if phrase.key == "duplicate.changed"
    ]
    if len(phrases) > len(kept):
        said.append(Saying("duplicate.more", {"n": len(phrases) - len(kept)}))
    return tuple(said)


def _point(key: str, unit: Unit, point: Point) -> Saying:
    return Saying(key, {"point": point.label, "text": _shown(unit, point.said, point.last)})


def _phrases(earlier: Unit, later: Unit, lost: Sequence[Point], gained: Sequence[Point]) -> Iterator[_Phrase]:
    """The changes outside the points that one version lacks altogether."""
    for step in changes(earlier.keys, later.keys):
        if step.same:
            continue
        first, first_end = _outside(step.first, step.first_end, lost)
        second, second_end = _outside(step.second, step.second_end, gained)
        gone, new = _shown(earlier, first, first_end), _shown(later, second, second_end)
        size = max(first_end - first, second_end - second)
        if gone and new:
            yield _Phrase("duplicate.changed", size, gone, new)
        elif gone or new:
            yield _Phrase("duplicate.missing" if gone else "duplicate.added", size, gone, new)


def _outside(first: int, last: int, points: Sequence[Point]) -> tuple[int, int]:
    """The stretch without what belongs to one of the points."""
    for point in points:
        if first >= point.first:
            first = max(first, min(point.last, last))
        elif last > point.first:
            last = point.first
    return first, max(first, last)


def _lone_points(earlier: Unit, later: Unit) -> tuple[list[Point], list[Point]]:
    """Points of either version that the other has not."""
    lost, rest = [], list(later.points)
    if not earlier.points or not later.points:
        return [], []
    for point in earlier.points:
        best = max(rest, key=lambda other: _alike(earlier, point, later, other), default=None)
        if best is not None and _alike(earlier, point, later, best) >= ONE_POINT:
            rest.remove(best)
        else:
            lost.append(point)
    return lost, rest


def _alike(earlier: Unit, first: Point, later: Unit, second: Point) -> float:
    return likeness(earlier.keys[first.first : first.last], later.keys[second.first : second.last])


def _text(unit: Unit, first: int, last: int) -> str:
    """The text of words ``first`` to ``last`` with the marks up to the next word, spaces single."""
    if first >= last:
        return ""
    start = _opening(unit, first)
    end = _opening(unit, last) if last < len(unit.words) else len(unit.text)
    return " ".join(unit.text[start:end].split())


def _opening(unit: Unit, index: int) -> int:
    """Where a word begins, the bracket or quotation mark before it included."""
    head = unit.text[: unit.words[index].start]
    return len(head) - len(head.split()[-1]) if head and not head[-1].isspace() else len(head)


def _shown(unit: Unit, first: int, last: int) -> str:
    """The same, short, and without marks at its ends."""
    if first >= last:
        return ""
    cut = last - first > SHOWN
    end = unit.words[first + SHOWN - 1 if cut else last - 1].end
    text = " ".join(unit.text[unit.words[first].start : end].split())
    return text + ("…" if cut else "")
