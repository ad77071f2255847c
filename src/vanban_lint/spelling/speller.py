"""The detector: texts of one document in, suspects out.

Purpose: put the judges in order and let no two of them speak of one stretch. Limits: pure; knows nothing of files,
rules or places. A document is handed over whole, since names, subjects and acronyms are learned from all of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from vanban_lint.spelling.acronym import count_acronyms, mistyped
from vanban_lint.spelling.context import ContextModel, same_proposals
from vanban_lint.spelling.counts import UNKNOWN, Counts
from vanban_lint.spelling.dictionary import Dictionary
from vanban_lint.spelling.evidence import gather
from vanban_lint.spelling.lists import WordLists
from vanban_lint.spelling.missing import missing
from vanban_lint.spelling.repeat import repeated
from vanban_lint.spelling.shape import ShapeJudge
from vanban_lint.spelling.suspect import Suspect
from vanban_lint.spelling.words import Reading, Spelled, read

# A document with this many lines cut inside a word was damaged by a converter, not mistyped.
_CUT_LINES = 3


class Passage(NamedTuple):
    """A text (NFC) and the stretches of it, as (start, end), that hold no prose."""

    text: str
    excluded: tuple[tuple[int, int], ...] = ()


class Speller:
    """Checks documents. Holds no state of a document."""

    def __init__(self, counts: Counts, dictionary: Dictionary, lists: WordLists) -> None:
        self._counts = counts
        self._lists = lists
        self._context = ContextModel(counts)
        self._shape = ShapeJudge(counts, dictionary, lists)

    def check(self, passages: Iterable[Passage]) -> list[list[Suspect]]:
        """Suspects of each passage in order of place; all passages together are one document."""
        spelled = Spelled(self._counts)
        readings = _hush_cut_words([self._read(passage, spelled) for passage in passages], self._counts)
        proposed, uses = [], Counter[int]()
        for reading in readings:
            proposals, open_places = self._context.propose(reading)
            proposed.append(proposals)
            uses.update(reading.ids[k + 2] for k in open_places)
        del uses[UNKNOWN]
        evidence = gather(readings, uses, same_proposals(readings, proposed), self._lists)
        acronyms = count_acronyms(readings)
        found = []
        for reading, proposals in zip(readings, proposed, strict=True):
            found.append(
                _apart(
                    (
                        *repeated(reading, self._counts),
                        *self._shape.judge(reading),
                        *self._context.settle(reading, proposals, evidence),
                        *mistyped(reading, acronyms),
                    )
                )
            )
        return _without_damage(readings, found)

    def left_out(self, passages: Iterable[Passage]) -> list[list[Suspect]]:
        """Places of each passage where a syllable seems to be missing; a hint of its own, no part of ``check``."""
        spelled = Spelled(self._counts)
        return [list(missing(self._read(passage, spelled), self._counts)) for passage in passages]

    def _read(self, passage: Passage, spelled: Spelled) -> Reading:
        """The passage cut into words; the user's own words are quiet."""
        reading = read(passage.text, spelled, passage.excluded)
        if not self._lists.rieng:
            return reading
        own = (k for k, word in enumerate(reading.words) if word.low in self._lists.rieng)
        return reading._replace(quiet=reading.quiet.union(own))


def _hush_cut_words(readings: Sequence[Reading], counts: Counts) -> list[Reading]:
    """Converters cut lines inside a word ("được giao việ" / "c, bồi dưỡng"): where the end of a passage and the small
    letters that begin the next make one word, neither half is anybody's spelling."""
    hushed = list(readings)
    filled = [i for i, reading in enumerate(readings) if reading.words]
    for i, j in pairwise(filled):
        last, first = readings[i].words[-1], readings[j].words[0]
        if last.is_word and first.text.islower() and last.low + first.low in counts.ids:
            hushed[i] = hushed[i]._replace(quiet=hushed[i].quiet | {len(readings[i].words) - 1})
            hushed[j] = hushed[j]._replace(quiet=hushed[j].quiet | {0})
    return hushed


def _without_damage(readings: Sequence[Reading], found: list[list[Suspect]]) -> list[list[Suspect]]:
    """``found`` without passages that end inside a word, when a document has several: a converter cut its lines."""

    def is_cut(reading: Reading, suspect: Suspect) -> bool:
        if reading.words[-1].end != suspect.end:
            return False
        written = reading.text[suspect.start : suspect.end].lower()
        return any(len(meant) > len(written) and meant.startswith(written) for meant in suspect.suggestions)

    pairs = list(zip(readings, found, strict=True))
    if sum(is_cut(reading, suspect) for reading, suspects in pairs for suspect in suspects) < _CUT_LINES:
        return found
    return [[suspect for suspect in suspects if not is_cut(reading, suspect)] for reading, suspects in pairs]


def _apart(suspects: Sequence[Suspect]) -> list[Suspect]:
    """Suspects that do not overlap, in order of place; the one named first wins."""
    ranked = sorted(enumerate(suspects), key=lambda item: item[1].start)
    kept: list[tuple[int, Suspect]] = []
    for rank, suspect in ranked:
        if not kept or kept[-1][1].end <= suspect.start:
            kept.append((rank, suspect))
        elif rank < kept[-1][0]:
            kept[-1] = (rank, suspect)
    return [suspect for _, suspect in kept]
