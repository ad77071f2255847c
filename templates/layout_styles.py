"""Paragraph styles and the page of the official layouts: what a drafter sees in Word's style list.

Purpose: one table of sizes and emphasis, from Hướng dẫn 36-HD/VPTW (Phụ lục 3) and 05-HD/VPTW for the Party, from Nghị
định 30/2020/NĐ-CP (Phụ lục I) for the State. Limits: no words of a document here (those are in ``layout_parts``).
Sizes in points, lengths in millimetres. Neighbours: ``layout_parts``, ``build``.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

LEFT, CENTER, RIGHT, JUSTIFY = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
FONT = "Times New Roman"
INDENT = 10
#: Height of a line of the Party's running text: Hướng dẫn 05, Phần II, I.6.2.2 asks for exactly 18 to 22 pt.
PARTY_LINE = 19


class Look(NamedTuple):
    """A style: its name in Word, sizes for the Party and the State, emphasis ("b", "i"; before "/" for the Party)."""

    name: str
    sizes: tuple[float, float]
    emphasis: str = ""
    align: Any = CENTER
    before: float = 0
    after: float = 0


#: Style id (after "VB") -> look. Ids follow the names of parts used everywhere else.
LOOKS = {
    "QuocHieu": Look("Quốc hiệu", (12, 12), "b"),
    "TieuNgu": Look("Tiêu ngữ", (13, 13), "b"),
    "TieuDeDang": Look("Tiêu đề Đảng", (15, 15), "b"),
    "CoQuanChuQuan": Look("Cơ quan chủ quản", (14, 13)),
    "CoQuanBanHanh": Look("Cơ quan ban hành", (14, 13), "b"),
    "DauSao": Look("Dấu sao", (14, 13)),
    "SoKyHieu": Look("Số và ký hiệu", (14, 13), before=6),
    "DiaDanhNgay": Look("Địa danh và ngày", (14, 13), "i", before=6),
    "TrichYeuCV": Look("Trích yếu công văn", (12, 12), "i/", before=6),
    "DuThao": Look("Dự thảo", (14, 13), "i", before=6),
    "DoKhan": Look("Độ khẩn", (14, 13), "b", before=6),
    "LuuHanh": Look("Phạm vi lưu hành", (12, 13), "b", RIGHT),
    "TenLoai": Look("Tên loại", (15, 14), "b", before=18),
    "TacGia": Look("Tên cơ quan dưới tên loại", (15, 14), "b"),
    "TrichYeu": Look("Trích yếu", (14, 14), "b"),
    "GachTrichYeu": Look("Gạch dưới trích yếu", (14, 14), after=12),
    "KinhGui": Look("Kính gửi", (14, 14), align=LEFT, before=12, after=6),
    "KinhGuiMuc": Look("Nơi được kính gửi", (14, 14), align=LEFT, after=3),
    "ThamQuyen": Look("Thẩm quyền ban hành", (14, 14), "b", before=12, after=6),
    "CanCu": Look("Căn cứ", (14, 14), "/i", JUSTIFY, after=6),
    "LoiDan": Look("Lời dẫn", (14, 14), "b", before=6, after=6),
    "Phan": Look("Phần - chương - mục", (14, 14), "b", before=6),
    "TenPhan": Look("Tên phần - chương - mục", (14, 14), "b", after=6),
    "Doan": Look("Đoạn văn", (14, 14), align=JUSTIFY, after=6),
    "DoanCuoi": Look("Đoạn văn cuối", (14, 14), align=JUSTIFY, after=6),
    "Dieu": Look("Điều", (14, 14), "b", JUSTIFY, after=6),
    "DieuCau": Look("Điều không có tên", (14, 14), "", JUSTIFY, after=6),
    "LaMa": Look("Mục La Mã", (14, 14), "b", JUSTIFY, after=6),
    "KhoanTen": Look("Khoản có tên", (14, 14), "b", JUSTIFY, after=6),
    "Khoan": Look("Khoản", (14, 14), "", JUSTIFY, after=6),
    "Diem": Look("Điểm", (14, 14), "", JUSTIFY, after=6),
    "Dong": Look("Dòng khai", (14, 14), "", JUSTIFY, after=6),
    "Giua": Look("Dòng giữa", (14, 14), "", CENTER, after=6),
    "NoiNhan": Look("Nơi nhận", (14, 12), "/bi", LEFT),
    "NoiNhanMuc": Look("Dòng nơi nhận", (12, 11), "", LEFT),
    "QuyenHan": Look("Quyền hạn ký", (14, 14), "b"),
    "ChucVu": Look("Chức vụ", (14, 14), "/b"),
    "KyGhiChu": Look("Ghi chú chữ ký", (14, 14), "i"),
    "HoTen": Look("Họ tên", (14, 14), "b", before=60),
    "PhuLuc": Look("Phụ lục", (14, 14), "b"),
    "TenPhuLuc": Look("Tên phụ lục", (14, 14), "b"),
    "KemTheo": Look("Kèm theo", (14, 14), "i", after=12),
    "LienHe": Look("Liên hệ", (10, 11)),
    "BanSao": Look("Hình thức sao", (14, 14), "b"),
}
#: Running text: first line set in, and the Party's exact line height.
RUNNING = ("CanCu", "Doan", "DoanCuoi", "Dieu", "DieuCau", "LaMa", "KhoanTen", "Khoan", "Diem", "Dong")
#: Numbered by Word itself: style -> level of the list. Letters are typed: Word has no list of the Vietnamese alphabet
#: (a, b, c, d, đ, e, g ...), and neither d) nor đ) may be lost.
NUMBERED = {"Dieu": 0, "DieuCau": 0, "LaMa": 1, "KhoanTen": 2, "Khoan": 2}
#: Kept on one page with what follows: titles with their text, the lines of a signature with the name below.
KEPT = (
    "DoanCuoi",
    "Phan",
    "TenPhan",
    "Dieu",
    "LaMa",
    "KhoanTen",
    "QuyenHan",
    "ChucVu",
    "KyGhiChu",
    "TenLoai",
    "TrichYeu",
    "PhuLuc",
)


def new_document(party: bool) -> Any:
    """An empty document with page, styles and list; the first page shows no number."""
    document = Document()
    _clear_styles(document)
    normal = document.styles["Normal"]
    _font(normal, 14)
    normal.font.color.rgb = RGBColor(0, 0, 0)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1
    _numbering(document, party)
    for key, look in LOOKS.items():
        _style(document, key, look, party)
    _page(document)
    return document


def _clear_styles(document: Any) -> None:
    """Only what is used stays: the drafter's style list shows the parts of the document and nothing else."""
    kept = {"Normal", "Header", "Footer", "TableNormal", "DefaultParagraphFont", "NoList", "TableGrid"}
    styles = document.styles.element
    for style in list(styles.findall(qn("w:style"))):
        if style.get(qn("w:styleId")) not in kept:
            styles.remove(style)
    for name in ("Header", "Footer"):
        for link in document.styles[name].element.findall(qn("w:link")):
            document.styles[name].element.remove(link)


