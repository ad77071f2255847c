"""Numbers that Word makes, judged as they show: beside typed ones, and in the alphabet Word counts with."""

from __future__ import annotations

import datetime as dt
import io

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.readers import read


def listed(number_format, sign):
    """A Word document with one numbering, and ``add``: a paragraph numbered by it, or not (``automatic=False``)."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{number_format}"/><w:lvlText w:val="%1{sign}"/></w:lvl></w:abstractNum>'
        ),
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))

    def add(text, automatic=True):
        paragraph = document.add_paragraph(text)
        if automatic:
            properties = paragraph._p.get_or_add_pPr()
            properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr>'))

    return document, add


def rules(document):
    stream = io.BytesIO()
    document.save(stream)
    settings = Settings(today=dt.date(2026, 11, 24), select=("BC",))
    report = check_document(read("a.docx", stream.getvalue()), settings)
    return [(finding.rule, finding.text) for finding in report.findings]


def test_typed_number_in_an_automatic_list():
    document, add = listed("decimal", ".")
    add("Các chi bộ nghiên cứu văn bản.")
    add("Đảng uỷ tổng hợp kết quả.")
    add("3. Văn phòng báo cáo Tỉnh uỷ.", False)
    assert rules(document) == [("BC131", "3.")]


def test_automatic_list_is_silent():
    document, add = listed("decimal", ".")
    for text in ("Các chi bộ nghiên cứu văn bản.", "Đảng uỷ tổng hợp kết quả.", "Văn phòng báo cáo Tỉnh uỷ."):
        add(text)
    assert rules(document) == []


def test_automatic_letters_skip_the_vietnamese_one():
    document, add = listed("lowerLetter", ")")
    document.add_paragraph("Các chi bộ thực hiện:")
    for text in ("Nghiên cứu.", "Thảo luận.", "Gửi ý kiến.", "Tổng hợp.", "Báo cáo."):
        add(text)
    assert rules(document) == [("BC111", "Báo")]
