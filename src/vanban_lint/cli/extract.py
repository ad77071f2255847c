"""``vanban-lint extract``: a document as the data of a template.

Purpose: YAML that ``new --data`` takes back. Limits: thin; ``template.extract`` reads. Neighbours: ``cli.reformat``.
"""

from __future__ import annotations

import datetime as dt

import click

from vanban_lint.catalogue import say
from vanban_lint.cli.app import OK
from vanban_lint.cli.new import load_template
from vanban_lint.cli.output import Sink
from vanban_lint.cli.params import Command, Option, language, language_option
from vanban_lint.readers import read


@click.command(cls=Command, help="cli.help.extract")
@click.argument("path", metavar="FILE", type=click.Path())
@click.option("--template", cls=Option, metavar="TEMPLATE", help="cli.help.template")
@click.option("--output", "-o", cls=Option, metavar="FILE", type=click.Path(), help="cli.help.output")
@click.option("--force", cls=Option, is_flag=True, help="cli.help.force")
@language_option
@click.pass_context
def extract(ctx: click.Context, path: str, template: str | None, output: str | None, force: bool) -> int:
    import yaml

    from vanban_lint.template import extract as reading
    from vanban_lint.template.reformat import template_for, understood
    from vanban_lint.template.render import Compiled
    from vanban_lint.template.schema import plain

    lang = language(ctx)
    document = read(path)
    structure = understood(document, dt.date.today())
    chosen = load_template(template, None) if template else template_for(structure)
    found = reading.extract(document, structure, chosen, Compiled(chosen.file))
    data = plain(reading.right(chosen, found))
    with Sink(output, force, (path,)) as sink:
        sink.write(f"# {chosen.name}\n")
        sink.write(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=120))
    tell(found, lang)
    return OK


def tell(found: object, lang: str) -> None:
    """What no field holds and what was not found, on stderr."""
    from vanban_lint.template.extract import Extracted

    assert isinstance(found, Extracted)
    for kept in found.kept:
        text = kept.text if len(kept.text) < 80 else f"{kept.text[:77]}..."
        key = "template.kept" if text else "template.picture_kept"
        place = say("place.paragraph", lang, number=kept.paragraph)
        click.echo(say(key, lang, place=place, text=text), err=True)
    for field in found.lost:
        click.echo(say("template.lost", lang, field=field.name, label=field.label), err=True)
