"""Results of earlier runs, by the content of what was judged and everything that could change the verdict.

Purpose: a second run over an unchanged folder costs a hash a file (measured in ``benchmarks/corpus.py``). Limits: plain
JSON values; a cache that cannot be read or written is no cache, never an error. One SQLite file in the user's cache
folder, because thousands of small files are slow on Windows; rows that no run asked for in ``KEPT_DAYS`` are dropped.
Neighbour: ``cli.check``.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import time
import zlib
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from types import TracebackType
from typing import Any

KEPT_DAYS = 30
_BATCH = 200
_DAY = 86_400
_VARIABLE = "VANBAN_LINT_CACHE"


def folder() -> str:
    """Where the cache lives: VANBAN_LINT_CACHE, else the place that the system keeps for such files."""
    if named := os.environ.get(_VARIABLE):
        return named
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser(r"~\AppData\Local")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "vanban-lint")


def digest(pieces: Iterable[bytes]) -> str:
    """One name for several byte strings; where one ends and the next begins matters."""
    whole = sha256()
    for piece in pieces:
        whole.update(len(piece).to_bytes(8, "big"))
        whole.update(piece)
    return whole.hexdigest()


class Cache:
    """``get`` and ``put`` JSON values by key inside a ``with`` block. New values are written a batch at a time."""

    def __init__(self, place: str | None = None) -> None:
        self._db: sqlite3.Connection | None = None
        self._used: list[str] = []
        self._new: list[tuple[str, bytes]] = []
        with suppress(OSError, sqlite3.Error):
            where = place or folder()
            os.makedirs(where, exist_ok=True)
            self._db = sqlite3.connect(os.path.join(where, "results.sqlite3"), timeout=1)
            self._db.execute("CREATE TABLE IF NOT EXISTS result (key TEXT PRIMARY KEY, day INTEGER, value BLOB)")

    def get(self, key: str) -> Any | None:
        """The value under ``key``, ``None`` when there is none."""
        if self._db is None:
            return None
        try:
            row = self._db.execute("SELECT value, day FROM result WHERE key = ?", (key,)).fetchone()
            value = None if row is None else json.loads(zlib.decompress(row[0]))
        except (sqlite3.Error, zlib.error, ValueError):
            return None
        if row is not None and row[1] != _today():
            self._used.append(key)
        return value

    def put(self, key: str, value: Any) -> None:
        """Keep a value; the compression is the fastest, which halves reports at no time worth naming."""
        self._new.append((key, zlib.compress(json.dumps(value, ensure_ascii=False).encode(), 1)))
        if len(self._new) >= _BATCH:
            self._flush()

    def _flush(self) -> None:
        """Write what is new; a database that another run holds too long is left alone."""
        if self._db is not None:
            try:
                with self._db:
                    rows = [(key, _today(), blob) for key, blob in self._new]
                    self._db.executemany("INSERT OR REPLACE INTO result VALUES (?, ?, ?)", rows)
                    self._db.executemany(
                        "UPDATE result SET day = ? WHERE key = ?", [(_today(), key) for key in self._used]
                    )
                    self._db.execute("DELETE FROM result WHERE day < ?", (_today() - KEPT_DAYS,))
            except sqlite3.Error:
                self._db = None
        self._new.clear()
        self._used.clear()

    def __enter__(self) -> Cache:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._flush()
        if self._db is not None:
            self._db.close()


def _today() -> int:
    return int(time.time()) // _DAY
