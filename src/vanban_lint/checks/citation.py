"""Kind ``citation``: one citation, judged by itself.

Purpose: the number as it is written, the number against the type word and the date, and what a first citation must
give. Limits: whether two citations agree is ``citation_agreement``'s matter, what is known of a document
``register``'s; the document's own number is ``code``'s. Text: every flow, tables and footnotes included.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from vanban_lint.checks.base import Context, Param
from vanban_lint.citation.normalise import TERM, Number, Vocabulary, right_term, vocabulary
from vanban_lint.citation.parse import Citation, find_citations
from vanban_lint.model import Anchor, Edit, Flow, Hit, Related
from vanban_lint.model.rule import Rule
from vanban_lint.text.lazy import lazy

PARAMS = {
    "xet": Param(
        "choice",
        "khoang_trang: spaces in the number; dau: signs of another regime; chu: letters miswritten (QD, TTG); loai: "
        "letters of another type; cong_van: a công văn with letters of a type; khoa_qh: term of the National Assembly "
        "and year; nam: year in the number and in the date; ngay_sau: later than the document; thieu_so, thieu_ngay, "
        "thieu_co_quan: left out of the first citation; co_phay, khong_phay: comma before the date",
        required=True,
        choices=(
            "khoang_trang", "dau", "chu", "loai", "cong_van", "khoa_qh", "nam", "ngay_sau", "thieu_so", "thieu_ngay",
            "thieu_co_quan", "co_phay", "khong_phay",
        ),
    ),
}  # fmt: skip
FIELDS = ("thuc_te", "mong_doi", "ten", "so")

# Types whose letters nothing else has; a đề án or a chương trình is often cited by the decision that approves it.
_FIRM = frozenset("nghị quyết|quyết định|chỉ thị|kết luận|hướng dẫn|thông báo|báo cáo|kế hoạch|tờ trình|nghị định|"
                  "thông tư|công điện|quy định".split("|"))  # fmt: skip
# CT, TC, TT and others are also letters of bodies (cục thuế), which a công văn carries.
_FIRM_CODES = frozenset("NQ QĐ KL HD TB BC KH CTr TTr BB NĐ".split())
_LAWS = ("luật", "bộ luật", "pháp lệnh", "hiến pháp")
# Spaces inside a number; no-break spaces are a matter of characters.
_SPACE = lazy(r"[^\S\u00a0]")
# Between citations in a row, the body named after the last is that of all: "số 174-KL/TW và số 177-KL/TW của ...".
_LISTED = lazy(r"[^\w]*(?:,|;|và|hoặc)?[^\w]*(?:số\s*)?")
# The line under the title of an annex names its own document.
_ANNEXED = lazy(r"[Kk]èm theo (?:[^\W\d_]+ ){0,4}$")
# "ngày 06/10/2025, Bộ Nội vụ ban hành Công văn số ...": the date stands before.
_DATED = lazy(r"(?:^|(?<=[a-zà-ỹ],\s))[Nn]gày\s+\d[^.;]{0,250}$")
# A subject that names another document: "về tổng kết Nghị quyết số 18-NQ/TW".
_SUBJECT = lazy(r"(?:tổng|sơ) kết (?:(?:\d+ năm |việc )?thực hiện )?$")


class Cited(NamedTuple):
    """A citation, where it stands, and whether it is the first of its document.

    ``own``: of the document itself, or in its subject, which is no citation to be full. ``shared_body``: the body named
    after the next citation is that of this one too.
    """

    flow: Flow
    citation: Citation
    first: bool
    own: bool
    shared_body: bool

    def anchor(self, start: int, end: int) -> Anchor:
        return self.flow.anchors(start, end)[0]

    @property
    def code(self) -> str:
        return self.flow.text[self.citation.code_start : self.citation.code_end]

    @property
    def code_anchor(self) -> Anchor:
        return self.anchor(self.citation.code_start, self.citation.code_end)

    @property
    def whole(self) -> Anchor:
        """Type word to number."""
        return self.anchor(self.citation.start, self.citation.code_end)


def cited(context: Context) -> list[Cited]:
    """Every citation of the document, worked out once."""
    found: list[Cited] | None = context.shared.get("citation")
    if found is None:
        found = context.shared["citation"] = list(_collect(context, vocabulary_of(context)))
    return found


def _collect(context: Context, words: Vocabulary) -> Iterator[Cited]:
    heads = {(a.part, a.paragraph) for block in context.structure.all("so_ky_hieu") for a in block.anchors}
    own = {str(block.values.get("ky_hieu")) for block in context.structure.all("so_ky_hieu")}
    titles = {(a.part, a.paragraph) for block in context.structure.all("trich_yeu") for a in block.anchors}
    seen: set[str] = set()
    for flow in context.structure.flows:
        first = flow.pieces[0].anchor
        if (first.part, first.paragraph) in heads:
            continue
        titled = (first.part, first.paragraph) in titles
        found = [citation for citation in find_citations(flow.text, words) if not _is_label(flow.text, citation)]
        for citation, after in zip(found, [*found[1:], None], strict=False):
            shared = after is not None and _LISTED.fullmatch(flow.text, citation.end, after.start) is not None
            annexed = _ANNEXED.search(flow.text[max(0, citation.start - 80) : citation.start]) is not None
            itself = titled or annexed or citation.ky_hieu in own
            yield Cited(flow, citation, citation.ky_hieu not in seen, itself, shared)
            if not titled:
                seen.add(citation.ky_hieu)


def _is_label(text: str, citation: Citation) -> bool:
    """A number that stands alone on its line, as in a specimen of a header."""
    before, after = text[: citation.code_start].strip(), text[citation.code_end :].strip()
    return before.lower() in ("", "số", "số:") and (not after or after.startswith((";", "\n")))


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    name = rule.tham_so["xet"]
    if name in ("co_phay", "khong_phay"):
        yield from _comma(context, name == "co_phay")
        return
    judge = _JUDGES[name]
    for item in cited(context):
        if item.citation.so is not None:
            hit = judge(item, context)
            if hit is not None:
                yield hit


def _hit(item: Cited, anchor: Anchor, wanted: str = "", ten: str = "", *, edit: bool = False) -> Hit:
    typed = item.flow.text[item.citation.start : item.citation.code_end]
    params = {"thuc_te": item.code if edit else typed, "mong_doi": wanted, "ten": ten, "so": item.citation.ky_hieu}
    whole = len(item.code) == anchor.end - anchor.start
    edits = (Edit("replace_text", anchor, wanted, item.code),) if edit and whole else ()
    return Hit(anchor, params, suggestions=(wanted,) if edit else (), edits=edits)


def _spaces(item: Cited, _: Context) -> Hit | None:
    so = item.citation.so
    if so is None or not _SPACE.search(item.code) or "\n" in item.code or so.wrong_signs or so.miswritten:
        return None
    if len(item.flow.anchors(item.citation.code_start, item.citation.code_end)) > 1:
        return None  # cut by a page, not by the writer
    return _hit(item, item.code_anchor, so.ky_hieu, edit=True)


def _signs(item: Cited, _: Context) -> Hit | None:
    so = item.citation.so
    if so is None or not so.wrong_signs or so.dang not in ("dang", "hanh-chinh", "quy-pham"):
        return None
    return _hit(item, item.code_anchor, so.ky_hieu, edit=True)


def _letters(item: Cited, _: Context) -> Hit | None:
    so = item.citation.so
    if so is None or not so.miswritten or so.wrong_signs or so.dang == "khac":
        return None
    return _hit(item, item.code_anchor, so.ky_hieu, edit=True)


def _type(item: Cited, context: Context) -> Hit | None:
    so, name = item.citation.so, (item.citation.ten_loai or "").lower()
    if so is None or so.loai is None or name not in _FIRM or so.loai in vocabulary_of(context).types[name]:
        return None
    return _hit(item, item.whole, ten=_named(so, context), wanted=so.loai)


def _letter(item: Cited, context: Context) -> Hit | None:
    so, name = item.citation.so, (item.citation.ten_loai or "").lower()
    if so is None or so.loai is None or name != "công văn" or so.loai not in _FIRM_CODES:
        return None
    return _hit(item, item.whole, ten=_named(so, context), wanted=so.loai)


def vocabulary_of(context: Context) -> Vocabulary:
    """The letters of types and bodies, made once a document."""
    found: Vocabulary | None = context.shared.get("citation.words")
    if found is None:
        found = context.shared["citation.words"] = vocabulary(context.tables)
    return found


def _named(so: Number, context: Context) -> str:
    """Name of the type that the letters of ``so`` stand for, on the side that wrote it."""
    sides = ("dang",) if so.dang == "dang" else ("hanh-chinh", "quy-pham")
    for entry in context.tables["loai"]:
        if any(so.loai in (entry["ma"].get(side) or ()) for side in sides):
            return str(entry["ten"])
    return so.loai or ""


def _term(item: Cited, _: Context) -> Hit | None:
    so = item.citation.so
    if so is None or so.nam is None or (wanted := right_term(int(so.nam), so)) is None:
        return None
    return _hit(item, item.code_anchor, wanted, ten=so.nam)


def _year(item: Cited, _: Context) -> Hit | None:
    so, day = item.citation.so, item.citation.date
    if so is None or so.nam is None or day is None or so.nam == str(day.year) or item.citation.ngay is None:
        return None
    return _hit(item, item.anchor(item.citation.start, item.citation.ngay.end), so.nam, ten=str(day.year))


def _later(item: Cited, context: Context) -> Hit | None:
    day, known = item.citation.date, context.structure.date.value
    if day is None or known is None or not context.structure.date_known or day <= known or item.own:
        return None
    if _in_ground(item, context):
        return None
    written = item.citation.ngay
    return _hit(item, item.anchor(written.start, written.end) if written else item.whole, ten=f"{day:%d/%m/%Y}")


def _in_ground(item: Cited, context: Context) -> bool:
    """In a căn cứ line, whose dates the rules on căn cứ judge."""
    place = item.whole[:2]
    return any(place == anchor[:2] for block in context.structure.all("can_cu") for anchor in block.anchors)


def _judged_first(item: Cited) -> bool:
    """A first citation that must be full: not of a law, not of the document itself, not inside another's subject."""
    citation = item.citation
    law = (citation.ten_loai or "").lower() in _LAWS or (
        citation.so is not None and citation.so.co_quan and TERM.fullmatch(citation.so.co_quan[0]) is not None
    )
    state_title = citation.long_nhau and citation.so is not None and citation.so.dang != "dang"
    return item.first and not item.own and not law and not state_title and citation.ten_loai is not None


