"""Kind ``format``: size and style of the letters of each part of a document.

Purpose: one finding a fault, however many blocks share it, with what is shown, what is asked for, where the value comes
from and what would be shown without it. Limits: letters only; a part is judged by what most of its letters show, fewer
out of line are the matter of ``lan``. Neighbours: ``typeface`` judges fonts and colours of the whole document,
``body_size`` the running text, ``layout`` paragraphs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from vanban_lint.checks.base import Context, Param, fold, pattern
from vanban_lint.checks.dressing import EXPECTED, FEW, Expected, expected, has_layout, letters, nearest, one_finding
from vanban_lint.checks.layout_words import Words, words_of
from vanban_lint.checks.restyle import Stretch, common_cause, restyle_runs
from vanban_lint.model import Anchor, Block, Edit, Hit, RunFormat
from vanban_lint.model.rule import Rule

PARAMS = {
    **EXPECTED,
    "xet": Param("choice", "phan: most letters of a part; lan: some letters unlike the rest", True, ("phan", "lan")),
    "khop": Param("regex", "parts whose text does not match are left alone"),
}
FIELDS = ("thuc_te", "mong_doi", "nguon_goc")

SIZE_SLACK = 0.25
#: Share of letters below which a deviation is an accident of some runs rather than the form of the part.
_MOST = 0.5
#: Longer parts are marked at their first word.
_SHORT = 60
#: What holds for every part unless its own entry says otherwise.
_EVERY_PART = "chung"


class Property(NamedTuple):
    """A property in ``trinh_bay``: the field of ``RunFormat``, its test against the value asked for, words for what is
    shown and for what is asked, and the value that an edit sets."""

    field: str
    holds: Callable[[Any, Any], bool]
    shown: Callable[[Words, Any], str]
    asked: Callable[[Words, Any], str]
    right: Callable[[Any, Any], Any]


def in_range(value: float | None, limits: tuple[float, float]) -> bool:
    """Whether a size in points is in the range; one that nothing states is not judged."""
    return value is None or limits[0] - SIZE_SLACK <= value <= limits[1] + SIZE_SLACK


def size_words(words: Words, value: float | None) -> str:
    return words.phrase("size", size=words.number(value or 0))


def _is_on(value: Any) -> bool:
    return bool(value) and value != "none"


def _flag(field: str, yes: str, no: str, on: Any = True, off: Any = False) -> Property:
    def say(words: Words, value: Any) -> str:
        return words.phrase(yes if _is_on(value) else no)

    return Property(field, lambda value, wish: _is_on(value) == wish, say, say, lambda value, wish: on if wish else off)


PROPERTIES = {
    "co": Property(
        "size_pt",
        in_range,
        size_words,
        lambda words, wish: words.phrase("size", size=words.span(*wish)),
        lambda value, wish: nearest(value, *wish),
    ),
    "dam": _flag("bold", "bold", "not_bold"),
    "nghieng": _flag("italic", "italic", "upright"),
    "gach_chan": _flag("underline", "underlined", "not_underlined", "single", "none"),
    "hoa": _flag("caps", "capitals", "small_letters"),
}


class Fault(NamedTuple):
    """What is wrong with a part: words for what stands there, for what should, and for where it comes from."""

    actual: str
    wanted: str
    source: str


class Deviation(NamedTuple):
    """Stretches of a part in which one property is wrong, among so many letters in all."""

    key: str
    wish: Any
    wrong: tuple[Stretch, ...]
    letters: int
    total: int

    @property
    def most(self) -> bool:
        return self.total >= FEW and self.letters > _MOST * self.total

    @property
    def some(self) -> bool:
        return FEW <= self.letters <= _MOST * self.total


class Part(NamedTuple):
    """A block that shows a fault: where it is marked, its entry in the table, and what is wrong with it."""

    place: Anchor
    entry: str
    wrong: list[Deviation]


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    """Blocks with the same fault are one finding."""
    wanted = expected(rule, context, "kieu_chu")
    if not has_layout(context) or not wanted.values:
        return
    mixed, only = rule.tham_so["xet"] == "lan", rule.tham_so.get("khop")
    faults: dict[Fault, list[Part]] = {}
    for block in context.own(*rule.o):
        if only and not pattern(only).search(fold(block.text.strip())):
            continue
        name = _variant(block, wanted, context)
        wrong = [d for d in _deviations(block, wanted, name, context) if (d.some if mixed else d.most)]
        if wrong:
            place = wrong[0].wrong[0][0] if mixed else _place(block, context)
            faults.setdefault(_fault(wrong, wanted, name, context), []).append(Part(place, name, wrong))
    for parts in faults.values():
        hit = _hit(parts, wanted, context)
        properties = len(parts[0].wrong)
        if properties > 1:
            pieces = [_hit([_only(part, i) for part in parts], wanted, context) for i in range(properties)]
            hit = hit._replace(pieces=tuple(pieces))
        yield hit


def _hit(parts: list[Part], wanted: Expected, context: Context) -> Hit:
    """Parts with the same fault; of one that is in a single property, the cause is told."""
    _, name, wrong = parts[0]
    fault = _fault(wrong, wanted, name, context)
    params = {"thuc_te": fault.actual, "mong_doi": fault.wanted, "nguon_goc": fault.source}
    edits = [edit for part in parts for edit in _repair(part.wrong, context)]
    cause = None
    if len(wrong) == 1:
        what, wish = PROPERTIES[wrong[0].key], wrong[0].wish
        forms = (form for part in parts for _, form in part.wrong[0].wrong)
        cause = common_cause(forms, what.field, wish if what.holds is in_range else what.right(None, wish))
    return one_finding(context, [part.place for part in parts], params, edits, cause=cause)


def _only(part: Part, which: int) -> Part:
    return part._replace(wrong=[part.wrong[which]])


def _variant(block: Block, wanted: Expected, context: Context) -> str:
    """The entry of the table that speaks of this block: that of letters, or of a post no line of authority precedes."""
    variants = []
    if context.structure.ten_loai.value == "CV":
        variants.append(f"{block.name}_cv")
    if block.name == "chuc_vu" and any(block in s.chuc_vu and not s.quyen_han_ky for s in context.structure.signatures):
        variants.append("chuc_vu_dong_dau")
    return next((name for name in variants if name in wanted.values), block.name)


def _place(block: Block, context: Context) -> Anchor:
    """The first line of the block; of a long one its first word, so that a comment in Word marks little."""
    anchor = block.anchor
    if anchor.end - anchor.start <= _SHORT:
        return anchor
    text = context.document.text(anchor)
    start = anchor.start + len(text) - len(text.lstrip())
    return anchor._replace(start=start, end=start + len(text.split(maxsplit=1)[0]))


def _deviations(block: Block, wanted: Expected, name: str, context: Context) -> Iterator[Deviation]:
    wish: Mapping[str, Any] | None = wanted.get(name)
    if wish is None:
        return
    stretches = [
        (anchor._replace(start=low, end=high), form, count)
        for anchor in block.anchors
        for form, low, high, count in letters(context.document.paragraph(anchor), anchor.start, anchor.end)
    ]
    total = sum(count for _, _, count in stretches)
    for key, value in {**wanted.get(_EVERY_PART, {}), **wish}.items():
        what = PROPERTIES.get(key)
        if what is None:
            continue  # alignment and the line below are the matter of other kinds
        wrong = [stretch for stretch in stretches if not what.holds(getattr(stretch[1], what.field), value)]
        if wrong:
            count = sum(count for _, _, count in wrong)
            yield Deviation(key, value, tuple((anchor, form) for anchor, form, _ in wrong), count, total)


def _fault(wrong: list[Deviation], wanted: Expected, name: str, context: Context) -> Fault:
    words = words_of(context)
    actual, asked, sources = [], [], []
    for deviation in wrong:
        what = PROPERTIES[deviation.key]
        form = _commonest(deviation.wrong, what.field)
        actual.append(what.shown(words, getattr(form, what.field)))
        wish = what.asked(words, deviation.wish)
        own = wanted.is_own(name, deviation.key)
        asked.append(words.phrase("own_style", wanted=wish, name=wanted.name) if own else wish)
        sources.append((form, what.field, _shower(what, words)))
    return Fault(", ".join(actual), ", ".join(asked), words.sources(sources))


def _shower(what: Property, words: Words) -> Callable[[Any], str]:
    return lambda value: what.shown(words, value)


def _commonest(stretches: tuple[Stretch, ...], field: str) -> RunFormat:
    """A format with the value and source that most letters of the stretches have."""
    counts: Counter[tuple[Any, str | None]] = Counter()
    for anchor, form in stretches:
        counts[getattr(form, field), form.source(field)] += anchor.end - anchor.start
    ((common, _),) = counts.most_common(1)
    return next(form for _, form in stretches if (getattr(form, field), form.source(field)) == common)


def _repair(wrong: list[Deviation], context: Context) -> Iterator[Edit]:
    for deviation in wrong:
        what, wish = PROPERTIES[deviation.key], deviation.wish
        by_value: dict[Any, list[Stretch]] = {}
        for stretch in deviation.wrong:
            right = what.right(getattr(stretch[1], what.field), wish)
            by_value.setdefault(right, []).append(stretch)
        for right, stretches in by_value.items():
            yield from restyle_runs(context, stretches, what.field, right, _holding(what, wish))


def _holding(what: Property, wish: Any) -> Callable[[Any], bool]:
    return lambda value: what.holds(value, wish)
