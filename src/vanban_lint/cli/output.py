"""Where a result goes: the screen or a new file; and how far a run has come.

Purpose: nothing is overwritten unasked, a result file is whole or absent, colour only on a terminal. Limits: does not
know what it carries. Neighbours: the commands, ``report.style``.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from types import TracebackType
from typing import TextIO

import click

from vanban_lint.catalogue import say
from vanban_lint.errors import ConfigError
from vanban_lint.report.excerpt import visible
from vanban_lint.report.style import Style

_COLUMNS = 100
_BAR = 20


def style(lang: str, output: str | None = None) -> Style:
    """Colour and width for the screen, or neither for a file or a pipe. NO_COLOR and TERM=dumb are heeded."""
    on_terminal = output is None and sys.stdout.isatty()
    color = on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    columns = min(max(_terminal_columns(), 50), _COLUMNS) if on_terminal else _COLUMNS
    return Style(color, columns, lang)


def _terminal_columns() -> int:
    """Imported on use: shutil brings the compression modules, which a run into a pipe never needs."""
    from shutil import get_terminal_size

    return get_terminal_size().columns


class Sink:
    """Prints at once, or gathers for the file ``output``; the file appears when the ``with`` block ends well."""

    def __init__(self, output: str | None, force: bool, inputs: Iterable[str] = ()) -> None:
        self._output = output
        self._held: list[str] = []
        if output is not None:
            _require_free(output, force, inputs)

    def write(self, text: str) -> None:
        if self._output is None:
            click.echo(text, nl=False)
        else:
            self._held.append(text)

    def __enter__(self) -> Sink:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if self._output is not None and kind is None:
            _write_whole(self._output, "".join(self._held))


def _require_free(output: str, force: bool, inputs: Iterable[str]) -> None:
    if not os.path.exists(output):
        return
    if any(os.path.exists(path) and os.path.samefile(path, output) for path in inputs):
        raise ConfigError("cli.output_is_input", output)
    if not force:
        raise ConfigError("cli.output_exists", output)


def _write_whole(target: str, text: str) -> None:
    """Write beside the target and rename: a broken run leaves no half file."""
    from tempfile import mkstemp

    folder, file = os.path.split(target)
    try:
        handle, name = mkstemp(dir=folder or ".", prefix=f".{file}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="\n") as held:
                held.write(text)
            os.chmod(name, 0o644)
            os.replace(name, target)
        except BaseException:
            os.unlink(name)
            raise
    except OSError as error:
        raise ConfigError("cli.output_failed", target, reason=error.strerror or str(error)) from error


class Progress:
    """A bar on stderr while several documents are worked on; silent when that is no terminal."""

    def __init__(self, total: int, lang: str, stream: TextIO | None = None) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._total, self._lang = total, lang
        self._shown = total > 1 and self._stream.isatty()

    def show(self, done: int, path: str) -> None:
        if self._shown:
            bar = "█" * (_BAR * done // self._total)
            name = visible(os.path.basename(path))
            line = f"{bar:░<{_BAR}} {done}/{self._total} {say('cli.progress', self._lang)} {name}"
            self._stream.write(f"\r\x1b[K{line[: _terminal_columns() - 1]}")
            self._stream.flush()

    def clear(self) -> None:
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
