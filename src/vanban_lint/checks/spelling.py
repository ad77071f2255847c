"""Kind ``spelling``: what the detector suspects of a kind, between two scores.

Purpose: hand the running text of a document to ``vanban_lint.spelling`` once, and let each rule take its share of what
comes back. Limits: judges nothing itself; parts that hold no prose (symbols, names, fixed formulas) are read for the
context but not judged. The detector and its model are opened when the first rule of this kind runs, never before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from vanban_lint.checks.base import Context, Param
from vanban_lint.model import Anchor, Edit, Flow, Hit, Paragraph, Related
from vanban_lint.model.rule import Rule
from vanban_lint.spelling.counts import bundled
from vanban_lint.spelling.dictionary import open_dictionary
from vanban_lint.spelling.lists import WordLists
from vanban_lint.spelling.speller import Passage, Speller
from vanban_lint.spelling.suspect import KINDS, MISSING, Suspect
from vanban_lint.text.tone import fold_tone

PARAMS = {
    "loai": Param("choice", "kind of slip", required=True, choices=KINDS),
    "tu": Param("integer", "the least score, in natural logs: 5 is likely, 8 as good as sure; 5 when not given"),
    "duoi": Param("integer", "scores below this only; no limit when not given"),
}
FIELDS = ("thuc_te", "mong_doi", "goi_y", "lan")

USUAL, SURE = 5, 8
#: A slip repeated so often is one finding, and perhaps the author's own word.
MANY = 3
#: A text copied line by line from a PDF: so many sentences run over line ends, and this share of all. Its columns are
#: mixed up, so only what is as good as sure is told (measured: 61 of 742 in one such file, at most 2 in 41 others).
_CUT_SENTENCES, _CUT_SHARE = 10, 0.05
#: Parts whose words are fixed, coded or names: their own rules judge them.
NO_PROSE = (
    "quoc_hieu", "tieu_ngu", "tieu_de_dang", "dau_sao", "so_ky_hieu", "dia_danh_ngay", "gach_trich_yeu", "noi_nhan",
    "luu", "quyen_han_ky", "chuc_vu", "ho_ten", "do_mat", "do_khan", "lien_he", "ten_loai", "kinh_gui", "hinh_thuc_sao",
)  # fmt: skip


class _Place(NamedTuple):
    flow: Flow
    suspect: Suspect

    @property
    def text(self) -> str:
        return self.flow.text[self.suspect.start : self.suspect.end]

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        return self.flow.anchors(self.suspect.start, self.suspect.end)


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    least, limit = rule.tham_so.get("tu", USUAL), rule.tham_so.get("duoi", float("inf"))
    alike: dict[tuple[str, tuple[str, ...]], list[_Place]] = defaultdict(list)
    for place in _places(context, rule.tham_so["loai"]):
        if place.suspect.kind == rule.tham_so["loai"] and least <= place.suspect.score < limit:
            alike[place.text.lower(), place.suspect.suggestions[:1]].append(place)
    for places in alike.values():
        if len(places) < MANY:
            yield from (_hit([place], rule) for place in places)
        else:
            yield _hit(places, rule)


def suspects(context: Context, paragraph: Paragraph) -> list[tuple[int, int]]:
    """Stretches of a paragraph that the detector suspects, whatever the rules make of them."""
    found: dict[tuple[str, int], list[tuple[int, int]]] | None = context.shared.get("suspects")
    if found is None:
        found = context.shared["suspects"] = defaultdict(list)
        for place in _places(context):
            for anchor in place.anchors:
                found[anchor.part, anchor.paragraph].append((anchor.start, anchor.end))
    return found.get((paragraph.part, paragraph.ordinal), [])


def _hit(places: Sequence[_Place], rule: Rule) -> Hit:
    """One finding at the first of ``places``; the others are related to it."""
    first = places[0]
    offered = _cased(first)
    edits: tuple[Edit, ...] = ()
    if rule.sua and offered and all(len(place.anchors) == 1 for place in places):
        edits = tuple(Edit("replace_text", place.anchors[0], _cased(place)[0], place.text) for place in places)
    sure = first.suspect.score >= SURE and len(places) < MANY
    params = {
        "thuc_te": first.text,
        "mong_doi": offered[0] if offered else "",
        "goi_y": _quoted(offered),
        "lan": len(places),
    }
    return Hit(
        first.anchors[0],
        params,
        suggestions=offered,
        edits=edits,
        related=tuple(Related(place.anchors[0], place.text) for place in places[1:]),
        certainty="chac_chan" if sure else "co_the",
    )


def _cased(place: _Place) -> tuple[str, ...]:
    """The suggestions in the capitals of what stands there."""
    text, offered = place.text, place.suspect.suggestions
    if len(text) > 1 and text.isupper():
        return tuple(meant.upper() for meant in offered)
    return tuple(meant[:1].upper() + meant[1:] for meant in offered) if text[:1].isupper() else offered


def _quoted(offered: Sequence[str]) -> str:
    """The suggestions for a message, dots when there is none."""
    return ", ".join(f'"{meant}"' for meant in offered or ("…",))


def _places(context: Context, kind: str = "") -> list[_Place]:
    """Every suspect of the document, worked out once; a syllable left out is looked for only when asked."""
    asked = MISSING if kind == MISSING else "spelling"
    found: list[_Place] | None = context.shared.get(asked)
    if found is None:
        flows = context.structure.flows
        silent = _silent(context)
        passages = [Passage(flow.text, tuple(_excluded(flow, silent))) for flow in flows]
        speller = _speller(WordLists.from_table(context.tables["chinh_ta"]), context.words)
        said = speller.left_out(passages) if asked == MISSING else speller.check(passages)
        least = SURE if _is_line_broken(flows) else 0
        found = [
            _Place(flow, suspect)
            for flow, suspects in zip(flows, said, strict=True)
            for suspect in suspects
            if suspect.score >= least
        ]
        context.shared[asked] = found
    return found


def _is_line_broken(flows: Sequence[Flow]) -> bool:
    cut = sum(flow.cut for flow in flows)
    return cut >= _CUT_SENTENCES and cut >= _CUT_SHARE * len(flows)


def _silent(context: Context) -> Mapping[tuple[str, int], list[Anchor]]:
    """(part, paragraph) -> the stretches of it that hold no prose."""
    found: dict[tuple[str, int], list[Anchor]] = defaultdict(list)
    for block in context.structure.all(*NO_PROSE):
        for anchor in block.anchors:
            found[anchor.part, anchor.paragraph].append(anchor)
    return found


def _excluded(flow: Flow, silent: Mapping[tuple[str, int], list[Anchor]]) -> Iterator[tuple[int, int]]:
    for start, piece in flow.pieces:
        for anchor in silent.get((piece.part, piece.paragraph), ()):
            shift = start - piece.start
            yield max(0, anchor.start + shift), anchor.end + shift


@lru_cache(maxsize=2)
def _speller(lists: WordLists, words: tuple[str, ...]) -> Speller:
    """The detector with the user's ``words``; opening its model and dictionary is the whole cost of a start."""
    own = lists._replace(rieng=frozenset(fold_tone(word).lower() for word in words))
    return Speller(bundled(), open_dictionary(words), own)
