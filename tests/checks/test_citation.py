"""What the citation kinds leave alone, and where their findings stand."""

import datetime as dt

import pytest
from fixtures.drafts import PARTY_HEAD

from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.readers import read

END = "\nNơi nhận:\n- Các sở,\n- Lưu VT.\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\nLê Văn Ba"


def said(body):
    text = PARTY_HEAD + "\nCHỈ THỊ\nvề lưu trữ\n-----\n" + body + END
    report = check_document(read("a.txt", text.encode()), Settings(today=dt.date(2026, 11, 24), select=("VD",)))
    assert not report.crashed
    return [(finding.rule, finding.text) for finding in report.findings]


@pytest.mark.parametrize(
    "body",
    [
        "Thực hiện Công văn số 1234/CT-TTHT, ngày 02/3/2022 của Cục Thuế tỉnh về hoá đơn.",
        "Theo Kết luận số 174-KL/TW, ngày 04/7/2022 và Kết luận số 177-KL/TW, ngày 11/7/2022 của Bộ Chính trị về đất.",
        "Thực hiện Luật Đất đai số 31/2024/QH15.",
        "Thực hiện Đề án số 06/QĐ-TTg, ngày 06/01/2022 của Thủ tướng Chính phủ về dữ liệu dân cư.",
    ],
)
def test_what_is_right_is_left_alone(body):
    assert said(body) == []


def test_each_defect_at_its_place():
    body = "Thực hiện Chỉ thị số 27-NQ/TW, ngày 09/11/2022 của Ban Chấp hành Trung ương về nhà nước pháp quyền."
    assert said(body) == [("VD103", "Chỉ thị số 27-NQ/TW")]


def test_a_no_break_space_in_a_number_is_a_matter_of_characters():
    body = "Thực hiện Nghị quyết số 27-\u00a0NQ/TW, ngày 09/11/2022 của Ban Chấp hành Trung ương về pháp quyền."
    assert said(body) == []
