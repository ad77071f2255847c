"""A document read back into the fields of a template.

Purpose: the way back: what ``structure`` recognises becomes values, the running text becomes items, and everything
that no field holds is told and kept. Limits: words are never changed here; marks that the layout sets (dashes, ends of
lists, "./.") are taken off. Neighbours: ``structure`` (parts), ``patterns`` (lines of forms), ``carry`` (tables and
pictures), ``reformat``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from vanban_lint.model import Block, Document, OutlineNode, Paragraph, Structure
from vanban_lint.model.structure import KEM_THEO, NOI_DUNG, PHU_LUC
from vanban_lint.template import outline
from vanban_lint.template.load import Template
from vanban_lint.template.outline import PARAGRAPH, RAW, Item
from vanban_lint.template.patterns import line_patterns
from vanban_lint.template.render import Compiled
from vanban_lint.template.schema import Field, bare, complete, is_blank

_SPACE = re.compile(r"\s+")
_ATTACHED_LINE = re.compile(r"\(?\s*(?:ban hành\s+)?(?:kèm theo|đính kèm)\b", re.I)
_END = re.compile(r"\s*\./\.?$")
#: Parts that every layout prints of itself.
FIXED = ("quoc_hieu", "tieu_ngu", "tieu_de_dang", "dau_sao", "gach_trich_yeu", "ten_loai", "noi_nhan", "kinh_gui")


class Kept(NamedTuple):
    """What no field holds: its zone, its text, and the paragraph where it stood."""

    zone: str
    text: str
    paragraph: int


@dataclass(slots=True)
class Extracted:
    """Values by field, as ``schema.complete`` takes them; ``kept`` has its place in the document, ``lost`` the fields
    not found.
    """

    values: dict[str, Any]
    kept: list[Kept] = field(default_factory=list)
    lost: list[Field] = field(default_factory=list)
    before: list[Item] = field(default_factory=list)
    after: list[Item] = field(default_factory=list)


def extract(
    document: Document,
    structure: Structure,
    template: Template,
    compiled: Compiled,
    graphics: frozenset[int] = frozenset(),
    today: dt.date | None = None,
) -> Extracted:
    """Read ``document`` into the fields of ``template``; ``graphics`` are the body paragraphs that hold pictures.

    A date with nothing but the year of ``today`` is one that was left blank.
    """
    return _Reading(document, structure, template, compiled, graphics, today or dt.date.today()).result()


class _Reading:
    def __init__(
        self,
        document: Document,
        structure: Structure,
        template: Template,
        compiled: Compiled,
        graphics: frozenset[int],
        today: dt.date,
    ) -> None:
        self.today = today
        self.document, self.structure, self.template, self.graphics = document, structure, template, graphics
        self.loose: list[Item] = []
        self.party = template.regime == "dang"
        self.fields = {item.name: item for item in template.fields}
        self.patterns = line_patterns(template, compiled)
        self.values: dict[str, Any] = {}
        #: Characters of each body paragraph that found their field: ordinal -> spans.
        self.used: dict[int, list[tuple[int, int]]] = {}
        self.nodes = {
            node.marker.paragraph: node
            for node in structure.nodes()
            if not node.inline and node.marker.part == "body" and node.kind not in (KEM_THEO, PHU_LUC)
        }
        self.zones = {zone.name: zone for zone in structure.zones}

    def result(self) -> Extracted:
        self._fixed()
        self._head()
        self._grounds()
        self._end()
        self._body()
        self._attached()
        made = Extracted(self.values)
        self._leftovers(made)
        made.lost = [item for item in self.template.fields if item.required and is_blank(self.values.get(item.name))]
        return made

    # Parts

    def _take(self, blocks: Sequence[Block]) -> None:
        for found in blocks:
            for anchor in found.anchors:
                if anchor.part == "body":
                    self.used.setdefault(anchor.paragraph, []).append((anchor.start, anchor.end))
                host = self.document.part(anchor.part).anchor
                if host is not None:  # a text box whose words found their field
                    self.graphics -= {host.paragraph}

    def _own(self, *names: str) -> list[Block]:
        """Blocks of these names outside attached texts and appendices."""
        outside = (KEM_THEO, PHU_LUC)
        found = [b for b in self.structure.all(*names) if self.structure.zone(b.anchor.paragraph) not in outside]
        return [self._of_one_style(b) for b in found]

    def _of_one_style(self, block: Block) -> Block:
        """A block without lines of another style: text below a list that ends with a comma is no item of it."""
        style = self.document.paragraph(block.anchor).format.style
        same = tuple(a for a in block.anchors if self.document.paragraph(a).format.style == style)
        return block._replace(anchors=same)

    def _set(self, name: str, value: Any, blocks: Sequence[Block]) -> None:
        if name in self.fields and not is_blank(value):
            self.values[name] = value
            self._take(blocks)

    def _fixed(self) -> None:
        self._take(self._own(*FIXED))

    def _head(self) -> None:
        for name in ("co_quan_chu_quan", "co_quan_ban_hanh", "tac_gia", "lien_he", "du_thao"):
            blocks = self._own(name)
            self._set(name, " ".join(self._words(b) for b in blocks), blocks)
        for name in ("do_khan", "pham_vi_luu_hanh"):
            for block in self._own(name):
                if block.text.upper() in self.fields[name].choices if name in self.fields else False:
                    self._set(name, block.text.upper(), [block])
        self._number()
        self._date()
        subject = self._own("trich_yeu")
        words = " ".join(self._words(b) for b in subject)
        if self.template.kind == "CV":
            words = re.sub(r"^V\s*/\s*v\s*:?\s*", "", words, flags=re.I) if not self.party else words
        self._set("trich_yeu", words, subject)
        named = self._own("kinh_gui_muc")
        self._set("kinh_gui", tuple(bare(self._words(b)) for b in named), named)

    def _words(self, block: Block) -> str:
        """Lines of a block as one text; a line break inside a paragraph stays."""
        return " ".join(self.document.text(anchor).strip() for anchor in block.anchors)

    def _number(self) -> None:
        block = self.structure.first("so_ky_hieu")
        if block is None:
            return
        written = _SPACE.sub("", block.text)
        shape = r"Số:?(\d*)-[^/]*/(.+)" if self.party else r"Số:?(\d*)/(.+)"
        found = re.fullmatch(shape, written, re.I)
        if not found:
            return
        number, code = found[1], found[2]
        if not self.party:
            first, _, rest = code.partition("-")
            if "don_vi" in self.fields:
                self._set("don_vi", rest, [])
                code = first
            else:
                code = rest or first
        self._set("so", int(number) if number else None, [block])
        self._set("ky_hieu", code, [block])

    def _date(self) -> None:
        blocks = self._own("dia_danh_ngay")
        if not blocks:
            return
        values = blocks[0].values
        self._set("dia_danh", values.get("dia_danh"), blocks)
        day, month, year = (values.get(key) for key in ("ngay", "thang", "nam"))
        if day and month and year:
            try:
                self._set("ngay", dt.date(year, month, day), blocks)
            except ValueError:
                return
        elif year == self.today.year and not day and not month:
            self._take(blocks)
        elif year:
            self._set("ngay", f"{day or '?'}/{month or '?'}/{year}", blocks)

    def _grounds(self) -> None:
        blocks = self._own("can_cu")
        self._set("can_cu", tuple(bare(self._words(b)) for b in blocks), blocks)
        for block in self._own("loi_dan", "tham_quyen"):
            if block.values.get("loai") != "cau":
                self._line(self._words(block), block.anchor.paragraph)

        blocks = [b for b in self._own("tham_quyen") if b.anchor.paragraph not in self.used]
        if "tham_quyen" not in self.values:
            self._set("tham_quyen", " ".join(self._words(b) for b in blocks), blocks)

    def _end(self) -> None:
        blocks = self._own("noi_nhan_muc")
        self._set("noi_nhan", tuple(bare(self._words(b)) for b in blocks), blocks)
        kept = self._own("luu")
        if kept:
            self._set("luu", kept[0].values.get("noi_dung"), kept[:1])
        signatures = [s for s in self.structure.signatures if s.ho_ten or s.chuc_vu or s.quyen_han_ky]
        names = [name for name, item in self.fields.items() if item.kind == "nguoi"]
        for name, signature in zip(names, signatures, strict=False):
            blocks = [*signature.quyen_han_ky, *signature.chuc_vu, *([signature.ho_ten] if signature.ho_ten else [])]
            lines = [self._words(b) for b in signature.quyen_han_ky]
            posts = [self._words(b) for b in signature.chuc_vu]
            person = {
                "quyen_han": tuple(lines) if name == "nguoi_ky" else (),
                "chuc_vu": "\n".join(posts),
                "ho_ten": self._words(signature.ho_ten) if signature.ho_ten else "",
            }
            if name != "nguoi_ky":
                person = self._without_label(person, lines)
            self._set(name, {key: value for key, value in person.items() if value}, blocks)

    def _without_label(self, person: dict[str, Any], lines: list[str]) -> dict[str, Any]:
        """Signers of minutes and contracts stand under a label of the layout ("THƯ KÝ"), which is no post."""
        posts = [*lines, *filter(None, str(person["chuc_vu"]).split("\n"))]
        return {**person, "chuc_vu": "\n".join(posts[1:])}

    # Running text

    def _line(self, text: str, ordinal: int) -> bool:
        """A line that the template prints: its fields are set. False when no line of the template is like it."""
        for place, pattern in enumerate(self.patterns):
            found = pattern.shape.fullmatch(text.strip()) or pattern.shape.fullmatch(_END.sub(".", text.strip()))
            if found and all(self._agrees(name, found[name]) for name in pattern.fields):
                for name in pattern.fields:
                    self._set(name, _typed(self.fields[name], found[name]), [])
                self.used.setdefault(ordinal, []).append((0, len(text) + 1))
                del self.patterns[place]
                return True
        return False

    def _agrees(self, name: str, said: str) -> bool:
        return name not in self.values or self.values[name] == _typed(self.fields[name], said)

    def _body(self) -> None:
        zone = self.zones.get(NOI_DUNG)
        if zone is None:
            return
        first = zone.first
        while first > 1 and self._is_free(self.document.body.paragraph(first - 1)):
            first -= 1
        items = list(self._items(first, zone.last, forms=True))
        if "noi_dung" in self.fields:
            self._set("noi_dung", tuple(_numbers(items, self.party)), [])
        else:
            self.loose = items

    def _is_free(self, paragraph: Paragraph) -> bool:
        """Text right above the body that found no field: it is the body's."""
        return bool(paragraph.text.strip()) and not paragraph.cell and paragraph.ordinal not in self.used

    def _items(self, first: int, last: int, *, forms: bool = False) -> Iterator[Item]:
        """Items of the body paragraphs ``first`` to ``last`` that found no field yet."""
        paragraphs = self.document.body.paragraphs[first - 1 : last]
        titles: set[int] = set()
        table = 0
        listing = ""
        for paragraph in paragraphs:
            ordinal = paragraph.ordinal
            if paragraph.cell:
                if paragraph.cell[0].table != table and ordinal not in self.used:
                    table = paragraph.cell[0].table
                    yield Item(RAW, "", raw=f"table:{ordinal}")
                self._whole(paragraph)
                continue
            if ordinal in self.used or ordinal in titles:
                continue
            text = paragraph.text.strip()
            if ordinal in self.graphics:
                yield Item(RAW, "", raw=f"paragraph:{ordinal}")
            elif not text and paragraph.label is None:
                continue
            elif forms and self._line(text, ordinal):
                listing = self._list_after(text)
                continue
            elif listing and text.startswith("- "):
                self.values[listing] = (*self.values.get(listing, ()), bare(text))
            else:
                listing = ""
                node = self.nodes.get(ordinal)
                item, title = self._item(paragraph, node)
                titles |= {title} if title else set()
                yield item
            self._whole(paragraph)

    def _list_after(self, text: str) -> str:
        """Field of the list that stands below a line ending in a colon, for lists that are no part of their own."""
        lists = [n for n, item in self.fields.items() if item.kind == "danh_sach" and n not in _LISTS]
        return lists[0] if lists and text.endswith(":") and lists[0] not in self.values else ""

    def _whole(self, paragraph: Paragraph) -> None:
        self.used.setdefault(paragraph.ordinal, []).append((0, len(paragraph.text) + 1))

    def _item(self, paragraph: Paragraph, node: OutlineNode | None) -> tuple[Item, int]:
        """The item of a paragraph, and the ordinal of the next one when that is its title."""
        text = paragraph.text.strip()
        label = paragraph.label
        if node is None:
            return Item(PARAGRAPH, f"{label.text.strip()} {text}".strip() if label else text), 0
        shown = label.text.strip() if label else paragraph.text[node.marker.start : node.marker.end].strip()
        rest = text if label else paragraph.text[node.marker.end :].strip()
        kind = _kind(node)
        if kind is None:
            return Item(PARAGRAPH, f"{shown} {text}".strip() if label else text), 0
        if kind in outline.CENTRED:
            following = self._following(paragraph.ordinal)
            if not rest and following and _SPACE.sub(" ", following.text.strip()) == _SPACE.sub(" ", node.title):
                self._whole(following)
                return Item(kind, following.text.strip(), _given(node, shown)), following.ordinal
        return Item(kind, rest, _given(node, shown)), 0

    def _following(self, ordinal: int) -> Paragraph | None:
        rest = self.document.body.paragraphs[ordinal : ordinal + 3]
        return next((p for p in rest if p.text.strip()), None)

    def _attached(self) -> None:
        zone = self.zones.get(KEM_THEO)
        if zone and "noi_dung_kem_theo" in self.fields:
            self._attached_text(zone.first, zone.last)
        if "cac_phu_luc" in self.fields:
            found = [
                group for z in self.structure.zones if z.name == PHU_LUC for group in self._appendices(z.first, z.last)
            ]
            if found:
                self.values["cac_phu_luc"] = tuple(found)

    def _attached_text(self, first: int, last: int) -> None:
        paragraphs = [p for p in self.document.body.paragraphs[first - 1 : last] if p.text.strip()]
        place = next((i for i, p in enumerate(paragraphs) if _ATTACHED_LINE.match(p.text.strip())), None)
        if place is None:
            return
        titles = [p for p in paragraphs[:place] if not p.cell]
        if titles and self._line(paragraphs[place].text, paragraphs[place].ordinal):
            self.values["loai_kem_theo"] = titles[0].text.strip()
            self.values["trich_yeu_kem_theo"] = " ".join(p.text.strip() for p in titles[1:])
            head = self.document.body.paragraph(first).cell[:1]
            for paragraph in [*paragraphs[:place], *self.document.body.paragraphs]:
                if paragraph in paragraphs[:place] or (
                    head and paragraph.cell[:1] and paragraph.cell[0].table == head[0].table
                ):
                    self._whole(paragraph)
            items = self._items(paragraphs[place].ordinal + 1, last)
            self.values["noi_dung_kem_theo"] = tuple(_numbers(list(items), self.party))

    def _appendices(self, first: int, last: int) -> Iterator[dict[str, Any]]:
        """Appendices whose heading stands by itself: "Phụ lục I", title, the line in brackets."""
        headings = [b.anchor.paragraph for b in self.structure.all("phu_luc") if first <= b.anchor.paragraph <= last]
        if not headings:
            return
        for start, stop in zip(headings, [*(h - 1 for h in headings[1:]), last], strict=True):
            paragraphs = [p for p in self.document.body.paragraphs[start - 1 : stop] if p.text.strip() and not p.cell]
            if not re.fullmatch(
                r"Phụ lục(?:\s+(?:[IVXL]+|\d+))?", paragraphs[0].text.strip() if paragraphs else "", re.I
            ):
                continue
            titles: list[Paragraph] = []
            reference: Paragraph | None = None
            for paragraph in paragraphs[1:]:
                if _ATTACHED_LINE.match(paragraph.text.strip()):
                    reference = paragraph
                    break
                if paragraph.text != paragraph.text.upper():
                    break
                titles.append(paragraph)
            if not titles:
                continue
            for paragraph in [paragraphs[0], *titles, *([reference] if reference else [])]:
                self._whole(paragraph)
            top = max(p.ordinal for p in [*titles, *([reference] if reference else [])])
            yield {
                "tieu_de": " ".join(p.text.strip() for p in titles),
                "kem_theo": reference.text.strip() if reference else "",
                "noi_dung": tuple(_numbers(list(self._items(top + 1, stop)), self.party)),
            }

    # What is left

    def _leftovers(self, made: Extracted) -> None:
        """Text without a field: in the head it goes before the running text, below the end after it."""
        text_zone = self.zones.get(NOI_DUNG)
        table = 0
        for paragraph in self.document.body.paragraphs:
            rest = self._rest(paragraph)
            inside = paragraph.cell[0].table if paragraph.cell else 0
            picture = paragraph.ordinal in self.graphics and paragraph.ordinal not in self.used
            if not rest and not picture:
                continue
            zone = self.structure.zone(paragraph.ordinal) or ""
            early = text_zone is not None and paragraph.ordinal < text_zone.first
            place = made.before if early else made.after
            made.kept.append(Kept(zone, rest, paragraph.ordinal))
            if inside and not early and self._is_own_table(inside):
                if inside != table:
                    place.append(Item(RAW, "", raw=f"table:{paragraph.ordinal}"))
                table = inside
            elif picture:
                place.append(Item(RAW, "", raw=f"paragraph:{paragraph.ordinal}"))
            else:
                node = None if early or paragraph.ordinal in self.used else self.nodes.get(paragraph.ordinal)
                label = (
                    f"{paragraph.label.text.strip()} " if paragraph.label and paragraph.ordinal not in self.used else ""
                )
                item = self._item(paragraph, node)[0] if node else Item(PARAGRAPH, label + rest)
                place.append(item)
        made.after = list(_numbers(made.after, self.party))
        made.before += list(_numbers(self.loose, self.party))
        made.kept += [Kept(NOI_DUNG, item.text, 0) for item in self.loose]

    def _is_own_table(self, number: int) -> bool:
        """A table none of whose cells found a field."""
        table = self.document.body.tables[number - 1]
        return not any(o in self.used for o in range(table.first_paragraph, table.last_paragraph + 1))

    def _rest(self, paragraph: Paragraph) -> str:
        """What of a paragraph no field took, without marks that lay between."""
        text = paragraph.text
        for start, end in self.used.get(paragraph.ordinal, ()):
            text = text[:start] + "\0" * (min(end, len(text)) - start) + text[end:]
        rest = text.replace("\0", "").strip()
        if not self.used.get(paragraph.ordinal):
            return rest
        return "" if not any(c.isalnum() for c in rest) else rest


