"""Numbers that the text itself shows to be wrong, and numbers that only look so."""

import pytest

from vanban_lint.text.figures import last_year, shares_above_all, statements, without_sign, wrong_sums


def found(finder, text):
    return [(text[item.start : item.end], item.other) for item in finder(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Trên 950% hộ nghèo được hỗ trợ.", ["950%"]),
        ("Có 120 % số cán bộ tham gia.", ["120 %"]),
        ("Đạt 100% cơ quan.", []),
        ("Tăng 150% doanh nghiệp so với cùng kỳ.", []),
        ("Đạt 105% số hộ nghèo theo kế hoạch.", []),
        ("Thu ngân sách đạt 120% dự toán.", []),
    ],
)
def test_a_share_above_all(text, wanted):
    assert [typed for typed, _ in found(shares_above_all, text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("trên 8574 Nhân dân, trên 95% người dân ở vùng sâu", [("8574", "95%")]),
        ("đạt 9096 hồ sơ, đạt 80% hồ sơ", [("9096", "80%")]),
        ("trên 8.574 người dân, trên 95% người dân", []),
        ("trên 500 người dân, trên 95% người dân", []),
        ("trên 8574 tỷ đồng, trên 95% người dân", []),
        ("trên 8574 người dân được hỗ trợ", []),
        ("trên 8574 con lợn, trên 95% người dân", []),
    ],
)
def test_a_number_that_lost_its_sign(text, wanted):
    assert found(without_sign, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("cả nước có 34 tỉnh, thành phố (28 tỉnh và 7 thành phố)", [("34", "35")]),
        ("có 34 tỉnh, thành phố (28 tỉnh và 6 thành phố)", []),
        ("12 thành viên, gồm 01 tổ trưởng, 02 tổ phó và 08 tổ viên.", [("12", "11")]),
        ("12 thành viên, gồm 01 tổ trưởng, 02 tổ phó và 09 tổ viên.", []),
        ("1.250 hồ sơ (1.000 hồ sơ trực tuyến, 300 hồ sơ giấy)", [("1.250", "1300")]),
        ("10 lớp (5 ngày, 3 giảng viên)", []),
        ("10 lớp (5 lớp tại xã)", []),
        ("20 đơn vị (khoảng 5 đơn vị, 3 đơn vị khác)", []),
        ("05 hộ dân (12 hộ, 13 hộ)", []),
    ],
)
def test_sums(text, wanted):
    assert found(wrong_sums, text) == wanted


def test_a_statement_is_its_words_and_the_year_before_it():
    text = "Đến năm 2030, tỷ lệ hồ sơ được số hoá đạt 80%."
    (found,) = statements(text, "")
    assert (found.value, found.key[0]) == ("80", "2030")
    assert last_year(text, "2025") == "2030"
    assert last_year("không có năm", "2025") == "2025"


@pytest.mark.parametrize(
    "text",
    [
        "Lề trái: cách mép trái trang giấy 15 mm.",
        "Thực hiện theo tỷ lệ các nhóm tiêu chí quy định tại Phụ lục 2.",
        "Tỷ lệ đạt 80%.",
        "Tỷ lệ từ 80% đến 90% số hồ sơ của các cơ quan.",
    ],
)
def test_what_is_no_statement(text):
    assert list(statements(text, "")) == []
