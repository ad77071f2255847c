"""How many injected slips the spelling detector finds in clean official prose, and what it says without reason.

Usage: python benchmarks/spelling.py [rounds]

The prose is the flawless base documents of the rules. Each round puts one slip into every 50 words (a lower-case word
of two letters or more), of six kinds in turn; the draw is fixed by the round's number. A slip counts as found when a
suspect overlaps it, any other suspect as false. What is said about the clean text is listed at the end.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import yaml

from vanban_lint.spelling.counts import bundled
from vanban_lint.spelling.dictionary import DATA, open_dictionary, read_words
from vanban_lint.spelling.lists import WordLists
from vanban_lint.spelling.speller import Passage, Speller
from vanban_lint.spelling.suspect import Suspect
from vanban_lint.spelling.words import Reading, Spelled, read
from vanban_lint.text.syllable import bare, split_tone
from vanban_lint.text.tone import fold_tone

RULES = Path(__file__).parents[1] / "rules"
KINDS = ("tone", "sign", "letter", "not a syllable", "stuck", "doubled")
EVERY = 50
THRESHOLD = 5.0  # what the rules ask by default
LETTERS = "abcdeghiklmnopqrstuvxy"
SYLLABLES = sorted({fold_tone(word) for word in read_words(f"{DATA}/vi_syllables.dic")})


class Slip(NamedTuple):
    start: int
    end: int
    kind: str
    meant: str

    def overlaps(self, suspect: Suspect) -> bool:
        return suspect.start < self.end and self.start < suspect.end


def mistype(kind: str, word: str, draw: random.Random) -> str | None:
    """``word`` mistyped so; None where it can't be."""
    if kind == "doubled":
        return f"{word} {word}"
    if kind == "not a syllable":
        at = draw.randrange(len(word))
        head, letter, tail = word[:at], word[at], word[at + 1 :]
        made = draw.choice((head + letter + letter + tail, head + tail, head + draw.choice(LETTERS) + letter + tail))
        return made if len(made) > 1 and fold_tone(made) not in SYLLABLES else None
    low = fold_tone(word)
    others = [other for other in SYLLABLES if is_slip(kind, low, other)]
    return draw.choice(others) if others else None


def is_slip(kind: str, word: str, other: str) -> bool:
    (base, tone), (other_base, other_tone) = split_tone(word), split_tone(other)
    if kind == "tone":
        return base == other_base and tone != other_tone
    flat, other_flat = bare(word), bare(other)
    if tone != other_tone or len(flat) != len(other_flat):
        return False
    differ = sum(a != b for a, b in zip(flat, other_flat, strict=True))
    return (differ == 0 and base != other_base) if kind == "sign" else differ == 1


def mistake(kind: str, reading: Reading, k: int, draw: random.Random) -> tuple[int, str, str] | None:
    """(where the mistyped stretch ends, what stands there, what was meant) for a slip at word ``k``."""
    word = reading.words[k]
    if not (word.is_word and word.text.islower() and len(word.text) > 1) or k in reading.quiet:
        return None
    if kind != "stuck":
        made = mistype(kind, word.text, draw)
        return (word.end, made, word.text) if made else None
    if k + 1 == len(reading.words) or reading.gap(k) != " ":
        return None
    ahead = reading.words[k + 1]
    if not (ahead.is_word and ahead.text.islower()):
        return None
    return ahead.end, word.text + ahead.text, f"{word.text} {ahead.text}"


def spoil(lines: list[str], draw: random.Random) -> tuple[list[str], list[list[Slip]]]:
    """The lines with slips in them, and the slips of each."""
    spoiled, slips, turn, due = [], [], 0, draw.randrange(EVERY)
    for line in lines:
        reading = read(line, Spelled(bundled()))
        made, at, here = "", 0, []
        for k, word in enumerate(reading.words):
            due -= word.is_word
            if due > 0 or word.start < at:
                continue
            kind = KINDS[turn % len(KINDS)]
            found = mistake(kind, reading, k, draw)
            if found:
                end, wrong, meant = found
                made += line[at : word.start]
                here.append(Slip(len(made), len(made) + len(wrong), kind, meant))
                made, at = made + wrong, end
                turn, due = turn + 1, EVERY
        spoiled.append(made + line[at:])
        slips.append(here)
    return spoiled, slips


def judge(speller: Speller, lines: list[str]) -> list[list[Suspect]]:
    said = speller.check(Passage(line) for line in lines)
    return [[suspect for suspect in suspects if suspect.score >= THRESHOLD] for suspects in said]


def main(rounds: int) -> None:
    lists = yaml.safe_load((RULES / "du-lieu" / "chinh-ta.yaml").read_text(encoding="utf-8"))
    speller = Speller(bundled(), open_dictionary(), WordLists.from_table(lists))
    documents = [path.read_text(encoding="utf-8").splitlines() for path in sorted((RULES / "vi-du").glob("*.txt"))]
    made, found, right, false = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    words, spent = 0, 0.0
    for number in range(rounds):
        draw = random.Random(number)
        for document in documents:
            lines, slips = spoil(document, draw)
            words += sum(len(line.split()) for line in lines)
            begun = time.perf_counter()
            said = judge(speller, lines)
            spent += time.perf_counter() - begun
            for suspects, here in zip(said, slips, strict=True):
                for slip in here:
                    hit = next(filter(slip.overlaps, suspects), None)
                    made[slip.kind] += 1
                    found[slip.kind] += hit is not None
                    right[slip.kind] += hit is not None and fold_tone(slip.meant) in map(fold_tone, hit.suggestions[:1])
                false.update(suspect.kind for suspect in suspects if not any(slip.overlaps(suspect) for slip in here))
    print(f"{'kind':16}{'slips':>7}{'found':>7}{'recall':>8}{'first suggestion right':>24}")
    for kind in KINDS:
        row(kind, made[kind], found[kind], right[kind])
    row("all", made.total(), found.total(), right.total())
    precision = found.total() / (found.total() + false.total())
    print(f"precision {precision:.4f}; false: {dict(false)} in {words:,} words; {words / spent:,.0f} words/s")
    for document in documents:
        for line, suspects in zip(document, judge(speller, document), strict=True):
            for start, end, kind, suggestions, score in suspects:
                around = line[max(0, start - 30) : end + 30]
                print(f"clean text: {kind} {score:.1f} {line[start:end]!r} -> {suggestions} in {around!r}")


def row(name: str, made: int, found: int, right: int) -> None:
    print(f"{name:16}{made:7}{found:7}{found / max(1, made):8.3f}{right / max(1, found):24.3f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
