"""Capitals, accents, names."""

from __future__ import annotations

import pytest

from vanban_lint.text.letters import collapse, is_name_case, is_upper, one_slip, squash, unaccent


def test_lines_compare_without_accents_and_spaces():
    assert squash("Độc lập - Tự do - Hạnh phúc") == "DOCLAPTUDOHANHPHUC"
    assert unaccent("Đổi mới") == "Doi moi"
    assert collapse(" a\u00a0\t b ") == "a b"


@pytest.mark.parametrize(
    ("text", "capitals"), [("QUYẾT ĐỊNH:", True), ("Quyết định", False), ("- 12", False), ("A", False)]
)
def test_capitals(text, capitals):
    assert is_upper(text) is capitals


@pytest.mark.parametrize(
    ("text", "name"),
    [("Nguyễn Văn A", True), ("Y Thanh Hà Niê Kđăm", True), ("Chủ tọa", False), ("NGUYỄN VĂN A", False), ("Lê", False)],
)
def test_shape_of_a_name(text, name):
    assert is_name_case(text) is name


@pytest.mark.parametrize(
    ("typed", "meant", "slip"),
    [
        ("QUYETDIN", "QUYETDINH", True),
        ("QUYETTDINH", "QUYETDINH", True),
        ("QUYETDONH", "QUYETDINH", True),
        ("QUYETIDNH", "QUYETDINH", True),
        ("QUYETDINH", "QUYETDINH", False),
        ("QUYETDI", "QUYETDINH", False),
        ("THONGTIN", "THONGTU", False),
        ("", "A", True),
    ],
)
def test_one_slip_of_the_keyboard(typed, meant, slip):
    assert one_slip(typed, meant) is slip
    assert one_slip(meant, typed) is slip
