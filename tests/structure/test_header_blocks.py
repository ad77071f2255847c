"""The head of a document, however its two columns are laid out."""

from __future__ import annotations

import pytest
from fixtures.drafts import PARTY_HEAD, STATE_HEAD, TODAY, draft, tables, texts, understood

from vanban_lint.model import Anchor, Document, Paragraph, Part
from vanban_lint.structure import analyse, lexicon
from vanban_lint.structure.segments import columns, lines
from vanban_lint.structure.symbol import parse_place_date, parse_symbol

TABBED = (
    "UBND TỈNH LÂM ĐỒNG\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n SỞ NỘI VỤ      Độc lập - Tự do - Hạnh phúc\n"
    "Số: 12/SNV-CCHC      Lâm Đồng, ngày 05 tháng 3 năm 2025\nV/v báo cáo kết quả\ncải cách hành chính\nHỎA TỐC\n\n"
    "Kính gửi: Các sở, ban, ngành\n\nSở Nội vụ đề nghị báo cáo./."
)


def symbol(text):
    return parse_symbol(text, lexicon.build(tables()))


def test_flattened_columns():
    found = understood(PARTY_HEAD + "\nCHỈ THỊ\nvề lưu trữ\n-----\nNội dung.")
    assert [b.name for b in found.blocks[:5]] == [
        "co_quan_ban_hanh",
        "dau_sao",
        "so_ky_hieu",
        "tieu_de_dang",
        "dia_danh_ngay",
    ]


def test_columns_by_tabs_and_spaces():
    found = understood(TABBED)
    assert texts(found, "co_quan_chu_quan") == ["UBND TỈNH LÂM ĐỒNG"]
    assert texts(found, "co_quan_ban_hanh") == ["SỞ NỘI VỤ"]
    assert texts(found, "quoc_hieu") == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert texts(found, "so_ky_hieu") == ["Số: 12/SNV-CCHC"]
    assert texts(found, "dia_danh_ngay") == ["Lâm Đồng, ngày 05 tháng 3 năm 2025"]
    assert texts(found, "trich_yeu") == ["V/v báo cáo kết quả\ncải cách hành chính"]
    assert texts(found, "do_khan") == ["HỎA TỐC"]


def test_soft_breaks_inside_one_paragraph_part_the_lines():
    text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    paragraphs = (Paragraph("body", 1, "ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG\nSố: 5/QĐ-UBND"), Paragraph("body", 2, text))
    found = analyse(Document("d.docx", "docx", (Part("body", "body", paragraphs),)), tables(), today=TODAY)
    assert texts(found, "co_quan_ban_hanh") == ["ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG"]
    (motto,) = found.all("tieu_ngu")
    assert motto.anchor == ("body", 2, 35, 62)


def test_a_text_box_is_read_where_it_hangs():
    body = draft(STATE_HEAD + "\nQUYẾT ĐỊNH\nVề việc thử\n\nĐiều 1. Thử./.").body
    box = Part("box1", "box", (Paragraph("box1", 1, "  DỰ THẢO "),), anchor=Anchor("body", 3, 0, 0))
    found = analyse(Document("d.docx", "docx", (body, box)), tables(), today=TODAY)
    (mark,) = found.all("du_thao")
    assert mark.anchor == ("box1", 1, 2, 9)


@pytest.mark.parametrize(
    "line", ["Số:            /QĐ-UBND", "Số      -NQ/TU", "Hưng Yên, ngày       tháng      năm 2025"]
)
def test_blanks_never_cut_a_line(line):
    (only,) = lines(draft(line))
    assert len(columns(only)) == 1


@pytest.mark.parametrize(
    ("text", "so", "nam", "loai", "co_quan", "don_vi", "dang"),
    [
        ("Số: 35 -CT/TU", "35", None, "CT", "TU", None, "dang"),
        ("Số      -NQ/TU", "", None, "NQ", "TU", None, "dang"),
        ("Số:            /QĐ-UBND", "", None, "QĐ", "UBND", None, "hanh-chinh"),
        ("Số:      /2025/TT-BTC", "", "2025", "TT", "BTC", None, "quy-pham"),
        ("Số: 66.7/2025/NQ-CP", "66.7", "2025", "NQ", "CP", None, "quy-pham"),
        ("Luật số: 56/2010/QH12", "56", "2010", None, "QH12", None, "quy-pham"),
        ("Số: 15/SNV-CCHC&VTLT", "15", None, None, "SNV", "CCHC&VTLT", "cong-van"),
        ("Số: 519/TTr-CAT-PC06", "519", None, "TTr", "CAT", "PC06", "hanh-chinh"),
        ("Số 919-CV/VPTW/nb", "919", None, "CV", "VPTW", "nb", "dang"),
        ("Số:           /BCĐ", "", None, None, "BCĐ", None, "cong-van"),
    ],
)
def test_symbols(text, so, nam, loai, co_quan, don_vi, dang):
    found = symbol(text)
    assert [found[key] for key in ("so", "nam", "loai", "co_quan", "don_vi", "dang")] == [
        so,
        nam,
        loai,
        co_quan,
        don_vi,
        dang,
    ]


