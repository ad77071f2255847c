"""``vanban-lint rules``: list the rules, their schema, or the lines of the conventions that they enforce.

Purpose: find a rule. Limits: one line a rule; ``explain`` tells the rest. Neighbours: ``ruleset``, ``report.rules``.
"""

from __future__ import annotations

import json
from typing import Any

import click

from vanban_lint.checks import KINDS
from vanban_lint.cli.app import OK
from vanban_lint.cli.output import style
from vanban_lint.cli.params import Command, Option, language, language_option
from vanban_lint.errors import ConfigError
from vanban_lint.report import rules as report
from vanban_lint.ruleset import load_rules, load_tables

REGIMES = ("dang", "hanh-chinh", "quy-pham", "doan", "van-xuoi")


@click.command(cls=Command, help="cli.help.rules")
@click.option("--regime", cls=Option, type=click.Choice(REGIMES), help="cli.help.regime")
@click.option("--family", cls=Option, metavar="MÃ", help="cli.help.family")
@click.option("--check", "kind", cls=Option, type=click.Choice(KINDS), metavar="LOẠI", help="cli.help.kind")
@click.option(
    "--format", "form", cls=Option, type=click.Choice(["text", "json"]), default="text", help="cli.help.format"
)
@click.option("--schema", cls=Option, is_flag=True, help="cli.help.schema")
@click.option("--coverage", cls=Option, is_flag=True, help="cli.help.coverage")
@language_option
@click.pass_context
def rules(
    ctx: click.Context,
    regime: str | None,
    family: str | None,
    kind: str | None,
    form: str,
    schema: bool,
    coverage: bool,
) -> int:
    if schema:
        from vanban_lint.ruleset.schema import json_schema

        click.echo(json.dumps(json_schema(load_tables()), ensure_ascii=False, indent=2))
        return OK
    known = load_rules()
    if family and not any(rule.id.startswith(family) for rule in known):
        raise ConfigError("cli.no_family", name=family)
    regimes = {entry["id"]: entry["regime"] for entry in load_tables()["quy_uoc"]}
    chosen = [
        rule
        for rule in known
        if (not regime or {regimes[name] for name in rule.nguon} & {regime, "*"})
        and (not family or rule.id.startswith(family))
        and (not kind or rule.check == kind)
    ]
    made: Any
    if coverage:
        known = load_tables()["dong_quy_uoc"]
        lines = report.coverage(chosen, known)
        made = lines if form == "json" else report.coverage_text(lines, style(language(ctx)), known)
    else:
        made = report.data(chosen) if form == "json" else report.listing(chosen, style(language(ctx)))
    click.echo(made if isinstance(made, str) else json.dumps(made, ensure_ascii=False, indent=2) + "\n", nl=False)
    return OK
