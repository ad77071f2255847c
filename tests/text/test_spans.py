"""Sentences and tokens."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from vanban_lint.text.spans import sentences, tokens


def test_sentences_end_at_marks_not_at_abbreviations_and_numbers():
    text = "KT. CHỦ TỊCH ký. Chi 3.500.000 đồng; xem Điều 5. Hết./."
    assert [piece.text for piece in sentences(text)] == [
        "KT. CHỦ TỊCH ký.",
        "Chi 3.500.000 đồng; xem Điều 5.",
        "Hết./.",
    ]


@given(st.text(max_size=80))
def test_pieces_are_slices_in_order(text):
    for cut in (sentences, tokens):
        pieces = list(cut(text))
        assert all(text[p.start : p.end] == p.text for p in pieces)
        assert all(a.end <= b.start for a, b in pairwise(pieces))
