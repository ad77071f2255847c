"""The parts that templates share, written once: header, title, body, recipients, signature, appendices.

Purpose: put a part with its docxtpl tags into a document that ``layout_styles`` made. Limits: what a template has, and
in which order, is said in its mau.yaml; values are made ready by ``vanban_lint.template.fill``. Tags only name fields,
loop over them and ask whether they are there: no template needs more, and no more is let through. Neighbours:
``layout_styles``, ``build``.
"""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from layout_styles import LOOKS, NUMBERED, new_document

LEFT_COLUMN, RIGHT_COLUMN = 68, 97
TEXT_WIDTH = 165
EMU = 36000  # of a millimetre
#: Lines under fixed texts, as long as the text in print (measured at 15 and 13 points).
PARTY_HEADING_LINE, MOTTO_LINE = 74, 58.5
SHORT_LINE = 24

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)

#: How an item of the body is printed: kind -> (style, texts of its runs; "*" makes a run bold). Kinds with a style
#: that ``NUMBERED``
#: names are numbered by Word, those in "_go" carry a typed number.
BODY = {
    "phan": ("Phan", ("{{ d.chu }}",)),
    "ten_phan": ("TenPhan", ("{{ d.chu }}",)),
    "dieu": ("Dieu", ("{{ d.chu }}",)),
    "dieu_go": ("Dieu", ("{{ d.so }} {{ d.chu }}",)),
    "dieu_cau": ("DieuCau", ("{{ d.chu }}",)),
    "dieu_cau_go": ("DieuCau", ("*{{ d.so }} ", "{{ d.chu }}")),
    "la_ma": ("LaMa", ("{{ d.chu }}",)),
    "la_ma_go": ("LaMa", ("{{ d.so }} {{ d.chu }}",)),
    "khoan_ten": ("KhoanTen", ("{{ d.chu }}",)),
    "khoan_ten_go": ("KhoanTen", ("{{ d.so }} {{ d.chu }}",)),
    "khoan": ("Khoan", ("{{ d.chu }}",)),
    "khoan_go": ("Khoan", ("{{ d.so }} {{ d.chu }}",)),
    "diem": ("Diem", ("{{ d.so }} {{ d.chu }}",)),
    "doan_cuoi": ("DoanCuoi", ("{{ d.chu }}",)),
}


