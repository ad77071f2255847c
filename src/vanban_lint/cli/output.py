"""Where a result goes: the screen or a new file; and how far a run has come.

Purpose: nothing is overwritten unasked, a result file is whole or absent, colour only on a terminal. Limits: does not
know what it carries. Neighbours: the commands, ``report.style``.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable
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
    """Writes to the screen, or to the file ``output``, which appears whole when the ``with`` block ends well.

    What is written goes to a file beside the target that is renamed at the end: a broken run leaves no half file, and a
    long run holds nothing in memory.
    """

    def __init__(self, output: str | None, force: bool, inputs: Iterable[str] = ()) -> None:
        self._output = output
        self._file: TextIO | None = None
        self._name = ""
        if output is not None:
            require_free(output, force, inputs)

    def write(self, text: str) -> None:
        if self._file is None:
            click.echo(text, nl=False)
            return
        try:
            self._file.write(text)
        except OSError as error:
            raise self._failed(error) from error

    def __enter__(self) -> Sink:
        if self._output is not None:
            from tempfile import mkstemp

            folder, name = os.path.split(self._output)
            try:
                handle, self._name = mkstemp(dir=folder or ".", prefix=f".{name}.")
            except OSError as error:
                raise self._failed(error) from error
            self._file = os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="\n")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if self._file is None or self._output is None:
            return
        try:
            self._file.close()
            if kind is None:
                os.chmod(self._name, 0o644)
                os.replace(self._name, self._output)
        except OSError as failure:
            raise self._failed(failure) from failure
        finally:
            if os.path.exists(self._name):
                os.unlink(self._name)

    def _failed(self, error: OSError) -> ConfigError:
        return ConfigError("cli.output_failed", self._output or "", reason=error.strerror or str(error))


def require_free(output: str, force: bool, inputs: Iterable[str]) -> None:
    """ConfigError when ``output`` is one of the inputs, or is there and ``force`` was not given."""
    if not os.path.exists(output):
        return
    if any(os.path.exists(path) and os.path.samefile(path, output) for path in inputs):
        raise ConfigError("cli.output_is_input", output)
    if not force:
        raise ConfigError("cli.output_exists", output)


class Progress:
    """A bar on stderr while several documents are worked on; silent when that is no terminal."""

    def __init__(
        self, total: int, lang: str, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._total, self._lang, self._clock = total, lang, clock
        self._begin = clock()
        self._shown = total > 1 and self._stream.isatty()

    def show(self, done: int, path: str) -> None:
        """How far the run is, its rate and the time left, and the document that was done last."""
        if self._shown:
            bar = "█" * (_BAR * done // self._total)
            line = f"{bar:░<{_BAR}} {done}/{self._total} {self._pace(done)}{visible(os.path.basename(path))}"
            self._stream.write(f"\r\x1b[K{line[: _terminal_columns() - 1]}")
            self._stream.flush()

    def _pace(self, done: int) -> str:
        seconds = self._clock() - self._begin
        if not done or seconds <= 0:
            return ""
        left = round(seconds / done * (self._total - done))
        return say("cli.pace", self._lang, rate=f"{done / seconds:.1f}", left=f"{left // 60}:{left % 60:02d}") + " "

    def clear(self) -> None:
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
