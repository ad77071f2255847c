"""Numbers taken apart: letters of the type, letters of the body, terms of the National Assembly."""

from __future__ import annotations

import datetime as dt

import pytest
from block_context import context, hits, texts

from vanban_lint.checks.code import _parse


def number(text, xet, *, regime="dang", kind=None, issuer=(), day=dt.date(2026, 9, 8)):
    blocks = [*zip(("co_quan_chu_quan", "co_quan_ban_hanh")[-len(issuer) :], issuer, strict=False)] if issuer else []
    found = context([*blocks, ("so_ky_hieu", text)], regime, kind, day)
    return hits("code", ["so_ky_hieu"], {"xet": xet}, found), found


def said(text, xet, **more):
    """Covered text and what is expected there."""
    found, where = number(text, xet, **more)
    return [(where.document.text(hit.anchor), hit.params["mong_doi"]) for hit in found]


@pytest.mark.parametrize(
    ("text", "regime", "parts"),
    [
        ("Số 35-CT/TU", "dang", (None, "CT", "TU")),
        ("Số: 35 -CT/TU", "dang", (None, "CT", "TU")),
        ("Số      -NQ/CB", "dang", (None, "NQ", "CB")),
        ("Số 919-CV/VPTW/nb", "dang", (None, "CV", "VPTW")),
        ("Số {{so}}-NQ/ĐU", "dang", (None, "NQ", "ĐU")),
        ("Số: 15/QĐ-BNV", "hanh-chinh", (None, "QĐ", "BNV")),
        ("Số: ..../TTr-CAT-PC04", "hanh-chinh", (None, "TTr", "CAT")),
        ("Số:      /UBND-NCKS", "hanh-chinh", (None, None, "UBND")),
        ("Số: 846/SNV-CCHC&VTLT", "hanh-chinh", (None, None, "SNV")),
        ("Số: 30/2020/NĐ-CP", "quy-pham", ("2020", "NĐ", "CP")),
        ("Số: 66.7/2025/NQ-CP", "quy-pham", ("2025", "NQ", "CP")),
        ("Luật số: 72/2025/QH15", "quy-pham", ("2025", None, "QH15")),
        ("Số:       NQ/ĐTN-ĐHKT", "doan", (None, "NQ", "ĐTN")),
    ],
)
def test_parts_of_a_number(text, regime, parts):
    symbol = _parse(text, context([("so_ky_hieu", text)], regime))
    assert tuple(group and group.text for group in symbol) == parts
    assert all(text[group.start : group.end] == group.text for group in symbol if group)


def test_letters_of_another_type():
    assert said("Số 15-KL/TU", "loai_khop", kind="CT") == [("KL", "CT")]
    assert said("Số 15-CT/TU", "loai_khop", kind="CT") == []
    assert said("Số 15-QĐi/TU", "loai_khop", kind="QyĐ") == []
    assert said("Số: 15/QĐ-UBND", "loai_khop", kind="QyĐ", regime="hanh-chinh") == [("QĐ", "QyĐ")]
    assert said("Số 15-BS/TU", "loai_khop", kind="CT") == [], "a copy has letters of its own"
    assert said("Số 15-XX/TU", "loai_khop", kind="LKG") == [], "no ruling exists"


def test_missing_and_miswritten_type_letters():
    assert said("Số 357-BTCTU", "loai_thieu", kind="CV") == [("BTCTU", "CV")]
    assert said("Số: 05/BNV-VP", "loai_thieu", kind="CV", regime="hanh-chinh") == []
    assert said("Số: 05/SNV-VP", "loai_thieu", kind="BC", regime="hanh-chinh") == [("SNV", "BC")]
    assert said("Số: 15/QD-UBND", "loai_chu", regime="hanh-chinh") == [("QD", "QĐ")]
    assert said("Số: 15/TTR-SNV", "loai_chu", regime="hanh-chinh") == [("TTR", "TTr")]
    assert said("Số 35-Cv/TU", "loai_chu") == [("Cv", "CV")]
    assert said("Số: 15/STP-PBGDPL", "loai_chu", regime="hanh-chinh") == []


