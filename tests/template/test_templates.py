"""Every bundled template: built as the script builds it, and silent under all rules when filled."""

from __future__ import annotations

import io
import runpy
import zipfile
from pathlib import Path

import pytest
from docx import Document
from ooxml.validators import faults
from template.samples import NAMES, TODAY, example, judged, maker, template

from vanban_lint.template.lint import problems
from vanban_lint.template.load import templates_root

BUILD = runpy.run_path(str(templates_root() / "build.py"))
#: Types that the two guides of the Party and Phụ lục III of Nghị định 30 name.
PARTY = """
nghi-quyet quyet-dinh chi-thi ket-luan quy-che quy-dinh thong-tri huong-dan thong-bao bao-cao ke-hoach chuong-trinh
de-an to-trinh cong-van bien-ban giay-moi
""".split()
STATE = """
nghi-quyet quyet-dinh quyet-dinh-ban-hanh-quy-che chi-thi quy-che quy-dinh thong-cao thong-bao huong-dan chuong-trinh
ke-hoach phuong-an de-an du-an bao-cao bien-ban to-trinh hop-dong cong-van cong-dien ban-ghi-nho ban-thoa-thuan
giay-uy-quyen giay-moi giay-gioi-thieu giay-nghi-phep phieu-gui phieu-chuyen phieu-bao phieu-trinh thu-cong ket-luan
""".split()


def test_every_type_has_its_template() -> None:
    wanted = {f"dang/{name}" for name in PARTY} | {f"hanh-chinh/{name}" for name in STATE}
    assert wanted <= set(NAMES)


def members(data: bytes) -> dict[str, bytes]:
    """Members are compared, not the archive: another zlib may pack the same bytes otherwise."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_what_the_script_builds(name: str) -> None:
    folder = template(name).folder
    assert members(BUILD["build"](folder)) == members((folder / "mau.docx").read_bytes())


@pytest.mark.parametrize("name", NAMES)
def test_the_filled_example_is_flawless(name: str) -> None:
    report = judged(example(name))
    assert [(finding.rule, finding.text, finding.message) for finding in report.findings] == []
    assert report.gaps == ()
    assert report.document.unread == ()
    chosen = template(name)
    assert (report.structure.regime.value, report.structure.ten_loai.value) == (chosen.regime, chosen.kind)


@pytest.mark.parametrize("name", NAMES)
def test_the_template_itself_is_good(name: str) -> None:
    assert [(problem.key, problem.params) for problem in problems(template(name), TODAY)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_validator_passes_the_template_and_its_example(name: str, tmp_path: Path) -> None:
    filled = tmp_path / "x.docx"
    filled.write_bytes(example(name))
    assert not any(faults([template(name).file, filled]))


@pytest.mark.parametrize("name", NAMES)
def test_word_structure_is_true(name: str) -> None:
    document = Document(io.BytesIO(example(name)))
    section = document.sections[0]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header.paragraphs[0]._p.xml
    used = [paragraph.style.style_id for paragraph in document.paragraphs[:-1] if paragraph.text]
    assert used
    assert all(style.startswith("VB") for style in used)
    for table in document.tables:
        assert all(row._tr.trPr.find(f"{{{row._tr.nsmap['w']}}}cantSplit") is not None for row in table.rows)


def test_the_same_data_give_the_same_bytes() -> None:
    assert maker("dang/chi-thi").make(template("dang/chi-thi").example) == example("dang/chi-thi")


@pytest.mark.parametrize("name", ["dang/chi-thi", "dang/to-trinh", "dang/quyet-dinh", "dang/cong-van"])
def test_the_older_guide_has_its_own_marks(name: str) -> None:
    """Before 27 May 2026 Hướng dẫn 36 holds: commas in lists and after the last ground, "Kính gửi" in a tờ trình."""
    data = dict(template(name).example) | {"ngay": "2025-09-08"}
    made = maker(name).make(data)
    layout = [
        finding.rule for finding in judged(made).findings if finding.rule.startswith(("TT4", "TT23", "TT22", "KT"))
    ]
    assert layout == []
    lines = [paragraph.text for table in Document(io.BytesIO(made)).tables for paragraph in table.cell(0, 0).paragraphs]
    receivers = [line for line in lines if line.startswith("- ")]
    assert receivers[-1].endswith(".")
    assert all(line.endswith(",") for line in receivers[:-1])
