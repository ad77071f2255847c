from pathlib import Path

import pytest
import yaml

from vanban_lint.spelling.counts import bundled
from vanban_lint.spelling.dictionary import open_dictionary
from vanban_lint.spelling.lists import WordLists
from vanban_lint.spelling.speller import Passage, Speller

LISTS = Path(__file__).parents[2] / "rules" / "du-lieu" / "chinh-ta.yaml"


@pytest.fixture(scope="session")
def counts():
    return bundled()


@pytest.fixture(scope="session")
def lists():
    return WordLists.from_table(yaml.safe_load(LISTS.read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def speller(counts, lists):
    return Speller(counts, open_dictionary(), lists)


@pytest.fixture(scope="session")
def said(speller):
    """What is said about the passages of one document, at the default threshold: (text, kind, first suggestion)."""

    def say(*passages, threshold=5.0):
        texts = [passage if isinstance(passage, Passage) else Passage(passage) for passage in passages]
        return [
            (text[suspect.start : suspect.end], suspect.kind, *suspect.suggestions[:1])
            for (text, _), suspects in zip(texts, speller.check(texts), strict=True)
            for suspect in suspects
            if suspect.score >= threshold
        ]

    return say
