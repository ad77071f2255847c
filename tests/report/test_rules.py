"""Rules for readers: the list, the explanation, the coverage."""

import pytest

from vanban_lint.model.rule import Rule
from vanban_lint.report import rules as report
from vanban_lint.report.style import Style
from vanban_lint.ruleset import load_examples, load_rules, load_tables

RULE = Rule(
    "TT120", "so-co-dau-hai-cham", "pattern", ("so_ky_hieu",), {"hd36": "mục II, 1.3.2"}, ("P-NUM-01",), "loi",
    "chac_chan",
    'Bỏ "{thuc_te}" sau chữ "Số".', 'Drop "{thuc_te}".', khi={"loai": ["CT", "NQ"], "mau": False}, sua="safe",
    mac_dinh=False, bi_danh=("so-hai-cham",),
)  # fmt: skip
WRITTEN = {
    "dat": ["Số 15-CT/TU", {"nen": "dang-chi-thi"}],
    "khong_dat": ["Số⟦:⟧ 15-CT/TU", {"bo": ["luu"]}, {"sua": [["Số 15", "Số⟦:⟧ 15"]]}],
}
TABLES = {"quy_uoc": [{"id": "hd36", "ten": "Hướng dẫn 36-HD/VPTW", "tu": "2018-04-03", "den": "2026-05-26"}]}

EXPLAINED = """\
TT120 so-co-dau-hai-cham  LỖI · chắc chắn

  Bỏ "…" sau chữ "Số".

Điều khoản
  - Hướng dẫn 36-HD/VPTW (từ 03/04/2018 đến 26/05/2026): mục II, 1.3.2
    P-NUM-01

Xét ở: số, ký hiệu
Chỉ khi: loai: CT, NQ; mau: false

Sai
  ✗ Số⟦:⟧ 15-CT/TU
  ✗ bỏ dòng lưu
  ✗ sửa “Số 15” thành “Số⟦:⟧ 15”

Đúng
  ✓ Số 15-CT/TU
  ✓ văn bản đủ các phần, không thay đổi gì

Cách sửa: an toàn, điều khoản chỉ cho một cách viết.
Tắt theo mặc định; bật bằng --select TT120.
Tên cũ: so-hai-cham
Bỏ qua quy tắc này một lần: vanban-lint check --ignore TT120 TỆP
"""


def test_a_rule_explained_in_vietnamese() -> None:
    assert report.explain(RULE, WRITTEN, TABLES, Style()) == EXPLAINED


def test_a_list_has_one_line_a_rule() -> None:
    assert report.listing([RULE], Style()).splitlines()[0] == "TT120  lỗi       so-co-dau-hai-cham  hd36"


def test_coverage_names_lines_that_nobody_enforces() -> None:
    lines = report.coverage([RULE], [{"id": "P-NUM-01"}, {"id": "P-NUM-02"}])
    assert lines == {"P-NUM-01": ["TT120"], "P-NUM-02": []}
    shown = report.coverage_text(lines, Style(), [{"id": "P-NUM-02", "khong_thay": "nằm ở sổ của văn thư"}])
    assert "P-NUM-02     – nằm ở sổ của văn thư" in shown
    assert shown.endswith("1 trong 2 dòng quy ước có quy tắc thực thi; 1 dòng không thể thấy ở dự thảo\n")


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_bundled_rules_explain_themselves(lang: str) -> None:
    """Every twentieth, because each reads YAML again."""
    for rule in load_rules()[::20]:
        said = report.explain(rule, load_examples(rule.id), load_tables(), Style(lang=lang))
        assert "✗" in said, rule.id
        assert "✓" in said, rule.id
        assert "{" not in said.splitlines()[2], rule.id
