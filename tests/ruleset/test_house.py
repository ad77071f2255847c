"""An agency's own layout: laid over the guides, told in the findings, refused where it is wrong."""

from __future__ import annotations

import datetime as dt

import pytest
from fixtures.docx import build

from vanban_lint.catalogue import say
from vanban_lint.config import Settings, load_config
from vanban_lint.engine import check_document
from vanban_lint.errors import ConfigError
from vanban_lint.readers import read
from vanban_lint.ruleset import bundled
from vanban_lint.ruleset.house import read_house
from vanban_lint.ruleset.locate import rules_root

TODAY = dt.date(2026, 11, 24)
HOUSE = """\
ten: Nếp của Sở Tư pháp
ke_thua: [nd30]
trang: {le: {phai: [20, 20]}}
kieu_chu: {trich_yeu: {co: [13, 13]}}
doan: {co: [14, 14], dong_pt: [17, 17]}
"""
TABLE = bundled().tables["trinh_bay"]


@pytest.fixture
def write(tmp_path):
    def write(text: str):
        path = tmp_path / "nep.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_values_lie_over_the_guide_and_the_rest_is_inherited(write):
    entry = read_house(write(HOUSE), TABLE)["nd30"]
    assert entry["trang"]["le"] == {"tren": [20, 25], "duoi": [20, 25], "trai": [30, 35], "phai": [20, 20]}
    assert entry["kieu_chu"]["trich_yeu"] == {**TABLE["nd30"]["kieu_chu"]["trich_yeu"], "co": [13, 13]}
    assert entry["doan"]["giua_doan"] == TABLE["nd30"]["doan"]["giua_doan"]
    assert TABLE["nd30"]["kieu_chu"]["trich_yeu"]["co"] == [13, 14], "the bundled table is left as it is"


def test_a_guide_that_inherits_takes_its_own_values_along(write):
    laid = read_house(write("ten: Nếp\nke_thua: [hd05]\nkieu_chu: {ho_ten: {co: [14, 14]}}\n"), TABLE)
    assert laid["hd05"]["kieu_chu"]["tieu_de_dang"]["co"] == [13, 15]
    assert laid["hd05"]["kieu_chu"]["ten_loai"]["co"] == [15, 16]


def test_findings_name_the_own_style(write, tmp_path):
    (tmp_path / "vanban-lint.yaml").write_text("nep_trinh_bay: nep.yaml\nselect: [KT]\n", encoding="utf-8")
    write(HOUSE)
    settings = load_config(str(tmp_path / "vanban-lint.yaml")).base
    name = "hanh-chinh-quyet-dinh"
    file = build(
        (rules_root() / "vi-du" / f"{name}.txt").read_text(encoding="utf-8"), tmp_path / "a.docx", "hanh-chinh"
    )
    document = read(str(file))
    found = {finding.rule: finding.message for finding in check_document(document, settings).findings}
    assert found.keys() == {"KT103", "KT217", "KT305"}
    assert "phải 20 mm (nếp trình bày riêng: Nếp của Sở Tư pháp)" in found["KT103"]
    assert "cỡ 13 (nếp trình bày riêng" in found["KT217"]
    assert check_document(document, Settings(select=("KT",), today=TODAY)).findings == ()


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("ten: a\nke_thua: [nd30]\ntrag: {}\n", 3, 'no key "trag"; did you mean "trang"?'),
        ("ten: a\nke_thua: [nd300]\n", 2, '"nd300" cannot stand here; did you mean "nd30"?'),
        ("ten: a\nke_thua: [nd30]\ndoan: {co: [12, 14]}\n", 3, '"[12, 14]" is wider than the guide allows: [13, 14]'),
        ("ten: a\nke_thua: [nd30]\ndoan: {co: [14, 13]}\n", 3, '"[14, 13]": the smaller value comes first'),
        ("ten: a\nke_thua: [nd30]\ndoan:\n  co: 14\n", 4, '"14": a list expected'),
        ("ten: a\nke_thua: [nd30]\ndoan: {giua_doan: 3}\n", 3, '"3" is less than the guide asks for: 6'),
        ("ten: a\nke_thua: [nd30]\nkieu_chu: {ho_ten: {dam: false}}\n", 3, '"false" is against the guide: true'),
        ("ten: a\nke_thua: [nd30]\ndoan: {co: [a, 14]}\n", 3, '"a": a number expected'),
        ("ke_thua: [nd30]\n", 1, 'key "ten" is missing in the entry that starts with "ke_thua: [nd30]"'),
    ],
)
def test_mistakes_are_told_in_one_line(write, text, line, message):
    with pytest.raises(ConfigError) as caught:
        read_house(write(text), TABLE)
    assert caught.value.path.endswith(f"nep.yaml:{line}")
    assert say(caught.value.key, "en", **caught.value.params) == message


def test_an_empty_file_is_told(write):
    with pytest.raises(ConfigError) as caught:
        read_house(write("# chưa có gì\n"), TABLE)
    assert say(caught.value.key, "en", **caught.value.params) == '"nep.yaml": may not be empty'


def test_a_missing_file_is_told(tmp_path):
    (tmp_path / "vanban-lint.yaml").write_text("nep_trinh_bay: khong-co.yaml\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"khong-co\.yaml"):
        load_config(str(tmp_path / "vanban-lint.yaml"))