class Draft:
    """A template being built; ``party`` chooses between the two headers and the two sets of styles."""

    def __init__(self, party: bool) -> None:
        self.party = party
        self.document = new_document(party)
        self._end: Any = None

    # Header

    def header(self, number: str, subject_left: str | None = None, dated: bool = True) -> None:
        """Names and headings in the first row; number and date level in the second, with what stands below them."""
        table = self._table(2)
        left, right = table.cell(0, 0), table.cell(0, 1)
        self._tag(left, "p if co_quan_chu_quan")
        self._line(left, "CoQuanChuQuan", "{{ co_quan_chu_quan }}")
        self._tag(left, "p endif")
        name = self._line(left, "CoQuanBanHanh", "{{ co_quan_ban_hanh }}")
        if self.party:
            self._line(left, "DauSao", "*")
            self._rule(self._line(right, "TieuDeDang", "ĐẢNG CỘNG SẢN VIỆT NAM"), PARTY_HEADING_LINE, 15)
        else:
            self._rule(name, SHORT_LINE, 13, "co_quan_ban_hanh")
            self._line(right, "QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
            self._rule(self._line(right, "TieuNgu", "Độc lập - Tự do - Hạnh phúc"), MOTTO_LINE, 13)
        self._number(table.cell(1, 0), table.cell(1, 1), number, subject_left, dated)
        self._circulation()

    def _number(self, left: Any, right: Any, number: str, subject: str | None, dated: bool) -> None:
        self._line(left, "SoKyHieu", number)
        if subject:
            self._line(left, "TrichYeuCV", subject)
        self._optional(left, "du_thao", "DuThao", "{{ du_thao }}")
        self._tag(left, "p if do_khan")
        mark = self._line(left, "DoKhan", "{{ do_khan }}")
        if not self.party:  # in a frame of one line (Nghị định 30, Phụ lục I, III.2.b)
            mark.paragraph_format.left_indent = mark.paragraph_format.right_indent = Mm(16)
            self._border(mark, "top", "left", "bottom", "right")
        self._tag(left, "p endif")
        if dated:
            date = "{{ dia_danh }}, ngày {{ ngay.ngay }} tháng {{ ngay.thang }} năm {{ ngay.nam }}"
            self._line(right, "DiaDanhNgay", date)

    def _circulation(self) -> None:
        section = self.document.sections[0]
        header = section.first_page_header
        self._optional(header, "pham_vi_luu_hanh", "LuuHanh", "{{ pham_vi_luu_hanh }}")
        if not self.party:  # Nghị định 30, Phụ lục I, III.4: on the first page, under a line over the width of the text
            footer = section.first_page_footer
            self._tag(footer, "p if lien_he")
            self._border(self._line(footer, "LienHe", "{{ lien_he }}"))
            self._tag(footer, "p endif")

    # Between header and end

    def title(self, name: str, subject: bool = True, author: bool = False) -> None:
        """Tên loại, the author line that a Party document may have, the subject and what closes it."""
        last = self._line(self.document, "TenLoai", name)
        if author:
            self._optional(self.document, "tac_gia", "TacGia", "{{ tac_gia }}")
        if subject:
            self._tag(self.document, "p if trich_yeu")
            last = self._line(self.document, "TrichYeu", "{{ trich_yeu }}")
            self._tag(self.document, "p endif")
        if self.party:
            self._line(self.document, "GachTrichYeu", "-----")
        else:
            last.paragraph_format.space_after = Pt(14)
            self._rule(last, SHORT_LINE, 14, "trich_yeu" if subject else "")

    def addressees(self, label: str) -> None:
        """One addressee beside the label, several below it, each on its own line (Nghị định 30, Phụ lục I, II.9.d)."""
        document = self.document
        self._tag(document, "p if kinh_gui|length == 1")
        self._label(label, " {{ kinh_gui[0].chu }}")
        self._tag(document, "p elif kinh_gui")
        self._label(label, "")
        self._tag(document, "p for noi in kinh_gui")
        paragraph = self._line(document, "KinhGuiMuc", "{{ noi.dau }}{{ noi.chu }}{{ noi.ket }}")
        paragraph.paragraph_format.left_indent = Mm(48)
        paragraph.paragraph_format.first_line_indent = Mm(-3)
        self._tag(document, "p endfor")
        self._tag(document, "p endif")

    def _label(self, label: str, rest: str) -> None:
        paragraph = self._line(self.document, "KinhGui", "")
        paragraph.paragraph_format.left_indent = Mm(25)
        paragraph.add_run(f"{label}:").italic = self.party or None
        if rest:
            paragraph.add_run(rest)

    def authority(self) -> None:
        """The body or office-holder that decides, in capitals (Nghị định 30, Phụ lục III, models 1.1 to 1.3)."""
        self._optional(self.document, "tham_quyen", "ThamQuyen", "{{ tham_quyen }}")

    def grounds(self) -> None:
        """Căn cứ, one a line."""
        self._tag(self.document, "p for c in can_cu")
        self._line(self.document, "CanCu", "{{ c.dau }}{{ c.chu }}{{ c.ket }}")
        self._tag(self.document, "p endfor")

    def words(self, text: str, given: str | None = None) -> None:
        """Enacting words in capitals, centred: "QUYẾT ĐỊNH:"; left out when field ``given`` is."""
        if given:
            self._optional(self.document, given, "LoiDan", text)
        else:
            self._line(self.document, "LoiDan", text)

    def line(self, text: str, given: str | None = None, centred: bool = False, left: int = 0) -> None:
        """A line of a form, left out when field ``given`` is; ``left`` in millimetres sets it in."""
        style = "Giua" if centred else "Dong"
        if given:
            self._tag(self.document, f"p if {given}")
        paragraph = self._line(self.document, style, text)
        if left:
            paragraph.paragraph_format.left_indent = Mm(left)
        if given:
            self._tag(self.document, "p endif")

    def list(self, field: str, left: int = 0) -> None:
        """The items of a list field, a line each."""
        self._tag(self.document, f"p for m in {field}")
        paragraph = self._line(self.document, "Dong", "{{ m.dau }}{{ m.chu }}{{ m.ket }}")
        if left:
            paragraph.paragraph_format.left_indent = Mm(left)
        self._tag(self.document, "p endfor")

    def body(self, field: str = "noi_dung", numbers: int = 1) -> None:
        """The running text: one paragraph of each kind, chosen by the item's kind; ``numbers`` is Word's list."""
        document = self.document
        self._tag(document, f"p for d in {field}")
        for i, (kind, (style, texts)) in enumerate(BODY.items()):
            self._tag(document, f'p {"elif" if i else "if"} d.kieu == "{kind}"')
            paragraph = self._line(document, style, "")
            for text in texts:
                run = paragraph.add_run(text.removeprefix("*"))
                run.bold = True if text.startswith("*") else None
            if style in NUMBERED and not kind.endswith("_go"):
                number = paragraph._p.get_or_add_pPr().get_or_add_numPr()
                number.get_or_add_ilvl().val, number.get_or_add_numId().val = NUMBERED[style], numbers
        self._tag(document, 'p elif d.kieu == "nguyen"')
        self._line(document, "Doan", "{{p d.xml }}")
        self._tag(document, "p else")
        self._line(document, "Doan", "{{ d.chu }}")
        self._tag(document, "p endif")
        self._tag(document, "p endfor")

    # End

    def end(self) -> None:
        """Recipients left, signature right, level; the row is never cut."""
        table = self._table(1)
        self._recipients(table.cell(0, 0))
        self._signature(table.cell(0, 1), "nguoi_ky")
        self._after()

    def minutes_end(self, left: str, right: str) -> None:
        """Two signatures, the one who presides on the right, and the recipients below the left one."""
        self._two_signatures((left, "thu_ky"), (right, "chu_toa"))

    def attached_end(self, name: str) -> None:
        """The end block, and on a new page the text issued with the decision: a short header, no signature (model
        1.3).
        """
        self.end()
        document = self.document
        document.paragraphs[-1].paragraph_format.page_break_before = True
        table = self._table(1)
        left, right = table.cell(0, 0), table.cell(0, 1)
        self._optional(left, "co_quan_chu_quan", "CoQuanChuQuan", "{{ co_quan_chu_quan }}")
        self._rule(self._line(left, "CoQuanBanHanh", "{{ co_quan_ban_hanh }}"), SHORT_LINE, 13, "co_quan_ban_hanh")
        self._line(right, "QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        self._rule(self._line(right, "TieuNgu", "Độc lập - Tự do - Hạnh phúc"), MOTTO_LINE, 13)
        self._line(document, "TenLoai", name)
        self._line(document, "TrichYeu", "{{ trich_yeu_kem_theo }}")
        number = "(Kèm theo Quyết định số {{ so }}/QĐ-{{ ky_hieu }} {{ ngay }} của {{ noi_kem_theo }})"
        self._rule(self._line(document, "KemTheo", number), SHORT_LINE, 14)
        self.body("noi_dung_kem_theo", 2)

    def two_parties_end(self) -> None:
        """Signatures of the two sides of a contract."""
        self._two_signatures(("ĐẠI DIỆN BÊN A", "ben_a"), ("ĐẠI DIỆN BÊN B", "ben_b"))

    def _two_signatures(self, *signers: tuple[str, str]) -> None:
        table = self._table(2, (TEXT_WIDTH / 2, TEXT_WIDTH / 2))
        for place, (label, field) in enumerate(signers):
            cell = table.cell(0, place)
            self._line(cell, "QuyenHan", label)
            self._optional(cell, f"{field}.chuc_vu", "ChucVu", f"{{{{ {field}.chuc_vu }}}}")
            self._line(cell, "HoTen", f"{{{{ {field}.ho_ten }}}}")
        self._recipients(table.cell(1, 0), given=True)
        self._after()

    def _recipients(self, cell: Any, given: bool = False) -> None:
        if given:
            self._tag(cell, "p if luu")
        label = self._line(cell, "NoiNhan", "")
        words, colon = label.add_run("Nơi nhận"), label.add_run(":")
        words.underline = True if self.party else None
        colon.underline = None
        self._tag(cell, "p for n in noi_nhan")
        self._line(cell, "NoiNhanMuc", "{{ n.dau }}{{ n.chu }}{{ n.ket }}")
        self._tag(cell, "p endfor")
        self._line(cell, "NoiNhanMuc", "{{ luu }}")
        if given:
            self._tag(cell, "p endif")
            self._line(cell, "NoiNhanMuc", "")

    def _signature(self, cell: Any, field: str) -> None:
        self._tag(cell, f"p for q in {field}.quyen_han")
        self._line(cell, "QuyenHan", "{{ q }}")
        self._tag(cell, "p endfor")
        self._tag(cell, f"p if {field}.quyen_han and {field}.chuc_vu")
        self._line(cell, "ChucVu", f"{{{{ {field}.chuc_vu }}}}")
        self._tag(cell, f"p elif {field}.chuc_vu")  # a post that stands first is bold (Hướng dẫn 36, Phụ lục 3)
        self._line(cell, "QuyenHan", f"{{{{ {field}.chuc_vu }}}}")
        self._tag(cell, "p endif")
        self._line(cell, "HoTen", f"{{{{ {field}.ho_ten }}}}")

    def _after(self) -> None:
        """What follows the signature: contact line of the Party, appendices, and what no field holds."""
        document = self.document
        if self.party:
            self._tag(document, "p if lien_he")
            self._border(self._line(document, "LienHe", "{{ lien_he }}"))
            self._tag(document, "p endif")
        self._tag(document, "p for phu_luc in cac_phu_luc")
        heading = self._line(document, "PhuLuc", "Phụ lục{{ phu_luc.so }}")
        heading.paragraph_format.page_break_before = True
        self._line(document, "TenPhuLuc", "{{ phu_luc.tieu_de }}")
        last = self._line(document, "KemTheo", "{{ phu_luc.kem_theo }}")
        if not self.party:
            self._rule(last, SHORT_LINE, 14)
        self.body("phu_luc.noi_dung")
        self._tag(document, "p endfor")
        self.body("phan_sau")
        # Word wants a paragraph after the last table; one point high, it starts no page of its own.
        closing = document.add_paragraph()
        closing.paragraph_format.line_spacing = Pt(1)
        mark = closing._p.get_or_add_pPr()
        mark.append(parse_xml(f'<w:rPr {nsdecls("w")}><w:sz w:val="2"/></w:rPr>'))

    # Primitives

    def _table(self, rows: int, widths: tuple[float, float] = (LEFT_COLUMN, RIGHT_COLUMN)) -> Any:
        table = self.document.add_table(rows=rows, cols=2)
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
            for cell in column.cells:
                cell.width = Mm(width)
        for row in table.rows:
            row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        return table

    def _line(self, owner: Any, style: str, text: str) -> Any:
        """A paragraph at the end of ``owner``; the empty first one of a cell, header or footer is used up."""
        paragraphs = owner.paragraphs if owner is not self.document else []
        empty = len(paragraphs) == 1 and not paragraphs[0].runs
        paragraph = paragraphs[0] if empty else owner.add_paragraph()
        paragraph.style = self._style(style)
        if text:
            paragraph.add_run(text)
        return paragraph

    def _style(self, key: str) -> Any:
        return self.document.styles[f"VB {LOOKS[key].name}"]

    def _tag(self, owner: Any, text: str) -> None:
        paragraphs = owner.paragraphs if owner is not self.document else []
        empty = len(paragraphs) == 1 and not paragraphs[0].runs
        (paragraphs[0] if empty else owner.add_paragraph()).add_run("{%" + text + " %}")

    def _optional(self, owner: Any, field: str, style: str, text: str) -> None:
        self._tag(owner, f"p if {field}")
        self._line(owner, style, text)
        self._tag(owner, "p endif")

    def _border(self, paragraph: Any, *sides: str) -> None:
        """Lines around a paragraph; without ``sides`` one above it, over its width."""
        lines = "".join(f'<w:{side} w:val="single" w:sz="6" w:space="1" w:color="auto"/>' for side in sides or ("top",))
        border = f"<w:pBdr {nsdecls('w')}>{lines}</w:pBdr>"
        properties = paragraph._p.get_or_add_pPr()
        properties.insert_element_before(
            parse_xml(border), "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )

    def _rule(self, paragraph: Any, millimetres: float, size: float, field: str = "") -> None:
        """A drawn line centred under the last printed line of ``paragraph``, whose type is ``size`` points.

        The name of one that follows the length of a ``field`` tells ``template.render`` so.
        """
        width, below = round(millimetres * EMU), round((size * 1.2 + 1.5) * 12700)
        number = 1 + len(list(self.document.element.body.iter(qn("w:drawing"))))
        name = f"Đường kẻ theo {field}" if field else f"Đường kẻ {number}"
        shape = (
            f"<w:drawing {_NAMESPACES}>"
            '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" '
            'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
            '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
            f'<wp:positionV relativeFrom="line"><wp:posOffset>{below}</wp:posOffset></wp:positionV>'
            f'<wp:extent cx="{width}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
            f'<wp:docPr id="{number}" name="{name}"/><wp:cNvGraphicFramePr/>'
            '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            f'<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="0"/></a:xfrm>'
            '<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/>'
            "</a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        )
        paragraph.add_run()._r.append(parse_xml(shape))
