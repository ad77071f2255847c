"""What a drafter can't see must not change a finding: where Word cut its runs, and how letters are composed."""

from __future__ import annotations

import io
import random
import re
import unicodedata
import zipfile
from pathlib import Path

import pytest

from vanban_lint.api import check

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAFTS = sorted(EXAMPLES.glob("*.docx"))
TEXT = re.compile(r"(<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)<w:t(?: [^>]*)?>([^<]+)</w:t></w:r>", re.S)
ENTITY = re.compile(r"&[^;]+;|.", re.S)


def rewritten(draft: Path, change) -> bytes:
    """The draft with its body text changed and every other member as it was."""
    made = io.BytesIO()
    with zipfile.ZipFile(draft) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data.decode()).encode() if name == "word/document.xml" else data)
    return made.getvalue()


def split_at_random(xml: str, seed: int) -> str:
    chance = random.Random(seed)

    def cut(match: re.Match[str]) -> str:
        pieces = [""]
        for character in ENTITY.findall(match[2]):
            if pieces[-1] and chance.random() < 0.2:
                pieces.append("")
            pieces[-1] += character
        return "<w:proofErr/>".join(f'{match[1]}<w:t xml:space="preserve">{piece}</w:t></w:r>' for piece in pieces)

    return TEXT.sub(cut, xml)


def said(source: Path | bytes, name: str) -> list[tuple[object, ...]]:
    report = check(source, name=name)
    assert not report.crashed
    return [(f.rule, f.anchor, f.text, f.message, f.fingerprint) for f in report.findings]


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("seed", range(3))
def test_splitting_runs_changes_no_finding(draft, seed):
    cut = rewritten(draft, lambda xml: split_at_random(xml, seed))
    assert cut.count(b"PK") > 2
    assert said(cut, draft.name) == said(draft, draft.name) != []


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.stem)
def test_decomposed_letters_change_no_finding(draft):
    decomposed = rewritten(draft, lambda xml: unicodedata.normalize("NFD", xml))
    assert said(decomposed, draft.name) == said(draft, draft.name)
