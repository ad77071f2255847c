"""Who says whether a Word file is whole: the Open XML SDK, ooxml-integrity, and the checks of our own.

Purpose: ``faults`` counts what each of the three finds in files, by kind, so that a file can be compared with the one
it was made from. Limits: the SDK is there only where ``OOXML_VALIDATOR`` names it (``npm ci`` in tests/ooxml/sdk);
``SDK`` is ``None`` elsewhere. Neighbours: tests/ooxml/integrity.py (ours), tests/ooxml/broken.py (canaries for all).
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import ooxml_integrity
from ooxml.integrity import problems

#: The program, or ``None``. It prints JSON; its exit code is not asked, since the native build exits with 0 always.
SDK = os.environ.get("OOXML_VALIDATOR") or shutil.which("ooxml-validator")
#: One process a file, 1.3 s of it on one core: two run at a time.
_AT_ONCE = 2


def faults(paths: Sequence[Path]) -> list[Counter[str]]:
    """What is wrong with each file; names of faults leave out where they stand, which an edit moves."""
    by_sdk: list[list[str]] = sdk_faults(paths) if SDK else [[] for _ in paths]
    return [
        Counter(_placeless(said) for said in (*found, *tool_faults(path), *problems(path.read_bytes())))
        for path, found in zip(paths, by_sdk, strict=True)
    ]


def sdk_faults(paths: Sequence[Path]) -> list[list[str]]:
    """Errors of the Open XML SDK, in the order of the files."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return list(pool.map(_sdk, paths))


def _sdk(path: Path) -> list[str]:
    done = subprocess.run([str(SDK), str(path)], capture_output=True, text=True, timeout=120, check=False)
    said = json.loads(done.stdout)
    found = [f"sdk: {error['errorType']} {error['description']}" for error in said["errors"]]
    assert said["ok"] == (not found), said
    return found


def tool_faults(path: Path) -> list[str]:
    """Errors of ooxml-integrity; its warnings speak of style."""
    found = ooxml_integrity.check(path)
    return [f"integrity: {item.code} {item.message}" for item in found if item.severity == ooxml_integrity.ERROR]


def _placeless(said: str) -> str:
    return re.sub(r"\d+", "#", said)
