"""Settings of a run: what the configuration file says, then what the options say, which wins.

Purpose: one answer to "how is this file judged". Limits: finding and reading configuration is ``config``'s.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from vanban_lint.config import Settings, settings_for


class SettingsOf:
    """``SettingsOf(...)(path)`` gives the settings for one document; ConfigError for a wrong configuration."""

    def __init__(
        self,
        lang: str | None,
        config: str | None = None,
        select: tuple[str, ...] = (),
        ignore: tuple[str, ...] = (),
        profile: str | None = None,
        date: dt.date | None = None,
        strict: bool = False,
    ) -> None:
        self._config = config
        asked: dict[str, Any] = {"lang": lang, "select": select, "ignore": ignore, "profile": profile, "date": date}
        asked["strict"] = strict
        self._options = {name: value for name, value in asked.items() if value}

    def __call__(self, path: str) -> Settings:
        return replace(settings_for(path, self._config), **self._options)
