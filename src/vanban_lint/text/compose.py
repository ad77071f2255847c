"""Composed form (NFC) with a way back: every offset of the normalised text leads to one in the text as written.

Purpose: let readers normalise once and write-back still find the place. Limits: Unicode only, no Vietnamese rules.
Neighbours: ``readers`` and ``ooxml`` call it.
"""

from __future__ import annotations

import unicodedata


def compose(raw: str) -> tuple[str, tuple[int, ...], list[int]]:
    """NFC of ``raw``; for each of its offsets the one in ``raw``; for each offset in ``raw`` the one in the NFC text.

    Both maps include the end. A letter and its marks are one unit: an offset inside it leads to its end in the composed
    text, so a mark typed in another run belongs to the run of its letter.
    """
    if not raw:
        return "", (0,), [0]
    starts = [i for i, character in enumerate(raw) if i == 0 or not _joins(character)]
    pieces = [unicodedata.normalize("NFC", raw[a:b]) for a, b in zip(starts, [*starts[1:], len(raw)], strict=True)]
    text = "".join(pieces)
    if text != unicodedata.normalize("NFC", raw):
        # Letters that join without being marks (Korean and Indic scripts): keep the text, give up inner offsets.
        starts, pieces = [0], [unicodedata.normalize("NFC", raw)]
        text = pieces[0]
    to_raw: list[int] = []
    to_text = [0] * (len(raw) + 1)
    offset = 0
    for start, stop, piece in zip(starts, [*starts[1:], len(raw)], pieces, strict=True):
        to_raw += [min(start + i, stop - 1) for i in range(len(piece))]
        to_text[start] = offset
        offset += len(piece)
        for inner in range(start + 1, stop):
            to_text[inner] = offset
    to_raw.append(len(raw))
    to_text[len(raw)] = offset
    return text, tuple(to_raw), to_text


def _joins(character: str) -> bool:
    return unicodedata.combining(character) != 0
