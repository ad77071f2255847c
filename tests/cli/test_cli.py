"""The commands through click's runner: exit codes, streams, inputs, mistakes."""

import json
from pathlib import Path
from typing import Any

import docx
import jsonschema
import pytest
from click.testing import CliRunner, Result

from vanban_lint.cli.app import COMMANDS, program
from vanban_lint.config import find_config

ROOT = Path(__file__).parents[2]
DRAFT = str(ROOT / "examples/du-thao-chi-thi.docx")
FLAWLESS = str(ROOT / "rules/vi-du/dang-chi-thi.txt")
SCHEMA = json.loads((ROOT / "docs/schema/report.schema.json").read_text(encoding="utf-8"))


def run(*args: str, stdin: bytes | None = None, env: dict[str, str] | None = None) -> Result:
    return CliRunner(env={"VANBAN_LINT_LANG": "", **(env or {})}).invoke(program, args, input=stdin)


def documents(result: Result) -> list[dict[str, Any]]:
    loaded = json.loads(result.stdout)
    jsonschema.validate(loaded, SCHEMA)
    found: list[dict[str, Any]] = loaded["documents"]
    return found


# --- exit codes


def test_a_draft_with_errors_ends_with_1() -> None:
    result = run("check", DRAFT)
    assert result.exit_code == 1
    assert "LỖI" in result.stdout
    assert result.stderr == ""


def test_a_flawless_document_ends_with_0() -> None:
    result = run("check", FLAWLESS)
    assert result.exit_code == 0, result.stdout
    assert "Không có gì phải sửa" in result.stdout


def test_findings_can_be_kept_out_of_the_exit_code() -> None:
    result = run("check", "--exit-zero", DRAFT)
    assert result.exit_code == 0
    assert "LỖI" in result.stdout


def test_a_missing_file_ends_with_2_and_is_said_in_one_line() -> None:
    result = run("check", "khong-co.docx")
    assert result.exit_code == 2
    assert result.stderr == "lỗi: khong-co.docx: không tìm thấy tệp; kiểm tra lại đường dẫn\n"
    assert "1 tệp không đọc được" in result.stdout


def test_exit_zero_does_not_hide_an_unreadable_file() -> None:
    assert run("check", "--exit-zero", "khong-co.docx").exit_code == 2


def test_a_document_not_wholly_read_is_never_called_clean(tmp_path: Path) -> None:
    hidden = hidden_text(tmp_path)
    flawed = documents(run("check", "--format", "json", hidden))[0]
    assert [item["key"] for item in flawed["unread"]] == ["reading.hidden_text"]
    result = run("check", "--select", "TT110", hidden)
    assert result.exit_code == 2
    assert "chưa thể coi là đạt" in result.stdout
    assert "Không có gì phải sửa" not in result.stdout
    assert run("check", "--select", "TT110", "--allow-unread", hidden).exit_code == 0
    assert run("check", "--exit-zero", hidden).exit_code == 0


def hidden_text(folder: Path) -> str:
    """The draft with hidden words in its first paragraph."""
    document = docx.Document(DRAFT)
    document.paragraphs[0].add_run(" chữ ẩn").font.hidden = True
    document.save(str(folder / "chu-an.docx"))
    return str(folder / "chu-an.docx")


def test_fail_on_moves_the_line(tmp_path: Path) -> None:
    only_warning = [
        finding["severity"] for finding in documents(run("check", "--format", "json", DRAFT))[0]["findings"]
    ]
    assert "loi" in only_warning
    assert run("check", "--fail-on", "goi_y", FLAWLESS).exit_code == 0
    assert run("check", "--select", "TT1", "--fail-on", "goi_y", DRAFT).exit_code == 1


# --- several inputs


