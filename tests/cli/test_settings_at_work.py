"""What a configuration says, seen in the reports: severities, profiles, dictionaries; one converter a batch."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from fixtures.docx import build
from test_process import DRAFT, ROOT, run

LETTER = (ROOT / "rules/vi-du/hanh-chinh-cong-van.txt").read_text(encoding="utf-8")


def said(folder: Path, *args: str, **environment: str) -> dict[str, Any]:
    done = run("check", "--format", "json", "--no-cache", "--exit-zero", *args, str(folder), **environment)
    assert done.returncode == 0, done.stderr.decode()
    return {Path(entry["path"]).name: entry for entry in json.loads(done.stdout)["documents"]}


def test_a_severity_is_overridden_in_the_report_and_in_the_exit_code(tmp_path: Path) -> None:
    shutil.copy(DRAFT, tmp_path / "a.docx")
    levels = {item["rule"]: item["severity"] for item in said(tmp_path)["a.docx"]["findings"]}
    assert levels["TT125"] == "loi"
    config = tmp_path / "vanban-lint.yaml"
    config.write_text("select: [TT125]\nmuc_do: {TT125: goi_y}\n", encoding="utf-8")
    (finding,) = said(tmp_path)["a.docx"]["findings"]
    assert (finding["rule"], finding["severity"]) == ("TT125", "goi_y")
    assert run("check", str(tmp_path)).returncode == 0
    config.write_text("select: [TT125]\n", encoding="utf-8")
    assert run("check", str(tmp_path)).returncode == 1
    assert run("check", "--exit-zero", str(tmp_path)).returncode == 0


def test_each_folder_is_judged_by_its_own_profile(tmp_path: Path) -> None:
    for folder in ("đảng", "chính quyền"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"{folder}.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "vanban-lint.yaml").write_text(
        'theo_tep:\n  - {tep: "đảng/*", profile: dang/cong-van}\n', encoding="utf-8"
    )
    entries = said(tmp_path)
    assert entries["đảng.txt"]["profile"] == "dang/cong-van"
    assert entries["chính quyền.txt"]["profile"].startswith("hanh-chinh")
    assert entries["đảng.txt"]["findings"] != entries["chính quyền.txt"]["findings"] == []


def test_personal_and_agency_dictionaries_are_both_heeded(tmp_path: Path) -> None:
    text = LETTER.replace("Nội dung tuyên truyền", "Nội dung tuyênk truyềnk", 1)
    assert text != LETTER
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")

    def words() -> set[str]:
        return {item["text"] for item in said(tmp_path)["a.txt"]["findings"] if item["rule"].startswith("CT")}

    assert words() == {"tuyênk", "truyềnk"}
    (tmp_path / "cá nhân.dic").write_text("1\ntuyênk/A\n", encoding="utf-8")
    (tmp_path / "cơ quan.dic").write_text("truyềnk\n", encoding="utf-8")
    config = tmp_path / "vanban-lint.yaml"
    config.write_text("tu_dien: [cá nhân.dic]\n", encoding="utf-8")
    assert words() == {"truyềnk"}
    config.write_text("tu_dien: [cá nhân.dic, cơ quan.dic]\n", encoding="utf-8")
    assert words() == set()


FAKE = """#!{python}
import pathlib, shutil, sys
with open({log!r}, "a") as log:
    log.write("call\\n")
target = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
target.mkdir(parents=True, exist_ok=True)
for name in sys.argv[sys.argv.index("--outdir") + 2:]:
    shutil.copy({docx!r}, target / (pathlib.Path(name).stem + ".docx"))
"""


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a script with a first line")
def test_one_libreoffice_serves_a_whole_batch(tmp_path: Path) -> None:
    """A stand-in that counts its calls: starting the real one takes most of the time of a conversion."""
    made = build(LETTER, tmp_path / "mẫu.docx", "hanh-chinh")
    programs, folder = tmp_path / "bin", tmp_path / "hồ sơ"
    programs.mkdir()
    folder.mkdir()
    log = tmp_path / "calls"
    fake = programs / "soffice"
    fake.write_text(FAKE.format(python=sys.executable, log=str(log), docx=str(made)), encoding="utf-8")
    fake.chmod(0o755)
    for number in range(12):
        (folder / f"văn bản {number:02d}.odt").write_bytes(b"PK\x03\x04 old")
    entries = said(folder, "--all-formats", PATH=f"{programs}:/usr/bin:/bin")
    assert len(entries) == 12
    assert log.read_text(encoding="utf-8") == "call\n"