def test_letters_of_another_body():
    assert said("Số 15-CT/ĐU", "co_quan_khop", issuer=["TỈNH UỶ HƯNG YÊN"]) == [("ĐU", "TU")]
    assert said("Số 15-CT/TU", "co_quan_khop", issuer=["TỈNH ỦY HƯNG YÊN"]) == []
    assert said("Số 15-NQ/TW", "co_quan_khop", issuer=["BAN CHẤP HÀNH TRUNG ƯƠNG"]) == []
    assert said("Số 15-CV/TU", "co_quan_khop", issuer=["TỈNH UỶ HƯNG YÊN", "VĂN PHÒNG"]) == [("TU", "VPTU")]
    assert said("Số 15-NQ/ĐUCA", "co_quan_khop", issuer=["ĐẢNG BỘ TỈNH X", "ĐẢNG UỶ CÔNG AN TỈNH"]) == []
    assert said("Số 15-QC/BTCTU-SNV", "co_quan_khop", issuer=["BAN TỔ CHỨC TỈNH UỶ - SỞ NỘI VỤ"]) == []
    state = {"regime": "hanh-chinh", "issuer": ["ỦY BAN NHÂN DÂN TỈNH HƯNG YÊN"]}
    assert said("Số: 15/QĐ-HĐND", "co_quan_khop", **state) == [("HĐND", "UBND")]
    assert said("Số: 15/QĐ-BCĐ", "co_quan_khop", **state) == [], "a local body chooses its own letters"


def test_miswritten_and_unknown_body_letters():
    assert said("Số 15-CT/DU", "co_quan_chu", issuer=["ĐẢNG UỶ XÃ A"]) == [("DU", "ĐU")]
    assert said("Số: 15/NQ-HDND", "co_quan_chu", regime="hanh-chinh") == [("HDND", "HĐND")]
    assert said("Số: 15/QĐ-TTg", "co_quan_chu", regime="hanh-chinh") == []
    assert said("Số 15-CT/XYZ", "co_quan_la") == [("XYZ", "")]
    assert [said(f"Số 15-CT/{code}", "co_quan_la") for code in ("BCĐCCHC", "UBKTĐU", "BXDĐ", "ĐUX", "TTCT")] == [[]] * 5


def test_a_body_of_another_time():
    assert said("Số 15-CT/HU", "co_quan_het", day=dt.date(2026, 1, 1)) == [("HU", "")]
    assert said("Số 15-CT/HU", "co_quan_het", day=dt.date(2025, 6, 30)) == []
    assert said("Số 15-HD/BTGTU", "co_quan_het", day=dt.date(2026, 1, 1)) == [("BTGTU", "BTGDVTU")]
    (hit,), _ = number("Số 15-HD/BTGDVTU", "co_quan_het", day=dt.date(2024, 1, 1))
    assert (hit.params["tu"], hit.params["den"]) == ("01/02/2025", "…")


def test_terms_of_the_national_assembly():
    assert said("Luật số: 72/2025/QH14", "khoa_qh", regime="quy-pham") == [("QH14", "QH15")]
    assert said("Luật số: 72/2025/QH15", "khoa_qh", regime="quy-pham") == []
    assert said("Số: 05/2026/QH16", "khoa_qh", regime="quy-pham") == []
    assert said("Số: 05/2026/QH15", "khoa_qh", regime="quy-pham") == [], "a term ends in the year the next begins"


def test_the_fix_replaces_the_letters_alone():
    found = context([("so_ky_hieu", "Số: 15/QD-UBND")], "hanh-chinh")
    (hit,) = hits("code", ["so_ky_hieu"], {"xet": "loai_chu"}, found, sua="safe")
    assert [(edit.expected, edit.value) for edit in hit.edits] == [("QD", "QĐ")]
    assert texts("code", ["so_ky_hieu"], {"xet": "loai_chu"}, found) == ["QD"]
