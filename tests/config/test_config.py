"""Configuration: found upwards, refused where it is wrong, applied per file."""

from __future__ import annotations

import datetime as dt
import os

import pytest

from vanban_lint.catalogue import say
from vanban_lint.config import Config, Hidden, PerFile, Settings, find_config, load_config, settings_for
from vanban_lint.errors import ConfigError
from vanban_lint.ruleset import load_rules

RULE = """\
- id: ZZ101
  ten: quy-tac-rieng
  check: pattern
  o: [so_ky_hieu]
  tham_so: {cam: x}
  nguon: {chung: nội quy của cơ quan}
  muc_do: goi_y
  chac_chan: chac_chan
  vi: 'sai: {thuc_te}'
"""


@pytest.fixture
def write(tmp_path):
    """Writes files below a folder of its own; two rules of the user make ids that exist whatever the program holds."""
    (tmp_path / "rieng").mkdir()
    (tmp_path / "rieng" / "a.yaml").write_text(RULE, encoding="utf-8")

    def write(text, name="vanban-lint.yaml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def error_of(path):
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    error = caught.value
    return error.path.removeprefix(path), say(error.key, "en", **error.params)


def test_every_key(write):
    config = load_config(
        write(
            "select: [ZZ1]\nignore: [quy-tac-rieng]\nprofile: dang/chi-thi\ndate: 2026-05-27\nfail_on: canh_bao\n"
            "lang: en\nmuc_do: {ZZ101: canh_bao}\nthu_muc_quy_tac: [rieng]\n"
            "strict: true\nkieu_viet: {kieu_dau: cu, i_y: y}\n"
        )
    )
    base = config.base
    assert (base.select, base.ignore, base.profile) == (("ZZ1",), ("quy-tac-rieng",), "dang/chi-thi")
    assert (base.date, base.fail_on, base.lang) == (dt.date(2026, 5, 27), "canh_bao", "en")
    assert base.muc_do == {"ZZ101": "canh_bao"}
    assert (base.strict, base.house) == (True, {"kieu_dau": "cu", "i_y": "y"})
    assert [rule.id for rule in base.rules] == ["ZZ101"]


def test_pyproject(write):
    path = write('[project]\nname = "x"\n[tool.vanban-lint]\nlang = "en"\ndate = 2026-05-27\n', "pyproject.toml")
    assert find_config(os.path.dirname(path)) == path
    assert load_config(path).base == Settings(lang="en", date=dt.date(2026, 5, 27))


def test_empty_file_changes_nothing(write):
    assert load_config(write("")).base == Settings()
    assert load_config(write("# nothing\n", "b.yaml")).base == Settings()


def test_nearest_file_wins_and_foreign_pyproject_is_passed_over(tmp_path):
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "vanban-lint.yaml").write_text("lang: en\n")
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\n")
    assert find_config(str(inner)) == str(tmp_path / "vanban-lint.yaml")
    assert settings_for(str(inner / "x.docx")).lang == "en"
    (inner / "vanban-lint.yaml").write_text("fail_on: goi_y\n")
    find_config.cache_clear()
    assert settings_for(str(inner / "x.docx")).fail_on == "goi_y"


def test_standard_input_uses_the_current_folder(tmp_path, monkeypatch):
    (tmp_path / "vanban-lint.yaml").write_text("lang: en\n")
    monkeypatch.chdir(tmp_path)
    assert settings_for("-").lang == "en"


def test_no_file_gives_defaults(tmp_path):
    assert settings_for(str(tmp_path / "x.docx")) == Settings()


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("lang: vi\nselct: [ZZ1]\n", 2, 'no key "selct"; did you mean "select"'),
        ("select: ZZ1\n", 1, '"ZZ1": a list expected'),
        ("thu_muc_quy_tac: [rieng]\nignore: [ZZ102]\n", 2, 'no rule "ZZ102"; did you mean "ZZ101"'),
        ("thu_muc_quy_tac: [rieng]\nmuc_do:\n  ZZ101: loi\n  QQ999: loi\n", 4, 'no rule "QQ999"'),
        ("muc_do: {ZZ101: lỗi}\n", 1, '"lỗi" cannot stand here; did you mean "loi"'),
        ("fail_on: cao\n", 1, "one of: loi, canh_bao, goi_y"),
        ("profile: dang/chithi\n", 1, 'no profile "dang/chithi"; did you mean "dang/chi-thi"'),
        ("date: 2026-02-30\n", 1, 'no such day "2026-02-30"'),
        ("thu_muc_quy_tac: [khong-co]\n", 1, 'no folder "khong-co"'),
        ("theo_tep:\n  - {ignore: []}\n", 2, 'key "tep" is missing'),
        ("theo_tep:\n  - {tep: x, profile: zzz}\n", 2, 'no profile "zzz"'),
        ("thu_muc_quy_tac: [rieng]\ntheo_tep:\n  - tep: '*'\n    ignore: [ZZ1]\n", 4, "needs a reason"),
        ("a: [\n", 2, "syntax error"),
        ("- a\n", 1, "pairs of key and value expected"),
        ("lang: vi\nlang: en\n", 2, 'key "lang" stands twice'),
    ],
)
def test_mistake_is_one_line(write, text, line, said):
    place, message = error_of(write(text))
    assert place == f":{line}"
    assert said in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ('[tool.vanban-lint]\nlang = "vi"\nselct = []\n', ":3", 'no key "selct"'),
        ("[tool.vanban-lint]\nselect = 3\n", ":2", '"3": a list expected'),
        ('[tool.vanban-lint]\nselect = ["QQ1"]\n', ":2", 'no rule "QQ1"'),
        ("[tool.vanban-lint]\nselect = [\n", "", "syntax error"),
    ],
)
def test_mistake_in_pyproject_is_one_line(write, text, place, said):
    found, message = error_of(write(text, "pyproject.toml"))
    assert found.startswith(place)
    assert said in message


