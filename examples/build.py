"""Build the two bundled drafts, wrong on purpose: ``python examples/build.py [FOLDER]``.

Purpose: real-looking Word files to try the program on, from a text that anybody can read and change here. Limits: all
content is made up; nothing of it was issued by any body. Dates inside the package are fixed, so building again changes
nothing. The defects are named beside the lines that carry them.
"""

from __future__ import annotations

import datetime as dt
import io
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm, Pt

LEFT, CENTER, JUSTIFY = ALIGN.LEFT, ALIGN.CENTER, ALIGN.JUSTIFY
FIXED_TIME = (2026, 1, 1, 0, 0, 0)

# A line of a cell: text, then any of "b" (bold), "i" (italic), "u" (underlined), "l" (left), or a size in points.
Line = tuple[Any, ...]


def chi_thi() -> Any:
    """A draft directive of a provincial party committee, to be judged by the guide in force in June 2026."""
    document = _page(top=20, bottom=20, left=30, right=15)
    _columns(
        document,
        left=[
            ("TỈNH UỶ LÂM ĐỒNG", "b"),
            ("*",),
            ("Số: 7 -CT/TU",),  # colon after "Số", no leading zero, a space inside the symbol
            ("(Dự thảo lần 2)", "i"),
        ],
        right=[
            ("ĐẢNG CỘNG SẢN VIỆT NAM", "b", 15),
            ("Lâm Đồng, ngày 5 tháng 06 năm 2026", "i"),  # day without its zero, month with one too many
        ],
    )
    _lines(
        document,
        [
            ("CHỈ THỊ", "b", 16),
            ("CỦA BAN THƯỜNG VỤ TỈNH UỶ", "b"),
            ("Về tăng cường sự lãnh đạo của Đảng đối với công tác", "b"),  # capital "Về"
            ("phòng cháy, chữa cháy rừng trong mùa khô.", "b"),  # a full stop after the subject
            ("---",),  # three hyphens where five belong
        ],
    )
    _body(
        document,
        "Những năm qua, công tác bảo vệ và phát triển rừng trên địa bàn tỉnh được các cấp uỷ, chính quyền quan "
        "tâm, đạt "
        "nhiều kết quả. Tuy nhiên, ở một số địa phương, ý thức của chủ rừng và người dân sống gần rừng chưa "
        "cao; lực lượng "
        "tại chỗ còn mỏng; năm 2025 vẫn để xảy ra … vụ cháy.",
        "Để chủ động phòng ngừa, hạn chế thấp nhất thiệt hại trong mùa khô 2026 - 2027, Ban Thường vụ Tỉnh uỷ yêu cầu:",
        "1. Các cấp uỷ, tổ chức đảng quán triệt, xác định phòng cháy, chữa cháy rừng là nhiệm vụ thường xuyên; "
        "người đứng "
        "đầu cấp uỷ chịu trách nhiệm nếu để xảy ra cháy rừng trên địa bàn.",
        "2. Đảng uỷ Uỷ ban nhân dân tỉnh lãnh đạo:",
        "a) Rà soát phương án phòng cháy, chữa cháy rừng của từng xã, phường, hoàn thành trước ngày 31 tháng 9 "
        "năm 2026;",
        "b) Bố trí kinh phí mua sắm phương tiện, trang bị cho lực lượng tại chỗ theo mức [số tiền] đồng mỗi xã;",
        "d) Tổ chức trực 24/24 giờ tại các trọng điểm cháy.",  # c) is skipped
        "2. Đảng uỷ Công an tỉnh chỉ đạo điều tra, xử lý nghiêm hành vi đốt, phá rừng.",  # 2 again
        "4. Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội vận động Nhân dân ký cam kết không "
        "đốt nương "
        "trong những ngày cảnh báo cháy cấp IV, cấp V.",  # 3 is missing
        "5 Ban Tuyên giáo và Dân vận Tỉnh uỷ định hướng tuyên truyền; chủ trì theo dõi, định kỳ báo cáo Ban "
        "Thường vụ "
        "Tỉnh uỷ.",  # no full stop after the number
        "Chỉ thị này phổ biến đến chi bộ",  # no mark at the end
    )
    _columns(
        document,
        left=[
            ("Nơi nhận:", "l", "u"),
            ("- Thường trực Tỉnh uỷ (báo cáo),", "l", 12),  # comma where the guide wants a semicolon
            ("Các đảng uỷ trực thuộc Tỉnh uỷ;", "l", 12),  # no dash
            ("- Các sở, ban, ngành, đoàn thể tỉnh", "l", 12),  # no end mark
            ("- Các đồng chí Tỉnh uỷ viên;", "l", 12),
            ("- Các đồng chí Tỉnh uỷ viên;", "l", 12),  # twice
            ("- Lưu: VT, VPTU", "l", 12),  # the form of a state document, no full stop
        ],
        right=[
            ("TM. BAN THƯỜNG VỤ", "b"),  # the form of a state document
            ("PHÓ BÍ THƯ",),
            ("",),
            ("",),
            ("TS. Trần Minh Đức", "b"),  # a title before the name
        ],
    )
    return document