def test_one_unreadable_file_never_stops_the_others(tmp_path: Path) -> None:
    broken = tmp_path / "hong.docx"
    broken.write_bytes(b"PK\x03\x04 khong phai zip")
    result = run("check", "--format", "json", str(broken), DRAFT, FLAWLESS)
    first, second, third = documents(result)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"lỗi: {broken}: ")
    assert len(result.stderr.splitlines()) == 1
    assert first["errors"]
    assert first["findings"] == []
    assert second["findings"]
    assert not third["errors"]


def test_a_folder_is_walked_without_owner_files_and_hidden_ones(tmp_path: Path) -> None:
    text = Path(FLAWLESS).read_bytes()
    for name in ("b.txt", "a.md", "sau/c.TXT", ".git/d.txt", "~$b.docx", ".an.txt", "bang.xlsx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(text)
    found = documents(run("check", "--format", "json", str(tmp_path)))
    assert [Path(item["path"]).name for item in found] == ["a.md", "b.txt", "c.TXT"]


def test_a_folder_that_cannot_be_entered_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def walk(folder: str, onerror: Any) -> Any:
        onerror(PermissionError(13, "Permission denied", folder + "/kin"))
        return iter(())

    monkeypatch.setattr("vanban_lint.cli.inputs.os.walk", walk)
    result = run("check", str(tmp_path))
    assert result.exit_code == 2
    assert "kin: không mở được tệp" in result.stderr


def test_an_empty_folder_is_not_a_clean_one(tmp_path: Path) -> None:
    result = run("check", str(tmp_path))
    assert result.exit_code == 2
    assert "không có tệp" in result.stderr


def test_a_file_named_twice_is_checked_once() -> None:
    assert len(documents(run("check", "--format", "json", DRAFT, DRAFT))) == 1


def test_standard_input_is_text_by_default() -> None:
    result = run("check", "--format", "json", "-", stdin=Path(FLAWLESS).read_bytes())
    assert [item["path"] for item in documents(result)] == ["-"]
    assert result.exit_code == 0


def test_standard_input_may_be_a_word_file_with_a_name() -> None:
    result = run("check", "--format", "json", "--stdin-name", "ten.docx", "-", stdin=Path(DRAFT).read_bytes())
    assert documents(result)[0]["path"] == "ten.docx"
    assert documents(result)[0]["findings"] == documents(run("check", "--format", "json", DRAFT))[0]["findings"]


def test_standard_input_is_read_once() -> None:
    result = run("check", "-", "-", stdin=b"x")
    assert result.exit_code == 2
    assert "một lần" in result.stderr


# --- options


def test_select_and_ignore_take_ids_prefixes_and_commas() -> None:
    chosen = documents(run("check", "--format", "json", "--select", "TT1,TT4", "--ignore", "TT4", DRAFT))[0]
    assert chosen["findings"]
    assert {finding["rule"][:3] for finding in chosen["findings"]} == {"TT1"}


def test_an_unknown_rule_is_refused() -> None:
    result = run("check", "--select", "TT999", DRAFT)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert 'không có quy tắc "TT999"' in result.stderr


def test_an_unknown_rule_is_refused_even_where_no_file_can_be_read(tmp_path: Path) -> None:
    broken = tmp_path / "hong.docx"
    broken.write_bytes(b"x")
    result = run("check", "--select", "TT999", str(broken))
    assert result.exit_code == 2
    assert 'không có quy tắc "TT999"' in result.stderr


def test_an_unknown_profile_is_refused_with_a_suggestion() -> None:
    result = run("check", "--profile", "dang/chi-thy", DRAFT)
    assert result.exit_code == 2
    assert "dang/chi-thi" in result.stderr


def test_the_date_decides_which_guide_speaks() -> None:
    old = documents(run("check", "--format", "json", "--date", "2023-07-11", DRAFT))[0]
    new = documents(run("check", "--format", "json", "--date", "11/7/2026", DRAFT))[0]
    assert (old["date"], new["date"]) == ("2023-07-11", "2026-07-11")
    assert any("36-HD/VPTW" in (finding["source"] or "") for finding in old["findings"])
    assert not any("36-HD/VPTW" in (finding["source"] or "") for finding in new["findings"])


def test_english_messages_keep_ids() -> None:
    result = run("check", "--lang", "en", DRAFT)
    assert "ERROR" in result.stdout
    assert "nên viết" not in result.stdout


def test_the_language_may_come_from_the_environment() -> None:
    assert "ERROR" in run("check", DRAFT, env={"VANBAN_LINT_LANG": "en"}).stdout


def test_a_configuration_is_found_beside_the_document(tmp_path: Path) -> None:
    draft = tmp_path / "du-thao.docx"
    draft.write_bytes(Path(DRAFT).read_bytes())
    (tmp_path / "vanban-lint.yaml").write_text("select: [TT1]\nlang: en\n", encoding="utf-8")
    result = run("check", str(draft))
    assert "ERROR TT1" in result.stdout
    assert "TT4" not in result.stdout


def test_a_wrong_configuration_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "sai.yaml").write_text("selct: [TT1]\n", encoding="utf-8")
    result = run("check", "--config", str(tmp_path / "sai.yaml"), DRAFT)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert "sai.yaml" in result.stderr
    assert "select" in result.stderr


