"""The layout kinds: what the examples of rules cannot show (tests/rules holds one mutation a rule)."""

from __future__ import annotations

import copy
import datetime as dt
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from fixtures.docx import build

from vanban_lint.checks.typeface import is_family
from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.model.format import TWIPS_PER_MM
from vanban_lint.readers import read
from vanban_lint.ruleset.locate import rules_root

TODAY = dt.date(2026, 11, 24)
STATE, PARTY = "hanh-chinh-quyet-dinh", "dang-chi-thi"


@pytest.fixture
def file(tmp_path):
    """Builds a flawless document, lets ``change`` spoil it, and gives its path."""

    def make(change, base: str = STATE) -> Path:
        text = (rules_root() / "vi-du" / f"{base}.txt").read_text(encoding="utf-8")
        path = build(text, tmp_path / "a.docx", "dang" if base.startswith("dang") else "hanh-chinh")
        document = Document(str(path))
        change(document)
        document.save(str(path))
        return path

    return make


def findings(path: Path, *select: str, lang: str = "vi"):
    settings = Settings(select=select or ("KT",), today=TODAY, lang=lang)
    return check_document(read(str(path)), settings).findings


def only(path: Path, *select: str, lang: str = "vi"):
    (finding,) = findings(path, *select, lang=lang)
    return finding


def edits(finding):
    return [(edit.action, dict(edit.properties)) for edit in finding.fix.edits]


def body_runs(document):
    return [run for paragraph in document.paragraphs for run in paragraph.runs if len(paragraph.text) > 100]


@pytest.mark.parametrize(
    "font", ["Times New Roman", "Times New Roman;Bookman Old Style", "Times New Roman Bold", "TIMES NEW ROMAN", "Times"]
)
def test_names_of_the_family(font):
    assert is_family(font)


@pytest.mark.parametrize("font", ["Arial", "Arial;Times New Roman", ".VnTime", "VNI-Times"])
def test_other_families(font):
    assert not is_family(font)


def test_text_has_no_layout_to_judge():
    name = rules_root() / "vi-du" / f"{STATE}.txt"
    report = check_document(read(str(name)), Settings(select=("KT",)))
    assert (report.findings, report.gaps) == ((), ())


# -- page -------------------------------------------------------------------------------------------------------------


def test_faulty_sections_are_one_finding_with_every_side(file):
    def change(document):
        document.sections[0].bottom_margin = Mm(12)
        section = document.add_section(WD_SECTION.NEW_PAGE)
        section.left_margin, section.bottom_margin = Mm(25), Mm(20)
        document.add_paragraph("Phần thêm")

    finding = only(file(change), "KT103")
    assert finding.message == (
        "Lề trang đang là dưới 12 mm (section 1); trái 25 mm (section 2); cần dưới 20-25 mm; trái 30-35 mm."
    )
    assert edits(finding) == [
        ("set_section", {"margin_bottom": round(20 * TWIPS_PER_MM)}),
        ("set_section", {"margin_left": round(30 * TWIPS_PER_MM)}),
    ]
    assert (finding.text, finding.anchor.start, finding.anchor.end) == ("", 0, 0)


def test_landscape_pages_with_a_wide_table_are_let_be(file):
    def change(document, columns):
        section = document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        document.add_table(rows=2, cols=columns)

    assert findings(file(lambda document: change(document, 6)), "KT102") == ()
    assert only(file(lambda document: change(document, 2)), "KT102").message.startswith(
        "Trang đang để ngang (section 2)"
    )


@pytest.mark.parametrize(("base", "told"), [(STATE, 1), (PARTY, 0)])
def test_mirrored_even_pages_are_the_way_of_the_party_alone(file, base, told):
    def change(document):
        document.settings.element.append(OxmlElement("w:mirrorMargins"))

    found = findings(file(change, base), "KT103", "KT104")
    assert len(found) == told
    assert all("trang chẵn trái 15, phải 30 mm (lề đối xứng)" in finding.message for finding in found)


