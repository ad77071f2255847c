"""The first hour of somebody who has nothing but the wheel: install, init, a bad draft, the report, repair, commit.

The real thing: the wheel is built, installed with pip into a new environment, and git and pre-commit are run as the
page for keepers of repositories tells it (docs/kho-van-ban.md). Needs the package index, as pre-commit itself does.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fixtures.docx import build

ROOT = Path(__file__).parents[2]
GOOD = (ROOT / "rules/vi-du/dang-chi-thi.txt").read_text(encoding="utf-8")
DRAFT = "dự thảo chỉ thị.docx"

pytestmark = pytest.mark.skipif(shutil.which("git") is None or sys.platform == "win32", reason="needs git and a shell")


class Stranger:
    """Somebody's machine: a home of its own, an environment with the wheel, an empty folder."""

    def __init__(self, place: Path) -> None:
        self.folder = place / "kho công văn"
        self.folder.mkdir()
        self._programs = place / "v" / "bin"
        kept = {key: os.environ[key] for key in ("PIP_CONFIG_FILE", "PIP_INDEX_URL", "LANG") if key in os.environ}
        names = {
            f"GIT_{who}_{what}": "a@example.invalid" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
        }
        self._environment = {**kept, **names, "HOME": str(place), "PATH": f"{self._programs}:/usr/bin:/bin"}

    def __call__(self, *words: str) -> tuple[int, str]:
        """Exit code of a command, and all that it said."""
        done = subprocess.run(words, cwd=self.folder, env=self._environment, capture_output=True)
        return done.returncode, (done.stdout + done.stderr).decode()

    def well(self, *words: str) -> str:
        code, said = self(*words)
        assert code == 0, said
        return said


@pytest.fixture(scope="module")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Stranger:
    pytest.importorskip("hatchling")
    place = tmp_path_factory.mktemp("máy lạ")
    pip = [sys.executable, "-m", "pip", "wheel", str(ROOT), "--no-deps", "--no-build-isolation", "-q", "-w", str(place)]
    subprocess.run(pip, check=True)
    (wheel,) = place.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", str(place / "v")], check=True)
    subprocess.run([place / "v/bin/pip", "install", "-q", str(wheel), "pre-commit"], check=True, capture_output=True)
    return Stranger(place)


def draft(text: str, folder: Path) -> None:
    build(text, folder / DRAFT, "dang")


def test_from_the_wheel_to_a_good_commit(stranger: Stranger) -> None:
    said = stranger.well("vanban-lint", "init")
    assert "pre-commit install" in said  # each step names the next
    stranger.well("git", "init", "-q")
    stranger.well("pre-commit", "install")

    faulty = GOOD.replace("Số 15-CT/TU", "Số: 15 -CT/TU", 1).replace("\n2. ", "\n1. ", 1)
    assert faulty.count("\n1. ") == 2
    draft(faulty, stranger.folder)
    stranger.well("git", "add", ".")
    code, said = stranger("git", "commit", "-m", "dự thảo")
    assert code != 0
    assert "Traceback" not in said
    assert DRAFT in said
    assert "TT125" in said
    assert "BC101" in said
    assert "Hướng dẫn" in said  # the clause
    assert "vanban-lint fix" in said
    assert "vanban-lint explain" in said

    said = stranger.well("vanban-lint", "fix", "--in-place", "--direct", DRAFT)
    assert "TT125" in said
    stranger.well("git", "add", ".")
    code, said = stranger("git", "commit", "-m", "dự thảo")
    assert code != 0  # what only a person knows
    assert "TT125" not in said
    assert "BC101" in said

    draft(GOOD, stranger.folder)
    stranger.well("git", "add", ".")
    assert "Passed" in stranger.well("git", "commit", "-m", "chỉ thị")
    assert DRAFT in stranger.well("git", "-c", "core.quotepath=off", "ls-tree", "--name-only", "HEAD")


def test_a_pdf_says_what_to_install_where_the_reader_is_missing(stranger: Stranger) -> None:
    (stranger.folder / "quét.pdf").write_bytes(b"%PDF-1.4\n")
    code, said = stranger("vanban-lint", "check", "quét.pdf")
    assert code == 2
    assert "pip install vanban-lint[pdf]" in said
    assert "✗ pypdf" in stranger.well("vanban-lint", "doctor")
