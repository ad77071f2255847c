"""Many drafts: every row is told, a bad one stops nothing, names are safe."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from openpyxl import Workbook
from template.samples import TODAY, example, template

from vanban_lint.config import Settings
from vanban_lint.errors import ConfigError
from vanban_lint.template.batch import Batch, file_name, read_rows
from vanban_lint.template.new import Maker

DIRECTIVE = "dang/chi-thi"


def job(folder: Path, pattern: str | None = "{so}-{ky_hieu}", settings: Settings | None = None) -> Batch:
    return Batch(Maker(template(DIRECTIVE), TODAY), folder, pattern, template(DIRECTIVE).example, settings)


def test_a_bad_row_stops_nothing(tmp_path: Path) -> None:
    batch = job(tmp_path, settings=Settings(today=TODAY))
    rows = [{"so": 15}, {"so": "x"}, {"so": 16, "trich_yeu": "về khẳn trương thực hiện"}, {"so": 15}]
    found = list(batch.run(rows))
    assert [row.file for row in found] == ["15-TU.docx", None, "16-TU.docx", None]
    assert [row.problem.key for row in found if row.problem] == ["template.want_number", "batch.same_name"]
    assert (batch.good, batch.bad, batch.found) == (2, 2, 1)
    assert (tmp_path / "15-TU.docx").read_bytes() == example(DIRECTIVE)
    with batch.write_report("vi").open(encoding="utf-8-sig", newline="") as file:
        told = list(csv.DictReader(file))
    assert [line["tep"] for line in told] == ["15-TU.docx", "", "16-TU.docx", ""]
    assert "“x”" in told[1]["loi"]
    assert "CT102" in told[2]["can_xem_lai"]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "15-TU.docx").write_bytes(b"x")
    (row,) = job(tmp_path).run([{"so": 15}])
    assert row.problem is not None
    assert (tmp_path / "15-TU.docx").read_bytes() == b"x"


def test_the_three_kinds_of_tables_give_the_same_rows(tmp_path: Path) -> None:
    rows = [
        {"so": "7", "noi_nhan": "Như trên\nVăn phòng", "nguoi_ky.ho_ten": "Lê Văn Bình"},
        {"so": "8", "noi_nhan": "Như trên", "nguoi_ky.ho_ten": "Trần Thị An; Bình"},
    ]
    names = list(rows[0])
    with (tmp_path / "a.csv").open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.DictWriter(file, names, delimiter=";")
        table.writeheader()
        table.writerows(rows)
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n\n", encoding="utf-8")
    book = Workbook()
    for line in (names, *([row[name] for name in names] for row in rows), [None] * 3):
        book.active.append(line)
    book.save(tmp_path / "a.xlsx")
    wanted = [
        {"so": "7", "noi_nhan": "Như trên\nVăn phòng", "nguoi_ky": {"ho_ten": "Lê Văn Bình"}},
        {"so": "8", "noi_nhan": "Như trên", "nguoi_ky": {"ho_ten": "Trần Thị An; Bình"}},
    ]
    assert [read_rows(tmp_path / f"a.{kind}") for kind in ("csv", "jsonl", "xlsx")] == [wanted] * 3


@pytest.mark.parametrize(
    ("pattern", "values", "name"),
    [
        ("{dong:03d}", {"dong": 7}, "007.docx"),
        ("{so}/{ky_hieu}", {"so": 5, "ky_hieu": "TU"}, "5-TU.docx"),
        ("../../{ky_hieu}", {"ky_hieu": "a"}, "a.docx"),
        ("{nguoi_ky.ho_ten}", {"nguoi_ky": {"ho_ten": "Lê\nBình"}}, "Lê-Bình.docx"),
        ("{so}", {"so": None}, "van-ban.docx"),
        ("CON", {}, "_CON.docx"),
        ("{x}.docx", {"x": "a"}, "a.docx"),
    ],
)
def test_file_names_are_safe(pattern: str, values: dict, name: str) -> None:
    assert file_name(pattern, values) == name


def test_a_long_name_is_cut_at_a_letter() -> None:
    assert len(file_name("{x}", {"x": "ờ" * 300}).encode()) <= 205


@pytest.mark.parametrize("pattern", ["{la}", "{so.__class__}", "{so", "{so[0]}"])
def test_a_wrong_pattern_is_refused_before_any_file(pattern: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        next(iter(job(tmp_path / "out", pattern).run([{"so": 1}])))
    assert caught.value.key == "batch.bad_name"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("a.ods", "x", "batch.kind"),
        ("a.xlsx", "x", "batch.no_sheet"),
        ("a.jsonl", "[1]", "template.bad_data"),
        ("a.jsonl", "{", "template.bad_data"),
    ],
)
def test_a_wrong_table_is_told(name: str, content: str, key: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        read_rows(tmp_path / name)
    assert caught.value.key == key
