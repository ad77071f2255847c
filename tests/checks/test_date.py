"""Days that cannot be: the calendar, the day of the week, the day of the document, the present."""

from __future__ import annotations

import datetime as dt

import pytest
from block_context import context, texts
from hypothesis import given
from hypothesis import strategies as st


def found(text, xet, day=dt.date(2026, 9, 8), date_known=True):
    return texts("date", ["doan"], {"xet": xet}, context([("doan", text)], day=day, date_known=date_known))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Hưng Yên, ngày 31 tháng 4 năm 2025", ["ngày 31 tháng 4 năm 2025"]),
        ("từ ngày 29/02/2025 đến ngày 01/3/2025", ["ngày 29/02/2025"]),
        ("ngày 29/02/2024", []),
        ("ngày 15/13/2024", ["ngày 15/13/2024"]),
        ("Hưng Yên, ngày      tháng 13 năm 2025", ["tháng 13 năm 2025"]),
        ("Hưng Yên, ngày      tháng 3 năm 2025", []),
        ("ngày 30 tháng 2", ["ngày 30 tháng 2"]),
        ("Nghị quyết số 31/4/2025 và 32/40 hộ", []),
        ("24, 25 và 26 tháng 8 năm 2026", []),
    ],
)
def test_days_that_are_in_no_calendar(text, wrong):
    assert found(text, "khong_co") == wrong


@given(st.dates(dt.date(1946, 1, 1), dt.date(2027, 1, 1)))
def test_every_real_day_passes(day):
    assert found(f"ngày {day.day:02d} tháng {day.month} năm {day.year}", "khong_co") == []
    assert found(f"ngày {day:%d/%m/%Y}", "khong_co") == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("NGÀY 1: THỨ HAI, NGÀY 24/8/2026", []),
        ("họp vào thứ Ba, ngày 24/8/2026", ["ngày 24/8/2026"]),
        ("sáng Chủ nhật, ngày 23 tháng 8 năm 2026", []),
        ("chiều thứ sáu (ngày 23 tháng 8 năm 2026)", ["ngày 23 tháng 8 năm 2026"]),
        ("Hội nghị lần thứ ba, ngày 24/8/2026", []),
        ("kỳ họp thứ Hai, ngày 25/8/2026", []),
    ],
)
def test_day_of_the_week(text, wrong):
    assert found(text, "thu") == wrong


def test_too_far_from_now():
    assert found("ngày 08 tháng 9 năm 2206", "qua_xa") == ["ngày 08 tháng 9 năm 2206"]
    assert found("ngày 08 tháng 9 năm 1206", "qua_xa") == ["ngày 08 tháng 9 năm 1206"]
    assert found("ngày 08 tháng 9 năm 2028", "qua_xa") == []
    assert found("ngày 08 tháng 9 năm 2029", "qua_xa") == ["ngày 08 tháng 9 năm 2029"]
    assert found("ngày    tháng    năm", "qua_xa") == []


def test_later_than_the_document():
    assert found("Căn cứ Nghị định số 1/2026/NĐ-CP ngày 09 tháng 9 năm 2026;", "sau_van_ban") == [
        "ngày 09 tháng 9 năm 2026"
    ]
    assert found("ngày 08 tháng 9 năm 2026", "sau_van_ban") == []
    assert found("có hiệu lực từ ngày 01 tháng 01 năm 2027", "sau_van_ban") == []
    assert found("ngày 09 tháng 9 năm 2026", "sau_van_ban", date_known=False) == []