_LISTS = ("kinh_gui", "can_cu", "noi_nhan")


def _kind(node: OutlineNode) -> str | None:
    """Kind of item by the shape of its number; ``None`` for marks no template sets ("1.1.1.", "A.", "+", "(1)")."""
    mark = node.number_text.rstrip(" .:)/-–").lower()
    word = mark.partition(" ")[0]
    if node.style[:1] in "-–":
        return "gach" if node.style == "-" else None
    if word in _WORDS:
        return "tieu_muc" if mark.startswith("tiểu mục") else _WORDS[word]
    if re.fullmatch(r"\d+\.\d+", mark):
        return "tieu_khoan"
    if mark.isdigit():
        return "khoan"
    if node.kind == "muc" or node.style[:1] == "I":
        return "la_ma"
    return "diem" if node.kind == "diem" and len(mark) == 1 else None


_WORDS = {"phần": "phan", "chương": "chuong", "mục": "muc", "tiểu": "tieu_muc", "điều": "dieu"}


def _given(node: OutlineNode, shown: str) -> int | str | None:
    """The number as data: ``shown`` as it is when its shape is not the usual one (settled by ``_numbers``)."""
    return f"{shown}\0{node.number or 0}"


def _numbers(items: Sequence[Item], party: bool) -> Iterator[Item]:
    """Items without the numbers that their order gives anyway."""
    settled: list[Item] = []
    for item in items:
        if not isinstance(item.number, str) or "\0" not in item.number:
            settled.append(item)
            continue
        shown, _, value = item.number.partition("\0")
        for number in (None, int(value) or None, shown):
            last = item._replace(number=number)
            entry = list(outline.numbered([*settled, last]))[-1] if number is None or isinstance(number, int) else None
            if entry is None or outline.marker(entry, party) == shown:
                break
        settled.append(last)
    yield from settled


def _typed(item: Field, said: str) -> Any:
    """The text of a line as the value its field takes."""
    said = said.strip()
    if item.kind == "ngay":
        day, month, year = map(int, re.findall(r"\d+", said))
        try:
            return dt.date(year, month, day)
        except ValueError:
            return None
    if item.kind == "so":
        return int(said)
    return said


def right(template: Template, made: Extracted) -> Mapping[str, Any]:
    """The values as ``new`` would make them right, required ones that were not found left blank."""
    missing = {item.name for item in made.lost}
    fields = [replace(item, pattern=None) for item in template.fields if item.name not in missing]
    return complete(fields, {name: value for name, value in made.values.items() if name not in missing})
