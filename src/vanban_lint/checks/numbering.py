"""Kind ``numbering``: the numbers of parts, articles, clauses and points, and the signs that go with them.

Purpose: one list at a time, what its numbers say against what they should (``xet`` picks the defect). Limits: a list
that restarts by right stays silent (see ``outline``), as does one that begins anew after a lead-in or a heading of its
own. Neighbours: ``headings`` for what items consist of, ``final_mark`` for their end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from vanban_lint.checks.base import Context, Param, fold, pattern, retyped
from vanban_lint.checks.outline import (
    Item,
    Series,
    all_series,
    has_mark,
    paragraphs_between,
    unsigned,
    unsigned_after,
)
from vanban_lint.model import Anchor, Edit, Hit, Related
from vanban_lint.model.rule import Rule
from vanban_lint.text.numerals import letter, roman

REPEATED, SKIPPED, RESTARTED, DISORDERED, LATE = "trung", "nhay", "lai_tu_dau", "sai_thu_tu", "bat_dau"

PARAMS = {
    "xet": Param(
        "choice",
        "the defect to report",
        required=True,
        choices=(
            REPEATED, SKIPPED, RESTARTED, DISORDERED, LATE, "so_cha", "chu_d", "chu_la", "lan_kieu", "thieu_dau",
            "sai_dau", "dinh_lien", "tu_dong",
        ),
    ),
    "cap": Param("list", "kinds of items to look at (phan, chuong, muc, dieu, khoan, diem, ...), all by default"),
    "khop": Param("regex", "for sai_dau: the number as written must match"),
    "thay": Param(
        "text",
        "for sai_dau: what should stand there; {so} is the bare number, {la_ma} and {a_rap} its value, {chu} its word",
    ),
}  # fmt: skip
FIELDS = ("thuc_te", "mong_doi", "truoc", "muc", "so_muc")


class Fault(NamedTuple):
    """A number that does not follow: place in the series, defect, the value that should stand there."""

    at: int
    defect: str
    expected: int


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    wanted = rule.tham_so["xet"]
    judge = _JUDGES.get(wanted, _sequence)
    kinds = rule.tham_so.get("cap")
    for series in all_series(context):
        if kinds is None or series.kind in kinds:
            yield from judge(series, rule, context)


def faults(values: Sequence[int]) -> Iterator[Fault]:
    """Where a run of numbers leaves 1, 2, 3, ...: one fault a slip; what follows is judged from where it stands."""
    last, seen, index = 0, set[int](), 0
    while index < len(values):
        value, expected = values[index], last + 1
        following = values[index + 1] if index + 1 < len(values) else None
        if value == expected:
            last = value
        elif index == 0:
            yield Fault(0, LATE, 1)
            last = value
        elif value == 1 and last > 1 and following in (2, None):
            yield Fault(index, RESTARTED, expected)
            last, seen = 1, set()
        elif following == expected + 1:
            yield Fault(index, _slip(value, expected, seen), expected)
            last = expected
        elif value == expected + 1 and following == expected:
            yield Fault(index, DISORDERED, expected)
            last, index = value, index + 1
        else:
            yield Fault(index, _slip(value, expected, seen), expected)
            last = last if following == expected else value
        seen.add(value)
        index += 1


def _slip(value: int, expected: int, seen: set[int]) -> str:
    if value in seen:
        return REPEATED
    return SKIPPED if value > expected else DISORDERED


def _sequence(whole: Series, rule: Rule, context: Context) -> Iterator[Hit]:
    for series in whole.by_head():
        yield from _run(series, rule, context)


def _run(series: Series, rule: Rule, context: Context) -> Iterator[Hit]:
    if series.values is None or series.kind == "gach":
        return
    for fault in faults(series.values):
        item = series.items[fault.at]
        if fault.defect != rule.tham_so["xet"] or _excused(series, fault, context):
            continue
        before = series.items[fault.at - 1] if fault.at else None
        wanted = item.with_number(fault.expected)
        params = _params(item, wanted, before)
        related = (Related(before.place, before.node.number_text),) if before else ()
        edits = () if series.english else _renumbered(rule, series, fault.at, fault.expected)
        yield Hit(item.place, params, (wanted,), edits, related)


def _renumbered(rule: Rule, series: Series, at: int, value: int) -> tuple[Edit, ...]:
    """The numbers from item ``at`` on counted from ``value``, up to where the list begins anew; none in a Word list."""
    values = series.values or ()
    begins = (index for index in range(at + 1, len(values)) if values[index] == 1)
    return _retype(rule, series.items[at : next(begins, len(series.items))], value)


def _retype(rule: Rule, items: Sequence[Item], value: int) -> tuple[Edit, ...]:
    """Each item numbered one more than the one before, from ``value``."""
    if any(item.node.automatic for item in items):
        return ()
    wanted = (item.with_number(number) for number, item in enumerate(items, value))
    return tuple(edit for item, number in zip(items, wanted, strict=True) for edit in _numbered(rule, item, number))


def _numbered(rule: Rule, item: Item, wanted: str) -> tuple[Edit, ...]:
    """The item's typed number written as ``wanted``; none where Word counts, or where it reads so already."""
    typed = item.paragraph.text[item.node.marker.start : item.node.marker.end]
    if item.node.automatic or not typed.strip() or typed.strip() == wanted.strip():
        return ()
    return retyped(rule, item.node.marker, typed, typed.replace(typed.strip(), wanted.strip(), 1))


