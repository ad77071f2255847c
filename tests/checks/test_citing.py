"""Citations in every part of a document, and the manner of citing over the whole of it."""

import datetime as dt
import io

import pytest
from docx import Document

from vanban_lint import model
from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.readers import read

FULL = "Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học"
TODAY = dt.date(2026, 11, 24)


def said(*paragraphs, rows=(), select="VD"):
    """Rule and text of each finding of a Word file of running text, then a table of ``rows``."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    data = io.BytesIO()
    document.save(data)
    report = check_document(read("a.docx", data.getvalue()), Settings(today=TODAY, select=(select,)))
    assert not report.crashed
    return [(finding.rule, finding.text) for finding in report.findings]


def test_tables_are_read():
    found = said("Danh mục văn bản.", rows=[("1", "Nghị quyết số 57/NQ-TW, ngày 22/12/2024 của Bộ Chính trị")])
    assert ("VD102", "57/NQ-TW") in found


def test_a_table_gives_numbers_and_dates_alone():
    assert (
        said("Danh mục văn bản.", rows=[("1", "Quyết định số 977/QĐ-TTg ngày 11/8/2022 của Thủ tướng Chính phủ")]) == []
    )


def test_footnotes_are_read():
    parts = [
        ("body", "Các cơ quan thực hiện nhiệm vụ được giao."),
        ("footnotes", "Theo Nghị quyết 57/NQ-TW."),
    ]
    document = model.Document(
        "a.docx", "docx", tuple(model.Part(name, name, (model.Paragraph(name, 1, text),)) for name, text in parts)
    )
    report = check_document(document, Settings(today=TODAY, select=("VD102",)))
    assert [(finding.anchor.part, finding.text) for finding in report.findings] == [("footnotes", "57/NQ-TW")]


def test_a_later_short_form_is_as_it_should_be():
    assert (
        said(f"Thực hiện {FULL}.", "Tiếp tục thực hiện Nghị quyết số 57-NQ/TW và Nghị quyết 57 của Bộ Chính trị.") == []
    )


def test_the_full_form_again_is_one_finding_with_all_places():
    again = "Tiếp tục thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị."
    found = said(f"Thực hiện {FULL}.", again, again)
    assert found == [("VD207", "Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị")]


def test_a_document_named_in_the_subject_of_another_repeats_nothing():
    nested = "Kế hoạch số 12-KH/TU, ngày 03/02/2025 của Tỉnh uỷ về thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024"
    assert said(f"Thực hiện {FULL}.", f"Căn cứ {nested} của Bộ Chính trị.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định 2 năm một lần; Thông báo 15 ngày trước.",
        "Ban hành Quyết định 05 chỉ tiêu.",
        "Hướng dẫn 3 nội dung cho cơ sở.",
        "Thực hiện văn bản gọi tắt là Nghị quyết 27; theo Nghị quyết 27 của Trung ương.",
    ],
)
def test_amounts_and_defined_names_are_no_short_forms(text):
    assert said(text) == []


def test_a_short_form_never_introduced():
    assert said("Tổng kết Nghị quyết 27 của Trung ương; theo Nghị quyết 27.") == [("VD208", "Nghị quyết 27")]


def test_two_manners_of_the_comma():
    other = "Kết luận số 91-KL/TW ngày 12/8/2024 của Bộ Chính trị về giáo dục"
    assert said(f"Thực hiện {FULL}; {FULL.replace('57', '59')}; {other}.")[-1] == (
        "VD123",
        "Kết luận số 91-KL/TW ngày 12/8/2024 của Bộ Chính trị",
    )


def test_the_rest_of_a_row_shares_its_subject():
    row = "Kết luận số 174-KL/TW, ngày 04/7/2022 và Kết luận số 177-KL/TW, ngày 11/7/2022 của Bộ Chính trị"
    assert said(f"Thực hiện {row} về đất đai.") == []
    assert said(f"Thực hiện {row}.") == [("VD114", "Kết luận số 174-KL/TW")]


def test_safe_edits_of_the_number():
    report = check_document(
        read("a.txt", "Thực hiện Nghị quyết số 57/NQ- TW, ngày 22/12/2024 của Bộ Chính trị về khoa học.".encode()),
        Settings(today=TODAY, select=("VD102",)),
    )
    (finding,) = report.findings
    (edit,) = finding.fix.edits
    assert (finding.fix.safety, edit.expected, edit.value) == ("safe", "57/NQ- TW", "57-NQ/TW")
