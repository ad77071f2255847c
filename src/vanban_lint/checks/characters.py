"""Kind ``characters``: wrong characters in the text of every part, and two spellings mixed in one document.

Purpose: turn what ``text.characters``, ``text.legacy`` and ``text.styles`` find into hits. Limits: a mixture is one hit
a document, at the first word of the rarer spelling; a text in a legacy font is one hit a document too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from vanban_lint.checks.base import Context, Param
from vanban_lint.model import Anchor, Edit, Hit, Paragraph, Related, Saying
from vanban_lint.model.rule import Rule
from vanban_lint.text.characters import Slip, copied_blanks, invisible, lookalikes, misplaced_tones, split_codes
from vanban_lint.text.legacy import is_legacy
from vanban_lint.text.styles import Styled, i_or_y, tone_styles

SLIPS: dict[str, Callable[[str], Iterator[Slip]]] = {
    "giong_chu": lookalikes,
    "an": invisible,
    "cach_trong_ma": split_codes,
    "dau_thanh": misplaced_tones,
}
STYLES: dict[str, Callable[[str], Iterator[Styled]]] = {"kieu_dau": tone_styles, "i_y": i_or_y}
PARAMS = {
    "loai": Param(
        "choice", "what to look for", required=True, choices=(*SLIPS, *STYLES, "cach_trong_cau", "to_hop", "phong_cu")
    ),
    "tru": Param("list", "blocks that rules of their own judge: paragraphs that hold one are left alone"),
}
FIELDS = ("thuc_te", "mong_doi", "nhieu", "it", "chu_nhieu", "bo_ma", "da_doc")
#: The rarer spelling must be this rare, or the document has no spelling of its own.
LARGEST_MINORITY = 0.4


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    wanted = rule.tham_so["loai"]
    left_out = {
        (anchor.part, anchor.paragraph)
        for block in context.structure.all(*rule.tham_so.get("tru", ()))
        for anchor in block.anchors
    }
    parts = context.document.parts
    paragraphs = [p for part in parts for p in part.paragraphs if (p.part, p.ordinal) not in left_out]
    if wanted in SLIPS:
        for paragraph in paragraphs:
            if not _is_unread(paragraph):
                yield from (_slip(rule, paragraph, slip) for slip in SLIPS[wanted](paragraph.text))
    elif wanted == "cach_trong_cau":
        yield from _copied_blanks(rule, paragraphs)
    elif wanted in STYLES:
        yield from _mixtures(paragraphs, STYLES[wanted], context.house.get(wanted))
    elif wanted == "phong_cu":
        yield from _legacy(paragraphs)
    else:
        found = [paragraph for paragraph in paragraphs if _is_decomposed(paragraph)]
        if found:
            yield _once([paragraph.anchor() for paragraph in found], {"thuc_te": found[0].text})


class _Place(NamedTuple):
    paragraph: Paragraph
    styled: Styled

    @property
    def text(self) -> str:
        return self.paragraph.text[self.styled.start : self.styled.end]

    @property
    def anchor(self) -> Anchor:
        return self.paragraph.anchor(self.styled.start, self.styled.end)


def _is_unread(paragraph: Paragraph) -> bool:
    """In a legacy encoding that could not be decoded."""
    return not paragraph.encoding and is_legacy(paragraph.text)


def _legacy(paragraphs: list[Paragraph]) -> Iterator[Hit]:
    """All paragraphs in legacy encodings: one hit, which says what they are and whether the rest was judged."""
    read = [paragraph for paragraph in paragraphs if paragraph.encoding]
    unread = [paragraph for paragraph in paragraphs if _is_unread(paragraph)]
    if read or unread:
        found = sorted((*read, *unread), key=paragraphs.index)
        names = sorted({paragraph.encoding for paragraph in read}) or ["VNI, TCVN3"]
        said = (*(Saying("legacy.read") for _ in read[:1]), *(Saying("legacy.unread") for _ in unread[:1]))
        params = {"thuc_te": found[0].text, "bo_ma": ", ".join(names), "it": len(found), "da_doc": said}
        yield _once([paragraph.anchor() for paragraph in found], params)


def _is_decomposed(paragraph: Paragraph) -> bool:
    return paragraph.raw is not None and paragraph.raw != paragraph.text and not paragraph.encoding


def _slip(rule: Rule, paragraph: Paragraph, slip: Slip) -> Hit:
    anchor, wrong = paragraph.anchor(slip.start, slip.end), paragraph.text[slip.start : slip.end]
    edits = (Edit("replace_text", anchor, slip.right, wrong),) if rule.sua else ()
    params = {"thuc_te": wrong, "mong_doi": slip.right}
    return Hit(anchor, params, suggestions=(slip.right,) if slip.right else (), edits=edits)


def _copied_blanks(rule: Rule, paragraphs: list[Paragraph]) -> Iterator[Hit]:
    """No-break spaces between words, as copying from a web page leaves them: one hit a document."""
    anchors = [
        paragraph.anchor(slip.start, slip.end) for paragraph in paragraphs for slip in copied_blanks(paragraph.text)
    ]
    if anchors:
        hit = _once(anchors, {"thuc_te": "\u00a0", "mong_doi": " ", "it": len(anchors)})
        edits = tuple(Edit("replace_text", anchor, " ", "\u00a0") for anchor in anchors) if rule.sua else ()
        yield hit._replace(edits=edits)


def _mixtures(
    paragraphs: list[Paragraph], styles: Callable[[str], Iterator[Styled]], house: str | None
) -> Iterator[Hit]:
    """The rarer spelling of each group, when the document has both and one of them clearly prevails; with a style of
    the ``house``, the other one."""
    groups: dict[str, list[_Place]] = defaultdict(list)
    for paragraph in paragraphs:
        for styled in styles(paragraph.text):
            groups[styled.group].append(_Place(paragraph, styled))
    for places in groups.values():
        times = Counter(place.styled.style for place in places)
        if house is not None:
            others = [place for place in places if place.styled.style != house]
            if others:
                yield _mixture(others, times[house], others[0].styled.other)
            continue
        if len(times) < 2:
            continue
        (usual, many), (rare, few) = times.most_common()
        if few <= LARGEST_MINORITY * (many + few):
            yield _mixture([place for place in places if place.styled.style == rare], many, _example(places, usual))


def _mixture(rarer: list[_Place], many: int, example: str) -> Hit:
    other = rarer[0].styled.other
    params = {"thuc_te": rarer[0].text, "mong_doi": other, "nhieu": many, "it": len(rarer), "chu_nhieu": example}
    return _once([place.anchor for place in rarer], params, (other,))


def _example(places: list[_Place], style: str) -> str:
    return Counter(place.text for place in places if place.styled.style == style).most_common(1)[0][0]


def _once(anchors: list[Anchor], params: dict[str, Any], suggestions: tuple[str, ...] = ()) -> Hit:
    """One hit at the first place, the others related to it."""
    return Hit(anchors[0], params, suggestions, related=tuple(Related(anchor, "") for anchor in anchors[1:]))
