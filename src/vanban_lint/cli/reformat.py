"""``vanban-lint reformat``: a draft in the right form, with its own words.

Purpose: read it, write it anew, say what changed and what the linter still finds. Limits: thin; ``template.reformat``
works. Neighbours: ``cli.new`` (writes and judges), ``cli.extract``.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from vanban_lint.catalogue import say
from vanban_lint.cli.extract import tell
from vanban_lint.cli.new import check_made, load_template, say_findings, write_new
from vanban_lint.cli.params import Command, Option, language, language_option
from vanban_lint.readers import read


@click.command(cls=Command, help="cli.help.reformat")
@click.argument("path", metavar="FILE", type=click.Path())
@click.option(
    "--output", "-o", cls=Option, required=True, metavar="FILE", type=click.Path(), help="cli.help.new_output"
)
@click.option("--template", cls=Option, metavar="TEMPLATE", help="cli.help.template")
@click.option("--force", cls=Option, is_flag=True, help="cli.help.force")
@language_option
@click.pass_context
def reformat(ctx: click.Context, path: str, output: str, template: str | None, force: bool) -> int:
    from vanban_lint.template.new import Maker
    from vanban_lint.template.reformat import reformat as lay_out
    from vanban_lint.template.reformat import template_for, understood

    lang = language(ctx)
    today = dt.date.today()
    document = read(path)
    chosen = load_template(template, None) if template else template_for(understood(document, today))
    done = lay_out(Path(path).read_bytes(), path, Maker(chosen, today))
    target = Path(output)
    write_new(target, done.data, force)
    click.echo(say("template.written", lang, path=target))
    for old, new in done.changes:
        click.echo(say("reformat.change", lang, old=old, new=new))
    tell(done.extracted, lang)
    return say_findings(check_made(done.data, target), target, lang)
