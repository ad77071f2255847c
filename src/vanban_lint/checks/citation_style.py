"""Kind ``citation_style``: the manner of citing over a whole document.

Purpose: the full form said again, a short form that was never introduced, two manners in one document, an issuer named
in two ways. Limits: one finding a document cited (or a document, for the comma), all places related; attached texts,
tables and notes stand for themselves, so what is full there repeats nothing. Clauses: Nghị định 30, Phụ lục I, II.6.b;
Hướng dẫn 36, mục II, 1.6.1; Hướng dẫn 05, Phần II, I.6.1.4 (later mentions give type and number only).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator

from vanban_lint.checks.base import Context, Param
from vanban_lint.checks.cited import Cited, cited, short_forms
from vanban_lint.checks.first_citation import PLAIN
from vanban_lint.citation.agreement import same_body
from vanban_lint.citation.normalise import TERM
from vanban_lint.citation.title import LEAST, differ, words
from vanban_lint.model import Hit, Related
from vanban_lint.model.rule import Rule
from vanban_lint.text.lazy import lazy
from vanban_lint.text.tone import fold_tone

PARAMS = {
    "xet": Param(
        "choice",
        "lap_day_du: the full form after the first mention; viet_tat: type and bare number never introduced; "
        "thieu_so: the same document without its number elsewhere; ten_co_quan: a central party body named in two "
        "ways; hai_loi: comma before the date in some citations only; co_phay, khong_phay: comma throughout, nowhere",
        required=True,
        choices=("lap_day_du", "viet_tat", "thieu_so", "ten_co_quan", "hai_loi", "co_phay", "khong_phay"),
    ),
}
FIELDS = ("thuc_te", "mong_doi", "so")

_TYPES = "Nghị quyết|Chỉ thị|Kết luận|Quyết định|Kế hoạch|Chương trình(?: hành động)?|Đề án|Hướng dẫn|Quy chế"
_UNNUMBERED = lazy(
    rf"(?<!\w)(?P<loai>{_TYPES})\s+của\s+[^;:.,()\d]{{4,60}}?\s(?P<ten>(?:về|thực hiện)\s[^;.]{{10,160}})"
)
_TERM_OF = lazy(r"\s+khóa\s+[ivxlc]+$")


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    yield from _JUDGES[rule.tham_so["xet"]](context)


def _hit(places: Iterable[Cited], *, stated: str = "", wanted: str = "", more: Iterable[Cited] = ()) -> Hit:
    """At the first of ``places``; the rest and ``more`` are related."""
    first, *rest = places
    params = {"thuc_te": stated or first.code, "mong_doi": wanted, "so": first.citation.ky_hieu}
    return Hit(first.full, params, related=tuple(Related(item.whole, item.code) for item in (*rest, *more)))


def _by_document(items: Iterable[Cited]) -> dict[str, list[Cited]]:
    """Mentions of each number, laws and the document's own left out."""
    groups: dict[str, list[Cited]] = defaultdict(list)
    for item in items:
        so = item.citation.so
        if so is not None and not item.own and not (so.co_quan and TERM.fullmatch(so.co_quan[0])):
            groups[item.citation.ky_hieu].append(item)
    return groups


def _said_again(context: Context) -> Iterator[Hit]:
    for mentions in _by_document(cited(context)).values():
        mentions = [item for item in mentions if item.place in ("", "can_cu")]
        dated = [i for i, item in enumerate(mentions) if item.citation.co_ngay]
        # A mention that is the first to say the subject completes the earlier ones, it repeats none.
        full = next((i for i in dated if mentions[i].citation.trich_yeu), dated[0] if dated else None)
        if full is None or (mentions[full].citation.ten_loai or "").lower() in PLAIN:
            continue
        first = mentions[full]
        again = [item for item in mentions[full + 1 :] if item.place == "" and _repeats(item, first)]
        if again:
            short = f"{first.citation.ten_loai or ''} số {first.citation.ky_hieu}".strip()
            yield _hit(again, wanted=short, more=(first,))


def _repeats(item: Cited, first: Cited) -> bool:
    """Date or subject said once more: not one that disagrees, and not as part of another document's subject."""
    one, other = item.citation, first.citation
    if one.long_nhau or (one.date and other.date and one.date != other.date):
        return False
    if one.co_quan_ban_hanh and other.co_quan_ban_hanh and not same_body(one.co_quan_ban_hanh, other.co_quan_ban_hanh):
        return False
    said, before = words(one.trich_yeu), words(other.trich_yeu)
    if differ(said, before):
        return False
    return one.date is not None or (min(len(said), len(before)) >= LEAST and said[:LEAST] == before[:LEAST])


