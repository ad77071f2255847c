"""``vanban-lint explain``: one rule in full, with the examples that are also its tests.

Purpose: answer "why is this wrong and what is right". Limits: shows, runs nothing. Neighbours: ``ruleset``,
``report.rules``.
"""

from __future__ import annotations

import click

from vanban_lint.cli.app import OK
from vanban_lint.cli.output import style
from vanban_lint.cli.params import Command, language, language_option
from vanban_lint.report import rules as report
from vanban_lint.ruleset import load_examples, load_rules, load_tables
from vanban_lint.ruleset.names import unknown


def _ids(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[str]:
    """Rule ids for the Tab key."""
    return [rule.id for rule in load_rules() if rule.id.startswith(begun.upper())]


@click.command(cls=Command, help="cli.help.explain")
@click.argument("rule", metavar="RULE", shell_complete=_ids)
@language_option
@click.pass_context
def explain(ctx: click.Context, rule: str) -> int:
    known = load_rules()
    wanted = rule.strip()
    for found in known:
        if wanted.upper() == found.id or wanted in (found.ten, *found.bi_danh):
            click.echo(report.explain(found, load_examples(found.id), load_tables(), style(language(ctx))), nl=False)
            return OK
    family = [found for found in known if found.id.startswith(wanted.upper())]
    if family:
        click.echo(report.listing(family, style(language(ctx))), nl=False)
        return OK
    raise unknown("cli.no_rule", wanted, [name for found in known for name in (found.id, found.ten)])
