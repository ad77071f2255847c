"""Widths of printed lines of Times New Roman."""

from __future__ import annotations

import pytest

from vanban_lint.checks.text_width import width_mm
from vanban_lint.model import RunFormat


@pytest.mark.parametrize(
    ("text", "size", "bold", "printed"),
    [
        # The advances of Liberation Serif, which are those of Times New Roman, added up from the font file (mm).
        ("Doc lap - Tu do - Hanh phuc", 14, True, 60.2),
        ("CONG HOA XA HOI CHU NGHIA VIET NAM", 12, True, 88.3),
        ("Hung Yen, ngay 08 thang 9 nam 2026", 14, False, 75.4),
    ],
)
def test_width_is_that_of_the_font(text, size, bold, printed):
    assert width_mm([(text, RunFormat(size_pt=size, bold=bold))]) == pytest.approx(printed, abs=0.1)


def test_marks_take_no_room():
    form = RunFormat(size_pt=14)
    assert width_mm([("Độc lập", form)]) == width_mm([("Doc lap", form)])


def test_capitals_by_format_are_as_wide_as_typed_ones():
    typed, shown = RunFormat(size_pt=13), RunFormat(size_pt=13, caps=True)
    assert width_mm([("Sở Tư pháp", shown)]) == width_mm([("SỞ TƯ PHÁP", typed)])
