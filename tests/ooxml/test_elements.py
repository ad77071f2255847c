"""Every element that can hold visible text, and every one that holds what is not visible: one test each."""

from __future__ import annotations

import pytest
from wordml import members, p, pack, package, r, read, t, table, text, texts

from vanban_lint.model import CellPosition
from vanban_lint.ooxml.package import Package
from vanban_lint.ooxml.reader import read_document

BOX = "<w:txbxContent>{}</w:txbxContent>"
CHOICE = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><wps:wsp><wps:txbx>'
    f"{BOX}</wps:txbx></wps:wsp></a:graphic></wp:anchor></w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (r("Số 35"), "Số 35"),
        (f"<w:hyperlink>{r('liên kết')}</w:hyperlink>", "liên kết"),
        (f"<w:smartTag><w:smartTagPr/>{r('Hà Nội')}</w:smartTag>", "Hà Nội"),
        (f"<w:customXml><w:customXmlPr/>{r('ngày')}</w:customXml>", "ngày"),
        (f"<w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr></w:sdtPr><w:sdtContent>{r('ô')}</w:sdtContent></w:sdt>", "ô"),
        (f'<w:ins w:id="1">{r("thêm")}</w:ins>', "thêm"),
        (f'<w:moveTo w:id="1">{r("đến")}</w:moveTo>', "đến"),
        (f'<w:fldSimple w:instr="DATE">{r("1/1")}</w:fldSimple>', "1/1"),
        (f"<w:dir>{r('a')}</w:dir><w:bdo>{r('b')}</w:bdo>", "ab"),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
        (field(" REF a ", r("Điều 1")), "Điều 1"),
        (field(" IF " + "</w:instrText></w:r>" + field("X", r("không")) + "<w:r><w:instrText>", r("có")), "có"),
        ('<w:del w:id="1"><w:r><w:delText>bỏ</w:delText></w:r></w:del>', ""),
        (f'<w:moveFrom w:id="1">{r("đi")}</w:moveFrom>', ""),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>", ""),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
        ('<w:r><w:t>a</w:t><w:ptab w:alignment="right"/><w:t>b</w:t></w:r>', "a\tb"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a\nb"),
        ("<w:r><w:t>a</w:t><w:cr/><w:t>b</w:t></w:r>", "a\nb"),
        ("<w:r><w:t>35</w:t><w:noBreakHyphen/><w:t>CT</w:t></w:r>", "35-CT"),
        ("<w:r><w:t>văn</w:t><w:softHyphen/><w:t>bản</w:t></w:r>", "vănbản"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "≥"),
        ('<w:r><w:footnoteReference w:id="2"/></w:r>', ""),
        ("<w:r><w:t>a &amp; b &#7841;</w:t></w:r>", "a & b ạ"),
        ("<w:r><w:t><![CDATA[a<b]]></w:t></w:r>", "a<b"),
        ("<w:r><w:t>a<!-- <w:r><w:t>x</w:t></w:r> -->b</w:t></w:r>", "ab"),
        ('<w:r w:note="a>b"><w:t>c</w:t></w:r>', "c"),
        ("<w:r><w:t>một\nhai</w:t></w:r>", "một hai"),
    ],
)
def test_text_of_one_paragraph(content: str, shown: str) -> None:
    assert text(content) == shown


def test_blanks_at_the_ends_count_only_when_preserved() -> None:
    assert text('<w:r><w:t>  a </w:t></w:r><w:r><w:t xml:space="preserve"> b </w:t></w:r>') == "a b "
    assert text("<w:r><w:rPr/><w:t>  a </w:t><w:t>\u00a0b</w:t></w:r>") == "a\u00a0b"


def test_paragraphs_in_block_containers() -> None:
    control = f"<w:sdt><w:sdtContent>{p('một')}</w:sdtContent></w:sdt>"
    body = f"{control}<w:customXml>{p('hai')}</w:customXml><w:ins>{p('ba')}</w:ins>"
    assert texts(body) == ["một", "hai", "ba"]
    span = read(body).body.paragraphs[0].spans[0]
    assert read(body).body.contexts[span.context] == ("sdt",)


def test_context_names_the_containers_from_the_outermost() -> None:
    content = f"<w:ins><w:hyperlink>{field('REF', r('x'))}</w:hyperlink></w:ins>{r('y')}"
    part = read(f"<w:p>{content}</w:p>").body
    assert [part.contexts[span.context] for span in part.paragraphs[0].spans] == [("ins", "hyperlink", "field"), ()]


