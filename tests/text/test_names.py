"""Names whose capitals differ from place to place, and names that are two."""

import pytest

from vanban_lint.text.names import wandering


def forms(*texts, left_out=lambda order, at: False):
    return [[(place.form, texts[place.order][place.start : place.end]) for place in group]
            for group in wandering(texts, left_out)]  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (
            ("Ban Chấp hành Đảng bộ tỉnh họp.", "Ban chấp hành Đảng bộ tỉnh ban hành."),
            [("Chấp", "Ban Chấp hành"), ("chấp", "Ban chấp hành")],
        ),
        (
            ("Sở Tư pháp chủ trì.", "Giao Sở Tư Pháp báo cáo; văn bản pháp luật."),
            [("pháp", "Sở Tư pháp chủ"), ("Pháp", "Sở Tư Pháp báo")],
        ),
        (
            ("Hội đồng An toàn, vệ sinh lao động", "Hội đồng an toàn, vệ sinh lao động"),
            [("An", "Hội đồng An toàn"), ("an", "Hội đồng an toàn")],
        ),
        (
            ("Tỉnh ủy Hưng Yên yêu cầu; Ủy ban kiểm tra", "Tỉnh Ủy giao"),
            [("ủy", "Tỉnh ủy Hưng"), ("Ủy", "Tỉnh Ủy giao")],
        ),
        (
            ("Phó chủ tịch Hội đồng và Phó Chủ tịch Hội đồng",),
            [("chủ", "Phó chủ tịch"), ("Chủ", "Phó Chủ tịch")],
        ),
    ],
)
def test_one_name_two_ways(texts, wanted):
    assert forms(*texts) == [wanted]


@pytest.mark.parametrize(
    "texts",
    [
        ("Ban Tổ chức Tỉnh ủy", "Ban tổ chức cuộc thi"),
        ("Ban Thường vụ Đảng ủy Quốc hội", "Ban thường vụ cấp ủy cấp trên"),
        ("Ủy ban Kiểm tra Trung ương", "Ủy ban kiểm tra các cấp"),
        ("Chủ tịch Hội đồng", "Chủ tịch hội nghị"),
        ("Tỉnh ủy và Nhân dân", "Tỉnh ủy chăm lo đời sống nhân dân"),
        ("Đảng bộ tỉnh của Đảng", "Đảng bộ tỉnh của đảng viên"),
    ],
)
def test_two_names(texts):
    assert forms(*texts) == []


def test_a_source_keeps_its_way():
    texts = ("Ban Chấp hành Đảng bộ tỉnh", "Ban chấp hành Đảng bộ tỉnh")
    assert forms(*texts, left_out=lambda order, at: order == 1) == []