def _style(document: Any, key: str, look: Look, party: bool) -> None:
    # A comma would be an alias in Word: the Open XML SDK refuses it in a name.
    style = document.styles.add_style(f"VB {look.name}", WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), f"VB{key}")
    style.base_style, style.quick_style = document.styles["Normal"], True
    style.font.size = Pt(look.sizes[0 if party else 1])
    emphasis = _emphasis(look, party)
    style.font.bold, style.font.italic = "b" in emphasis, "i" in emphasis
    form = style.paragraph_format
    form.alignment = look.align
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.keep_with_next = key in KEPT or None
    if key in RUNNING:
        form.first_line_indent = Mm(INDENT)
        form.widow_control = True
        if party:
            form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(PARTY_LINE)
    if key in ("TrichYeu", "TacGia"):
        form.left_indent = form.right_indent = Mm(12)


def _emphasis(look: Look, party: bool) -> str:
    first, slash, second = look.emphasis.partition("/")
    return (first if party else second) if slash else first


def _font(style: Any, size: float) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.rPr.rFonts
    for kind in ("w:eastAsia", "w:cs", "w:hAnsi"):
        fonts.set(qn(kind), FONT)


def _numbering(document: Any, party: bool) -> None:
    """Lists 1 and 2 (for a text issued with the document): Điều, which run on through the chapters, Roman sections,
    clauses.
    """
    part = document.part.numbering_part.element
    for child in list(part):
        part.remove(child)
    levels = [("decimal", "Điều %1.", True, 0), ("upperRoman", "%2-" if party else "%2.", True, None)]
    levels.append(("decimal", "%3.", False, None))
    indent = round(INDENT * 1440 / 25.4)
    xml = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        + ("" if restart is None else f'<w:lvlRestart w:val="{restart}"/>')
        + f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        + f'<w:pPr><w:ind w:left="0" w:firstLine="{indent}"/></w:pPr>'
        + ("<w:rPr><w:b/></w:rPr>" if bold else "")
        + "</w:lvl>"
        for i, (kind, text, bold, restart) in enumerate(levels)
    )
    multilevel = f'<w:multiLevelType w:val="multilevel"/>{xml}'
    for number in (1, 2):
        part.append(parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{multilevel}</w:abstractNum>'))
    for number in (1, 2):
        part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))


def _page(document: Any) -> None:
    """A4, 20/20/30/15 mm: the Party's fixed margins, and inside the State's ranges; number centred from page 2."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    page_number(section.header.paragraphs[0])
    section.header.paragraphs[0].style = section.first_page_header.paragraphs[0].style = document.styles["Normal"]


def page_number(paragraph: Any) -> None:
    """A centred PAGE field of 14 points."""
    paragraph.alignment = CENTER
    for kind, code in (("begin", None), (None, "PAGE"), ("separate", None), (None, None), ("end", None)):
        run = paragraph.add_run("" if kind or code else "2")
        if kind or code:
            element = OxmlElement("w:instrText" if code else "w:fldChar")
            if code:
                element.text = code
            else:
                element.set(qn("w:fldCharType"), kind)
            run._r.append(element)
