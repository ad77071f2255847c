"""Dots that wait for a word, and dots that end an enumeration."""

from __future__ import annotations

import datetime as dt

import pytest

from vanban_lint.checks.base import Context
from vanban_lint.checks.placeholder import check
from vanban_lint.model import Document, Judged, Paragraph, Part, Structure, Zone
from vanban_lint.model.rule import Rule

BLANKS = {
    "Ban Chấp hành gồm ...... đồng chí": ["......"],
    "- Bí thư: Đồng chí ......": ["......"],
    "do đồng chí …… làm Chủ nhiệm": ["……"],
    "Tờ trình số ……/TTr-STP ngày …. /9/2025": ["……", "…."],
    "Ông…, Phó Chủ tịch Hội đồng": ["…"],
    "ngày ... tháng ... năm 2025": ["...", "..."],
    "Ủy ban nhân dân xã ... tổ chức": ["..."],
    "Họ và tên: ____________": ["____________"],
    "Kế hoạch số xxx của Đảng uỷ": ["xxx"],
    "Quyết định số XXX/QĐ-UBND": ["XXX"],
    "do đồng chí [họ và tên] ký": ["[họ và tên]"],
    "số hộ nghèo: [ ] hộ": ["[ ]"],
    "do <họ tên> ký": ["<họ tên>"],
    "do {{ho_ten}} ký": ["{{ho_ten}}"],
    "do «Họ_tên» ký": ["«Họ_tên»"],
}
SILENT = [
    "lĩnh vực công chứng, đấu giá, luật sư, thừa phát lại... Hoạt động trợ giúp",
    "hộ tịch, quốc tịch, chứng thực, lý lịch tư pháp,... Phát triển các tổ chức",
    "theo Nghị quyết số 27-NQ/TW.... (3) Quan tâm",
    "các sở, ban, ngành, đơn vị...",
    "chữ tròn, rõ nét, ... được trình bày",
    "nhất là ở cấp cơ sở... Nguyên nhân chủ yếu",
    "“... xây dựng Đảng là then chốt”",
    "trích (...) như sau",
    "Đại hội đại biểu Đảng bộ tỉnh lần thứ XXX",
    "theo tài liệu [1], [2-4] và địa chỉ <a@b.vn>",
    "Nghị quyết 27-NQ/TW ngày 09/11/2022",
]


def spans(text):
    paragraph = Paragraph("body", 1, text)
    document = Document("a.txt", "txt", (Part("body", "body", (paragraph,)),))
    none = Judged(None, 0.0)
    structure = Structure(Judged("dang", 1.0), none, none, False, none, zones=(Zone("noi_dung", 1, 1),))
    rule = Rule("BC161", "a", "placeholder", ("doan",), {"chung": ""}, (), "loi", "co_the", "", "")
    context = Context(document, structure, {}, dt.date(2026, 1, 1), ("chung",))
    return [document.text(hit.anchor).strip() for hit in check(rule, context)]


@pytest.mark.parametrize(("text", "expected"), BLANKS.items())
def test_a_blank_is_covered_exactly(text, expected):
    assert spans(text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_blank_stays_silent(text):
    assert spans(text) == []
