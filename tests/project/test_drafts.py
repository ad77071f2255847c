"""The bundled drafts are what their script builds, and they are as wrong as it says."""

import runpy
import zipfile
from pathlib import Path

import pytest

from vanban_lint.api import check

EXAMPLES = Path(__file__).parents[2] / "examples"
BUILD = runpy.run_path(str(EXAMPLES / "build.py"))


@pytest.mark.parametrize("name", BUILD["DRAFTS"])
def test_the_file_is_what_the_script_builds(name: str, tmp_path: Path) -> None:
    """Members are compared, not the archive: another zlib may pack the same bytes otherwise."""
    BUILD["save"](BUILD["DRAFTS"][name](), tmp_path / name)
    with zipfile.ZipFile(tmp_path / name) as built, zipfile.ZipFile(EXAMPLES / name) as kept:
        assert built.namelist() == kept.namelist()
        for member in ("word/document.xml", "docProps/core.xml"):
            assert built.read(member) == kept.read(member)


@pytest.mark.parametrize(
    ("name", "regime", "ten_loai", "least"),
    [("du-thao-chi-thi.docx", "dang", "CT", 10), ("du-thao-quyet-dinh.docx", "hanh-chinh", "QĐ", 8)],
)
def test_the_drafts_are_understood_and_have_many_findings(name: str, regime: str, ten_loai: str, least: int) -> None:
    report = check(str(EXAMPLES / name))
    assert (report.structure.regime.value, report.structure.ten_loai.value) == (regime, ten_loai)
    assert len(report.findings) >= least
    assert not report.crashed
