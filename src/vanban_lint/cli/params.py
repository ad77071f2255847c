"""Click classes that speak the catalogue: help texts are keys, said in the language of the run.

Purpose: Vietnamese (or English) help pages without building the commands twice. Limits: no meaning of single options.
The language is ``Context.obj``, put there by ``cli.app`` before anything is parsed. Neighbours: the commands.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click

from vanban_lint.catalogue import MESSAGES, say

LANGUAGES = ("vi", "en")
_VARIABLE = "VANBAN_LINT_LANG"


def wanted_language(args: Sequence[str], environment: Mapping[str, str] = os.environ) -> str | None:
    """Language asked for: the last ``--lang`` of the command line, else the variable VANBAN_LINT_LANG, else none.

    It is looked up before parsing so that a wrong option is refused in the right language too. The locale of the
    machine does not decide: many Vietnamese drafters work on an English system.
    """
    wanted = environment.get(_VARIABLE, "")
    for i, word in enumerate(args):
        if word == "--lang" and i + 1 < len(args):
            wanted = args[i + 1]
        elif word.startswith("--lang="):
            wanted = word.removeprefix("--lang=")
    return wanted if wanted in LANGUAGES else None


def language(ctx: click.Context) -> str:
    """Language of the run that ``ctx`` belongs to: Vietnamese unless another was asked for."""
    return ctx.find_root().obj or "vi"


def _said(key: str | None, ctx: click.Context) -> str | None:
    return say(key, language(ctx)) if key in MESSAGES else key


class Option(click.Option):
    """An option whose ``help`` is a catalogue key."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        return record and (record[0], _said(self.help, ctx) or "")


class Day(click.ParamType):  # type: ignore[type-arg]
    """A calendar day: 2025-07-11 or 11/7/2025."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        for form in ("%Y-%m-%d", "%d/%m/%Y"):
            try:
                return dt.datetime.strptime(value, form).date()
            except ValueError:
                continue
        lang = language(ctx) if ctx else "vi"
        raise click.BadParameter(say("cli.bad_date", lang, value=value), ctx, param)


class _Speaking(click.Command):
    """Help page in the language of the run."""

    subcommand_metavar = ""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say("cli.help.help", language(ctx))
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=say("cli.usage", language(ctx)) + " ")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        pieces = super().collect_usage_pieces(ctx)
        said = {"[OPTIONS]": "cli.usage.options", self.subcommand_metavar: "cli.usage.command"}
        return [say(said[piece], language(ctx)) if piece in said else piece for piece in pieces]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        text = _said(self.help, ctx)
        if text:
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(text)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section(say("cli.usage.options_title", language(ctx))):
            formatter.write_dl(records)


class Command(_Speaking):
    """A command whose ``help`` is a catalogue key."""


class LazyGroup(_Speaking, click.Group):
    """A group that knows its commands by name and imports one only when it is called.

    ``lazy`` maps a command name to the loader of its click command; the help page takes the short texts from the
    catalogue (``short`` + name), so ``--help`` imports none of them.
    """

    def __init__(
        self,
        *args: Any,
        lazy: Mapping[str, Callable[[], click.Command]],
        short: str = "cli.short.",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._lazy, self._short = lazy, short

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return self._lazy[cmd_name]() if cmd_name in self._lazy else None

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        lang = language(ctx)
        with formatter.section(say("cli.usage.commands_title", lang)):
            formatter.write_dl([(name, say(self._short + name, lang)) for name in self._lazy])
        super().format_options(ctx, formatter)


def language_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--lang``: only declared here; its value was read before parsing (``wanted_language``)."""
    return click.option("--lang", cls=Option, type=click.Choice(LANGUAGES), expose_value=False, help="cli.help.lang")(
        function
    )