# --- output


def test_output_goes_to_a_new_file_and_never_over_another(tmp_path: Path) -> None:
    target = tmp_path / "ket-qua.json"
    result = run("check", "--format", "json", "-o", str(target), DRAFT)
    assert result.exit_code == 1
    assert result.stdout == ""
    first = target.read_text(encoding="utf-8")
    assert json.loads(first)["documents"]
    again = run("check", "--format", "json", "-o", str(target), FLAWLESS)
    assert again.exit_code == 2
    assert "không ghi đè" in again.stderr
    assert target.read_text(encoding="utf-8") == first
    assert run("check", "--format", "json", "-o", str(target), "--force", FLAWLESS).exit_code == 0
    assert target.read_text(encoding="utf-8") != first
    assert list(tmp_path.iterdir()) == [target]


def test_output_over_a_checked_document_is_refused_even_when_forced(tmp_path: Path) -> None:
    draft = tmp_path / "du-thao.docx"
    draft.write_bytes(Path(DRAFT).read_bytes())
    result = run("check", "--force", "-o", str(draft), str(draft))
    assert result.exit_code == 2
    assert "trùng với tệp đang kiểm tra" in result.stderr
    assert draft.read_bytes() == Path(DRAFT).read_bytes()


def test_a_place_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    result = run("check", "-o", str(tmp_path / "khong-co" / "x.txt"), DRAFT)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


