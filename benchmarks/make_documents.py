"""Word-like documents of any length, for measuring: ``python benchmarks/make_documents.py 10 draft.docx``.

Purpose: files shaped as Word writes them (a styles part of some 30 KB, properties and rsid on every run, words split
over runs, proofErr marks, a header table with drawn lines) holding a made-up directive in official form. Limits: the
text is synthetic and the same for one number of pages; about 430 words a page. Neighbours: ``benchmarks/reading.py``
and the tests.
"""

from __future__ import annotations

import random
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

WORDS_A_PAGE = 430
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMESPACES = (
    f'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:r="{_REL}" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word" '
    f'xmlns:w="{_W}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" mc:Ignorable="w14 w15 wp14"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FONTS = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
_SUBJECTS = (
    "Các cấp ủy, tổ chức đảng|Ban Thường vụ các huyện ủy, thị ủy, thành ủy|Ủy ban nhân dân tỉnh|Ban Tổ chức Tỉnh ủy|"
    "Ban Tuyên giáo Tỉnh ủy|Ủy ban Kiểm tra Tỉnh ủy|Mặt trận Tổ quốc và các tổ chức chính trị - xã hội|Đảng ủy "
    "Công an tỉnh"
).split("|")
_VERBS = (
    "lãnh đạo, chỉ đạo|tập trung quán triệt và thực hiện|tăng cường kiểm tra, giám sát|nâng cao chất lượng|"
    "phối hợp chặt chẽ trong|kịp thời tháo gỡ khó khăn trong|chủ động xây dựng kế hoạch về|đẩy mạnh tuyên truyền về"
).split("|")
_OBJECTS = (
    "công tác chuyển đổi số trong cơ quan nhà nước|việc cải cách thủ tục hành chính|công tác bảo vệ môi trường "
    "ở nông thôn|"
    "việc chăm lo đời sống của nhân dân vùng khó khăn|công tác đào tạo, bồi dưỡng cán bộ cơ sở|"
    "việc phòng, chống thiên tai và tìm kiếm cứu nạn|công tác lưu trữ hồ sơ, tài liệu|việc giải quyết kiến nghị "
    "của cử tri"
).split("|")
_TAILS = (
    "trên địa bàn tỉnh|trong năm 2025 và những năm tiếp theo|gắn với trách nhiệm của người đứng đầu|"
    "bảo đảm công khai, minh bạch, đúng quy định|phù hợp với điều kiện thực tế của từng địa phương|"
    "theo chức năng, nhiệm vụ được giao|coi đây là nhiệm vụ thường xuyên, quan trọng"
).split("|")


def make_document(path: Path, pages: int) -> None:
    """Write a document of about so many pages."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships((("officeDocument", "word/document.xml"),)),
        "word/document.xml": document_xml(pages),
        "word/_rels/document.xml.rels": _relationships(
            (
                ("styles", "styles.xml"),
                ("settings", "settings.xml"),
                ("numbering", "numbering.xml"),
                ("footnotes", "footnotes.xml"),
                ("header", "header1.xml"),
                ("theme", "theme/theme1.xml"),
            )
        ),
        "word/styles.xml": _styles(),
        "word/settings.xml": _part("settings", '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>' + _rsids()),
        "word/numbering.xml": _numbering(),
        "word/footnotes.xml": _footnotes(),
        "word/header1.xml": _header(),
        "word/theme/theme1.xml": _theme(),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def document_xml(pages: int) -> str:
    """The main part: header table, title, numbered body, recipients and signature."""
    writer = _Writer(random.Random(pages))
    body = [_letterhead(writer), *_title(writer), *_body(writer, pages * WORDS_A_PAGE), _ending(writer)]
    section = (
        '<w:sectPr w:rsidR="00A01B2C"><w:headerReference w:type="default" r:id="rId5"/>'
        '<w:pgSz w:w="11907" w:h="16840" w:code="9"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" '
        'w:header="567" w:footer="567" w:gutter="0"/><w:cols w:space="720"/><w:titlePg/><w:docGrid w:linePitch="381"/>'
        "</w:sectPr>"
    )
    return f"{_HEAD}<w:document {_NAMESPACES}><w:body>{''.join(body)}{section}</w:body></w:document>"


class _Writer:
    """Paragraphs and runs with the marks that Word leaves."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def identity(self) -> str:
        return f"{self.chance.randrange(0x100000, 0xFFFFFF):08X}"

    def run(self, text: str, style: str = "", size: int = 28) -> str:
        properties = f'{_FONTS}{style}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        language = '<w:lang w:val="vi-VN"/>' if self.chance.random() < 0.3 else ""
        space = ' xml:space="preserve"' if text != text.strip() else ""
        return (
            f'<w:r w:rsidRPr="{self.identity()}" w:rsidR="{self.identity()}"><w:rPr>{properties}{language}</w:rPr>'
            f"<w:t{space}>{escape(text)}</w:t></w:r>"
        )

    def paragraph(self, text: str, align: str = "both", style: str = "", size: int = 28) -> str:
        indent = '<w:ind w:firstLine="709"/>' if align == "both" else ""
        properties = (
            f'<w:pPr><w:spacing w:before="120" w:after="120" w:line="360" w:lineRule="exact"/>{indent}'
            f'<w:jc w:val="{align}"/><w:rPr>{_FONTS}{style}<w:sz w:val="{size}"/><w:szCs '
            f'w:val="{size}"/></w:rPr></w:pPr>'
        )
        runs = "".join(self.runs(text, style, size))
        return (
            f'<w:p w14:paraId="{self.identity()}" w14:textId="77777777" w:rsidR="{self.identity()}" '
            f'w:rsidRDefault="{self.identity()}" w:rsidP="{self.identity()}">{properties}{runs}</w:p>'
        )

    def runs(self, text: str, style: str, size: int) -> Iterator[str]:
        """A text cut every few words, some cuts inside a word, some with a spelling mark."""
        while text:
            cut = self.chance.randrange(20, 45)
            piece, text = text[:cut], text[cut:]
            if self.chance.random() < 0.15:
                yield f'<w:proofErr w:type="spellStart"/>{self.run(piece, style, size)}<w:proofErr w:type="spellEnd"/>'
            else:
                yield self.run(piece, style, size)


def _letterhead(writer: _Writer) -> str:
    left = (
        writer.paragraph("TỈNH ỦY BÌNH MINH", "center", "", 28)
        + writer.paragraph("*", "center")
        + writer.paragraph("Số 35-CT/TU", "center")
    )
    right = (
        writer.paragraph("ĐẢNG CỘNG SẢN VIỆT NAM", "center", "<w:b/><w:bCs/>", 30)
        + _line(writer)
        + writer.paragraph("Bình Minh, ngày 12 tháng 9 năm 2025", "center", "<w:i/><w:iCs/>")
    )
    return _table(left, right)


def _table(left: str, right: str) -> str:
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="9356" w:type="dxa"/><w:tblLook w:val="01E0" w:firstRow="1" w:lastRow="1" '
        'w:firstColumn="1" w:lastColumn="1" w:noHBand="0" w:noVBand="0"/></w:tblPr><w:tblGrid><w:gridCol w:w="4678"/>'
        '<w:gridCol w:w="4678"/></w:tblGrid><w:tr w:rsidR="00A01B2C"><w:tc><w:tcPr><w:tcW w:w="4678" w:type="dxa"/>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="auto"/></w:tcPr>{left}</w:tc><w:tc><w:tcPr>'
        f'<w:tcW w:w="4678" w:type="dxa"/></w:tcPr>{right}</w:tc></w:tr></w:tbl>'
    )


