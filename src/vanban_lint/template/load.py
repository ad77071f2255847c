"""Templates on disk: where they lie, what mau.yaml says, which file is filled.

Purpose: find a template by name ("dang/chi-thi") among the bundled ones and the user's own folders, and read its
fields. Limits: the Word file is opened by ``render``. Neighbours: ``schema`` (fields), ``ruleset.locate`` (where the
data lies). A template of the user's own needs a name, a regime and fields; one with a bundled template's name takes
its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from vanban_lint.errors import ConfigError
from vanban_lint.ruleset.locate import data_root
from vanban_lint.template.schema import KINDS, Field

SPEC, FILE = "mau.yaml", "mau.docx"
REGIMES = ("dang", "hanh-chinh")
_KEYS = set("ten che_do loai bo_cuc truong vi_du so dau co_ngay ket trich_yeu_trai chu_ky_hai_ben ten_kem_theo".split())
_FIELD_KEYS = set(
    "nhan kieu bat_buoc mac_dinh tro_giup vi_du mau lua_chon neu in_hoa cau_hinh suy_ra truong dau ngan cuoi quy_uoc "
    "truoc sau danh_so cap".split()
)


@dataclass(frozen=True, slots=True)
class Template:
    """A template. ``constants`` are words that differ by convention: name -> id ("" for all others) -> words."""

    name: str
    title: str
    regime: str
    kind: str | None
    folder: Path
    fields: tuple[Field, ...]
    constants: Mapping[str, Mapping[str, str]]
    example: Mapping[str, Any]

    @property
    def file(self) -> Path:
        return self.folder / FILE

    def field(self, name: str) -> Field | None:
        return next((field for field in self.fields if field.name == name), None)


def templates_root() -> Path:
    """The folder of the bundled templates."""
    return data_root() / "templates"


def find_all(folders: Sequence[Path] = ()) -> dict[str, Path]:
    """Folder of every template by name, in order of names; the user's own folders win."""
    found: dict[str, Path] = {}
    for root in (templates_root(), *folders):
        found |= {spec.parent.relative_to(root).as_posix(): spec.parent for spec in sorted(root.glob(f"**/{SPEC}"))}
    return dict(sorted(found.items()))


def load(name: str, folders: Sequence[Path] = ()) -> Template:
    """The template called ``name``; a path to a folder with a mau.yaml is taken as it is. ConfigError otherwise."""
    direct = Path(name)
    if (direct / SPEC).is_file():
        return read(direct, direct.resolve().name)
    known = find_all(folders)
    if name not in known:
        from difflib import get_close_matches

        near = "".join(get_close_matches(name, list(known), n=1, cutoff=0.4))
        raise ConfigError("template.unknown.near" if near else "template.unknown", name=name, near=near)
    return read(known[name], name)


def read(folder: Path, name: str) -> Template:
    """Read mau.yaml in ``folder``. ConfigError with the file and what is wrong."""
    path = folder / SPEC
    spec = _yaml(path)
    _require(path, isinstance(spec, Mapping) and {"ten", "che_do", "truong"} <= spec.keys(), "template.spec_keys")
    for key in spec:
        _require(path, key in _KEYS, "template.spec_unknown", entry=key)
    regime = spec["che_do"]
    _require(path, regime in REGIMES, "template.spec_regime", value=regime)
    shared = _shared(regime)
    own = spec["truong"]
    _require(path, isinstance(own, Mapping), "template.spec_keys")
    bare = spec.get("dau") is False
    names = [
        *(name for name in shared["dau_van_ban"] if not bare),
        *own,
        *(name for name in shared["cuoi_van_ban"] if name not in own and not bare),
    ]
    fields = []
    for field_name in dict.fromkeys(names):
        given = own.get(field_name) or {}
        if own.get(field_name, {}) is not False:  # "lien_he: false" takes a shared field away
            fields.append(_field(field_name, shared["truong"].get(field_name, {}) | given, path))
    constants = {key: _by_convention(value) for key, value in shared["hang"].items()}
    return Template(
        name, spec["ten"], regime, spec.get("loai"), folder, tuple(fields), constants, spec.get("vi_du") or {}
    )


def with_defaults(template: Template, defaults: Mapping[str, Any]) -> Template:
    """The same template with the defaults of an agency profile, by the fields' configuration keys."""
    fields = tuple(
        replace(field, default=defaults[field.config]) if field.config and field.config in defaults else field
        for field in template.fields
    )
    return replace(template, fields=fields)


def _by_convention(value: Mapping[str, str]) -> dict[str, str]:
    return {"" if key == "mac_dinh" else key: said for key, said in value.items()}


@cache
def _shared(regime: str) -> Any:
    return _yaml(templates_root() / "chung" / f"{regime}.yaml")


def _yaml(path: Path) -> Any:
    from vanban_lint.ruleset.source import read_yaml

    return read_yaml(path).data


def _require(path: Path, holds: bool, message: str, /, **params: Any) -> None:
    if not holds:
        raise ConfigError(message, str(path), **params)


def _field(name: str, spec: Mapping[str, Any], path: Path) -> Field:
    for key in spec:
        _require(path, key in _FIELD_KEYS, "template.field_key", field=name, entry=key)
    kind = spec.get("kieu", "chu")
    _require(path, kind in KINDS, "template.field_kind", field=name, kind=kind, kinds=", ".join(KINDS))
    return Field(
        name=name,
        kind=kind,
        label=spec.get("nhan", name),
        required=spec.get("bat_buoc", False),
        default=spec.get("mac_dinh"),
        help=spec.get("tro_giup", ""),
        example=spec.get("vi_du"),
        pattern=spec.get("mau"),
        choices=tuple(spec.get("lua_chon", ())),
        when=spec.get("neu"),
        upper=spec.get("in_hoa", False),
        config=spec.get("cau_hinh"),
        derived=spec.get("suy_ra"),
        # Word has one list a document, so appendices are numbered by typing.
        fields=tuple(replace(_field(key, sub, path), typed=True) for key, sub in (spec.get("truong") or {}).items()),
        marks=dict(_marks(spec)) if kind == "danh_sach" else None,
        around=(spec.get("truoc", ""), spec.get("sau", "")),
        closing=spec.get("cuoi", "") if kind == "noi_dung" else "",
        numbering=spec.get("danh_so", ""),
        levels=tuple(spec.get("cap", ())),
    )


def _marks(spec: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, str, str]]]:
    base = {"dau": spec.get("dau", ""), "ngan": spec.get("ngan", ";"), "cuoi": spec.get("cuoi", ".")}
    yield "", (base["dau"], base["ngan"], base["cuoi"])
    for convention, changes in (spec.get("quy_uoc") or {}).items():
        said = base | changes
        yield convention, (said["dau"], said["ngan"], said["cuoi"])
