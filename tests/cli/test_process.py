"""The program as a process: bytes on its streams, not what a runner makes of them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from vanban_lint.cli.output import Progress, style

ROOT = Path(__file__).parents[2]
DRAFT = str(ROOT / "examples/du-thao-chi-thi.docx")


def run(*args: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "vanban_lint", *args],
        input=stdin,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "VANBAN_LINT_LANG": "", **environment},
    )


def test_vietnamese_survives_a_console_that_cannot_hold_it() -> None:
    """A Windows code page: the output is UTF-8 all the same, without escapes and question marks."""
    done = run("check", DRAFT, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    said = done.stdout.decode("utf-8")
    assert done.returncode == 1
    assert "Chỉ thị · văn bản của Đảng" in said
    assert "\\u" not in said


def test_a_mistake_in_vietnamese_survives_it_too() -> None:
    done = run("chek", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert done.returncode == 2
    assert "lỗi: không có lệnh" in done.stderr.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_file_name_that_is_no_text_stops_nothing(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/v\xff\x1b[31m.docx"
    Path(os.fsdecode(name)).write_bytes(Path(DRAFT).read_bytes())
    target = tmp_path / "ket-qua.json"
    done = run("check", "--exit-zero", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert b"\x1b" not in done.stdout
    assert run("check", "--exit-zero", "--format", "json", "-o", str(target), str(tmp_path)).returncode == 0
    assert json.loads(target.read_text(encoding="utf-8"))["summary"]["documents"] == 1


def test_nothing_is_painted_into_a_pipe() -> None:
    done = run("check", DRAFT, DRAFT)
    assert b"\x1b" not in done.stdout + done.stderr


def test_a_word_file_comes_through_standard_input() -> None:
    done = run("check", "--format", "json", "-", stdin=Path(DRAFT).read_bytes())
    assert done.returncode == 1
    assert json.loads(done.stdout)["documents"][0]["ten_loai"] == "CT"


def test_a_reader_that_leaves_early_is_no_error() -> None:
    """``vanban-lint rules | head -1``."""
    with subprocess.Popen(
        [sys.executable, "-m", "vanban_lint", "rules"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_the_tab_key_knows_commands_and_rules() -> None:
    done = run(_VANBAN_LINT_COMPLETE="bash_complete", COMP_WORDS="vanban-lint expl", COMP_CWORD="1")
    assert done.stdout == b"plain,explain\n"
    done = run(_VANBAN_LINT_COMPLETE="bash_complete", COMP_WORDS="vanban-lint explain TT12", COMP_CWORD="2")
    assert b"plain,TT120\n" in done.stdout


class _Terminal:
    """A stream that says it is a terminal and keeps what is written."""

    def __init__(self) -> None:
        self.written = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> None:
        self.written += text

    def flush(self) -> None:
        pass


def test_the_bar_shows_on_a_terminal_and_leaves_nothing() -> None:
    terminal = _Terminal()
    progress = Progress(4, "vi", terminal)  # type: ignore[arg-type]
    progress.show(2, "thu-muc/b.docx")
    assert "2/4" in terminal.written
    assert "b.docx" in terminal.written
    progress.clear()
    assert terminal.written.endswith("\r\x1b[K")


@pytest.mark.parametrize(
    ("environment", "painted"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colour_is_for_terminals_that_want_it(
    environment: dict[str, str], painted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", _Terminal())
    assert style("vi").color == painted
    assert not style("vi", output="ket-qua.txt").color


def test_one_document_needs_no_bar() -> None:
    terminal = _Terminal()
    Progress(1, "vi", terminal).show(0, "a.docx")  # type: ignore[arg-type]
    assert terminal.written == ""