def _line(writer: _Writer) -> str:
    """A paragraph with a drawn line, in both of the forms that Word writes."""
    shape = (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" '
        'relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>590550</wp:posOffset>'
        '</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>38100</wp:posOffset></wp:positionV>'
        '<wp:extent cx="1905000" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        '<wp:docPr id="2" name="Line 2"/><wp:cNvGraphicFramePr/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/>'
        '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1905000" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/>'
        '</a:prstGeom><a:ln w="9525"/></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>'
        "</w:drawing>"
    )
    fallback = '<w:pict><v:line id="Line 2" from="46.5pt,3pt" to="196.5pt,3pt"/></w:pict>'
    return (
        f'<w:p w14:paraId="{writer.identity()}" w:rsidR="00A01B2C"><w:pPr><w:jc w:val="center"/></w:pPr><w:r>'
        f'<w:rPr><w:noProof/></w:rPr><mc:AlternateContent><mc:Choice Requires="wps">{shape}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def _title(writer: _Writer) -> Iterator[str]:
    yield writer.paragraph("CHỈ THỊ", "center", "<w:b/><w:bCs/>", 32)
    yield writer.paragraph("CỦA BAN THƯỜNG VỤ TỈNH ỦY", "center", "<w:b/><w:bCs/>")
    yield writer.paragraph("về tăng cường công tác chuyển đổi số", "center", "<w:b/><w:bCs/>")
    yield writer.paragraph("-----", "center")


def _body(writer: _Writer, words: int) -> Iterator[str]:
    number = 0
    while words > 0:
        sentences = " ".join(_sentence(writer.chance) for _ in range(writer.chance.randrange(3, 6)))
        if writer.chance.random() < 0.5:
            number += 1
            sentences = f"{number}. {sentences}"
        words -= sentences.count(" ") + 1
        yield writer.paragraph(sentences)


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choice(choices) for choices in (_SUBJECTS, _VERBS, _OBJECTS, _TAILS)) + "."


