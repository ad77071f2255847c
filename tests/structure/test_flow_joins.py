"""Paragraphs that a page break cut in two."""

from __future__ import annotations

import pytest
from fixtures.drafts import PARTY_HEAD, draft, tables, understood

from vanban_lint.structure.flow import cut_between
from vanban_lint.structure.lexicon import build

LONG = "Các cấp ủy, tổ chức đảng tiếp tục quán triệt, triển khai thực hiện nghiêm túc Nghị quyết số 66-NQ/TW của "


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (LONG + "Bộ", "Chính trị về đổi mới công tác xây dựng pháp luật."),
        (LONG + "tỉnh; kịp thời tham", "mưu Ban Thường vụ Tỉnh ủy chỉ đạo."),
        (LONG + "Ban Bí thư, các", "Nghị quyết của tỉnh."),
        ("- Khuyến khích thực hiện đánh giá hằng tháng đối với cán bộ", "trong các cơ quan, đơn vị"),
    ],
)
def test_cut_sentences(before, after):
    assert cut_between(before, after, build(tables()))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1. Nâng cao nhận thức, trách nhiệm của cấp ủy đối với công tác thi hành pháp luật", "Các cấp ủy quán triệt."),
        (LONG + "Tỉnh ủy.", "mưu Ban Thường vụ"),
        (
            "10. Các sở, ban, ngành căn cứ chức năng, nhiệm vụ, thẩm quyền xây dựng kế hoạch thực hiện Chỉ thị",
            "11. Giao Đảng ủy",
        ),
        ("I. MỤC ĐÍCH, YÊU CẦU CỦA CÔNG TÁC TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH NĂM 2026", "nâng cao nhận thức"),
        ("- Các sở, ngành", "các huyện, thị xã"),
        ("2. Yêu cầu", "bảo đảm kịp thời."),
    ],
)
def test_whole_paragraphs_stay_apart(before, after):
    assert not cut_between(before, after, build(tables()))


def test_flow_offsets_lead_back_to_both_paragraphs():
    text = PARTY_HEAD + f"\nCHỈ THỊ\nvề việc thử\n-----\n{LONG}Bộ\n\nChính trị về lưu trữ.\nHết."
    document = draft(text)
    (flow,) = [flow for flow in understood(text).flows if flow.cut]
    at = flow.text.index("Bộ Chính trị")
    assert [document.text(a) for a in flow.anchors(at, at + len("Bộ Chính trị"))] == ["Bộ", "Chính trị"]


def test_lines_of_a_subject_are_joined_but_not_cut():
    flows = understood(PARTY_HEAD + "\nCHỈ THỊ\nvề tăng cường\ncông tác lưu trữ\n-----\nHết.").flows
    (subject,) = [flow for flow in flows if len(flow.pieces) > 1]
    assert subject.text == "về tăng cường công tác lưu trữ"
    assert not subject.cut
