"""``vanban-lint check``: judge documents and say what is wrong.

Purpose: options in, reports out, one exit code. Limits: reading, judging and wording belong to the rooms behind. One
unreadable, broken or hanging file never stops the others. Neighbours: ``cli.inputs``, ``cli.judge`` (one file),
``cli.output``, ``corpus`` (many files), ``report``.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, nullcontext
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from vanban_lint.catalogue import say
from vanban_lint.cli.app import FAILED, FINDINGS, OK, error_line
from vanban_lint.cli.inputs import ALL_SUFFIXES, SUFFIXES, Input, expand
from vanban_lint.cli.judge import Judge, Outcome, from_plain, to_plain
from vanban_lint.cli.output import Progress, Sink, style
from vanban_lint.cli.params import Command, Day, Option, language_option
from vanban_lint.cli.settings import SettingsOf
from vanban_lint.corpus.facts import Facts
from vanban_lint.engine import require_known
from vanban_lint.errors import ConfigError, UnreadableError
from vanban_lint.model import SEVERITIES
from vanban_lint.readers import CONVERTIBLE
from vanban_lint.report import formats, statistics
from vanban_lint.report.board import Board
from vanban_lint.report.formats import Writer
from vanban_lint.report.tally import Tally
from vanban_lint.ruleset.bundle import bundled

if TYPE_CHECKING:
    from vanban_lint.corpus.shelf import Shelf

#: Up to here the files are judged in this process: starting workers would cost more than it saves (measured: 0.15 s).
FEW = 4


def _names(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Selectors from a repeatable option; each may hold several, separated by commas."""
    return tuple(name for value in values for name in value.replace(",", " ").split())


def judging_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options that change how a document is judged."""
    for option in (
        click.option("--config", cls=Option, metavar="FILE", type=click.Path(), help="cli.help.config"),
        click.option("--date", cls=Option, type=Day(), metavar="NGÀY", help="cli.help.date"),
        click.option("--profile", cls=Option, metavar="HỒ SƠ", help="cli.help.profile"),
        click.option("--strict", cls=Option, is_flag=True, help="cli.help.strict"),
        click.option("--ignore", cls=Option, multiple=True, callback=_names, metavar="QUY TẮC", help="cli.help.ignore"),
        click.option("--select", cls=Option, multiple=True, callback=_names, metavar="QUY TẮC", help="cli.help.select"),
    ):
        function = option(function)
    return function


class Form(click.ParamType):  # type: ignore[type-arg]
    """The name of a format."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value in formats.OWN or value in formats.names():
            return str(value)
        raise ConfigError("cli.bad_choice", name="--format", choices=", ".join(formats.names()))

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        from click.shell_completion import CompletionItem

        return [CompletionItem(name) for name in formats.names() if name.startswith(incomplete)]


