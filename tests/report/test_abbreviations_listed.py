"""The abbreviations that ``inspect`` lists: count, words, place."""

from fixtures.drafts import PARTY_HEAD, draft, understood

from vanban_lint.report import structure as report
from vanban_lint.report.abbreviations import abbreviations
from vanban_lint.report.style import Style

BODY = "1. Công tác phòng cháy, chữa cháy (PCCC) của HĐND.\n2. Lực lượng PCCC."
TEXT = f"{PARTY_HEAD}\nCHỈ THỊ\nvề phòng cháy\n-----\n{BODY}"


def listed():
    structure = understood(TEXT)
    return draft(TEXT), structure, abbreviations(structure.flows)


def test_how_often_and_where_introduced():
    document, _, found = listed()
    shown = [(item.text, item.full, item.times) for item in found]
    assert shown == [("PCCC", "phòng cháy, chữa cháy", 2), ("HĐND", "", 1)]
    assert [document.text(item.defined) if item.defined else None for item in found] == ["PCCC", None]


def test_as_data_and_as_text():
    document, structure, found = listed()
    first, second = report.data(document, structure, "vi", (), found)["abbreviations"]
    assert (first["text"], first["day_du"], first["lan"]) == ("PCCC", "phòng cháy, chữa cháy", 2)
    assert first["definition"] == first["first"]
    assert (second["day_du"], second["definition"]) == (None, None)
    shown = report.text(document, structure, Style(), (), found)
    assert "PCCC ×2  phòng cháy, chữa cháy (Mục 1)" in shown
    assert "HĐND ×1  (không thấy giải thích)" in shown
