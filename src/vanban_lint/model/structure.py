"""What the parts of a document are: blocks, outline, kind of document, each with evidence and confidence.

Purpose: the frozen value that ``structure`` produces and checks read. Limits: no rules, no opinion on right or wrong;
a block is what a reader would call it, however badly it is written. Block names are the domain words of the glossary:
quoc_hieu, tieu_ngu, tieu_de_dang, co_quan_chu_quan, co_quan_ban_hanh, dau_sao, so_ky_hieu, dia_danh_ngay, ten_loai,
tac_gia, trich_yeu, gach_trich_yeu, kinh_gui, kinh_gui_muc, tham_quyen, can_cu, loi_dan, ket_thuc, noi_nhan,
noi_nhan_muc, luu, quyen_han_ky, chuc_vu, ho_ten, do_mat, do_khan, du_thao, pham_vi_luu_hanh, phu_luc, lien_he,
tieu_de_doan (the heading of the Youth Union, which no convention here governs).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from vanban_lint.model.document import NOTHING, Anchor

T = TypeVar("T")

# Zones of the body, in the order in which they stand.
PHAN_DAU, PHAN_TEN, NOI_DUNG, PHAN_CUOI = "phan_dau", "phan_ten", "noi_dung", "phan_cuoi"
KEM_THEO, PHU_LUC = "kem_theo", "phu_luc"


class Judged(NamedTuple, Generic[T]):
    """A value with its confidence (0 to 1) and the clues, in words for a reader, that led to it."""

    value: T
    confidence: float
    evidence: tuple[str, ...] = ()


class Block(NamedTuple):
    """A recognised part of the document. Several blocks may carry one name (each can_cu line is a block).

    ``anchors`` holds one anchor a line, in reading order; ``text`` is their text joined by newlines; ``values`` the
    normalised facts (documented in ``structure``); ``group`` ties blocks together, such as one signature among several.
    """

    name: str
    anchors: tuple[Anchor, ...]
    text: str
    values: Mapping[str, Any] = NOTHING
    evidence: str = ""
    confidence: float = 1.0
    group: int = 0

    @property
    def anchor(self) -> Anchor:
        return self.anchors[0]


class OutlineNode(NamedTuple):
    """An item of the outline. ``kind``: phan, chuong, muc, tieu_muc, dieu, khoan, diem, gach (dash), y (inline "(1)").

    ``style`` is the shape of the number ("I.", "1.", "1.1.", "a)", "-", "(1)", "Điều 1."); ``number`` its value from 1
    (``None`` for dashes), ``number_text`` as shown; ``marker`` the anchor of the typed number (empty range for an
    automatic one); ``anchor`` the whole item's own paragraph or, for inline points, its stretch; ``label`` is the place
    in words ("Mục 2, điểm a"); ``parent_number`` the leading part of "2.1" (here 2).
    """

    kind: str
    style: str
    number: int | None
    number_text: str
    marker: Anchor
    anchor: Anchor
    title: str
    label: str
    automatic: bool = False
    inline: bool = False
    children: tuple[OutlineNode, ...] = ()
    path: tuple[int, ...] = ()
    parent_number: int | None = None

    def walk(self) -> Iterator[OutlineNode]:
        """This node and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


class FlowPiece(NamedTuple):
    """``start`` in ``Flow.text`` (code points) where the text of ``anchor`` begins."""

    start: int
    anchor: Anchor


class Flow(NamedTuple):
    """A sentence stream as the language checks read it: usually one paragraph, several where a page break cut one.

    ``listed`` is true when the pieces are the lines of one block (a subject over three lines): joined, but not cut.
    """

    text: str
    pieces: tuple[FlowPiece, ...]
    listed: bool = False

    @property
    def cut(self) -> bool:
        """A sentence broken over paragraphs that should be one."""
        return len(self.pieces) > 1 and not self.listed

    def anchors(self, start: int, end: int) -> tuple[Anchor, ...]:
        """Anchors in the document of ``text[start:end]``."""
        found = []
        for i, (piece_start, anchor) in enumerate(self.pieces):
            limit = self.pieces[i + 1].start if i + 1 < len(self.pieces) else len(self.text)
            low, high = max(start, piece_start), min(end, limit, piece_start + anchor.end - anchor.start)
            if low < high or (low == high and start == end):
                shift = anchor.start - piece_start
                found.append(Anchor(anchor.part, anchor.paragraph, low + shift, high + shift))
        return tuple(found)

    def typed(self, start: int, end: int) -> str:
        """What stands at the first anchor of ``text[start:end]``: all of it, but where a break cuts it."""
        anchor = self.anchors(start, end)[0]
        return self.text[start : start + anchor.end - anchor.start]


class Signature(NamedTuple):
    """One signature: its lines of authority from the top, the post and the name; any of them may be missing."""

    group: int
    quyen_han_ky: tuple[Block, ...] = ()
    chuc_vu: tuple[Block, ...] = ()
    ho_ten: Block | None = None


class Zone(NamedTuple):
    """Paragraphs ``first`` to ``last`` (ordinals, inclusive) of the body that belong to one zone."""

    name: str
    first: int
    last: int


class Structure(NamedTuple):
    """Everything understood about one document.

    ``date`` is the day to judge by, derived where the draft leaves blanks; ``date_known`` tells whether day, month and
    year all stand there. ``cap`` is the level of the issuing body: trung_uong, tinh, huyen, xa, co_so or ``None``.
    """

    regime: Judged[str]
    ten_loai: Judged[str | None]
    date: Judged[dt.date | None]
    date_known: bool
    cap: Judged[str | None]
    blocks: tuple[Block, ...] = ()
    outline: tuple[OutlineNode, ...] = ()
    flows: tuple[Flow, ...] = ()
    zones: tuple[Zone, ...] = ()
    signatures: tuple[Signature, ...] = ()
    is_template: bool = False

    def all(self, *names: str) -> tuple[Block, ...]:
        """Blocks of these names in reading order."""
        return tuple(block for block in self.blocks if block.name in names)

    def first(self, name: str) -> Block | None:
        return next((block for block in self.blocks if block.name == name), None)

    def zone(self, paragraph: int) -> str | None:
        """Name of the zone a body paragraph stands in."""
        return next((z.name for z in self.zones if z.first <= paragraph <= z.last), None)

    def nodes(self) -> Iterator[OutlineNode]:
        for node in self.outline:
            yield from node.walk()
