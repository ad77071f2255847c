"""``vanban-lint init``: a configuration and a pre-commit file to begin with.

Purpose: the two files that a folder of documents needs, with a word on each setting, and what to do next. Without
``--repo`` the hooks call the program that is installed: who has a wheel has no address to give. Limits: writes what is
not there and touches nothing that is. Neighbours: ``config`` (reads the first), pre-commit-hooks.yaml (the second).
"""

from __future__ import annotations

import os

import click

from vanban_lint import __version__
from vanban_lint.catalogue import say
from vanban_lint.cli.app import OK
from vanban_lint.cli.output import Sink
from vanban_lint.cli.params import Command, Option, language, language_option
from vanban_lint.config import FILE

HOOKS = ".pre-commit-config.yaml"


@click.command(cls=Command, help="cli.help.init")
@click.argument("folder", default=".", metavar="[FOLDER]", type=click.Path(exists=True, file_okay=False))
@click.option("--repo", cls=Option, metavar="URL", help="cli.help.init.repo")
@language_option
@click.pass_context
def init(ctx: click.Context, folder: str, repo: str | None) -> int:
    lang = language(ctx)
    hooks = say("init.hooks", lang, repo=repo, version=__version__) if repo else say("init.hooks.local", lang)
    for name, text in ((FILE, say("init.config", lang)), (HOOKS, hooks)):
        path = os.path.normpath(os.path.join(folder, name))
        if os.path.exists(path):
            click.echo(say("init.kept", lang, path=path))
            continue
        with Sink(path, force=False) as sink:
            sink.write(text)
        click.echo(say("init.written", lang, path=path))
    click.echo(say("init.next", lang))
    return OK
