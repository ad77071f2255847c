"""Rules for readers: a list, one rule explained, and which lines of the conventions are enforced.

Purpose: the same source as the tests shows what a rule wants. Limits: no documents here. Neighbours: ``model.rule``,
``ruleset`` (tables and examples), ``cli.rules``, ``cli.explain``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from vanban_lint.catalogue import say
from vanban_lint.model.rule import Rule
from vanban_lint.report.place import block_name
from vanban_lint.report.style import Style, wrapped

#: Order of keys in ``rules --format json``.
_KEYS = ("id", "ten", "check", "o", "muc_do", "chac_chan", "nguon", "quy_uoc", "khi", "tham_so", "vi", "en", "sua")
#: The stretch that a finding must cover, as examples mark it.
_MARKED = re.compile("⟦(.*?)⟧", re.S)
#: A field of a message, filled by the check when it speaks of a document.
_FIELD = re.compile(r"\{\w+\}")
_MAX_EXAMPLES = 3


def data(rules: Sequence[Rule]) -> list[dict[str, Any]]:
    """Plain data of rules, under the names of the YAML keys."""
    return [{key: _plain(getattr(rule, key)) for key in (*_KEYS, "mac_dinh", "bi_danh", "nhuong")} for rule in rules]


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value


def listing(rules: Sequence[Rule], style: Style) -> str:
    """One line a rule: id, severity, name, and the conventions that it rests on."""
    room = max((len(rule.ten) for rule in rules), default=0)
    lines = []
    for rule in rules:
        severity = style.paint(rule.muc_do, f"{say(f'severity.{rule.muc_do}', style.lang).lower():<9}")
        lines.append(f"{style.paint('bold', rule.id)}  {severity} {rule.ten:<{room}}  " + _dim(style, rule.nguon))
    return "\n".join([*lines, "", say("rules.count", style.lang, n=len(rules)), ""])


def _dim(style: Style, names: Iterable[str]) -> str:
    return style.paint("dim", ", ".join(names))


def coverage(rules: Sequence[Rule], lines: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Line of the conventions -> ids of the rules that enforce it, in the order of the lines; empty when none does."""
    return {entry["id"]: [rule.id for rule in rules if entry["id"] in rule.quy_uoc] for entry in lines}


def coverage_text(lines: Mapping[str, Sequence[str]], style: Style, unseen: Iterable[Mapping[str, Any]] = ()) -> str:
    """The table of ``coverage``; of the entries of ``unseen`` that give one, why no draft shows the line."""
    why = {entry["id"]: entry.get("khong_thay", "") for entry in unseen}
    nothing = {line: " ".join(filter(None, ("–", why.get(line)))) for line in lines}
    rows = [f"{line:<12} {', '.join(ids) or style.paint('dim', nothing[line])}" for line, ids in lines.items()]
    enforced = sum(bool(ids) for ids in lines.values())
    hidden = sum(bool(why.get(line)) and not ids for line, ids in lines.items())
    return "\n".join([*rows, "", say("rules.coverage", style.lang, n=enforced, all=len(lines), hidden=hidden), ""])


def explain(rule: Rule, written: Mapping[str, Any], tables: Mapping[str, Any], style: Style) -> str:
    """Everything about one rule; ``written`` is its ``vi_du``, ``tables`` name the conventions."""
    return "\n".join([*_explain(rule, written, tables, style), ""])


def _explain(rule: Rule, written: Mapping[str, Any], tables: Mapping[str, Any], style: Style) -> Iterator[str]:
    lang = style.lang
    severity = style.paint(rule.muc_do, say(f"severity.{rule.muc_do}", lang))
    yield f"{style.paint('bold', rule.id)} {rule.ten}  {severity} · {say(f'certainty.{rule.chac_chan}', lang)}"
    yield ""
    yield from wrapped(_FIELD.sub("…", rule.en if lang == "en" else rule.vi), style, indent="  ")
    yield from ("", style.paint("bold", say("explain.clauses", lang)))
    conventions = {entry["id"]: entry for entry in tables["quy_uoc"]}
    for name, clause in rule.nguon.items():
        yield from wrapped(f"- {_convention(conventions.get(name, {'ten': name}), lang)}: {clause}", style, indent="  ")
    if rule.quy_uoc:
        yield "    " + _dim(style, rule.quy_uoc)
    yield from ("", f"{style.paint('bold', say('explain.where', lang))} {_where(rule, lang)}")
    if rule.khi:
        shown = "; ".join(f"{key}: {_condition(value)}" for key, value in rule.khi.items())
        yield f"{style.paint('bold', say('explain.when', lang))} {shown}"
    for key, title, mark in (("khong_dat", "explain.bad", "loi"), ("dat", "explain.good", "good")):
        examples = ["\n".join(_example(example, mark, style)) for example in written.get(key, ())]
        if examples:
            yield from ("", style.paint("bold", say(title, lang)))
        yield from list(dict.fromkeys(examples))[:_MAX_EXAMPLES]
    yield from ("", say(f"explain.fix.{rule.sua}", lang))
    if not rule.mac_dinh:
        yield say("explain.off", lang, rule=rule.id)
    if rule.bi_danh:
        yield say("explain.aliases", lang, names=", ".join(rule.bi_danh))
    yield style.paint("dim", say("explain.skip", lang, rule=rule.id))


def _convention(entry: Mapping[str, Any], lang: str) -> str:
    """Name of a convention with the days of its force."""
    days = [say(f"explain.{key}", lang, day=_day(entry[key])) for key in ("tu", "den") if entry.get(key)]
    return str(entry["ten"]) + (f" ({' '.join(days)})" if days else "")


def _day(text: str) -> str:
    year, month, day = str(text).split("-")
    return f"{day}/{month}/{year}"


def _where(rule: Rule, lang: str) -> str:
    return ", ".join(block_name(name, lang) for name in rule.o)


def _condition(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value).lower()


def _example(example: Any, mark: str, style: Style) -> Iterator[str]:
    """An example as it stands in the rule: a text, or the changes made to a flawless document, one a line."""
    bullet = style.paint(mark, "  ✗ " if mark == "loi" else "  ✓ ")
    for piece in list(_pieces(example, style.lang)) or [say("explain.untouched", style.lang)]:
        shown = _MARKED.sub(lambda match: style.paint(mark, match.group()), piece.rstrip("\n"))
        for line in shown.split("\n"):
            yield bullet + line
            bullet = "    "


def _pieces(example: Any, lang: str) -> Iterator[str]:
    if isinstance(example, str):
        yield example
        return
    yield from example.get("thay", {}).values()
    yield from example.get("sau", {}).values()
    if "van_ban" in example:
        yield example["van_ban"]
    for old, new in example.get("sua", ()):
        yield say("explain.changed", lang, old=old.strip("\n"), new=new.strip("\n"))
    for name in example.get("bo", ()):
        yield say("explain.removed", lang, part=block_name(name, lang))
