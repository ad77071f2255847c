"""Where the package's own data lies: inside an installed wheel, or at the top of a checkout.

Purpose: one answer for rules and templates. Limits: paths only, nothing is read. Neighbours: ``bundle``, the
template room, ``hatch_build.py`` (which puts rules/, templates/ and rules.json under ``vanban_lint/_data``).
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
INSTALLED = PACKAGE / "_data"
COMPILED = INSTALLED / "rules.json"


def data_root() -> Path:
    """The folder that holds ``rules`` and ``templates``. An editable install has no ``_data`` and uses its checkout."""
    return INSTALLED if INSTALLED.is_dir() else PACKAGE.parent.parent


def rules_root() -> Path:
    """The folder of rule files, with ``du-lieu``, ``profiles`` and ``vi-du`` below it."""
    return data_root() / "rules"
