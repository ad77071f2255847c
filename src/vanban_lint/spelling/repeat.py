"""A word written twice in a row by mistake.

Purpose: tell "của của" from the many right repetitions of Vietnamese. Limits: neighbours in one text, blanks between.

Of about 300 adjacent equal syllables in 591 real documents three quarters were right: reduplication ("chung chung"),
a compound that ends where the next begins ("đảng bộ bộ phận"), a name that begins ("Trưởng phòng Phòng Nội vụ").
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban_lint.spelling.counts import HYPHEN, Counts
from vanban_lint.spelling.likelihood import UNTIED, log_next, tie
from vanban_lint.spelling.suspect import CERTAIN, REPEATED, Suspect
from vanban_lint.spelling.words import Reading
from vanban_lint.text.syllable import is_syllable

# The pair is usual when it makes up this share of the word's uses, and was seen more than a few times.
_USUAL_SHARE, _USUAL_COUNT = 1.5e-3, 3
# Two compounds meet when both outer pairs are tied at least so much, and together so much ...
_LEAST_TIE, _BOTH_TIES = 1.5, 3.5
# ... unless the text without the repetition is a phrase seen so often, and so much likelier ("ủy ban nhân nhân dân").
_PHRASE_COUNT, _PHRASE_ODDS = 200, 8.0
# Below these odds the repetition is as good as the text without it ("liên thông thông suốt").
_LEAST_ODDS = 5.0
# Before a mark a word that closes a compound may stand for itself ("do trưởng đoàn thư ký ký;").
_CLOSED_TIE = 4.0


def repeated(reading: Reading, counts: Counts) -> Iterator[Suspect]:
    words = reading.words
    for k in range(1, len(words)):
        first, second = words[k - 1], words[k]
        if first.low != second.low or not second.is_word or k in reading.quiet or not is_syllable(second.low):
            continue
        gap = reading.gap(k - 1)
        if gap and gap.strip(" \t\u00a0") == "" and _is_slip(reading, counts, k):
            yield Suspect(first.start, second.end, REPEATED, (first.text,), CERTAIN)


def _is_slip(reading: Reading, counts: Counts, k: int) -> bool:
    words, ids = reading.words, reading.ids
    word = ids[k + 2]
    low = words[k].low
    around = (words[k - 2].low if k > 1 else "", words[k + 1].low if k + 1 < len(words) else "")
    if word <= HYPHEN or low in around:  # three in a row: a column of a table, a filler
        return False
    usual = counts.pair(word, word)
    if usual > _USUAL_COUNT and usual >= _USUAL_SHARE * counts.single[word]:
        return False
    left, right = ids[k], ids[k + 3]
    before = tie(counts, left, word) if left > HYPHEN else UNTIED
    after = tie(counts, word, right) if right > HYPHEN else UNTIED
    capital = words[k].text[0].isupper() and not words[k].text.isupper() and not words[k - 1].text[0].isupper()
    if (capital and before >= _LEAST_TIE) or (right <= HYPHEN and before >= _CLOSED_TIE):
        return False
    odds, phrase = _odds(counts, left, word, right)
    if min(before, after) >= _LEAST_TIE and before + after >= _BOTH_TIES:
        return phrase >= _PHRASE_COUNT and odds >= _PHRASE_ODDS
    return odds >= _LEAST_ODDS


def _odds(counts: Counts, left: int, word: int, right: int) -> tuple[float, float]:
    """Log odds of the text with the word once against twice, and the count of the triple with it once."""
    row, twice = counts.row(left, word), counts.row(word, word)
    together, doubled, following = counts.at_row(row), counts.at_row(twice), counts.pair(word, right)
    phrase = counts.triple(row, right)
    once = log_next(counts, phrase, together, following, word, right)
    again = log_next(counts, counts.triple(row, word), together, doubled, word, word)
    return once - again - log_next(counts, counts.triple(twice, right), doubled, following, word, right), phrase
