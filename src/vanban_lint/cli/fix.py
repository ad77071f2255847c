"""``vanban-lint fix``: make the certain repairs, as tracked changes, in a new file or in place.

Purpose: options in, files out, every change told. Limits: planning, writing and verifying belong to ``fix``; several
files are repaired in place only, and one that cannot be repaired never stops the others. Neighbours: ``cli.copying``,
``report.changes``, the hook ``vanban-lint-fix``.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from vanban_lint.catalogue import say
from vanban_lint.cli.app import FAILED, FINDINGS, OK, error_line
from vanban_lint.cli.check import judging_options
from vanban_lint.cli.copying import copy_options, moment, write_whole
from vanban_lint.cli.output import require_free, style
from vanban_lint.cli.params import Command, Option, language_option
from vanban_lint.cli.settings import SettingsOf
from vanban_lint.errors import ConfigError, UserError
from vanban_lint.readers import load

if TYPE_CHECKING:
    from vanban_lint.fix.mend import Mended


class _Way(NamedTuple):
    """How files are repaired: what is written where, and which repairs count."""

    settings_of: SettingsOf
    output: str | None
    diff: bool
    direct: bool
    unsafe: bool


@click.command(cls=Command, help="cli.help.fix")
@click.argument("file", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@copy_options
@click.option("--in-place", cls=Option, is_flag=True, help="cli.help.in_place")
@click.option("--diff", cls=Option, is_flag=True, help="cli.help.diff")
@click.option("--direct", cls=Option, is_flag=True, help="cli.help.direct")
@click.option("--unsafe", cls=Option, is_flag=True, help="cli.help.unsafe")
@click.option("--exit-non-zero-on-fix", "told", cls=Option, is_flag=True, help="cli.help.exit_non_zero_on_fix")
@judging_options
@language_option
@click.pass_context
def fix(
    ctx: click.Context,
    /,
    file: tuple[str, ...],
    output: str | None,
    force: bool,
    in_place: bool,
    diff: bool,
    direct: bool,
    unsafe: bool,
    told: bool,
    **asked: Any,
) -> int:
    _require_one_way(file, output, in_place=in_place, diff=diff)
    if output is not None:
        require_free(output, force, file)
    way = _Way(SettingsOf(ctx.find_root().obj, **asked), output, diff, direct, unsafe)
    if len(file) == 1:
        count = _repaired(file[0], way)
        return FINDINGS if count and (diff or told) else OK
    lang = way.settings_of(file[0]).lang
    counts, failed = 0, False
    for name in dict.fromkeys(file):
        try:
            counts += _repaired(name, way)
        except ConfigError:
            raise  # it would be the same for every file
        except UserError as error:
            failed = True
            click.echo(f"{say('cli.error', lang)} {error_line(error, lang)}", err=True)
    if failed:
        return FAILED
    return FINDINGS if counts and (diff or told) else OK


def _require_one_way(files: Sequence[str], output: str | None, *, in_place: bool, diff: bool) -> None:
    """ConfigError when the options do not say where to write, say it twice, or name one place for several files."""
    asked = (output is not None) + in_place + diff
    if asked != 1:
        raise ConfigError("fix.two_targets" if asked else "fix.no_target")
    if output is not None and len(files) > 1:
        raise ConfigError("fix.one_output")


def _repaired(file: str, way: _Way) -> int:
    """Repair one file, tell every change, and give their number."""
    from vanban_lint.fix.mend import mended
    from vanban_lint.report import changes

    settings = way.settings_of(file)
    result = mended(load(file), file, settings, date=None if way.direct else moment(), unsafe=way.unsafe)
    look = style(settings.lang)
    for line in changes.difference(result, look) if way.diff else changes.listing(result, look):
        click.echo(line)
    lang, count = settings.lang, len(result.claims)
    # A file in place that needs nothing is not written again: its time stays, and so does what watches it.
    if not way.diff and (count or way.output):
        write_whole(way.output or file, result.raw, _mode(file))
    if result.tracking and way.direct:
        click.echo(say("fix.tracking_on", lang), err=True)
    left = 0 if way.unsafe else changes.unsafe_left(result.after)
    if left:
        click.echo(say("fix.unsafe_left", lang, n=left))
    if way.diff:
        click.echo(say("fix.would", lang, path=file, n=count))
    else:
        click.echo(say(_done(result, way.direct), lang, path=way.output or file, n=count))
    return count


def _done(result: Mended, direct: bool) -> str:
    """The message of what was done."""
    if not result.claims:
        return "fix.nothing"
    return "fix.done.tracked" if not direct and result.after.document.format == "docx" else "fix.done.direct"


def _mode(file: str) -> int:
    """Permission bits of the input: a copy is as private as what it was made from."""
    return stat.S_IMODE(os.stat(file).st_mode)
