"""Taking the program up: init, baseline, exceptions with reasons, only what a change brought, one's own rules."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from fixtures.own_rule import OWN_RULE
from test_process import run

TEXT = (Path(__file__).parents[2] / "rules/vi-du/hanh-chinh-cong-van.txt").read_text(encoding="utf-8")
#: One defect that every convention calls one: no zero before a number below ten.
OLD = TEXT.replace("Kính gửi:", "Kính gửi :")
NEW = OLD.replace("./.", ".", 1)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").write_text(OLD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("test_process.ROOT", tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2] / "src"))
    return tmp_path


def said(*args: str) -> Any:
    return json.loads(run("check", "--format", "json", "--exit-zero", *args).stdout)


def rules(*args: str) -> list[str]:
    return [finding["rule"] for finding in said(*args)["documents"][0]["findings"]]


def test_init_writes_what_the_program_reads_and_keeps_what_is_there(folder: Path) -> None:
    done = run("init")
    assert done.returncode == 0, done.stderr
    assert yaml.safe_load((folder / "vanban-lint.yaml").read_text(encoding="utf-8")) == {"fail_on": "loi"}
    hooks = yaml.safe_load((folder / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [hook["entry"] for hook in hooks["repos"][0]["hooks"]] == ["vanban-lint check"]
    assert rules("a.txt")
    (folder / "vanban-lint.yaml").write_text("ignore: [TT]\n", encoding="utf-8")
    again = run("init")
    assert "giữ nguyên" in again.stdout.decode()
    assert (folder / "vanban-lint.yaml").read_text(encoding="utf-8") == "ignore: [TT]\n"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_hooks_of_init_are_those_of_the_manifest(folder: Path, lang: str) -> None:
    """The local hooks call the same commands on the same files; the one that repairs is there to be uncommented."""
    manifest = (Path(__file__).parents[2] / "pre-commit-hooks.yaml").read_text(encoding="utf-8")
    listed = {hook["id"]: hook for hook in yaml.safe_load(manifest)}
    run("init", "--lang", lang)
    text = (folder / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    offered = re.sub(r"^      # (- id|  \w+:)", r"      \1", text, flags=re.M)
    hooks = yaml.safe_load(offered)["repos"][0]["hooks"]
    assert [hook["id"] for hook in hooks] == ["vanban-lint-fix", "vanban-lint"]
    for hook in hooks:
        assert hook["language"] == "system"
        for key in ("entry", "files", "exclude", "require_serial"):
            assert hook[key] == listed[hook["id"]][key]


def test_init_with_an_address_has_pre_commit_install_the_program(folder: Path) -> None:
    assert run("init", "--repo", "https://example.invalid/vanban-lint").returncode == 0
    (repo,) = yaml.safe_load((folder / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert repo["repo"] == "https://example.invalid/vanban-lint"
    assert repo["hooks"] == [{"id": "vanban-lint"}]


def test_every_setting_that_init_offers_is_one(folder: Path) -> None:
    run("init")
    text = (folder / "vanban-lint.yaml").read_text(encoding="utf-8")
    offered = "\n".join(line.removeprefix("# ") for line in text.splitlines() if ":" in line and "Mức" not in line)
    (folder / "vanban-lint.yaml").write_text(offered, encoding="utf-8")
    (folder / "tu-dien.dic").write_text("Krông\n", encoding="utf-8")
    (folder / "vanban-lint-baseline.json").write_text('{"schema": 1, "documents": {}}', encoding="utf-8")
    done = run("check", "a.txt")
    assert done.returncode in {0, 1}, done.stderr.decode()


def test_a_baseline_hides_the_old_and_shows_the_new(folder: Path) -> None:
    before = rules("a.txt")
    assert run("baseline", "write", ".").returncode == 0
    assert rules("--baseline", "vanban-lint-baseline.json", "a.txt") == []
    (folder / "a.txt").write_text("\n" + NEW, encoding="utf-8")
    new = rules("--baseline", "vanban-lint-baseline.json", "a.txt")
    assert new
    assert not set(new) & set(before)
    done = run("baseline", "check", "a.txt", "--select", ",".join(new))
    assert new[0] in done.stdout.decode()


def test_a_baseline_names_its_entries_that_are_no_longer_true(folder: Path) -> None:
    run("baseline", "write", ".")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    idle = said("--baseline", "vanban-lint-baseline.json", "a.txt")["summary"]["idle_suppressions"]
    assert idle
    assert all(request.startswith("vanban-lint-baseline.json: ") for request in idle)


def test_the_configuration_can_name_the_baseline(folder: Path) -> None:
    run("baseline", "write", ".")
    (folder / "vanban-lint.yaml").write_text("tep_nen: vanban-lint-baseline.json\n", encoding="utf-8")
    assert rules("a.txt") == []


def test_a_baseline_is_not_overwritten_unasked(folder: Path) -> None:
    assert run("baseline", "write", ".").returncode == 0
    assert run("baseline", "write", ".").returncode == 2
    assert run("baseline", "write", ".", "--force").returncode == 0


@pytest.mark.parametrize("text", ["", "[]", '{"schema": 2, "documents": {}}', '{"schema": 1, "documents": {"a": []}}'])
def test_what_is_no_baseline_is_refused(folder: Path, text: str) -> None:
    (folder / "b.json").write_text(text, encoding="utf-8")
    done = run("check", "--baseline", "b.json", "a.txt")
    assert done.returncode == 2
    assert "b.json" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_an_ignore_file_hides_with_a_reason_and_tells_what_it_does_not(folder: Path) -> None:
    (rule, *_) = rules("a.txt")
    lines = f"# chú thích\n*.txt: {rule}  # văn thư đã đồng ý\na.txt: BC204 # không có\n"
    if not any(entry == "BC204" for entry in rules("a.txt")):
        lines = lines.replace("BC204", "BC101")
    (folder / ".vanban-lint-ignore").write_text(lines, encoding="utf-8")
    whole = said("a.txt")
    assert rule not in [finding["rule"] for finding in whole["documents"][0]["findings"]]
    assert {item["reason"] for item in whole["documents"][0]["suppressed"]} == {"văn thư đã đồng ý"}
    assert whole["summary"]["idle_suppressions"] == [".vanban-lint-ignore: a.txt: BC101"]
    assert "không còn ẩn gì" in run("check", "a.txt").stdout.decode()


@pytest.mark.parametrize("line", ["*.txt: TT1", "*.txt # vì sao", ": TT1 # vì sao", "*.txt: TTT # vì sao"])
def test_a_line_of_an_ignore_file_that_says_too_little_is_refused(folder: Path, line: str) -> None:
    (folder / ".vanban-lint-ignore").write_text(f"\n{line}\n", encoding="utf-8")
    done = run("check", "a.txt")
    assert done.returncode == 2
    assert ".vanban-lint-ignore:2" in done.stderr.decode()


def test_an_exception_that_hides_something_in_another_file_is_in_use(folder: Path) -> None:
    (rule, *_) = rules("a.txt")
    (folder / "b.txt").write_text(TEXT, encoding="utf-8")
    (folder / ".vanban-lint-ignore").write_text(f"*.txt: {rule} # lý do\n", encoding="utf-8")
    assert said("a.txt", "b.txt")["summary"]["idle_suppressions"] == []


def git(*words: str) -> None:
    names = ("-c", "user.name=a", "-c", "user.email=a@example.invalid", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *names, *words], check=True, capture_output=True)


def test_diff_only_reports_what_the_change_brought_in(folder: Path) -> None:
    git("init", "-q")
    git("add", "a.txt")
    git("commit", "-qm", "một")
    before = rules("a.txt")
    assert rules("--diff-only", "HEAD", "a.txt") == []
    (folder / "a.txt").write_text("\n" + NEW, encoding="utf-8")
    brought = rules("--diff-only", "HEAD", "a.txt")
    assert brought
    assert sorted([*before, *brought]) == sorted(rules("a.txt"))
    (folder / "mới.txt").write_text(OLD, encoding="utf-8")
    assert rules("--diff-only", "HEAD", "mới.txt") == before


def test_diff_only_needs_a_repository_and_a_revision(folder: Path) -> None:
    outside = run("check", "--diff-only", "HEAD", "a.txt", GIT_CEILING_DIRECTORIES=str(folder.parent))
    assert outside.returncode == 2
    assert "kho git" in outside.stderr.decode()
    git("init", "-q")
    missing = run("check", "--diff-only", "nhánh-không-có", "a.txt")
    assert missing.returncode == 2
    assert "nhánh-không-có" in missing.stderr.decode()


def test_rules_of_ones_own_are_tried(folder: Path) -> None:
    (folder / "quy-tac").mkdir()
    file = folder / "quy-tac/rieng.yaml"
    file.write_text(OWN_RULE, encoding="utf-8")
    done = run("rules", "test", "quy-tac")
    assert done.returncode == 0, (done.stdout + done.stderr).decode()
    assert "1 quy tắc, 2 ví dụ đã chạy, 0 không đạt" in done.stdout.decode()
    file.write_text(OWN_RULE.replace("⟦gấp⟧ kết", "gấp ⟦kết⟧"), encoding="utf-8")
    failed = run("rules", "test", str(file))
    assert failed.returncode == 1
    assert "TT901-khong_dat-1" in failed.stdout.decode()
    file.write_text(OWN_RULE.replace("check: pattern", "check: patern"), encoding="utf-8")
    assert run("rules", "test", "quy-tac").returncode == 2


def test_a_folder_without_rules_is_a_mistake(folder: Path) -> None:
    done = run("rules", "test", ".")
    assert done.returncode == 2
    assert "quy tắc" in done.stderr.decode()


def test_doctor_tells_what_is_there_and_what_is_missing() -> None:
    said = run("doctor", PATH="").stdout.decode()
    assert "✓ lxml" in said
    assert "✗ LibreOffice: không có" in said
    assert ".doc" in said
