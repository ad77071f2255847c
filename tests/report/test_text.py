"""The report for a drafter, word for word."""

from reports import report

from vanban_lint.model import Unread
from vanban_lint.report import text
from vanban_lint.report.style import Style
from vanban_lint.report.tally import Tally

GOLDEN = """\
du-thao.docx
  Chỉ thị · văn bản của Đảng · xét theo ngày 11/7/2023 · hồ sơ dang/chi-thi

  Phần đầu

  LỖI TT131 so-co-dau-hai-cham
    Không có dấu hai chấm sau chữ "Số".
    │ Số: 35 -CT/TU
    │   ^ nên viết “Số 35-CT/TU”
    số, ký hiệu · bảng 1, hàng 1, cột 1 · đoạn thứ 1 · Hướng dẫn 36-HD/VPTW, mục II, 1.3.2

  Nội dung

  CẢNH BÁO (có thể) BC101 so-thu-tu-trung
    Số 1 dùng hai lần.
    │ 1. Đảng uỷ Uỷ ban nhân dân tỉnh lãnh đạo.
    │ ^^
    Đối chiếu: “1.”, đoạn thứ 2
    Mục 1 · đoạn thứ 4

  Phần cuối

  LỖI TT701 thieu-chu-ky
    Thiếu chữ ký.
    │ - Lưu: VPTU
    │            ^
    phần cuối · đoạn thứ 5

  Đã ẩn
    - mẫu để điền: BC101

  Không đánh giá
    - không tìm thấy trích yếu (TT211, TT212)
    - chưa xét phụ lục
"""


def test_a_report_in_vietnamese() -> None:
    assert text.document(report(), Style(columns=96)) == GOLDEN


def test_a_text_file_gives_line_and_column() -> None:
    assert "số, ký hiệu · dòng 1, cột 3" in text.document(report("txt"), Style())


def test_colour_only_paints() -> None:
    painted = text.document(report(), Style(color=True, columns=96))
    assert "\x1b[" in painted
    plain = painted
    for code in ("0", "1", "2", "1;31", "1;33", "1;36", "32", "36"):
        plain = plain.replace(f"\x1b[{code}m", "")
    assert plain == GOLDEN


def test_lines_keep_to_the_width() -> None:
    assert max(map(len, text.document(report(), Style(columns=60)).splitlines()[2:])) <= 60


def test_english_keeps_ids_and_vietnamese_text() -> None:
    said = text.document(report(), Style(lang="en"))
    assert "ERROR TT131" in said
    assert "Số: 35 -CT/TU" in said


def test_clean_only_when_everything_was_read() -> None:
    clean = text.document(report(found=False), Style())
    partly = text.document(report(found=False, unread=(Unread("reading.picture", "body:2"),)), Style())
    assert "Không có gì phải sửa" in clean
    assert "Không có gì phải sửa" not in partly
    assert "chưa thể coi là đạt" in partly
    assert "có hình ảnh; chữ trong hình không đọc được (đoạn thứ 2)" in partly


def test_a_document_cannot_steer_the_terminal() -> None:
    evil = "\x1b]0;x\x07\u202eabc"
    made = report()
    finding = made.findings[0]._replace(message=evil, text=evil, suggestions=(evil,))
    said = text.document(made._replace(findings=(finding,)), Style())
    assert not set(said) & {"\x1b", "\x07", "\u202e"}


def test_the_summary_counts_and_says_how_to_get_more() -> None:
    tally = Tally()
    tally.add(Tally.of(report(unread=(Unread("reading.picture", "body:2"),))))
    tally.add(Tally(documents=1, unreadable=1))
    said = text.summary(tally, Style(), ["hong.docx: tệp trống"])
    assert said.startswith("2 văn bản: 2 lỗi, 1 cảnh báo; 1 mục đã ẩn; 1 tệp không đọc được; 1 văn bản chưa")
    assert "hong.docx: tệp trống" in said
    assert "vanban-lint explain TT131" in said


def test_the_tally_knows_levels() -> None:
    tally = Tally.of(report())
    assert tally.reached("loi")
    assert tally.fixable == 1
    assert not Tally().reached("goi_y")
