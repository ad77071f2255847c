"""The rule that the guides take as their example is the one that runs."""

import re
import textwrap
from pathlib import Path

import pytest
import yaml

from vanban_lint.ruleset.locate import rules_root

ROOT = Path(__file__).parents[2]
RULES = {entry["id"]: entry for path in rules_root().glob("*.yaml") for entry in yaml.safe_load(path.read_bytes())}


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/quy-tac.md"])
def test_the_worked_example_is_the_real_rule(page: str) -> None:
    block = re.search(r"^ *```yaml\n( *- id: .+?)^ *```", (ROOT / page).read_text(encoding="utf-8"), re.S | re.M)
    assert block
    (entry,) = yaml.safe_load(textwrap.dedent(block[1]))
    assert entry == RULES[entry["id"]]


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/quy-tac.md"])
def test_rules_that_a_page_names_exist(page: str) -> None:
    named = set(re.findall(r"\b(?:TT|BC)\d{3}\b", (ROOT / page).read_text(encoding="utf-8")))
    assert named <= RULES.keys()
