"""An installed wheel in an empty folder judges as the checkout does, and without yaml."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DRAFT = ROOT / "examples" / "du-thao-chi-thi.docx"
FORBIDDEN = ("yaml", "docx", "docxtpl", "jinja2")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        str(ROOT),
        "--no-deps",
        "--no-build-isolation",
        "-q",
        "-w",
        str(folder),
    ]
    subprocess.run(command, check=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The folder of an unpacked wheel, which is all that installing a pure wheel does besides the script."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def python(code, *, path, cwd):
    """Runs code with the package found in ``path`` only, its dependencies where this interpreter has them."""
    dependencies = sysconfig.get_paths()["purelib"]
    start = f"import sys; sys.path[:0] = [{str(path)!r}]; sys.path.append({dependencies!r})\n"
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    command = [sys.executable, "-I", "-S", "-c", start + code]
    return subprocess.run(command, cwd=cwd, env=environment, check=True, capture_output=True, text=True).stdout


CHECK = f"""
import datetime as dt, json
from vanban_lint.api import check
import vanban_lint
report = check({str(DRAFT)!r}, today=dt.date(2026, 11, 24))
said = [report.profile, *map(str, report.findings), *map(str, report.gaps), *report.crashed]
print(json.dumps([vanban_lint.__file__, len(report.findings), said]))
"""


def test_the_wheel_carries_rules_and_their_compiled_form(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert {"vanban_lint/_data/rules.json", "vanban_lint/_data/patterns.json"} <= set(names)
    assert "vanban_lint/_data/rules/du-lieu/quy-uoc.yaml" in names
    assert "vanban_lint/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "hatch_build"))]


def test_installed_wheel_judges_as_the_checkout(installed, tmp_path):
    file, found, there = json.loads(python(CHECK, path=installed, cwd=tmp_path))
    _, _, here = json.loads(python(CHECK, path=ROOT / "src", cwd=tmp_path))
    assert file.startswith(str(installed))
    assert there == here
    assert found > 0


def test_check_path_of_the_wheel_is_lean(installed, tmp_path):
    code = CHECK + f"import sys; print([name for name in {FORBIDDEN!r} if name in sys.modules])"
    assert python(code, path=installed, cwd=tmp_path).splitlines()[-1] == "[]"


def test_a_run_of_the_wheel_compiles_hardly_a_pattern(installed, tmp_path):
    code = f"""
from vanban_lint import patterns
with patterns.recorded() as compiled:
    from vanban_lint.ruleset.locate import PATTERNS
    patterns.prime(PATTERNS)
    {CHECK.strip().replace(chr(10), chr(10) + "    ")}
print(len(compiled))
"""
    assert int(python(code, path=installed, cwd=tmp_path).splitlines()[-1]) < 30


def test_examples_of_an_installed_rule_are_there(installed, tmp_path):
    code = "from vanban_lint.ruleset import load_examples, load_rules; print(sorted(load_examples(load_rules()[0].id)))"
    assert "khong_dat" in python(code, path=installed, cwd=tmp_path)
