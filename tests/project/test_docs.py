"""The documentation holds what it says: the site builds without a broken link, the CI examples run."""

from __future__ import annotations

import re
import shlex
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from vanban_lint.readers.converted import office
from vanban_lint.template.load import find_all

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/kho-van-ban.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def commands(value: Any) -> list[str]:
    """Every vanban-lint command in a CI file, wherever it stands."""
    if isinstance(value, dict):
        return [line for item in value.values() for line in commands(item)]
    if isinstance(value, list):
        return [line for item in value for line in commands(item)]
    return [value] if isinstance(value, str) and value.startswith("vanban-lint ") else []


CI = [line for block in BLOCKS for line in commands(yaml.safe_load(block))]


def test_both_ci_examples_call_the_program() -> None:
    assert len(CI) == 2


@pytest.mark.parametrize("line", CI)
def test_a_ci_command_runs_in_a_repository(line: str, tmp_path: Path) -> None:
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.invalid", "-c", "commit.gpgsign=false"]
    subprocess.run([*git, "init", "-q", "-b", "main"], cwd=tmp_path, check=True)
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "một"], cwd=tmp_path, check=True)
    subprocess.run([*git, "update-ref", "refs/remotes/origin/main", "HEAD"], cwd=tmp_path, check=True)
    shutil.copy(ROOT / "examples/du-thao-chi-thi.docx", tmp_path)
    words = shlex.split(line.replace("${{ github.base_ref }}", "main"))
    environment = {"PYTHONPATH": str(ROOT / "src"), "PATH": "/usr/bin:/bin:/usr/local/bin"}
    done = subprocess.run(
        [sys.executable, "-m", "vanban_lint", *words[1:]], cwd=tmp_path, env=environment, capture_output=True
    )
    assert done.returncode == 1, done.stderr.decode()
    target = next(word.partition(":")[2] for word in words if ":" in word and not word.startswith("origin"))
    assert (tmp_path / target).stat().st_size > 1000


def test_the_hook_of_the_page_is_one_of_ours() -> None:
    (hooks,) = [yaml.safe_load(block) for block in BLOCKS if block.startswith("repos:")]
    known = {hook["id"] for hook in yaml.safe_load((ROOT / "pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    assert {hook["id"] for repo in hooks["repos"] for hook in repo["hooks"]} <= known


def test_the_site_builds_without_a_broken_link(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs", reason="needs mkdocs, which the extra 'dev' brings")
    pytest.importorskip("material", reason="needs mkdocs-material")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    reference = (tmp_path / "site/tham-khao-quy-tac.html").read_text(encoding="utf-8")
    assert 'id="tt120"' in reference
    assert "Hướng dẫn 36-HD/VPTW" in reference
    require_gallery(tmp_path / "site")


def require_gallery(site: Path) -> None:
    """Every template is shown, and with a picture where LibreOffice and poppler are; else the page says that not."""
    page = (site / "thu-vien-mau.html").read_text(encoding="utf-8")
    assert all(f"<code>{name}</code>" in page for name in find_all())
    if shutil.which("pdftoppm") is None or office() is None:
        assert "không có hình" in page
        return
    pictures = sorted((site / "anh-mau").glob("*.png"))
    assert {picture.stem for picture in pictures} == {name.replace("/", "-") for name in find_all()}
    for picture in pictures:
        data = picture.read_bytes()
        assert 10_000 < len(data) < 80_000, picture.name
        assert struct.unpack(">II", data[16:24])[0] == 340
        assert f'src="anh-mau/{picture.name}"' in page


def test_the_site_builds_without_the_helpers_of_the_gallery(tmp_path: Path) -> None:
    """No LibreOffice and no poppler on the path: names without pictures, and the page says why."""
    pytest.importorskip("mkdocs", reason="needs mkdocs, which the extra 'dev' brings")
    pytest.importorskip("material", reason="needs mkdocs-material")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-v", "-d", str(tmp_path / "site")]
    environment = {"PYTHONPATH": str(ROOT / "src"), "PATH": str(tmp_path), "HOME": str(tmp_path)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "gallery without pictures: LibreOffice is not installed" in done.stdout + done.stderr
    assert "không có hình" in (tmp_path / "site/thu-vien-mau.html").read_text(encoding="utf-8")
    assert "no pictures" in (tmp_path / "site/en/gallery.html").read_text(encoding="utf-8")
