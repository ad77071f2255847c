"""Documents held against each other, by facts and through the command."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from vanban_lint.api import check, compare
from vanban_lint.cli.app import program
from vanban_lint.corpus.compare import compare as compare_facts
from vanban_lint.corpus.facts import Facts, Named, Pin, Ruling, from_plain
from vanban_lint.model import Anchor

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs/schema/report.schema.json").read_text(encoding="utf-8"))
BASE = (ROOT / "rules/vi-du/hanh-chinh-quyet-dinh.txt").read_text(encoding="utf-8")
KINDS = ("so_trung", "nhay_so", "ngay", "ten_loai", "co_quan", "trich_yeu")
TITLE = "về việc thành lập Tổ công tác chuyển đổi số tỉnh Hưng Yên"
UBND = "ỦY BAN NHÂN DÂN TỈNH HƯNG YÊN"
DAY = "2026-03-17"


def rulings(*kinds: str) -> tuple[Ruling, ...]:
    made = []
    for number, what in enumerate(kinds or KINDS):
        made.append(Ruling(f"VD{number:03}", what, what, "loi", "co_the", "{so} {mong_doi}", None))
    return tuple(made)


def named(number="5/QĐ-UBND", day=DAY, bodies=(UBND,), type_name="Quyết định", title=TITLE) -> Named:
    return Named(
        number, day, bodies, type_name, title, Pin(Anchor("body", 3, 0, 4), "Số 5", ("", ""), None, "", "body")
    )


def facts(path: str, own: Named | None, *cited: Named) -> Facts:
    return Facts(path, own, cited, rulings())


def found(*documents: Facts) -> list[tuple[str, str]]:
    return [(item.finding.name, item.path) for item in compare_facts(documents)]


def test_one_number_on_two_documents() -> None:
    other = named(title="về việc phê duyệt dự toán kinh phí sửa chữa trụ sở làm việc")
    assert found(facts("a", named()), facts("b", other)) == [("so_trung", "b")]


@pytest.mark.parametrize(
    "other",
    [
        named(),  # a copy, or a later version
        named(title="về phê duyệt dự toán kinh phí sửa chữa trụ sở", day="2025-03-17"),  # another year
        named(title="về phê duyệt dự toán kinh phí sửa chữa trụ sở", bodies=("ỦY BAN NHÂN DÂN TỈNH HÀ NAM",)),
        named(title="về phê duyệt dự toán kinh phí sửa chữa trụ sở", day=None),
        named("6/QĐ-UBND", title="về phê duyệt dự toán kinh phí sửa chữa trụ sở"),
    ],
)
def test_no_number_used_twice(other: Named) -> None:
    assert found(facts("a", named()), facts("b", other)) == []


@pytest.mark.parametrize(
    ("cited", "name"),
    [
        (named(day="2026-03-18", bodies=("Ủy ban nhân dân tỉnh",)), "ngay"),
        (named(type_name="Quy định", bodies=("Ủy ban nhân dân tỉnh",)), "ten_loai"),
        (named(bodies=("Hội đồng nhân dân tỉnh",)), "co_quan"),
        (named(bodies=(), title="về phê duyệt dự toán kinh phí sửa chữa trụ sở làm việc"), "trich_yeu"),
    ],
)
def test_a_citation_that_differs_from_the_document_it_cites(cited: Named, name: str) -> None:
    citing = facts("b", named("9/QĐ-UBND", title="về việc khác hẳn với văn bản kia"), cited)
    assert found(facts("a", named()), citing) == [(name, "b")]
    assert found(citing, facts("a", named())) == [(name, "b")]


@pytest.mark.parametrize(
    "cited",
    [
        named(bodies=("Chủ tịch UBND tỉnh",)),
        named(bodies=(), title="về việc thành lập Tổ công tác"),
        # Numbers recur: another year, or another province.
        named(day="2024-05-02", bodies=("Ủy ban nhân dân tỉnh",), title="về việc khác"),
        named(day="2026-05-02", bodies=("Ủy ban nhân dân tỉnh Hà Nam",), title="về việc khác"),
    ],
)
def test_a_citation_that_agrees_or_means_another_document(cited: Named) -> None:
    assert found(facts("a", named()), facts("b", None, cited)) == []


def test_a_committee_may_be_named_by_any_of_its_organs() -> None:
    own = named("15-CT/TU", bodies=("TỈNH ỦY HƯNG YÊN", "BAN THƯỜNG VỤ TỈNH ỦY"), type_name="Chỉ thị")
    assert found(facts("a", own), facts("b", None, own._replace(bodies=("Ban Chấp hành Đảng bộ tỉnh",)))) == []


def test_a_number_that_no_document_of_a_series_bears() -> None:
    series = [facts(str(number), named(f"{number}/QĐ-UBND")) for number in (3, 4, 5, 7)]
    (item,) = compare_facts(series)
    assert (item.finding.name, item.path, item.finding.message) == ("nhay_so", "7", "6 5/QĐ-UBND")
    assert compare_facts(series[:3]) == []
    assert compare_facts([facts(str(n), named(f"{n}/QĐ-UBND")) for n in (3, 40, 500, 7000)]) == []


def test_a_rule_that_is_not_chosen_for_a_document_says_nothing_of_it() -> None:
    other = named(title="về việc phê duyệt dự toán kinh phí sửa chữa trụ sở làm việc")
    documents = [facts("a", named()), facts("b", other)._replace(rulings=rulings("ngay"))]
    assert compare_facts(documents) == []


# --- the command and the face for Python


def two_files(folder: Path) -> tuple[str, str]:
    first, second = folder / "mot.txt", folder / "hai.txt"
    first.write_text(BASE, encoding="utf-8")
    second.write_text(BASE.replace(TITLE.removeprefix("về việc "), "phê duyệt dự toán sửa chữa kho"), encoding="utf-8")
    return str(first), str(second)


def test_facts_survive_the_cache() -> None:
    kept = facts("a", named(), named("7/QĐ-UBND", day=None))
    assert from_plain(json.loads(json.dumps(kept))) == kept
    assert from_plain(json.loads(json.dumps(facts("b", None)))) == facts("b", None)


def test_the_json_report_lists_it_with_its_documents(tmp_path: Path) -> None:
    first, second = two_files(tmp_path)
    result = CliRunner().invoke(program, ["check", "--format", "json", "--select", "VD401", first, second])
    loaded = json.loads(result.stdout)
    jsonschema.validate(loaded, SCHEMA)
    (finding,) = loaded["across"]
    assert finding["path"] == second
    assert (finding["rule"], finding["location"]["line"], finding["related"][0]["path"]) == ("VD401", 2, first)
    assert loaded["summary"]["canh_bao"] == 1


def test_the_text_report_tells_of_it_after_the_documents(tmp_path: Path) -> None:
    first, second = two_files(tmp_path)
    options = ["check", "--select", "VD401", "--fail-on", "canh_bao"]
    result = CliRunner().invoke(program, [*options, first, second])
    assert result.exit_code == 1
    told = result.stdout.partition("Giữa các văn bản")[2]
    assert "VD401 hai-van-ban-mot-so" in told
    assert "Số: 1125/QĐ-UBND" in told
    assert f"{first}, dòng 2" in " ".join(told.split())
    alone = CliRunner().invoke(program, [*options, second])
    assert alone.exit_code == 0
    assert "Giữa các văn bản" not in alone.stdout


@pytest.mark.parametrize("form", ["jsonl", "sarif", "github", "gitlab", "junit", "html", "markdown"])
def test_every_format_tells_of_it(form: str, tmp_path: Path) -> None:
    files = two_files(tmp_path)
    result = CliRunner().invoke(program, ["check", "--format", form, "--select", "VD401", *files])
    assert result.exit_code == 0, result.output
    assert result.stdout.count("VD401") >= 1
    assert "thành lập Tổ công tác chuyển đổi số" in result.stdout


def test_many_files_are_compared_in_processes_and_from_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VANBAN_LINT_CACHE", str(tmp_path / "cache"))
    files = list(two_files(tmp_path))
    for number in range(4):
        other = tmp_path / f"{number}.txt"
        other.write_text(BASE.replace("1125/", f"{number * 100 + 9}/"), encoding="utf-8")
        files.append(str(other))
    told = [
        CliRunner().invoke(program, ["check", "--format", "json", "--select", "VD401", *files]).stdout for _ in range(2)
    ]
    assert told[0] == told[1]
    assert [item["path"] for item in json.loads(told[0])["across"]] == [files[1]]


def test_the_python_face_keeps_facts_and_not_documents(tmp_path: Path) -> None:
    kept = [check(path, among_others=True, select=("VD401",)).facts for path in two_files(tmp_path)]
    (item,) = compare(kept)
    assert item.finding.rule == "VD401"
    assert check(two_files(tmp_path)[0], select=("VD401",)).facts is None