@pytest.mark.parametrize("text", ["Số lượng: 5/10 người", "Số liệu năm 2025", "Căn cứ Nghị định số 30/2020/NĐ-CP"])
def test_no_symbols(text):
    assert symbol(text) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Quảng Ninh, ngày 11  tháng 7 năm 2023", "Quảng Ninh"),
        ("Hà Nội  ngày 12 tháng 3 năm 2024.", "Hà Nội"),
        ("TP. Hồ Chí Minh, ngày 12/3/2025", "TP. Hồ Chí Minh"),
        ("ngày 5 tháng 6 năm 2024", ""),
    ],
)
def test_place_and_date(text, place):
    assert parse_place_date(text)["dia_danh"] == place


@pytest.mark.parametrize(
    "text",
    [
        "Hôm nay, ngày 5 tháng 6 năm 2024",
        "Kết thúc vào 10 giờ, ngày 04 tháng 5 năm 2026./.",
        "có hiệu lực từ ngày 01/7/2025",
    ],
)
def test_sentences_with_a_date_are_no_date_line(text):
    assert parse_place_date(text) is None


def test_wrong_letters_in_the_national_name():
    found = understood(STATE_HEAD.replace("CHỦ NGHĨA", "CHỦ NGHỈA") + "\nQUYẾT ĐỊNH\nVề việc thử\n\nĐiều 1. Thử./.")
    assert texts(found, "quoc_hieu") == ["CỘNG HÒA XÃ HỘI CHỦ NGHỈA VIỆT NAM"]


def test_names_over_several_lines_are_one_body():
    head = STATE_HEAD.replace("ỦY BAN NHÂN DÂN TỈNH HƯNG YÊN", "ĐẢNG BỘ BỘ PHẬN\nTRƯỜNG ĐẠI HỌC Y\nCHI BỘ SINH VIÊN")
    found = understood(head + "\nNGHỊ QUYẾT\nvề việc thử\n\nNội dung.")
    assert texts(found, "co_quan_chu_quan") == ["ĐẢNG BỘ BỘ PHẬN\nTRƯỜNG ĐẠI HỌC Y"]
    assert texts(found, "co_quan_ban_hanh") == ["CHI BỘ SINH VIÊN"]


def test_prose_has_no_head():
    assert not understood("Hội nghị diễn ra sáng nay tại trụ sở Ủy ban nhân dân tỉnh.\nĐại biểu tham dự đông đủ.").all(
        "co_quan_ban_hanh", "so_ky_hieu"
    )


@pytest.mark.parametrize(
    ("line", "day", "month", "year"),
    [
        ("Hà Nội, 12 tháng 5 năm 2025", 12, 5, 2025),
        ("Hà Nội, ngày 12-5-2025", 12, 5, 2025),
        ("Hà Nội, tháng 5 năm 2025", None, 5, 2025),
        ("Hà Nội, ngày    /5/2025", None, 5, 2025),
        ("ngày …/…/2025", None, None, 2025),
    ],
)
def test_a_date_line_that_lacks_something(line, day, month, year):
    found = parse_place_date(line)
    assert found is not None
    assert (found["ngay"], found["thang"], found["nam"]) == (day, month, year)


def test_a_date_behind_the_number_is_a_part_of_its_own():
    found = understood("TỈNH ỦY HƯNG YÊN\n*\nSố 35-CT/TU, ngày    tháng    năm 2023\n\nĐẢNG CỘNG SẢN VIỆT NAM\n")
    assert texts(found, "so_ky_hieu") == ["Số 35-CT/TU"]
    assert texts(found, "dia_danh_ngay") == ["ngày    tháng    năm 2023"]
    assert found.date.value is not None
    assert found.date.value.year == 2023


@pytest.mark.parametrize(
    ("mark", "name"), [("Mật", "do_mat"), ("Tuyệt Mật", "do_mat"), ("khẩn", "do_khan"), ("Hỏa tốc", "do_khan")]
)
def test_marks_that_are_not_in_capitals(mark, name):
    found = understood(
        PARTY_HEAD.replace("25-CT/TU\n", f"25-CT/TU\n{mark}\n") + "\nCHỈ THỊ\nvề lưu trữ\n-----\nNội dung."
    )
    assert [(b.text, b.confidence) for b in found.all(name)] == [(mark, 0.9)]


PROSE = [
    "Mật",
    "Khẩn trương thực hiện.",
    "KẾ HOACH",
    "Sao y",
    "Hà Nội, 12 tháng 5 năm 2025",
    "Hưng Yên, ngày    /    /2025",
    "Kính gởi các đồng chí",
    "Số 15, ngày 12 tháng 5 năm 2025",
]
NAMED = ("do_mat", "do_khan", "hinh_thuc_sao", "dia_danh_ngay", "kinh_gui", "so_ky_hieu", "ten_loai")


@pytest.mark.parametrize("line", PROSE)
def test_the_same_words_inside_the_text_are_no_part_of_the_head(line):
    text = (
        STATE_HEAD
        + "\nKẾ HOẠCH\nTổ chức hội nghị\n\n1. Thời gian họp trong tháng 5.\n{}2. Địa điểm họp tại Hưng Yên./."
    )
    plain, with_line = understood(text.format("")), understood(text.format(line + "\n"))
    assert [texts(with_line, name) for name in NAMED] == [texts(plain, name) for name in NAMED]
