"""A package of somebody else's adds a kind, a format, rules and templates; ours stay ours."""

import json
import os
import shutil
from pathlib import Path

import pytest

from vanban_lint.checks import KINDS, foreign_kinds, kind

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LONG = "chữ " * 70


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(HERE / "goi_mau"))
    kind.cache_clear()
    yield
    kind.cache_clear()


def run(tmp_path: Path, *args: str, config: str = "goi: [goi-mau]\n") -> tuple[int, str, str]:
    """The program as a process that finds the package."""
    import subprocess
    import sys

    (tmp_path / "vanban-lint.yaml").write_text(config, encoding="utf-8")
    (tmp_path / "a.txt").write_text(LONG + "\n", encoding="utf-8")
    path = os.pathsep.join((str(ROOT / "src"), str(HERE / "goi_mau")))
    command = [sys.executable, "-m", "vanban_lint", *args]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, env={**os.environ, "PYTHONPATH": path})
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.usefixtures("installed")
def test_a_foreign_kind_is_known_by_its_name() -> None:
    assert foreign_kinds() == ("dem_chu",)
    assert kind("dem_chu").FIELDS == ("so_chu",)
    assert "dem_chu" not in KINDS


def test_without_the_package_there_is_no_such_kind() -> None:
    kind.cache_clear()
    with pytest.raises(KeyError):
        kind("dem_chu")


def test_its_rules_run_when_the_configuration_names_the_package(tmp_path: Path) -> None:
    code, said, error = run(tmp_path, "check", "--format", "json", "a.txt")
    assert code == 0, error
    found = {item["rule"]: item["message"] for item in json.loads(said)["documents"][0]["findings"]}
    assert found["TT951"] == "Đoạn có 70 chữ; nên không quá 30."


def test_its_rules_do_not_run_unasked(tmp_path: Path) -> None:
    _, said, _ = run(tmp_path, "check", "--format", "json", "a.txt", config="fail_on: loi\n")
    assert "TT951" not in said


def test_its_format_is_one_more_format(tmp_path: Path) -> None:
    code, said, error = run(tmp_path, "check", "--format", "mot-dong", "a.txt")
    assert code == 0, error
    assert "a.txt:1: TT951" in said.splitlines()
    assert said.splitlines()[-1] == "1"


def test_its_examples_are_run_like_any_others(tmp_path: Path) -> None:
    code, said, _ = run(tmp_path, "rules", "test", str(HERE / "goi_mau/goi_mau/quy_tac"))
    assert code == 0, said
    assert "2 ví dụ đã chạy, 0 không đạt" in said


def test_its_templates_are_offered_and_filled_when_the_configuration_names_the_package(tmp_path: Path) -> None:
    name = "don-vi/giay-moi-giao-ban"
    code, said, error = run(tmp_path, "templates", "list")
    assert code == 0, error
    assert f"{name} " in said
    code, said, error = run(tmp_path, "new", name, "--example", "-o", "moi.docx")
    assert code == 0, said + error
    assert (tmp_path / "moi.docx").stat().st_size > 5000
    code, said, _ = run(tmp_path, "rules", "validate")
    assert code == 0, said
    assert "giay-moi-giao-ban" in said


def test_its_templates_are_not_offered_unasked(tmp_path: Path) -> None:
    _, said, _ = run(tmp_path, "templates", "list", config="fail_on: loi\n")
    assert "giao-ban" not in said
    code, _, _ = run(tmp_path, "new", "don-vi/giay-moi-giao-ban", "--example", config="fail_on: loi\n")
    assert code == 2


def test_the_users_own_template_wins_over_the_packages(tmp_path: Path) -> None:
    mine = tmp_path / "mau/don-vi/giay-moi-giao-ban"
    shutil.copytree(HERE / "goi_mau/goi_mau/mau/don-vi/giay-moi-giao-ban", mine)
    spec = (mine / "mau.yaml").read_text(encoding="utf-8")
    (mine / "mau.yaml").write_text(spec.replace("của đơn vị", "của riêng tôi", 1), encoding="utf-8")
    _, said, _ = run(tmp_path, "templates", "list", config="goi: [goi-mau]\nthu_muc_mau: [mau]\n")
    assert "của riêng tôi" in said
    assert "của đơn vị" not in said


def test_a_package_that_is_not_there_is_a_mistake(tmp_path: Path) -> None:
    code, _, error = run(tmp_path, "check", "a.txt", config="goi: [goi-la]\n")
    assert code == 2
    assert "goi-la" in error
    assert "vanban-lint.yaml:1" in error
