"""References to parts of a text, and whose part each is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban_lint.text.references import BARE, OTHER, OWN, find_references


def found(text: str) -> list[tuple[str, list[tuple[str, tuple[str, ...]]]]]:
    return [(item.whose, [(unit.kind, unit.numbers) for unit in item.units]) for item in find_references(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "quy định tại điểm c khoản 1 Điều 25 Nghị định này.",
            [(OWN, [("điểm", ("c",)), ("khoản", ("1",)), ("điều", ("25",))])],
        ),
        ("khoản 6 Điều 21 Nghị định số 126/2024/NĐ-CP", [(OTHER, [("khoản", ("6",)), ("điều", ("21",))])]),
        ("các Khoản 1, 2 và 3, Điều 4 Điều lệ Đảng", [(OTHER, [("khoản", ("1", "2", "3")), ("điều", ("4",))])]),
        ("Tại Điều 9, Điều 10 của Quy định này", [(OWN, [("điều", ("9",))]), (OWN, [("điều", ("10",))])]),
        ("Tại Điều 1 và Điều 3 Luật Đất đai", [(OTHER, [("điều", ("1",))]), (OTHER, [("điều", ("3",))])]),
        ("khoản 2 Điều này, văn bản", [(OWN, [("khoản", ("2",)), ("điều", ())])]),
        ("có tên tại Điều 1 chịu trách nhiệm", [(BARE, [("điều", ("1",))])]),
        ("theo mục 3 phần II", [(BARE, [("mục", ("3",)), ("phần", ("II",))])]),
        ("theo điểm 1 Chỉ thị này", [(OWN, [("điểm", ("1",))])]),
        ("theo Phụ lục số 02 ban hành kèm theo Quyết định này", [(OWN, [("phụ lục", ("02",))])]),
        ("theo Phụ lục III ban hành kèm theo Nghị định số 30/2020/NĐ-CP", [(OTHER, [("phụ lục", ("III",))])]),
        ("Điều 5. Hiệu lực thi hành", []),
        ("đạt 90 điểm trở lên, khoản vay 5 triệu", []),
    ],
)
def test_what_is_referred_to(text: str, expected: object) -> None:
    assert found(text) == expected


def test_the_type_word_is_kept() -> None:
    assert [item.type_word for item in find_references("Điều 5 của Quy chế này và Điều 7 Quyết định này")] == [
        "Quy chế",
        "Quyết định",
    ]


@given(st.text(alphabet="điểmkhoảnĐiều 123,ụcPhLIVnày.ac;\n", max_size=60))
def test_references_lie_inside_the_text_in_order(text: str) -> None:
    last = 0
    for item in find_references(text):
        assert last <= item.start < item.end <= len(text)
        assert item.units[0].start == item.start
        last = item.end
