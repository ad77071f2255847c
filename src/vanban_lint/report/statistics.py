"""How often each rule was broken, for ``--statistics``.

Purpose: one table at the end of a run, most frequent first. Limits: counts only. Neighbours: ``cli.check``, ``tally``.
"""

from __future__ import annotations

from vanban_lint.catalogue import say
from vanban_lint.report.style import Style
from vanban_lint.report.tally import Tally
from vanban_lint.ruleset import load_rules


def text(tally: Tally, style: Style) -> str:
    """A line a rule: how often, its id, its name; a rule of the user's own has no name here but its id."""
    names = {rule.id: rule.ten for rule in load_rules()}
    width = max((len(str(count)) for count in tally.rules.values()), default=1)
    lines = [style.paint("bold", say("report.statistics", style.lang, n=sum(tally.rules.values())))]
    ranked = sorted(tally.rules.items(), key=lambda pair: (-pair[1], pair[0]))
    lines += [f"  {count:>{width}}  {rule:<6} {names.get(rule, '')}".rstrip() for rule, count in ranked]
    return "\n".join(lines) + "\n"