def _ending(writer: _Writer) -> str:
    left = writer.paragraph("Nơi nhận:", "left", '<w:u w:val="single"/>') + "".join(
        writer.paragraph(line, "left", "", 24)
        for line in (
            "- Ban Bí thư Trung ương Đảng (để báo cáo),",
            "- Các đảng bộ trực thuộc Tỉnh ủy,",
            "- Lưu Văn phòng Tỉnh ủy.",
        )
    )
    right = (
        writer.paragraph("T/M BAN THƯỜNG VỤ", "center", "<w:b/><w:bCs/>")
        + writer.paragraph("BÍ THƯ", "center")
        + writer.paragraph("Nguyễn Văn Bình", "center", "<w:b/><w:bCs/>")
    )
    return _table(left, right)


def _styles() -> str:
    latent = "".join(
        f'<w:lsdException w:name="Style name {i}" w:semiHidden="1" w:uiPriority="{i % 99}" w:unhideWhenUsed="1"/>'
        for i in range(280)
    )
    extra = "".join(
        f'<w:style w:type="character" w:customStyle="1" w:styleId="Char{i}"><w:name w:val="Char {i}"/><w:basedOn '
        f'w:val="DefaultParagraphFont"/><w:rPr><w:sz w:val="{20 + i}"/></w:rPr></w:style>'
        for i in range(20)
    )
    return _part(
        "styles",
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" '
        'w:eastAsiaTheme="minorHAnsi" w:cstheme="minorBidi"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang '
        'w:val="en-US"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr>'
        f'</w:pPrDefault></w:docDefaults><w:latentStyles w:count="376">{latent}</w:latentStyles>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr>'
        f'{_FONTS}<w:sz w:val="28"/></w:rPr></w:style><w:style w:type="character" w:default="1" '
        'w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style><w:style w:type="table" '
        'w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"</w:tblPr></w:style>{extra}",
    )


def _numbering() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%{i + 1}."/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{720 * (i + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        for i in range(9)
    )
    return _part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId '
        f'w:val="0"/></w:num>',
    )


def _footnotes() -> str:
    rule = "<w:p><w:r><w:separator/></w:r></w:p>"
    return _part(
        "footnotes",
        f'<w:footnote w:type="separator" w:id="-1">{rule}</w:footnote>'
        f'<w:footnote w:type="continuationSeparator" w:id="0">{rule}</w:footnote>',
    )


def _header() -> str:
    field = "".join(
        f"<w:r>{piece}</w:r>"
        for piece in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    return _part("hdr", f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{field}</w:p>')


def _theme() -> str:
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}Font>'
        for kind in ("major", "minor")
    )
    return (
        f'{_HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'name="Office"><a:themeElements>'
        f'<a:fontScheme name="Office">{fonts}</a:fontScheme></a:themeElements></a:theme>'
    )


def _rsids() -> str:
    return "<w:rsids>" + "".join(f'<w:rsid w:val="{i:08X}"/>' for i in range(0xA00000, 0xA00000 + 120)) + "</w:rsids>"


def _part(root: str, content: str) -> str:
    return f"{_HEAD}<w:{root} {_NAMESPACES}>{content}</w:{root}>"


def _relationships(links: tuple[tuple[str, str], ...]) -> str:
    items = "".join(
        f'<Relationship Id="rId{i}" Type="{_REL}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(links, 1)
    )
    return f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}</Relationships>'


def _content_types() -> str:
    kinds = {"document": "document.main", "header1": "header"}
    names = ("document", "styles", "settings", "numbering", "footnotes", "header1")
    items = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kinds.get(name, name)}+xml"/>' for name in names
    )
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{items}</Types>'
    )


if __name__ == "__main__":
    make_document(Path(sys.argv[2]), int(sys.argv[1]))
