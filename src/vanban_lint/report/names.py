"""Codes in the words of a reader: regimes, document types, days.

Purpose: one wording in all reports. Limits: names of types are data (rules/du-lieu/loai.yaml). Neighbours: the reports.
"""

from __future__ import annotations

import datetime as dt

from vanban_lint.catalogue import MESSAGES, say
from vanban_lint.ruleset import load_tables


def regime_name(regime: str, lang: str) -> str:
    """Words for a regime: "văn bản của Đảng" for "dang"."""
    key = f"regime.{regime}"
    return say(key, lang) if key in MESSAGES else regime


def type_name(code: str | None, lang: str) -> str:
    """Name of a type: "Chỉ thị" for "CT"; types keep their Vietnamese names in every language."""
    if code is None:
        return say("type.unknown", lang)
    return next((entry["ten"] for entry in load_tables()["loai"] if entry["khoa"] == code), code)


def day(date: dt.date) -> str:
    """A date as "05/6/2026", with the zeros that official documents write: days under 10, months 1 and 2."""
    return f"{date.day:02d}/{date.month if date.month > 2 else f'{date.month:02d}'}/{date.year}"
