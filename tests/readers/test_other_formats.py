"""PDF by its text layer, older formats through LibreOffice; what is missing is said."""

import io
import json
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfWriter

from vanban_lint.errors import UnreadableError
from vanban_lint.readers import pdf, read
from vanban_lint.readers.converted import Converted, office

DRAFT = Path(__file__).parents[2] / "examples/du-thao-chi-thi.docx"
needs_office = pytest.mark.skipif(office() is None, reason="LibreOffice is not installed")


def pdf_of(*lines: str) -> bytes:
    """A PDF of one page with a line of ASCII text each."""
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET".encode("ascii")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    made, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    tail = b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(made)
    return made + b"xref\n0 5\n0000000000 65535 f \n" + table + tail


def test_the_text_layer_of_a_pdf_is_read() -> None:
    document = read("a.pdf", pdf_of("Dieu 1. Mot hai ba", "2", "Dieu 2. Bon nam"))
    assert [paragraph.text for paragraph in document.body.paragraphs] == ["Dieu 1. Mot hai ba", "Dieu 2. Bon nam"]
    assert document.format == "pdf"
    assert document.body.paragraphs[0].line is None


def test_lines_that_run_to_the_edge_go_on() -> None:
    full = "Các cấp ủy, tổ chức đảng lãnh đạo, chỉ đạo thực hiện các nhiệm vụ sau"
    assert pdf.joined([full, "đây trong năm.", "Đoạn mới."]) == [f"{full} đây trong năm.", "Đoạn mới."]
    assert pdf.joined([full, "2. Việc thứ hai."]) == [full, "2. Việc thứ hai."]


def test_a_scan_is_refused() -> None:
    with pytest.raises(UnreadableError) as caught:
        read("a.pdf", pdf_of(""))
    assert caught.value.key == "reading.pdf_scan"


def test_a_pdf_with_a_password_is_refused() -> None:
    writer, held = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.encrypt("mật khẩu", algorithm="RC4-128")
    writer.write(held)
    with pytest.raises(UnreadableError) as caught:
        read("a.pdf", held.getvalue())
    assert caught.value.key == "reading.pdf_locked"


def test_without_the_library_the_way_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "available", lambda: False)
    with pytest.raises(UnreadableError) as caught:
        read("a.pdf", pdf_of("a"))
    assert caught.value.key == "reading.pdf"


def test_without_libreoffice_nothing_is_converted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_bytes(b"{\\rtf1 a}")
    monkeypatch.setattr("vanban_lint.readers.converted.office", lambda: None)
    with Converted([str(tmp_path / "a.rtf")]) as of:
        assert of.get(str(tmp_path / "a.rtf")) is None


@pytest.fixture(scope="module")
def old_formats(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled draft in each older format, and a broken file."""
    folder = tmp_path_factory.mktemp("cũ")
    profile = (folder / "profile").as_uri()
    for form in ("doc", "odt", "rtf"):
        command = [str(office()), f"-env:UserInstallation={profile}", "--headless", "--convert-to", form]
        subprocess.run([*command, "--outdir", str(folder), str(DRAFT)], check=True, capture_output=True, timeout=120)
    return folder


@needs_office
@pytest.mark.parametrize("form", ["doc", "odt", "rtf"])
def test_older_formats_give_the_findings_of_the_text(old_formats: Path, form: str) -> None:
    from vanban_lint.api import check

    file = str(old_formats / f"du-thao-chi-thi.{form}")
    with Converted([file]) as of:
        made = of.get(file)
        assert made
        found = [(item.rule, item.text) for item in check(made, select=("TT1", "BC1")).findings]
    assert found == [(item.rule, item.text) for item in check(DRAFT, select=("TT1", "BC1")).findings]


@needs_office
def test_the_program_converts_what_it_is_given(old_formats: Path) -> None:
    import sys

    folder = old_formats / "việc"
    folder.mkdir()
    (folder / "a.rtf").write_bytes((old_formats / "du-thao-chi-thi.rtf").read_bytes())
    command = [sys.executable, "-m", "vanban_lint", "check", "--exit-zero", "--format", "json", "--all-formats"]
    done = subprocess.run([*command, str(folder)], capture_output=True, cwd=DRAFT.parents[1])
    (entry,) = json.loads(done.stdout)["documents"]
    assert entry["path"].endswith("a.rtf")
    assert entry["ten_loai"] == "CT"
    assert list(folder.iterdir()) == [folder / "a.rtf"]
