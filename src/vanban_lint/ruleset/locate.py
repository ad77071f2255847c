"""Where the package's own data lies: inside an installed wheel, or at the top of a checkout.

Purpose: one answer for rules and templates. Limits: paths only, nothing is read. pathlib is imported on use, because
an installed package needs none (6 ms). Neighbours: ``bundle``, the
template room, ``hatch_build.py`` (which puts rules/, templates/ and rules.json under ``vanban_lint/_data``).
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
INSTALLED = os.path.join(PACKAGE, "_data")
COMPILED = os.path.join(INSTALLED, "rules.json")
PATTERNS = os.path.join(INSTALLED, "patterns.json")


def data_root() -> Path:
    """The folder that holds ``rules`` and ``templates``. An editable install has no ``_data`` and uses its checkout."""
    from pathlib import Path

    return Path(INSTALLED) if os.path.isdir(INSTALLED) else Path(PACKAGE).parent.parent


def rules_root() -> Path:
    """The folder of rule files, with ``du-lieu``, ``profiles`` and ``vi-du`` below it."""
    return data_root() / "rules"
