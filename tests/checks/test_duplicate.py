"""What stands twice in a document, and what only looks so."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.model import Finding
from vanban_lint.readers import read

TODAY = dt.date(2026, 11, 24)
SHARED = Path(__file__).parents[3] / "shared"
HEAD = """TỈNH UỶ HƯNG YÊN
*
Số 31-KH/TU

ĐẢNG CỘNG SẢN VIỆT NAM
Hưng Yên, ngày 26 tháng 10 năm 2026

KẾ HOẠCH
kiểm tra công tác lưu trữ năm 2027
-----

"""
FOOT = """

Nơi nhận:
- Các đảng uỷ trực thuộc;
- Lưu Văn phòng Tỉnh uỷ.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Phạm Minh Đức
"""
TASK = (
    "việc lập hồ sơ, giao nộp và bảo quản tài liệu bảo đảm đúng quy định; bố trí cán bộ có nghiệp vụ, kho lưu trữ đủ "
    "diện tích và thiết bị phòng cháy, chữa cháy; định kỳ kiểm tra, chấn chỉnh kịp thời những sai sót"
)
POINTS = (
    "(1) Nghiên cứu đầy đủ văn bản về công tác lưu trữ, gắn với nhiệm vụ của từng đảng viên.",
    "(2) Lập hồ sơ công việc ngay khi giải quyết xong, không để dồn đến cuối năm.",
    "(3) Giao nộp tài liệu đúng hạn vào kho của Đảng uỷ.",
)


def found(*lines: str) -> list[Finding]:
    text = HEAD + "\n".join(lines) + FOOT
    report = check_document(read("a.txt", text.encode()), Settings(select=("BC2",), today=TODAY))
    assert not report.crashed
    return list(report.findings)


def found_in_table(*rows: str) -> list[Finding]:
    table = "\n".join(("| TT | Nhiệm vụ | Chủ trì | Thời hạn |", "| --- | --- | --- | --- |", *rows))
    text = HEAD.replace("\n", "\n\n") + "Nhiệm vụ như sau:\n\n" + table + "\n" + FOOT.replace("\n", "\n\n")
    report = check_document(read("a.md", text.encode()), Settings(select=("BC2",), today=TODAY))
    assert not report.crashed
    return list(report.findings)


OTHER_TASK = (
    "Tập huấn nghiệp vụ văn thư cho cán bộ các đảng uỷ trực thuộc, gắn với thực hành trên phần mềm quản lý văn bản"
)


def test_a_row_of_a_table_that_stands_twice() -> None:
    (finding,) = found_in_table(
        f"| 1 | Hoàn thiện {TASK} | Văn phòng Tỉnh uỷ | Quý I |",
        f"| 2 | {OTHER_TASK} | Văn phòng Tỉnh uỷ | Quý II |",
        f"| 3 | Hoàn thiện {TASK} | Văn phòng Tỉnh uỷ | Quý I |",
    )
    assert finding.rule == "BC202"
    assert finding.text == f"Hoàn thiện {TASK}"
    assert len(finding.related) == 1


@pytest.mark.parametrize(
    "rows",
    [
        (f"| 1 | {OTHER_TASK} | Văn phòng Tỉnh uỷ | Quý I |", f"| 2 | {OTHER_TASK} | Ban Tổ chức Tỉnh uỷ | Quý I |"),
        (f"| 1 | {OTHER_TASK} | Văn phòng Tỉnh uỷ | Quý I |", f"| 2 | {OTHER_TASK} | Văn phòng Tỉnh uỷ | Quý II |"),
        ("| 1 | Báo cáo quý | Văn phòng | Thường xuyên |", "| 2 | Báo cáo quý | Văn phòng | Thường xuyên |"),
    ],
    ids=["another-body", "another-time", "short"],
)
def test_rows_that_rightly_share_their_words(rows: tuple[str, ...]) -> None:
    assert found_in_table(*rows) == []


def test_a_table_that_sums_up_another_may_repeat_its_rows() -> None:
    row = f"| 1 | Hoàn thiện {TASK} | Văn phòng Tỉnh uỷ | Quý I |"
    assert found_in_table(row, "", "Tổng hợp:", "", "| TT | Nhiệm vụ | Chủ trì |", "| --- | --- | --- |", row) == []


def test_two_versions_of_an_item_are_one_finding_that_names_the_missing_point() -> None:
    (finding,) = found(
        "1. Các chi bộ: " + " ".join(POINTS),
        "1. Các chi bộ trực thuộc: " + " ".join(POINTS[:2]).replace("đầy đủ", "đầy đủ, kịp thời"),
        "2. Văn phòng Tỉnh uỷ bố trí kinh phí.",
    )
    assert finding.rule == "BC201"
    assert finding.certainty == "co_the"
    assert "bản sau thiếu ý (3) “Giao nộp tài liệu đúng hạn vào kho của Đảng uỷ”" in finding.message
    assert "bản sau thêm “trực thuộc”, “kịp thời”" in finding.message
    assert finding.related[0].anchor.paragraph + 1 == finding.anchor.paragraph
    assert ("+", "kịp thời") in finding.diff
    assert ("-", POINTS[2]) in finding.diff
    assert {op for op, _ in finding.diff} == {"=", "-", "+"}


def test_the_same_is_said_in_english() -> None:
    text = HEAD + f"1. Bảo đảm {TASK}.\n2. Bố trí kinh phí.\n3. Bảo đảm {TASK}." + FOOT
    report = check_document(read("a.txt", text.encode()), Settings(select=("BC2",), today=TODAY, lang="en"))
    assert ["the two are the same" in finding.message for finding in report.findings] == [True]


def test_an_item_found_again_under_another_heading() -> None:
    (finding,) = found(
        "I- TÌNH HÌNH", f"1. Bảo đảm {TASK}.", "2. Còn nhiều kho chật hẹp.",
        "II- GIẢI PHÁP", "1. Sửa chữa kho.", f"2. Bảo đảm {TASK}.",
    )  # fmt: skip
    assert (finding.rule, finding.certainty, finding.diff) == ("BC202", "chac_chan", ())


def test_paragraphs_copied_in_a_row_are_one_finding() -> None:
    copied = [f"Trước hết, {TASK}.", f"Đồng thời, ở các xã, {TASK}, báo cáo đảng uỷ trước ngày 15 hằng tháng."]
    (finding,) = found(*copied, "Nhiều kho còn chật hẹp, thiết bị đã cũ.", *copied)
    assert finding.rule == "BC202"
    assert len(found(copied[0], "Nhiều kho còn chật hẹp, thiết bị đã cũ.", copied[0])) == 1


def test_a_sentence_found_again_in_another_paragraph() -> None:
    (finding,) = found(
        f"Nhiều kho ở các xã còn chật, thiết bị đã cũ, giá đựng không đủ. Cần bảo đảm {TASK}.",
        f"Cần bảo đảm {TASK}. Kinh phí được bố trí đủ trong dự toán hằng năm của từng cơ quan.",
    )
    assert finding.rule == "BC203"
    assert finding.text == f"Cần bảo đảm {TASK}."


def test_an_item_of_several_paragraphs_names_the_point_it_lacks() -> None:
    points = ["a) Dọn dẹp các phòng chứa tài liệu ở tầng một.", "b) Lắp giá đựng hồ sơ và thiết bị phòng cháy.",
              "c) Cử người trực kho trong những ngày nghỉ lễ."]  # fmt: skip
    (finding,) = found(
        "1. Sắp xếp kho lưu trữ", *points, "2. Tập huấn nghiệp vụ cho cán bộ.", "3. Sắp xếp kho lưu trữ", *points[:2],
    )  # fmt: skip
    assert finding.rule == "BC201"
    assert "bản sau thiếu ý c) “Cử người trực kho trong những ngày nghỉ lễ”" in finding.message


@pytest.mark.parametrize(
    "lines",
    [
        # A task given to two bodies in the same words.
        ("1. Sở Nội vụ:", f"a) Bảo đảm {TASK}.", "b) Báo cáo.", "2. Các đảng uỷ:", f"a) Bảo đảm {TASK}.", "b) Họp."),
        # One pattern filled in with two names.
        (f"1. Sở Tài chính hướng dẫn {TASK}.", f"2. Sở Nội vụ hướng dẫn {TASK}."),
        # One pattern filled in with two numbers, and a swap made twice.
        (f"1. Trước ngày 15 {TASK}.", f"2. Trước ngày 25 {TASK}."),
        (f"1. Ghi sổ văn bản đi, {TASK}, in sổ văn bản đi.", f"2. Ghi sổ văn bản đến, {TASK}, in sổ văn bản đến."),
        # Fields of a form.
        ("1. Sửa kho.", f"- Cơ quan phối hợp: Sở {TASK}.", "2. Số hoá.", f"- Cơ quan phối hợp: Sở {TASK}."),
        # A form that stands many times.
        tuple(f"Bảo đảm {TASK}." for _ in range(4)),
        # Too short to tell.
        ("1. Lập hồ sơ công việc.", "2. Sửa kho.", "3. Lập hồ sơ công việc."),
        # Quoted text.
        (f"Bảo đảm {TASK}.", "Sửa Điều 2 như sau:", f"“Bảo đảm {TASK}.”"),
    ],
    ids=["bodies", "names", "numbers", "swaps", "fields", "form", "short", "quoted"],
)  # fmt: skip
def test_what_recurs_by_right_is_silent(lines: tuple[str, ...]) -> None:
    assert found(*lines) == []


def test_provisions_of_different_articles_may_say_the_same() -> None:
    assert found("Điều 1. Chi bộ", f"1. Bảo đảm {TASK}.", "Điều 2. Đảng uỷ", f"1. Bảo đảm {TASK}.") == []
    assert len(found("Điều 1. Chi bộ", f"1. Bảo đảm {TASK}.", "2. Sửa kho.", f"3. Bảo đảm {TASK}.")) == 1


@pytest.mark.skipif(not SHARED.exists(), reason="the collection of real documents is not beside the project")
class TestRealDocuments:
    def findings(self, path: Path) -> list[Finding]:
        report = check_document(read(str(path)), Settings(select=("BC2",), today=TODAY))
        return list(report.findings)

    def test_the_draft_whose_first_item_stands_twice(self) -> None:
        for form in ("docx", "txt"):
            (finding,) = self.findings(SHARED / f"seeds/000-du-thao-chi-thi.{form}")
            assert finding.rule == "BC201"
            assert "thiếu ý (4) “Tăng cường công tác kiểm tra, giám sát" in finding.message
            assert "số 32-CTr/TU ngày 01/6/2023" in finding.message

    def test_nothing_in_the_collection_is_taken_for_a_duplicate(self) -> None:
        files = sorted((SHARED / "corpus").glob("*.docx"))
        assert len(files) >= 40
        assert [(path.name, self.findings(path)) for path in files if self.findings(path)] == []