@click.command(cls=Command, help="cli.help.check")
@click.argument("path", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@click.option("--format", "form", cls=Option, type=Form(), default="text", metavar="DẠNG", help="cli.help.form")
@judging_options
@click.option("--baseline", cls=Option, metavar="FILE", type=click.Path(), help="cli.help.baseline_file")
@click.option("--diff-only", cls=Option, metavar="REV", help="cli.help.diff_only")
@click.option("--fail-on", cls=Option, type=click.Choice(SEVERITIES[::-1]), help="cli.help.fail_on")
@click.option("--exit-zero", cls=Option, is_flag=True, help="cli.help.exit_zero")
@click.option("--allow-unread", cls=Option, is_flag=True, help="cli.help.allow_unread")
@click.option("--output", "-o", cls=Option, metavar="FILE", type=click.Path(), help="cli.help.output")
@click.option(
    "--output-file", cls=Option, multiple=True, metavar="[DẠNG:]FILE", type=click.Path(), help="cli.help.output_file"
)
@click.option("--force", cls=Option, is_flag=True, help="cli.help.force")
@click.option("--statistics", "counted", cls=Option, is_flag=True, help="cli.help.statistics")
@click.option("--stdin-name", cls=Option, metavar="NAME", help="cli.help.stdin_name")
@click.option("--all-formats", cls=Option, is_flag=True, help="cli.help.all_formats")
@click.option("--jobs", "-j", cls=Option, type=click.IntRange(0), default=0, metavar="N", help="cli.help.jobs")
@click.option(
    "--time-limit", cls=Option, type=click.FloatRange(0, min_open=True), metavar="GIÂY", help="cli.help.time_limit"
)
@click.option("--no-cache", cls=Option, is_flag=True, help="cli.help.no_cache")
@language_option
@click.pass_context
def check(
    ctx: click.Context,
    /,
    path: tuple[str, ...],
    form: str,
    diff_only: str | None,
    fail_on: str | None,
    exit_zero: bool,
    allow_unread: bool,
    output: str | None,
    output_file: tuple[str, ...],
    force: bool,
    counted: bool,
    stdin_name: str | None,
    all_formats: bool,
    jobs: int,
    time_limit: float | None,
    no_cache: bool,
    **asked: Any,
) -> int:
    inputs = expand(path, stdin_name, ALL_SUFFIXES if all_formats else SUFFIXES)
    settings_of = SettingsOf(ctx.find_root().obj, **asked)
    first = settings_of(inputs[0].path)
    require_known(first, bundled())
    lang = first.lang
    wanted = ((form, output), *map(_form_and_file, output_file))
    writers = tuple(formats.writer(name, style(lang, file)) for name, file in wanted)
    judge = Judge(settings_of, fail_on, writers, len(inputs) > 1, _commit(diff_only, inputs))
    sinks = [Sink(file, force, (item.path for item in inputs)) for _, file in wanted]
    effort = Effort(jobs, time_limit, not no_cache)
    with _converted(inputs) as readable:
        outcomes = _outcomes(readable, judge, tuple(name for name, _ in wanted), effort)
        result = _Run(writers, sinks, judge, lang).all(outcomes, len(inputs))
    if counted:
        click.echo(statistics.text(result.tally, style(lang)), nl=False, err=form != "text" and output is None)
    if result.tally.unreadable or result.tally.broken:
        return FAILED
    if exit_zero:
        return OK
    if result.failed:
        return FINDINGS
    return FAILED if result.tally.incomplete and not allow_unread else OK


def _commit(name: str | None, inputs: Sequence[Input]) -> str | None:
    if name is None:
        return None
    from vanban_lint.cli.revision import resolve

    return resolve(name, inputs[0].path)


@contextmanager
def _converted(inputs: Sequence[Input]) -> Iterator[Sequence[Input]]:
    """The inputs, those in older formats turned into Word files where LibreOffice is there to do it."""
    old = [item.path for item in inputs if item.data is None and item.path.lower().endswith(CONVERTIBLE)]
    if not old:
        yield inputs
        return
    from vanban_lint.readers.converted import Converted, office

    if office() is None:
        yield inputs
        return
    with Converted(old) as of:

        def ready(item: Input) -> Input:
            if item.path not in old or not os.path.isfile(item.path):
                return item
            made = of.get(item.path)
            failed = UnreadableError("reading.not_converted", item.path)
            return item._replace(source=made) if made else item._replace(error=failed)

        yield [ready(item) for item in inputs]


def _form_and_file(word: str) -> tuple[str, str]:
    """The format and the file of one ``--output-file``: "sarif:kq.json", or the format that the ending stands for."""
    name, colon, file = word.partition(":")
    if colon and file and (name in formats.OWN or name in formats.names()):
        return name, file
    known = formats.by_suffix(word)
    if known is None:
        raise ConfigError("cli.no_suffix", word, known=", ".join(f"{n} ({s})" for n, s in formats.OWN.items()))
    return known, word


class Effort(NamedTuple):
    """How the work is done: processes (0: as many as there are cores), seconds for one file, results kept or not."""

    jobs: int
    seconds: float | None
    cached: bool


#: Seconds that one file may take when several processes work and nothing else was asked for.
PATIENCE = 120.0


def _outcomes(
    inputs: Sequence[Input], judge: Judge, forms: tuple[str, ...], effort: Effort
) -> Iterator[tuple[Input, Outcome]]:
    """Outcomes in the order of the inputs; a few files are judged here, many in processes and with a cache."""
    if effort.seconds is None and (len(inputs) <= FEW or (effort.jobs == 1 and not effort.cached)):
        for item in inputs:
            yield item, judge(item)
        return
    from vanban_lint.corpus.cache import Cache
    from vanban_lint.corpus.pool import Lost, Pool, cores

    jobs = min(effort.jobs or cores(), len(inputs))
    seconds = effort.seconds or PATIENCE
    with Cache() if effort.cached else nullcontext() as cache:
        keys: dict[str, str | None] = {}

        def known(item: Input) -> Outcome | None:
            key = keys[item.path] = judge.key(item, forms) if cache else None
            found = cache.get(key) if cache and key else None
            return None if found is None else from_plain(found)

        for item, outcome in Pool(judge, jobs, seconds).results(inputs, known):
            key = keys.pop(item.path)
            if isinstance(outcome, Lost):
                yield item, _lost(item, outcome, seconds)
                continue
            fresh = outcome.seconds is not None  # what the cache gave is in it
            if cache and key and fresh and (plain := to_plain(outcome)) is not None:
                cache.put(key, plain)
            yield item, outcome


def _lost(item: Input, lost: Any, seconds: float) -> Outcome:
    """A file that gave no result is one that could not be read: the others go on, and the exit code says so."""
    detail = lost.detail.strip().rpartition("\n")[2]
    error = UnreadableError(f"file.lost.{lost.why}", item.path, seconds=f"{seconds:g}", detail=detail)
    return Outcome(tally=Tally(documents=1, unreadable=1), error=error)


class _Run:
    """The outcomes of one call, written as they come; ``failed`` when one of them fails the run."""

    def __init__(self, writers: Sequence[Writer], sinks: Sequence[Sink], judge: Judge, lang: str) -> None:
        self._pairs = list(zip(writers, sinks, strict=True))
        self._judge = judge
        self._shelf: Shelf | None = None
        self._lang = lang
        self._board: Board | None = None
        self.tally = Tally()
        self.failed = False

    def all(self, outcomes: Iterator[tuple[Input, Outcome]], total: int) -> _Run:
        """Write everything. ConfigError ends the run: it would judge every file wrongly."""
        progress = Progress(total, self._lang)
        begin = time.monotonic()
        self._board = Board() if total > FEW else None
        with ExitStack() as open_sinks, closing(outcomes):  # type: ignore[type-var]
            for _, sink in self._pairs:
                open_sinks.enter_context(sink)
            progress.show(0, "")
            for done, (item, outcome) in enumerate(outcomes, 1):
                progress.clear()
                self._one(item, outcome)
                progress.show(done, item.path)
            progress.clear()
            self._across()
            for writer, sink in self._pairs:
                if self._board and hasattr(writer, "table"):
                    sink.write(writer.table(self._board))
                sink.write(writer.end(self.tally))
        if self._board:
            for line in self._board.pace(time.monotonic() - begin, style(self._lang)):
                click.echo(line, err=True)
        return self

    def _across(self) -> None:
        """What the documents say of each other; only facts are left of them by now."""
        if self._shelf is None or len(self._shelf) < 2:
            return
        from vanban_lint.corpus.compare import compare

        found = compare(list(self._shelf))
        for item in found:
            self.tally.add_finding(item.finding)
            level = SEVERITIES.index(self._judge.level(item.path))
            self.failed |= SEVERITIES.index(item.finding.severity) >= level
        for writer, sink in self._pairs:
            if found and hasattr(writer, "across"):
                sink.write(writer.across(found))

    def _keep(self, facts: Facts) -> None:
        if self._shelf is None:
            from vanban_lint.corpus.shelf import Shelf

            self._shelf = Shelf()
        self._shelf.add(facts)

    def _one(self, item: Input, outcome: Outcome) -> None:
        if outcome.wrong:
            raise outcome.wrong
        self.tally.add(outcome.tally)
        if self._board:
            self._board.add(item.path, outcome.tally, outcome.seconds)
        self.failed |= outcome.failed
        if outcome.facts is not None:
            self._keep(outcome.facts)
        if outcome.error:
            error = outcome.error
            click.echo(f"{say('cli.error', self._lang)} {error_line(error, self._lang)}", err=True)
            message = say(error.key, self._lang, **error.params)
            for writer, sink in self._pairs:
                sink.write(writer.unreadable(item.path, error.key, message))
            return
        for (writer, sink), entry in zip(self._pairs, outcome.entries, strict=True):
            sink.write(writer.add(entry))