def test_a_header_with_text_is_not_cleared_for_a_page_number(file):
    def change(document):
        section = document.sections[0]
        section.different_first_page_header_footer = False
        section.header.paragraphs[0].insert_paragraph_before("Văn phòng Ủy ban")

    finding = only(file(change), "KT115")
    assert finding.fix is None


# -- letters ----------------------------------------------------------------------------------------------------------


def inheriting(document):
    """The text takes its size from Normal, which has 12 pt; the other parts state their own."""
    document.styles["Normal"].font.size = Pt(12)
    start = next(i for i, p in enumerate(document.paragraphs) if p.text.startswith("Điều 1"))
    for paragraph in document.paragraphs[start:]:
        for run in paragraph.runs:
            run.font.size = None


def test_a_size_that_only_the_wrong_letters_inherit_is_mended_in_the_style(file):
    finding = only(file(inheriting), "KT231")
    assert "12 (từ kiểu đoạn Normal; bỏ đi thì cỡ 11, mặc định của tệp); cần cỡ 13-14" in finding.message
    assert edits(finding) == [("set_style", {"style": "Normal", "size_pt": 13.0})]
    assert finding.text == "Điều", "the first word stands for the paragraph"


def test_a_size_that_right_letters_inherit_too_is_mended_in_the_runs(file):
    def change(document):
        inheriting(document)
        for run in document.tables[-1].cell(0, 0).paragraphs[0].runs:
            run.font.size = None  # the label of the recipients has 12 pt, and rightly

    finding = only(file(change), "KT231")
    assert {(action, properties["size_pt"]) for action, properties in edits(finding)} == {("set_run", 13.0)}
    assert len(finding.fix.edits) > len(finding.related)


def test_direct_formatting_over_a_right_style_is_taken_away(file):
    def change(document):
        for run in body_runs(document):
            run.font.name = "Arial"

    finding = only(file(change), "KT201")
    assert "định dạng trực tiếp; bỏ đi thì Times New Roman, từ kiểu đoạn Normal" in finding.message
    assert {tuple(properties.items()) for _, properties in edits(finding)} == {(("font", None),)}
    assert all(edit.expected for edit in finding.fix.edits)


def test_provenance_is_told_in_english_too(file):
    def change(document):
        for run in body_runs(document):
            run.font.name = "Arial"

    message = only(file(change), "KT201", lang="en").message
    assert "direct formatting; without it Times New Roman, from the paragraph style Normal" in message


def test_old_fonts_are_mended_only_where_the_text_is_unicode(file):
    def change(document, text):
        run = body_runs(document)[0]
        run.text, run.font.name = text, ".VnTime"

    unicode_text = only(file(lambda document: change(document, "Chữ tiếng Việt đã mã hóa Unicode. " * 4)), "KT202")
    assert "chữ đã là Unicode" in unicode_text.message
    assert unicode_text.fix is not None
    coded = only(file(lambda document: change(document, "§¶ng bé tØnh l·nh ®¹o c¸c cÊp ñy ®¶ng. " * 4)), "KT202")
    assert "chữ mã hóa kiểu cũ" in coded.message
    assert coded.fix is None


def test_capitals_by_format_are_seen(file):
    def change(document):
        document.tables[-1].cell(0, 1).paragraphs[-1].runs[0].font.all_caps = True

    finding = only(file(change), "KT224")
    assert finding.message.startswith("Họ tên người ký: đang in hoa")


def test_a_post_under_a_line_of_authority_is_not_bold_in_the_party_but_one_alone_is(file):
    def sign(document, bold, authority):
        lines = [p for p in document.tables[-1].cell(0, 1).paragraphs if p.text]
        lines[1].runs[0].bold = bold
        if not authority:
            lines[0]._p.getparent().remove(lines[0]._p)

    assert only(file(lambda d: sign(d, True, True), PARTY), "KT223").message.startswith("Chức vụ: đang chữ đậm")
    assert only(file(lambda d: sign(d, False, False), PARTY), "KT223").message.startswith("Chức vụ: đang chữ không đậm")
    assert findings(file(lambda d: sign(d, True, False), PARTY), "KT223") == ()


