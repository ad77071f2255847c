"""Kind ``pattern``: a text must have a shape, or must not contain one.

Purpose: most demands on one line of a document. Limits: one target at a time, no knowledge of other parts (see
``agreement``). Patterns are Python regular expressions in the older tone placement; they match both placements.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from vanban_lint.checks.base import Context, Param, Target, dropped, expand, fold, pattern, retyped
from vanban_lint.model import Edit, Hit
from vanban_lint.model.rule import Rule

_CASES: dict[str, Callable[[str], str]] = {"hoa": str.upper, "thuong": str.lower, "ten": str.title}
PARAMS = {
    "khop": Param("regex", "the whole text must match, otherwise it is a finding"),
    "cam": Param("regex", "must not occur; each occurrence is a finding, at group x where the pattern has one"),
    "mien": Param("regex", "texts in which this occurs are left alone"),
    "thay": Param("text", "what should stand there; \\g<name> takes groups of the pattern that matched"),
    "thay_theo": Param("map", "or: what stands there -> what should, as written in the pattern's capitals and tones"),
    "doi": Param("choice", "or: how the letters change", choices=tuple(_CASES)),
    "bo_dong": Param("flag", "the repair takes the whole line away"),
    "tach_dong": Param("flag", "the repair puts what stands there on a line of its own below"),
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
            yield _hit(rule, context, target, (0, len(text)), rule.tham_so.get("thay"))
        elif banned:
            for match in pattern(banned).finditer(text):
                yield _banned(rule, context, target, match)
                if rule.tham_so.get("mot_lan"):
                    break


def _banned(rule: Rule, context: Context, target: Target, match: re.Match[str]) -> Hit:
    span = match.span("x") if "x" in match.re.groupindex else match.span()
    return _hit(rule, context, target, span, _wanted(rule, target.text, match, span))


def _wanted(rule: Rule, text: str, match: re.Match[str], span: tuple[int, int]) -> str | None:
    """What should stand at ``span``, ``None`` when the rule does not say."""
    demands = rule.tham_so
    if "thay" in demands:
        return expand(demands["thay"], match, text)
    if "thay_theo" in demands:
        known: dict[str, str] = demands["thay_theo"]
        return known.get(match.string[slice(*span)])
    return _CASES[demands["doi"]](text[slice(*span)]) if "doi" in demands else None


def _hit(rule: Rule, context: Context, target: Target, span: tuple[int, int], wanted: str | None) -> Hit:
    anchor, actual = target.anchor(*span), target.text[slice(*span)]
    params = {"thuc_te": actual, "mong_doi": wanted or "", "ca_dong": target.text}
    if rule.tham_so.get("bo_dong"):
        return Hit(anchor, params, edits=dropped(rule, context, target.anchors))
    if rule.tham_so.get("tach_dong"):
        cut = retyped(rule, anchor, actual, "")
        return Hit(anchor, params, edits=(*cut, Edit("insert_paragraph", anchor, actual.strip())) if cut else ())
    edits = () if wanted is None else retyped(rule, anchor, actual, wanted)
    return Hit(anchor, params, suggestions=(wanted,) if wanted else (), edits=edits)
