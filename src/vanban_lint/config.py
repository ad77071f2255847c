"""Configuration: what a user asks for, from vanban-lint.yaml or pyproject.toml, per file.

Purpose: find the file upwards, refuse what it does not know with a suggestion, and answer with ``Settings`` for each
document. Limits: knows the names of rules but not what they do. Neighbours: ``ruleset`` (rule ids), ``engine`` (uses
``Settings``), ``cli`` (options win over the file). Neither tomllib nor yaml is imported unless a file asks for it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from vanban_lint.model.rule import Rule


@dataclass(frozen=True, slots=True)
class Hidden:
    """Findings not to show for a file: ``rules`` are selectors (ids, prefixes, names), ``reason`` is shown."""

    rules: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Settings:
    """How one document is to be judged. ``date`` and ``profile`` override what the document says of itself.

    ``select`` and ``ignore`` hold selectors: rule ids, prefixes ("TT1") or names. ``rules`` are the user's own rules,
    ``muc_do`` maps a selector to a severity, ``today`` is the day for a document without a date.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: str | None = None
    date: dt.date | None = None
    today: dt.date = field(default_factory=dt.date.today)
    lang: str = "vi"
    fail_on: str = "loi"
    muc_do: Mapping[str, str] = field(default_factory=dict)
    hidden: tuple[Hidden, ...] = ()
    rules: tuple[Rule, ...] = ()
