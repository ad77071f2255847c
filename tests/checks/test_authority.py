"""Who signs, and in whose name: classes of posts, runs of lines."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from parts import context, hits, rule

from vanban_lint.checks.authority import classify

POSTS = yaml.safe_load((Path(__file__).parents[2] / "rules/du-lieu/chuc-vu.yaml").read_text(encoding="utf-8"))
DEPUTY_ALONE = rule(
    "authority",
    ["chuc_vu"],
    hang=[{"ma": ["khong"], "lop": ["cap_pho"]}],
    dau=True,
    tru="(?i)kiêm",
    mong_doi="KT. {truong}",
)
SAME_RANK = rule(
    "authority",
    ["chuc_vu"],
    hang=[{"ma": ["KT"], "lop": ["cap_truong"]}, {"ma": ["khong"], "lop": ["cap_truong"]}],
    vao=1,
    goc="cung",
    mong_doi="{pho}",
)


def signed(*lines):
    named = [("quyen_han_ky" if "." in line[:4] or "/" in line[:4] else "chuc_vu", line, 1) for line in lines]
    return context([*named, ("ho_ten", "Nguyễn Văn A", 1)], {"chuc_vu": POSTS})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GIÁM ĐỐC", ("cap_truong", "GIÁM ĐỐC")),
        ("PHÓ GIÁM ĐỐC PHỤ TRÁCH", ("cap_pho", "GIÁM ĐỐC")),
        ("PHÓ TỔNG GIÁM ĐỐC", ("cap_pho", "TỔNG GIÁM ĐỐC")),
        ("THỨ TRƯỞNG", ("cap_pho", "BỘ TRƯỞNG")),
        ("ỦY BAN NHÂN DÂN TỈNH", ("tap_the", "ỦY BAN NHÂN DÂN")),
        ("BAN CHỈ ĐẠO", ("thu_truong", "BAN CHỈ ĐẠO")),
        ("ỦY VIÊN BAN THƯỜNG VỤ", ("uy_vien", "ỦY VIÊN")),
        ("BAN BÍ THƯ", ("tap_the", "BAN BÍ THƯ")),
        ("TRƯỞNG BAN CHỈ ĐẠO", ("cap_truong", "TRƯỞNG BAN")),
        ("CHUYÊN VIÊN", ("khac", "CHUYÊN VIÊN")),
    ],
)
def test_classes_of_posts(text, expected):
    assert classify(text, POSTS) == expected


def test_a_deputy_alone():
    (hit,) = hits(DEPUTY_ALONE, signed("PHÓ GIÁM ĐỐC"))
    assert hit.suggestions == ("KT. GIÁM ĐỐC",)
    assert not hits(DEPUTY_ALONE, signed("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"))
    assert not hits(DEPUTY_ALONE, signed("PHÓ BÍ THƯ", "kiêm", "TRƯỞNG BAN CHỈ ĐẠO"))
    assert not hits(DEPUTY_ALONE, signed("GIÁM ĐỐC"))


@pytest.mark.parametrize("line", ["KT. CHỦ TỊCH", "KT.CHỦ TỊCH", "K/T CHỦ TỊCH", "KT CHỦ TỊCH", "KT: CHỦ TỊCH"])
def test_a_code_is_read_however_it_is_written(line):
    named = [("quyen_han_ky", line, 1), ("chuc_vu", "CHỦ TỊCH", 1)]
    (hit,) = hits(SAME_RANK, context(named, {"chuc_vu": POSTS}))
    assert hit.params["mong_doi"] == "PHÓ CHỦ TỊCH"
    assert hit.anchor.paragraph == 2


def test_new_tone_placement_is_the_same_post():
    member = rule("authority", ["chuc_vu"], hang=[{"ma": ["TM"]}, {"lop": ["uy_vien"]}], vao=1)
    assert hits(member, signed("T/M BAN THƯỜNG VỤ", "UỶ VIÊN"))


def test_a_line_may_be_named_by_its_words():
    secretary = rule("authority", ["quyen_han_ky"], hang=[{"ma": ["KT"], "khop": "BÍ THƯ"}])
    assert hits(secretary, signed("K/T BÍ THƯ", "PHÓ BÍ THƯ"))
    assert not hits(secretary, signed("T/M TỈNH ỦY", "BÍ THƯ"))


def test_different_posts():
    other = rule("authority", ["chuc_vu"], hang=[{"ma": ["KT"]}, {"lop": ["cap_pho"]}], vao=1, goc="khac")
    assert hits(other, signed("KT. CHỦ TỊCH", "PHÓ GIÁM ĐỐC"))
    assert not hits(other, signed("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"))


def test_a_post_the_table_does_not_know_is_left_alone():
    assert not hits(SAME_RANK, signed("KT. ĐIỀU PHỐI VIÊN", "ĐIỀU PHỐI VIÊN"))
