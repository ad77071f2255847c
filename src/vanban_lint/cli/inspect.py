"""``vanban-lint inspect``: show how a document is understood.

Purpose: let a reader see the regime, the parts and the outline that the rules go by. Limits: no rule runs. Neighbours:
``readers``, ``structure``, ``citation``, ``report.structure``.
"""

from __future__ import annotations

import datetime as dt
import json

import click

from vanban_lint.citation.normalise import vocabulary
from vanban_lint.citation.parse import find_citations
from vanban_lint.cli.app import OK
from vanban_lint.cli.inputs import expand
from vanban_lint.cli.output import style
from vanban_lint.cli.params import Command, Option, language, language_option
from vanban_lint.readers import read
from vanban_lint.report import structure as report
from vanban_lint.report.abbreviations import abbreviations
from vanban_lint.ruleset import load_tables
from vanban_lint.structure import analyse


@click.command(cls=Command, help="cli.help.inspect")
@click.argument("path", metavar="PATH", type=click.Path())
@click.option(
    "--format", "form", cls=Option, type=click.Choice(["text", "json"]), default="text", help="cli.help.format"
)
@click.option("--stdin-name", cls=Option, metavar="NAME", help="cli.help.stdin_name")
@language_option
@click.pass_context
def inspect(ctx: click.Context, path: str, form: str, stdin_name: str | None) -> int:
    lang = language(ctx)
    for item in expand([path], stdin_name):
        if item.error:
            raise item.error
        document = read(item.path, item.data)
        tables = load_tables()
        structure = analyse(document, tables, today=dt.date.today())
        words = vocabulary(tables)
        # The document's own number is none that it cites.
        own = {anchor[:2] for block in structure.all("so_ky_hieu") for anchor in block.anchors}
        flows = [flow for flow in structure.flows if flow.pieces[0].anchor[:2] not in own]
        citations = [(flow, found) for flow in flows for found in find_citations(flow.text, words)]
        short = abbreviations(structure.flows)
        if form == "json":
            data = report.data(document, structure, lang, citations, short)
            click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        else:
            click.echo(report.text(document, structure, style(lang), citations, short), nl=False)
    return OK
