"""Kind ``abbreviation``: abbreviations of one document, introduced or not, where and how.

Purpose: one finding an abbreviation, at the place to mend, the others related. Limits: running text is judged; tables,
recipients, signatures and headings only count as use. What may stand without a word is rules/du-lieu/viet-tat.yaml. An
abbreviation one letter off one that is used several times is ``spelling``'s matter (``spelling.acronym``); letters of
the issuing body and of the signature are judged where those blocks are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from vanban_lint.checks.base import Context, Param, fold
from vanban_lint.checks.cited import cited_in
from vanban_lint.model import BODY, Anchor, Edit, Flow, Hit, Related
from vanban_lint.model.rule import Rule
from vanban_lint.model.structure import KEM_THEO, PHU_LUC
from vanban_lint.text.abbreviation import Definition, Use, definitions, exchanged, initial, letters, one_slip, uses
from vanban_lint.text.lazy import lazy
from vanban_lint.text.letters import unaccent
from vanban_lint.text.syllable import is_syllable

PARAMS = {
    "xet": Param(
        "choice",
        "chua_giai_thich: never introduced; dung_truoc: used before it is introduced; hai_lan: introduced twice; "
        "hai_cach: for two different names; khong_dung: introduced, never used; gan_giong: not the letters of the "
        "words, or one slip off a common one; trich_yeu: in the subject; ten_day_du: a body that a decision names in "
        "full",
        required=True,
        choices=(
            "chua_giai_thich", "dung_truoc", "hai_lan", "hai_cach", "khong_dung", "gan_giong", "trich_yeu",
            "ten_day_du",
        ),
    ),
    "chu": Param("list", "abbreviations that ten_day_du speaks of"),
}  # fmt: skip
FIELDS = ("thuc_te", "mong_doi", "day_du", "lan", "khac")

# Blocks where abbreviations are usual, or that rules of their own judge.
_OTHERS = (
    "quoc_hieu", "tieu_ngu", "tieu_de_dang", "tieu_de_doan", "co_quan_chu_quan", "co_quan_ban_hanh", "so_ky_hieu",
    "dia_danh_ngay", "noi_nhan", "noi_nhan_muc", "luu", "quyen_han_ky", "chuc_vu", "ho_ten", "lien_he", "phu_luc",
    "do_mat", "do_khan", "kinh_gui", "kinh_gui_muc", "ten_loai", "tac_gia",
)  # fmt: skip
_SUBJECT = "trich_yeu"
# A list of abbreviations explains those of its cells.
_LIST = lazy(r"(?i)(?:danh mục|bảng|chú giải|giải thích)(?: các)?(?: chữ| từ)? viết tắt|^(?:các )?(?:chữ|từ) viết tắt")
_FILED = lazy(r"(?:^|\s)-\s*Lưu\b")
_WORD = lazy(r"[^\W\d_]+")
_SMALL = frozenset("và của về cho các những trong với theo ở tại là do".split())
#: An abbreviation that nothing in the text explains is only worth a word when it is used this often.
_OFTEN = 2


class Place(NamedTuple):
    """One abbreviation in the document: ``order`` is the flow's; not ``running`` in tables, recipients and the like."""

    flow: Flow
    use: Use
    order: int
    running: bool
    in_subject: bool

    @property
    def anchor(self) -> Anchor:
        return self.flow.anchors(self.use.start, self.use.end)[0]


class Defined(NamedTuple):
    """One introduction; ``zone`` is the text it holds for: the document itself or one issued with it."""

    flow: Flow
    found: Definition
    order: int
    zone: str | None

    @property
    def anchor(self) -> Anchor:
        return self.flow.anchors(self.found.start, self.found.end)[0]

    @property
    def key(self) -> tuple[int, int]:
        return self.order, self.found.start

    @property
    def sure(self) -> bool:
        """The words before it are those it stands for, or the text says so; else it may be a gloss in brackets."""
        if self.found.listed:
            return False
        return self.found.explicit or self.found.initials == letters(self.found.text)


class Known(NamedTuple):
    """All uses and introductions of a document, by abbreviation, in reading order."""

    uses: dict[str, list[Place]]
    defined: dict[str, list[Defined]]
    listed: frozenset[str]


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    known: Known | None = context.shared.get("abbreviation")
    if known is None:
        known = context.shared["abbreviation"] = _collect(context)
    yield from _JUDGES[rule.tham_so["xet"]](rule, context, known)


# Reading the document


def _collect(context: Context) -> Known:
    used: dict[str, list[Place]] = {}
    defined: dict[str, list[Defined]] = {}
    quiet = {anchor[:2] for block in context.structure.all(*_OTHERS) for anchor in block.anchors}
    subject = {anchor[:2] for block in context.structure.all(_SUBJECT) for anchor in block.anchors}
    annexed = _recipients(context.structure.flows)
    for order, flow in enumerate(context.structure.flows):
        first = flow.pieces[0].anchor
        numbers = [(item.citation.code_start, item.citation.code_end) for item in cited_in(flow, context)]
        found = [use for use in uses(flow.text) if not _inside(use.start, numbers)]
        running = first[:2] not in quiet and order not in annexed and _is_running(first, context)
        for use in found:
            place = Place(flow, use, order, running and first[:2] not in subject, first[:2] in subject)
            used.setdefault(use.text, []).append(place)
        if running:
            for definition in definitions(flow.text):
                zone = context.structure.zone(first.paragraph)
                defined.setdefault(definition.text, []).append(Defined(flow, definition, order, zone))
    return Known(used, defined, _listed(context))


