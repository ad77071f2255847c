"""Where an anchor stands, in words for a report: "Mục 2, điểm a", "Nơi nhận, dòng 3", "Bảng 2, hàng 3, cột 1".

Purpose: ``Places`` indexes a document once and answers for every finding; ``place`` and ``block_at`` are for a single
question. Limits: words only, Vietnamese or English; finding the anchor is the check's work.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import accumulate

from vanban_lint.model import Anchor, Block, Document, OutlineNode, Structure
from vanban_lint.model.structure import NOI_DUNG, PHAN_CUOI, PHAN_DAU, PHAN_TEN

_HEAD, _TITLE, _END = ("Phần đầu", "Head"), ("Phần tên loại", "Title"), ("Phần cuối", "End")
#: Block name: the part it belongs to and its words; ``True`` when its lines are counted ("dòng 3").
_WORDS: dict[str, tuple[tuple[str, str], tuple[str, str], bool]] = {
    "quoc_hieu": (_HEAD, ("quốc hiệu", "national name"), False),
    "tieu_ngu": (_HEAD, ("tiêu ngữ", "motto"), False),
    "tieu_de_dang": (_HEAD, ("tiêu đề", "Party heading"), False),
    "tieu_de_doan": (_HEAD, ("tiêu đề", "Youth Union heading"), False),
    "co_quan_chu_quan": (_HEAD, ("ô cơ quan chủ quản", "superior body"), False),
    "co_quan_ban_hanh": (_HEAD, ("ô cơ quan ban hành", "issuing body"), False),
    "dau_sao": (_HEAD, ("dấu sao", "star"), False),
    "so_ky_hieu": (_HEAD, ("ô số, ký hiệu", "number and symbol"), False),
    "dia_danh_ngay": (_HEAD, ("ô địa danh, ngày tháng", "place and date"), False),
    "do_mat": (_HEAD, ("dấu độ mật", "secrecy mark"), False),
    "do_khan": (_HEAD, ("dấu độ khẩn", "urgency mark"), False),
    "du_thao": (_HEAD, ("chữ dự thảo", "draft mark"), False),
    "pham_vi_luu_hanh": (_HEAD, ("chỉ dẫn phạm vi lưu hành", "circulation mark"), False),
    "ten_loai": (_TITLE, ("tên loại", "document type"), False),
    "tac_gia": (_TITLE, ("dòng cơ quan dưới tên loại", "author line"), False),
    "trich_yeu": (_TITLE, ("trích yếu", "subject"), False),
    "gach_trich_yeu": (_TITLE, ("gạch dưới trích yếu", "rule under the subject"), False),
    "kinh_gui": (("Kính gửi", "Addressees"), ("", ""), False),
    "kinh_gui_muc": (("Kính gửi", "Addressees"), ("dòng", "line"), True),
    "tham_quyen": (("Thẩm quyền ban hành", "Authority to issue"), ("", ""), False),
    "can_cu": (("Căn cứ", "Grounds"), ("dòng", "line"), True),
    "loi_dan": (("Lời dẫn", "Enacting words"), ("", ""), False),
    "noi_nhan": (("Nơi nhận", "Recipients"), ("", ""), False),
    "noi_nhan_muc": (("Nơi nhận", "Recipients"), ("dòng", "line"), True),
    "luu": (("Nơi nhận", "Recipients"), ("dòng Lưu", "file line"), False),
    "quyen_han_ky": (("Chữ ký", "Signature"), ("quyền hạn", "authority"), False),
    "chuc_vu": (("Chữ ký", "Signature"), ("chức vụ", "post"), False),
    "ho_ten": (("Chữ ký", "Signature"), ("họ tên", "name"), False),
    "phu_luc": (("Phụ lục", "Annex"), ("", ""), False),
    "lien_he": (_END, ("thông tin liên hệ", "contact line"), False),
}
#: The last line of the text is also an item of the outline, and that says more.
_TRANSPARENT = frozenset({"ket_thuc"})
_ZONES = {
    PHAN_DAU: _HEAD,
    PHAN_TEN: _TITLE,
    NOI_DUNG: ("Nội dung", "Text"),
    PHAN_CUOI: _END,
    "kem_theo": ("Văn bản kèm theo", "Attached text"),
    "phu_luc": ("Phụ lục", "Annex"),
}
_PARTS = {
    "header": ("Đầu trang", "Page header"),
    "footer": ("Chân trang", "Page footer"),
    "footnotes": ("Cước chú", "Footnotes"),
    "endnotes": ("Chú thích cuối", "Endnotes"),
    "box": ("Hộp văn bản", "Text box"),
}


class Places:
    """Index of a document for questions about places; building it is linear, a question logarithmic."""

    def __init__(self, structure: Structure, document: Document) -> None:
        self._document = document
        self._structure = structure
        self._blocks: dict[tuple[str, int], list[tuple[Anchor, Block, int]]] = {}
        counts: Counter[str] = Counter()
        for block in structure.blocks:
            counts[block.name] += 1
            for anchor in block.anchors:
                self._blocks.setdefault(anchor[:2], []).append((anchor, block, counts[block.name]))
        self._nodes = sorted(structure.nodes(), key=lambda n: (n.anchor.paragraph, n.anchor.start))
        self._filled = [0, *accumulate(1 if p.text.strip() else 0 for p in document.body.paragraphs)]
        self._starts = [(node.anchor.paragraph, node.anchor.start) for node in self._nodes]

    def block_at(self, anchor: Anchor) -> str | None:
        """Name of the block an anchor stands in; the zone's name is no block."""
        found = self._block(anchor)
        return found[0].name if found else None

    def place(self, anchor: Anchor, lang: str = "vi") -> str:
        """The place in words; ``lang`` is vi or en."""
        which = 1 if lang == "en" else 0
        part = self._document.part(anchor.part)
        found = self._block(anchor)
        if found and found[0].name in _WORDS:
            return self._block_words(*found, which)
        if part.kind in _PARTS:
            return f"{_PARTS[part.kind][which]}, {('đoạn', 'paragraph')[which]} {anchor.paragraph}"
        paragraph = part.paragraph(anchor.paragraph)
        if paragraph.cell:
            cell = paragraph.cell[-1]
            words = (("Bảng", "hàng", "cột"), ("Table", "row", "column"))[which]
            return f"{words[0]} {cell.table}, {words[1]} {cell.row}, {words[2]} {cell.column}"
        return self._running(anchor, which)

    def _block(self, anchor: Anchor) -> tuple[Block, int] | None:
        best: tuple[Block, int] | None = None
        for place, block, number in self._blocks.get((anchor.part, anchor.paragraph), ()):
            if place.start <= anchor.start and anchor.end <= place.end and block.name not in _TRANSPARENT:
                return block, number
            if place.start <= anchor.end and anchor.start <= place.end and best is None:
                best = block, number
        return best

    def _block_words(self, block: Block, number: int, which: int) -> str:
        part, words, counted = _WORDS[block.name]
        own = f"{words[which]} {number}" if counted else words[which]
        if block.group > 1:
            own = f"{own} ({('người ký thứ', 'signer')[which]} {block.group})"
        return f"{part[which]}, {own}" if own else part[which]

    def _running(self, anchor: Anchor, which: int) -> str:
        zone = next((z for z in self._structure.zones if z.first <= anchor.paragraph <= z.last), None)
        index = bisect_right(self._starts, (anchor.paragraph, anchor.start)) - 1
        node = self._nodes[index] if index >= 0 else None
        word = ("đoạn", "paragraph")[which]
        if self._closes(anchor, node):
            return ("Nội dung, đoạn cuối", "Text, last paragraph")[which]
        if node is not None and zone is not None and node.anchor.paragraph >= zone.first:
            label = _english(node) if which else node.label
            nth = self._nth(node.anchor.paragraph, anchor.paragraph)
            return label if nth == 1 else f"{label}, {word} {nth}"
        if zone is None:
            return f"{word.capitalize()} {anchor.paragraph}"
        return f"{_ZONES[zone.name][which]}, {word} {self._nth(zone.first, anchor.paragraph)}"

    def _closes(self, anchor: Anchor, node: OutlineNode | None) -> bool:
        """In the last paragraph of the text, when that is no item but stands below the last one."""
        closing = self._structure.first("ket_thuc")
        if closing is None or closing.anchor[:2] != anchor[:2]:
            return False
        return node is not None and node.anchor.paragraph != anchor.paragraph

    def _nth(self, first: int, here: int) -> int:
        """Which non-empty paragraph ``here`` is, counted from ``first``."""
        return max(1, self._filled[here] - self._filled[first - 1])


