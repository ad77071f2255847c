"""The layout rules on real documents: what reviewers marked is found, and every place and repair is sound."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml

from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.readers import read

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
FILES = sorted(CORPUS.glob("*.docx"))
GOLDS = sorted((CORPUS / "gold").glob("*.yaml"))
pytestmark = pytest.mark.skipif(not FILES, reason="the collection of real documents is not beside the project")

TODAY = dt.date(2026, 11, 24)
#: What golds call the matters of layout, besides the category page-setup.
MATTERS = ("font-size", "italic", "alignment", "leading-tab", "format-consistency")
#: Marked as not bold, though the label that it names is bold in the file ("1. Thời gian tổ chức").
MISTAKEN = {"s36-kh-tuan-cong-dan-03"}


def judged(file: Path, lang: str = "vi"):
    document = read(str(file))
    return document, check_document(document, Settings(select=("KT",), today=TODAY, lang=lang))


def covers(finding, place) -> bool:
    anchor = finding.anchor
    if "paragraph" not in place:
        return finding.rule.startswith("KT1") and anchor.start == anchor.end
    inside = anchor.start < place["end"] and anchor.end > place["start"]
    return (anchor.part, anchor.paragraph) == ("body", place["paragraph"]) and inside


def test_what_reviewers_marked_is_found():
    missed, required, broken = [], 0, []
    for gold in GOLDS:
        data = yaml.safe_load(gold.read_text(encoding="utf-8"))
        findings = judged(CORPUS / data["file"])[1].findings
        marked = [d for d in data["defects"] if d["category"] == "page-setup" or d.get("sub") in MATTERS]
        for defect in marked:
            if not defect.get("optional") and defect["id"] not in MISTAKEN:
                required += 1
                missed += [] if any(covers(f, defect) for f in findings) else [defect["id"]]
        # A silence at a place that a reviewer also marked for its layout speaks of another matter.
        both = {(d.get("paragraph"), d.get("start")) for d in marked}
        silences = [s for s in data["silences"] if "paragraph" in s and (s["paragraph"], s["start"]) not in both]
        broken += [(data["name"], s["text"]) for s in silences if any(covers(f, s) for f in findings)]
    assert required >= 10
    assert len(missed) <= required // 10, missed
    assert len(broken) <= 1, broken


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_places_and_repairs_are_sound(lang):
    told = 0
    for file in FILES:
        document, report = judged(file, lang)
        assert report.crashed == ()
        for finding in report.findings:
            told += 1
            assert "{" not in finding.message.replace("{{", "")
            for edit in finding.fix.edits if finding.fix else ():
                assert document.text(edit.anchor) == edit.expected or edit.action not in ("set_run", "replace_text")
                assert edit.properties or edit.action in ("replace_text", "delete_paragraph")
    assert told > 100
