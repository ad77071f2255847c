"""The dictionary: which words exist, and what may be meant by one that doesn't.

Purpose: one small face over the ``hunspell`` module with the project's own syllables and the words of the user and the
agency. Limits: single words, no context. Where the module can't be imported or can't open the files, a plain set of
the same words answers, with suggestions of its own; a start never fails for want of a binary.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from os.path import dirname, join
from typing import Any, Protocol

from vanban_lint.text.syllable import bare

DATA = join(dirname(__file__), "data")
NAME = "vi_syllables"


class Dictionary(Protocol):
    """What the detector asks."""

    def accepts(self, word: str) -> bool:
        """Is the word, as written, in a dictionary?"""

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words that may be meant, likeliest first."""


class HunspellDictionary:
    """The ``hunspell`` module over the project's .dic and .aff."""

    def __init__(self, module: Any, words: Iterable[str]) -> None:
        self._hunspell = _open(module)
        for word in words:
            self._hunspell.add(word)

    def accepts(self, word: str) -> bool:
        return bool(self._hunspell.spell(word))

    def suggest(self, word: str) -> tuple[str, ...]:
        return tuple(self._hunspell.suggest(word))


class PlainDictionary:
    """The same words as a set."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = {*read_words(join(DATA, f"{NAME}.dic")), *words}

    def accepts(self, word: str) -> bool:
        return not self._words.isdisjoint({word, word.lower(), word.capitalize()} if word[:1].isupper() else {word})

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words of the same letters with other signs."""
        letters = bare(word.lower())
        return tuple(sorted(known for known in self._words if bare(known) == letters))


def open_dictionary(words: Iterable[str] = ()) -> Dictionary:
    """The project's dictionary with the ``words`` of the user and of the agency."""
    words = tuple(words)
    try:
        return HunspellDictionary(importlib.import_module("hunspell"), words)
    except Exception:  # a binary module fails in many ways; none of them may stop a check
        return PlainDictionary(words)


def read_words(path: str) -> list[str]:
    """The words of a hunspell .dic file (UTF-8) or of a plain list: one a line; flags after "/", data after a tab and
    the count in the first line are left out, for Vietnamese words take no affixes."""
    with open(path, encoding="utf-8-sig") as file:
        lines = file.read().splitlines()
    words = (line.split("\t")[0].split("/")[0].strip() for line in lines)
    return [word for word in words if word and not word.isdigit()]


def _open(module: Any) -> Any:
    """Both faces under the name: ``Hunspell(name, hunspell_data_dir=...)`` and the older ``HunSpell(dic, aff)``."""
    if hasattr(module, "Hunspell"):
        return module.Hunspell(NAME, hunspell_data_dir=DATA)
    return module.HunSpell(join(DATA, f"{NAME}.dic"), join(DATA, f"{NAME}.aff"))
