"""One slip is one finding: the rule that knows less is silent where the one that knows more speaks."""

from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.filters.yielding import give_way
from vanban_lint.model import Anchor, Finding
from vanban_lint.model.rule import Rule
from vanban_lint.ruleset.bundle import bundled
from vanban_lint.trial import read_text


def rule(name, nhuong=()):
    return Rule(name, name, "pattern", ("doan",), {}, (), "loi", "chac_chan", "", "", nhuong=nhuong)


def finding(name, start, end, part="body"):
    return Finding(
        name, name, "loi", "co_the", "", None, None, "", Anchor(part, 1, start, end), "", ("", "")
    )  # fmt: skip


def test_only_the_same_place_makes_a_rule_give_way():
    rules = [rule("CT901", ("VT901",)), rule("VT901")]
    here, there, box, winner = (
        finding("CT901", 4, 9), finding("CT901", 9, 12), finding("CT901", 4, 9, "box1"), finding("VT901", 5, 9),
    )  # fmt: skip
    assert give_way([here, there, box, winner], rules) == [there, box, winner]
    assert give_way([here, there], rules) == [here, there]


def test_a_mistyped_abbreviation_is_told_once():
    text = "Tập trung phổ biến, giáo dục pháp luật (BGDPL); báo cáo PBGDPL. Công tác PBGDPL; Hội đồng PBGDPL họp."
    document = read_text(text)
    assert [f.rule for f in _alone("CT103", document)] == ["CT103"]
    told = [f.rule for f in check_document(document, Settings()).findings if f.text == "BGDPL"]
    assert told == ["VT107"]


def _alone(name, document):
    return check_document(document, Settings(select=(name,))).findings


def test_rules_give_way_to_rules_that_exist():
    known = {rule.id for rule in bundled().rules}
    assert [rule.id for rule in bundled().rules if rule.nhuong]
    assert {name for rule in bundled().rules for name in rule.nhuong} <= known
