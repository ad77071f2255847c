"""The outline as a tree."""

from __future__ import annotations

import pytest
from fixtures.drafts import PARTY_HEAD, draft, tables, understood

from vanban_lint.model import Document, Label, Paragraph, Part
from vanban_lint.structure import analyse
from vanban_lint.structure.markers import read_marker

HEAD = PARTY_HEAD + "\nKẾ HOẠCH\nvề việc thử\n-----\n"


def labels(body: str) -> list[str]:
    return [node.label for node in understood(HEAD + body).nodes()]


def test_levels_nest_by_what_stands_above():
    body = "I- MỤC TIÊU\n1. Một\na) Điểm một\nb) Điểm hai\n- Gạch\n+ Cộng\n2. Hai\nII- GIẢI PHÁP\n1. Một"
    assert labels(body) == [
        "Mục I",
        "Mục I, khoản 1",
        "Mục I, khoản 1, điểm a",
        "Mục I, khoản 1, điểm b",
        "Mục I, khoản 1, điểm b, gạch đầu dòng 1",
        "Mục I, khoản 1, điểm b, gạch đầu dòng 1, dấu cộng 1",
        "Mục I, khoản 2",
        "Mục II",
        "Mục II, khoản 1",
    ]


def test_articles_stand_by_themselves():
    body = "Chương I\nQUY ĐỊNH CHUNG\nMục 1\nPHẠM VI\nĐiều 1. Phạm vi\n1. Một\nđ) Điểm\nĐiều 2. Đối tượng\nChương II"
    found = list(understood(HEAD + body).nodes())
    assert [node.label for node in found] == [
        "Chương I",
        "Chương I, Mục 1",
        "Điều 1",
        "Điều 1, khoản 1",
        "Điều 1, khoản 1, điểm đ",
        "Điều 2",
        "Chương II",
    ]
    assert found[0].title == "QUY ĐỊNH CHUNG"
    assert found[4].number == 5
    assert found[2].style == "Điều 1."


def test_decimal_numbers_find_their_parent_and_tell_it():
    found = list(understood(HEAD + "7. Tổ chức\n7.1. Một\n7.2. Hai\n8. Sau\n7.3. Lạc\n9. Chín\n9.1.2. Sâu").nodes())
    assert [(n.label, n.parent_number, len(n.path)) for n in found if n.style.startswith("1.1")] == [
        ("Mục 7.1", 7, 2),
        ("Mục 7.2", 7, 2),
        ("Mục 8, mục 7.3", 7, 2),
        ("Mục 9.1.2", 1, 2),
    ]


def test_inline_points_are_children_of_their_paragraph():
    found = understood(HEAD + "1. Các cấp ủy: (1) Quán triệt. (2) Triển khai.\n2. Khác (2) và (1).")
    (first, second) = found.outline
    assert [(n.kind, n.inline, n.title) for n in first.children] == [
        ("y", True, "Quán triệt."),
        ("y", True, "Triển khai."),
    ]
    assert not second.children


def test_a_number_twice_is_two_items():
    assert labels("1. Một\n1. Một nữa\n2. Hai") == ["Mục 1", "Mục 1", "Mục 2"]


@pytest.mark.parametrize(
    "text",
    [
        "30/4/2025 là ngày lễ",
        "3.5 triệu đồng mỗi người",
        "12.500 người tham gia",
        "1.000.000 đồng",
        "2025. Năm qua",
        "-10 độ C",
        "35-CT/TU của Tỉnh ủy",
        "Điều 17 của Luật Công chứng quy định",
        "Chương trình hành động",
        "Mục tiêu chung",
        "-----",
    ],
)
def test_no_items(text):
    assert read_marker(text) is None


@pytest.mark.parametrize(
    ("text", "form", "number"),
    [
        ("I- TÌNH HÌNH", "I-", 1),
        ("IV. TỔ CHỨC", "I.", 4),
        ("10) Mười", "1)", 10),
        ("2/ Hai", "1/", 2),
        ("3.Ba", "1.", 3),
        ("2.1.3 Ba", "1.1.1", 3),
        ("(3) Ba", "(1)", 3),
        ("đ) Điểm", "a)", 5),
        ("f) Điểm", "a)", None),
        ("Phần thứ hai", "Phần thứ nhất", 2),
        ("ĐIỀU 3: Phạm vi", "ĐIỀU 1:", 3),
        ("– Gạch dài", "–", None),
    ],
)
def test_markers(text, form, number):
    found = read_marker(text)
    assert (found.form, found.number) == (form, number)


def test_letters_and_roman_numerals_are_told_apart_by_what_stands_above():
    kinds = [node.kind for node in understood(HEAD + "h) Tám\ni) Chín\nk) Mười").nodes()]
    assert kinds == ["diem"] * 3
    assert [n.number for n in understood(HEAD + "u) A\nv) B\nx) C").nodes()] == [20, 21, 22]


def test_an_initial_is_no_item():
    assert labels("1. Một\nQ. TRƯỞNG PHÒNG giao việc") == ["Mục 1"]


def test_a_number_that_a_sentence_needs_is_no_item():
    assert labels("1. Thực hiện theo quy định tại khoản\n2. Điều này và các quy định khác.") == ["Mục 1"]


def test_quoted_law_holds_no_items():
    body = "Điều 1. Sửa đổi như sau:\n“Điều 5. Nguyên tắc\n1. Một.\n2. Hai.”\nĐiều 2. Hiệu lực"
    assert labels(body) == ["Điều 1", "Điều 2"]


def test_automatic_numbers_and_table_cells():
    label = Label("1.", "4", 0, 1, "decimal")
    lines = draft(HEAD).body.paragraphs
    end = len(lines)
    more = (Paragraph("body", end + 1, "Tự động", label=label), Paragraph("body", end + 2, "2. Gõ tay"))
    found = analyse(
        Document("d", "docx", (Part("body", "body", lines + more),)), tables(), today=understood.__globals__["TODAY"]
    )
    first, second = found.outline
    assert (first.automatic, first.number, first.marker.start, first.marker.end) == (True, 1, 0, 0)
    assert (second.automatic, second.number) == (False, 2)


def test_a_decimal_never_hangs_below_a_roman_numeral():
    assert labels("I- MỤC TIÊU\n1- Chung\n2- Riêng\n1.1- Lạc")[-1] == "Mục I, khoản 2, mục 1.1"
