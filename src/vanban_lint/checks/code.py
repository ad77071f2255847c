"""Kind ``code``: the letters in a document's own number against the tables of types and bodies.

Purpose: "Số 35-CT/TU", "15/QĐ-BNV", "05/2025/TT-BTC" taken apart; the type letters against the type of the document,
the body letters against the issuing body and the days on which a body had them. Limits: which sign parts the groups is
the matter of ``pattern``; citations are not judged here; letters that a local body chose for itself are never wrong.
Neighbours: rules/du-lieu/loai.yaml, rules/du-lieu/co-quan.yaml.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from vanban_lint.checks.base import Context, Param, Target, as_day, fold, pattern
from vanban_lint.citation.normalise import TERM, TERM_STARTS, plain
from vanban_lint.model import Edit, Hit
from vanban_lint.model.rule import Rule
from vanban_lint.text.lazy import lazy

PARAMS = {
    "xet": Param(
        "choice",
        "loai_khop: letters of another type; loai_thieu: no type letters; loai_chu: letters miswritten (QD, Ttr); "
        "co_quan_chu: body letters miswritten (HDND); co_quan_khop: letters of another body; co_quan_la: not in the "
        "table; co_quan_het: a body of another time; khoa_qh: term of the National Assembly and year",
        required=True,
        choices=(
            "loai_khop",
            "loai_thieu",
            "loai_chu",
            "co_quan_chu",
            "co_quan_khop",
            "co_quan_la",
            "co_quan_het",
            "khoa_qh",
        ),
    ),
}
FIELDS = ("thuc_te", "mong_doi", "ten", "tu", "den")

_HEAD = lazy(r"\s*(?:[^\W\d_]+\s+)*?[Ss][ốỐ]\s*:?|\s*SỐ\s*:?")
_GROUP = lazy(r"(?P<sign>[-/–—\\])\s*(?P<text>[^\W\d_][\w&.]*|(?:19|20)\d{2}(?!\d))")
# Letters with no sign before them ("Số: NQ/ĐTN"): what is missing there is for ``pattern`` to say.
_BARE = lazy(r"\s*(?:\d+|[.…_]+)?\s*(?P<text>[A-ZĐ][A-Za-zĐđ]{0,4})(?=\s*[-/])")
_COPIES = {"hanh-chinh": ("SY", "SL", "TrS"), "dang": ("BS",)}
# Suffixes that tell the level of a party body, and the bodies that take them.
_LEVELS = "TW|TU|HU|QU|ThU|ĐU|ĐUK"
_PARTY_BODY = lazy(
    rf"(?:VP|BTC|BTG|BDV|BTGDV|BNC|UBKT|CQUBKT|BXDĐ|BCĐ|TB|HĐ|TCT|TTCT|CQBPTTH|BKT|BĐN|TT)(?:{_LEVELS})?|Đ[UH]\w*|BCĐ\w*"
)


class Group(NamedTuple):
    """Letters of one group and where they stand in the text of the block."""

    text: str
    start: int
    end: int


class Symbol(NamedTuple):
    """A number taken apart: year, type letters and body letters; ``None`` for what is not there."""

    year: Group | None
    kind: Group | None
    body: Group | None


Judge = Callable[[Symbol, Context], "tuple[Group, dict[str, str]] | None"]


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    judge = _JUDGES[rule.tham_so["xet"]]
    for target in context.targets(rule):
        found = judge(_parse(target.text, context), context)
        if found is not None:
            yield _hit(rule, target, *found)


def _hit(rule: Rule, target: Target, group: Group, params: dict[str, str]) -> Hit:
    anchor, typed = target.anchor(group.start, group.end), target.text[group.start : group.end]
    wanted = params.get("mong_doi", "")
    single = wanted and " " not in wanted
    edits = (Edit("replace_text", anchor, wanted, typed),) if rule.sua and single else ()
    filled = {name: params.get(name, "") for name in FIELDS} | {"thuc_te": typed}
    return Hit(anchor, filled, suggestions=(wanted,) if single else (), edits=edits)


def _parse(text: str, context: Context) -> Symbol:
    """Year, type and body of the number in ``text``; which group is which depends on the regime."""
    text = fold(text).replace("Ð", "Đ")
    head = _HEAD.match(text)
    groups = [
        Group(match["text"].rstrip("."), match.start("text"), match.start("text") + len(match["text"].rstrip(".")))
        for match in _GROUP.finditer(text, head.end() if head else 0)
    ]
    bare = _BARE.match(text, head.end() if head else 0)
    if bare:
        groups.insert(0, Group(bare["text"], *bare.span("text")))
    year = groups.pop(0) if groups and groups[0].text.isdigit() else None
    if not groups:
        return Symbol(year, None, None)
    if _is_type(groups[0].text, context) or _near(groups[0].text, _types(context)):
        return Symbol(year, groups[0], groups[1] if len(groups) > 1 else None)
    if context.structure.regime.value == "hanh-chinh" or TERM.fullmatch(groups[0].text):
        return Symbol(year, None, groups[0])
    return Symbol(year, groups[0] if len(groups) > 1 else None, groups[-1])


# Types


def _types(context: Context) -> list[str]:
    """All letters for a type in the regime of the document."""
    regime = context.structure.regime.value
    codes = list(_COPIES.get(regime, ()))
    for entry in context.tables["loai"]:
        codes += entry["ma"].get(regime) or ()
    return codes


def _is_type(text: str, context: Context) -> bool:
    return text in _types(context)


def _own_codes(context: Context) -> Sequence[str] | None:
    """Letters of the document's own type; ``None`` when nothing can be said."""
    kind, regime = context.structure.ten_loai.value, context.structure.regime.value
    for entry in context.tables["loai"]:
        if entry["khoa"] == kind:
            return entry["ma"].get(regime) or None
    return None


