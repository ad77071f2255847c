"""What holds in party and in state documents is shown on documents of both."""

from __future__ import annotations

import pytest
from harness import bases, entries

from vanban_lint.ruleset import bundled

#: Families whose rules judge both kinds of documents unless their source speaks of one.
FAMILIES = ("VD", "NQ104", "NQ105", "NQ106", "NQ107", "NQ108", "NQ124")


def side(regime: str) -> str:
    return "dang" if regime == "dang" else "nha-nuoc"


def sides_of_source(entry) -> set[str]:
    """The sides for which a rule is in force; good sense ("chung") holds on both."""
    if "chung" in entry.rule.nguon:
        return {"dang", "nha-nuoc"}
    return {side(item["regime"]) for item in bundled().tables["quy_uoc"] if item["id"] in entry.rule.nguon}


def sides_shown(entry) -> set[str]:
    shown = entry.data["vi_du"]
    names = [example.get("nen", shown.get("nen")) for example in shown["khong_dat"]]
    return {side(bases()[name].structure.regime.value) for name in names}


@pytest.mark.parametrize(
    "entry", [entry for entry in entries() if entry.rule.id.startswith(FAMILIES)], ids=lambda entry: entry.rule.id
)
def test_failing_examples_of_every_regime(entry):
    assert sides_shown(entry) >= sides_of_source(entry)