def _excused(series: Series, fault: Fault, context: Context) -> bool:
    """Whether the break is another rule's matter, or a new list that begins by right."""
    item = series.items[fault.at]
    value = (series.values or ())[fault.at]
    if series.kind == "y":
        return value == 1 or fault.defect == LATE
    if value == 1 and fault.at:
        return _led_in(series.items[fault.at - 1], item, context)
    if fault.defect == SKIPPED and series.english and series.items[fault.at - 1].number.lower() == "d":
        return True
    if fault.defect not in (SKIPPED, LATE):
        return False
    return _inside(series, fault, context) or _unsigned(series, fault, context) is not None


def _led_in(before: Item, item: Item, context: Context) -> bool:
    """Whether a paragraph just before the item opens a list: it ends with a colon, or is a heading without a mark."""
    between = paragraphs_between(context, before.paragraph.ordinal, item.paragraph.ordinal)
    if not between:
        return before.text.endswith(":")
    last = between[-1].text.strip()
    opened = any(node.anchor.paragraph == between[-1].ordinal for node in context.structure.nodes())
    return last.endswith(":") or not (opened or has_mark(last))


def _inside(series: Series, fault: Fault, context: Context) -> bool:
    """Whether the missing number stands in the middle of a paragraph above, as in a text that lost its line ends."""
    item = series.items[fault.at]
    above = series.items[fault.at - 1].node if fault.at else series.parent
    first = above.anchor.paragraph if above else item.paragraph.ordinal
    number = re.escape(item.with_number(fault.expected))
    texts = context.document.body.paragraphs[first - 1 : item.paragraph.ordinal - 1]
    return any(re.search(rf"\S\s+{number}(?=\s)", paragraph.text) for paragraph in texts)


def _unsigned(series: Series, fault: Fault, context: Context) -> Anchor | None:
    """The missing number of a fault where it stands without its sign."""
    item = series.items[fault.at]
    above = series.items[fault.at - 1].node if fault.at else series.parent
    first = above.anchor.paragraph if above else 0
    return unsigned(context, item, fault.expected, first, item.paragraph.ordinal)


def _missing_sign(series: Series, rule: Rule, context: Context) -> Iterator[Hit]:
    """A number without its dot or bracket, recognised by the gap it leaves or by its siblings.

    "2.1" without a dot is a style of its own where all its siblings do without.
    """
    if series.kind == "gach" or series.values is None:
        return
    signed = series.kind == "dieu" or any(item.shape.startswith("n") and len(item.shape) > 1 for item in series.items)
    for item in series.items:
        if signed and item.shape in ("n", "Điềun"):
            wanted = item.node.number_text.strip() + "."
            yield _number_hit(rule, item, wanted)
    gaps = [fault for fault in faults(series.values) if fault.defect in (SKIPPED, LATE)]
    places = [(series.items[fault.at].with_number(fault.expected), _unsigned(series, fault, context)) for fault in gaps]
    places.append((series.items[-1].with_number(series.values[-1] + 1), unsigned_after(context, series)))
    for wanted, place in places:
        if place is not None:
            params = {"thuc_te": context.document.text(place), "mong_doi": wanted, "muc": wanted}
            yield Hit(place, params, (wanted,), retyped(rule, place, params["thuc_te"], wanted))


def _parent_number(series: Series, rule: Rule, context: Context) -> Iterator[Hit]:
    """An item such as "3.1" under item 2. Where most siblings differ from the parent, the parent is at fault."""
    parent = series.parent
    if parent is None or parent.number is None or parent.kind not in ("khoan", "muc"):
        return
    heads = range(parent.anchor.paragraph - 1, series.items[-1].paragraph.ordinal - 1)
    above = "\n".join(context.document.body.paragraphs[place].text for place in heads)
    strays = [
        item
        for item in series.items
        if item.head.isdigit() and int(item.head) != parent.number and not re.search(rf"\s{item.head}\.\s", above)
    ]
    if len(strays) * 2 <= len(series.items):
        for item in strays:
            last = item.number.rpartition(".")[2]
            wanted = item.node.number_text.strip().replace(item.number, f"{parent.number}.{last}", 1)
            yield _number_hit(rule, item, wanted)


def _letter_d(series: Series, rule: Rule, context: Context) -> Iterator[Hit]:
    for at, (before, item) in enumerate(zip(series.items, series.items[1:], strict=False), 1):
        if (before.number.lower(), item.number.lower()) == ("d", "e"):
            wanted = item.node.number_text.strip().replace(item.number, "Đ" if item.number.isupper() else "đ", 1)
            yield Hit(item.place, _params(item, wanted, before), (wanted,), _lettered(rule, series, at))


