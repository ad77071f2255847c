"""Abbreviations in a text: what is one, and what introduces one."""

import pytest

from vanban_lint.text.abbreviation import definitions, exchanged, one_slip, uses


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Công tác PBGDPL và CT-XH của tỉnh.", ["PBGDPL", "CT-XH"]),
        ("Sở NN&PTNT báo cáo.", ["NN&PTNT"]),
        ("Đại hội XIII, khoá XIV.", []),
        ("Quyết định số 12/QĐ-UBND và 27-NQ/TW.", []),
        ("CHỈ THỊ VỀ CÔNG TÁC PBGDPL", []),
        ("Thông báo của BAN CHẤP HÀNH đảng bộ.", []),
        ("Ứng dụng VNeID và TikTok.", []),
        ("Tài liệu OKR/KPI-2024.", []),
    ],
)
def test_uses(text, wanted):
    assert [use.text for use in uses(text)] == wanted


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("công tác phổ biến, giáo dục pháp luật (PBGDPL)", "PBGDPL", "phổ biến, giáo dục pháp luật"),
        ("văn bản quy phạm pháp luật (VBQPPL,) cơ bản", "VBQPPL", "văn bản quy phạm pháp luật"),
        ("các tổ chức chính trị - xã hội (CT-XH)", "CT-XH", "chính trị - xã hội"),
        ("Cải cách hành chính (sau đây viết tắt là CCHC) năm 2026", "CCHC", "Cải cách hành chính"),
        ("Ủy ban nhân dân tỉnh (viết tắt: UBNDT)", "UBNDT", "Ủy ban nhân dân tỉnh"),
        ("khoa học và công nghệ (KHCN)", "KHCN", "khoa học và công nghệ"),
        ("đo lường bằng chỉ số (KPI)", "KPI", ""),
        ("Đảng ủy công an: ĐUCA", "ĐUCA", "Đảng ủy công an"),
        ("dùng ĐUCA (Đảng ủy công an) ở đây", "ĐUCA", "Đảng ủy công an"),
    ],
)
def test_definitions(text, short, full):
    (found,) = definitions(text)
    assert (found.text, found.full) == (short, full)
    assert text[found.start : found.end] == short


@pytest.mark.parametrize(
    "text", ["Chủ trì: UBND tỉnh.", "đồng chí Nguyễn Văn An (Bí thư)", "Phần một (II)", "Sở Tư pháp (Phòng 1)"]
)
def test_what_introduces_nothing(text):
    assert list(definitions(text)) == []


def test_a_definition_knows_the_word_before_it():
    (found,) = definitions("công tác phổ biến, giáo dục pháp luật ('BGDPL)")
    assert (found.wider, found.wider_full) == ("PBGDPL", "phổ biến, giáo dục pháp luật")


def test_slips_of_one_letter():
    assert one_slip("VBQPPIL", "VBQPPL")
    assert one_slip("UNBD", "UBND")
    assert not one_slip("UBND", "UBND")
    assert not one_slip("HĐND", "UBND")
    assert exchanged("UNBD", "UBND")
    assert not exchanged("UBMD", "UBND")
