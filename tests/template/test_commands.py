"""``new`` and ``templates`` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from template.samples import NAMES, example, template, texts

from vanban_lint.cli.app import program
from vanban_lint.template.prompt import fill_in

EXAMPLES = Path(__file__).parents[2] / "examples"


def run(*words: str, answers: str | None = None):
    return CliRunner().invoke(program, list(words), input=answers)


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_draft_from_a_data_file(tmp_path: Path) -> None:
    shown = run("templates", "show", "dang/chi-thi", "--example")
    (tmp_path / "d.yaml").write_text(shown.output, encoding="utf-8")
    done = run("new", "dang/chi-thi", "--data", "d.yaml", "-o", "a.docx")
    assert done.exit_code == 0, done.output
    assert "không có gì phải sửa" in done.output
    assert (tmp_path / "a.docx").read_bytes() == example("dang/chi-thi")
    again = run("new", "dang/chi-thi", "--data", "d.yaml", "-o", "a.docx")
    assert again.exit_code == 2
    assert "a.docx" in again.stderr


def test_the_directive_of_the_examples_is_flawless(tmp_path: Path) -> None:
    done = run("new", "dang/chi-thi", "--data", str(EXAMPLES / "chi-thi.yaml"), "-o", "x.docx")
    assert done.exit_code == 0, done.output
    assert "không có gì phải sửa" in done.output
    checked = run("check", "--format", "json", "--fail-on", "goi_y", "--no-cache", "x.docx")
    assert (checked.exit_code, json.loads(checked.output)["documents"][0]["findings"]) == (0, [])
    said = texts((tmp_path / "x.docx").read_bytes())
    assert "2. Chuẩn bị lực lượng, phương tiện" in said
    assert "- Ban Bí thư Trung ương Đảng (để báo cáo);" in said


def test_a_wrong_answer_is_asked_again() -> None:
    """Asked in the order of the document; what is given is not asked, a wrong answer is told and asked anew."""
    kept = {name: value for name, value in template("dang/chi-thi").example.items() if name not in ("so", "trich_yeu")}
    answers = iter(["", "mười", "16", "", "về việc thử"])
    told: list[str] = []
    made = fill_in(template("dang/chi-thi"), kept, lambda _: next(answers), told.append, "vi")
    assert made == kept | {"so": "16", "trich_yeu": "về việc thử"}
    assert "“mười”" in told[0]
    assert "trich_yeu" in told[1]
    assert len(told) == 2


def test_a_wrong_value_writes_nothing(tmp_path: Path) -> None:
    done = run("new", "dang/chi-thi", "--example", "--set", "so=x", "-o", "a.docx")
    assert (done.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert done.stderr.count("\n") == 1
    assert "“so”" in done.stderr


def test_findings_in_the_users_own_words_are_told() -> None:
    done = run("new", "dang/chi-thi", "--example", "--set", "nguoi_ky.quyen_han=TM. BAN THƯỜNG VỤ", "-o", "a.docx")
    assert done.exit_code == 1
    assert "TT5" in done.output


def test_defaults_come_from_the_agency_profile(tmp_path: Path) -> None:
    profile = {
        name: template("dang/chi-thi").example[name] for name in ("co_quan_ban_hanh", "dia_danh", "luu", "nguoi_ky")
    }
    (tmp_path / "vanban-lint.yaml").write_text(
        yaml.safe_dump({"co_quan": profile}, allow_unicode=True), encoding="utf-8"
    )
    done = run(
        "new",
        "dang/chi-thi",
        "--defaults",
        "--set",
        "trich_yeu=về việc thử",
        "--set",
        "noi_dung=Một câu.",
        "--set",
        "ngay=8/9/2026",
    )
    assert done.exit_code == 0, done.output + done.stderr
    assert "Số       -CT/TU" in texts((tmp_path / "chi-thi.docx").read_bytes())


def test_what_is_missing_is_named() -> None:
    done = run("new", "dang/chi-thi", "--defaults")
    assert done.exit_code == 2
    assert "co_quan_ban_hanh" in done.stderr


def test_a_batch_with_a_report(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("so\n1\nx\n3\n", encoding="utf-8")
    done = run("new", "dang/chi-thi", "--example", "--batch", "r.csv", "--out", "out", "--name", "{so}", "--no-check")
    assert done.exit_code == 2
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["1.docx", "3.docx", "bao-cao.csv"]
    assert "dòng 2" in done.stderr


def test_templates_are_listed_shown_and_judged() -> None:
    listed = run("templates", "list")
    assert [line.split()[0] for line in listed.output.splitlines()] == NAMES
    assert "trich_yeu (chu, bắt buộc)" in run("templates", "show", "dang/chi-thi").output
    assert run("templates", "lint", "dang/chi-thi").output == "dang/chi-thi: đạt\n"
    assert "required" in run("templates", "show", "dang/chi-thi", "--lang", "en").output
