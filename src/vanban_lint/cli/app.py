"""The program: its commands, its language, and what becomes of an error.

Purpose: one place where a user's mistake turns into one line on stderr and exit code 2. Limits: a defect of the program
itself is not caught; it must be seen. Neighbours: ``cli.params`` (classes), ``errors``, ``catalogue``.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import Any

import click

from vanban_lint import __version__
from vanban_lint.catalogue import say
from vanban_lint.cli.params import LazyGroup, Option, language, language_option, wanted_language
from vanban_lint.errors import UserError
from vanban_lint.report.excerpt import visible

OK, FINDINGS, FAILED, INTERRUPTED = 0, 1, 2, 130
COMMANDS = (
    "check",
    "annotate",
    "fix",
    "new",
    "templates",
    "extract",
    "reformat",
    "inspect",
    "rules",
    "explain",
    "baseline",
    "init",
    "doctor",
    "dictionary",
    "completion",
)


def _loader(name: str) -> Callable[[], click.Command]:
    def load() -> click.Command:
        command: click.Command = getattr(import_module(f"vanban_lint.cli.{name}"), name)
        return command

    return load


def speak_utf8() -> None:
    """Vietnamese on any console: Windows code pages would refuse it, and must not turn it into escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def error_line(error: UserError, lang: str) -> str:
    """``path: message``, the one line a user's mistake is worth."""
    message = say(error.key, lang, **error.params)
    return visible(f"{error.path}: {message}" if error.path else message)


class Program(LazyGroup):
    """The group with the program's manners: UTF-8, one language, one line an error, exit codes 0, 1, 2."""

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> Any:
        speak_utf8()
        asked = wanted_language(sys.argv[1:] if args is None else args)
        lang = asked or "vi"
        extra |= {"obj": asked, "standalone_mode": False}
        try:
            sys.exit(super().main(args, *rest, **extra) or OK)
        except UserError as error:
            _fail(error_line(error, lang), lang)
        except click.UsageError as error:
            _fail(_usage_line(error, lang), lang, hint=error.ctx)
        except click.ClickException as error:
            _fail(error.format_message(), lang)
        except click.Abort:
            click.echo(say("cli.interrupted", lang), err=True)
            sys.exit(INTERRUPTED)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0].startswith("-") or args[0] in COMMANDS or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        near = _nearest(args[0], COMMANDS)
        key = "cli.no_command.near" if near else "cli.no_command"
        raise click.UsageError(say(key, language(ctx), name=args[0], near=near), ctx)


def _fail(line: str, lang: str, hint: click.Context | None = None) -> None:
    click.echo(f"{say('cli.error', lang)} {visible(line)}", err=True)
    if hint is not None:
        click.echo(say("cli.try_help", lang, command=hint.command_path), err=True)
    sys.exit(FAILED)


def _nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like ``name``, empty when none is; difflib is loaded for a mistake only."""
    from difflib import get_close_matches

    return "".join(get_close_matches(name, list(known), n=1))


def _usage_line(error: click.UsageError, lang: str) -> str:
    """Click's own mistakes in the words of the catalogue."""
    if isinstance(error, click.NoSuchOption):
        known = [name for param in (error.ctx.command.params if error.ctx else ()) for name in param.opts]
        near = _nearest(error.option_name, known)
        key = "cli.no_option.near" if near else "cli.no_option"
        return say(key, lang, name=error.option_name, near=near)
    if isinstance(error, click.BadOptionUsage):
        return say("cli.option_value", lang, name=error.option_name)
    if isinstance(error, click.MissingParameter):
        return say("cli.missing", lang, name=_name(error))
    if isinstance(error, click.BadParameter):
        if error.param is not None and isinstance(error.param.type, click.Choice):
            return say("cli.bad_choice", lang, name=_name(error), choices=", ".join(error.param.type.choices))
        return say("cli.bad_value", lang, name=_name(error), detail=error.message)
    if error.ctx is not None and type(error) is click.UsageError and error.message.startswith("Got unexpected"):
        return say("cli.extra_argument", lang)
    return error.format_message()


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint or "")
    return error.param.opts[-1] if isinstance(error.param, click.Option) else error.param.make_metavar(error.ctx or _NO)


_NO = click.Context(click.Command("vanban-lint"))


def _version(ctx: click.Context, _param: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        click.echo(f"vanban-lint {__version__}")
        ctx.exit()


@click.group(
    cls=Program,
    lazy={name: _loader(name) for name in COMMANDS},
    help="cli.help",
    no_args_is_help=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version", cls=Option, is_flag=True, is_eager=True, expose_value=False, callback=_version, help="cli.help.version"
)
@language_option
@click.pass_context
def program(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
