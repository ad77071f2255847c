"""Files that are broken, locked, of another kind or harmful: one clear error each, and nothing else is ever raised."""

from __future__ import annotations

import io
import struct
import time
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wordml import REL, WORD, document_xml, members, p, pack, package, r, relationships, table

from vanban_lint.catalogue import say
from vanban_lint.errors import UnreadableError
from vanban_lint.ooxml import archive
from vanban_lint.ooxml.reader import read_document

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
GOOD = package(p("Số 35-CT/TU"), styles="<w:docDefaults/>", header1=p("a"))


def fails(raw: bytes) -> str:
    """Key of the error; its text must exist in both languages."""
    with pytest.raises(UnreadableError) as caught:
        read_document(raw, "x.docx")
    for lang in ("vi", "en"):
        assert "\n" not in say(caught.value.key, lang, **caught.value.params)
    return caught.value.key.removeprefix("reading.")


def with_member(name: str, content: bytes | str) -> bytes:
    return pack({**members(document_xml(p("a"))), name: content})


def main_part(content: bytes | str) -> bytes:
    return pack(members(content))


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        ("Chỉ thị về công tác".encode(), "not_docx"),
        (b"{\\rtf1 abc}", "rtf"),
        (b"%PDF-1.7", "pdf"),
        (b"<html><body>a</body></html>", "html"),
        (b'<?xml version="1.0"?><pkg:package>', "word_xml"),
        (OLE, "doc"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (OLE + "Workbook".encode("utf-16-le"), "spreadsheet"),
        (b"PK\x03\x04", "damaged"),
        (b"PK\x05\x06" + bytes(18), "not_docx"),
        (GOOD[: len(GOOD) // 2], "damaged"),
        (GOOD[:-30], "damaged"),
        (pack({"a.txt": "a"}), "not_docx"),
        (pack({"mimetype": "application/vnd.oasis.opendocument.text"}), "odt"),
        (pack({"[Content_Types].xml": "<Types/>"}), "no_main_part"),
    ],
)
def test_what_is_no_word_file(raw: bytes, key: str) -> None:
    assert fails(raw) == key


@pytest.mark.parametrize(
    ("kind", "key"), [("spreadsheetml.sheet", "spreadsheet"), ("presentationml.x", "presentation")]
)
def test_other_office_files(kind: str, key: str) -> None:
    files = members(document_xml(""))
    files["[Content_Types].xml"] = str(files["[Content_Types].xml"]).replace("wordprocessingml.document", kind)
    assert fails(pack(files)) == key


def test_a_zip_bomb_is_refused_by_its_declared_size() -> None:
    assert fails(main_part(b" " * (archive.MAX_MEMBER + 1))) == "too_large"
    assert fails(with_member("word/media/a.bin", bytes(2 << 20))) == "too_large"  # 2 MB of zeros: ratio over 200


def test_all_members_together_may_not_be_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_TOTAL", 1000)
    assert fails(GOOD) == "too_large"


def test_too_many_members() -> None:
    files = {f"a{i}": "" for i in range(archive.MAX_MEMBERS)}
    assert fails(pack({**members(document_xml("")), **files})) == "too_many_parts"


def test_a_header_that_lies_about_the_size_is_not_trusted() -> None:
    raw = bytearray(main_part(document_xml(p("a" * 5000))))
    at = raw.rfind(b"PK\x01\x02", 0, raw.rfind(b"word/document.xml"))
    struct.pack_into("<L", raw, at + 24, 100)
    assert fails(bytes(raw)) == "damaged"


@pytest.mark.parametrize("name", ["../x.xml", "/x.xml", "a\\b.xml", "C:x.xml", "a/../../b"])
def test_unsafe_names(name: str) -> None:
    assert fails(with_member(name, "a")) == "unsafe_name"


def test_two_parts_of_one_name() -> None:
    buffer = io.BytesIO(GOOD)
    with zipfile.ZipFile(buffer, "a") as file:
        file.writestr("WORD/document.xml", "<a/>")
    assert fails(buffer.getvalue()) == "duplicate_part"


def test_a_compression_that_word_does_not_use() -> None:
    assert fails(pack(members(document_xml(p("a"))), zipfile.ZIP_BZIP2)) == "compression"


def test_stored_members_are_read() -> None:
    document = read_document(pack(members(document_xml(p("a"))), zipfile.ZIP_STORED), "x.docx")
    assert document.body.paragraphs[0].text == "a"


def test_a_member_with_a_password() -> None:
    raw = bytearray(GOOD)
    at = raw.find(b"PK\x01\x02")
    raw[at + 8] |= 1
    assert fails(bytes(raw)) == "password"


def test_broken_deflate_and_wrong_checksum() -> None:
    raw = bytearray(GOOD)
    at = raw.find(b"word/document.xml")
    raw[at + 20 : at + 40] = b"\xff" * 20
    assert fails(bytes(raw)) == "damaged"


DTD = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
XXE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("dtd", [DTD, XXE, "<!DOCTYPE x>"])
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "[Content_Types].xml", "_rels/.rels"])
def test_any_dtd_is_refused(dtd: str, part: str) -> None:
    files = members(document_xml(p("&a;" if "ENTITY" in dtd else "a")), styles="<w:docDefaults/>")
    files[part] = dtd + str(files[part])
    assert fails(pack(files)) == "dtd"


