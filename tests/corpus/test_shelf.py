"""Facts kept small until they are compared."""

from __future__ import annotations

import pickle
import tracemalloc

from test_compare import facts, named

from vanban_lint.corpus.compare import compare
from vanban_lint.corpus.facts import Facts
from vanban_lint.corpus.shelf import Shelf


def shelf(*documents: Facts) -> Shelf:
    made = Shelf()
    for item in documents:
        made.add(item)
    return made


def test_what_is_compared_is_the_same() -> None:
    documents = [
        facts("a", named()),
        facts("b", named("6/QĐ-UBND"), named(day="2026-03-18"), named("99/QĐ-UBND")),
        facts("c", None, named(type_name="Chỉ thị")),
    ]
    kept = list(shelf(*documents))
    assert compare(kept) == compare(documents) != []
    assert [item.path for item in kept] == ["a", "b", "c"]


def test_citations_of_documents_elsewhere_are_not_unpacked() -> None:
    kept = list(shelf(facts("a", named()), facts("b", None, named("99/QĐ-UBND"), named())))
    assert [mention.number for mention in kept[1].cited] == ["5/QĐ-UBND"]


def test_a_document_of_thirty_citations_takes_little() -> None:
    """As they come from a worker or the cache: every string its own."""
    cited = [named(f"{number}/QĐ-UBND") for number in range(30)]
    sent = [pickle.dumps(facts(f"{number}", named(f"{number}/QĐ"), *cited)) for number in range(200)]
    tracemalloc.start()
    try:
        made = Shelf()
        for blob in sent:
            made.add(pickle.loads(blob))
        taken = tracemalloc.get_traced_memory()[0] / len(made)
    finally:
        tracemalloc.stop()
    assert taken < 3_000
