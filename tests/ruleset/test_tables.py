"""The tables that rules rest on: complete, consistent, and the same as the conventions they were taken from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vanban_lint.ruleset import load_rules, load_tables
from vanban_lint.ruleset.select import conventions

CONVENTIONS = Path(__file__).parents[3] / "shared" / "conventions"
ROW = re.compile(r"^\| *([A-Z]-[A-Z]+-[PS]?\d+[a-z]?) *\|", re.MULTILINE)
PROMISED = 160
CLASSES = {"vung", "mot_nguon", "nho", "thuc_te"}


def test_lines_are_classed_once():
    lines = load_tables()["dong_quy_uoc"]
    assert len({line["id"] for line in lines}) == len(lines)
    known = {item.id for item in conventions(load_tables())}
    for line in lines:
        assert {line["tin_cay"], *line.get("theo", {}).values()} <= CLASSES
        assert line.get("theo", {}).keys() <= known


@pytest.mark.skipif(not CONVENTIONS.is_dir(), reason="the conventions are not beside the checkout")
def test_lines_are_those_of_the_conventions():
    written = {line for path in CONVENTIONS.glob("*.md") for line in ROW.findall(path.read_text(encoding="utf-8"))}
    assert {line["id"] for line in load_tables()["dong_quy_uoc"]} == written


def test_rules_cover_the_lines_that_the_project_promises():
    assert len({line for rule in load_rules() for line in rule.quy_uoc}) >= PROMISED


def test_no_rule_enforces_what_a_draft_cannot_show():
    hidden = {line["id"] for line in load_tables()["dong_quy_uoc"] if "khong_thay" in line}
    assert hidden
    assert not hidden & {line for rule in load_rules() for line in rule.quy_uoc}


def test_conventions_of_a_regime_follow_one_another():
    """Guides that replace one another leave no day to both."""
    guides = {item.id: item for item in conventions(load_tables())}
    for old, new in (("hd36", "hd05"), ("qd66", "qd399"), ("nd34", "nd78")):
        assert (guides[new].tu - guides[old].den).days == 1


def test_rules_are_named_and_sorted():
    rules = load_rules()
    assert [rule.id for rule in rules] == sorted(rule.id for rule in rules)
    assert len({rule.ten for rule in rules}) == len(rules)
