"""Facts of the documents of a run, kept small until all are there.

Purpose: documents can be compared when the last has been judged, and a run may have thousands. Limits: as plain tuples
the facts of a real document take 11 KB, of which 9 are its citations (measured on 46 files); packed they take 1.3 KB,
and only those of documents in the same run are ever unpacked. Neighbours: ``cli.check`` fills it, ``corpus.compare``
reads what comes out.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from vanban_lint.corpus.facts import Facts, Named, Ruling


class _Packed(NamedTuple):
    """``facts`` without citations, and these as bytes."""

    facts: Facts
    cited: bytes


class Shelf:
    """``add`` facts as they come; iterate once over all of them when none is missing."""

    def __init__(self) -> None:
        self._packed: list[_Packed] = []
        self._rulings: dict[tuple[Ruling, ...], tuple[Ruling, ...]] = {}

    def __len__(self) -> int:
        return len(self._packed)

    def add(self, facts: Facts) -> None:
        """Keep facts. Rulings are the same for most documents of a run, and are kept once."""
        rulings = self._rulings.setdefault(facts.rulings, facts.rulings)
        cited = zlib.compress(pickle.dumps(facts.cited, pickle.HIGHEST_PROTOCOL), 1) if facts.cited else b""
        self._packed.append(_Packed(facts._replace(cited=(), rulings=rulings), cited))

    def __iter__(self) -> Iterator[Facts]:
        """The facts in their order, with the citations of documents that are here: no other can be held against one."""
        here = {packed.facts.own.number for packed in self._packed if packed.facts.own}
        for facts, cited in self._packed:
            named: tuple[Named, ...] = pickle.loads(zlib.decompress(cited)) if cited else ()
            yield facts._replace(cited=tuple(mention for mention in named if mention.number in here))