def test_missing_named_file():
    with pytest.raises(ConfigError) as caught:
        settings_for("x.docx", "no-such-folder/vanban-lint.yaml")
    assert caught.value.key == "config.unreadable"


def test_bad_user_rule_is_refused(write, tmp_path):
    (tmp_path / "rieng" / "b.yaml").write_text(RULE, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_config(write("thu_muc_quy_tac: [rieng]\n"))
    assert caught.value.key == "rule.taken"
    assert caught.value.path.endswith("b.yaml:1")


def test_user_rule_may_not_take_a_bundled_id(write, tmp_path):
    taken = load_rules()[0].id if load_rules() else pytest.skip("no bundled rules")
    (tmp_path / "rieng" / "a.yaml").write_text(RULE.replace("ZZ101", taken), encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_config(write("thu_muc_quy_tac: [rieng]\n"))
    assert caught.value.key == "rule.taken"


def test_settings_per_file(write, tmp_path):
    config = load_config(
        write(
            "thu_muc_quy_tac: [rieng]\nprofile: dang\n"
            "theo_tep:\n"
            "  - {tep: 'cu/*', ignore: [ZZ1], ly_do: văn bản cũ}\n"
            "  - {tep: '*-cv.docx', profile: dang/cong-van}\n"
        )
    )
    hidden = (Hidden(("ZZ1",), "văn bản cũ", "vanban-lint.yaml: theo_tep cu/*"),)
    for name, profile, expected in [
        ("a.docx", "dang", ()),
        ("cu/a.docx", "dang", hidden),
        ("cu/sau/a.docx", "dang", hidden),
        ("cu/1-cv.docx", "dang/cong-van", hidden),
        ("moi/1-cv.docx", "dang/cong-van", ()),
    ]:
        settings = config.settings(str(tmp_path / name))
        assert (settings.profile, settings.hidden) == (profile, expected), name


def test_file_outside_the_folder_of_the_configuration(tmp_path):
    config = Config("", str(tmp_path / "a"), Settings(), (PerFile("x/*.docx", "dang", None),))
    assert config.settings(str(tmp_path / "b" / "x" / "1.docx")).profile is None
    assert config.settings(str(tmp_path / "a" / "x" / "1.docx")).profile == "dang"


def test_dictionaries_are_read_beside_the_configuration(write, tmp_path):
    (tmp_path / "rieng.dic").write_text("2\nKrông/A\nVNeID\n", encoding="utf-8")
    assert load_config(write("tu_dien: [rieng.dic]\n")).base.words == ("Krông", "VNeID")


@pytest.mark.parametrize("name", ["khong-co.dic", "rieng", "sai.dic"])
def test_a_dictionary_that_cannot_be_read_is_one_line(write, tmp_path, name):
    (tmp_path / "sai.dic").write_bytes(b"\xff\xfe\x00")
    _, said = error_of(write(f"tu_dien: [{name}]\n"))
    assert "cannot read the dictionary" in said


def test_registers_are_read_beside_the_configuration(write, tmp_path):
    (tmp_path / "so.csv").write_text("so,ngay\n12-CT/TU,05/3/2023\n", encoding="utf-8")
    register = load_config(write("so_bo: [so.csv]\n")).base.register
    assert register["van_ban"] == [{"so": "12-CT/TU", "ngay": "2023-03-05"}]


def test_a_register_that_is_wrong_is_one_line(write, tmp_path):
    (tmp_path / "so.csv").write_text("so,ngày\n", encoding="utf-8")
    assert "ngay" in error_of(write("so_bo: [so.csv]\n"))[1]
