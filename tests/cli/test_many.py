"""``check`` over many files, as a process: several workers, the cache, several results at once."""

import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from test_process import DRAFT, ROOT, run

NAMES = [f"văn bản {i:02d}.docx" for i in range(7)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    there = tmp_path / "hồ sơ"
    there.mkdir()
    for name in NAMES:
        shutil.copy(DRAFT, there / name)
    (there / "hỏng.docx").write_bytes(b"PK\x03\x04 not a zip")
    return there


def check(folder: Path, *args: str, **environment: str) -> Any:
    environment.setdefault("VANBAN_LINT_CACHE", str(folder.parent / "kho"))
    done = run("check", "--format", "json", *args, str(folder), **environment)
    assert done.returncode == 2, done.stderr.decode()  # because of the broken file
    return json.loads(done.stdout)


def test_processes_and_cache_change_nothing(folder: Path) -> None:
    alone = check(folder, "-j", "1", "--no-cache")
    assert [Path(entry["path"]).name for entry in alone["documents"]] == sorted([*NAMES, "hỏng.docx"])
    cold = check(folder, "-j", "2")
    assert (folder.parent / "kho/results.sqlite3").exists()
    warm = check(folder, "-j", "2")
    assert alone == cold == warm


def test_the_cache_is_really_asked_and_knows_what_changed(folder: Path) -> None:
    first = check(folder)
    (folder / NAMES[0]).write_bytes((ROOT / "examples/du-thao-chi-thi.docx").read_bytes()[:200])
    (folder / NAMES[1]).rename(folder / "khác.docx")
    second = check(folder)
    assert second["summary"]["unreadable"] == 2
    assert sum(len(entry["findings"]) for entry in second["documents"]) < sum(
        len(entry["findings"]) for entry in first["documents"]
    )
    assert check(folder, "--ignore", "TT")["summary"]["loi"] < second["summary"]["loi"]


def test_a_table_and_the_pace_end_a_run(folder: Path) -> None:
    (folder / "tốt.txt").write_text((ROOT / "rules/vi-du/dang-chi-thi.txt").read_text(encoding="utf-8"), "utf-8")
    environment = {"VANBAN_LINT_CACHE": str(folder.parent / "kho")}
    cold = run("check", str(folder), **environment)
    head, *rows, good = cold.stdout.decode().rpartition("tệp nhiều chỗ sai nhất")[2].splitlines()[: len(NAMES) + 2]
    assert head.split() == ["lỗi", "cảnh", "báo", "gợi", "ý"]
    assert [Path(row.split(".docx")[0]).name.strip() for row in rows] == [name.removesuffix(".docx") for name in NAMES]
    assert good.strip() == f"1 trong {len(NAMES) + 2} tệp không bị báo gì"
    assert "hỏng.docx" in cold.stdout.decode().rpartition("tệp không bị báo gì")[2]
    said = cold.stderr.decode()
    assert f"{len(NAMES) + 2} tệp trong" in said
    assert "lấy kết quả lần trước" not in said
    warm = run("check", str(folder), **environment)
    assert warm.stdout == cold.stdout
    assert f"{len(NAMES) + 1} tệp không đổi lấy kết quả lần trước" in warm.stderr.decode()


def test_no_cache_leaves_nothing_behind(folder: Path) -> None:
    check(folder, "--no-cache")
    assert not (folder.parent / "kho").exists()


def test_a_time_limit_gives_up_a_file_and_not_the_run(folder: Path) -> None:
    done = check(folder, "--no-cache", "--time-limit", "300")
    assert done["summary"]["unreadable"] == 1


def test_several_results_at_once(folder: Path) -> None:
    out = folder.parent
    args = ["--output-file", str(out / "kq.html"), "--output-file", f"sarif:{out / 'kq.json'}", "--statistics"]
    done = run("check", *args, str(folder), VANBAN_LINT_CACHE=str(out / "kho"))
    assert "theo quy tắc" in done.stdout.decode()
    assert json.loads((out / "kq.json").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (out / "kq.html").read_text(encoding="utf-8").count('<section class="document">') == len(NAMES) + 1


def test_a_file_name_that_tells_no_format_is_refused(folder: Path) -> None:
    done = run("check", "--output-file", str(folder / "kq.xyz"), DRAFT)
    assert done.returncode == 2
    assert "DẠNG:TỆP" in done.stderr.decode()
    assert not (folder / "kq.xyz").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to a child there")
def test_ctrl_c_leaves_no_worker_and_no_half_file(folder: Path) -> None:
    target = folder.parent / "kq.json"
    for i in range(60):
        shutil.copy(DRAFT, folder / f"thêm {i}.docx")
    command = [sys.executable, "-m", "vanban_lint", "check", "--no-cache", "--format", "json", "-o", str(target)]
    process = subprocess.Popen(
        [*command, str(folder)], cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, start_new_session=True
    )
    time.sleep(1.0)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in said.decode()
    assert not target.exists()
    assert list(folder.parent.glob(".kq.json*")) == []