def test_a_text_box_is_a_part_and_counted_once() -> None:
    document = read(p("trước", CHOICE.format(p("DỰ THẢO"), p("DỰ THẢO")), "sau"))
    assert [part.name for part in document.parts] == ["body", "box1"]
    assert document.body.paragraphs[0].text == "trướcsau"
    box = document.part("box1")
    assert (box.kind, box.paragraphs[0].text, box.anchor) == ("box", "DỰ THẢO", ("body", 1, 5, 5))


def test_the_fallback_is_read_when_the_choice_is_not_understood() -> None:
    content = CHOICE.replace('Requires="wps"', 'Requires="future"').format(p("mới"), p("cũ"))
    assert read(p(content)).part("box1").paragraphs[0].text == "cũ"


def test_a_vml_text_box_by_itself() -> None:
    box = BOX.format(p("MẬT") + table([p("a")]))
    content = f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>"
    part = read(p(content)).part("box1")
    assert [paragraph.text for paragraph in part.paragraphs] == ["MẬT", "a"]
    assert part.paragraphs[1].cell == (CellPosition(1, 1, 1),)


def test_word_art_is_a_box() -> None:
    content = '<w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r>'
    assert read(p("a", content)).part("box1").paragraphs[0].text == "DỰ THẢO"


def test_tables_give_the_path_of_cells_and_grid_columns() -> None:
    inner = table([p("trong")])
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("rộng")
    body = table([p("a"), inner + p("b"), p("c")], [wide, p("d")]) + p("ngoài")
    document = read(body)
    cells = {paragraph.text: paragraph.cell for paragraph in document.body.paragraphs}
    assert cells["a"] == (CellPosition(1, 1, 1),)
    assert cells["trong"] == (CellPosition(1, 1, 2), CellPosition(2, 1, 1))
    assert cells["rộng"] == (CellPosition(1, 2, 1, 2),)
    assert cells["d"] == (CellPosition(1, 2, 3),)
    assert cells["ngoài"] == ()
    outer, nested = document.body.tables
    assert (outer.rows, outer.columns, outer.first_paragraph, outer.last_paragraph) == (2, 3, 1, 6)
    assert nested.parent == CellPosition(1, 1, 2)


def test_hidden_text_is_left_out_and_told() -> None:
    document = read(p("thấy", r("ẩn", "<w:vanish/>"), r("hiện", '<w:vanish w:val="0"/>')))
    assert document.body.paragraphs[0].text == "thấyhiện"
    (note,) = document.unread
    assert (note.key, note.place, note.detail) == ("reading.hidden_text", "body:1", "ẩn")


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("<w:r><w:object><v:shape><v:imagedata/></v:shape></w:object></w:r>", "reading.object"),
        ("<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>", "reading.picture"),
    ],
)
def test_what_cannot_be_read_is_told_once(content: str, key: str) -> None:
    assert [note.key for note in read(p(content, content)).unread] == [key]


def test_an_unfinished_field_that_swallows_text_is_told() -> None:
    document = read(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', r("mất")))
    assert document.body.paragraphs[0].text == ""
    assert [note.key for note in document.unread] == ["reading.field"]


def test_notes_are_a_part_without_their_rule() -> None:
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{p("gạch")}</w:footnote>'
        f'<w:footnote w:id="1">{p("Chú thích một")}{p("tiếp")}</w:footnote><w:footnote w:id="2">{p("hai")}</w:footnote>'
    )
    document = read(p("a"), footnotes=notes)
    assert [paragraph.text for paragraph in document.part("footnotes").paragraphs] == ["Chú thích một", "tiếp", "hai"]


def test_old_properties_of_a_tracked_change_are_not_the_new_ones() -> None:
    change = '<w:jc w:val="center"/><w:pPrChange><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrChange>'
    empty = '<w:jc w:val="center"/><w:pPrChange><w:pPr/></w:pPrChange>'
    run = "<w:r><w:rPr><w:b/><w:rPrChange><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r>"
    for properties in (change, empty):
        (paragraph,) = read(p(run, properties=properties)).body.paragraphs
        assert (paragraph.text, paragraph.format.align) == ("a", "center")
        assert paragraph.spans[0].format.bold
        assert not paragraph.spans[0].format.italic


def test_properties_that_hold_properties_of_their_own_name() -> None:
    run = "<w:r><w:rPr><w:b/><w:rPr><w:i/></w:rPr></w:rPr><w:t>a</w:t></w:r>"
    assert text(run, "<w:r><w:rPr><w:rPr/></w:rPr><w:t>b</w:t></w:r>", r("c")) == "abc"


