"""``vanban-lint completion``: the script that lets a shell complete commands and options.

Purpose: print what click makes. Limits: prints only; where the script goes is the user's choice (the help page says).
PowerShell is offered where the installed click knows it (8.5 and later). Neighbour: ``cli.app``.
"""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from vanban_lint.cli.app import OK, program
from vanban_lint.cli.params import Command, language_option

_NAME, _VARIABLE = "vanban-lint", "_VANBAN_LINT_COMPLETE"
SHELLS = tuple(name for name in ("bash", "zsh", "fish", "powershell") if get_completion_class(name))


@click.command(cls=Command, help="cli.help.completion")
@click.argument("shell", type=click.Choice(SHELLS), metavar="SHELL")
@language_option
def completion(shell: str) -> int:
    maker = get_completion_class(shell)
    if maker is not None:
        made = maker(program, {}, _NAME, _VARIABLE)
        # Not ``source()``: for bash it first runs bash to learn its version, which may be absent here.
        click.echo(made.source_template % made.source_vars())
    return OK
