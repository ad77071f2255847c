"""Lines of a list that say again, in other letters, what a line above says."""

from __future__ import annotations

import pytest
from block_context import context, hits, texts


def recipients(*lines: str) -> list[str]:
    return texts("listed_twice", ["noi_nhan_muc"], {"xet": "ten"}, context([("noi_nhan_muc", line) for line in lines]))


def grounds(*lines: str) -> int:
    found = context([("can_cu", line) for line in lines])
    return len(hits("listed_twice", ["can_cu"], {"xet": "vien_dan"}, found))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("- UBND các xã, phường;", "- Ủy ban nhân dân các xã, phường;"),
        ("- VP Tỉnh uỷ (để b/c),", "- Văn phòng Tỉnh ủy,"),
        ("- Ban Tổ chức Tỉnh ủy;", "- Ban Tổ chúc Tỉnh ủy;"),
        ("- Sở GDĐT tỉnh;", "- Sở Giáo dục và Đào tạo tỉnh;"),
    ],
)
def test_one_recipient_in_two_spellings(first: str, second: str) -> None:
    assert recipients(first, "- Thường trực Tỉnh ủy;", second) == [second]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("- Thường trực Tỉnh ủy;", "- Thường trực HĐND tỉnh;"),
        ("- Như Điều 3;", "- Như Điều 4;"),
        ("- Chủ tịch UBND tỉnh;", "- Các Phó Chủ tịch UBND tỉnh;"),
        ("- Hội Nông dân tỉnh Hà Nam;", "- Hội Nông dân tỉnh Hà Nan;"),
        ("- Sở Nội vụ;", "- Sở Nội vụ;"),  # to the letter: another rule's matter
        ("- ......;", "- ......;"),
    ],
)
def test_two_recipients(first: str, second: str) -> None:
    assert recipients(first, second) == []


def test_one_document_among_the_grounds_twice() -> None:
    full = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;"
    assert grounds(full, full) == 1
    law = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"
    assert grounds(law, law) == 1
    assert grounds(law, law.replace("16", "19").replace("2025", "2015")) == 0


def test_forms_are_silent() -> None:
    assert grounds("Căn cứ \t;", "Căn cứ \t;") == 0
