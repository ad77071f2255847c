"""Marks at the end of the lines of a list, dashes at their start."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parts import context, hits, places, rule

SEMICOLONS = rule("endings", ["noi_nhan_muc", "luu"], giua=[";"])
STOP = rule("endings", ["luu"], cuoi=["."], giua=["."])


def items(*texts):
    return context([*(("noi_nhan_muc", text) for text in texts), ("luu", "- Lưu: VT.")])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("- Sở A,", (6, 7)),
        ("- Sở A", (6, 6)),
        ("- Sở A   ", (6, 6)),
        ("- Sở A ,", (7, 8)),
        ("- Sở A; Sở B.", (12, 13)),
        ("- Sở A (để báo cáo),", (19, 20)),
        ("- Sở A } (báo cáo),", (18, 19)),
        ("- Sở A } (báo cáo)", (6, 6)),
        ("- Sở  A tỉnh  B", (15, 15)),
    ],
)
def test_the_mark_is_covered_exactly(text, place):
    assert places(SEMICOLONS, items(text)) == [(1, *place)]


@pytest.mark.parametrize(
    "text",
    [
        "- Sở A;",
        "- Sở A; ",
        "- Sở A;       Để đăng",
        "- Sở A;\tĐể đăng dự thảo",
        "- Các Bộ, cơ quan; cơ quan thuộc Chính phủ;",
        "- Sở A;;",
        "- Sở A...",
        "-",
        "",
    ],
)
def test_silent_lines(text):
    assert not hits(SEMICOLONS, items(text))


def test_a_line_that_runs_on_is_judged_at_its_end():
    ctx = context([("noi_nhan_muc", "- Các bộ,\n  cơ quan ngang bộ,"), ("luu", "- Lưu: VT.")])
    assert places(SEMICOLONS, ctx) == [(2, 18, 19)]


def test_the_last_line_has_marks_of_its_own():
    assert places(STOP, context([("luu", "- Lưu: VT;")])) == [(1, 9, 10)]
    assert not hits(SEMICOLONS, context([("noi_nhan_muc", "- Sở A")]))


def test_wrong_and_missing_marks_apart():
    wrong, missing = (rule("endings", ["noi_nhan_muc", "luu"], giua=[";"], xet=which) for which in ("sai", "thieu"))
    ctx = items("- Sở A,", "- Sở B")
    assert places(wrong, ctx) == [(1, 6, 7)]
    (hit,) = hits(missing, ctx)
    assert hit.absent
    assert tuple(hit.anchor[1:]) == (2, 6, 6)


def test_one_line_may_be_exempt():
    several = rule("endings", ["noi_nhan_muc"], cuoi=["."], nhieu=True)
    assert not hits(several, context([("noi_nhan_muc", "- Sở A")]))
    assert hits(several, context([("noi_nhan_muc", "- Sở A;"), ("noi_nhan_muc", "- Sở B")]))
    spared = rule("endings", ["noi_nhan_muc", "luu"], giua=[";"], mien="Sở A")
    assert places(spared, items("- Sở A", "- Sở B")) == [(2, 6, 6)]


def test_lines_without_a_dash():
    undashed = rule("endings", ["noi_nhan_muc"], dau=True)
    lines = [("noi_nhan_muc", text) for text in ("- Sở A;", "  Sở B;", "+ Sở C;", "Sở D;")]
    assert places(undashed, context(lines, dashes={4})) == [(2, 2, 7)]


@given(st.lists(st.text(alphabet="aÁ -;,.:…}\t(", max_size=12), max_size=4))
def test_any_text_is_judged_inside_itself(texts):
    ctx = items(*texts)
    for hit in hits(SEMICOLONS, ctx):
        text = ctx.document.paragraph(hit.anchor).text
        assert 0 <= hit.anchor.start <= hit.anchor.end <= len(text)
        assert hit.params["thuc_te"] == ctx.document.text(hit.anchor)


def test_one_habit_is_one_finding():
    """All lines closed by the same wrong mark: one finding, the others related; a slip among right ones stays alone."""
    habit = rule("endings", ["noi_nhan_muc"], giua=[";"], cuoi=["."])
    (hit,) = hits(habit, context([("noi_nhan_muc", f"- Sở {name},") for name in "ABC"] + [("noi_nhan_muc", "- Lưu.")]))
    assert hit.params["dong"] == "- Sở A,"
    assert [related.message for related in hit.related] == ["- Sở B,", "- Sở C,"]
    slips = [("noi_nhan_muc", f"- Sở {name}{mark}") for name, mark in ("A,", "B,", "C,", "D;")]
    assert len(hits(habit, context([*slips, ("noi_nhan_muc", "- Lưu.")]))) == 3
