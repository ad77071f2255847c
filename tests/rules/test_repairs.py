"""Every rule that offers a repair gives one in each of its failing examples, and the repair ends the finding.

The repairs are applied to the lines of the example itself; how they are written into a Word file is ``fix``'s matter.
"""

from __future__ import annotations

import pytest
from harness import all_examples, bases, judge

from vanban_lint.engine import Report
from vanban_lint.model import Edit, Finding
from vanban_lint.ruleset import bundled
from vanban_lint.ruleset.example import Case, Example, build, fitting_base

#: Repairs that lines of text can show; the rest change how a Word file looks.
ON_TEXT = {"replace_text", "insert_paragraph", "delete_paragraph"}


def case_of(example: Example) -> Case:
    return build(example, bases()[example.base or fitting_base(example, bases(), bundled().tables)])


EXAMPLES = [
    example
    for example in all_examples()
    if not example.passes and example.rule.sua in ("safe", "unsafe") and "docx" not in example.change
]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
def test_the_repair_ends_the_finding(example):
    case = case_of(example)
    before = judge(case.text, case.date, (example.rule.id,))
    assert before.findings
    for finding in before.findings:
        assert finding.fix is not None, f"{finding.text!r} has no repair"
        assert finding.fix.safety == example.rule.sua
        after = judge(repaired(case.text, before, finding), case.date, (example.rule.id,))
        assert len(after.findings) < len(before.findings), [(f.text, f.message) for f in after.findings]


def repaired(text: str, report: Report, finding: Finding) -> str:
    """The text with the repair of one finding carried out."""
    assert finding.fix is not None
    lines: list[list[str]] = [[line] for line in text.split("\n")]
    for edit in sorted(finding.fix.edits, key=lambda edit: (edit.anchor.paragraph, edit.anchor.start), reverse=True):
        _apply(lines, report, edit)
    return "\n".join(line for place in lines for line in place)


def _apply(lines: list[list[str]], report: Report, edit: Edit) -> None:
    assert edit.action in ON_TEXT
    paragraph = report.document.paragraph(edit.anchor)
    place = lines[(paragraph.line or 1) - 1]
    if edit.action == "delete_paragraph":
        place.clear()
    elif edit.action == "insert_paragraph":
        place.append(edit.value)
    else:
        start, end = edit.anchor.start, edit.anchor.end
        assert place[0][start:end] == edit.expected
        place[0] = place[0][:start] + edit.value + place[0][end:]


def test_no_hint_that_is_only_possible_is_repaired_unasked():
    """A hint leaves the drafter a choice; where it is not even certain, its repair is a guess."""
    rash = [
        rule.id
        for rule in bundled().rules
        if rule.sua == "safe" and rule.muc_do == "goi_y" and rule.chac_chan != "chac_chan"
    ]
    assert rash == []
