"""What to check: files, folders and standard input, in a fixed order.

Purpose: turn the words of a command line into inputs. Limits: opens nothing but standard input; whether a file can be
read is found out by ``readers``. Neighbours: ``cli.check``, ``cli.inspect``.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vanban_lint.errors import ConfigError, UnreadableError

STDIN = "-"
SUFFIXES = (".docx", ".txt", ".md")
#: What a folder stands for when asked for every format: these are often copies of a .docx beside them.
ALL_SUFFIXES = (*SUFFIXES, ".doc", ".odt", ".rtf", ".pdf")
#: Word keeps such a file beside an open document; it holds a user name, not text.
OWNER_FILE = "~$"


class Input(NamedTuple):
    """``data`` is there for standard input only; ``error`` when the word stands for nothing that can be read;
    ``source`` is the file to read in place of ``path``, when it was converted."""

    path: str
    data: bytes | None = None
    error: UnreadableError | None = None
    source: str | None = None


def expand(words: Iterable[str], stdin_name: str | None = None, suffixes: tuple[str, ...] = SUFFIXES) -> list[Input]:
    """Inputs in the order given, each once; a folder stands for the documents in it, told by their ``suffixes``.

    ConfigError for a second "-".
    """
    words = list(words)
    if words.count(STDIN) > 1:
        raise ConfigError("cli.stdin_once")
    found: dict[str, Input] = {}
    for word in words:
        for item in _inputs(word, stdin_name, suffixes):
            found.setdefault(item.path, item)
    return list(found.values())


def _inputs(word: str, stdin_name: str | None, suffixes: tuple[str, ...]) -> Iterator[Input]:
    if word == STDIN:
        yield Input(stdin_name or STDIN, sys.stdin.buffer.read())
    elif os.path.isdir(word):
        found = list(walk(word, suffixes))
        yield from found
        if not found:
            yield Input(word, error=UnreadableError("cli.no_documents", word))
    else:
        yield Input(word)


def walk(folder: str, suffixes: tuple[str, ...] = SUFFIXES) -> Iterator[Input]:
    """Documents below ``folder`` by name, without hidden folders and files and without Word's owner files.

    A folder that cannot be entered is an input with an error: what is in it was not checked.
    """
    closed: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(suffixes) and not name.startswith((".", OWNER_FILE)):
                yield Input(os.path.join(place, name))
    for error in closed:
        reason = error.strerror or str(error)
        yield Input(error.filename, error=UnreadableError("file.unreadable", error.filename, reason=reason))
