"""Word lists that keep the detector silent: names, loan words, enumerations. The words are data (rules/du-lieu).

Purpose: the lists as sets, read once from the table ``chinh_ta``. Limits: single lower-case words, old tone placement.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class WordLists(NamedTuple):
    """Field names are the keys of the table: family names, words before a name, loan words, words before a letter.

    ``rieng`` holds the user's own words, which are not in the table: nothing is ever said about them.
    """

    ho: frozenset[str] = frozenset()
    xung_ho: frozenset[str] = frozenset()
    vay_muon: frozenset[str] = frozenset()
    liet_ke: frozenset[str] = frozenset()
    rieng: frozenset[str] = frozenset()

    @classmethod
    def from_table(cls, table: Mapping[str, str]) -> WordLists:
        """The lists of the table "chinh_ta"; a key it doesn't have is an empty list."""
        return cls(*(frozenset(table.get(name, "").split()) for name in cls._fields))
