"""The JSON of ``check`` and ``inspect``: what the contract names, and nothing lost on the way."""

import json
from pathlib import Path
from typing import Any

import jsonschema
from reports import document, findings, run, structure

from vanban_lint.report import json as report_json
from vanban_lint.report import structure as structure_report
from vanban_lint.report.style import Style

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schema/report.schema.json").read_text(encoding="utf-8"))


def whole(form: str = "docx") -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(run(report_json.Writer(Style()), form))
    return loaded


def test_the_object_follows_the_published_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(whole(), SCHEMA)
    jsonschema.validate(whole("txt"), SCHEMA)


def test_the_schema_refuses_a_finding_without_its_place() -> None:
    broken = whole()
    del broken["documents"][0]["findings"][0]["location"]
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(broken)


def test_places_are_those_of_the_model() -> None:
    first, second, _ = whole()["documents"][0]["findings"]
    assert first["location"] == {
        "part": "body", "paragraph": 1, "table": {"number": 1, "row": 1, "column": 1}, "start": 2, "end": 3,
        "line": None, "column": None,
    }  # fmt: skip
    assert second["related"][0]["location"]["paragraph"] == 2
    assert first["fix"] == {
        "safety": "safe",
        "edits": [
            {"action": "replace_text", "location": first["location"], "value": "", "expected": ":", "properties": {}}
        ],
    }


def test_text_inputs_have_lines_and_columns() -> None:
    location = whole("txt")["documents"][0]["findings"][0]["location"]
    assert (location["line"], location["column"], location["table"]) == (1, 3, None)


def test_the_summary_counts_everything() -> None:
    assert whole()["summary"] == {
        "documents": 3, "loi": 2, "canh_bao": 1, "goi_y": 0, "fixable": 1, "suppressed": 1, "unreadable": 1,
        "incomplete": 1, "broken": 0, "idle_suppressions": [],
    }  # fmt: skip


def test_hidden_findings_keep_their_reason() -> None:
    hidden = whole()["documents"][0]["suppressed"]
    assert [(item["rule"], item["reason"]) for item in hidden] == [("BC101", "mẫu để điền")]


def test_inspect_gives_parts_outline_and_cut_paragraphs() -> None:
    made = json.loads(json.dumps(structure_report.data(document(), structure(), "vi")))
    assert made["regime"] == {"value": "dang", "confidence": 0.98, "evidence": ["ký hiệu CT/TU"]}
    assert made["date"]["value"] == "2023-07-11"
    assert [block["name"] for block in made["blocks"]] == ["so_ky_hieu", "luu"]
    assert made["blocks"][0]["values"] == {"so": "35", "nam": None, "hai_cham": True}
    assert [node["label"] for node in made["outline"]] == ["Mục 1", "Mục 1"]
    assert [item["text"] for item in made["recipients"]] == ["- Lưu: VPTU"]
    assert [place["paragraph"] for place in made["cut_paragraphs"][0]["locations"]] == [2, 3]


def test_the_sample_has_what_the_tests_speak_of() -> None:
    assert [finding.rule for finding in findings()] == ["TT131", "BC101", "TT701"]
