"""Every form of a citation, clean and dirty, taken apart."""

import datetime as dt

import pytest

from vanban_lint.citation.normalise import vocabulary
from vanban_lint.citation.parse import find_citations
from vanban_lint.ruleset import bundled

WORDS = vocabulary(bundled().tables)


def only(text):
    (found,) = find_citations(text, WORDS)
    return found


@pytest.mark.parametrize(
    ("text", "ky_hieu", "form"),
    [
        ("Nghị quyết số 27-NQ/TW", "27-NQ/TW", "dang"),
        ("Nghị quyết 27-NQ/TW", "27-NQ/TW", "dang"),
        ("Nghị quyết số 49- NQ/TW", "49-NQ/TW", "dang"),
        ("Quy định 132-QĐ-TW", "132-QĐ/TW", "dang"),
        ("Hướng dẫn số 06 -HD/TW", "06-HD/TW", "dang"),
        ("Nghị quyết số 57/NQ-TW", "57-NQ/TW", "dang"),
        ("Nghị quyết số 57–NQ/TW", "57-NQ/TW", "dang"),
        ("Nghị quyết số 57-\nNQ/TW", "57-NQ/TW", "dang"),
        ("Quy định số 132-QD/TW", "132-QĐ/TW", "dang"),
        ("Công văn số 2587-CV/VPTW/nb", "2587-CV/VPTW/nb", "dang"),
        ("Quyết định số 977/QĐ-TTg", "977/QĐ-TTg", "hanh-chinh"),
        ("Quyết định số 749-QĐ/TTg", "749/QĐ-TTg", "hanh-chinh"),
        ("Tờ trình số 65/TTr-CAT-PC06", "65/TTr-CAT-PC06", "khac"),
        ("Công văn số 05/BNV-VP", "05/BNV-VP", "cong-van"),
        ("Công văn 4503/TCT", "4503/TCT", "cong-van"),
        ("Nghị định số 30/2020/NĐ-CP", "30/2020/NĐ-CP", "quy-pham"),
        ("Nghị quyết số 66.7/2025/NQ-CP", "66.7/2025/NQ-CP", "quy-pham"),
        ("Luật Đất đai số 31/2024/QH15", "31/2024/QH15", "quy-pham"),
        ("Nghị quyết số 76/2025/UBTVQH15", "76/2025/UBTVQH15", "quy-pham"),
        ("Quyết định số 161/2025/QĐ-UBND", "161/2025/QĐ-UBND", "quy-pham"),
        ("Thông tư liên tịch số 05/2016/TTLT-BTP-BCA-BTC", "05/2016/TTLT-BTP-BCA-BTC", "quy-pham"),
    ],
)
def test_forms(text, ky_hieu, form):
    found = only(f"thực hiện {text} của cấp trên")
    assert (found.ky_hieu, found.so.dang) == (ky_hieu, form)
    assert found.ten_loai is not None


def test_a_full_citation():
    text = "Căn cứ Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học."
    found = only(text)
    assert text[found.start : found.end] == "Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị"
    assert (found.ten_loai, found.co_so, found.phay) == ("Nghị quyết", True, True)
    assert (found.date, found.co_quan_ban_hanh) == (dt.date(2024, 12, 22), "Bộ Chính trị")
    assert found.trich_yeu.startswith("về đột phá")


def test_the_body_may_stand_before_the_date():
    found = only("Quyết định số 12/QĐ-UBND của Ủy ban nhân dân tỉnh ngày 05 tháng 3 năm 2024 về lưu trữ")
    assert (found.date, found.co_quan_ban_hanh) == (dt.date(2024, 3, 5), "Ủy ban nhân dân tỉnh")


def test_a_body_with_a_comma_in_its_name():
    found = only("Thông tư số 05/2024/TT-BVHTTDL ngày 01/3/2024 của Bộ Văn hóa, Thể thao và Du lịch quy định về lễ hội")
    assert found.co_quan_ban_hanh == "Bộ Văn hóa, Thể thao và Du lịch"


def test_a_blank_date_is_no_missing_date():
    found = only("Tờ trình số 15/TTr-STP ngày …. /9/2025 của Sở Tư pháp")
    assert found.co_ngay
    assert found.date is None


def test_a_law_by_name_and_year():
    found = only("Căn cứ Luật Tổ chức chính quyền địa phương năm 2025;")
    assert (found.ky_hieu, found.nam, found.so) == ("Luật Tổ chức chính quyền địa phương", 2025, None)


