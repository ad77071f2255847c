"""Settings of a run: what the configuration file says, then what the options say, which wins.

Purpose: one answer to "how is this file judged", exceptions of ignore files and the baseline included. Limits: finding
and reading them is the work of ``config`` and ``filters``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from vanban_lint.catalogue import say
from vanban_lint.config import Hidden, Settings, settings_for
from vanban_lint.filters import baseline, ignore_file


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
        baseline: str | None = None,
        strict: bool = False,
    ) -> None:
        self._config = config
        asked: dict[str, Any] = {
            "lang": lang,
            "select": select,
            "ignore": ignore,
            "profile": profile,
            "date": date,
            "baseline": baseline,
            "strict": strict,
        }
        self._options = {name: value for name, value in asked.items() if value}

    def __call__(self, path: str) -> Settings:
        settings = replace(settings_for(path, self._config), **self._options)
        return replace(settings, hidden=(*settings.hidden, *_exceptions(path, settings)))


def _exceptions(path: str, settings: Settings) -> tuple[Hidden, ...]:
    """What lies outside the configuration and asks to hide findings: ignore files, then the baseline."""
    asked = ignore_file.hidden(path)
    if settings.baseline is None:
        return asked
    reason = say("baseline.reason", settings.lang)
    return (*asked, *baseline.hidden(settings.baseline, path, reason))