def test_a_dtd_in_utf_16_is_refused() -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?>' + DTD + document_xml(p("a"))
    assert fails(main_part(text.encode("utf-16"))) == "dtd"


@pytest.mark.parametrize(
    "body",
    [
        "<w:sdt>" * 40_000 + "</w:sdt>" * 40_000,
        "<w:p><w:del>" + "<w:r>" * 300 + "</w:r>" * 300 + "</w:del></w:p>",
        "<w:p>" + "<w:pPr>" * 300 + "</w:pPr>" * 300 + "</w:p>",
        "<w:p><w:pPr>" + "<w:x>" * 300 + "</w:x>" * 300 + "</w:pPr></w:p>",
        "<w:tbl><w:tr><w:tc>" * 90 + "</w:tc></w:tr></w:tbl>" * 90,
    ],
)
def test_deep_nesting_is_refused(body: str) -> None:
    assert fails(main_part(document_xml(body))) == "too_deep"


@pytest.mark.parametrize(
    "document",
    [
        "<w:document",
        document_xml("<w:p>"),
        document_xml(p("a")).replace("</w:body>", ""),
        document_xml(p("a\x01")),
        document_xml("<w:p><w:r><w:rPr><w:b</w:rPr><w:t>a</w:t></w:r></w:p>"),
        document_xml('<w:p><w:r><w:rPr><w:b w:val=x/></w:rPr><w:t xml:space="preserve">a</w:t></w:r></w:p>'),
        document_xml(p("a")).encode() + b"\xff",
        document_xml(p("a")).encode().replace(b">a<", b">\xff<"),
    ],
)
def test_broken_xml(document: str | bytes) -> None:
    assert fails(main_part(document)) == "bad_xml"


def test_broken_styles() -> None:
    assert fails(package(p("a"), styles="<w:x>")) == "bad_xml"


def test_an_error_in_remembered_parts_names_the_file_at_hand() -> None:
    raw = package(p("a"), styles="<w:x>")
    for path in ("một.docx", "hai.docx"):
        with pytest.raises(UnreadableError) as caught:
            read_document(raw, path)
        assert (caught.value.path, caught.value.params) == (path, {"name": "word/styles.xml"})


@pytest.mark.parametrize("piece", ["<w:r>", "<w:r><w:rPr>", "<w:pPr>", "<w:pPr><w:a/>", "<w:r><w:t>", '<w:r a="'])
def test_a_part_made_to_be_slow_is_refused_at_once(piece: str) -> None:
    start = time.process_time()
    assert fails(pack(members(document_xml(piece * 200_000)), zipfile.ZIP_STORED)) in ("too_deep", "bad_xml")
    assert time.process_time() - start < 2


def linked(count: int, kind: str, target: str = "https://example.com/a") -> bytes:
    links = "".join(
        f'<Relationship Id="e{i}" Type="{REL}/{kind}" Target="{target}" TargetMode="External"/>' for i in range(count)
    )
    return pack({**members(document_xml(p("a"))), "word/_rels/document.xml.rels": relationships(links)})


