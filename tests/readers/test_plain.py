"""Plain text and the choice of a reader."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from vanban_lint.errors import UnreadableError
from vanban_lint.readers import read


def lines(data: bytes, path: str = "a.txt") -> list[tuple[str, int | None]]:
    return [(q.text, q.line) for q in read(path, data).body.paragraphs]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_is_a_paragraph(encoding: str, end: str) -> None:
    data = f"CHỈ THỊ{end}{end}về công tác{end}".encode(encoding)
    assert lines(data) == [("CHỈ THỊ", 1), ("", 2), ("về công tác", 3)]


def test_standard_input_is_text_unless_it_is_a_word_file() -> None:
    assert lines("Số 1".encode(), "-") == [("Số 1", 1)]
    with pytest.raises(UnreadableError, match=r"reading\.damaged"):
        read("-", b"PK\x03\x04")


def test_decomposed_text_keeps_a_way_back() -> None:
    source = unicodedata.normalize("NFD", "Điều lệ")
    (paragraph,) = read("a.txt", source.encode()).body.paragraphs
    assert (paragraph.text, paragraph.raw) == ("Điều lệ", source)
    at = paragraph.text.index("u")
    assert source[paragraph.raw_offset(at)] == "u"


def test_the_document_has_one_section_and_one_part() -> None:
    document = read("a.txt", b"a\nb")
    assert (document.format, len(document.parts), len(document.sections)) == ("txt", 1, 1)
    assert document.sections[0].last_paragraph == 2


@pytest.mark.parametrize(
    ("path", "data", "key"),
    [
        ("a.txt", b"", "reading.empty"),
        ("a.txt", b" \n\n", "reading.empty"),
        ("a.txt", "Số".encode("utf-16-le"), "reading.encoding"),
        ("a.txt", "Điều".encode("cp1258", "replace") + b"\xff", "reading.encoding"),
        ("a.txt", b"a\0b", "reading.binary"),
        ("a.txt", b"{\\rtf1", "reading.rtf"),
        ("a.md", b"%PDF-1.4", "reading.pdf_broken"),
        ("a.docx", "Chỉ thị".encode(), "reading.not_docx"),
        ("a.doc", b"abc", "reading.doc"),
        ("a.odt", b"abc", "reading.odt"),
        ("a.rtf", b"abc", "reading.rtf"),
        ("a.pdf", b"abc", "reading.pdf_broken"),
    ],
)
def test_what_is_refused(path: str, data: bytes, key: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(path, data)
    assert (caught.value.key, caught.value.path) == (key, path)


def test_a_file_that_is_not_there_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"file\.missing"):
        read(str(tmp_path / "a.docx"))
    with pytest.raises(UnreadableError, match=r"file\.unreadable"):
        read(str(tmp_path))
