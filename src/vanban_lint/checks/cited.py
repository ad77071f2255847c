"""The citations of a document as the citation kinds read them: worked out once, each with its place and standing.

Purpose: what ``citation``, ``first_citation``, ``citation_agreement`` and ``register`` share. Limits: judges nothing.
Text: every flow, tables, footnotes and text boxes included; the document's own number is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from vanban_lint.checks.base import Context
from vanban_lint.citation.normalise import Vocabulary, vocabulary
from vanban_lint.citation.parse import Citation, ShortForm, find_citations, find_short_forms
from vanban_lint.citation.title import follows
from vanban_lint.model import BODY, Anchor, Flow
from vanban_lint.model.structure import KEM_THEO, PHU_LUC
from vanban_lint.text.lazy import lazy

# Between citations in a row, what follows the last is that of all: "số 174-KL/TW và số 177-KL/TW của Bộ Chính trị".
_LISTED = lazy(r"[^\w]*(?:,|;|và|hoặc)?[^\w]*(?:số\s*)?")
# The line under the title of an annex names its own document.
_ANNEXED = lazy(r"[Kk]èm theo (?:[^\W\d_]+ ){0,4}$")


class Cited(NamedTuple):
    """A citation, where it stands, and whether it is the first of its document.

    ``own``: of the document itself, or in its subject, which is no citation to be full. ``in_row``: right after another
    citation. ``shared_body``: the body named after the next one is that of this one too. ``titled``: a subject follows,
    its own or that of the row; ``None`` when it can't be told. ``place``: can_cu, bang, chu_thich (notes), kem_theo
    (attached text), "" elsewhere.
    """

    flow: Flow
    citation: Citation
    first: bool
    own: bool
    in_row: bool
    shared_body: bool
    titled: bool | None
    place: str

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

    @property
    def full(self) -> Anchor:
        """Type word to date or body, whichever ends last."""
        return self.anchor(self.citation.start, max(self.citation.end, self.citation.code_end))


def cited(context: Context) -> list[Cited]:
    """Every citation of the document in reading order."""
    found: list[Cited] | None = context.shared.get("citation")
    if found is None:
        found = context.shared["citation"] = list(_collect(context, vocabulary_of(context)))
    return found


def cited_in(flow: Flow, context: Context) -> list[Cited]:
    """The citations of one flow, in reading order."""
    found: dict[int, list[Cited]] | None = context.shared.get("citation.flows")
    if found is None:
        found = context.shared["citation.flows"] = {}
        for item in cited(context):
            found.setdefault(id(item.flow), []).append(item)
    return found.get(id(flow), [])


def short_forms(context: Context) -> list[tuple[Flow, ShortForm]]:
    """Every document called by type word and bare number, in reading order."""
    return [(flow, form) for flow in context.structure.flows for form in find_short_forms(flow.text)]


def vocabulary_of(context: Context) -> Vocabulary:
    """The letters of types and bodies, made once a document."""
    found: Vocabulary | None = context.shared.get("citation.words")
    if found is None:
        found = context.shared["citation.words"] = vocabulary(context.tables)
    return found


def _collect(context: Context, words: Vocabulary) -> Iterator[Cited]:
    own_blocks = context.structure.all("so_ky_hieu")
    heads = {anchor[:2] for block in own_blocks for anchor in block.anchors}
    own = {str(block.values.get("ky_hieu")) for block in own_blocks}
    titles = {anchor[:2] for block in context.structure.all("trich_yeu") for anchor in block.anchors}
    places = _Places(context)
    seen: set[str] = set()
    for flow in context.structure.flows:
        first = flow.pieces[0].anchor
        if first[:2] in heads:
            continue
        found = [citation for citation in find_citations(flow.text, words) if not _is_label(flow.text, citation)]
        if not found:
            continue
        titled, place = first[:2] in titles, places(first)
        listed = [_listed(flow.text, one, after) for one, after in pairwise(found)] + [False]
        subjects = _subjects(flow.text, found, listed)
        for at, citation in enumerate(found):
            first_time, itself = citation.ky_hieu not in seen, titled or _is_own(flow.text, citation, own)
            in_row = at > 0 and listed[at - 1]
            yield Cited(flow, citation, first_time, itself, in_row, listed[at], subjects[at], place)
            if not titled:
                seen.add(citation.ky_hieu)


def _listed(text: str, one: Citation, after: Citation) -> bool:
    return _LISTED.fullmatch(text, one.end, after.start) is not None


def _subjects(text: str, found: list[Citation], listed: list[bool]) -> list[bool | None]:
    """Whether each citation has a subject; those in a row have that of the last."""
    own = [follows(text, citation.end) for citation in found]
    for at in range(len(own) - 2, -1, -1):
        if listed[at]:
            own[at] = own[at + 1]
    return own


def _is_own(text: str, citation: Citation, own: set[str]) -> bool:
    if citation.ky_hieu in own:
        return True
    return _ANNEXED.search(text[max(0, citation.start - 80) : citation.start]) is not None


def _is_label(text: str, citation: Citation) -> bool:
    """A number that stands alone on its line, as in a specimen of a header."""
    before, after = text[: citation.code_start].strip(), text[citation.code_end :].strip()
    return before.lower() in ("", "số", "số:") and (not after or after.startswith((";", "\n")))


class _Places:
    """Names the place of an anchor."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._grounds = {anchor[:2] for block in context.structure.all("can_cu") for anchor in block.anchors}

    def __call__(self, anchor: Anchor) -> str:
        if anchor.part != BODY:
            return "chu_thich" if anchor.part in ("footnotes", "endnotes") else ""
        if anchor[:2] in self._grounds:
            return "can_cu"
        if self._context.document.body.paragraph(anchor.paragraph).cell:
            return "bang"
        return "kem_theo" if self._context.structure.zone(anchor.paragraph) in (KEM_THEO, PHU_LUC) else ""
