"""The exported JSON Schema is a schema, is the committed one, and agrees with the program about the bundled rules."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from vanban_lint.ruleset import load_tables
from vanban_lint.ruleset.conform import problems
from vanban_lint.ruleset.locate import rules_root
from vanban_lint.ruleset.schema import config_schema, json_schema, profile_schema
from vanban_lint.ruleset.source import read_yaml

DOCS = Path(__file__).parents[2] / "docs" / "schema"


@pytest.mark.parametrize(
    ("name", "schema"),
    [("rules", json_schema(load_tables())), ("config", config_schema())],
)
def test_committed_copy(name, schema):
    """To renew the first: python -m vanban_lint rules --schema > docs/schema/rules.schema.json."""
    jsonschema.Draft202012Validator.check_schema(schema)
    assert json.loads((DOCS / f"{name}.schema.json").read_text(encoding="utf-8")) == schema


@pytest.mark.parametrize("path", sorted(rules_root().glob("*.yaml")), ids=lambda path: path.stem)
def test_bundled_rules_are_valid(path):
    errors = jsonschema.Draft202012Validator(json_schema(load_tables())).iter_errors(read_yaml(path).data or [])
    assert [error.message for error in errors] == []


def test_profiles_are_valid():
    for path in (rules_root() / "profiles").rglob("*.yaml"):
        errors = jsonschema.Draft202012Validator(profile_schema()).iter_errors(read_yaml(path).data)
        assert [error.message for error in errors] == []


CASES = [
    ({"fail_on": "loi"}, True),
    ({"fail_on": "lỗi"}, False),
    ({"fail": "loi"}, False),
    ({"select": ["TT1"], "muc_do": {"TT1": "goi_y"}}, True),
    ({"select": "TT1"}, False),
    ({"theo_tep": [{"ignore": []}]}, False),
    ({"theo_tep": [{"tep": "*.docx", "ignore": ["TT1"]}]}, True),
    ({"date": "2026-1-1"}, False),
    ({"muc_do": {"TT1": 3}}, False),
    ([], False),
]


@pytest.mark.parametrize(("data", "valid"), CASES)
def test_own_walk_agrees_with_jsonschema(data, valid):
    schema = config_schema()
    assert (not list(problems(data, schema))) is valid
    assert jsonschema.Draft202012Validator(schema).is_valid(data) is valid
