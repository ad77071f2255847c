"""Capitals as a reader sees them: typed, or made by the format of the letters."""

from __future__ import annotations

import pytest
from block_context import context, hits, texts

from vanban_lint.model import RunFormat, Span


def wrong(text, kieu, spans=(), **more):
    return texts("capitals", ["trich_yeu"], {"kieu": kieu, **more}, context([("trich_yeu", text)], spans=spans))


@pytest.mark.parametrize(
    ("text", "kieu", "expected"),
    [
        ("SỞ TƯ PHÁP", "in_hoa", []),
        ("SỞ Tư PHÁP", "in_hoa", ["Tư"]),
        ("Sở Tư pháp TỈNH", "in_hoa", ["Sở Tư pháp"]),
        ("TRƯỜNG THPT SỐ 2 - A1", "in_hoa", []),
        ("Về việc lập hội", "dau_thuong", ["Về"]),
        ("về việc lập hội", "dau_thuong", []),
        ("HĐND tỉnh giám sát", "dau_thuong", []),
        ("về việc lập hội", "dau_hoa", ["về"]),
        ("“về việc” lập hội", "dau_hoa", ["về"]),
        ("12 tháng", "dau_hoa", []),
        ("...", "dau_hoa", []),
        ("THI HÀNH ĐIỀU LỆ ĐẢNG", "in_thuong", ["THI HÀNH ĐIỀU LỆ ĐẢNG"]),
        ("UBND", "in_thuong", []),
        ("về UBND", "in_thuong", []),
    ],
)
def test_typed_letters(text, kieu, expected):
    assert wrong(text, kieu) == expected


def test_letters_shown_as_capitals_are_capitals():
    assert wrong("Sở Tư pháp", "in_hoa", [Span(0, 10, RunFormat(caps=True))]) == []
    assert wrong("Sở Tư pháp", "in_hoa", [Span(0, 5, RunFormat(small_caps=True)), Span(5, 10)]) == ["pháp"]


def test_a_stretch_and_its_fix():
    found = context([("trich_yeu", "phường Ngô Quyền, ngày")])
    rule = {"kieu": "dau_hoa", "phan": "^(?P<x>[^,]*),"}
    (hit,) = hits("capitals", ["trich_yeu"], rule, found, sua="safe")
    assert [(edit.expected, edit.value) for edit in hit.edits] == [("phường", "Phường")]
    assert wrong("phường Ngô Quyền", "dau_hoa", phan="^(?P<x>[^,]*),") == []
    assert wrong("{{dia_danh}}, ngày", "dau_hoa", mien=r"\{\{") == []
