"""One thing in two ways: the rarer is shown, the usual named, all places told; sources keep their own way."""

import datetime as dt

import pytest
from fixtures.drafts import PARTY_HEAD, STATE_END, STATE_HEAD

from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.readers import read

END = "\nNơi nhận:\n- Các ban đảng,\n- Lưu Văn phòng Tỉnh ủy.\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\nLê Văn Ba"
TODAY = dt.date(2026, 11, 24)


def judged(text):
    report = check_document(read("a.txt", text.encode()), Settings(today=TODAY, select=("NQ",)))
    assert not report.crashed
    return report.findings


def findings(body):
    return judged(f"{PARTY_HEAD}\nCHỈ THỊ\nvề lưu trữ\n-----\n{body}{END}")


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("1. Bảo đảm an toàn, bảo đảm bí mật.\n2. Đảm bảo tiến độ.", ("NQ102", "Đảm bảo")),
        (
            "1. Từ 05/3/2023 đến 08/3/2023.\n2. Họp vào ngày 10 tháng 3 năm 2023 tại trụ sở.",
            ("NQ103", "ngày 10 tháng 3 năm 2023"),
        ),
        ("1. Từ 10/4/2023 đến 12/4/2023.\n2. Ngày 15/04/2023.", ("NQ104", "15/04/2023")),
        ("1. Giai đoạn 2021 - 2025, 2026 - 2030.\n2. Nhiệm kỳ 2020-2025.", ("NQ105", "2020-2025")),
        ("1. Gọi là “hồ sơ mở”.\n2. Gọi là “hồ sơ chung' và \"mở.", ("NQ106", '"')),
        ("1. Cấp 1.500.000 đồng, 2.500.000 đồng.\n2. Thu 3,500,000 đồng.", ("NQ108", "3,500,000")),
        ("1. Đạt 8.5% và 7.25%.\n2. Đạt 9,5%.", ("NQ107", "8.5")),
        ("1. Đạt 8,5% và 7,25%.\n2. Đạt 9.5 %.", ("NQ107", "9.5")),
    ],
)
def test_the_rarer_way_is_shown(body, wanted):
    (finding,) = findings(body)
    assert (finding.rule, finding.text) == wanted


@pytest.mark.parametrize(
    "body",
    [
        "1. Bảo đảm an toàn.\n2. Thực hiện Quy chế “Đảm bảo an toàn lưu trữ”.",
        "1. Từ 05/3/2023 đến 07/3/2023.\nHà Nội, ngày 05 tháng 3 năm 2023",
        "1. Từ 05/01/2023 đến 7/3/2023.",
        "1. Đạt 8,5%, tăng 1.250 hồ sơ; mục 2.1 và phiên bản 3.5.",
        "1. Giai đoạn 2021 - 2025; số điện thoại 0912-2021.",
        "1. Bảo đảm.\n2. Theo Quyết định số 12/QĐ-TTg, ngày 05/01/2023 của Thủ tướng Chính phủ về đảm bảo an toàn.",
    ],
)
def test_what_is_no_mixture(body):
    assert findings(body) == ()


def test_all_places_and_the_usual_way():
    (finding,) = findings("1. Đảm bảo an toàn.\n2. Bảo đảm; bảo đảm; bảo đảm.\n3. Đảm bảo tiến độ.")
    assert [related.message for related in finding.related] == ["Đảm bảo", "Bảo đảm"]
    assert '"Bảo đảm" (3 chỗ)' in finding.message
    assert finding.suggestions == ("Bảo đảm",)


def test_the_title_of_a_cited_document_keeps_its_capitals():
    cited = "Quyết định số 12/QĐ-TTg, ngày 05/01/2023 của Thủ tướng Chính phủ"
    body = f"1. Ban Vì sự tiến bộ phụ nữ tỉnh.\n2. Theo {cited} về {{}}"
    assert findings(body.format("kiện toàn Ban vì sự tiến bộ phụ nữ.")) == ()
    assert [item.rule for item in findings(body.format("hồ sơ; Ban vì sự tiến bộ phụ nữ."))] == ["NQ101"]


def test_a_figure_with_two_values():
    body = "1. Đến năm 2025, tỷ lệ hồ sơ được số hoá đạt {}%.\n2. Phấn đấu đến năm {}, tỷ lệ hồ sơ được số hoá đạt 90%."
    (finding,) = findings(body.format(80, 2025))
    assert (finding.rule, finding.text, finding.suggestions) == ("NQ124", "90", ("80",))
    assert findings(body.format(80, 2030)) == ()
    assert findings(body.format(90, 2025)) == ()


def test_members_of_another_body():
    body = "Điều 1. Thành lập Hội đồng Thi đua tỉnh.\nĐiều 2. Các thành viên {} làm việc kiêm nhiệm; Hội đồng họp."
    draft = f"{STATE_HEAD}\nQUYẾT ĐỊNH\nVề việc thành lập Hội đồng Thi đua tỉnh\n\n{body}{STATE_END}"
    assert [(f.rule, f.text) for f in judged(draft.format("Ban Chỉ đạo"))] == [("NQ131", "Ban Chỉ đạo")]
    assert judged(draft.format("Hội đồng")) == ()
