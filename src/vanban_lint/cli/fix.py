"""``vanban-lint fix``: make the certain repairs, as tracked changes, in a new file.

Purpose: options in, one file out, every change told. Limits: planning, writing and verifying belong to ``fix``.
Neighbours: ``cli.copying``, ``report.changes``.
"""

from __future__ import annotations

import os
import stat
from typing import Any

import click

from vanban_lint.catalogue import say
from vanban_lint.cli.app import FINDINGS, OK
from vanban_lint.cli.check import judging_options
from vanban_lint.cli.copying import copy_options, moment, write_whole
from vanban_lint.cli.output import require_free, style
from vanban_lint.cli.params import Command, Option, language_option
from vanban_lint.cli.settings import SettingsOf
from vanban_lint.errors import ConfigError
from vanban_lint.readers import load


@click.command(cls=Command, help="cli.help.fix")
@click.argument("file", metavar="FILE", type=click.Path())
@copy_options
@click.option("--in-place", cls=Option, is_flag=True, help="cli.help.in_place")
@click.option("--diff", cls=Option, is_flag=True, help="cli.help.diff")
@click.option("--direct", cls=Option, is_flag=True, help="cli.help.direct")
@click.option("--unsafe", cls=Option, is_flag=True, help="cli.help.unsafe")
@judging_options
@language_option
@click.pass_context
def fix(
    ctx: click.Context,
    /,
    file: str,
    output: str | None,
    force: bool,
    in_place: bool,
    diff: bool,
    direct: bool,
    unsafe: bool,
    **asked: Any,
) -> int:
    from vanban_lint.fix.mend import mended
    from vanban_lint.report import changes

    settings = SettingsOf(ctx.find_root().obj, **asked)(file)
    target = _target(file, output, in_place=in_place, diff=diff, force=force)
    raw = load(file)
    result = mended(raw, file, settings, date=None if direct else moment(), unsafe=unsafe)
    look = style(settings.lang)
    for line in changes.difference(result, look) if diff else changes.listing(result, look):
        click.echo(line)
    lang, count = settings.lang, len(result.claims)
    if target is not None:
        write_whole(target, result.raw, _mode(file))
    if result.tracking and direct:
        click.echo(say("fix.tracking_on", lang), err=True)
    left = 0 if unsafe else changes.unsafe_left(result.after)
    if left:
        click.echo(say("fix.unsafe_left", lang, n=left))
    if diff:
        click.echo(say("fix.would", lang, n=count))
        return FINDINGS if count else OK
    tracked = not direct and result.after.document.format == "docx"
    done = "fix.nothing" if not count else "fix.done.tracked" if tracked else "fix.done.direct"
    click.echo(say(done, lang, path=target, n=count))
    return OK


def _target(file: str, output: str | None, *, in_place: bool, diff: bool, force: bool) -> str | None:
    """The file to write, ``None`` for ``--diff``. ConfigError when the options do not say which, or it is taken."""
    asked = (output is not None) + in_place + diff
    if asked != 1:
        raise ConfigError("fix.two_targets" if asked else "fix.no_target")
    if output is not None:
        require_free(output, force, [file])
    return None if diff else file if in_place else output


def _mode(file: str) -> int:
    """Permission bits of the input: a copy is as private as what it was made from."""
    return stat.S_IMODE(os.stat(file).st_mode)
