"""Effective formats against LibreOffice, on real documents and on small files, one for each layer of the cascade.

One call of soffice converts all of them; skipped where it is not installed. A difference is a defect of ``ooxml``
unless it is listed here with its reason.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from odf import SOFFICE, Shown, convert, read_shown
from small_files import SMALL
from wordml import package

from vanban_lint.model import Document, Paragraph
from vanban_lint.readers import read

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
SHARED = Path(__file__).parents[3] / "shared"
REAL = [*sorted((SHARED / "corpus").glob("*.docx")), *sorted((SHARED / "seeds").glob("*.docx"))]

#: What LibreOffice shows where a file states nothing: Word's built-in values if there are document defaults that are
#: silent, else values of its own. The model says ``None`` for both.
UNSTATED_FONTS, UNSTATED_SIZES = ("Times New Roman", "Calibri"), (10.0, 11.0)
ALIGNMENTS = {None: "left", "start": "left", "end": "right", "distribute": "both"}
POINT = 0.15  # conversion keeps hundredths of a millimetre

#: Where LibreOffice is known to differ from Word: small file -> (ordinal, property, ours, theirs).
#: A paragraph style and a character style that are both bold switch each other off (ECMA-376 part 1, 17.7.3, and Word);
#: LibreOffice lays the one over the other.
EXPLAINED = {"toggles": [(1, "bold", False, True)]}


@pytest.fixture(scope="module")
def converted(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("shown")
    for name, (body, parts) in SMALL.items():
        (folder / f"{name}.docx").write_bytes(package(body, **parts))
    convert([*REAL, *(folder / f"{name}.docx" for name in SMALL)], folder)
    return folder


@pytest.mark.parametrize("name", SMALL)
def test_small_file(name, converted):
    document = read(str(converted / f"{name}.docx"))
    shown = read_shown(converted / f"{name}.fodt")
    pairs = list(paired(document, shown))
    assert len(pairs) == sum(bool(paragraph.text) for paragraph in document.body.paragraphs)
    assert list(differences(pairs)) == EXPLAINED.get(name, [])


@pytest.mark.skipif(not REAL, reason="the collection of real documents is not beside the project")
def test_real_files(converted):
    wrong, compared, written = [], 0, 0
    for file in REAL:
        document = read(str(file))
        pairs = list(paired(document, read_shown(converted / f"{file.stem}.fodt")))
        compared += len(pairs)
        written += sum(bool(normal(paragraph.text)) for paragraph in document.body.paragraphs)
        wrong += [(file.stem, *difference) for difference in differences(pairs)]
    assert len(REAL) >= 30
    # The rest holds the mark of a footnote, which is a character there and none here.
    assert compared > 0.995 * written
    assert wrong == []


def normal(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def paired(document: Document, shown: list[Shown]) -> Iterator[tuple[Paragraph, Shown]]:
    """Paragraphs with the same text, in the same order."""
    ours, theirs = [normal(q.text) for q in document.body.paragraphs], [normal(s.text) for s in shown]
    for match in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
        for step in range(match.size):
            if ours[match.a + step]:
                yield document.body.paragraphs[match.a + step], shown[match.b + step]


def differences(pairs: list[tuple[Paragraph, Shown]]) -> Iterator[tuple[object, ...]]:
    """(ordinal, property, ours, theirs): every property of a paragraph, and of its letters the first that differs."""
    for paragraph, shown in pairs:
        for name, ours, theirs in (*layout(paragraph, shown), *letters(paragraph, shown)):
            alike = abs(ours - theirs) < POINT if isinstance(ours, float) else ours == theirs
            if not alike:
                yield paragraph.ordinal, name, ours, theirs


def layout(paragraph: Paragraph, shown: Shown) -> Iterator[tuple[str, object, object]]:
    form = paragraph.format
    yield "align", ALIGNMENTS.get(form.align, form.align), shown.align
    for name in ("indent_left", "indent_right", "first_line"):
        yield name, getattr(form, name) / 20, getattr(shown, name)
    for name in ("space_before", "space_after"):
        yield name, float(getattr(form, name)), getattr(shown, name)
    yield "line_rule", form.line_rule, shown.line[0]
    # A multiple of single spacing is converted in whole per cent: on a line of 14 pt that is less than POINT.
    yield "line", float(form.line), shown.line[1]


def unstated(ours: object, usual: tuple[object, ...], theirs: object) -> object:
    """Our value; where there is none, theirs if it is a usual one."""
    return theirs if ours is None and theirs in usual else ours


def letters(paragraph: Paragraph, shown: Shown) -> Iterator[tuple[str, object, object]]:
    ours = [s.format for s in paragraph.spans for c in paragraph.text[s.start : s.end] if c.isalnum()]
    theirs = [form for c, form in zip(shown.text, shown.letters, strict=True) if c.isalnum()]
    yield "letters", len(ours), len(theirs)
    told = set()
    for form, other in zip(ours, theirs, strict=False):
        for name, mine, its in (
            ("font", unstated(form.font, UNSTATED_FONTS, other.font), other.font),
            ("size", unstated(form.size_pt, UNSTATED_SIZES, other.size), other.size),
            ("bold", form.bold, other.bold),
            ("italic", form.italic, other.italic),
            ("caps", form.caps, other.caps),
            ("underline", form.underline is not None, other.underline),
        ):
            if mine != its and name not in told:
                told.add(name)
                yield name, mine, its