def _other_type(symbol: Symbol, context: Context) -> tuple[Group, dict[str, str]] | None:
    codes = _own_codes(context)
    group = symbol.kind
    if group is None or codes is None or group.text in codes or not _is_type(group.text, context):
        return None
    if group.text in _COPIES.get(context.structure.regime.value, ()):
        return None
    return group, {"mong_doi": codes[0], "ten": _type_name(context)}


def _no_type(symbol: Symbol, context: Context) -> tuple[Group, dict[str, str]] | None:
    codes = _own_codes(context)
    if codes is None or symbol.kind is not None or symbol.body is None or TERM.fullmatch(symbol.body.text):
        return None
    return symbol.body, {"mong_doi": codes[0], "ten": _type_name(context)}


def _miswritten_type(symbol: Symbol, context: Context) -> tuple[Group, dict[str, str]] | None:
    group = symbol.kind
    if group is None or _is_type(group.text, context):
        return None
    own = _own_codes(context) or ()
    wanted = next((code for code in (*own, *_types(context)) if plain(code) == plain(group.text)), None)
    return (group, {"mong_doi": wanted}) if wanted else None


def _type_name(context: Context) -> str:
    kind = context.structure.ten_loai.value
    return next((entry["ten"] for entry in context.tables["loai"] if entry["khoa"] == kind), "")


# Bodies


def _bodies(context: Context) -> list[Mapping[str, Any]]:
    side = "dang" if context.structure.regime.value == "dang" else "nha-nuoc"
    return [entry for entry in context.tables["co_quan"] if entry["che_do"] == side]


def _issuer(context: Context) -> str:
    """The issuing body as the header gives it: "CHỦ QUẢN / BAN HÀNH", in capitals, older tone placement."""
    parts = []
    for name in ("co_quan_chu_quan", "co_quan_ban_hanh"):
        text = " ".join(" ".join(block.text.split()) for block in context.own(name))
        if text:
            parts.append(fold(text).upper())
    return " / ".join(parts)


def _matching(context: Context) -> list[str]:
    """Letters that the issuing body may use, by the table; empty when the table cannot tell."""
    issuer = _issuer(context)
    if not issuer or " - " in issuer:
        return []
    return [
        entry["ma"] for entry in _bodies(context) if "ban_hanh" in entry and pattern(entry["ban_hanh"]).search(issuer)
    ]


def _other_body(symbol: Symbol, context: Context) -> tuple[Group, dict[str, str]] | None:
    group = symbol.body
    if group is None or not context.own("co_quan_ban_hanh") or _miswritten_body(symbol, context):
        return None
    wanted = _matching(context)
    if not wanted or group.text in wanted:
        return None
    entry = _entry(group.text, context)
    if context.structure.regime.value != "dang" and (entry is None or "ban_hanh" not in entry):
        return None  # the letters may be those of a body below the one the header names
    return group, {"mong_doi": " hoặc ".join(wanted), "ten": _issuer(context)}


def _entry(code: str, context: Context) -> Mapping[str, Any] | None:
    return next((entry for entry in _bodies(context) if entry["ma"] == code), None)


def _unknown_body(symbol: Symbol, context: Context) -> tuple[Group, dict[str, str]] | None:
    group = symbol.body
    if group is None or _entry(group.text, context) or _PARTY_BODY.fullmatch(group.text):
        return None
    return None if _miswritten_body(symbol, context) or _matching(context) else (group, {})


def _miswritten_body(symbol: Symbol, context: Context) -> tuple[Group, dict[str, str]] | None:
    group = symbol.body
    if group is None or _entry(group.text, context):
        return None
    known = (*_matching(context), *(entry["ma"] for entry in _bodies(context)))
    wanted = next((code for code in known if len(code) > 1 and plain(code) == plain(group.text)), None)
    return (group, {"mong_doi": wanted}) if wanted and wanted != group.text else None


def _ended_body(symbol: Symbol, context: Context) -> tuple[Group, dict[str, str]] | None:
    entry = _entry(symbol.body.text, context) if symbol.body else None
    if entry is None or symbol.body is None:
        return None
    first, last = as_day(entry.get("tu")), as_day(entry.get("den"))
    if (first is None or context.date >= first) and (last is None or context.date <= last):
        return None
    days = {name: f"{day:%d/%m/%Y}" if day else "…" for name, day in (("tu", first), ("den", last))}
    return symbol.body, {"ten": entry["ten"], "mong_doi": entry.get("thay", ""), **days}


# Terms of the National Assembly


def _other_term(symbol: Symbol, _: Context) -> tuple[Group, dict[str, str]] | None:
    match = TERM.fullmatch(symbol.body.text) if symbol.body else None
    if match is None or symbol.year is None or symbol.body is None:
        return None
    term, year = int(match["term"]), int(symbol.year.text)
    start, end = TERM_STARTS.get(term), TERM_STARTS.get(term + 1)
    if start is None or end is None or start <= year <= end:
        return None
    right = next(number for number, first in sorted(TERM_STARTS.items(), reverse=True) if first <= max(year, 1997))
    return symbol.body, {"mong_doi": f"{match['body']}{right}", "ten": f"{start} - {end}"}


def _near(code: str, known: Sequence[str]) -> bool:
    return any(plain(code) == plain(other) for other in known)


_JUDGES: dict[str, Judge] = {
    "loai_khop": _other_type,
    "loai_thieu": _no_type,
    "loai_chu": _miswritten_type,
    "co_quan_chu": _miswritten_body,
    "co_quan_khop": _other_body,
    "co_quan_la": _unknown_body,
    "co_quan_het": _ended_body,
    "khoa_qh": _other_term,
}
