"""VD207: what counts as citing a document in full once more."""

from __future__ import annotations

from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.readers import read

BARE = "Nghị quyết số 27-NQ/TW, ngày 09/11/2022 của Ban Chấp hành Trung ương"
FULL = f"{BARE} về tiếp tục xây dựng và hoàn thiện Nhà nước pháp quyền xã hội chủ nghĩa Việt Nam"


def told(*mentions: str) -> list[int]:
    """Lines told to repeat a citation; each mention stands on a line of its own."""
    text = "\n".join(f"Thực hiện {mention}." for mention in mentions)
    found = check_document(read("x.txt", text.encode()), Settings(select=("VD207",))).findings
    return [finding.anchor.paragraph for finding in found]


def test_the_first_mention_with_the_subject_completes_those_before_it():
    assert told(BARE, FULL) == []


def test_a_mention_after_it_repeats_it():
    assert told(FULL, BARE) == [2]
    assert told(BARE, FULL, BARE) == [3]


def test_without_any_subject_the_first_dated_mention_counts():
    assert told(BARE, BARE) == [2]