def test_page_breaks_before_and_inside() -> None:
    page = '<w:br w:type="page"/>'
    body = (
        p("một", f"<w:r>{page}</w:r>")
        + p("hai")
        + p("ba", f"<w:r>{page}<w:t>bốn</w:t></w:r>")
        + p("<w:r><w:lastRenderedPageBreak/><w:t>năm</w:t></w:r>")
        + p("sáu ", "<w:r><w:lastRenderedPageBreak/><w:t>bảy</w:t></w:r>")
        + p("tám", properties="<w:pageBreakBefore/>")
    )
    found = [(q.text, q.break_before, q.breaks) for q in read(body).body.paragraphs]
    assert found == [
        ("một", False, (3,)),
        ("hai", True, ()),
        ("ba\nbốn", False, (2,)),
        ("năm", True, ()),
        ("sáu bảy", False, (4,)),
        ("tám", True, ()),
    ]


def test_byte_offsets_lead_to_the_run_and_its_text() -> None:
    body = p(r("ạ"), '<w:r w:rsidR="1"><w:tab/><w:t>b&amp;</w:t></w:r>') + "<w:p/>" + p("<w:ins>" + r("c") + "</w:ins>")
    raw = package(body)
    data = Package(raw, "").part("word/document.xml")
    paragraphs = read(body).body.paragraphs
    for paragraph in paragraphs:
        begin, end = paragraph.byte_range
        assert data[begin:end].startswith(b"<w:p")
        assert data[begin:end].endswith((b"</w:p>", b"<w:p/>"))
        for span in paragraph.spans:
            assert data[span.run_at :].startswith(b"<w:r")
    tags = [data[span.text_at :].split(b">")[0] for paragraph in paragraphs for span in paragraph.spans]
    assert tags == [b'<w:t xml:space="preserve"', b"<w:tab/", b"<w:t", b'<w:t xml:space="preserve"']


def test_a_page_break_inside_a_text_has_a_span_of_its_own() -> None:
    body = p("ba", '<w:r><w:br w:type="page"/><w:t>bốn</w:t></w:r>')
    data = Package(package(body), "").part("word/document.xml")
    (paragraph,) = read(body).body.paragraphs
    assert paragraph.text == "ba\nbốn"
    assert [data[span.text_at :][:5] for span in paragraph.spans] == [b"<w:t ", b"<w:br", b"<w:t>"]


def test_unusual_prefixes_are_read_but_carry_no_offsets() -> None:
    document = (
        '<?xml version="1.0" encoding="UTF-16"?><x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main">'
        '<x:body><x:p><x:pPr><x:jc x:val="center"/></x:pPr><x:r><x:t>Số &lt;1&gt;</x:t></x:r></x:p>'
        "</x:body></x:document>"
    )
    result = read_document(pack(members(document.encode("utf-16"))), "x.docx")
    (paragraph,) = result.body.paragraphs
    assert (paragraph.text, paragraph.format.align) == ("Số <1>", "center")
    assert (paragraph.spans[0].run_at, paragraph.byte_range) == (-1, (-1, -1))


@pytest.mark.parametrize(
    ("content", "kind", "length"),
    [
        ('<w:drawing><wp:extent cx="1270000" cy="0"/><a:prstGeom prst="line"/></w:drawing>', "drawing", 2000),
        (
            '<w:drawing><wp:extent cx="635000" cy="0"/><a:prstGeom prst="straightConnector1"/></w:drawing>',
            "drawing",
            1000,
        ),
        ('<w:pict><v:line from="10pt,3pt" to="110pt,3pt"/></w:pict>', "vml", 2000),
        ('<w:pict><v:shape type="#_x0000_t32" style="width:100pt;height:0"/></w:pict>', "vml", 2000),
        ('<w:pict><v:rect o:hr="t"/></w:pict>', "vml", None),
    ],
)
def test_drawn_lines(content: str, kind: str, length: int | None) -> None:
    document = read(p("a") + p(f"<w:r>{content}</w:r>"))
    assert [(line.paragraph, line.kind, line.length) for line in document.lines] == [(2, kind, length)]
    assert document.body.paragraphs[1].has_drawing


def test_a_line_in_both_branches_is_one_and_an_upright_one_none() -> None:
    upright = '<w:r><w:drawing><wp:extent cx="0" cy="635000"/><a:prstGeom prst="line"/></w:drawing></w:r>'
    twice = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:extent cx="6350" cy="0"/>'
        '<a:prstGeom prst="line"/></w:drawing></mc:Choice><mc:Fallback><w:pict><v:line from="0,0" to="1pt,0"/></w:pict>'
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert [line.length for line in read(p(upright, twice)).lines] == [10]


def test_a_paragraph_border_is_a_line() -> None:
    document = read(p("a", properties='<w:pBdr><w:bottom w:val="single"/></w:pBdr>'))
    assert [(line.kind, line.paragraph) for line in document.lines] == [("border", 1)]


def test_texts_helper_reads_plain_runs() -> None:
    assert texts(p(t("a").join(("<w:r>", "</w:r>")))) == ["a"]