def _no_word(item: Cited, _: Context) -> Hit | None:
    if item.citation.co_so or not _judged_first(item) or not item.citation.co_ngay:
        return None
    return _hit(item, item.whole, f"{item.citation.ten_loai} số {item.citation.ky_hieu}")


def _no_date(item: Cited, context: Context) -> Hit | None:
    if _in_ground(item, context):
        return None
    before = item.flow.text[max(0, item.citation.start - 300) : item.citation.start]
    if item.citation.co_ngay or _DATED.search(before) or _SUBJECT.search(before) or not _judged_first(item):
        return None
    return _hit(item, item.whole)


def _no_body(item: Cited, _: Context) -> Hit | None:
    citation = item.citation
    named = citation.co_quan_ban_hanh or citation.co_quan_truoc or item.shared_body
    if named or not citation.co_ngay or not _judged_first(item):
        return None
    return _hit(item, item.whole)


def _comma(context: Context, present: bool) -> Iterator[Hit]:
    """One finding for a document: the first place, the others related."""
    places = []
    for item in cited(context):
        date = item.citation.ngay
        if date is None or item.citation.phay != present or item.citation.co_quan_ban_hanh is None:
            continue
        places.append(item)
    if places:
        first, rest = places[0], places[1:]
        yield _hit(first, first.whole)._replace(related=tuple(Related(item.whole, item.code) for item in rest))


_JUDGES: dict[str, Callable[[Cited, Context], Hit | None]] = {
    "khoang_trang": _spaces,
    "dau": _signs,
    "chu": _letters,
    "loai": _type,
    "cong_van": _letter,
    "khoa_qh": _term,
    "nam": _year,
    "ngay_sau": _later,
    "thieu_so": _no_word,
    "thieu_ngay": _no_date,
    "thieu_co_quan": _no_body,
}
