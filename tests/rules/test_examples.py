"""Every rule proves itself by its own examples, against all other rules; every flawless document stays silent."""

from __future__ import annotations

import pytest
from harness import all_examples, bases, entries, failures, judge


@pytest.mark.parametrize("example", all_examples(), ids=lambda example: example.id)
def test_example(example):
    found = failures(example)
    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.rule.id)
def test_rule_is_complete(entry):
    assert entry.data.get("vi_du", {}).keys() >= {"dat", "khong_dat"}, "both kinds of examples"
    assert entry.data.get("en"), "an English message"
    assert entry.rule.quy_uoc or "chung" in entry.rule.nguon, "a convention line, or a demand of good sense"


@pytest.mark.parametrize("name", list(bases()))
def test_flawless_document_is_silent(name):
    report = judge(bases()[name].text)
    assert [(finding.rule, finding.text, finding.message) for finding in report.findings] == []
    assert report.gaps == ()
    assert report.clean
