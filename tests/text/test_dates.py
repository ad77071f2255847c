"""Dates as they are written, blanks and slips included."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban_lint.text.dates import find_dates


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ngày 05 tháng 3 năm 2020", ("05", "3", "2020")),
        ("ngày         tháng      năm 2025", ("", "", "2025")),
        ("Ngày … tháng 9 năm 2025", ("", "9", "2025")),
        ("ngày 12 háng 01 năm 2026", ("12", "01", "2026")),
        ("ngày  tháng  năm {{ngay_ky_y}}", ("", "", "{{ngay_ky_y}}")),
        ("ngày 03/4/2018 của", ("03", "4", "2018")),
    ],
)
def test_parts_as_written(text, parts):
    (found,) = find_dates(text)
    assert (found.ngay_chu, found.thang_chu, found.nam_chu) == parts


def test_numbers_that_are_no_dates():
    assert not list(find_dates("số 30/2020/NĐ-CP, tỷ lệ 12/15, năm 2025-2030, 1.000.000 đồng"))


def test_impossible_days_are_found_but_are_no_date():
    (found,) = find_dates("ngày 31 tháng 02 năm 2025")
    assert found.ngay == 31
    assert found.date() is None


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_is_read_in_both_forms(day):
    text = f"ngày {day.day} tháng {day.month} năm {day.year} và {day.day:02}/{day.month}/{day.year}"
    assert [found.date() for found in find_dates(text)] == [day, day]


@given(st.text(alphabet="ngàythángm 0123456789/.…{}", max_size=60))
def test_offsets_lie_inside_the_text(text):
    assert all(0 <= found.start < found.end <= len(text) for found in find_dates(text))
