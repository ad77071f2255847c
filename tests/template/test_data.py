"""What a user may give: right values, one line for a wrong one, and text that Word would choke on."""

from __future__ import annotations

import datetime as dt
import io
import unicodedata

import pytest
from docx import Document
from template.samples import judged, maker, template, texts

from vanban_lint.catalogue import say
from vanban_lint.errors import UserError
from vanban_lint.template import outline
from vanban_lint.template.codes import symbol
from vanban_lint.template.data import with_set
from vanban_lint.template.fill import day
from vanban_lint.template.markdown import items
from vanban_lint.template.schema import bare

DIRECTIVE = "dang/chi-thi"


def with_data(**changes: object) -> bytes:
    return maker(DIRECTIVE).make(dict(template(DIRECTIVE).example) | changes)


@pytest.mark.parametrize(
    ("changes", "field", "key"),
    [
        ({"so": "mười"}, "so", "template.want_number"),
        ({"so": -1}, "so", "template.want_number"),
        ({"ngay": "31/2/2026"}, "ngay", "template.want_date"),
        ({"do_khan": "GẤP"}, "do_khan", "template.want_choice"),
        ({"trich_yeu": ""}, "trich_yeu", "template.required"),
        ({"trich_yeu": ["hai", "dòng"]}, "trich_yeu", "template.want_text"),
        ({"trich_yeu": "về\x00việc"}, "trich_yeu", "template.bad_character"),
        ({"trich_yeuu": "x"}, "trich_yeuu", "template.unknown_field.near"),
        ({"ky_hieu": "TU/15"}, "ky_hieu", "template.bad_form"),
        ({"noi_nhan": {"a": 1}}, "noi_nhan", "template.want_list"),
        ({"noi_dung": {"khoan": "x"}}, "noi_dung", "template.want_outline"),
        ({"noi_dung": [{"khoan": "x", "diem": "y"}]}, "noi_dung[1]", "template.bad_item"),
        ({"noi_dung": [{"khoan": "x", "con": [{"so": 1}]}]}, "noi_dung[1].con[1]", "template.bad_item"),
        ({"nguoi_ky": {"ten": "x"}}, "nguoi_ky.ten", "template.unknown_field"),
        ({"cac_phu_luc": [{"tieu_de": "A"}]}, "cac_phu_luc[1].noi_dung", "template.required"),
    ],
)
def test_a_wrong_value_is_one_line_with_the_field(changes: dict, field: str, key: str) -> None:
    with pytest.raises(UserError) as caught:
        with_data(**changes)
    assert (caught.value.key, caught.value.params["field"]) == (key, field)
    for lang in ("vi", "en"):
        line = say(caught.value.key, lang, **caught.value.params)
        assert field in line
        assert "\n" not in line


HOSTILE = [
    "về A & B < C > D \"trong\" 'ngoặc'",
    "về ]]> <w:p/> {{ so }} {% if x %} {# y #}",
    "về 😀 việc 𠀀 chữ",
    "dòng một\ndòng hai\tsau tab",
    "về " + "rất dài " * 400,
    "  về  hai dấu cách  ",
]


@pytest.mark.parametrize("said", HOSTILE)
def test_any_text_comes_out_as_it_was(said: str) -> None:
    made = with_data(trich_yeu=said, noi_dung=[said, {"khoan": said}])
    found = texts(made)
    assert said.strip() in found
    assert f"1. {said.strip()}" in found
    assert len(Document(io.BytesIO(made)).tables) == 2


def test_decomposed_text_is_composed() -> None:
    said = "về tăng cường công tác lưu trữ"
    assert said in texts(with_data(trich_yeu=unicodedata.normalize("NFD", said)))


def test_a_very_long_name_keeps_the_layout() -> None:
    report = judged(
        with_data(nguoi_ky={"quyen_han": ["T/M BAN THƯỜNG VỤ"], "chuc_vu": "BÍ THƯ", "ho_ten": "Nguyễn " * 30})
    )
    assert not [finding for finding in report.findings if finding.rule.startswith("KT")]


def test_a_blank_number_and_date_leave_room() -> None:
    found = texts(with_data(so=None, ngay=None))
    assert "Số       -CT/TU" in found
    assert "Hưng Yên, ngày        tháng        năm 2026" in found


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ((2026, 9, 8), "ngày 08 tháng 9 năm 2026"),
        ((2026, 2, 11), "ngày 11 tháng 02 năm 2026"),
        ((2025, 12, 1), "ngày 01 tháng 12 năm 2025"),
    ],
)
def test_zeros_of_days_and_months(date: tuple[int, int, int], said: str) -> None:
    assert str(day(dt.date(*date), dt.date(2026, 1, 1))) == said


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("- Như trên;", "Như trên"),
        ("Như trên,", "Như trên"),
        ("Lưu trữ.", "Lưu trữ"),
        ("sách, báo, v.v.", "sách, báo, v.v."),
    ],
)
def test_marks_typed_out_of_habit_are_taken_off(given: str, kept: str) -> None:
    assert bare(given) == kept


