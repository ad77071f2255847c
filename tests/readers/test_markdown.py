"""Markdown: what a reader of the page sees, with a way back to the source."""

from __future__ import annotations

import unicodedata

import pytest

from vanban_lint.model import Document, Paragraph
from vanban_lint.readers import read


def document(source: str) -> Document:
    return read("a.md", source.encode())


def one(source: str) -> Paragraph:
    (paragraph,) = document(source).body.paragraphs
    return paragraph


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# CHỈ THỊ", "CHỈ THỊ"),
        ("> trích", "trích"),
        ("> ## Mục", "Mục"),
        ("**Nơi nhận:**", "Nơi nhận:"),
        ("về *công tác* và __tổ chức__", "về công tác và tổ chức"),
        ("***CHỈ THỊ***", "CHỈ THỊ"),
        ("**a *b* c**", "a b c"),
        ("*", "*"),
        ("***", "***"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("ten_bien_dai", "ten_bien_dai"),
        ("1. Mục", "1. Mục"),
        ("- Lưu: VT.", "- Lưu: VT."),
        ("#1 không phải đề mục", "#1 không phải đề mục"),
        ("-----", "-----"),
    ],
)
def test_marks_go_and_text_stays(source: str, text: str) -> None:
    paragraph = one(source)
    assert paragraph.text == text
    for at, character in enumerate(text):
        assert source[paragraph.raw_offset(at)] == character
    assert paragraph.raw_offset(len(text)) == len(source)


def test_lines_count_in_the_source_and_code_is_left_out() -> None:
    found = [(q.text, q.line) for q in document("a\n\n```\ncode\n```\n~~~\n```\n~~~\nb").body.paragraphs]
    assert found == [("a", 1), ("", 2), ("b", 9)]


def test_table_rows_become_cells() -> None:
    result = document("| TỈNH ỦY | **ĐẢNG** |\n| --- | :---: |\n| * | Hà Nội, ngày 1 |\n\nsau")
    cells = [(q.text, q.cell[0][:3], q.line) for q in result.body.paragraphs if q.cell]
    assert cells == [
        ("TỈNH ỦY", (1, 1, 1), 1),
        ("ĐẢNG", (1, 1, 2), 1),
        ("*", (1, 2, 1), 3),
        ("Hà Nội, ngày 1", (1, 2, 2), 3),
    ]
    (table,) = result.body.tables
    assert (table.rows, table.columns, table.first_paragraph, table.last_paragraph) == (2, 2, 1, 4)
    second = result.body.paragraphs[1]
    assert second.raw is not None
    assert second.raw[second.raw_offset(0) :].startswith("ĐẢNG")


def test_decomposed_letters_lead_back_to_their_place() -> None:
    source = "# " + unicodedata.normalize("NFD", "Điều lệ")
    paragraph = one(source)
    assert paragraph.text == "Điều lệ"
    assert source[paragraph.raw_offset(paragraph.text.index("u"))] == "u"
