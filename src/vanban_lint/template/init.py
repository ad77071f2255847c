"""A template proposed from an existing document.

Purpose: a folder with the document as mau.docx, its recognised parts turned into tags, and a mau.yaml with the fields
found and the document's own words as example. Limits: a proposal: layout and every other word stay as they are, and a
person looks it through. Neighbours: ``structure`` (what the parts are), ``lint`` (is the result good).
"""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import yaml
from lxml import etree

from vanban_lint.errors import ConfigError
from vanban_lint.model import Block, Structure
from vanban_lint.model.structure import NOI_DUNG
from vanban_lint.ooxml.archive import Archive
from vanban_lint.ooxml.writing import Rewriter
from vanban_lint.readers import read
from vanban_lint.template.carry import MAIN, W, body_paragraphs
from vanban_lint.template.load import FILE, SPEC, Template
from vanban_lint.template.reformat import template_for, understood

#: Parts that are one text, and what is put in their place.
_TEXTS = {
    "co_quan_chu_quan": "{{ co_quan_chu_quan }}",
    "co_quan_ban_hanh": "{{ co_quan_ban_hanh }}",
    "dia_danh_ngay": "{{ dia_danh }}, ngày {{ ngay.ngay }} tháng {{ ngay.thang }} năm {{ ngay.nam }}",
    "trich_yeu": "{{ trich_yeu }}",
    "tac_gia": "{{ tac_gia }}",
    "tham_quyen": "{{ tham_quyen }}",
    "luu": "{{ luu }}",
    "chuc_vu": "{{ nguoi_ky.chuc_vu }}",
    "ho_ten": "{{ nguoi_ky.ho_ten }}",
}
_LISTS = {
    "can_cu": ("can_cu", "{{ m.dau }}{{ m.chu }}{{ m.ket }}"),
    "noi_nhan_muc": ("noi_nhan", "{{ m.dau }}{{ m.chu }}{{ m.ket }}"),
    "kinh_gui_muc": ("kinh_gui", "{{ m.dau }}{{ m.chu }}{{ m.ket }}"),
}
_BODY = "{{ d.so }} {{ d.chu }}"


def propose(path: Path, folder: Path) -> int:
    """Write a template made from ``path`` into ``folder``; the number of fields.

    ConfigError when one is there already.
    """
    import datetime as dt

    if (folder / SPEC).exists() or (folder / FILE).exists():
        raise ConfigError("template.folder_exists", str(folder))
    document = read(str(path))
    data = path.read_bytes()
    structure = understood(document, dt.date.today())
    model = template_for(structure)
    archive = Archive(data, str(path))
    root = etree.fromstring(archive.read(MAIN), etree.XMLParser(resolve_entities=False, no_network=True))
    names = _Tags(list(body_paragraphs(root)), structure, model).put()
    folder.mkdir(parents=True, exist_ok=True)
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    (folder / FILE).write_bytes(Rewriter(archive, frozenset((MAIN,))).write({MAIN: content}))
    (folder / SPEC).write_text(_spec(model, path.stem, names), encoding="utf-8")
    return len(names)


class _Tags:
    def __init__(self, paragraphs: list[etree._Element], structure: Structure, model: Template) -> None:
        self.paragraphs, self.structure, self.model = paragraphs, structure, model
        self.names: dict[str, None] = {}

    def put(self) -> list[str]:
        for name, text in _TEXTS.items():
            blocks = [b for b in self.structure.all(name) if b.anchor.part == "body"][:1]
            for block in blocks:
                self._replace(block, text)
        for block in self.structure.all("so_ky_hieu")[:1]:
            party = self.model.regime == "dang"
            code = block.values.get("loai") or self.model.kind
            self._replace(block, f"Số {{{{ so }}}}-{code}/{{{{ ky_hieu }}}}" if party else self._state_number(code))
        for name, (field, text) in _LISTS.items():
            self._loop([b.anchor.paragraph for b in self.structure.all(name)], "m", field, text)
        self._body()
        return list(self.names)

    def _state_number(self, code: str | None) -> str:
        return (
            "Số: {{ so }}/{{ ky_hieu }}-{{ don_vi }}"
            if self.model.kind == "CV"
            else f"Số: {{{{ so }}}}/{code}-{{{{ ky_hieu }}}}"
        )

    def _replace(self, block: Block, text: str) -> None:
        """The first line of a block becomes ``text``, the others go."""
        first, *rest = dict.fromkeys(anchor.paragraph for anchor in block.anchors)
        _write(self.paragraphs[first - 1], text)
        self._name(text)
        for ordinal in rest:
            _remove(self.paragraphs[ordinal - 1])

    def _loop(self, ordinals: list[int], item: str, field: str, text: str) -> None:
        places = [self.paragraphs[ordinal - 1] for ordinal in dict.fromkeys(ordinals)]
        if not places:
            return
        self.names[field] = None
        for tag, before in ((f"{{%p for {item} in {field} %}}", True), ("{%p endfor %}", False)):
            made = copy.deepcopy(places[0])
            _write(made, tag)
            (places[0].addprevious if before else places[0].addnext)(made)
        _write(places[0], text)
        for place in places[1:]:
            _remove(place)

    def _body(self) -> None:
        zone = next((zone for zone in self.structure.zones if zone.name == NOI_DUNG), None)
        if zone is None:
            return
        named = {a.paragraph for b in self.structure.blocks if b.name not in ("ket_thuc",) for a in b.anchors}
        inside = [o for o in range(zone.first, zone.last + 1) if o not in named]
        running = [o for o in inside if not _in_table(self.paragraphs[o - 1])]
        self._loop(running, "d", "noi_dung", _BODY)

    def _name(self, text: str) -> None:
        for tag in text.split("{{")[1:]:
            self.names[tag.partition("}}")[0].strip().partition(".")[0]] = None


def _write(paragraph: etree._Element, text: str) -> None:
    """``text`` in the form of the paragraph's first run; all other content goes."""
    runs = [run for run in paragraph.iter(f"{{{W}}}r") if run.find(f"{{{W}}}t") is not None]
    properties = runs[0].find(f"{{{W}}}rPr") if runs else None
    for child in list(paragraph):
        if child.tag != f"{{{W}}}pPr":
            paragraph.remove(child)
    numbered = paragraph.find(f"{{{W}}}pPr/{{{W}}}numPr")
    if numbered is not None and "{{ d.so }}" in text:
        paragraph.find(f"{{{W}}}pPr").remove(numbered)  # type: ignore[union-attr]
    run = etree.SubElement(paragraph, f"{{{W}}}r")
    if properties is not None:
        run.append(copy.deepcopy(properties))
    etree.SubElement(run, f"{{{W}}}t").text = text


def _remove(paragraph: etree._Element) -> None:
    parent = paragraph.getparent()
    if parent is not None and len(parent.findall(f"{{{W}}}p")) > 1:
        parent.remove(paragraph)


def _in_table(paragraph: etree._Element) -> bool:
    return any(above.tag == f"{{{W}}}tbl" for above in paragraph.iterancestors())


def _spec(model: Template, title: str, names: list[str]) -> str:
    fields: dict[str, Any] = {field.name: False for field in model.fields if field.name not in names}
    own = {name: {} for name in names} | fields
    spec = {"ten": title, "che_do": model.regime, "loai": model.kind, "truong": own}
    example = {name: value for name, value in model.example.items() if name in names}
    return yaml.safe_dump(spec | {"vi_du": example}, allow_unicode=True, sort_keys=False, width=120)
