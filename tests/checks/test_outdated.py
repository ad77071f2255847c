"""Names out of their time: what is said of them, and where the text speaks of the past."""

import datetime as dt

import pytest
from fixtures.drafts import PARTY_HEAD

from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.readers import read

HEAD = PARTY_HEAD.replace("năm 2024", "năm 2026")
END = "\nNơi nhận:\n- Các huyện ủy,\n- Lưu Văn phòng Tỉnh ủy.\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\nLê Văn Ba"
TODAY = dt.date(2026, 11, 24)


def found(body, head=HEAD, subject="về lưu trữ"):
    text = f"{head}\nCHỈ THỊ\n{subject}\n-----\n{body}{END}"
    report = check_document(read("a.txt", text.encode()), Settings(today=TODAY, select=("HH",)))
    assert not report.crashed
    return report.findings


def said(body, **options):
    return [(finding.rule, finding.text) for finding in found(body, **options)]


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("1. Ban cán sự đảng Uỷ ban nhân dân tỉnh chỉ đạo.", ("HH101", "Ban cán sự đảng")),
        ("1. Bộ Giao thông vận tải hướng dẫn việc này.", ("HH102", "Bộ Giao thông vận tải")),
        ("1. Sở Tài nguyên và Môi trường chủ trì.", ("HH103", "Sở Tài nguyên và Môi trường")),
        ("1. Thị uỷ chỉ đạo việc này.", ("HH104", "Thị uỷ")),
        ("1. Bố trí cán bộ cấp huyện giúp việc.", ("HH105", "cấp huyện")),
        ("1. Nhân rộng mô hình của huyện Kim Động.", ("HH106", "huyện")),
        ("1. Ủy ban nhân dân tỉnh Thái Bình chỉ đạo.", ("HH107", "tỉnh Thái Bình")),
        ("1. Tòa án nhân dân cấp cao xét xử.", ("HH108", "Tòa án nhân dân cấp cao")),
    ],
)
def test_a_name_that_has_ended(body, wrong):
    assert said(body) == [wrong]


@pytest.mark.parametrize(
    "body",
    [
        "1. Ban Tuyên giáo và Dân vận Tỉnh ủy chủ trì.",
        "1. Hồ sơ do Ban cán sự đảng Ủy ban nhân dân tỉnh trước đây lập.",
        "1. Đồng chí nguyên Bí thư Huyện ủy Kim Động dự họp.",
        "1. Kết quả giai đoạn 2020 - 2025 của các huyện ủy được ghi nhận.",
        "1. Ngày 15/3/2024, Bộ Kế hoạch và Đầu tư có văn bản trả lời.",
        "1. Thực hiện Quyết định số 12/QĐ-UBND, ngày 05/01/2024 của Ủy ban nhân dân huyện Kim Động.",
        '1. Lưu giữ tài liệu “Lịch sử huyện Kim Động” và "Truyện huyện Ân Thi".',
        "1. Thực hiện Pháp lệnh Thực hiện dân chủ ở xã, phường, thị trấn.",
        "1. Ban Tuyên giáo Tỉnh đoàn phối hợp thực hiện.",
        "1. Năm 2025, Sở Giao thông vận tải đã hoàn thành dự án.",
        "1. Theo báo cáo của Đảng đoàn khóa trước và quy chế dân chủ ở xã, phường, thị trấn.",
        "1. Hội Công chứng viên tỉnh Thái Bình giữ tên của mình.",
        "1. Đảng, đoàn thể các cấp vận động quần chúng; công tác đảng đoàn thể.",
        "1. Nâng cao chất lượng đội ngũ ở huyện đảo và các quận trung tâm.",
    ],
)
def test_the_past_and_other_names_are_left_alone(body):
    assert said(body) == []


def test_a_document_is_judged_by_its_own_date():
    body = "1. Ban cán sự đảng và các huyện ủy, Sở Giao thông vận tải của tỉnh Thái Bình thực hiện."
    assert said(body, head=PARTY_HEAD) == []
    assert len(said(body)) == 4


def test_a_document_about_the_merger_names_both_sides():
    assert said("1. Tỉnh Thái Bình và các huyện ủy thực hiện.", subject="về sắp xếp đơn vị hành chính") == []


def test_one_finding_a_name_with_all_its_places_what_came_instead_and_by_what():
    (finding,) = found("1. Sở Giao thông vận tải chủ trì.\n2. Sở Giao thông vận tải báo cáo.")
    assert [related.message for related in finding.related] == ["Sở Giao thông vận tải"]
    assert finding.suggestions == ("Sở Xây dựng",)
    assert "01/07/2025" in finding.message
    assert "150/2025/NĐ-CP" in finding.message


def test_a_body_named_before_it_began():
    body = "1. Phối hợp với Bộ Nông nghiệp và Môi trường."
    assert said(body, head=PARTY_HEAD) == [("HH121", "Bộ Nông nghiệp và Môi trường")]
    assert said(body, head=PARTY_HEAD.replace("15 tháng 4 năm 2024", "15 tháng 01 năm 2025")) == []
    assert said(body) == []


def test_an_undated_text_is_no_younger_than_what_it_cites():
    undated = PARTY_HEAD.replace("ngày 15 tháng 4 năm 2024", "ngày ... tháng ... năm ...")
    old = "1. Các huyện ủy thực hiện.\n2. Theo Chỉ thị số 12-CT/TU, ngày 05/3/2021 của Ban Thường vụ Tỉnh ủy."
    assert said(old, head=undated) == []
    assert said("1. Các huyện ủy thực hiện.", head=undated) == [("HH104", "huyện ủy")]
