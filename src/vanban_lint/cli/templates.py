"""``vanban-lint templates``: list, show, lint, init.

Purpose: find a template, see what it asks for, judge one of your own, propose one from a document. Limits: thin; the
work is in ``template``, imported on use. Neighbours: ``cli.new``.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vanban_lint.catalogue import say
from vanban_lint.cli.app import FINDINGS, OK
from vanban_lint.cli.params import Command, LazyGroup, Option, language, language_option
from vanban_lint.config import agency_profile

if TYPE_CHECKING:
    from vanban_lint.template.load import Template


@click.command("list", cls=Command, help="cli.help.templates_list")
@language_option
def list_templates() -> int:
    from vanban_lint.template.load import find_all, read

    found = [read(folder, name) for name, folder in find_all(_own_folders()).items()]
    width = max(len(template.name) for template in found)
    for template in found:
        click.echo(f"{template.name:<{width}}  {template.title}")
    return OK


@click.command("show", cls=Command, help="cli.help.templates_show")
@click.argument("template", metavar="TEMPLATE")
@click.option("--example", cls=Option, is_flag=True, help="cli.help.example")
@language_option
@click.pass_context
def show(ctx: click.Context, template: str, example: bool) -> int:
    from vanban_lint.template.load import load

    lang = language(ctx)
    chosen = load(template, _own_folders())
    if example:
        import yaml

        click.echo(yaml.safe_dump(dict(chosen.example), allow_unicode=True, sort_keys=False, width=120), nl=False)
        return OK
    click.echo(f"{chosen.name}: {chosen.title}\n{say('template.fields', lang, count=len(chosen.fields))}")
    for field in chosen.fields:
        marks = [field.kind, *([say("template.required_mark", lang)] if field.required else []), *field.choices]
        click.echo(f"  {field.name} ({', '.join(marks)}): {field.label}")
        if field.help:
            click.echo(f"      {field.help}")
        if field.example is not None:
            click.echo(f"      {say('template.example_of', lang, value=field.example)}")
    return OK


@click.command("lint", cls=Command, help="cli.help.templates_lint")
@click.argument("template", metavar="[TEMPLATE]...", nargs=-1)
@language_option
@click.pass_context
def lint(ctx: click.Context, template: tuple[str, ...]) -> int:
    from vanban_lint.template.load import find_all, load

    lang, own = language(ctx), _own_folders()
    bad = sum([_is_bad(load(name, own), name, lang) for name in template or find_all(own)])
    return FINDINGS if bad else OK


def judge_folder(folder: Path, lang: str) -> int:
    """Judge every template in or below ``folder``, print what is wrong; how many are bad."""
    from vanban_lint.template.load import SPEC, read

    places = sorted(spec.parent for spec in folder.glob(f"**/{SPEC}"))
    return sum([_is_bad(read(place, str(place)), str(place), lang) for place in places])


def _is_bad(template: Template, name: str, lang: str) -> bool:
    """Judge one template and print what is wrong with it, or that it is good."""
    from vanban_lint.template.lint import problems

    found = list(problems(template))
    for problem in found:
        click.echo(f"{name}: {say(problem.key, lang, **problem.params)}")
    if not found:
        click.echo(say("template.lint.good", lang, name=name))
    return bool(found)


@click.command("init", cls=Command, help="cli.help.templates_init")
@click.argument("path", metavar="FILE", type=click.Path())
@click.option(
    "--output", "-o", "output", cls=Option, required=True, metavar="DIR", type=click.Path(), help="cli.help.batch_out"
)
@language_option
@click.pass_context
def init(ctx: click.Context, path: str, output: str) -> int:
    from vanban_lint.template.init import propose

    count = propose(Path(path), Path(output))
    click.echo(say("template.init.wrote", language(ctx), path=output, count=count))
    return OK


def _own_folders() -> list[Path]:
    return [Path(folder) for folder in agency_profile(os.getcwd())[1]]


@click.group(
    cls=LazyGroup,
    lazy={"list": lambda: list_templates, "show": lambda: show, "lint": lambda: lint, "init": lambda: init},
    help="cli.help.templates",
)
@language_option
def templates() -> None:
    pass
