"""What looking for duplicates costs: 2,000 paragraphs, of which none, and then some, stand twice.

Usage: python benchmarks/duplicates.py

Takes the processor time of the rules BC2 on a text document of 2,000 different paragraphs of 60 words (about 250
pages), already read, and of the families of form on the same document, which are the yardstick (the spine). Target:
less than a second for BC2, with and without duplicates (measured: 0.09 s and 0.15 s, 0.3 and 0.5 times the spine).
"""

from __future__ import annotations

import random
import time

from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.readers import read

PARAGRAPHS, WORDS, DOUBLED = 2000, 60, 40
_RHYMES = (
    "a an ang anh ao âm ân âu ay ăn ăng e en êm ên êu inh in iên iêu o on ong ôi ôn ông ơi u un ung ươc ương uyên y"
).split()
SPINE = ("TT", "BC1", "BC3")


def document(doubled: int) -> bytes:
    """Paragraphs of words drawn at random, so that none is like another; ``doubled`` of them come back changed."""
    chance = random.Random(11)
    vocabulary = [
        f"{first}{second}"
        for first in (
            "b",
            "c",
            "d",
            "đ",
            "gi",
            "h",
            "kh",
            "l",
            "m",
            "n",
            "ng",
            "ph",
            "qu",
            "s",
            "t",
            "th",
            "tr",
            "v",
            "x",
        )
        for second in _RHYMES
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
        begin = time.process_time()
        found = len(check_document(read_document, Settings(select=select)).findings)
        best = min(best, time.process_time() - begin)
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
