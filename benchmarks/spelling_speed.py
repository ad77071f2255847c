"""The spelling detector beside hunspell alone, on the same text, one after the other in one run.

Usage: python benchmarks/spelling_speed.py [FILE ...]

Without files the text is all flawless base documents of the rules as one document. Hunspell cuts the text into words,
asks for each and, in the second figure, for suggestions where it says no; the detector starts with empty caches. The
best of several rounds counts.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import yaml

from vanban_lint.readers import read
from vanban_lint.spelling.counts import bundled
from vanban_lint.spelling.dictionary import DATA, NAME, open_dictionary
from vanban_lint.spelling.lists import WordLists
from vanban_lint.spelling.speller import Passage, Speller

RULES = Path(__file__).parents[1] / "rules"
ROUNDS = 7
WORD = re.compile(r"[^\W\d_]+")


def best(work: Callable[[], object]) -> float:
    """Least CPU time of a few rounds, in seconds: other work on the machine does not count."""
    times = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


def compare(name: str, texts: list[str]) -> None:
    checker = import_module("hunspell").Hunspell(NAME, hunspell_data_dir=DATA)
    dictionary = open_dictionary()
    lists = WordLists.from_table(yaml.safe_load((RULES / "du-lieu" / "chinh-ta.yaml").read_text(encoding="utf-8")))

    def spell() -> list[str]:
        return [word for text in texts for word in WORD.findall(text) if not checker.spell(word)]

    def suggest() -> list[tuple[str, ...]]:
        return [checker.suggest(word) for word in spell()]

    def detect() -> object:
        return Speller(bundled(), dictionary, lists).check(map(Passage, texts))

    words = sum(len(WORD.findall(text)) for text in texts)
    alone, suggesting, ours = best(spell), best(suggest), best(detect)
    print(
        f"{name}: {words:,} words; hunspell {1000 * alone:.1f} ms, with suggestions {1000 * suggesting:.1f} ms; ",
        end="",
    )
    print(
        f"detector {1000 * ours:.1f} ms ({ours / alone:.1f} x, {ours / suggesting:.1f} x), {words / ours:,.0f} words/s"
    )


def main(paths: list[str]) -> None:
    if not paths:
        bases = sorted((RULES / "vi-du").glob("*.txt"))
        compare("base documents", [line for path in bases for line in path.read_text(encoding="utf-8").splitlines()])
    for path in paths:
        parts = read(path).parts
        compare(Path(path).name, [paragraph.text for part in parts for paragraph in part.paragraphs])


if __name__ == "__main__":
    main(sys.argv[1:])
