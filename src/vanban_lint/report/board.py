"""The table at the end of a run over many files: which are worst, how many are good, which took longest.

Purpose: after 5,000 reports a reader wants to know where to begin. Limits: keeps the ``MOST`` worst files and the
``SLOWEST`` slowest, so that memory does not grow with the run; findings across documents are no file's own and are
not counted. What depends on the machine (``pace``) is apart from what depends on the files (``table``), which is the
same in every run. Neighbours: ``cli.check`` adds the files, ``report.text`` shows the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappush, heappushpop
from typing import Any, NamedTuple

from vanban_lint.catalogue import say
from vanban_lint.model import SEVERITIES
from vanban_lint.report.excerpt import visible, width
from vanban_lint.report.style import Style
from vanban_lint.report.tally import Tally

#: Files that get a line of their own, and files named as the slowest.
MOST, SLOWEST = 15, 3
#: A file below so many seconds is not slow, however slow the others are not.
_SLOW = 0.5
_WORST_FIRST = SEVERITIES[::-1]


class Row(NamedTuple):
    """One file: its findings by severity, the worst severity first; ``order`` parts files that are equally bad."""

    counts: tuple[int, ...]
    order: int
    path: str


class Board:
    """``add`` every file in its order; ``table`` and ``pace`` are lines to print at the end."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._slow: list[tuple[float, str]] = []
        self._files = self._with = self._fresh = self._good = 0

    def add(self, path: str, tally: Tally, seconds: float | None) -> None:
        """Count one file in. ``seconds`` is what judging it took, ``None`` when the result was there already."""
        self._files += 1
        if seconds is not None:
            self._fresh += 1
            _keep(self._slow, (seconds, path), SLOWEST)
        counts = tuple(tally.found[name] for name in _WORST_FIRST)
        if any(counts):
            self._with += 1
            _keep(self._rows, Row(counts, -self._files, path), MOST)
        elif not (tally.unreadable or tally.incomplete or tally.broken):
            self._good += 1

    def table(self, style: Style) -> Iterator[str]:
        """The worst files first, then how many more have findings; nothing when no file has any."""
        if not self._rows:
            return
        heads = [say(f"board.{name}", style.lang) for name in _WORST_FIRST]
        rows = sorted(self._rows, reverse=True)
        names = [_ending(visible(row.path), style.columns - sum(len(head) + 2 for head in heads) - 2) for row in rows]
        room = max(map(width, (*names, say("board.file", style.lang))))
        yield style.paint("bold", _line(say("board.file", style.lang), room, heads, heads))
        for name, row in zip(names, rows, strict=True):
            yield _line(name, room, [str(count) if count else "-" for count in row.counts], heads)
        if more := self._with - len(rows):
            yield "  " + say("board.more", style.lang, n=more)
        yield "  " + say("board.good", style.lang, n=self._good, total=self._files)

    def pace(self, seconds: float, style: Style) -> Iterator[str]:
        """How fast the run was, how much of it was known already, and which files took longest."""
        known = self._files - self._fresh
        rate = self._files / seconds if seconds > 0 else 0.0
        key = "board.pace.known" if known else "board.pace"
        yield say(key, style.lang, n=self._files, seconds=f"{seconds:.1f}", rate=f"{rate:.1f}", known=known)
        slow = [(taken, path) for taken, path in sorted(self._slow, reverse=True) if taken >= _SLOW]
        if slow:
            files = ", ".join(f"{visible(path)} ({taken:.1f} s)" for taken, path in slow)
            yield say("board.slowest", style.lang, files=files)


def _keep(heap: list[Any], item: Any, most: int) -> None:
    """Push ``item`` and drop the least when there are more than ``most``."""
    if len(heap) < most:
        heappush(heap, item)
    else:
        heappushpop(heap, item)


def _line(name: str, room: int, cells: list[str], heads: list[str]) -> str:
    numbers = "".join(f"  {cell:>{len(head)}}" for cell, head in zip(cells, heads, strict=True))
    return f"  {name}{' ' * (room - width(name))}{numbers}"


def _ending(path: str, columns: int) -> str:
    """``path`` in at most ``columns``: its end tells files apart."""
    if width(path) <= columns:
        return path
    while width(path) >= columns:
        path = path[1:]
    return "…" + path
