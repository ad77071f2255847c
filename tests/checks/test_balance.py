"""Brackets and quotation marks that open and never close."""

import time

import pytest
from block_context import context, hits


def said(xet, *texts):
    found = context([("doan", text) for text in texts])
    return [
        (hit.anchor.paragraph, hit.params["thuc_te"]) for hit in hits("balance", ("van_xuoi",), {"xet": xet}, found)
    ]


@pytest.mark.parametrize(
    ("xet", "text", "mark"),
    [
        ("ngoac", "Các cơ quan báo cáo kết quả (qua Văn phòng, trước ngày 15.", "("),
        ("ngoac", "Các cơ quan báo cáo qua Văn phòng), trước ngày 15.", ")"),
        ("nhay", "Phong trào “Đoàn kết được duy trì ở cơ sở.", "“"),
        ("nhay", 'Phong trào "Đoàn kết được duy trì ở cơ sở.', '"'),
    ],
)
def test_a_mark_without_its_fellow(xet, text, mark):
    assert said(xet, text) == [(1, mark)]


@pytest.mark.parametrize(
    ("xet", "texts"),
    [
        ("ngoac", ["Các việc: a) kiểm tra; b) giám sát (nếu có); 1) đôn đốc.", "i) Các việc khác do cấp uỷ giao."]),
        ("ngoac", ["Các cơ quan báo cáo kết quả (qua Văn phòng,", "Ban Tổ chức và các cơ quan khác) trước ngày 15."]),
        ("ngoac", ["Các cơ quan [qua Văn phòng) báo cáo kết quả."]),
        ("ngoac", ["Họ và tên (viết chữ in hoa ................."]),
        ("nhay", ["Sửa đổi như sau: “Điều 5. Các cơ quan phối hợp.", "2. Các cơ quan báo cáo kết quả hằng năm.”."]),
        ("nhay", ['Màn hình rộng 15" được cấp cho từng cơ quan.']),
    ],
)
def test_marks_that_are_right(xet, texts):
    assert said(xet, *texts) == []


def test_hostile_marks_take_linear_time():
    begun = time.process_time()
    for unit in ("(", ")", "“", '"', "[)"):
        said("ngoac", unit * 100_000)
        said("nhay", unit * 100_000)
    assert time.process_time() - begun < 5
