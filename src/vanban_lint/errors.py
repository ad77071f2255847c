"""Errors that a user can cause: one clear line each, never a traceback, exit code 2.

Purpose: carry a catalogue key with its parameters from the room that noticed to the room that speaks. Limits: no text
here (that is ``catalogue``), no defects of documents (those are findings).
"""

from __future__ import annotations

from typing import Any


class UserError(Exception):
    """A mistake of the user or a file that can't be used. ``key`` names a catalogue message, ``params`` fill it.

    ``path`` is the file concerned, with ":line" where one is known; empty when there is none.
    """

    def __init__(self, key: str, path: str = "", **params: Any) -> None:
        super().__init__(key)
        self.key = key
        self.path = path
        self.params = params

    def __str__(self) -> str:
        """For a traceback in a test run; users read the catalogue's words."""
        return f"{self.path}: {self.key} {self.params}"

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.key, self.path, self.params)


class UnreadableError(UserError):
    """An input file that can't be read: the other files go on."""


class ConfigError(UserError):
    """A wrong configuration, rule file or command-line value."""


def _rebuild(cls: type[UserError], key: str, path: str, params: dict[str, Any]) -> UserError:
    return cls(key, path, **params)
