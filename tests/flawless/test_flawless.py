"""Every base document in Word form: silent when flawless, and judged as its text is when something is wrong with it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest
from fixtures.docx import build, regime_of

from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.readers import read
from vanban_lint.ruleset.locate import rules_root

BASES = {path.stem: path.read_text(encoding="utf-8") for path in sorted((rules_root() / "vi-du").glob("*.txt"))}
TODAY = dt.date(2026, 11, 24)

# What a clerk would get wrong: base, old text, new text, a rule that must speak.
MUTATIONS = [
    ("dang-chi-thi", "2. Hoàn thiện", "1. Hoàn thiện", "BC101"),
    ("dang-chi-thi", "Số 15-CT/TU", "Số: 15 -CT/TU", None),
    ("dang-chi-thi", "- Các đồng chí Tỉnh uỷ viên;", "Các đồng chí Tỉnh uỷ viên,", None),
    ("dang-ke-hoach", "b) Chế độ thông tin, báo cáo.", "b) Chế độ thông tin, báo cáo", "BC151"),
    ("dang-quyet-dinh", "Điều 3.", "Điều 5.", "BC102"),
    ("dang-quy-dinh", "Chương II", "Chương 2", "BC115"),
    ("hanh-chinh-quyet-dinh", "gồm 11 thành viên", "gồm ...... thành viên", "BC161"),
    ("hanh-chinh-cong-van", "KT. GIÁM ĐỐC", "K/T GIÁM ĐỐC", None),
    ("hanh-chinh-thong-bao", "b) Sở Nông nghiệp", "b)Sở Nông nghiệp", "BC124"),
    ("hanh-chinh-ke-hoach", "Hưng Yên, ngày 09 tháng 12", "Hưng Yên, ngày 9 tháng 12", None),
    ("quy-pham-nghi-quyet", "Số: 09/2026", "Số: 9/2026", None),
]


def report_on(path: Path):
    return check_document(read(str(path)), Settings(today=TODAY))


def findings(path: Path) -> Counter[tuple[str, str]]:
    return Counter((finding.rule, finding.text) for finding in report_on(path).findings)


@pytest.mark.parametrize("name", BASES)
def test_word_form_is_silent(name, tmp_path):
    report = report_on(build(BASES[name], tmp_path / f"{name}.docx", regime_of(name)))
    assert [(finding.rule, finding.text, finding.message) for finding in report.findings] == []
    assert report.clean
    assert report.gaps == ()


@pytest.mark.parametrize(("name", "old", "new", "rule"), MUTATIONS)
def test_both_forms_are_judged_alike(name, old, new, rule, tmp_path):
    assert BASES[name].count(old) >= 1
    text = BASES[name].replace(old, new, 1)
    plain = tmp_path / f"{name}.txt"
    plain.write_text(text, encoding="utf-8")
    in_text = findings(plain)
    assert in_text, "the mutation is seen"
    assert rule is None or rule in {found for found, _ in in_text}
    assert findings(build(text, tmp_path / f"{name}.docx", regime_of(name))) == in_text