def _never_introduced(context: Context) -> Iterator[Hit]:
    forms = short_forms(context)
    if not forms:
        return
    known = {_called(item.citation.ten_loai, item.citation.so.so) for item in cited(context) if item.citation.so}
    known |= {_called(form.ten_loai, form.so) for _, form in forms if form.defines}
    groups: dict[tuple[str, str], list[tuple[str, Related]]] = defaultdict(list)
    for flow, form in forms:
        key = _called(form.ten_loai, form.so)
        if key not in known:
            text = flow.text[form.start : form.end]
            groups[key].append((text, Related(flow.anchors(form.start, form.end)[0], text)))
    for (text, first), *rest in groups.values():
        yield Hit(first.anchor, {"thuc_te": text, "so": text}, related=tuple(related for _, related in rest))


def _called(kind: str | None, so: str) -> tuple[str, str]:
    """What a short form names: type word in small letters and number without leading zeros."""
    return (kind or "").lower(), so.lstrip("0")


def _numbered_elsewhere(context: Context) -> Iterator[Hit]:
    subjects = [(item, words(item.citation.trich_yeu)) for item in cited(context) if item.citation.so]
    numbered = [(item, subject) for item, subject in subjects if len(subject) >= LEAST]
    if not numbered:
        return
    kinds = {f"{item.citation.ten_loai} của " for item, _ in numbered} | {"hành động của "}
    for flow in context.structure.flows:
        if not any(kind in flow.text for kind in kinds):
            continue
        for match in _UNNUMBERED.finditer(flow.text):
            said = words(match["ten"])
            for item, subject in numbered:
                if _one_document(match["loai"], said, item, subject):
                    anchor = flow.anchors(match.start(), match.start("ten"))[0]
                    so = item.citation.ky_hieu
                    params = {"thuc_te": match["loai"], "mong_doi": f"số {so}", "so": so}
                    yield Hit(anchor, params, related=(Related(item.full, item.code),))
                    break


def _one_document(kind: str, said: list[str], item: Cited, subject: list[str]) -> bool:
    shared = min(len(said), len(subject), 6)
    named = (item.citation.ten_loai or "").lower()
    return bool(named) and kind.lower().startswith(named) and shared >= LEAST and said[:shared] == subject[:shared]


def _bodies(context: Context) -> Iterator[Hit]:
    """The issuer of a central party document in two wordings, "Ban Chấp hành Trung ương" and "... Đảng"."""
    for mentions in _by_document(cited(context)).values():
        so = mentions[0].citation.so
        if so is None or so.co_quan[:1] != ("TW",):
            continue
        named = [(item, _name(item.citation.co_quan_ban_hanh)) for item in mentions if item.citation.co_quan_ban_hanh]
        counts = Counter(name for _, name in named)
        usual = max(counts, key=lambda name: (counts[name], len(name)), default="")
        if len(counts) < 2 or not all(same_body(name, usual) for name in counts):
            continue  # two bodies are a disagreement, not a wording
        odd = [item for item, name in named if name != usual]
        model = next(item for item, name in named if name == usual)
        said = _TERM_OF.sub("", model.citation.co_quan_ban_hanh or "")
        yield _hit(odd, stated=odd[0].citation.co_quan_ban_hanh or "", wanted=said, more=(model,))


def _name(body: str | None) -> str:
    """A body's name without the term it was of."""
    return _TERM_OF.sub("", fold_tone(" ".join((body or "").split())).lower())


def _commas(context: Context) -> tuple[list[Cited], list[Cited]]:
    """Full citations with and without a comma before the date."""
    parted: tuple[list[Cited], list[Cited]] = ([], [])
    for item in cited(context):
        citation = item.citation
        if citation.ngay is not None and (citation.co_quan_ban_hanh is not None or citation.trich_yeu):
            parted[0 if citation.phay else 1].append(item)
    return parted


def _two_manners(context: Context) -> Iterator[Hit]:
    with_comma, without = _commas(context)
    if with_comma and without:
        party = context.structure.regime.value == "dang"
        fewer = len(with_comma) < len(without) or (len(with_comma) == len(without) and not party)
        odd = with_comma if fewer else without
        written = '"..., ngày"', '"... ngày"'
        stated, wanted = written if fewer else written[::-1]
        yield _hit(odd, stated=stated, wanted=wanted)


def _all_with(context: Context) -> Iterator[Hit]:
    with_comma, without = _commas(context)
    if with_comma and not without:
        yield _shown(with_comma)


def _all_without(context: Context) -> Iterator[Hit]:
    with_comma, without = _commas(context)
    if without and not with_comma:
        yield _shown(without)


def _shown(items: list[Cited]) -> Hit:
    first = items[0]
    shown = first.flow.text[first.citation.start : first.citation.code_end]
    return _hit(items, stated=shown)._replace(anchor=first.whole)


_JUDGES: dict[str, Callable[[Context], Iterator[Hit]]] = {
    "lap_day_du": _said_again,
    "viet_tat": _never_introduced,
    "thieu_so": _numbered_elsewhere,
    "ten_co_quan": _bodies,
    "hai_loi": _two_manners,
    "co_phay": _all_with,
    "khong_phay": _all_without,
}
