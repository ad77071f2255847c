"""A bad rule file is one line: where, which span, and what was probably meant."""

from __future__ import annotations

import re

import pytest

from vanban_lint.catalogue import say
from vanban_lint.errors import ConfigError
from vanban_lint.ruleset import load_rules, load_tables
from vanban_lint.ruleset.loader import read_entries
from vanban_lint.ruleset.validate import Validator

GOOD = """\
- id: ZZ101
  ten: mau-thu
  check: pattern
  o: [so_ky_hieu]
  tham_so: {cam: '^Số:', thay: ''}
  nguon: {hd36: "mục II"}
  quy_uoc: [P-NUM-02]
  muc_do: loi
  chac_chan: chac_chan
  vi: 'đang là "{thuc_te}", cần "{mong_doi}"'
"""


def error_of(tmp_path, text, *, taken=()):
    (tmp_path / "thu.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        read_entries(tmp_path, Validator(load_tables(), taken))
    error = caught.value
    english = say(error.key, "en", **error.params)
    assert "\n" not in english
    assert say(error.key, "vi", **error.params) != english
    return error.path.removeprefix(str(tmp_path / "thu.yaml")), english


def test_good_rule_is_read(tmp_path):
    (tmp_path / "thu.yaml").write_text(GOOD, encoding="utf-8")
    (entry,) = read_entries(tmp_path, Validator(load_tables()))
    assert (entry.rule.id, entry.rule.o, entry.rule.quy_uoc) == ("ZZ101", ("so_ky_hieu",), ("P-NUM-02",))
    assert entry.rule.en == entry.rule.vi
    assert entry.rule.mac_dinh is True


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("muc_do: loi", "muc_dp: loi", 8, 'no key "muc_dp"; did you mean "muc_do"'),
        ("  muc_do: loi\n", "", 1, 'key "muc_do" is missing'),
        ("muc_do: loi", "muc_do: lỗi", 8, '"lỗi" cannot stand here; did you mean "loi"'),
        ("check: pattern", "check: paterns", 3, 'did you mean "pattern"'),
        ("[so_ky_hieu]", "[so_ki_hieu]", 4, 'did you mean "so_ky_hieu"'),
        ("[so_ky_hieu]", "so_ky_hieu", 4, '"so_ky_hieu": a list expected'),
        ("[so_ky_hieu]", "[]", 4, "may not be empty"),
        ("'^Số:'", "'^(Số:'", 5, 'expression "\'^(Số:\'" does not compile'),
        ("cam:", "cấm:", 5, 'no key "cấm"'),
        ("thay: ''", "thay: 3", 5, '"3": text expected'),
        ("{hd36:", "{hd63:", 6, 'no key "hd63"; did you mean "hd36"'),
        ("P-NUM-02", "P-NUM-99", 7, '"P-NUM-99" cannot stand here'),
        ("P-NUM-02", "P-FN-01", 8, "the lines P-FN-01 are not firm enough"),
        ("{mong_doi}", "{mong_doj}", 10, "did you mean \"{mong_doi}\""),
        ("{mong_doi}", "{mong_doi", 10, "unbalanced braces"),
        ("id: ZZ101", "id: Z101", 1, "does not have the form"),
        ("  check: pattern", "  check: pattern\n  check: pattern", 4, 'key "check" stands twice'),
        ("check: pattern", "check: [pattern", 4, "syntax error"),
        ("ten: mau-thu", "ten: Mẫu thử", 2, "does not have the form"),
    ],
)  # fmt: skip
def test_mistake_is_one_line(tmp_path, old, new, line, said):
    assert old in GOOD
    place, message = error_of(tmp_path, GOOD.replace(old, new, 1))
    assert place == f":{line}"
    assert said in message


def test_id_and_name_are_never_reused(tmp_path):
    place, message = error_of(tmp_path, GOOD + GOOD.replace("ZZ101", "ZZ102"))
    assert place == ":12"
    assert '"mau-thu" belongs to rule ZZ101' in message
    place, message = error_of(
        tmp_path, GOOD + "  bi_danh: [mau-thu-cu]\n" + GOOD.replace("ten: mau-thu", "ten: mau-thu-cu")
    )
    assert '"ZZ101" belongs to rule ZZ101' in message


@pytest.mark.parametrize("text", ["a: 1\n", "- 3\n", "- [1]\n", "x\n"])
def test_other_shapes_are_refused(tmp_path, text):
    assert re.search("expected", error_of(tmp_path, text)[1])


def test_not_utf8(tmp_path):
    (tmp_path / "thu.yaml").write_bytes("vi: Số".encode("utf-16"))
    with pytest.raises(ConfigError) as caught:
        read_entries(tmp_path, Validator(load_tables()))
    assert caught.value.key == "config.not_utf8"


def test_bundled_ids_are_taken(tmp_path):
    rules = load_rules()
    if rules:
        message = error_of(tmp_path, GOOD.replace("ZZ101", rules[0].id), taken=rules)[1]
        assert f'"{rules[0].id}" belongs to rule' in message
