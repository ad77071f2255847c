"""Bodies that a text gives a task, and that its recipients do or do not reach."""

from __future__ import annotations

import pytest
from block_context import context, texts

LINES = ("- Thường trực Tỉnh ủy (để báo cáo),", "- Các đồng chí Tỉnh ủy viên,")


def found(sentence: str, *lines: str, before: tuple[tuple[str, str], ...] = ()) -> list[str]:
    blocks = [("co_quan_ban_hanh", "TỈNH ỦY HƯNG YÊN"), *before, ("doan", sentence), ("noi_nhan", "Nơi nhận:")]
    blocks += [("noi_nhan_muc", line) for line in (*LINES, *lines)]
    return texts("left_out", ["noi_nhan_muc"], {}, context(blocks))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("1. Giao Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan.", "Sở Nội vụ"),
        ("2. Ban Tuyên giáo và Dân vận Tỉnh uỷ chủ trì tuyên truyền.", "Ban Tuyên giáo và Dân vận Tỉnh uỷ"),
        ("a) Đơn vị chủ trì: Sở Khoa học và Công nghệ.", "Sở Khoa học và Công nghệ"),
        ("Định kỳ báo cáo Ban Thường vụ Tỉnh uỷ (qua Ban Nội chính Tỉnh uỷ).", "Ban Nội chính Tỉnh uỷ"),
        ("Gửi báo cáo kết quả về Sở Nội vụ trước ngày 15/12.", "Sở Nội vụ"),
        ("3. Công an tỉnh thường xuyên theo dõi tình hình.", "Công an tỉnh"),
    ],
)
def test_a_body_that_no_line_reaches(sentence: str, name: str) -> None:
    assert found(sentence) == [name]


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("1. Giao Sở Nội vụ chủ trì.", "- Các sở, ban, ngành,"),
        ("1. Giao Sở Nội vụ chủ trì.", "- Sở Nội vụ,"),
        ("1. Văn phòng Tỉnh uỷ theo dõi.", "- VP Tỉnh ủy,"),
        ("1. Ban Tổ chức Tỉnh uỷ chủ trì.", "- Các ban đảng, Văn phòng Tỉnh ủy,"),
        ("1. Ban Tổ chức Tỉnh uỷ chủ trì.", "- Các cơ quan tham mưu, giúp việc Tỉnh uỷ,"),
        ("1. Đảng uỷ Công an tỉnh chỉ đạo.", "- Các huyện ủy, thành ủy, đảng ủy trực thuộc,"),
        ("1. Hội Nông dân tỉnh hướng dẫn.", "- MTTQ và các tổ chức chính trị - xã hội tỉnh,"),
        ("1. UBND các xã, phường chịu trách nhiệm.", "- UBND các xã, phường,"),
    ],
)
def test_a_line_or_a_group_that_reaches_it(sentence: str, line: str) -> None:
    assert found(sentence, line) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Định kỳ báo cáo Ban Thường vụ Tỉnh uỷ theo quy định.",  # the issuing body itself
        "Sau khi nghe Sở Nội vụ báo cáo, hội nghị thống nhất.",
        "Sở Nội vụ là cơ quan thường trực.",
        "Ban hành văn bản hướng dẫn thực hiện.",
        "Báo cáo viên chủ trì buổi học.",
    ],
)
def test_no_task_or_no_other_body(sentence: str) -> None:
    assert found(sentence) == []


def test_as_above_and_as_article_stand_for_whom_they_name() -> None:
    addressed = (("kinh_gui_muc", "- Sở Nội vụ;"),)
    assert found("1. Giao Sở Nội vụ chủ trì.", "- Như trên;", before=addressed) == []
    article = (("doan", "Điều 4. Giám đốc Sở Nội vụ chịu trách nhiệm thi hành Quyết định này."),)
    assert found("1. Giao Sở Nội vụ chủ trì.", "- Như Điều 4;", before=article) == []


def test_each_body_is_told_once_and_an_unfinished_list_is_not_judged() -> None:
    assert found("1. Giao Sở Nội vụ chủ trì. 2. Đề nghị Sở Nội vụ báo cáo; giao Sở Nội vụ tổng hợp.") == ["Sở Nội vụ"]
    alone = [("doan", "1. Giao Sở Nội vụ chủ trì."), ("noi_nhan_muc", "- Lưu.")]
    assert texts("left_out", ["noi_nhan_muc"], {}, context(alone)) == []
