"""Annotating and repairing real documents: whole files, nothing lost, nothing left to do, nothing new to find.

Each file of the collection is repaired as tracked changes, plainly, and with guesses, and annotated; what comes out is
held against the file it was made from by every validator at hand, by LibreOffice, and by reading it again.
"""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from ooxml import odf, office
from ooxml.accepting import settled
from ooxml.validators import faults

from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.errors import UnreadableError
from vanban_lint.fix.mend import Mended, mended
from vanban_lint.readers import read
from vanban_lint.report.docx import annotated

SHARED = Path(__file__).parents[3] / "shared"
FILES = [*sorted((SHARED / "corpus").glob("*.docx")), *sorted((SHARED / "seeds").glob("*.docx"))]
pytestmark = pytest.mark.skipif(not FILES, reason="the collection of real documents is not beside the project")

DATE = "2026-05-27T08:00:00Z"
SETTINGS = Settings(today=dt.date(2026, 11, 24))


class Made(NamedTuple):
    """One file and what was made of it, by name; ``mends`` are the repairs among them."""

    source: Path
    raw: bytes
    results: Mapping[str, bytes]
    mends: Mapping[str, Mended]


def repaired(raw: bytes, path: str, date: str | None, unsafe: bool = False) -> Mended | None:
    try:
        return mended(raw, path, SETTINGS, date=date, unsafe=unsafe)
    except UnreadableError:
        return None  # a signed or protected file, which is refused


@pytest.fixture(scope="module")
def made() -> list[Made]:
    found = []
    for source in FILES:
        raw, path = source.read_bytes(), str(source)
        ways = {"tracked": (DATE, False), "direct": (None, False), "guessed": (DATE, True)}
        mends = {name: done for name, way in ways.items() if (done := repaired(raw, path, *way)) is not None}
        results = {name: done.raw for name, done in mends.items()}
        report = check_document(read(path, raw), SETTINGS)
        results["annotated"] = annotated(raw, report, "vi", DATE).raw
        found.append(Made(source, raw, results, mends))
    return found


@pytest.fixture(scope="module")
def written(made, tmp_path_factory) -> list[tuple[Path, dict[str, Path]]]:
    """The files on disk, for the programs that read them there."""
    folder = tmp_path_factory.mktemp("made")
    found = []
    for item in made:
        paths = {name: folder / f"{item.source.stem}-{name}.docx" for name in item.results}
        for name, path in paths.items():
            path.write_bytes(item.results[name])
        found.append((item.source, paths))
    return found


def texts(raw: bytes) -> dict[str, list[str]]:
    """Text by part; a header goes by its member, since a new one gives the others new numbers."""
    parts = read("x.docx", raw).parts
    return {part.member + part.kind + (part.anchor is not None) * part.name: _lines(part) for part in parts}


def _lines(part) -> list[str]:
    return [paragraph.text for paragraph in part.paragraphs]


def test_most_files_can_be_repaired(made):
    assert sum("tracked" in item.mends for item in made) >= 0.9 * len(made)
    assert sum(bool(item.mends["direct"].claims) for item in made if "direct" in item.mends) >= len(made) / 2


def test_accepting_gives_the_plain_repair_and_rejecting_the_original(made):
    for item in made:
        for name, done in item.mends.items():
            if name == "direct":
                continue
            before = {key: lines for key, lines in texts(item.raw).items() if lines}
            assert texts(settled(done.raw, accept=False)).items() >= before.items(), (item.source.name, name)
        if "tracked" in item.mends and "direct" in item.mends:
            accepted = texts(settled(item.mends["tracked"].raw, accept=True))
            direct = texts(item.mends["direct"].raw)
            # Word tracks no new header: only the plain repair can make one for a page number.
            made_new = {key for key in direct if key.endswith("header")} - accepted.keys()
            assert accepted == {key: lines for key, lines in direct.items() if key not in made_new}, item.source.name


def test_a_second_repair_finds_nothing_to_do(made):
    for item in made:
        for name, done in item.mends.items():
            again = repaired(done.raw, str(item.source), None if name == "direct" else DATE, name == "guessed")
            assert again is not None
            assert again.raw == done.raw, (item.source.name, name, [claim.finding.rule for _, claim in again.claims])


def test_no_repair_makes_a_new_finding(made):
    for item in made:
        for name, done in item.mends.items():
            report = check_document(read(str(item.source), done.raw), SETTINGS)
            assert sorted(f.rule for f in report.findings) == sorted(f.rule for f in done.after.findings)
            assert {f.rule for f in report.findings} <= {f.rule for f in done.before.findings}, (item.source, name)


def test_members_that_were_not_meant_keep_their_bytes(made):
    for item in made:
        for name, raw in item.results.items():
            for member, content in _members(item.raw).items():
                if not _may_change(member, annotating=name == "annotated"):
                    assert _members(raw)[member] == content, (item.source.name, name, member)


def _members(raw: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(BytesIO(raw))
    return {member: archive.read(member) for member in archive.namelist()}


def _may_change(member: str, *, annotating: bool) -> bool:
    texts = ("word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes", "word/_rels/document")
    known: Callable[[str], bool] = member.startswith
    if annotating:
        return known((*texts, "word/comments", "word/people", "[Content_Types].xml"))
    return known((*texts, "word/styles", "[Content_Types].xml"))


def test_validators_find_nothing_that_was_not_there(written):
    sources = faults([source for source, _ in written])
    flat = [path for _, paths in written for path in paths.values()]
    results = dict(zip(flat, faults(flat), strict=True))
    for (_, paths), before in zip(written, sources, strict=True):
        for path in paths.values():
            assert not results[path] - before, path.name


@pytest.mark.skipif(odf.SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_every_file(written, tmp_path):
    flat = [path for _, paths in written for path in paths.values()]
    odf.convert(flat, tmp_path)
    assert sorted(path.stem for path in tmp_path.glob("*.fodt")) == sorted(path.stem for path in flat)


@pytest.mark.skipif(office.PYTHON is None, reason="LibreOffice or its bridge to Python is not installed")
def test_libreoffice_accepts_and_rejects_as_we_do(written, tmp_path):
    tasks, pairs = [], []
    for source, paths in written:
        if not {"tracked", "direct"} <= paths.keys():
            continue
        stem = source.stem
        names = [tmp_path / f"{stem}-{name}.docx" for name in ("accepted", "direct", "rejected", "original")]
        commands = (office.ACCEPT, office.NOTHING, office.REJECT, office.NOTHING)
        files = (paths["tracked"], paths["direct"], paths["tracked"], source)
        tasks += zip(files, commands, names, strict=True)
        pairs += [(names[0], names[1]), (names[2], names[3])]
    office.saved_again(tasks, tmp_path)
    for ours, theirs in pairs:
        assert texts(ours.read_bytes())["word/document.xmlbody"] == texts(theirs.read_bytes())["word/document.xmlbody"]
