"""Regular expressions compiled when the wheel is built, so that a run need not compile them again.

Purpose: start-up. Some 330 patterns are compiled before a draft is judged, a sixth of the whole run (36 of 210 ms);
what they compile to fits into a JSON file and loads in 6 ms (the codes as one packed text: as JSON numbers they took
13). Limits: Python offers no way to store a compiled
pattern, so three private names of the standard library are used, and nothing depends on them: another Python than the
one that built the wheel, or a name that is gone, and ``re`` compiles as ever. Neighbours: ``hatch_build.py`` writes
the file, ``cli`` calls ``prime``; modules go on calling ``re.compile``, which finds the pattern in its own cache.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

Key = tuple[str, int]


def kind() -> list[Any]:
    """What compiled patterns depend on besides their text."""
    import _sre  # type: ignore[import-not-found]

    return [sys.implementation.cache_tag, sys.byteorder, _sre.MAGIC, _sre.CODESIZE]


@contextmanager
def recorded() -> Iterator[set[Key]]:
    """Gathers text and flags of every pattern compiled inside the ``with`` block."""
    compiler: Any = re._compiler  # type: ignore[attr-defined]
    compile_, seen = compiler.compile, set[Key]()

    def compile(pattern: Any, flags: int = 0) -> Any:
        if isinstance(pattern, str):
            seen.add((pattern, int(flags)))
        return compile_(pattern, flags)

    compiler.compile = compile
    re.purge()
    try:
        yield seen
    finally:
        compiler.compile = compile_


def stored(keys: set[Key]) -> dict[str, Any]:
    """The compiled form of patterns, as plain data: ``codes`` packs theirs one after the other."""
    from array import array
    from base64 import b64encode

    codes = array("I")
    patterns = []
    for text, flags in sorted(keys):
        all_flags, code, *rest = _compiled(text, flags)
        codes.extend(code)
        patterns.append([text, flags, all_flags, len(code), *rest])
    return {"kind": kind(), "codes": b64encode(codes.tobytes()).decode(), "patterns": patterns}


def _compiled(text: str, flags: int) -> tuple[int, list[int], int, dict[str, int], list[str | None]]:
    """The arguments that ``re`` itself hands to ``_sre.compile``."""
    compiler: Any = re._compiler  # type: ignore[attr-defined]
    parsed = compiler._parser.parse(text, flags)
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in parsed.state.groupdict.items():
        names[number] = name
    code = [int(item) for item in compiler._code(parsed, flags)]
    return int(flags | parsed.state.flags), code, parsed.state.groups - 1, parsed.state.groupdict, names


def prime(path: str) -> None:
    """Puts the patterns of a file into the cache of ``re``. Does nothing when the file is absent or of another kind."""
    import json
    from binascii import a2b_base64

    try:
        import _sre

        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        if data["kind"] == kind():
            cache: dict[Any, Any] = re._cache  # type: ignore[attr-defined]
            codes = memoryview(a2b_base64(data["codes"])).cast("I").tolist()
            start = 0
            for text, flags, all_flags, length, groups, index, names in data["patterns"]:
                code = codes[start : start + length]
                cache[str, text, flags] = _sre.compile(text, all_flags, code, groups, index, tuple(names))
                start += length
    except (OSError, ImportError, AttributeError, LookupError, TypeError, ValueError, RuntimeError):
        return


def _exercise() -> None:
    """Compiles what a run compiles: judges the base documents of the rules, and imports what reads Word files.

    A build has no lxml, click or hunspell at hand; what only they lead to is then left to ``re``.
    """
    from contextlib import suppress

    with suppress(ImportError):
        import vanban_lint.ooxml.reader
    with suppress(ImportError):
        import vanban_lint.cli.check  # noqa: F401
    from vanban_lint.config import Settings
    from vanban_lint.engine import check_document
    from vanban_lint.readers import read
    from vanban_lint.ruleset.locate import rules_root

    for path in sorted((rules_root() / "vi-du").glob("*.txt")):
        check_document(read(str(path)), Settings())


def main(path: str) -> None:
    """Writes the patterns of a run to ``path``: ``python -m vanban_lint.patterns FILE``, in a fresh process."""
    import json

    with recorded() as seen:
        _exercise()
    with open(path, "w", encoding="utf-8") as file:
        json.dump(stored(seen), file, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main(sys.argv[1])
