"""Sections, headers and footers, page numbers."""

from __future__ import annotations

import pytest
from wordml import p, r, read

from vanban_lint.model import Document

FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
SIMPLE = f'<w:fldSimple w:instr="PAGE">{r("2")}</w:fldSimple>'
CENTRE = '<w:jc w:val="center"/>'


def section(*references: str, extra: str = "", size: str = '<w:pgSz w:w="11907" w:h="16840"/>') -> str:
    items = "".join(
        f'<w:{name.rstrip("12345")}Reference w:type="{kind}" r:id="{name}"/>'
        for name, kind in (reference.split(":") for reference in references)
    )
    margins = (
        '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
    )
    return f"<w:sectPr>{items}{size}{margins}{extra}</w:sectPr>"


def numbers(document: Document, index: int = 0) -> list[tuple[str, str, str | None]]:
    return [(n.where, n.kind, n.align) for n in document.sections[index].page_numbers]


def test_page_set_up_and_ranges() -> None:
    wide = section(size='<w:pgSz w:w="16840" w:h="11907" w:orient="landscape"/>', extra='<w:cols w:num="2"/>')
    body = p("a") + p("b", properties=section()) + p("c") + wide
    document = read(body)
    first, second = document.sections
    assert (first.first_paragraph, first.last_paragraph, first.page_width, first.margin_left) == (1, 2, 11907, 1701)
    assert (second.first_paragraph, second.last_paragraph, second.landscape, second.columns) == (3, 3, True, 2)
    assert [q.section for q in document.body.paragraphs] == [0, 0, 1]
    assert [q.break_before for q in document.body.paragraphs] == [False, False, True]


def test_a_continuous_section_breaks_no_page() -> None:
    body = p("a", properties=section()) + p("b") + section(extra='<w:type w:val="continuous"/>')
    assert not read(body).body.paragraphs[1].break_before


def test_a_body_without_a_section_has_one_that_states_nothing() -> None:
    (only,) = read(p("a") + p("b")).sections
    assert (only.first_paragraph, only.last_paragraph, only.page_width) == (1, 2, None)


@pytest.mark.parametrize("field", [FIELD, SIMPLE, "<w:r><w:pgNum/></w:r>"])
def test_a_page_number_in_the_header(field: str) -> None:
    document = read(p("a") + section("header1:default"), header1=p(field, properties=CENTRE))
    assert numbers(document) == [("header", "default", "center")]
    assert document.sections[0].parts == (("header:default", "header1"),)


def test_size_of_the_page_number() -> None:
    document = read(p("a") + section("footer1:default"), footer1=p(FIELD))
    assert document.sections[0].page_numbers[0].size_pt == 13.0


def test_a_first_header_counts_only_with_a_title_page() -> None:
    parts = {"header1": p(FIELD, properties=CENTRE), "header2": p("trang đầu")}
    body = p("a") + section("header1:default", "header2:first")
    assert [part.name for part in read(body, **parts).parts] == ["body", "header1"]
    titled = read(p("a") + section("header1:default", "header2:first", extra="<w:titlePg/>"), **parts)
    assert titled.sections[0].title_page
    assert dict(titled.sections[0].parts) == {"header:default": "header1", "header:first": "header2"}
    assert numbers(titled) == [("header", "default", "center")]


def test_even_headers_count_only_when_the_settings_say_so() -> None:
    parts = {"header1": p("lẻ"), "header2": p(FIELD)}
    body = p("a") + section("header1:default", "header2:even")
    assert numbers(read(body, **parts)) == []
    document = read(body, settings="<w:evenAndOddHeaders/><w:mirrorMargins/>", **parts)
    assert numbers(document) == [("header", "even", "left")]
    assert (document.even_odd_headers, document.mirror_margins) == (True, True)


def test_a_section_inherits_the_headers_of_the_one_before() -> None:
    body = p("a", properties=section("header1:default")) + p("b") + section()
    document = read(body, header1=p(FIELD))
    assert numbers(document, 1) == [("header", "default", "left")]


@pytest.mark.parametrize(
    ("content", "align"),
    [
        (
            p("<w:r><w:tab/></w:r>", SIMPLE, properties='<w:tabs><w:tab w:val="center" w:pos="4680"/></w:tabs>'),
            "center",
        ),
        (p('<w:r><w:ptab w:alignment="right"/></w:r>', SIMPLE), "right"),
        (p(SIMPLE, properties='<w:framePr w:wrap="around" w:xAlign="center"/>'), "center"),
        (f"<w:sdt><w:sdtContent>{p(SIMPLE, properties=CENTRE)}</w:sdtContent></w:sdt>", "center"),
    ],
)
def test_where_a_page_number_stands(content: str, align: str) -> None:
    assert numbers(read(p("a") + section("header1:default"), header1=content)) == [("header", "default", align)]


def test_a_page_number_in_a_text_box_of_the_header() -> None:
    box = (
        '<w:r><w:pict><v:shape style="position:absolute;mso-position-horizontal:center"><v:textbox><w:txbxContent>'
        f"{p(SIMPLE)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    assert numbers(read(p("a") + section("header1:default"), header1=p(box))) == [("header", "default", "center")]


def test_other_fields_are_no_page_numbers() -> None:
    content = p(
        f'<w:fldSimple w:instr="NUMPAGES">{r("9")}</w:fldSimple>',
        f'<w:fldSimple w:instr="PAGEREF a">{r("9")}</w:fldSimple>',
    )
    assert numbers(read(p("a") + section("header1:default"), header1=content)) == []


def test_a_reference_to_nothing_is_passed_over() -> None:
    assert read(p("a") + section("header1:default")).sections[0].parts == ()