# --- mistakes on the command line


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("chek", DRAFT), 'có phải bạn muốn dùng "check"'),
        (("xyz",), "không có lệnh"),
        (("check", "--formt", "json", DRAFT), "--format"),
        (("check", "--format", "xml", DRAFT), "chỉ nhận text, json"),
        (("check", "--format"), "--format"),
        (("check",), "thiếu PATH..."),
        (("check", "--date", "hôm qua", DRAFT), "2026-05-27"),
        (("explain", "TT131", "TT132"), "thừa đối số"),
        (("explain", "zzz"), "vanban-lint rules"),
        (("explain", "so-co-dau-hai-chm"), "so-co-dau-hai-cham"),
        (("rules", "--family", "ZZ"), "ZZ"),
        (("inspect", "khong-co.docx"), "không tìm thấy tệp"),
    ],
)
def test_a_mistake_is_said_clearly(args: tuple[str, ...], said: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in result.stderr
    assert result.stderr.startswith("lỗi: ")
    assert len(result.stderr.splitlines()) <= 2
    assert "Traceback" not in result.stderr


def test_a_mistake_is_said_in_english_when_asked() -> None:
    result = run("check", "--lang", "en", "--formt", "json", DRAFT)
    assert result.stderr.startswith("error: no option --formt; did you mean --format?")


# --- the other commands


def test_help_speaks_vietnamese_and_names_every_command() -> None:
    said = run("--help").stdout
    assert said.startswith("Cách dùng: ")
    assert all(f"  {name}" in said for name in COMMANDS)
    assert run().stdout == said


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_command_has_a_help_page_in_both_languages(command: str, lang: str) -> None:
    said = run(command, "--lang", lang, "--help").stdout
    assert "cli." not in said  # a catalogue key that nobody said
    assert ("Tùy chọn" in said) == (lang == "vi")
    assert ("Options" in said) == (lang == "en")


def test_version() -> None:
    assert run("--version").stdout.startswith("vanban-lint 0.")


def test_inspect_shows_what_was_understood() -> None:
    said = run("inspect", DRAFT).stdout
    assert "văn bản của Đảng" in said
    assert "số, ký hiệu" in said
    assert "Dàn bài" in said


def test_inspect_json_holds_the_parts() -> None:
    made = json.loads(run("inspect", "--format", "json", DRAFT).stdout)
    assert made["regime"]["value"] == "dang"
    assert {"so_ky_hieu", "trich_yeu", "noi_nhan_muc"} <= {block["name"] for block in made["blocks"]}
    assert made["outline"]
    assert made["recipients"]


def test_the_number_of_the_document_is_none_that_it_cites() -> None:
    made = json.loads(run("inspect", "--format", "json", FLAWLESS).stdout)
    (number,) = [block for block in made["blocks"] if block["name"] == "so_ky_hieu"]
    assert made["citations"]
    assert number["values"]["ky_hieu"] not in json.dumps(made["citations"])


def test_rules_can_be_filtered() -> None:
    every = json.loads(run("rules", "--format", "json").stdout)
    party = json.loads(run("rules", "--format", "json", "--regime", "dang", "--family", "TT1").stdout)
    assert 0 < len(party) < len(every)
    assert all(rule["id"].startswith("TT1") for rule in party)
    patterns = json.loads(run("rules", "--format", "json", "--check", "pattern").stdout)
    assert {rule["check"] for rule in patterns} == {"pattern"}


def test_rules_prints_a_valid_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(run("rules", "--schema").stdout))


def test_coverage_lists_every_line_of_the_conventions() -> None:
    lines = json.loads(run("rules", "--coverage", "--format", "json").stdout)
    assert len(lines) > 300
    assert lines["P-NUM-01"]
    assert "dòng quy ước" in run("rules", "--coverage").stdout.splitlines()[-1]


def test_explain_shows_clause_and_both_examples() -> None:
    first = json.loads(run("rules", "--format", "json").stdout)[0]
    by_id, by_name = run("explain", first["id"]), run("explain", first["ten"])
    assert by_id.exit_code == 0
    assert by_id.stdout == by_name.stdout
    assert "✗" in by_id.stdout
    assert "✓" in by_id.stdout
    assert next(iter(first["nguon"].values())) in by_id.stdout.replace("\n", " ").replace("  ", " ")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script_for_the_program(shell: str) -> None:
    result = run("completion", shell)
    assert result.exit_code == 0
    assert "_VANBAN_LINT_COMPLETE" in result.stdout


def test_words_are_added_to_the_dictionary_of_the_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("dictionary", "add", "Krông", "VNeID")
    assert result.exit_code == 0
    assert "tu_dien: [tu-dien.dic]" in result.output
    Path("vanban-lint.yaml").write_text("tu_dien: [rieng.dic]\n", encoding="utf-8")
    Path("rieng.dic").write_text("cũ", encoding="utf-8")
    find_config.cache_clear()
    assert run("dictionary", "add", "VNeID", "cũ", "Krông").exit_code == 0
    assert Path("rieng.dic").read_text(encoding="utf-8").split() == ["cũ", "VNeID", "Krông"]
    assert run("dictionary", "add", "hai chữ").exit_code == 2
    find_config.cache_clear()
