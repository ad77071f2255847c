"""Type, author, subject, addressees, grounds and enacting words."""

from __future__ import annotations

import pytest
from fixtures.drafts import PARTY_HEAD, STATE_HEAD, texts, understood


def test_two_part_title_over_lines():
    found = understood(
        PARTY_HEAD + "\nCHỈ THỊ\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\nvề tăng cường lãnh đạo công tác\n"
        "tư pháp trong tình hình mới\nTrong những năm qua, công tác tư pháp có nhiều chuyển biến.\n1. Một.\n2. Hai."
    )
    assert texts(found, "tac_gia") == ["CỦA BAN THƯỜNG VỤ TỈNH ỦY"]
    assert texts(found, "trich_yeu") == ["về tăng cường lãnh đạo công tác\ntư pháp trong tình hình mới"]
    assert found.ten_loai.value == "CT"


def test_a_rule_of_hyphens_closes_the_subject_whatever_its_capitals():
    found = understood(
        PARTY_HEAD + "\nKẾ HOẠCH\nthực hiện\nOKR/KPI trong hệ thống\nĐề án 06 của tỉnh\n-----\nNội dung."
    )
    assert texts(found, "trich_yeu") == ["thực hiện\nOKR/KPI trong hệ thống\nĐề án 06 của tỉnh"]
    assert texts(found, "gach_trich_yeu") == ["-----"]


def test_type_and_subject_on_one_line():
    found = understood(PARTY_HEAD + "\nCHỈ THỊ VỀ TĂNG CƯỜNG LÃNH ĐẠO CÔNG TÁC LƯU TRỮ\n-----\nNội dung.")
    assert texts(found, "ten_loai") == ["CHỈ THỊ"]
    assert texts(found, "trich_yeu") == ["VỀ TĂNG CƯỜNG LÃNH ĐẠO CÔNG TÁC LƯU TRỮ"]


def test_a_draft_mark_between_subject_and_hyphens():
    found = understood(PARTY_HEAD + "\nKẾ HOẠCH\nvề việc thử\n(Dự thảo lần 2)\n-----\nNội dung.")
    assert texts(found, "trich_yeu") == ["về việc thử"]
    assert texts(found, "du_thao") == ["(Dự thảo lần 2)"]


@pytest.mark.parametrize(
    ("lines", "addressees"),
    [
        ("Kính gửi: Sở Nội vụ", ["Sở Nội vụ"]),
        ("Kính gửi:\n- Sở Nội vụ;\n- Sở Tài chính.", ["- Sở Nội vụ;", "- Sở Tài chính."]),
        ("Kính trình: - Sở Nội vụ;\n        - Sở Tài chính.", ["- Sở Nội vụ;", "- Sở Tài chính."]),
    ],
)
def test_addressees(lines, addressees):
    found = understood(
        STATE_HEAD + f"\nTỜ TRÌNH\nVề việc thử\n\n{lines}\n\nThực hiện nhiệm vụ được giao, Sở báo cáo./."
    )
    assert texts(found, "kinh_gui_muc") == addressees


def test_the_text_below_a_list_that_closes_with_a_comma_is_no_addressee():
    sentence = "Ban Thường vụ kính đề nghị các cơ quan phối hợp và trả lời trước ngày 15."
    found = understood(PARTY_HEAD + f"\nKính gửi:\n- Ban Tổ chức,\n- Văn phòng,\n{sentence}\nNội dung tiếp theo.")
    assert texts(found, "kinh_gui_muc") == ["- Ban Tổ chức,", "- Văn phòng,"]


def test_grounds_with_authority_and_order():
    found = understood(
        STATE_HEAD + "\nQUYẾT ĐỊNH\nVề việc thử\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\nCăn cứ Luật Tổ chức chính quyền\n"
        "địa phương;\nTheo đề nghị của Giám đốc Sở Nội vụ.\nQUYẾT ĐỊNH:\nĐiều 1. Thử./."
    )
    assert texts(found, "tham_quyen") == ["CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"]
    assert texts(found, "can_cu") == [
        "Căn cứ Luật Tổ chức chính quyền\nđịa phương;",
        "Theo đề nghị của Giám đốc Sở Nội vụ.",
    ]
    assert [b.values["ket"] for b in found.all("can_cu")] == [";", "."]
    assert [b.values["theo_de_nghi"] for b in found.all("can_cu")] == [False, True]
    assert texts(found, "loi_dan") == ["QUYẾT ĐỊNH:"]


def test_a_letter_that_argues_from_grounds_has_none():
    found = understood(
        STATE_HEAD.replace("95/QĐ-UBND", "95/UBND-NC") + "\nKính gửi: Sở Nội vụ\n\n"
        "Căn cứ hồ sơ báo cáo và quy định của pháp luật, Chủ tịch Ủy ban nhân dân tỉnh có ý kiến như sau:\n1. Đồng ý./."
    )
    assert not found.all("can_cu")
    assert len(found.all("loi_dan")) == 1


def test_a_short_heading_before_a_list_is_no_enacting_sentence():
    found = understood(PARTY_HEAD + "\nNGHỊ QUYẾT\nvề việc thử\n-----\nChi bộ đã họp.\nƯu điểm chính:\n- Một.\n- Hai.")
    assert not found.all("loi_dan")


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("QUYẾT ĐINH", "QĐ"), ("QUYẾT ĐỊN", "QĐ"), ("THÔNG BAO", "TB"), ("KẾ HỌACH", "KH"), ("CHÍ THỊ", "CT")],
)
def test_a_misspelt_type_is_that_type_with_less_confidence(heading, kind):
    found = understood(STATE_HEAD + f"\n{heading}\nVề việc thử\n\nNội dung thử./.")
    assert [(b.text, b.values["khoa"], b.confidence) for b in found.all("ten_loai")] == [(heading, kind, 0.8)]
    assert texts(found, "trich_yeu") == ["Về việc thử"]
    assert found.ten_loai.value == kind


@pytest.mark.parametrize(
    "line", ["HỘI ĐỒNG", "LỘ TRÌNH", "PHIẾU BẦU", "ĐỀ AN NINH", "Quyêt đinh nay được gửi đến các sở"]
)
def test_no_type_is_made_of_other_words(line):
    assert texts(understood(STATE_HEAD + f"\n{line}\nVề việc thử\n\nNội dung thử./."), "ten_loai") == []


@pytest.mark.parametrize("label", ["Kính gởi:", "Kính gừi:", "Kinh gửi:", "KÍNH GỬI:", "Kính gửi"])
def test_a_misspelt_label_of_addressees(label):
    found = understood(STATE_HEAD + f"\nTỜ TRÌNH\nVề việc thử\n\n{label} Sở Nội vụ\n\nSở báo cáo./.")
    assert texts(found, "kinh_gui") == [label]
    assert texts(found, "kinh_gui_muc") == ["Sở Nội vụ"]
