"""A line of the document with the offending stretch marked under it.

Purpose: show the place as the drafter sees it in Word. Limits: one line, no colour. The marks follow display width, not
code points, so they stay under their text when it holds combining marks or wide characters. Neighbour: ``report.text``.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from vanban_lint.text.lazy import lazy

#: Characters that a terminal would not show where they stand.
_VISIBLE = str.maketrans({"\t": "→", "\n": "↵", "\r": "↵", "\x0b": "↵", "\x0c": "↵", "\u00a0": " ", "\u00ad": "-"})
#: Controls of writing direction: they could make a terminal show another text than the document holds.
_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
#: A text of one column a character, as nearly all are: a report of 80 findings asks for the width of 45,000 characters.
_NARROW = lazy(r"[ -~\u00a1-\u00ac\u00ae-\u02ff\u1e00-\u1eff\u2012-\u2027]*")
_ELLIPSIS = "…"


class Excerpt(NamedTuple):
    """``before`` + ``text`` + ``after`` make the line; ``marks`` is the line to print under it."""

    before: str
    text: str
    after: str
    marks: str


def visible(text: str) -> str:
    """``text`` on one line: tabs and breaks as signs; what could steer a terminal as U+FFFD."""
    shown = text.translate(_VISIBLE)
    if shown.isprintable():
        return shown
    return "".join("\ufffd" if c in _DIRECTIONS or unicodedata.category(c) in {"Cc", "Cs"} else c for c in shown)


def width(text: str) -> int:
    """Columns that ``text`` takes on a terminal: combining marks none, wide characters two."""
    return len(text) if _NARROW.fullmatch(text) else sum(_columns(c) for c in text)


@lru_cache(maxsize=4096)
def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def excerpt(before: str, text: str, after: str, columns: int) -> Excerpt:
    """An excerpt of at most ``columns`` columns. An empty ``text`` (something is missing there) gets one mark."""
    before, text, after = visible(before).lstrip(), visible(text), visible(after).rstrip()
    text = _middle_cut(text, columns - 2)
    room = max(columns - width(text), 0)
    left = min(width(before), max(room // 2, room - width(after)))
    before = _left_cut(before, left)
    after = _right_cut(after, room - width(before))
    marks = " " * width(before) + "^" * max(width(text), 1)
    return Excerpt(before, text, after, marks)


def shortened(text: str, columns: int) -> str:
    """``text`` in at most ``columns`` columns, cut between words, with an ellipsis."""
    return _right_cut(text, columns)


def _middle_cut(text: str, columns: int) -> str:
    if width(text) <= columns:
        return text
    head = _right_cut(text, columns // 2)
    return head + _left_cut(text, columns - width(head)).removeprefix(_ELLIPSIS)


def _right_cut(text: str, columns: int) -> str:
    """``text`` cut at its end to ``columns``, between words where there is one near, with an ellipsis."""
    if width(text) <= columns:
        return text
    kept, used = "", 1
    for character in text:
        used += _columns(character)
        if used > columns:
            break
        kept += character
    word_end = kept.rfind(" ")
    return (kept[:word_end] if word_end > len(kept) - 12 else kept).rstrip() + _ELLIPSIS if columns > 0 else ""


def _left_cut(text: str, columns: int) -> str:
    """``text`` cut at its beginning, otherwise as ``_right_cut``."""
    if width(text) <= columns:
        return text
    kept, used = "", 1
    for character in reversed(text):
        used += _columns(character)
        if used > columns:
            break
        kept = character + kept
    word_start = kept.find(" ")
    return _ELLIPSIS + (kept[word_start + 1 :] if 0 <= word_start < 12 else kept) if columns > 0 else ""
