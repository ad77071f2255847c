"""``vanban-lint rules``: list the rules, their schema, or the lines of the conventions that they enforce.

Purpose: find a rule, and try a user's own rules and templates. Limits: one line a rule; ``explain`` tells the rest.
Neighbours: ``ruleset``, ``report.rules``, ``trial``, ``cli.templates``, the hook ``vanban-lint-rules``.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from vanban_lint.catalogue import say
from vanban_lint.checks import KINDS
from vanban_lint.cli.app import FINDINGS, OK
from vanban_lint.cli.output import style
from vanban_lint.cli.params import Command, LazyGroup, Option, language, language_option
from vanban_lint.config import agency_profile, rule_folders
from vanban_lint.errors import ConfigError
from vanban_lint.report import rules as report
from vanban_lint.ruleset import load_rules, load_tables

REGIMES = ("dang", "hanh-chinh", "quy-pham", "doan", "van-xuoi")


@click.command("test", cls=Command, help="cli.help.rules.test")
@click.argument("path", nargs=-1, required=True, metavar="FOLDER...", type=click.Path(exists=True))
@language_option
@click.pass_context
def test(ctx: click.Context, path: tuple[str, ...]) -> int:
    """A file stands for its folder, so that a hook may hand over what changed."""
    return FINDINGS if _failures(map(_folder, path), language(ctx)) else OK


def _folder(name: str) -> Path:
    """The folder that a word of the command line stands for."""
    return Path(name) if os.path.isdir(name) else Path(name).parent


@click.command("validate", cls=Command, help="cli.help.rules.validate")
@click.argument("path", nargs=-1, metavar="[FOLDER]...", type=click.Path(exists=True))
@language_option
@click.pass_context
def validate(ctx: click.Context, path: tuple[str, ...]) -> int:
    """Folders of templates are told by a mau.yaml in or below them; without folders, those of the configuration."""
    from vanban_lint.cli.templates import judge_folder
    from vanban_lint.template.load import SPEC

    lang = language(ctx)
    named = dict.fromkeys(map(_folder, path))
    if not path:
        here = os.getcwd()
        named = dict.fromkeys(Path(name) for name in (*rule_folders(here), *agency_profile(here)[1]))
    templates = [folder for folder in named if any(folder.glob(f"**/{SPEC}"))]
    rules = [folder for folder in named if folder not in templates]
    if not named:
        click.echo(say("trial.nothing", lang))
    bad = sum(judge_folder(folder, lang) for folder in templates)
    return FINDINGS if (_failures(rules, lang) if rules else 0) + bad else OK


def _failures(paths: Iterable[Path], lang: str) -> int:
    """Run the examples of the rules in ``paths``, print what is wrong and a summary; the number of failed examples."""
    from datetime import date

    from vanban_lint.ruleset.bundle import bundled
    from vanban_lint.ruleset.example import examples
    from vanban_lint.ruleset.loader import read_user_entries
    from vanban_lint.trial import Trial

    shipped, folders = bundled(), dict.fromkeys(paths)
    entries = read_user_entries(folders, shipped)
    if not entries:
        raise ConfigError("trial.no_rules", str(next(iter(folders))))
    trial = Trial(date.today(), (entry.rule for entry in entries), lang=lang)
    ran = left = failed = 0
    for entry in entries:
        for example in examples(entry.rule, entry.data.get("vi_du", {})):
            if not trial.runs(example):
                left += 1
                continue
            ran += 1
            try:
                wrong = trial.failures(example)
            except LookupError as error:
                wrong = [str(error)]
            failed += bool(wrong)
            for line in wrong:
                click.echo(f"{entry.source.path}: {example.id}: {line}")
    click.echo(say("trial.summary", lang, rules=len(entries), ran=ran, failed=failed, left=left))
    return failed


@click.group(
    cls=LazyGroup,
    lazy={"test": lambda: test, "validate": lambda: validate},
    short="cli.short.rules.",
    help="cli.help.rules",
    invoke_without_command=True,
    no_args_is_help=False,
)
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
    if ctx.invoked_subcommand:
        return OK
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
