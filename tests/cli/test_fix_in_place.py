"""``fix`` over several files in place, as the hook calls it, and ``rules validate`` over folders of both kinds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from test_process import DRAFT, ROOT, run

HOOK = ("fix", "--in-place", "--exit-non-zero-on-fix")


@pytest.fixture
def drafts(tmp_path: Path) -> list[str]:
    """Two drafts with certain repairs, and between them a file that is no document."""
    names = [str(tmp_path / name) for name in ("dự thảo 1.docx", "hỏng.docx", "dự thảo 2.docx")]
    for name in names:
        shutil.copy(DRAFT, name)
    Path(names[1]).write_bytes(b"PK\x03\x04 not a zip")
    return names


def test_one_bad_file_does_not_keep_the_others_from_repair(drafts: list[str]) -> None:
    done = run(*HOOK, *drafts)
    assert done.returncode == 2
    assert "hỏng.docx" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    before = Path(DRAFT).read_bytes()
    assert [Path(name).read_bytes() == before for name in drafts] == [False, False, False]
    assert Path(drafts[1]).read_bytes() == b"PK\x03\x04 not a zip"


def test_the_second_run_finds_nothing_and_writes_nothing(drafts: list[str]) -> None:
    good = [drafts[0], drafts[2]]
    assert run(*HOOK, *good).returncode == 1
    times = [Path(name).stat().st_mtime_ns for name in good]
    again = run(*HOOK, *good)
    assert again.returncode == 0, again.stdout.decode() + again.stderr.decode()
    assert [Path(name).stat().st_mtime_ns for name in good] == times


def test_repairing_is_no_failure_unless_asked(drafts: list[str]) -> None:
    assert run("fix", "--in-place", drafts[0], drafts[2]).returncode == 0


def test_several_files_have_no_one_output(drafts: list[str]) -> None:
    done = run("fix", "-o", "ra.docx", *drafts)
    assert done.returncode == 2
    assert "--in-place" in done.stderr.decode()


def test_a_look_at_several_files_names_each_and_writes_none(drafts: list[str]) -> None:
    done = run("fix", "--diff", drafts[0], drafts[2])
    assert done.returncode == 1
    said = done.stdout.decode()
    assert [name in said for name in (drafts[0], drafts[2])] == [True, True]
    assert Path(drafts[0]).read_bytes() == Path(DRAFT).read_bytes()


def test_a_file_of_a_template_stands_for_it(tmp_path: Path) -> None:
    template = tmp_path / "mẫu/giấy mời"
    shutil.copytree(ROOT / "templates/hanh-chinh/giay-moi", template)
    good = run("rules", "validate", str(template / "mau.docx"))
    assert good.returncode == 0, good.stderr.decode()
    assert "giấy mời" in good.stdout.decode()
    spec = (template / "mau.yaml").read_text(encoding="utf-8")
    (template / "mau.yaml").write_text(spec.replace("  chu_tri: {", "  chu_toa: {", 1), encoding="utf-8")
    assert run("rules", "validate", str(tmp_path / "mẫu")).returncode == 1


def test_nothing_to_validate_is_said(tmp_path: Path) -> None:
    (tmp_path / "trống").mkdir()
    done = run("rules", "validate")
    assert done.returncode == 0
    assert "thư mục" in done.stdout.decode()