# -- paragraphs -------------------------------------------------------------------------------------------------------


def test_a_tab_becomes_a_first_line_indent(file):
    def change(document):
        run = body_runs(document)[-1]
        run.text = "\t" + run.text
        next(p for p in document.paragraphs if p.text.startswith("\t")).paragraph_format.first_line_indent = Mm(0)

    finding = only(file(change), "KT303")
    assert edits(finding) == [("replace_text", {}), ("set_paragraph", {"first_line": 720})]
    assert finding.fix.edits[0].expected == "\t"


def test_spacing_that_other_parts_inherit_too_is_set_in_the_paragraphs(file):
    def change(document):
        normal = document.styles["Normal"].paragraph_format
        normal.line_spacing = 2.0

    finding = only(file(change), "KT305")
    assert "2 dòng (từ kiểu đoạn Normal; bỏ đi thì 1,15 dòng, mặc định của tệp)" in finding.message
    assert {action for action, _ in edits(finding)} == {"set_paragraph"}, "other parts inherit it too"
    assert all(properties == {"line_rule": "auto", "line": 1.5} for _, properties in edits(finding))


def test_a_party_signature_torn_off_asks_the_text_to_keep_with_it(file):
    def change(document):
        run = document.tables[-1].cell(0, 0).paragraphs[0].runs[0]
        run._r.insert(0, OxmlElement("w:lastRenderedPageBreak"))

    finding = only(file(change, PARTY), "KT322")
    assert finding.fix.safety == "unsafe"
    assert edits(finding) == [("set_paragraph", {"keep_next": True})]


def test_an_empty_paragraph_that_opens_the_page_of_the_signature_tears_it_off_too(file):
    def change(document):
        blank = document.tables[-1]._tbl.getprevious()
        blank.addnext(copy.deepcopy(blank))
        paragraph = Paragraph(blank.getnext(), document)
        for run in list(paragraph.runs):
            run._r.getparent().remove(run._r)
        paragraph.paragraph_format.page_break_before = True

    finding = only(file(change, PARTY), "KT322")
    assert edits(finding) == [("set_paragraph", {"keep_next": True})] * 2


def in_a_style_of_its_own(document):
    """The running text in the style "Noi dung", which states what each test spoils."""
    style = document.styles.add_style("Noi dung", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    start = next(i for i, p in enumerate(document.paragraphs) if p.text.startswith("Điều 1"))
    running = document.paragraphs[start:]
    for paragraph in running:
        paragraph.style = style
        paragraph.paragraph_format.alignment = None
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    return style, [paragraph for paragraph in running if len(paragraph.text) > 100]


def test_what_the_whole_text_inherits_is_mended_in_its_style(file):
    def change(document):
        style, _ = in_a_style_of_its_own(document)
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT

    finding = only(file(change), "KT301")
    assert "từ kiểu đoạn Noi dung" in finding.message
    assert [action for action, _ in edits(finding)] == ["set_style"]
    assert edits(finding)[0][1]["align"] == "both"


def test_one_paragraph_that_deviates_is_mended_itself(file):
    def change(document):
        _, long = in_a_style_of_its_own(document)
        long[0].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT

    finding = only(file(change), "KT301")
    assert "định dạng trực tiếp; bỏ đi thì dàn đều" in finding.message
    assert edits(finding) == [("set_paragraph", {"align": "both"})]


def test_one_run_that_deviates_is_mended_itself(file):
    def change(document):
        body_runs(document)[0].font.name = "Arial"

    finding = only(file(change), "KT201")
    assert edits(finding) == [("set_run", {"font": None})], "what lies beneath it is right"


def test_a_font_of_the_theme_is_told_as_such(file):
    def change(document):
        run = body_runs(document)[0]
        run.font.name = None
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:asciiTheme"), "minorHAnsi")

    finding = only(file(change), "KT201")
    assert "phông chủ đề, định dạng trực tiếp; bỏ đi thì Times New Roman" in finding.message
