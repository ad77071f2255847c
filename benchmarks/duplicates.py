"""What looking for duplicates costs: 2,000 paragraphs, of which none, and then some, stand twice.

Usage: python benchmarks/duplicates.py

Times the rules BC2 on a text document of 2,000 different paragraphs of 60 words (about 250 pages) with the document
already read, and the families of form on the same document, which are the yardstick (the spine). Targets: less than a
second for BC2, and no more with duplicates in it than without by half.
"""

from __future__ import annotations

import random
import time

from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.readers import read

PARAGRAPHS, WORDS, DOUBLED = 2000, 60, 40
SPINE = ("TT", "BC1", "BC3")


def document(doubled: int) -> bytes:
    """Paragraphs of words drawn at random, so that none is like another; ``doubled`` of them come back changed."""
    chance = random.Random(11)
    vocabulary = [
        f"{first}{second}" for first in "bcdghklmnprstvx" for second in ("an", "ang", "ên", "inh", "ôi", "ươc")
    ]
    paragraphs = [" ".join(chance.choices(vocabulary, k=WORDS)).capitalize() + "." for _ in range(PARAGRAPHS)]
    for number in range(doubled):
        old = paragraphs[number * 20].split()
        paragraphs[number * 20 + 1000] = " ".join([*old[:30], "nhanh", "gọn", *old[31:]])
    return "\n".join(f"{number}. {text}" for number, text in enumerate(paragraphs, 1)).encode()


def seconds(data: bytes, select: tuple[str, ...]) -> tuple[float, int]:
    """Best of three runs, and the number of findings."""
    best, found = float("inf"), 0
    for _ in range(3):
        read_document = read("a.txt", data)
        begin = time.perf_counter()
        found = len(check_document(read_document, Settings(select=select)).findings)
        best = min(best, time.perf_counter() - begin)
    return best, found


def main() -> None:
    for doubled in (0, DOUBLED):
        data = document(doubled)
        spine = seconds(data, SPINE)[0]
        understood = seconds(data, ("TT101",))[0]
        alone, found = seconds(data, ("BC2",))
        print(
            f"{PARAGRAPHS} paragraphs, {doubled} doubled: BC2 takes {alone - understood:.2f} s and finds {found}; "
            f"the families of form take {spine:.2f} s ({(alone - understood) / spine:.2f} x)"
        )


if __name__ == "__main__":
    main()
