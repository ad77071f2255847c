"""The compiled form says what the YAML says."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

from vanban_lint.ruleset import bundled
from vanban_lint.ruleset.bundle import from_json, to_json

ROOT = Path(__file__).parents[2]


def compile_rules():
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.compile_rules(ROOT)


def test_compiled_form_equals_source():
    pytest.importorskip("hatchling")
    compiled = from_json(json.loads(compile_rules()))
    assert compiled.rules == bundled().rules
    assert compiled.tables == bundled().tables
    assert compiled.profiles == bundled().profiles


def test_compiled_form_holds_no_examples():
    assert "vi_du" not in json.dumps(to_json(bundled()))


def test_round_trip():
    assert from_json(json.loads(json.dumps(to_json(bundled())))) == bundled()


def test_reading_the_compiled_form_imports_no_yaml(tmp_path):
    path = tmp_path / "rules.json"
    path.write_text(json.dumps(to_json(bundled())), encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from vanban_lint.ruleset import locate\n"
        f"locate.COMPILED = Path({str(path)!r})\n"
        "from vanban_lint.ruleset import load_tables; load_tables()\n"
        "sys.exit('yaml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, env={"PYTHONPATH": str(ROOT / "src")})
    assert done.returncode == 0
