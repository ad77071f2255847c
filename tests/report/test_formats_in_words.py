"""Changes of format told to a clerk."""

import pytest

from vanban_lint.report.formats_in_words import in_words


@pytest.mark.parametrize(
    ("properties", "said"),
    [
        ({"bold": True, "italic": False, "size_pt": 15}, "chữ đậm, chữ đứng, cỡ 15"),
        ({"line_rule": "exact", "line": 18.0}, "giãn dòng đúng 18 pt"),
        ({"line_rule": "auto", "line": 1.5}, "giãn dòng 1.5 dòng"),
        ({"size_pt": None}, "bỏ cỡ chữ đặt riêng"),
        ({"underline": "single"}, "có gạch chân"),
        ({"align": "both", "first_line": 567}, "dàn đều hai lề, lùi dòng đầu 10 mm"),
        ({"margin_left": 1701, "page_width": 11906}, "lề trái 30 mm, khổ giấy rộng 210 mm"),
        ({"space_before": 6.0}, "cách trên 6 pt"),
        ({"page_start": 1}, "số trang bắt đầu từ 1"),
        ({"font": "Times New Roman"}, "phông Times New Roman"),
        ({"style": "Normal", "add_page_number": True}, "thêm số trang"),
    ],
)
def test_properties_are_told_in_words(properties: dict[str, object], said: str) -> None:
    assert in_words(properties, "vi") == said


def test_a_property_without_words_is_named_as_it_is() -> None:
    assert in_words({"columns_of_text": "x"}, "en") == "columns_of_text x"
