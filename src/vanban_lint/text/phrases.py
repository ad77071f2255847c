"""Fixed phrases in a text: the short way tables write them, and where they stand as whole words.

Purpose: names of bodies by the hundred without a pattern for each; ``str.find`` costs 10 microseconds a phrase on a
text of ten pages, a compiled pattern ten times that and its compilation besides. Limits: the text must be in the form
of the phrases (small letters, older tone placement); spaces count.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from vanban_lint.text.lazy import lazy

_CHOICE = lazy(r"\(([^()]*)\)")


@lru_cache(maxsize=1024)
def expand(written: str) -> tuple[str, ...]:
    """The phrases that "(bộ|sở) tài chính" stands for; a choice may be empty: "ubnd(| các) huyện"."""
    parts = _CHOICE.split(written)
    choices = [part.split("|") if index % 2 else [part] for index, part in enumerate(parts)]
    return tuple("".join(chosen) for chosen in product(*choices))


def places(text: str, phrase: str, after: tuple[str, ...] = (), before: tuple[str, ...] = ()) -> Iterator[int]:
    """Offsets of ``phrase`` as whole words; not where a word of ``before`` precedes it or one of ``after`` follows."""
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if _whole(text, at, end) and not _held(text, at, end, after, before):
            yield at
        at = text.find(phrase, end)


def _whole(text: str, start: int, end: int) -> bool:
    return not (start > 0 and text[start - 1].isalnum()) and not text[end : end + 1].isalnum()


def _held(text: str, start: int, end: int, after: tuple[str, ...], before: tuple[str, ...]) -> bool:
    tail, head = text[end : end + 30].lstrip(), text[max(0, start - 30) : start].rstrip()
    return tail.startswith(after) or head.endswith(before)
