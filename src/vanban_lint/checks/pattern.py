"""Kind ``pattern``: a text must have a shape, or must not contain one.

Purpose: most demands on one line of a document. Limits: one target at a time, no knowledge of other parts (see
``agreement``). Patterns are Python regular expressions in the older tone placement; they match both placements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban_lint.checks.base import Context, Param, Target, fold, pattern
from vanban_lint.model import Edit, Hit
from vanban_lint.model.rule import Rule

PARAMS = {
    "khop": Param("regex", "the whole text must match, otherwise it is a finding"),
    "cam": Param("regex", "must not occur; each occurrence is a finding, at group x where the pattern has one"),
    "mien": Param("regex", "texts in which this occurs are left alone"),
    "thay": Param("text", "what should stand there; \\g<name> takes groups of the pattern that matched"),
    "mot_lan": Param("flag", "report the first occurrence only"),
}
FIELDS = ("thuc_te", "mong_doi", "ca_dong")


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    must, banned = rule.tham_so.get("khop"), rule.tham_so.get("cam")
    exempt = rule.tham_so.get("mien")
    for target in context.targets(rule):
        text = fold(target.text)
        if exempt and pattern(exempt).search(text):
            continue
        if must and not pattern(must).fullmatch(text):
            yield _hit(rule, target, 0, len(text), rule.tham_so.get("thay"))
        elif banned:
            for match in pattern(banned).finditer(text):
                yield _banned(rule, target, match)
                if rule.tham_so.get("mot_lan"):
                    break


def _banned(rule: Rule, target: Target, match: re.Match[str]) -> Hit:
    start, end = match.span("x") if "x" in match.re.groupindex else match.span()
    template = rule.tham_so.get("thay")
    return _hit(rule, target, start, end, None if template is None else match.expand(template))


def _hit(rule: Rule, target: Target, start: int, end: int, wanted: str | None) -> Hit:
    anchor = target.anchor(start, end)
    actual = target.text[start:end]
    params = {"thuc_te": actual, "mong_doi": wanted or "", "ca_dong": target.text}
    if wanted is None:
        return Hit(anchor, params)
    edits = (Edit("replace_text", anchor, wanted, actual),) if rule.sua else ()
    return Hit(anchor, params, suggestions=(wanted,) if wanted else (), edits=edits)
