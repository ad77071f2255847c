"""``vanban-lint doctor``: what is here, and what each thing that is missing would add.

Purpose: the first answer to "why does it not do that on my machine". Limits: looks, installs nothing. Neighbours: the
rooms that use the helpers.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from typing import NamedTuple

import click

from vanban_lint import __version__
from vanban_lint.catalogue import say
from vanban_lint.cli.app import OK
from vanban_lint.cli.output import style
from vanban_lint.cli.params import Command, language, language_option
from vanban_lint.config import find_config
from vanban_lint.readers.converted import office
from vanban_lint.report.excerpt import visible

#: Modules that every installation needs, with what they are for.
NEEDED = ("lxml", "click", "yaml", "docx", "docxtpl")


class Sign(NamedTuple):
    """One thing looked for. ``there`` says where or what it is, empty when missing; ``key`` names what it is for."""

    name: str
    there: str
    key: str


@click.command(cls=Command, help="cli.help.doctor")
@language_option
@click.pass_context
def doctor(ctx: click.Context) -> int:
    lang = language(ctx)
    painted = style(lang)
    click.echo(painted.paint("bold", f"vanban-lint {__version__}"))
    for sign in signs():
        state = painted.paint("good", visible(sign.there)) if sign.there else say("doctor.missing", lang)
        mark = painted.paint("good", "✓") if sign.there else painted.paint("canh_bao", "✗")
        click.echo(f"  {mark} {sign.name}: {state}")
        click.echo(painted.paint("dim", f"      {say(sign.key, lang)}"))
    return OK


def signs() -> Iterator[Sign]:
    """Everything that is looked for, the needed first."""
    yield Sign("Python", f"{platform.python_version()} ({sys.executable})", "doctor.python")
    for name in NEEDED:
        yield Sign(name, _version(name), f"doctor.{name}")
    yield Sign("hunspell", _version("hunspell"), "doctor.hunspell")
    yield Sign("pypdf", _version("pypdf"), "doctor.pypdf")
    yield Sign("LibreOffice", office() or "", "doctor.libreoffice")
    yield Sign("git", _program("git"), "doctor.git")
    yield Sign("pre-commit", _program("pre-commit"), "doctor.pre_commit")
    yield Sign("vanban-lint.yaml", find_config(os.getcwd()) or "", "doctor.config")


def _program(*names: str) -> str:
    from shutil import which

    return next((found for name in names if (found := which(name))), "")


def _version(module: str) -> str:
    """The version of an importable module; a binary that does not load is as good as missing."""
    from importlib import import_module
    from importlib.metadata import packages_distributions, version

    try:
        import_module(module)
        return version(packages_distributions()[module][0])
    except Exception:
        return ""
