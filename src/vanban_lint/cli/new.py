"""``vanban-lint new``: a correct draft from a template, or one for each row of a table.

Purpose: gather the data, write the file, say what the linter thinks of it. Limits: templates, values and rendering
belong to ``template``, which is imported on use. Neighbours: ``cli.templates``, ``template.new``, ``template.batch``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vanban_lint.catalogue import say
from vanban_lint.cli.app import FAILED, FINDINGS, OK
from vanban_lint.cli.output import Progress
from vanban_lint.cli.params import Command, Option, language, language_option
from vanban_lint.config import agency_profile, settings_for
from vanban_lint.errors import ConfigError

if TYPE_CHECKING:
    from vanban_lint.engine import Report
    from vanban_lint.template.load import Template
    from vanban_lint.template.new import Maker

_SHOWN = 10


@click.command(cls=Command, help="cli.help.new")
@click.argument("template", metavar="TEMPLATE")
@click.option("--data", cls=Option, metavar="FILE", type=click.Path(), help="cli.help.data")
@click.option("--set", "pairs", cls=Option, multiple=True, metavar="TRƯỜNG=GIÁ_TRỊ", help="cli.help.set")
@click.option("--defaults", cls=Option, is_flag=True, help="cli.help.defaults")
@click.option("--example", cls=Option, is_flag=True, help="cli.help.example")
@click.option("--output", "-o", cls=Option, metavar="FILE", type=click.Path(), help="cli.help.new_output")
@click.option("--batch", cls=Option, metavar="FILE", type=click.Path(), help="cli.help.batch")
@click.option("--out", cls=Option, metavar="DIR", type=click.Path(), help="cli.help.batch_out")
@click.option("--name", cls=Option, metavar="MẪU_TÊN", help="cli.help.batch_name")
@click.option("--no-check", cls=Option, is_flag=True, help="cli.help.no_check")
@click.option("--config", cls=Option, metavar="FILE", type=click.Path(), help="cli.help.config")
@click.option("--force", cls=Option, is_flag=True, help="cli.help.force")
@language_option
@click.pass_context
def new(
    ctx: click.Context,
    template: str,
    data: str | None,
    pairs: tuple[str, ...],
    defaults: bool,
    example: bool,
    output: str | None,
    batch: str | None,
    out: str | None,
    name: str | None,
    no_check: bool,
    config: str | None,
    force: bool,
) -> int:
    from vanban_lint.template.data import read_data, with_set
    from vanban_lint.template.new import Maker

    lang = language(ctx)
    chosen = load_template(template, config)
    given = with_set(read_data(Path(data)) if data else {}, pairs)
    if example:
        given = dict(chosen.example) | given
    maker = Maker(chosen)
    if batch:
        return _batch(maker, Path(batch), out, name, given, not no_check, force, lang)
    if not (defaults or example or data) and sys.stdin.isatty():
        from vanban_lint.template.prompt import fill_in

        given = fill_in(chosen, given, lambda text: click.prompt(text, "", False, prompt_suffix=""), click.echo, lang)
    target = Path(output or f"{chosen.name.rpartition('/')[2]}.docx")
    made = maker.make(given)
    write_new(target, made, force)
    click.echo(say("template.written", lang, path=target))
    return OK if no_check else say_findings(check_made(made, target, config), target, lang)


def load_template(name: str, config: str | None) -> Template:
    """The template, with the defaults of the agency profile."""
    from vanban_lint.template.load import load, with_defaults

    profile, folders = agency_profile(os.getcwd(), config)
    return with_defaults(load(name, [Path(folder) for folder in folders]), profile)


def check_made(made: bytes, target: Path, config: str | None = None) -> Report:
    """The report on a new file, by the settings for the place where it lies."""
    from vanban_lint.template.new import judge

    return judge(made, str(target), settings_for(str(target), config))


def say_findings(report: Report, target: Path, lang: str) -> int:
    """Print what was found in a few lines; the exit code."""
    findings = report.findings
    key = "template.findings" if findings else "template.clean"
    click.echo(say(key, lang, convention=report.profile, count=len(findings), path=target))
    for finding in findings[:_SHOWN]:
        click.echo(say("template.finding", lang, rule=finding.rule, message=finding.message))
    return FINDINGS if any(finding.severity == "loi" for finding in findings) else OK


def write_new(target: Path, made: bytes, force: bool) -> None:
    """Write a whole file or none; ConfigError when it exists and that is not allowed."""
    if target.exists() and not force:
        raise ConfigError("cli.output_exists", str(target))
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_bytes(made)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise ConfigError("cli.output_failed", str(target), reason=error.strerror or str(error)) from error


def _batch(
    maker: Maker, source: Path, out: str | None, name: str | None, given: Any, checked: bool, force: bool, lang: str
) -> int:
    from vanban_lint.template import batch

    if out is None:
        raise ConfigError("batch.need_out")
    rows = batch.read_rows(source)
    progress = Progress(len(rows), lang)
    job = batch.Batch(maker, Path(out), name, given, settings_for(str(source)) if checked else None, force)
    for row in job.run(rows):
        progress.show(row.number, row.file or "")
        if row.problem is not None:
            progress.clear()
            problem = say(row.problem.key, lang, **row.problem.params)
            click.echo(say("batch.row", lang, row=row.number, problem=problem), err=True)
    progress.clear()
    report = job.write_report(lang)
    click.echo(say("batch.done", lang, good=job.good, bad=job.bad, report=report))
    return FAILED if job.bad else FINDINGS if job.found else OK