def _lettered(rule: Rule, series: Series, at: int) -> tuple[Edit, ...]:
    """The letters from item ``at`` on by the Vietnamese alphabet; none where those before it do not follow it."""
    if [item.number.lower() for item in series.items[:at]] != [letter(place) for place in range(1, at + 1)]:
        return ()
    return _retype(rule, series.items[at:], at + 1)


def _foreign_letter(series: Series, rule: Rule, context: Context) -> Iterator[Hit]:
    if series.kind not in ("diem", "y"):
        return
    for index, item in enumerate(series.items):
        if index and item.number.lower() in ("f", "j", "w", "z"):
            wanted = item.node.number_text.strip().replace(item.number, letter(index + 1) or item.number, 1)
            params = _params(item, wanted, series.items[index - 1])
            yield Hit(item.place, params, (wanted,), _lettered(rule, series, index))


def _mixed_signs(series: Series, rule: Rule, context: Context) -> Iterator[Hit]:
    """Items whose signs differ from their siblings': the form of the guides wins, then the commoner, then the first."""
    shapes = Counter(item.shape for item in series.items)
    if not _mixed(series):
        return
    due = {"khoan": "n.", "diem": "n)"}.get(series.kind)
    usual = max(shapes, key=lambda shape: (shape == due, shapes[shape], shape == series.items[0].shape))
    for item in series.items:
        if item.shape != usual:
            yield _number_hit(rule, item, usual.replace("n", item.number, 1))


def _mixed(series: Series) -> bool:
    """Whether bare numbers, no words with them, carry different signs in one series."""
    shapes = {item.shape for item in series.items}
    return len(shapes) > 1 and all(re.match(r"\(?n\W", shape) for shape in shapes)


def _wrong_sign(series: Series, rule: Rule, context: Context) -> Iterator[Hit]:
    """Numbers in a form that no guide has. A series that is wrong throughout is one finding, at its first item."""
    written = pattern(rule.tham_so["khop"])
    wrong = [i for i in series.items if not written.fullmatch(fold(" ".join(i.node.number_text.split())))]
    whole = len(wrong) == len(series.items)
    for item in wrong[: 1 if whole else None] if not _mixed(series) else ():
        wanted = _rewritten(rule, item)
        params = _params(item, wanted) | {"so_muc": len(wrong) if whole else 1}
        others = tuple(Related(i.place, i.node.number_text) for i in wrong[1:]) if whole else ()
        repaired = wrong if whole else [item]
        edits = tuple(edit for i in repaired if wanted for edit in _numbered(rule, i, _rewritten(rule, i)))
        yield Hit(item.place, params, (wanted,) if wanted else (), edits, others)


def _rewritten(rule: Rule, item: Item) -> str:
    """The number of an item in the form of ``thay``."""
    word = item.node.number_text.strip().removesuffix(item.number).strip() if item.worded else ""
    value = item.node.number or 0
    return str(rule.tham_so.get("thay", "")).format(
        so=item.number, a_rap=value, la_ma=roman(value) if value else "", chu=word.capitalize()
    )


def _number_hit(rule: Rule, item: Item, wanted: str) -> Hit:
    return Hit(item.place, _params(item, wanted), (wanted,), _numbered(rule, item, wanted))


def _no_space(series: Series, rule: Rule, context: Context) -> Iterator[Hit]:
    for item in series.items:
        place = item.node.marker
        after = item.paragraph.text[place.end : place.end + 1]
        if place.end > place.start and series.kind != "gach" and (after.isalnum() or after in tuple('“"(')):
            wanted = f"{item.node.number_text.strip()} "
            edits = retyped(rule, place._replace(start=place.end), "", " ")
            yield Hit(place, _params(item, wanted), (wanted,), edits)


def _automatic(series: Series, rule: Rule, context: Context) -> Iterator[Hit]:
    """The first item typed by hand in a list that Word numbers, or the other way round."""
    if series.kind == "gach":
        return
    automatic = sum(item.node.automatic for item in series.items)
    if 0 < automatic < len(series.items):
        rare = automatic * 2 < len(series.items)
        item = next(item for item in series.items if item.node.automatic == rare)
        yield Hit(item.place, {**_params(item, ""), "so_muc": len(series.items)})


def _params(item: Item, wanted: str, before: Item | None = None) -> dict[str, object]:
    return {
        "thuc_te": " ".join(item.node.number_text.split()),
        "mong_doi": wanted.strip(),
        "truoc": " ".join(before.node.number_text.split()) if before else "",
        "muc": item.node.label,
    }


_Judge = Callable[[Series, Rule, Context], Iterator[Hit]]
_JUDGES: dict[str, _Judge] = {
    "so_cha": _parent_number,
    "chu_d": _letter_d,
    "chu_la": _foreign_letter,
    "lan_kieu": _mixed_signs,
    "thieu_dau": _missing_sign,
    "sai_dau": _wrong_sign,
    "dinh_lien": _no_space,
    "tu_dong": _automatic,
}
