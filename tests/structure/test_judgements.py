"""Regime, type, date and level."""

from __future__ import annotations

import datetime as dt

import pytest
from fixtures.drafts import PARTY_HEAD, STATE_END, STATE_HEAD, TODAY, understood

DATE = "Hưng Yên, ngày 12 tháng 6 năm 2026"

LETTER_HEAD = STATE_HEAD.replace("/QĐ-UBND", "/UBND-NC")
YOUTH_HEAD = PARTY_HEAD.replace("ĐẢNG CỘNG SẢN VIỆT NAM", "ĐOÀN TNCS HỒ CHÍ MINH").replace("TỈNH ỦY", "TỈNH ĐOÀN")
FORM = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nĐƠN ĐỀ NGHỊ\n\nKính gửi: Sở Nội vụ\n\n"
    "Tôi đề nghị cấp lại giấy phép.\nHưng Yên, ngày 12 tháng 3 năm 2025\nNGƯỜI LÀM ĐƠN\nNguyễn Văn An"
)
WITHOUT_HEAD = (
    "CHỈ THỊ\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\nvề lưu trữ\n\nNội dung.\nNơi nhận:\n- Các sở,\n- Lưu Văn phòng Tỉnh ủy.\n"
    "T/M BAN THƯỜNG VỤ\nBÍ THƯ\nLê Văn Ba"
)


def dated(line: str, ground: str = "Căn cứ Luật Lưu trữ;") -> tuple[dt.date, bool]:
    found = understood(
        STATE_HEAD.replace(DATE, line) + f"\nQUYẾT ĐỊNH\nVề việc thử\n\n{ground}\nQUYẾT ĐỊNH:\nĐiều 1. Thử./."
    )
    return found.date.value, found.date_known


@pytest.mark.parametrize(
    ("line", "day", "known"),
    [
        ("Hưng Yên, ngày 05 tháng 3 năm 2024", dt.date(2024, 3, 5), True),
        ("Hưng Yên, ngày    tháng 3 năm 2024", dt.date(2024, 3, 1), False),
        ("Hưng Yên, ngày    tháng    năm 2024", dt.date(2024, 1, 1), False),
        ("Hưng Yên, ngày    /    /2024", dt.date(2024, 1, 1), False),
        ("Hưng Yên, 05 tháng 3 năm 2024", dt.date(2024, 3, 5), True),
        ("Hưng Yên, ngày    tháng    năm 202…", TODAY, False),
        ("Hưng Yên, ngày    tháng    năm 2026", TODAY, False),
        ("Hưng Yên, ngày    tháng 11 năm 2026", TODAY, False),
        ("Hưng Yên, ngày 31 tháng 02 năm 2024", dt.date(2024, 2, 1), False),
        ("Hưng Yên, ngày    tháng    năm", TODAY, False),
    ],
)
def test_partial_dates(line, day, known):
    assert dated(line) == (day, known)


def test_a_draft_is_not_older_than_what_it_cites():
    ground = "Căn cứ Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội;"
    assert dated("Hưng Yên, ngày    tháng    năm 2025", ground) == (dt.date(2025, 6, 12), False)


def test_overrides_win():
    found = understood(STATE_HEAD + "\nQUYẾT ĐỊNH\nVề việc thử", regime="dang", date=dt.date(2020, 1, 2))
    assert (found.regime.value, found.date.value) == ("dang", dt.date(2020, 1, 2))


@pytest.mark.parametrize(
    ("text", "regime", "kind"),
    [
        (PARTY_HEAD + "\nCHỈ THỊ\nvề lưu trữ\n-----\nNội dung.", "dang", "CT"),
        (STATE_HEAD + "\nQUYẾT ĐỊNH\nVề việc thử\n\nĐiều 1. Thử./.", "hanh-chinh", "QĐ"),
        (STATE_HEAD.replace("95/", "95/2026/") + "\nQUYẾT ĐỊNH\nQuy định thử\n\nĐiều 1. Thử./.", "quy-pham", "QĐ"),
        (STATE_HEAD.replace("95/QĐ", "95/2026/TT") + "\nTHÔNG TƯ\nQuy định thử\n\nĐiều 1. Thử./.", "quy-pham", "TTư"),
        (LETTER_HEAD + "\nKính gửi: Sở Nội vụ\n\nTrân trọng./." + STATE_END, "hanh-chinh", "CV"),
        (PARTY_HEAD.replace("CT/TU", "CV/TU") + "\nKính gửi: Sở Nội vụ\n\nTrân trọng.", "dang", "CV"),
        (YOUTH_HEAD + "\nNGHỊ QUYẾT\nvề thử", "doan", "NQ"),
        (WITHOUT_HEAD, "dang", "CT"),
        (FORM, "van-xuoi", None),
        ("Sáng nay, hội nghị đã diễn ra.\nKế hoạch này được thông qua. Kế hoạch này có hiệu lực.", "van-xuoi", "KH"),
    ],
)
def test_regime_and_type(text, regime, kind):
    found = understood(text)
    assert (found.regime.value, found.ten_loai.value) == (regime, kind)
    assert found.regime.evidence
    assert found.ten_loai.evidence
    assert 0 < found.regime.confidence <= 1


@pytest.mark.parametrize(
    ("body", "level"),
    [
        ("TỈNH ỦY HƯNG YÊN", "tinh"),
        ("ĐẢNG BỘ TỈNH HƯNG YÊN\nĐẢNG ỦY XÃ LƯƠNG BẰNG", "xa"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG", "trung_uong"),
        ("THÀNH ỦY HÀ NỘI", "tinh"),
        ("ĐẢNG BỘ CỤC LƯU TRỮ\nCHI BỘ PHÒNG HÀNH CHÍNH", "co_so"),
    ],
)
def test_levels(body, level):
    text = PARTY_HEAD.replace("TỈNH ỦY HƯNG YÊN", body) + "\nNGHỊ QUYẾT\nvề thử\n-----\nNội dung."
    assert understood(text).cap.value == level


def test_fields_make_a_template():
    assert understood(PARTY_HEAD + "\nNGHỊ QUYẾT\nvề {{a}} của {{b}} năm {{c}}").is_template
    assert not understood(PARTY_HEAD + "\nNGHỊ QUYẾT\nvề {{noi_dung}}").is_template
