"""Builds every mau.docx from the mau.yaml beside it: ``python templates/build.py [NAME...]``.

Purpose: official layouts that can be made again to the byte (fixed times, fixed order) and edited in Word afterwards.
Limits: says only which parts a template has (``bo_cuc`` of its mau.yaml); the parts are in ``layout_parts``, sizes in
``layout_styles``. A template changed by hand in Word belongs in a folder of the user's own: this script would build it
over.
"""

from __future__ import annotations

import datetime as dt
import io
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parent))
from layout_parts import Draft

ROOT = Path(__file__).parent
FIXED_TIME = (2026, 1, 1, 0, 0, 0)
KINDS = {kind["khoa"]: kind for kind in yaml.safe_load((ROOT.parent / "rules/du-lieu/loai.yaml").read_bytes())}


def build(folder: Path) -> bytes:
    """The Word file of the template in ``folder``."""
    spec = yaml.safe_load((folder / "mau.yaml").read_bytes())
    draft = Draft(party=spec["che_do"] == "dang")
    if spec.get("dau", True):
        draft.header(number_line(spec), spec.get("trich_yeu_trai"), dated=spec.get("co_ngay", True))
    for part in spec["bo_cuc"]:
        add(draft, part, spec)
    match spec.get("ket", "chu_ky"):
        case "chu_ky":
            draft.end()
        case "bien_ban":
            draft.minutes_end(*spec["chu_ky_hai_ben"])
        case "hai_ben":
            draft.two_parties_end()
        case "kem_theo":
            draft.attached_end(spec["ten_kem_theo"])
    return save(draft.document, spec["ten"])


def number_line(spec: Mapping[str, Any]) -> str:
    """Number and symbol (Nghị định 30, Phụ lục I, II.3; Hướng dẫn 05, Phần II, I.3): the code of the type is data of
    the rules.
    """
    if "so" in spec:
        return str(spec["so"])
    codes = KINDS[spec["loai"]]["ma"].get(spec["che_do"])
    if spec["che_do"] == "dang":
        return f"Số {{{{ so }}}}-{codes[0] if codes else spec['loai']}/{{{{ ky_hieu }}}}"
    if spec["loai"] == "CV":
        return "Số: {{ so }}/{{ ky_hieu }}{% if don_vi %}-{{ don_vi }}{% endif %}"
    return f"Số: {{{{ so }}}}/{codes[0] if codes else spec['loai']}-{{{{ ky_hieu }}}}"


def add(draft: Draft, part: Any, spec: Mapping[str, Any]) -> None:
    """One entry of ``bo_cuc``: the name of a part, or a mapping with its words."""
    name, options = (part, {}) if isinstance(part, str) else (next(iter(part)), part)
    value = options.get(name)
    match name:
        case "ten_loai":
            name = value or KINDS[spec["loai"]]["ten"].upper()
            draft.title(name, "trich_yeu" in spec["truong"], "tac_gia" in spec["truong"])
        case "kinh_gui":
            draft.addressees(value or "Kính gửi")
        case "tham_quyen":
            draft.authority()
        case "can_cu":
            draft.grounds()
        case "loi_dan":
            draft.words(value, "tham_quyen" if "tham_quyen" in value else None)
        case "dong":
            draft.line(value, options.get("neu"), options.get("giua", False), options.get("lui", 0))
        case "danh_sach":
            draft.list(value, options.get("lui", 0))
        case "noi_dung":
            draft.body(value or "noi_dung")
        case _:
            raise SystemExit(f"{spec['ten']}: no part {name}")


def save(document: Any, title: str) -> bytes:
    """The package with fixed times and a fixed order of members."""
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "", title, ""
    properties.created = properties.modified = dt.datetime(*FIXED_TIME)
    properties.last_modified_by, properties.revision = "", 1
    for owner in (document.part.package, document.part):  # python-docx's own picture and bibliography go
        for key, relation in list(owner.rels.items()):
            if relation.reltype.endswith(("/thumbnail", "/customXml", "/stylesWithEffects")):
                del owner.rels[key]
    raw, packed = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, FIXED_TIME), source.read(name), zipfile.ZIP_DEFLATED, 9)
    return packed.getvalue()


def folders() -> list[Path]:
    """Folders of all templates, by name."""
    return sorted(path.parent for path in ROOT.glob("*/*/mau.yaml"))


if __name__ == "__main__":
    wanted = sys.argv[1:]
    for place in folders():
        name = place.relative_to(ROOT).as_posix()
        if not wanted or name in wanted:
            (place / "mau.docx").write_bytes(build(place))
