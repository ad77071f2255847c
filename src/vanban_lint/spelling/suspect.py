"""What the detector says about a text: a stretch, what kind of slip it looks like, what may have been meant."""

from __future__ import annotations

from typing import NamedTuple

REAL_WORD = "real_word"  # a syllable that exists, in a place where another is far likelier
NOT_A_SYLLABLE = "not_a_syllable"
ACRONYM = "acronym"  # one letter off an acronym that the document uses
STUCK = "stuck"
BROKEN = "broken"
REPEATED = "repeated"
STOP_INSIDE = "stop_inside"
MISSING = "missing"  # a syllable left out; looked for only when asked

KINDS = (REAL_WORD, NOT_A_SYLLABLE, ACRONYM, STUCK, BROKEN, REPEATED, STOP_INSIDE, MISSING)

#: Score of a slip that follows from the writing alone, not from likelihood.
CERTAIN = 50.0


class Suspect(NamedTuple):
    """``text[start:end]`` looks wrong. ``suggestions``: likeliest first, may be empty. ``score``: natural log of how
    much likelier the first suggestion is than what stands there, after all discounts; 8 and more is as good as sure."""

    start: int
    end: int
    kind: str
    suggestions: tuple[str, ...]
    score: float
