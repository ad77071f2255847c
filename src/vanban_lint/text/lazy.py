"""Patterns compiled when they are first used.

Purpose: most documents use two thirds of the patterns, and compiling costs a quarter of a check (measured: 0.2 ms a
pattern, some 300 of them). Limits: nothing but delay; the result behaves as the compiled pattern does.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    def __init__(self, source: str, flags: int) -> None:
        self._made_of = (source, flags)

    def __getattr__(self, name: str) -> Any:
        """Asked for once a name: what is found is kept on the instance, so later calls cost nothing."""
        value = getattr(re.compile(*self._made_of), name)
        setattr(self, name, value)
        return value


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern ``source``, compiled at its first use; re.error comes then."""
    return cast("re.Pattern[str]", _Lazy(source, flags))
