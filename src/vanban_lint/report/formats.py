"""The formats of ``check``, by name: each one module, loaded when asked for.

Purpose: the protocol between a run and a format, and where formats are found. A format module holds ``Writer``.
Limits: no file is opened here. Formats of other packages come from the entry points of the group
``vanban_lint.reporters`` (name -> a class like ``Writer``); a name of ours is never replaced.
Neighbours: ``cli.check`` drives a writer, ``cli.output`` takes what it says.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from vanban_lint.corpus.facts import Across
from vanban_lint.engine import Report
from vanban_lint.report.style import Style
from vanban_lint.report.tally import Tally

#: Ours, with the usual ending of a file in that format; each is a module of this room.
OWN = {
    "text": ".txt",
    "json": ".json",
    "jsonl": ".jsonl",
    "sarif": ".sarif",
    "github": ".github.txt",
    "gitlab": ".gitlab.json",
    "junit": ".xml",
    "html": ".html",
    "markdown": ".md",
}
GROUP = "vanban_lint.reporters"


class Writer(Protocol):
    """What a format offers. ``entry`` is called where the document was judged, perhaps in another process: it changes
    nothing and gives plain JSON data. The others are called in one process, in the order of the inputs, and give the
    text to write now. ``across``: what was found between the documents, once, before ``end``; formats of other packages
    may do without."""

    def entry(self, report: Report) -> Any: ...
    def add(self, entry: Any) -> str: ...
    def unreadable(self, path: str, key: str, message: str) -> str: ...
    def across(self, found: Sequence[Across]) -> str: ...
    def end(self, tally: Tally) -> str: ...


def names() -> tuple[str, ...]:
    """Every format there is, ours first."""
    from importlib.metadata import entry_points

    return (*OWN, *sorted(point.name for point in entry_points(group=GROUP) if point.name not in OWN))


def by_suffix(file: str) -> str | None:
    """The format that a file name stands for; the longest ending counts, so ".gitlab.json" is no plain ".json"."""
    fitting = [name for name, suffix in OWN.items() if file.lower().endswith(suffix)]
    return max(fitting, key=lambda name: len(OWN[name])) if fitting else None


def writer(name: str, style: Style) -> Writer:
    """A writer of the format ``name``; KeyError when there is none."""
    from importlib import import_module

    if name in OWN:
        made: Writer = import_module(f"vanban_lint.report.{name}").Writer(style)
        return made
    return _foreign(name)(style)


def _foreign(name: str) -> Callable[[Style], Writer]:
    from importlib.metadata import entry_points

    for point in entry_points(group=GROUP, name=name):
        made: Callable[[Style], Writer] = point.load()
        return made
    raise KeyError(name)
