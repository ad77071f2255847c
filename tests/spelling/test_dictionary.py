import importlib

import pytest

from vanban_lint.spelling.dictionary import HunspellDictionary, PlainDictionary, open_dictionary, read_words


@pytest.fixture(params=["hunspell", "plain"])
def opened(request, monkeypatch):
    """Opens a dictionary, with the module and without."""
    if request.param == "plain":
        monkeypatch.setattr(importlib, "import_module", _no_module)
    elif importlib.util.find_spec("hunspell") is None:
        pytest.skip("no hunspell module")
    return open_dictionary


def _no_module(name):
    raise ImportError(name)


def test_both_tone_placements(opened):
    dictionary = opened()
    assert all(dictionary.accepts(word) for word in "hòa hoà ủy uỷ nghiêng".split())
    assert not any(dictionary.accepts(word) for word in "ttiển hoàa nghiêngg".split())


def test_words_of_the_user_and_of_the_agency(opened, tmp_path):
    agency = tmp_path / "agency.dic"
    agency.write_text("2\nVNeID\nlôgô/A\n", encoding="utf-8")
    assert read_words(str(agency)) == ["VNeID", "lôgô"]
    dictionary = opened([*read_words(str(agency)), "cômpa"])
    assert all(dictionary.accepts(word) for word in ("VNeID", "lôgô", "cômpa", "Cômpa"))


def test_suggestions(opened):
    assert "triển" in opened().suggest("trìển") or "triển" in opened().suggest("ttriển")


def test_a_start_never_fails_for_want_of_the_module(monkeypatch):
    monkeypatch.setattr(importlib, "import_module", _no_module)
    assert isinstance(open_dictionary(), PlainDictionary)


def test_a_module_that_breaks_is_replaced(monkeypatch):
    class Broken:
        @staticmethod
        def Hunspell(*args, **kwargs):  # noqa: N802
            raise OSError("cannot open")

    monkeypatch.setattr(importlib, "import_module", lambda name: Broken)
    assert isinstance(open_dictionary(), PlainDictionary)


def test_the_older_face_of_the_module_is_served():
    class Older:
        class HunSpell:
            def __init__(self, dic, aff):
                assert dic.endswith(".dic")
                assert aff.endswith(".aff")

            def spell(self, word):
                return word == "ba"

            def suggest(self, word):
                return ["ba"]

    dictionary = HunspellDictionary(Older, [])
    assert dictionary.accepts("ba")
    assert dictionary.suggest("baa") == ("ba",)
