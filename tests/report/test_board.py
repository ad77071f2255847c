"""The table at the end of a run over many files."""

from __future__ import annotations

from collections import Counter

from vanban_lint.report.board import MOST, Board
from vanban_lint.report.excerpt import width
from vanban_lint.report.style import Style
from vanban_lint.report.tally import Tally

STYLE = Style(columns=70)


def found(**counts: int) -> Tally:
    return Tally(documents=1, found=Counter(counts))


def test_the_worst_file_comes_first_and_equals_in_the_order_of_the_run() -> None:
    board = Board()
    for path, tally in {
        "gợi ý.docx": found(goi_y=9),
        "một lỗi.docx": found(loi=1),
        "tốt.docx": found(),
        "hai lỗi.docx": found(loi=2, canh_bao=1),
        "một lỗi nữa.docx": found(loi=1),
    }.items():
        board.add(path, tally, 0.1)
    head, *rows, good = board.table(STYLE)
    assert head.split() == "tệp nhiều chỗ sai nhất lỗi cảnh báo gợi ý".split()
    assert [row.split(".docx")[0].strip() for row in rows] == ["hai lỗi", "một lỗi", "một lỗi nữa", "gợi ý"]
    assert rows[0].split(".docx")[1].split() == ["2", "1", "-"]
    assert good.strip() == "1 trong 5 tệp không bị báo gì"


def test_columns_stand_under_their_heads_with_vietnamese_names() -> None:
    board = Board()
    board.add("e\u0302\u0301 tổ hợp.docx", found(loi=1, goi_y=12), None)
    board.add("thường.docx", found(loi=3), None)
    assert len({width(line) for line in list(board.table(STYLE))[:3]}) == 1


def test_thousands_of_files_keep_a_table_of_a_screen() -> None:
    board = Board()
    for number in range(5_000):
        board.add(f"{number}.docx", found(loi=number), 0.0)
    lines = list(board.table(STYLE))
    assert len(lines) == MOST + 3
    assert lines[1].split() == ["4999.docx", "4999", "-", "-"]
    assert lines[-2].strip() == f"và {4_999 - MOST} tệp khác có chỗ phải xem"


def test_what_was_not_wholly_read_is_not_called_good() -> None:
    board = Board()
    board.add("sai.docx", found(loi=1), 0.1)
    board.add("hỏng.docx", Tally(documents=1, unreadable=1), 0.1)
    board.add("thiếu.docx", Tally(documents=1, incomplete=1), 0.1)
    assert list(board.table(STYLE))[-1].strip() == "0 trong 3 tệp không bị báo gì"


def test_a_long_path_keeps_its_end() -> None:
    board = Board()
    board.add("thư mục/" * 20 + "tên tệp.docx", found(loi=1), 0.1)
    row = list(board.table(STYLE))[1]
    assert width(row) <= STYLE.columns
    assert "…" in row
    assert "tên tệp.docx" in row


def test_the_pace_names_slow_files_and_what_was_known() -> None:
    board = Board()
    for path, seconds in {"a": 0.01, "b": 4.0, "c": None, "d": 2.0, "e": 0.1}.items():
        board.add(path, found(), seconds)
    rate, slowest = board.pace(2.0, STYLE)
    assert rate == "5 tệp trong 2.0 giây (2.5 tệp/giây), 1 tệp không đổi lấy kết quả lần trước"
    assert slowest == "lâu nhất: b (4.0 s), d (2.0 s)"


def test_a_run_without_findings_has_no_table() -> None:
    board = Board()
    board.add("a", found(), None)
    assert list(board.table(STYLE)) == []