def place(structure: Structure, document: Document, anchor: Anchor, lang: str = "vi") -> str:
    """The place of one anchor in words; for many anchors make one ``Places``."""
    return Places(structure, document).place(anchor, lang)


def block_at(structure: Structure, anchor: Anchor) -> str | None:
    """Name of the block an anchor stands in, ``None`` in running text."""
    inside = None
    for block in structure.blocks:
        for own in block.anchors:
            if own[:2] == anchor[:2] and own.start <= anchor.start and anchor.end <= own.end:
                if block.name not in _TRANSPARENT:
                    return block.name
                inside = block.name
    return inside


_ENGLISH = (
    ("gạch đầu dòng", "dash"),
    ("dấu cộng", "plus"),
    ("Phụ lục", "Annex"),
    ("Tiểu mục", "Subsection"),
    ("Chương", "Chapter"),
    ("Phần", "Part"),
    ("Mục", "Section"),
    ("mục", "section"),
    ("Điều", "Article"),
    ("khoản", "clause"),
    ("điểm", "point"),
    ("Điểm", "Point"),
    ("kèm theo", "(attached)"),
    ("ý", "point"),
    ("Ý", "Point"),
)


def _english(node: OutlineNode) -> str:
    """The label of an outline item with its unit words in English."""
    parts = []
    for part in node.label.split(", "):
        word = next(((vi, en) for vi, en in _ENGLISH if part.startswith(vi)), None)
        parts.append(part.replace(*word, 1) if word else part)
    return ", ".join(parts)