def quyet_dinh() -> Any:
    """A draft decision of a provincial people's committee, to be judged by Nghị định 30/2020/NĐ-CP."""
    document = _page(top=20, bottom=20, left=30, right=20)
    _columns(
        document,
        left=[
            ("UỶ BAN NHÂN DÂN", "b", 13),
            ("TỈNH LÂM ĐỒNG", "b", 13),
            ("Số 86/QĐUBND", 13),  # no colon after "Số", no hyphen in the symbol
        ],
        right=[
            ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "b", 13),
            ("Độc lập – Tự do – Hạnh Phúc", "b", 13),  # long dashes, capital "Phúc"
            ("Lâm Đồng, ngày 9 tháng 3 năm 2026", "i", 13),  # day without its zero
        ],
    )
    _lines(
        document,
        [
            ("QUYẾT ĐỊNH", "b"),
            ("Về việc thành lập Ban Chỉ đạo phòng cháy, chữa cháy rừng.", "b"),  # a full stop after the subject
            ("CHỦ TỊCH UỶ BAN NHÂN DÂN TỈNH",),
        ],
    )
    _body(
        document,
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025,",  # comma where a semicolon belongs
        "Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017",  # no end mark
        "Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường tại Tờ trình số …/TTr-SNNMT.",
        style="i",
    )
    _lines(document, [("QUYẾT ĐỊNH:", "b")])
    _body(
        document,
        "Điều 1. Thành lập Ban Chỉ đạo phòng cháy, chữa cháy rừng tỉnh Lâm Đồng gồm các ông, bà có tên sau:",
        "1. Ông Nguyễn Hoài Nam, Phó Chủ tịch Uỷ ban nhân dân tỉnh, Trưởng ban.",
        "2. Bà xxx, Giám đốc Sở Nông nghiệp và Môi trường, Phó Trưởng ban.",  # left to be filled in
        "4. Ông Lê Văn Thịnh, Chi cục trưởng Chi cục Kiểm lâm, Uỷ viên.",  # 3 is missing
        "Điều 2. Ban Chỉ đạo có nhiệm vụ giúp Chủ tịch Uỷ ban nhân dân tỉnh chỉ đạo phòng cháy, chữa cháy rừng.",
        "Điều 2. Quyết định này có hiệu lực từ ngày ký.",  # 2 again
        "Điều 3. Chánh Văn phòng Uỷ ban nhân dân tỉnh, Giám đốc các sở và các ông, bà có tên tại Điều 1 chịu "
        "trách nhiệm "
        "thi hành Quyết định này",  # no mark at the end
    )
    _columns(
        document,
        left=[
            ("Nơi nhận:", "l", "b", "i", 12),
            ("- Như Điều 5;", "l", 11),  # there is no Điều 5
            ("- Bộ Nông nghiệp và Môi trường,", "l", 11),  # comma where a semicolon belongs
            ("- Lưu VT.", "l", 11),  # no colon after "Lưu"
        ],
        right=[
            ("K/T CHỦ TỊCH", "b"),  # the form of a party document
            ("PHÓ CHỦ TỊCH", "b"),
            ("",),
            ("",),
            ("Nguyễn Hoài Nam", "b"),
        ],
    )
    return document


def _page(top: int, bottom: int, left: int, right: int) -> Any:
    """An empty A4 page; margins in mm."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    normal.paragraph_format.space_after = Pt(0)
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "vanban-lint", "", ""
    properties.created = properties.modified = dt.datetime(*FIXED_TIME)
    return document


def _columns(document: Any, left: Iterable[Line], right: Iterable[Line]) -> None:
    """A table of two cells without borders, as the head and the foot of a document are usually laid out."""
    table = document.add_table(rows=1, cols=2)
    for cell, lines in zip(table.rows[0].cells, (left, right), strict=True):
        cell.paragraphs[0]._p.getparent().remove(cell.paragraphs[0]._p)
        _lines(cell, lines)


def _lines(place: Any, lines: Iterable[Line]) -> None:
    for text, *marks in lines:
        paragraph = place.add_paragraph()
        paragraph.alignment = LEFT if "l" in marks else CENTER
        run = paragraph.add_run(text)
        run.bold, run.italic, run.underline = "b" in marks, "i" in marks, "u" in marks
        run.font.size = next((Pt(mark) for mark in marks if isinstance(mark, int)), None)


def _body(document: Any, *paragraphs: str, style: str = "") -> None:
    for text in paragraphs:
        paragraph = document.add_paragraph()
        paragraph.alignment = JUSTIFY
        paragraph.paragraph_format.first_line_indent = Mm(12.7)
        paragraph.paragraph_format.space_after = Pt(6)
        paragraph.add_run(text).italic = style == "i"


def save(document: Any, path: Path) -> None:
    """Write ``document`` with fixed times on its members, so that building again changes nothing."""
    held = io.BytesIO()
    document.save(held)
    with zipfile.ZipFile(held) as source, zipfile.ZipFile(path, "w") as target:
        for member in source.infolist():
            entry = zipfile.ZipInfo(member.filename, FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(member))


DRAFTS = {"du-thao-chi-thi.docx": chi_thi, "du-thao-quyet-dinh.docx": quyet_dinh}

if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for name, draft in DRAFTS.items():
        save(draft(), folder / name)
