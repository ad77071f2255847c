"""Registers of the user: what is read, and the one line that refuses what is not."""

import pytest

from vanban_lint.catalogue import say
from vanban_lint.errors import ConfigError
from vanban_lint.ruleset.user_register import read_registers

ROW = {"so": "12-CT/TU", "ngay": "2023-03-05"}


@pytest.fixture
def write(tmp_path):
    def write(name, text):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def said(path):
    with pytest.raises(ConfigError) as caught:
        read_registers([path])
    error = caught.value
    return error.path.removeprefix(str(path)), say(error.key, "en", **error.params)


def test_yaml_rows_alone(write):
    assert read_registers([write("a.yaml", "- {so: 12-CT/TU, ngay: 05/3/2023}\n")]) == {"van_ban": [ROW], "day_du": []}


def test_yaml_with_families(write):
    text = "van_ban: []\nday_du:\n- {ky_hieu: '*-CT/TU', tu: '2020-10-01', den: 30/9/2025}\n"
    family = {"ky_hieu": "*-CT/TU", "tu": "2020-10-01", "den": "2025-09-30"}
    assert read_registers([write("a.yml", text)])["day_du"] == [family]


@pytest.mark.parametrize("mark", [",", ";"])
def test_csv(write, mark):
    text = "\ufeffso, ngay ,ten\n12-CT/TU,05/3/2023,\n,,\n".replace(",", mark)
    assert read_registers([write("a.csv", text)])["van_ban"] == [ROW]


def test_several_files(write):
    one, other = (
        write("a.csv", "so,ngay\n12-CT/TU,2023-03-05\n"),
        write("b.yaml", "- {so: 1-NQ/TU, ngay: 2021-01-02}\n"),
    )
    assert [row["so"] for row in read_registers([one, other])["van_ban"]] == ["12-CT/TU", "1-NQ/TU"]


@pytest.mark.parametrize(
    ("name", "text", "line", "words"),
    [
        ("a.csv", "so,ngày\n1,2\n", ":1", 'mean "ngay"'),
        ("a.csv", "so,loai\n1,2\n", ":1", "ngay"),
        ("a.csv", "so,ngay\n1-NQ/TU,31/02/2023\n", ":2", "31/02/2023"),
        ("a.csv", "so,ngay\n1-NQ/TU,01/02/2023,thừa\n", ":2", "2"),
        ("a.csv", "so,ngay\n1-NQ/TU,\n", ":2", "ngay"),
        ("a.yaml", "- {so: 1-NQ/TU, ngay: 2023-02-01, ngay_ky: x}\n", ":1", "ngay_ky"),
        ("a.yaml", "- {so: 1-NQ/TU}\n", ":1", "ngay"),
        ("a.yaml", "- {so: 1-NQ/TU, ngay: 2023-02-31}\n", ":1", "2023-02-31"),
        ("a.yaml", "van_ban: []\nday_du: [{ky_hieu: x, tu: 2023-01-01}]\n", ":2", "den"),
    ],
)
def test_what_is_refused(write, name, text, line, words):
    place, message = said(write(name, text))
    assert place == line
    assert words in message


def test_a_register_that_is_not_there(tmp_path):
    assert said(tmp_path / "khong-co.csv")[1].startswith("cannot read the file")