def test_too_many_links_to_the_outside() -> None:
    assert fails(linked(101, "image")) == "external_links"
    assert fails(linked(2001, "hyperlink")) == "external_links"
    assert read_document(linked(500, "hyperlink"), "x").unread == ()


@pytest.mark.parametrize("kind", ["image", "oleObject", "attachedTemplate"])
def test_content_linked_from_outside_is_told_not_fetched(kind: str) -> None:
    (note,) = read_document(linked(1, kind), "x").unread
    assert (note.key, note.detail) == ("reading.external", "https://example.com/a")


def test_a_local_template_is_no_news() -> None:
    assert read_document(linked(1, "attachedTemplate", "file:///C:/Normal.dotm"), "x").unread == ()


@pytest.mark.parametrize("kind", ["ms-word.document.macroEnabled", "ms-word.template.macroEnabledTemplate"])
def test_a_file_with_macros_is_read_and_told(kind: str) -> None:
    files = members(document_xml(p("a")))
    main = f"{WORD}.document.main+xml"
    files["[Content_Types].xml"] = str(files["[Content_Types].xml"]).replace(main, f"application/vnd.{kind}.main+xml")
    document = read_document(pack(files), "x.docm")
    assert [note.key for note in document.unread] == ["reading.macros"]
    assert document.body.paragraphs[0].text == "a"


def test_the_main_part_is_found_by_relationship() -> None:
    files = members(document_xml(p("thật")))
    files["word/other.xml"] = files.pop("word/document.xml")
    for name in ("_rels/.rels", "[Content_Types].xml"):
        files[name] = str(files[name]).replace("word/document.xml", "word/other.xml")
    files["word/document.xml"] = document_xml(p("giả"))
    assert read_document(pack(files), "x").body.paragraphs[0].text == "thật"


def survives(raw: bytes) -> str:
    """Read, or refuse in words."""
    try:
        return read_document(raw, "x.docx").path
    except UnreadableError as error:
        return say(error.key, "vi", **error.params)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_mutated_packages_raise_nothing_but_unreadable(data: st.DataObject) -> None:
    raw = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(raw)) | st.none())
    assert survives(bytes(raw[:cut]))


BODY = document_xml(
    p(r("Số 35", "<w:b/>"), '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "<w:ins>" + r("x") + "</w:ins>")
    + table([p("a", properties='<w:numPr><w:numId w:val="1"/></w:numPr>'), p("b")])
    + p('<w:r><w:pict><v:line from="1,2" to="3"/></w:pict><w:sym w:char="zz"/><w:tab/></w:r>')
    + '<w:sectPr><w:pgSz w:w="99999999999999999999999" w:h="x"/></w:sectPr>'
)
PIECES = st.sampled_from(
    ["<w:p>", "</w:p>", "<w:tc>", "</w:tbl>", "<w:tbl>", "<w:r>", "</w:r>", "<w:t>", "<w:pPr/>", "<w:sectPr/>",
     "<w:del>",
     "</w:txbxContent>", "<w:txbxContent>", "<mc:Choice>", "<mc:Fallback>", "<w:fldChar/>", "<![CDATA[", "<!--", "&#0;",
     '<w:ind w:left="nan"/>', '<w:numPr><w:numId w:val="1"/></w:numPr>', "<w:gridSpan w:val='-3'/>"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(BODY)), st.integers(0, 30), PIECES), min_size=1, max_size=3))
def test_mutated_markup_raises_nothing_but_unreadable(changes: list[tuple[int, int, str]]) -> None:
    text = BODY
    for at, length, piece in changes:
        text = text[:at] + piece + text[at + length :]
    assert survives(main_part(text))


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=8))
def test_well_formed_nonsense_is_read_or_refused(pieces: list[str]) -> None:
    opened = [piece for piece in pieces if piece.startswith("<w:") and piece.endswith(">") and "/" not in piece]
    body = "".join(opened) + r("x") + "".join(f"</{piece[1:]}" for piece in reversed(opened))
    assert survives(main_part(document_xml(body)))


def test_a_file_that_inflates_past_its_end_is_damaged() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    content = document_xml(p("a")).encode()
    packed = packer.compress(content) + packer.flush()
    raw = main_part(content)
    assert packed[:8] in raw
    assert fails(raw.replace(packed[:8], bytes(8))) == "damaged"
