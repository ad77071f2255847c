"""``vanban-lint check``: judge documents and say what is wrong.

Purpose: options in, reports out, one exit code. Limits: reading, judging and wording belong to the rooms behind. One
unreadable file never stops the others. Neighbours: ``cli.inputs``, ``cli.output``, ``engine``, ``report``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

import click

from vanban_lint.catalogue import say
from vanban_lint.cli.app import FAILED, FINDINGS, OK, error_line
from vanban_lint.cli.inputs import Input, expand
from vanban_lint.cli.output import Progress, Sink, style
from vanban_lint.cli.params import Command, Day, Option, language_option
from vanban_lint.cli.settings import SettingsOf
from vanban_lint.engine import Report, check_document, require_known
from vanban_lint.errors import UnreadableError
from vanban_lint.model import SEVERITIES
from vanban_lint.readers import read
from vanban_lint.report import json, text
from vanban_lint.report.tally import Tally
from vanban_lint.ruleset.bundle import bundled


class Writer(Protocol):
    """What a report format offers: text to print now, for a document, an unreadable input, the end of the run."""

    def document(self, report: Report) -> str: ...
    def unreadable(self, path: str, key: str, message: str) -> str: ...
    def end(self, tally: Tally) -> str: ...


def _names(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Selectors from a repeatable option; each may hold several, separated by commas."""
    return tuple(name for value in values for name in value.replace(",", " ").split())


def judging_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options that change how a document is judged."""
    for option in (
        click.option("--config", cls=Option, metavar="FILE", type=click.Path(), help="cli.help.config"),
        click.option("--date", cls=Option, type=Day(), metavar="NGÀY", help="cli.help.date"),
        click.option("--profile", cls=Option, metavar="HỒ SƠ", help="cli.help.profile"),
        click.option("--ignore", cls=Option, multiple=True, callback=_names, metavar="QUY TẮC", help="cli.help.ignore"),
        click.option("--select", cls=Option, multiple=True, callback=_names, metavar="QUY TẮC", help="cli.help.select"),
    ):
        function = option(function)
    return function


@click.command(cls=Command, help="cli.help.check")
@click.argument("path", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@click.option(
    "--format", "form", cls=Option, type=click.Choice(["text", "json"]), default="text", help="cli.help.format"
)
@judging_options
@click.option("--fail-on", cls=Option, type=click.Choice(SEVERITIES[::-1]), help="cli.help.fail_on")
@click.option("--exit-zero", cls=Option, is_flag=True, help="cli.help.exit_zero")
@click.option("--allow-unread", cls=Option, is_flag=True, help="cli.help.allow_unread")
@click.option("--output", "-o", cls=Option, metavar="FILE", type=click.Path(), help="cli.help.output")
@click.option("--force", cls=Option, is_flag=True, help="cli.help.force")
@click.option("--stdin-name", cls=Option, metavar="NAME", help="cli.help.stdin_name")
@language_option
@click.pass_context
def check(
    ctx: click.Context,
    /,
    path: tuple[str, ...],
    form: str,
    fail_on: str | None,
    exit_zero: bool,
    allow_unread: bool,
    output: str | None,
    force: bool,
    stdin_name: str | None,
    **asked: Any,
) -> int:
    inputs = expand(path, stdin_name)
    settings_of = SettingsOf(ctx.find_root().obj, **asked)
    first = settings_of(inputs[0].path)
    require_known(first, bundled())
    lang = first.lang
    writer = json.Writer(lang) if form == "json" else text.Writer(style(lang, output))
    run = _Run(settings_of, fail_on, lang)
    with Sink(output, force, (item.path for item in inputs)) as sink:
        progress = Progress(len(inputs), lang)
        for done, item in enumerate(inputs):
            progress.show(done, item.path)
            said = run.one(item, writer, progress)
            progress.clear()
            sink.write(said)
        sink.write(writer.end(run.tally))
    if run.tally.unreadable or run.tally.broken:
        return FAILED
    if exit_zero:
        return OK
    if run.failed:
        return FINDINGS
    return FAILED if run.tally.incomplete and not allow_unread else OK


@dataclass(slots=True)
class _Run:
    """The documents of one call; ``failed`` when one of them holds a finding at its level or worse."""

    settings_of: SettingsOf
    fail_on: str | None
    lang: str
    tally: Tally = field(default_factory=Tally)
    failed: bool = False

    def one(self, item: Input, writer: Writer, progress: Progress) -> str:
        """What is to be printed about one input. ConfigError ends the run: it would judge every file wrongly."""
        try:
            if item.error:
                raise item.error
            document = read(item.path, item.data)
        except UnreadableError as error:
            self.tally.add_unreadable()
            progress.clear()
            click.echo(f"{say('cli.error', self.lang)} {error_line(error, self.lang)}", err=True)
            return writer.unreadable(item.path, error.key, say(error.key, self.lang, **error.params))
        settings = self.settings_of(item.path)
        report = check_document(document, settings)
        self.tally.add(report)
        level = SEVERITIES.index(self.fail_on or settings.fail_on)
        self.failed |= any(SEVERITIES.index(finding.severity) >= level for finding in report.findings)
        return writer.document(report)
