"""How often syllables, pairs and triples of syllables stand in official prose: one file, read where it lies.

Purpose: look-ups in the memory-mapped model, nothing unpacked (opening costs 3 ms; pages are read as they are used).
Limits: no opinion on a text (that is ``context``); little-endian machines. The file is made by scripts/build_model.py.

Layout "vi-ngrams-2", all numbers little-endian: 8 bytes ``VINGRAM2``, u32 length of the head, the head (JSON, padded
with blanks), then sections, each at a multiple of 8. The head gives ``n_tokens`` and, for each section, its offset from
the start of the file and its length in bytes:

    words  UTF-8, one word a line, the line number from 0 is its id     uni   u8 a word: its count
    b_at   u32, words + 1: pairs that begin with i are rows b_at[i] to b_at[i + 1];  b_id u16, b_n u8: second id, count
    t_at   u32, pairs + 1: triples that begin with pair row r, likewise;             t_id u16, t_n u8: third id, count
    c_at   u32, words + 1: spellings confused with word i;      c_id u16: their ids, c_cost u8: half units of cost

Ids within one slice ascend. A count byte q means 2 ** (q / 8), 0 means 1; what is not listed was too rare to keep.
"""

from __future__ import annotations

import json
import mmap
import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, cached_property
from itertools import pairwise
from os.path import basename, dirname, join

from vanban_lint.text.syllable import bare, is_syllable, split_tone

MAGIC = b"VINGRAM2"
MODEL = join(dirname(__file__), "data", "vi_ngrams.bin")

#: Ids of what stands between words: a word that is not listed, a boundary (mark or end of line), and three marks.
UNKNOWN, EDGE, COMMA, NUMBER, HYPHEN = range(5)
FIRST_WORD = 5

#: A spelling is offered only when it was seen this often.
LEAST_OFFERED = 30

NO_ROW = -1


class Counts:
    """The model file. Ids are ints below ``len(words)``; a ``row`` is the place of a pair, ``NO_ROW`` when unseen."""

    def __init__(self, path: str = MODEL) -> None:
        with open(path, "rb") as file:
            view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        if bytes(view[:8]) != MAGIC or sys.byteorder != "little":
            raise ValueError(f"{basename(path)}: not a vi-ngrams-2 file, or a big-endian machine")
        head = json.loads(bytes(view[12 : 12 + int.from_bytes(view[8:12], "little")]))
        section = {name: view[at : at + size] for name, (at, size) in head["sections"].items()}
        self.words = bytes(section["words"]).decode().split("\n")
        self.ids = {word: i for i, word in enumerate(self.words)}
        self.times = [1.0, *(2.0 ** (step / 8) for step in range(1, 256))]
        self.total = float(head["n_tokens"])
        self.single = [self.times[step] for step in section["uni"]]
        mass = self.total + 0.5 * len(self.single)
        self.share = [(count + 0.5) / mass for count in self.single]
        self._pair_at, self._pair_id = section["b_at"].cast("I"), section["b_id"].cast("H")
        self._triple_at, self._triple_id = section["t_at"].cast("I"), section["t_id"].cast("H")
        self._confusion_at, self._confusion_id = section["c_at"].cast("I"), section["c_id"].cast("H")
        self._pair_n, self._triple_n, self._cost = section["b_n"], section["t_n"], section["c_cost"]

    def row(self, first: int, second: int) -> int:
        """Row of the pair, ``NO_ROW`` when it was not kept."""
        end = self._pair_at[first + 1]
        row = bisect_left(self._pair_id, second, self._pair_at[first], end)
        return row if row < end and self._pair_id[row] == second else NO_ROW

    def rows(self, ids: Sequence[int]) -> list[int]:
        """The row of each word with the one after it: ``row`` for a whole text, without a call a pair."""
        at, second = self._pair_at, self._pair_id
        found = []
        for one, two in pairwise(ids):
            end = at[one + 1]
            row = bisect_left(second, two, at[one], end)
            found.append(row if row < end and second[row] == two else NO_ROW)
        return found

    def triples(self, rows: Sequence[int], ids: Sequence[int]) -> list[float]:
        """The count of each word with the two after it; ``rows`` are those of ``ids``."""
        at, third, times, n = self._triple_at, self._triple_id, self.times, self._triple_n
        found = []
        for row, three in zip(rows, ids[2:], strict=False):
            if row < 0:
                found.append(0.0)
                continue
            end = at[row + 1]
            place = bisect_left(third, three, at[row], end)
            found.append(times[n[place]] if place < end and third[place] == three else 0.0)
        return found

    def rows_after(self, first: int, seconds: Sequence[int]) -> list[int]:
        """The row of ``first`` with each of ``seconds``, which ascend."""
        second, row, end = self._pair_id, self._pair_at[first], self._pair_at[first + 1]
        found = []
        for two in seconds:
            row = bisect_left(second, two, row, end)
            found.append(row if row < end and second[row] == two else NO_ROW)
        return found

    def followers(self, first: int) -> list[tuple[int, int]]:
        """(row, id) of every word met after ``first``."""
        rows = range(self._pair_at[first], self._pair_at[first + 1])
        return [(row, self._pair_id[row]) for row in rows]

    def at_row(self, row: int) -> float:
        """Count of the pair at a row; 0 for ``NO_ROW``."""
        return self.times[self._pair_n[row]] if row >= 0 else 0.0

    def pair(self, first: int, second: int) -> float:
        return self.at_row(self.row(first, second))

    def triple(self, row: int, third: int) -> float:
        """Count of the triple whose first two words are the pair at ``row``."""
        if row < 0:
            return 0.0
        end = self._triple_at[row + 1]
        place = bisect_left(self._triple_id, third, self._triple_at[row], end)
        return self.times[self._triple_n[place]] if place < end and self._triple_id[place] == third else 0.0

    def confusions(self, word: int) -> tuple[list[int], list[float]]:
        """Spellings that are taken for ``word``: their ids, which ascend, and what each change costs."""
        first, end = self._confusion_at[word], self._confusion_at[word + 1]
        return self._confusion_id[first:end].tolist(), [cost / 2 for cost in self._cost[first:end]]

    @cached_property
    def by_letters(self) -> dict[str, list[tuple[int, int]]]:
        """Letters without signs -> (id, tone) of the syllables so written; built when an unlisted word turns up."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        confused = self._confusion_at
        for i, word in enumerate(self.words):
            if self.single[i] < LEAST_OFFERED or not word.isalpha():
                continue
            if confused[i] < confused[i + 1] or is_syllable(word):  # only syllables are confused: the cheap test first
                found[bare(word)].append((i, split_tone(word)[1]))
        return dict(found)


@cache
def bundled() -> Counts:
    """The model that the package ships, opened once in a process."""
    return Counts()
