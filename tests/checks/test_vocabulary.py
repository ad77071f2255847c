"""Closed lists, names that have ended, places, a subject that repeats the type."""

from __future__ import annotations

import datetime as dt

import pytest
from block_context import context, hits, texts

ENDED = {"xet": "het_han", "bang": "da_ket_thuc"}


def ended(text, day=dt.date(2026, 9, 8)):
    return texts("vocabulary", ["noi_nhan_muc"], ENDED, context([("noi_nhan_muc", text)], day=day))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("- Các huyện uỷ, thị uỷ, đảng uỷ trực thuộc,", ["huyện uỷ"]),
        ("- Ban cán sự đảng UBND tỉnh,", ["Ban cán sự đảng"]),
        ("- UBND các huyện, thành phố;", ["UBND các huyện"]),
        ("- UBND các xã, phường, thị trấn;", ["thị trấn"]),
        ("- Sở Giao thông vận tải;", ["Sở Giao thông vận tải"]),
        ("- Ban Tuyên giáo và Dân vận Tỉnh ủy;", []),
        ("- Ban Tuyên giáo Trung ương;", []),
        ("- UBND các xã, phường, đặc khu;", []),
        ("- Toà án nhân dân khu vực 1;", []),
        ("- Các đảng ủy trực thuộc Tỉnh ủy;", []),
    ],
)
def test_bodies_that_have_ended(text, wrong):
    assert ended(text) == wrong


def test_a_body_is_judged_by_the_day_of_the_document():
    assert ended("- Các huyện uỷ, thị uỷ;", dt.date(2025, 6, 30)) == []
    assert ended("- Ban Tuyên giáo Tỉnh ủy;", dt.date(2025, 6, 30)) == ["Ban Tuyên giáo"]


def test_closed_list_folds_case_spaces_and_tone():
    rule = {"xet": "thuoc", "tu": ["HỎA TỐC", "KHẨN"]}
    assert texts("vocabulary", ["do_khan"], rule, context([("do_khan", " HOẢ  TỐC ")])) == []
    assert texts("vocabulary", ["do_khan"], rule, context([("do_khan", " HỎA TỐC HẸN GIỜ ")])) == ["HỎA TỐC HẸN GIỜ"]


@pytest.mark.parametrize(
    ("place", "issuer", "wanted"),
    [
        ("Hà Nội", "TỈNH UỶ HƯNG YÊN", ["Hưng Yên"]),
        ("Hưng Yên", "TỈNH UỶ HƯNG YÊN", []),
        ("Thái Bình", "TỈNH UỶ HƯNG YÊN", []),
        ("Đà Nẵng", "TỈNH ĐOÀN QUẢNG NAM", []),
        ("Lương Bằng", "ĐẢNG UỶ XÃ LƯƠNG BẰNG", []),
        ("Hà Nội", "HỌC VIỆN CHÍNH TRỊ QUỐC GIA HỒ CHÍ MINH", []),
        ("Thành phố Hồ Chí Minh", "ỦY BAN NHÂN DÂN TP. HỒ CHÍ MINH", []),
    ],
)
def test_place_and_province_of_the_issuer(place, issuer, wanted):
    rule = {"xet": "noi_khac", "bang": "tinh", "phan": "^(?P<x>[^,]*),"}
    found = context([("co_quan_ban_hanh", issuer), ("dia_danh_ngay", f"{place}, ngày 08 tháng 9 năm 2026")])
    assert [hit.params["mong_doi"] for hit in hits("vocabulary", ["dia_danh_ngay"], rule, found)] == wanted


def test_a_subject_that_says_the_type_again():
    rule = {"xet": "lap_loai"}
    again = context([("trich_yeu", "Quy chế làm việc của Đảng uỷ")], ten_loai="QC")
    assert texts("vocabulary", ["trich_yeu"], rule, again) == ["Quy chế"]
    other = context([("trich_yeu", "ban hành Quy chế làm việc")], ten_loai="QĐ")
    assert texts("vocabulary", ["trich_yeu"], rule, other) == []
    compound = context([("trich_yeu", "Kế hoạch hóa gia đình năm 2026")], ten_loai="KH")
    assert texts("vocabulary", ["trich_yeu"], rule, compound) == []
    unknown = context([("trich_yeu", "Quy chế làm việc")], ten_loai=None)
    assert texts("vocabulary", ["trich_yeu"], rule, unknown) == []