@pytest.mark.parametrize(
    ("names", "regime", "code"),
    [
        (("", "TỈNH UỶ HƯNG YÊN"), "dang", "TU"),
        (("TỈNH ỦY HƯNG YÊN", "VĂN PHÒNG"), "dang", "VPTU"),
        (("ĐẢNG BỘ TỈNH HƯNG YÊN", "ĐẢNG UỶ XÃ LƯƠNG BẰNG"), "dang", "ĐU"),
        (("", "ỦY BAN NHÂN DÂN TỈNH HƯNG YÊN"), "hanh-chinh", "UBND"),
        (("", "CÔNG TY A"), "hanh-chinh", None),
    ],
)
def test_symbols_come_from_the_table_of_bodies(names: tuple[str, str], regime: str, code: str | None) -> None:
    assert symbol(dict(zip(("co_quan_chu_quan", "co_quan_ban_hanh"), names, strict=True)), regime) == code


def markers(kinds: list[str | tuple[str, int]], party: bool = False) -> list[str]:
    made = [outline.Item(kind, "x") if isinstance(kind, str) else outline.Item(kind[0], "x", kind[1]) for kind in kinds]
    return [outline.marker(entry, party) for entry in outline.numbered(made)]


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        (["la_ma", "khoan", "khoan", "la_ma", "khoan"], ["I.", "1.", "2.", "II.", "1."]),
        (["chuong", "dieu", "chuong", "dieu"], ["Chương I", "Điều 1.", "Chương II", "Điều 2."]),
        (["khoan", "tieu_khoan", "tieu_khoan", "khoan", "tieu_khoan"], ["1.", "1.1.", "1.2.", "2.", "2.1."]),
        (["diem"] * 7, ["a)", "b)", "c)", "d)", "đ)", "e)", "g)"]),
        (["khoan", ("khoan", 5), "khoan"], ["1.", "5.", "6."]),
        (["khoan", "diem", "doan", "diem", "khoan", "diem"], ["1.", "a)", "", "b)", "2.", "a)"]),
    ],
)
def test_numbers_of_items(kinds: list, said: list[str]) -> None:
    assert markers(kinds) == said


def test_the_party_writes_roman_sections_with_a_hyphen() -> None:
    assert markers(["la_ma"], party=True) == ["I-"]


def test_word_and_the_order_agree_on_every_number() -> None:
    """A number out of order is typed, and Word's own list goes on beside it."""
    kinds = ["la_ma", "khoan", ("khoan", 4), "khoan", "la_ma", ("khoan", 2), "dieu", "khoan", "diem", "khoan"]
    made = [{kind: "chữ.", "so": number} if number else {kind: "chữ."} for kind, number in map(split, kinds)]
    found = [line for line in texts(with_data(noi_dung=made)) if line.endswith(" chữ.")]
    assert found == [f"{said} chữ." for said in markers(kinds, party=True)]


def split(kind: str | tuple[str, int]) -> tuple[str, int | None]:
    return (kind, None) if isinstance(kind, str) else kind


def test_an_outline_in_markdown() -> None:
    text = """Mở đầu
tiếp dòng.

# Mục đích
## Yêu cầu
1. Một
   và nữa.
2) Hai
a) **Điểm** một
- gạch
## Điều 5. Hiệu lực"""
    assert [(item.kind, item.text) for item in items(text, ("la_ma", "khoan"))] == [
        ("doan", "Mở đầu tiếp dòng."),
        ("la_ma", "Mục đích"),
        ("khoan", "Yêu cầu"),
        ("khoan", "Một và nữa."),
        ("khoan", "Hai"),
        ("diem", "Điểm một"),
        ("gach", "gạch"),
        ("dieu", "Hiệu lực"),
    ]


def test_values_from_the_command_line_reach_into_groups() -> None:
    data = {"nguoi_ky": {"chuc_vu": "BÍ THƯ", "ho_ten": "A"}, "so": 1}
    assert with_set(data, ["nguoi_ky.ho_ten=B=C", "so=2"]) == {
        "nguoi_ky": {"chuc_vu": "BÍ THƯ", "ho_ten": "B=C"},
        "so": "2",
    }
    assert data["nguoi_ky"]["ho_ten"] == "A"
