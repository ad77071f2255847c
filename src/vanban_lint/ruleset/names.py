"""Names that a user writes: rule selectors and what was probably meant by an unknown one.

Purpose: one meaning of "TT131", "TT1" and "so-co-dau-hai-cham" everywhere. Limits: strings only. Neighbours:
``select``, ``config``, ``validate``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from vanban_lint.errors import ConfigError
from vanban_lint.model.rule import Rule

_PREFIX = re.compile(r"[A-Z]{2}\d{0,3}")


def matches(selector: str, rule: Rule) -> bool:
    """Whether a selector (id, former id, prefix such as "TT1", or name) speaks of the rule."""
    if selector in (rule.id, rule.ten) or selector in rule.bi_danh:
        return True
    return _PREFIX.fullmatch(selector) is not None and rule.id.startswith(selector)


def require_known(selectors: Iterable[str], rules: tuple[Rule, ...], path: str = "") -> None:
    """ConfigError for the first selector that speaks of no rule: it would read exactly like a clean document."""
    for selector in selectors:
        if not any(matches(selector, rule) for rule in rules):
            known = [name for rule in rules for name in (rule.id, rule.ten)]
            raise unknown("config.unknown_rule", selector, known, path)


def unknown(key: str, name: str, known: Iterable[str], path: str = "", **params: Any) -> ConfigError:
    """An error on an unknown name; its key gains ".near" when something known looks like it."""
    near = nearest(name, known)
    return ConfigError(f"{key}.near" if near else key, path, name=name, near=near, **params)


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like ``name``, empty when none is."""
    from difflib import get_close_matches

    return "".join(get_close_matches(name, list(known), n=1))
