"""Is a template good: its tags, its fields, and what it makes of its own example.

Purpose: everything that would surprise the drafter who fills it, told beforehand, with places in the file. Limits:
layout is judged by the linter on the filled example, not by guessing at the template. Neighbours: ``render`` (tags),
``new`` (the example).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from vanban_lint.config import Settings
from vanban_lint.errors import UserError
from vanban_lint.template.load import Template
from vanban_lint.template.new import Maker, judge

#: Words every template may name beside its fields.
GIVEN = ("phan_sau", "cac_phu_luc", "ke")


def problems(template: Template, today: dt.date | None = None) -> Iterator[UserError]:
    """What is wrong with ``template``, worst first; nothing when it is good."""
    maker = Maker(template, today or dt.date.today())
    try:
        compiled = maker.compiled
    except UserError as error:
        yield error
        return
    declared = {field.name for field in template.fields} | template.constants.keys()
    unknown = sorted(compiled.names - declared - set(GIVEN))
    for name in unknown:
        yield UserError("template.undefined", field=name, place=compiled.place(name))
    for field in template.fields:
        if field.name not in compiled.names:
            yield UserError("template.unused", field=field.name)
    if not template.example:
        yield UserError("template.no_example")
    elif not unknown:
        yield from _example(maker)


def _example(maker: Maker) -> Iterator[UserError]:
    try:
        made = maker.make(maker.template.example)
    except UserError as error:
        yield error
        return
    report = judge(made, str(maker.template.file), Settings(today=maker.today))
    for finding in report.findings:
        yield UserError("template.example_finding", rule=finding.rule, message=finding.message)
