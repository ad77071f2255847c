"""``vanban-lint annotate``: a copy of a Word file with every finding as a comment.

Purpose: options in, one file out. Limits: judging and writing belong to the rooms behind. Neighbours: ``report.docx``,
``cli.copying``.
"""

from __future__ import annotations

from typing import Any

import click

from vanban_lint.catalogue import say
from vanban_lint.cli.app import OK
from vanban_lint.cli.check import judging_options
from vanban_lint.cli.copying import copy_options, moment, write_whole
from vanban_lint.cli.output import require_free
from vanban_lint.cli.params import Command, language_option
from vanban_lint.cli.settings import SettingsOf
from vanban_lint.engine import check_document
from vanban_lint.errors import ConfigError, UnreadableError
from vanban_lint.readers import load, read


@click.command(cls=Command, help="cli.help.annotate")
@click.argument("file", metavar="FILE", type=click.Path())
@copy_options
@judging_options
@language_option
@click.pass_context
def annotate(ctx: click.Context, /, file: str, output: str | None, force: bool, **asked: Any) -> int:
    from vanban_lint.ooxml.comments import without_own
    from vanban_lint.report.docx import annotated

    settings = SettingsOf(ctx.find_root().obj, **asked)(file)
    if output is None:
        raise ConfigError("cli.missing", name="-o OUT.docx")
    require_free(output, force, [file])
    raw = load(file)
    if read(file, raw).format != "docx":
        raise UnreadableError("annotate.only_word", file)
    raw = without_own(raw, file)
    report = check_document(read(file, raw), settings)
    result = annotated(raw, report, settings.lang, moment())
    write_whole(output, result.raw)
    click.echo(say("annotate.done", settings.lang, path=output, n=result.comments))
    if result.moved:
        click.echo(say("annotate.moved", settings.lang, n=result.moved))
    return OK
