"""Pictures and Word files set into a draft, and a template proposed from a document."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document
from template.samples import TODAY, example, template

from vanban_lint.cli.app import program
from vanban_lint.errors import UserError
from vanban_lint.readers import read
from vanban_lint.template.carry import picture_size
from vanban_lint.template.lint import problems
from vanban_lint.template.load import load
from vanban_lint.template.new import Maker
from vanban_lint.template.reformat import reformat


def png(width: int = 3, height: int = 2) -> bytes:
    """A white picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\xff" * width * 3 for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def pictures(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [name for name in package.namelist() if name.startswith("word/media/")]


def with_items(folder: Path, *items: object) -> bytes:
    chosen = template("dang/chi-thi")
    return Maker(chosen, TODAY, folder).make(dict(chosen.example) | {"noi_dung": ["Mở đầu.", *items, "Kết thúc."]})


def test_a_picture_stands_in_the_text(tmp_path: Path) -> None:
    (tmp_path / "h.png").write_bytes(png())
    made = with_items(tmp_path, {"anh": "h.png"}, {"anh": "h.png"})
    assert pictures(made) == ["word/media/hinh1.png"]
    assert len(Document(io.BytesIO(made)).inline_shapes) == 2
    assert Document(io.BytesIO(made)).part.rels["rIdHinh1"].target_part.blob == png()


def test_a_word_file_is_set_in_with_its_tables_and_pictures(tmp_path: Path) -> None:
    inner = Document()
    inner.add_paragraph("Chữ & bảng", style="List Number")
    inner.add_table(1, 2, style="Table Grid").cell(0, 0).text = "ô"
    inner.add_picture(io.BytesIO(png(5, 5)))
    inner.save(str(tmp_path / "b.docx"))
    made = with_items(tmp_path, {"tep": "b.docx"})
    found = [p.text for p in read("a.docx", made).body.paragraphs]
    assert "1. Chữ & bảng" in found
    assert found.index("ô") > found.index("1. Chữ & bảng")
    assert pictures(made) == ["word/media/hinh1.png"]
    assert "tblBorders" in Document(io.BytesIO(made)).tables[1]._tbl.xml


@pytest.mark.parametrize(
    ("item", "key"), [({"anh": "khong.png"}, "template.no_file"), ({"anh": "x.txt"}, "template.bad_picture")]
)
def test_a_wrong_file_is_told(item: dict, key: str, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("x", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        with_items(tmp_path, item)
    assert (caught.value.key, caught.value.params["field"]) == (key, "noi_dung")


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", png(0, 2)])
def test_what_is_no_picture_has_no_size(data: bytes) -> None:
    assert picture_size(data) is None


def test_size_of_a_picture() -> None:
    assert picture_size(png(7, 9)) == (7, 9, "png")
    jpeg = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08\x00\x05\x00\x06\x01\x01\x11\x00"
    assert picture_size(jpeg) == (6, 5, "jpeg")


def test_pictures_of_a_draft_go_over_when_it_is_laid_out_anew() -> None:
    document = Document(io.BytesIO(example("dang/chi-thi")))
    place = next(p for p in document.paragraphs if p.text.startswith("Để khắc phục"))
    place.insert_paragraph_before().add_run().add_picture(io.BytesIO(png()))
    held = io.BytesIO()
    document.save(held)
    made = reformat(held.getvalue(), "a.docx", Maker(template("dang/chi-thi"), TODAY))
    assert pictures(made.data) == ["word/media/hinh1.png"]
    assert len(Document(io.BytesIO(made.data)).inline_shapes) == 1
    assert made.changes == ()


def run(*words: str):
    return CliRunner().invoke(program, list(words))


def test_a_template_is_proposed_from_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cu.docx").write_bytes(example("hanh-chinh/cong-van"))
    done = run("templates", "init", "cu.docx", "-o", "mau-moi")
    assert done.exit_code == 0, done.output + done.stderr
    own = load("mau-moi")
    assert [problem.key for problem in problems(own, TODAY) if problem.key != "template.example_finding"] == []
    names = {field.name for field in own.fields}
    assert {"so", "ky_hieu", "trich_yeu", "kinh_gui", "noi_dung", "noi_nhan", "luu", "nguoi_ky"} <= names
    made = Maker(own, TODAY).make(dict(own.example) | {"trich_yeu": "thử mẫu mới"})
    assert "V/v thử mẫu mới" in [p.text for p in read("a.docx", made).body.paragraphs] or "thử mẫu mới" in [
        p.text for p in read("a.docx", made).body.paragraphs
    ]
    assert run("templates", "init", "cu.docx", "-o", "mau-moi").exit_code == 2


def test_extract_and_reformat_on_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.docx").write_bytes(example("dang/ke-hoach"))
    assert run("extract", "a.docx", "-o", "a.yaml").exit_code == 0
    assert run("new", "dang/ke-hoach", "--data", "a.yaml", "-o", "b.docx").exit_code == 0
    assert (tmp_path / "b.docx").read_bytes() == example("dang/ke-hoach")
    done = run("reformat", "a.docx", "-o", "c.docx")
    assert done.exit_code == 0, done.output + done.stderr
    assert (tmp_path / "c.docx").read_bytes() == example("dang/ke-hoach")
    (tmp_path / "t.txt").write_text("Chỉ là một đoạn văn.\n", encoding="utf-8")
    assert run("extract", "t.txt").exit_code == 2
