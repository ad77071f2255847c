"""One input judged: what a run needs to know of it, without the document itself.

Purpose: the piece of work that ``check`` does for each file, here or in a worker process, and whose result a cache may
keep; so everything that comes out is plain data. Limits: prints nothing. Neighbours: ``cli.check``, ``corpus``.
"""

from __future__ import annotations

import datetime as dt
import os
import time
from collections import Counter
from functools import cache
from typing import Any, NamedTuple

from vanban_lint import __version__
from vanban_lint.cli.inputs import Input
from vanban_lint.cli.settings import SettingsOf
from vanban_lint.config import Settings
from vanban_lint.corpus import facts
from vanban_lint.corpus.facts import Facts
from vanban_lint.engine import Report, check_document
from vanban_lint.errors import ConfigError, UnreadableError
from vanban_lint.readers import read
from vanban_lint.report.formats import Writer
from vanban_lint.report.tally import Tally


class Outcome(NamedTuple):
    """``entries``: one for each writer, none when the input could not be read (``error``).

    ``failed``: a finding is at the level that fails the run, or above. ``wrong`` is a configuration that ends the run.
    ``facts`` are what the document is held against others by. ``seconds``: how long it took, ``None`` when it came from
    a cache.
    """

    entries: tuple[Any, ...] = ()
    tally: Tally = Tally()
    failed: bool = False
    error: UnreadableError | None = None
    wrong: ConfigError | None = None
    facts: Facts | None = None
    seconds: float | None = None


class Judge:
    """``Judge(...)(input)`` is the outcome for one input. It can be sent to another process."""

    def __init__(
        self,
        settings_of: SettingsOf,
        fail_on: str | None,
        writers: tuple[Writer, ...],
        several: bool = False,
        commit: str | None = None,
    ) -> None:
        """``several``: gather facts for comparison; ``commit``: leave out what the document had at it already."""
        self._settings_of = settings_of
        self._fail_on = fail_on
        self._writers = writers
        self._several = several
        self._commit = commit

    def __call__(self, item: Input) -> Outcome:
        begin = time.perf_counter()
        return self._judged(item)._replace(seconds=time.perf_counter() - begin)

    def _judged(self, item: Input) -> Outcome:
        try:
            if item.error:
                raise item.error
            document = read(item.path, _data(item))
            settings = self._settings_of(item.path)
            report = self._new(item, settings, check_document(document, settings, among_others=self._several))
        except UnreadableError as error:
            return Outcome(tally=Tally(documents=1, unreadable=1), error=error)
        except ConfigError as error:
            return Outcome(wrong=error)
        tally = Tally.of(report)
        entries = tuple(writer.entry(report) for writer in self._writers)
        return Outcome(entries, tally, tally.reached(self.level(item.path)), facts=report.facts)

    def level(self, path: str) -> str:
        """The severity from which a finding in a file fails the run."""
        return self._fail_on or self._settings_of(path).fail_on

    def _new(self, item: Input, settings: Settings, report: Report) -> Report:
        """The report without the findings that the commit holds already; a document that was unreadable had none."""
        if self._commit is None:
            return report
        from vanban_lint.cli.revision import content

        before = content(self._commit, item.path)
        if before is None:
            return report
        try:
            old = check_document(read(item.path, before), settings)
        except UnreadableError:
            return report
        known = {finding.fingerprint for finding in old.findings}
        return report._replace(findings=tuple(item for item in report.findings if item.fingerprint not in known))

    def key(self, item: Input, formats: tuple[str, ...]) -> str | None:
        """Name of the outcome in a cache: the file's content and all that could change what is said of it.

        ``None`` for standard input and what cannot be read: that is found out anew each time.
        """
        from vanban_lint.corpus.cache import digest

        if item.error or item.data is not None:
            return None
        try:
            with open(item.path, "rb") as file:
                content = file.read()
        except OSError:
            return None
        how = (
            self._settings_of(item.path),
            self._fail_on,
            self._commit,
            self._several,
            formats,
            item.path,
            dt.date.today(),
            _program(),
        )
        return digest((content, repr(how).encode("utf-8", "surrogatepass")))


@cache
def _program() -> tuple[str, int]:
    """The version, and the newest file of the package and its rules: someone who works on them wants fresh results."""
    from vanban_lint.ruleset import locate

    package = os.path.dirname(os.path.dirname(__file__))
    places = (package, *(() if os.path.isfile(locate.COMPILED) else (str(locate.rules_root()),)))
    files = (os.path.join(place, name) for root in places for place, _, names in os.walk(root) for name in names)
    return __version__, max(os.stat(file).st_mtime_ns for file in files if not file.endswith(".pyc"))


def _data(item: Input) -> bytes | None:
    """The bytes to read when they are not those of the path."""
    if item.source is None:
        return item.data
    with open(item.source, "rb") as file:
        return file.read()


def to_plain(outcome: Outcome) -> Any:
    """An outcome as JSON data, for a cache; ``None`` for one that must be found out anew."""
    if outcome.error or outcome.wrong or outcome.tally.broken:
        return None
    tally = {name: getattr(outcome.tally, name) for name in Tally.__slots__}
    return {"entries": list(outcome.entries), "tally": tally, "failed": outcome.failed, "facts": outcome.facts}


def from_plain(data: Any) -> Outcome:
    """What ``to_plain`` was given."""
    tally = data["tally"]
    counted = {name: Counter(tally[name]) for name in ("found", "rules", "requests")}
    known = facts.from_plain(data["facts"]) if data["facts"] else None
    return Outcome(tuple(data["entries"]), Tally(**(tally | counted)), data["failed"], facts=known)
