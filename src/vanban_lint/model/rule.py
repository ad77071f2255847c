"""A rule as data, and the conventions a rule may rest on. Read from YAML by ``ruleset``; run by ``checks``.

Field names are the YAML keys. A rule is in force exactly where it has a clause: ``nguon`` maps a convention id
(``nd30``, ``hd36``, ``hd05``, ``nd78``, ..., or ``chung`` for what no guide states and good sense demands everywhere)
to the clause that says so. Conventions are data: rules/du-lieu/quy-uoc.yaml.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

from vanban_lint.model.document import NOTHING

COMMON = "chung"


class Convention(NamedTuple):
    """A guide with the regime it governs and the days it is in force (inclusive; ``None`` = open)."""

    id: str
    ten: str
    regime: str
    tu: dt.date | None = None
    den: dt.date | None = None

    def in_force(self, day: dt.date) -> bool:
        return (self.tu is None or self.tu <= day) and (self.den is None or day <= self.den)


class Rule(NamedTuple):
    """One YAML entry, validated. ``tham_so`` holds the parameters of its check kind; ``khi`` the conditions to run;
    ``nhuong`` the rules that it leaves a place to when they speak of it too."""

    id: str
    ten: str
    check: str
    o: tuple[str, ...]
    nguon: Mapping[str, str]
    quy_uoc: tuple[str, ...]
    muc_do: str
    chac_chan: str
    vi: str
    en: str
    tham_so: Mapping[str, Any] = NOTHING
    khi: Mapping[str, Any] = NOTHING
    sua: str | None = None
    mac_dinh: bool = True
    bi_danh: tuple[str, ...] = ()
    nhuong: tuple[str, ...] = ()