def _recipients(flows: Sequence[Flow]) -> set[int]:
    """Recipients of the annexes, which are no blocks of the document: dash lines down to "- Lưu"."""
    found: set[int] = set()
    start = 0
    for order, flow in enumerate(flows):
        line = flow.text.lstrip()
        if _FILED.search(line):
            found.update(range(start, order + 1))
        if not line.startswith("-") and not line[:1].islower():
            start = order + 1
    return found


def _inside(at: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _is_running(anchor: Anchor, context: Context) -> bool:
    if anchor.part != BODY:
        return anchor.part in ("footnotes", "endnotes")
    return not context.document.body.paragraph(anchor.paragraph).cell


def _listed(context: Context) -> frozenset[str]:
    """Abbreviations explained by a list of them: a cell or a line of its own, after a heading that says so."""
    paragraphs = context.document.body.paragraphs
    start = next((p.ordinal for p in paragraphs if "tắt" in p.text.lower() and _LIST.search(p.text.strip())), None)
    if start is None:
        return frozenset()
    return frozenset(p.text.split(":")[0].strip() for p in paragraphs[start:] if len(p.text.split(":")[0].strip()) < 16)


# Judging


def _allowed(context: Context) -> dict[str, str]:
    """Common abbreviations and the words they stand for."""
    return {entry["ten"]: entry.get("day_du", "") for entry in context.tables["viet_tat"]}


def _hit(at: Place | Defined, others: list[Anchor], wanted: str = "", *, edit: bool = False, **more: str) -> Hit:
    anchor = at.anchor
    typed = at.use.text if isinstance(at, Place) else at.found.text
    params = {"thuc_te": typed, "mong_doi": wanted, "day_du": "", "lan": str(len(others) + 1), "khac": ""} | more
    edits = (Edit("replace_text", anchor, wanted, typed),) if edit and wanted else ()
    related = tuple(Related(other, typed) for other in others)
    return Hit(anchor, params, suggestions=(wanted,) if wanted else (), edits=edits, related=related)


def _never(rule: Rule, context: Context, known: Known) -> Iterator[Hit]:
    allowed, meant = _allowed(context), _meant(known)
    initials = _Initials(context)
    for text, places in known.uses.items():
        running = [place for place in places if place.running]
        if not running or text in known.defined or text in meant or text in known.listed:
            continue
        parts = text.replace("&", "-").split("-")
        if all(part in allowed for part in parts) or is_syllable(text.lower()) or _mistyped(text, allowed):
            continue
        full = initials.full(letters(text))
        if not full and (len(running) < _OFTEN or len(text) < 3):
            continue
        yield _hit(running[0], [place.anchor for place in running[1:]], day_du=f' ("{full}")' if full else "")


def _meant(known: Known) -> frozenset[str]:
    """What introductions with a slip in them stand for: "('BGDPL)" after words whose initials are PBGDPL."""
    return frozenset(_intended(item, known) for items in known.defined.values() for item in items)


def _intended(item: Defined, known: Known) -> str:
    """The letters that an introduction should have, as the rest of the document uses them; "" when it is right."""
    found = item.found
    short = letters(found.text)
    for other in (found.wider, found.initials):
        if other and other != short and other in known.uses and other not in known.defined:
            return other
    return ""


def _early(rule: Rule, context: Context, known: Known) -> Iterator[Hit]:
    allowed = _allowed(context)
    for text, items in known.defined.items():
        first = items[0]
        early = [
            place
            for place in known.uses.get(text, ())
            if place.running and (place.order, place.use.start) < first.key and text not in allowed
        ]
        if early and first.sure:
            hit = _hit(early[0], [place.anchor for place in early[1:]], day_du=first.found.full)
            yield hit._replace(related=(*hit.related, Related(first.anchor, first.found.full or text)))


def _again(rule: Rule, context: Context, known: Known) -> Iterator[Hit]:
    for items in known.defined.values():
        for zone in dict.fromkeys(item.zone for item in items):
            here = [item for item in items if item.zone == zone and item.sure]
            if len(here) > 1 and not _differ(here):
                first, second, *rest = here
                anchors = [first.anchor, *(item.anchor for item in rest)]
                yield _hit(second, anchors, day_du=second.found.full)


def _two(rule: Rule, context: Context, known: Known) -> Iterator[Hit]:
    for items in known.defined.values():
        sure = [item for item in items if item.sure and item.found.full]
        if _differ(sure):
            usual = Counter(_plain(item.found.full) for item in sure).most_common(1)[0][0]
            model = next(item for item in sure if _plain(item.found.full) == usual)
            odd = next(item for item in sure if _plain(item.found.full) != usual)
            yield _hit(odd, [model.anchor], day_du=odd.found.full, khac=model.found.full)


def _differ(items: list[Defined]) -> bool:
    return len({_plain(item.found.full) for item in items if item.found.full}) > 1


def _plain(words: str) -> str:
    """Words only: commas, case, tone placement and small words make no other name."""
    return " ".join(word for word in _WORD.findall(fold(words).lower()) if word not in _SMALL)


def _unused(rule: Rule, context: Context, known: Known) -> Iterator[Hit]:
    for text, items in known.defined.items():
        sure = [item for item in items if item.sure]
        if len(items) > 1 or not sure or len(known.uses.get(text, ())) > 1 or _intended(sure[0], known):
            continue
        if any(one_slip(letters(other), letters(text)) for other in known.uses if other != text):
            continue  # used, but mistyped: said elsewhere
        yield _hit(sure[0], [], day_du=sure[0].found.full)


def _near(rule: Rule, context: Context, known: Known) -> Iterator[Hit]:
    allowed = _allowed(context)
    for items in known.defined.values():
        for item in items:
            meant = _intended(item, known)
            if meant:
                full = item.found.wider_full if meant == item.found.wider else item.found.full
                yield _hit(item, [], meant, edit=True, day_du=full)
    for text, places in known.uses.items():
        wanted = _mistyped(text, allowed)
        if wanted and text not in known.defined and text not in known.listed:
            for place in places:
                yield _hit(place, [], wanted, edit=True, day_du=allowed[wanted])


def _mistyped(text: str, allowed: dict[str, str]) -> str:
    """The common abbreviation that ``text`` is a slip of: two letters exchanged, a stroke forgotten, a letter twice.

    Other changes of a letter make other names: UBMT, HĐQT.
    """
    if text in allowed or len(text) < 4:
        return ""
    for known, full in allowed.items():
        if full and len(known) >= 4:
            doubled = len(text) == len(known) + 1 and any(
                text[i] == text[i + 1] and text[:i] + text[i + 1 :] == known for i in range(len(known))
            )
            if exchanged(text, known) or doubled or (text != known and unaccent(text) == unaccent(known)):
                return known
    return ""


def _in_subject(rule: Rule, context: Context, known: Known) -> Iterator[Hit]:
    allowed = _allowed(context)
    for text, places in known.uses.items():
        here = [place for place in places if place.in_subject]
        if here and not all(part in allowed for part in text.split("-")) and not is_syllable(text.lower()):
            full = next((item.found.full for item in known.defined.get(text, ())), "") or _Initials(context).full(text)
            yield _hit(here[0], [], day_du=f' ("{full}")' if full else "")


def _in_full(rule: Rule, context: Context, known: Known) -> Iterator[Hit]:
    allowed = _allowed(context)
    for text in rule.tham_so["chu"]:
        running = [place for place in known.uses.get(text, ()) if place.running and _is_own(place, context)]
        if running and text not in known.defined:
            yield _hit(running[0], [place.anchor for place in running[1:]], day_du=allowed[text])


def _is_own(place: Place, context: Context) -> bool:
    anchor = place.flow.pieces[0].anchor
    return anchor.part == BODY and context.structure.zone(anchor.paragraph) not in (KEM_THEO, PHU_LUC)


_JUDGES: dict[str, Callable[[Rule, Context, Known], Iterator[Hit]]] = {
    "chua_giai_thich": _never,
    "dung_truoc": _early,
    "hai_lan": _again,
    "hai_cach": _two,
    "khong_dung": _unused,
    "gan_giong": _near,
    "trich_yeu": _in_subject,
    "ten_day_du": _in_full,
}


class _Initials:
    """The words of the document by their initials, made when first asked."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._rows: list[tuple[str, str, list[re.Match[str]]]] | None = None

    def full(self, wanted: str) -> str:
        """The commonest words of the document with these initials, "" when there are none.

        Three letters are found by chance ("kiểm soát đầu tư" for SĐT): four at least.
        """
        found: Counter[str] = Counter()
        for clause, row, words in self._read():
            at = row.find(wanted)
            while at >= 0:
                chosen = words[at : at + len(wanted)]
                if len(wanted) > 3 and all(len(word.group()) > 1 for word in chosen):
                    found[clause[chosen[0].start() : chosen[-1].end()].lower()] += 1
                at = row.find(wanted, at + 1)
        return found.most_common(1)[0][0] if found else ""

    def _read(self) -> list[tuple[str, str, list[re.Match[str]]]]:
        """Clauses, the initials of their words, and the words; small words left out."""
        if self._rows is None:
            self._rows = []
            for flow in self._context.structure.flows:
                for clause in _CLAUSE.split(flow.text):
                    words = [word for word in _WORD.finditer(clause) if word.group().lower() not in _SMALL]
                    self._rows.append((clause, "".join(initial(word.group()) for word in words), words))
        return self._rows


_CLAUSE = lazy(r"[.;:()\n“”\"]")
