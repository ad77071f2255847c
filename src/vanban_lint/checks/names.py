"""Kind ``names``: names that have one way to be written in capitals and small letters.

Purpose: hold what stands in a text against the names of the tables, by an index on their first word: one pass over the
text, whatever the number of names. Limits: text all in capitals is left alone; so is a name whose first letter alone is
a capital where a sentence may begin, for there the common noun is written the same way. Which names exist is data
(``viet_hoa``, ``co_quan``, ``tinh``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from vanban_lint.checks.base import Context, Param, fold
from vanban_lint.model import Edit, Hit, Paragraph
from vanban_lint.model.rule import Rule
from vanban_lint.text.lazy import lazy
from vanban_lint.text.letters import CAPITALS
from vanban_lint.text.spans import is_inside
from vanban_lint.text.tone import fold_tone

LISTS = ("co_quan", "chuc_vu", "danh_hieu", "rieng", "tinh", "vung", "nuoc_ngoai", "to_chuc_quoc_te", "an_pham")
PARAMS = {
    "bang": Param("choice", "which names", required=True, choices=LISTS),
    "thuong": Param("flag", "the first letter may be small too: the name has a single bearer"),
}
FIELDS = ("thuc_te", "mong_doi")

_CAPITALISED = lazy(rf"(?<![^\W\d_])[{CAPITALS}][^\W\d_]*")
#: What stands before the name of a province, in small letters.
_PROVINCE_BEFORE = ("tỉnh ", "thành phố ", "tỉnh ủy ", "thành ủy ", "đảng bộ tỉnh ")


class Name(NamedTuple):
    """``low``: the name in small letters and one tone placement; ``forms``: how it may be written, the best first."""

    low: str
    forms: tuple[str, ...]


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    names = listed(rule.tham_so["bang"], context)
    places = _anywhere if rule.tham_so.get("thuong") else _capitalised
    for paragraph in context.prose():
        text = fold(paragraph.text)
        low = text.lower()
        if len(low) == len(text):
            for start, name in places(text, low, names):
                yield from _judge(rule, paragraph, start, name)


def _capitalised(text: str, low: str, names: Mapping[str, list[Name]]) -> Iterator[tuple[int, Name]]:
    """Where a name stands that begins with a capital; the longest one at each place."""
    for match in _CAPITALISED.finditer(text):
        for name in names.get(match.group().lower(), ()):
            if _stands(low, match.start(), name):
                yield match.start(), name
                break


def _anywhere(text: str, low: str, names: Mapping[str, list[Name]]) -> Iterator[tuple[int, Name]]:
    for same in names.values():
        for name in same:
            at = low.find(name.low)
            while at >= 0:
                if not low[at - 1 : at].isalpha() and _stands(low, at, name):
                    yield at, name
                at = low.find(name.low, at + 1)


def _stands(low: str, at: int, name: Name) -> bool:
    end = at + len(name.low)
    return low.startswith(name.low, at) and not low[end : end + 1].isalpha()


def _judge(rule: Rule, paragraph: Paragraph, start: int, name: Name) -> Iterator[Hit]:
    end = start + len(name.low)
    text = fold(paragraph.text)
    written = text[start:end]
    if written in name.forms or written.isupper() or text.isupper():
        return
    if rule.tham_so["bang"] == "tinh":
        if not text[:start].lower().endswith(_PROVINCE_BEFORE):
            return
    elif not (is_inside(text, start) or any(map(str.isupper, written[1:])) or _before_a_name(rule, text, end)):
        return
    actual, right = paragraph.text[start:end], _as_written(paragraph.text[start:end], name.forms[0])
    anchor = paragraph.anchor(start, end)
    edits = (Edit("replace_text", anchor, right, actual),) if rule.sua else ()
    yield Hit(anchor, {"thuc_te": actual, "mong_doi": right}, suggestions=(right,), edits=edits)


def _before_a_name(rule: Rule, text: str, end: int) -> bool:
    """A post before the name of its body is that post, wherever it stands ("Chánh văn phòng Tỉnh ủy")."""
    return rule.tham_so["bang"] == "chuc_vu" and text[end + 1 : end + 2].isupper()


def _as_written(actual: str, form: str) -> str:
    """``form`` in the tone placement of what stands there."""
    return "".join(
        (letter.upper() if meant.isupper() else letter.lower()) for letter, meant in zip(actual, form, strict=True)
    )


def listed(bang: str, context: Context) -> Mapping[str, list[Name]]:
    """First word -> the names of a list that begin with it, longest first; made once a document."""
    made: dict[str, Mapping[str, list[Name]]] = context.shared.setdefault("names", {})
    if bang not in made:
        found: dict[str, list[Name]] = defaultdict(list)
        for entry in _entries(bang, context.tables):
            forms = tuple(fold_tone(form) for form in entry.split("|"))
            found[forms[0].replace("-", " ").split()[0].lower()].append(Name(forms[0].lower(), forms))
        for same in found.values():
            same.sort(key=lambda name: -len(name.low))
        made[bang] = found
    return made[bang]


def _entries(bang: str, tables: Mapping[str, Any]) -> list[str]:
    if bang == "tinh":
        return [entry["ten"] for entry in tables["tinh"]]
    entries: list[str] = list(tables["viet_hoa"][bang])
    if bang == "co_quan":
        alone = set(tables["viet_hoa"]["rieng"])
        ministries = (entry["ten"] for entry in tables["co_quan"] if entry["ten"].startswith(("Bộ ", "Sở ")))
        entries = [name for name in dict.fromkeys([*entries, *ministries]) if name not in alone and "/" not in name]
    return entries
