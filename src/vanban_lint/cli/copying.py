"""What the commands that write a document share: one input, a place for the result, the day of the marks.

Purpose: nothing is overwritten unasked, and a run can be repeated to the byte (SOURCE_DATE_EPOCH). Limits: one file a
call. Neighbours: ``cli.annotate``, ``cli.fix``, ``cli.output``.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from typing import Any

import click

from vanban_lint.cli.params import Option
from vanban_lint.errors import ConfigError


def moment() -> str:
    """Now, or the moment that SOURCE_DATE_EPOCH names, as Word writes it: 2026-05-27T08:30:00Z."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = dt.datetime.fromtimestamp(int(fixed), dt.UTC) if fixed.isdigit() else dt.datetime.now(dt.UTC)
    return now.strftime("%Y-%m-%dT%H:%M:%SZ")


def copy_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """``-o`` and ``--force``."""
    for option in (
        click.option("--force", cls=Option, is_flag=True, help="cli.help.force"),
        click.option("--output", "-o", cls=Option, metavar="OUT", type=click.Path(), help="cli.help.copy"),
    ):
        function = option(function)
    return function


def write_whole(target: str, content: bytes, mode: int = 0o644) -> None:
    """Write beside the target and rename: a broken run leaves no half file. ``mode`` are its permission bits."""
    from tempfile import mkstemp

    folder, file = os.path.split(target)
    try:
        handle, name = mkstemp(dir=folder or ".", prefix=f".{file}.")
        try:
            with os.fdopen(handle, "wb") as held:
                held.write(content)
                held.flush()
                os.fsync(held.fileno())
            os.chmod(name, mode)
            os.replace(name, target)
        except BaseException:
            os.unlink(name)
            raise
    except OSError as error:
        raise ConfigError("cli.output_failed", target, reason=error.strerror or str(error)) from error
