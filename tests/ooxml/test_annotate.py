"""Annotated copies: comments at exactly their characters, nothing else changed, no doubling."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree
from ooxml import wordml
from ooxml.integrity import W, problems

from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.errors import UnreadableError
from vanban_lint.model import Anchor, Finding
from vanban_lint.ooxml.comments import remarks, without_own
from vanban_lint.ooxml.package import Package
from vanban_lint.ooxml.reader import read_document
from vanban_lint.report.docx import annotated

DATE = "2026-05-27T08:00:00Z"


def report_on(raw: bytes, *places: tuple):
    """A report with one finding at each anchor."""
    document = read_document(raw, "x.docx")
    report = check_document(document, Settings(select=("TT120",)))
    findings = tuple(_finding(document, Anchor(*place)) for place in places)
    return report._replace(findings=findings)


def _finding(document, anchor) -> Finding:
    text = document.text(anchor)
    return Finding("TT120", "ten", "loi", "chac_chan", "Sai & cần <sửa>.", "Điều 1", None, "", anchor, text, ("", ""))


def annotate(raw: bytes, *places: tuple) -> bytes:
    result = annotated(raw, report_on(raw, *places), "vi", DATE).raw
    assert problems(result) == []
    return result


def commented(raw: bytes, member: str = "word/document.xml") -> list[str]:
    """Text that each comment covers, in the order of their marks."""
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(raw)).read(member))
    found: dict[str, str] = {}
    open_marks: list[str] = []
    for element in root.iter():
        if element.tag == W + "commentRangeStart":
            open_marks.append(element.get(W + "id"))
            found[open_marks[-1]] = ""
        elif element.tag == W + "commentRangeEnd":
            open_marks.remove(element.get(W + "id"))
        elif element.tag == W + "t":
            for mark in open_marks:
                found[mark] += element.text or ""
    return list(found.values())


@pytest.mark.parametrize(
    ("body", "place", "text"),
    [
        (wordml.p("Căn cứ Luật"), (4, 7), "cứ "),
        (wordml.p(wordml.r("Căn ", "<w:b/>"), "cứ Luật"), (2, 6), "n cứ"),
        (wordml.p(wordml.r("Căn cứ")), (0, 6), "Căn cứ"),
        (wordml.p("<w:r><w:t>Căn</w:t><w:tab/><w:t>cứ</w:t></w:r>"), (4, 6), "cứ"),
        (wordml.p("Căn", '<w:hyperlink w:anchor="a"><w:r><w:t>cứ Luật</w:t></w:r></w:hyperlink>'), (2, 5), "ncứ"),
        (wordml.p('<w:smartTag w:element="a"><w:r><w:t>Căn cứ</w:t></w:r></w:smartTag>'), (1, 3), "ăn"),
        (wordml.p("Ca\u0306n cu\u031b\u0301"), (4, 6), "cu\u031b\u0301"),
    ],
)
def test_a_comment_covers_exactly_its_characters(body, place, text):
    raw = annotate(wordml.package(body), ("body", 1, *place))
    assert commented(raw) == [text]


def test_a_comment_in_a_cell_and_in_a_footnote():
    cell = wordml.table([wordml.p("Một"), wordml.p("Hai")])
    assert commented(annotate(wordml.package(cell + wordml.p("")), ("body", 2, 1, 3))) == ["ai"]
    note = '<w:footnote w:id="2">' + wordml.p("Chú thích") + "</w:footnote>"
    raw = annotate(wordml.package(wordml.p("Văn bản"), footnotes=note), ("footnotes", 1, 0, 3))
    assert commented(raw, "word/footnotes.xml") == ["Chú"]


def test_a_field_is_not_cut():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Điều 5</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    raw = annotate(wordml.package(wordml.p("Theo ", field, " của")), ("body", 1, 7, 9))
    assert commented(raw) == ["Điều 5"]
    assert "ôm cả trường" in remarks(Package(raw, ""))[0].text


def test_a_header_or_a_box_gets_its_comment_nearby_and_the_comment_says_so():
    reference = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    raw = wordml.package(wordml.p("Văn bản") + reference, header1=wordml.p("Đầu trang"))
    result = annotate(raw, ("header1", 1, 0, 3))
    assert "đầu trang" in remarks(Package(result, ""))[0].text
    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>'
        f"{wordml.p('Trong khung')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )
    result = annotate(wordml.package(wordml.p("Trước", box, "sau")), ("box1", 1, 0, 5))
    assert "trong khung chữ" in remarks(Package(result, ""))[0].text


def test_a_comment_stays_out_of_a_block_control():
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{wordml.p('Bên trong')}</w:sdtContent></w:sdt>"
    raw = annotate(wordml.package(wordml.p("Trước") + control), ("body", 2, 0, 3))
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(raw)).read("word/document.xml"))
    (mark,) = root.iter(W + "commentReference")
    assert not any(element.tag == W + "sdt" for element in mark.iterancestors())


def test_places_without_characters():
    raw = annotate(wordml.package(wordml.p("Chữ") + "<w:p/>"), ("body", 1, 3, 3), ("body", 2, 0, 0))
    assert commented(raw) == ["", ""]


def test_a_second_run_replaces_the_first_and_keeps_other_people():
    theirs = (
        '<w:comment w:id="0" w:author="Lan" w:date="2026-01-01T00:00:00Z"><w:p><w:r><w:t>Xem lại</w:t></w:r></w:p>'
        "</w:comment>"
    )
    body = wordml.p(
        '<w:commentRangeStart w:id="0"/>',
        "Căn cứ",
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
    )
    raw = commenting_package(body, theirs)
    once = annotate(raw, ("body", 1, 1, 3))
    again = annotate(without_own(once, "x.docx"), ("body", 1, 1, 3))
    assert files(once) == files(again)
    assert [remark.author for remark in remarks(Package(again, ""))] == ["Lan", "vanban-lint"]
    assert read_document(again, "x").body.paragraphs[0].text == "Căn cứ"


@pytest.mark.parametrize("form", ["<w:comments {n}/>", "<w:comments {n}></w:comments>"])
def test_an_empty_comments_part_takes_comments(form):
    raw = wordml.package(wordml.p("Căn cứ"), comments="<?xml version='1.0'?>" + form.format(n=wordml.NAMESPACES))
    raw = declared(raw)
    assert len(remarks(Package(annotate(raw, ("body", 1, 0, 2)), ""))) == 1


def test_everything_else_keeps_its_bytes():
    raw = wordml.package(wordml.p("Căn cứ", properties="<w:keepNext/>"), styles="<w:style w:styleId='a'/>")
    before, after = files(raw), files(annotate(raw, ("body", 1, 0, 3)))
    assert {name for name in before if before[name] != after[name]} == {
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
    }
    assert list(after)[: len(before)] == list(before)


@pytest.mark.parametrize(
    ("settings", "key"),
    [
        ('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>', "protection.document"),
        ('<w:documentProtection w:edit="comments" w:enforcement="1"/>', None),
        ('<w:documentProtection w:edit="readOnly" w:enforcement="0"/>', None),
        ('<w:writeProtection w:recommended="1"/>', None),
        ("<w:writeProtection/>", "protection.write"),
    ],
)
def test_protection_is_heeded(settings, key):
    raw = wordml.package(wordml.p("Căn cứ"), settings=settings)
    if key is None:
        assert commented(annotate(raw, ("body", 1, 0, 3))) == ["Căn"]
        return
    with pytest.raises(UnreadableError) as caught:
        annotate(raw, ("body", 1, 0, 3))
    assert caught.value.key == key


def test_a_signed_file_is_not_written():
    signed = wordml.pack({**files(wordml.package(wordml.p("Chữ"))), "_xmlsignatures/sig1.xml": "<a/>"})
    with pytest.raises(UnreadableError) as caught:
        annotate(signed, ("body", 1, 0, 1))
    assert caught.value.key == "protection.signed"


def files(raw: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(raw))
    return {name: archive.read(name) for name in archive.namelist()}


def commenting_package(body: str, comments: str) -> bytes:
    """A package that has a comments part already."""
    return declared(wordml.package(body, comments=comments))


def declared(raw: bytes) -> bytes:
    """The package with the right content type for its comments part."""
    kept = files(raw)
    override = f'<Override PartName="/word/comments.xml" ContentType="{wordml.WORD}.comments+xml"/></Types>'
    kept["[Content_Types].xml"] = kept["[Content_Types].xml"].replace(b"</Types>", override.encode())
    return wordml.pack(kept)
