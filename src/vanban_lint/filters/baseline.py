"""A baseline: the findings a collection had on the day it took up the program, so that only new ones speak.

Purpose: read, write and apply such a file. A finding is known by its fingerprint, which edits elsewhere in the document
leave alone. Limits: nothing is judged here. The file is JSON with sorted keys, so that its changes read well in a
review; paths are relative to its folder. Neighbours: ``cli.baseline`` writes it, ``cli.judge`` applies it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from vanban_lint.config import Hidden, relative_to
from vanban_lint.errors import ConfigError
from vanban_lint.model import Finding

SCHEMA = 1
NAME = "vanban-lint-baseline.json"

#: Document -> fingerprint -> rule.
Known = Mapping[str, Mapping[str, str]]


@cache
def read(path: str) -> Known:
    """The findings of a baseline; ConfigError when there is no such file or it is none of ours."""
    try:
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
    except FileNotFoundError:
        raise ConfigError("file.missing", path) from None
    except (OSError, ValueError):
        raise ConfigError("baseline.broken", path) from None
    if not _sound(data):
        raise ConfigError("baseline.broken", path)
    known: Known = data["documents"]
    return known


def _sound(data: Any) -> bool:
    if not isinstance(data, dict) or data.get("schema") != SCHEMA or not isinstance(data.get("documents"), dict):
        return False
    return all(isinstance(entry, dict) and all(map(_is_text, entry.values())) for entry in data["documents"].values())


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def hidden(path: str, document: str, reason: str) -> tuple[Hidden, ...]:
    """What the baseline ``path`` asks to hide in ``document``."""
    known = read(path).get(place(path, document))
    return (Hidden((), reason, os.path.basename(path), frozenset(known)),) if known else ()


def place(path: str, document: str) -> str:
    """The name of ``document`` in the baseline ``path``."""
    return relative_to(os.path.dirname(os.path.abspath(path)), document)


def text(path: str, found: Iterable[tuple[str, Iterable[Finding]]]) -> str:
    """The baseline file ``path`` for these documents and their findings."""
    documents = {
        place(path, document): {finding.fingerprint: finding.rule for finding in findings}
        for document, findings in found
    }
    whole = {"schema": SCHEMA, "documents": {name: known for name, known in documents.items() if known}}
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