@pytest.mark.parametrize(
    "text",
    [
        "có ít nhất 2/3 số Đảng uỷ viên tham dự",
        "Điện thoại: 0263-3822-123",
        "Mẫu 1.2 - Quyết định (cá biệt) quy định trực tiếp",
        "giai đoạn 2026 - 2030 (OKR/KPI)",
        "phòng 12-A, nhà 3/B",
        "theo quy định 5/KPI của đơn vị",
    ],
)
def test_what_is_no_citation(text):
    assert find_citations(text, WORDS) == []


@pytest.mark.parametrize(
    ("text", "ky_hieu"),
    [
        ("Nghị quyết số 57‐NQ/TW", "57-NQ/TW"),
        ("Nghị quyết số 57−NQ／TW", "57-NQ/TW"),
        ("Quyết định số 977∕QĐ‒TTg", "977/QĐ-TTg"),
        ("Quyết định số 367-QĐ/TWĐTN-VP", "367-QĐ/TWĐTN-VP"),
        ("Quyết định số 12/QĐ-MTTQ-BTT", "12/QĐ-MTTQ-BTT"),
        ("Văn bản hợp nhất số 41/VBHN-VPQH", "41/VBHN-VPQH"),
        ("Nghị quyết số 755/2005/NQ-UBTVQH11", "755/2005/NQ-UBTVQH11"),
        ("Nghị quyết số 1685/NQ-UBTVQH15", "1685/NQ-UBTVQH15"),
        ("Quy định số 08-QĐi/TW", "08-QĐi/TW"),
        ("Công văn số 1234/BTP-PB&TG", "1234/BTP-PB&TG"),
        ("Kế hoạch số 12a-KH/TU", "12a-KH/TU"),
        ("Thông tư liên tịch số 05/2016/TTLT-BTP-BCA-BTC-TANDTC-VKSNDTC", "05/2016/TTLT-BTP-BCA-BTC-TANDTC-VKSNDTC"),
    ],
)
def test_more_forms_and_look_alike_signs(text, ky_hieu):
    assert only(f"thực hiện {text} của cấp trên").ky_hieu == ky_hieu


def test_a_no_break_hyphen_is_a_hyphen():
    found = only("Nghị quyết số 57\u2011NQ/TW")
    assert (found.ky_hieu, found.so.wrong_signs) == ("57-NQ/TW", False)


def test_every_type_and_body_of_the_tables():
    """Each letter code of loai.yaml with a body of its side, and each body of co-quan.yaml with a type."""
    tables, wrong = bundled().tables, []
    numbers = [
        (f"12-{code}/TU" if side == "dang" else f"12/{code}-UBND", entry["ten"])
        for entry in tables["loai"]
        for side in ("dang", "hanh-chinh")
        for code in entry["ma"].get(side) or ()
    ]
    numbers += [
        (f"12-NQ/{body['ma']}" if body["che_do"] == "dang" else f"12/QĐ-{body['ma']}", "Nghị quyết")
        for body in tables["co_quan"]
    ]
    for number, kind in numbers:
        said = find_citations(f"theo {kind} số {number} ngày 01/02/2024", WORDS)
        if [(one.ky_hieu, one.so.wrong_signs or one.so.miswritten) for one in said] != [(number, False)]:
            wrong.append((number, said))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "name", "year"),
    [
        ("Luật Đấu giá tài sản năm 2016", "Luật Đấu giá tài sản", 2016),
        ("Bộ luật Lao động năm 2019", "Bộ luật Lao động", 2019),
        ("Hiến pháp năm 2013", "Hiến pháp", 2013),
        ("Pháp lệnh Ưu đãi người có công với cách mạng năm 2020", "Pháp lệnh Ưu đãi người có công với cách mạng", 2020),
        ("Luật Đất đai ngày 18 tháng 01 năm 2024", "Luật Đất đai", 2024),
    ],
)
def test_laws_by_name_and_year(text, name, year):
    found = only(f"theo quy định của {text} và pháp luật có liên quan")
    assert (found.ky_hieu, found.nam) == (name, year)


def test_inspect_names_the_place_of_each(tmp_path):
    from click.testing import CliRunner

    from vanban_lint.cli.app import program

    path = tmp_path / "a.txt"
    path.write_text("Thực hiện Nghị quyết số 57/NQ- TW ngày 22/12/2024 của Bộ Chính trị.", encoding="utf-8")
    shown = CliRunner().invoke(program, ["inspect", str(path)]).output
    assert "Nghị quyết 57-NQ/TW; 22/12/2024; Bộ Chính trị (dòng 1, cột 11)" in shown
