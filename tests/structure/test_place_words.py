"""Where an anchor stands, in words."""

from __future__ import annotations

import pytest
from fixtures.drafts import PARTY_HEAD, TODAY, draft, tables, understood

from vanban_lint.model import Anchor, CellPosition, Document, Paragraph, Part
from vanban_lint.structure import analyse
from vanban_lint.structure.place import block_at, place

TEXT = (
    PARTY_HEAD + "\nCHỈ THỊ\nvề lưu trữ\n-----\nMở đầu văn bản.\n1. Một.\n2. Hai:\na) Điểm một.\nNói thêm.\n"
    "Chỉ thị này phổ biến đến chi bộ.\nNơi nhận:\n- Các sở,\n- Các huyện,\n- Lưu VT.\n"
    "T/M BAN THƯỜNG VỤ\nBÍ THƯ\nLê Văn Ba"
)


@pytest.mark.parametrize(
    ("line", "vi", "en"),
    [
        ("Số 25-CT/TU", "Phần đầu, ô số, ký hiệu", "Head, number and symbol"),
        ("Mở đầu văn bản.", "Nội dung, đoạn 1", "Text, paragraph 1"),
        ("1. Một.", "Mục 1", "Section 1"),
        ("a) Điểm một.", "Mục 2, điểm a", "Section 2, point a"),
        ("Nói thêm.", "Mục 2, điểm a, đoạn 2", "Section 2, point a, paragraph 2"),
        ("Chỉ thị này phổ biến đến chi bộ.", "Nội dung, đoạn cuối", "Text, last paragraph"),
        ("- Các huyện,", "Nơi nhận, dòng 2", "Recipients, line 2"),
        ("- Lưu VT.", "Nơi nhận, dòng Lưu", "Recipients, file line"),
        ("Lê Văn Ba", "Chữ ký, họ tên", "Signature, name"),
    ],
)
def test_places(line, vi, en):
    structure, document = understood(TEXT), draft(TEXT)
    ordinal = TEXT.split("\n").index(line) + 1
    anchor = Anchor("body", ordinal, 0, 2)
    assert place(structure, document, anchor, "vi") == vi
    assert place(structure, document, anchor, "en") == en


def test_cells_notes_and_blocks():
    cell = Paragraph("body", 1, "Ô", cell=(CellPosition(2, 3, 1),))
    note = Part("footnotes", "footnotes", (Paragraph("footnotes", 1, "Chú thích"),))
    document = Document("d", "docx", (Part("body", "body", (cell,)), note))
    structure = analyse(document, tables(), today=TODAY)
    assert place(structure, document, Anchor("body", 1, 0, 1)) == "Bảng 2, hàng 3, cột 1"
    assert place(structure, document, Anchor("footnotes", 1, 0, 1)) == "Cước chú, đoạn 1"
    assert block_at(understood(TEXT), Anchor("body", 3, 0, 2)) == "so_ky_hieu"
    assert block_at(understood(TEXT), Anchor("body", 12, 0, 2)) is None
