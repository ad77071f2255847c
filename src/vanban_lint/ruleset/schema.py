"""JSON Schema of rule files, profiles and the configuration, made from the check kinds and the data tables.

Purpose: one description of what may be written, for editors (``vanban-lint rules --schema``) and for ``conform``,
which the loader and ``config`` use. Limits: shapes only; what no schema can say (a pattern that does not compile, a
message that uses a field its kind does not fill) is ``validate``'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from vanban_lint.checks import KINDS, kind
from vanban_lint.checks.base import Param
from vanban_lint.model import CERTAINTIES, SAFETIES, SEVERITIES
from vanban_lint.ruleset.example import KEYS as EXAMPLE_KEYS
from vanban_lint.ruleset.select import WIDE_SELECTORS

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_SEVERITY: Schema = {"enum": list(reversed(SEVERITIES))}
_SEVERITIES: Schema = {"type": "object", "additionalProperties": _SEVERITY}

_PARAM_TYPES: dict[str, Schema] = {
    "text": _TEXT,
    "regex": {"type": "string", "format": "regex"},
    "flag": {"type": "boolean"},
    "integer": {"type": "integer"},
    "list": {"type": "array", "items": {"anyOf": [_TEXT, {"type": "integer"}, {"type": "object"}]}},
    "map": {"type": "object"},
}


def json_schema(tables: Mapping[str, Any]) -> Schema:
    """Schema of a rule file: a list of rules, each with the parameters of its kind."""
    rule = rule_schema(tables)
    rule["allOf"] = [
        {
            "if": {"properties": {"check": {"const": name}}},
            "then": {"properties": {"tham_so": params_schema(name)}},
        }
        for name in KINDS
    ]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "vanban-lint: quy tắc",
        "type": "array",
        "items": rule,
    }


def rule_schema(tables: Mapping[str, Any], kinds: Iterable[str] = KINDS) -> Schema:
    """Schema of one rule, whatever its kind."""
    blocks = [entry["khoa"] for entry in tables["thanh_phan"]]
    types: Schema = {"type": "array", "items": {"enum": [entry["khoa"] for entry in tables["loai"]]}}
    parts: Schema = {"type": "array", "items": {"enum": blocks}}
    conventions = [entry["id"] for entry in tables["quy_uoc"]]
    lines = [entry["id"] for entry in tables["dong_quy_uoc"]]
    properties: Schema = {
        "id": {"type": "string", "pattern": r"^[A-Z]{2}\d{3}$"},
        "ten": {"type": "string", "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*$"},
        "check": {"enum": list(kinds)},
        "o": {"type": "array", "items": {"enum": [*blocks, *WIDE_SELECTORS]}, "minItems": 1},
        "tham_so": {"type": "object"},
        "khi": _closed(
            {
                "loai": types,
                "loai_tru": types,
                "cap": {"type": "array", "items": {"enum": ["trung_uong", "tinh", "huyen", "xa", "co_so"]}},
                "co": parts,
                "thieu": parts,
                "mau": {"type": "boolean"},
            }
        ),
        "nguon": _closed(dict.fromkeys(conventions, _TEXT)) | {"minProperties": 1},
        "quy_uoc": {"type": "array", "items": {"enum": lines}},
        "muc_do": _SEVERITY,
        "chac_chan": {"enum": list(reversed(CERTAINTIES))},
        "vi": _TEXT,
        "en": _TEXT,
        "sua": {"enum": list(reversed(SAFETIES))},
        "mac_dinh": {"type": "boolean"},
        "bi_danh": _TEXTS,
        "nhuong": {"type": "array", "items": {"type": "string", "pattern": r"^[A-Z]{2}\d{3}$"}},
        "vi_du": _closed({"nen": _TEXT, "dat": _examples(), "khong_dat": _examples()}, ("dat", "khong_dat")),
    }
    required = ("id", "ten", "check", "o", "nguon", "muc_do", "chac_chan", "vi")
    return _closed(properties, required)


def params_schema(name: str) -> Schema:
    """Schema of ``tham_so`` for a kind."""
    params: Mapping[str, Param] = kind(name).PARAMS
    properties = {key: _param(param) for key, param in params.items()}
    return _closed(properties, [key for key, param in params.items() if param.required])


def profile_schema() -> Schema:
    """Schema of a profile file."""
    return _closed({"ten": _TEXT, "ke_thua": _TEXT, "them": _TEXTS, "bo": _TEXTS, "muc_do": _SEVERITIES}, ("ten",))


def config_schema() -> Schema:
    """Schema of vanban-lint.yaml and of ``[tool.vanban-lint]``."""
    per_file = {"tep": _TEXT, "ignore": _TEXTS, "profile": _TEXT, "ly_do": _TEXT}
    return _closed(
        {
            "select": _TEXTS,
            "ignore": _TEXTS,
            "profile": _TEXT,
            "date": _DAY,
            "fail_on": _SEVERITY,
            "lang": {"enum": ["vi", "en"]},
            "muc_do": _SEVERITIES,
            "theo_tep": {"type": "array", "items": _closed(per_file, ("tep",))},
            "thu_muc_quy_tac": _TEXTS,
            "tu_dien": _TEXTS,
            "tep_nen": _TEXT,
            "goi": _TEXTS,
            "so_bo": _TEXTS,
            "nep_trinh_bay": _TEXT,
            "strict": {"type": "boolean"},
            "kieu_viet": _closed({"kieu_dau": {"enum": ["cu", "moi"]}, "i_y": {"enum": ["i", "y"]}}),
            "co_quan": {"type": "object"},
            "thu_muc_mau": _TEXTS,
        }
    )


def _param(param: Param) -> Schema:
    shape = {"enum": list(param.choices)} if param.type == "choice" else _PARAM_TYPES[param.type]
    return shape | {"description": param.doc}


def _examples() -> Schema:
    texts: Schema = {"type": "object", "additionalProperties": _TEXT}
    pairs: Schema = {"type": "array", "items": {"type": "array", "items": _TEXT, "minItems": 2, "maxItems": 2}}
    shapes = dict.fromkeys(EXAMPLE_KEYS, _TEXT)
    shapes |= {
        "thay": texts,
        "sau": texts,
        "bo": _TEXTS,
        "kem": _TEXTS,
        "sua": pairs,
        "ngay": _DAY,
        "docx": {"type": "object"},
        "so_bo": {"type": "object"},
        "cung": {"type": "array", "items": {"type": "object"}},
    }
    return {"type": "array", "items": {"anyOf": [_TEXT, _closed(shapes)]}, "minItems": 1}


def _closed(properties: Schema, required: Iterable[str] = ()) -> Schema:
    """An object that allows no other key."""
    shape: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return shape | {"required": list(required)} if required else shape
