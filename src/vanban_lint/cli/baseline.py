"""``vanban-lint baseline write|check``: take up the program in an old collection without mending all of it first.

Purpose: keep the findings of today in a file, and report only what is not in it. Limits: judging is ``check``'s.
Neighbours: ``filters.baseline`` (the file), ``cli.check``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import click

from vanban_lint.catalogue import say
from vanban_lint.cli.app import FAILED, OK, error_line
from vanban_lint.cli.check import check, judging_options
from vanban_lint.cli.inputs import expand
from vanban_lint.cli.output import Sink
from vanban_lint.cli.params import Command, LazyGroup, Option, language, language_option
from vanban_lint.cli.settings import SettingsOf
from vanban_lint.engine import check_document
from vanban_lint.errors import UnreadableError
from vanban_lint.filters import baseline as file
from vanban_lint.model import Finding
from vanban_lint.readers import read


@click.command("write", cls=Command, help="cli.help.baseline.write")
@click.argument("path", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@click.option("--output", "-o", cls=Option, metavar="FILE", default=file.NAME, help="cli.help.baseline.output")
@click.option("--force", cls=Option, is_flag=True, help="cli.help.force")
@judging_options
@language_option
@click.pass_context
def write(ctx: click.Context, /, path: tuple[str, ...], output: str, force: bool, **asked: Any) -> int:
    lang = language(ctx)
    settings_of = SettingsOf(ctx.find_root().obj, **asked)
    inputs = expand(path)
    unreadable: list[UnreadableError] = []

    def found() -> Iterator[tuple[str, tuple[Finding, ...]]]:
        for item in inputs:
            try:
                if item.error:
                    raise item.error
                yield item.path, check_document(read(item.path, item.data), settings_of(item.path)).findings
            except UnreadableError as error:
                unreadable.append(error)

    with Sink(output, force, (item.path for item in inputs)) as sink:
        known = list(found())
        sink.write(file.text(output, known))
    for error in unreadable:
        click.echo(f"{say('cli.error', lang)} {error_line(error, lang)}", err=True)
    count = sum(len(findings) for _, findings in known)
    click.echo(say("baseline.written", lang, path=output, n=count, documents=len(known)))
    return FAILED if unreadable else OK


@click.command("check", cls=Command, help="cli.help.baseline.check")
@click.argument("path", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@click.option("--baseline", cls=Option, metavar="FILE", default=file.NAME, help="cli.help.baseline_file")
@judging_options
@language_option
@click.pass_context
def check_new(ctx: click.Context, /, **asked: Any) -> int:
    asked["baseline"] = os.path.normpath(asked["baseline"])
    code: int = ctx.invoke(check, **asked)
    return code


@click.group(
    cls=LazyGroup,
    lazy={"write": lambda: write, "check": lambda: check_new},
    short="cli.short.baseline.",
    help="cli.help.baseline",
)
@language_option
def baseline() -> None:
    """Only a name for its two commands."""
