"""References that lead nowhere, and those that must not be judged."""

from __future__ import annotations

import pytest
from fixtures.drafts import STATE_END, STATE_HEAD

from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.readers import read

TITLE = "\nQUYẾT ĐỊNH\nVề việc thành lập Tổ công tác\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HƯNG YÊN\nCăn cứ Luật Tổ chức;\n"
ARTICLES = "QUYẾT ĐỊNH:\nĐiều 1. Thành lập Tổ công tác.\nĐiều 2. Nhiệm vụ\n1. Lập kế hoạch.\n2. {}\nĐiều 3. Thi hành.\n"


def found(sentence: str, articles: str = ARTICLES, title: str = TITLE) -> list[tuple[str, str, str]]:
    text = STATE_HEAD + title + articles.format(sentence) + STATE_END
    report = check_document(read("a.txt", text.encode()), Settings(select=("VD15",)))
    assert not report.crashed
    return [(item.rule, item.text, item.certainty) for item in report.findings]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Theo Điều 7 Quyết định này.", ("VD151", "Điều 7", "chac_chan")),
        ("Các ông, bà có tên tại Điều 4 chịu trách nhiệm.", ("VD151", "Điều 4", "co_the")),
        ("Theo khoản 3 Điều này.", ("VD152", "khoản 3 Điều này", "chac_chan")),
        ("Theo khoản 4 Điều 2 của Quyết định này.", ("VD152", "khoản 4 Điều 2", "chac_chan")),
    ],
)
def test_a_part_that_is_not_there(sentence: str, expected: tuple[str, str, str]) -> None:
    assert found(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Theo Điều 3 Quyết định này.",
        "Theo khoản 1 Điều 2, khoản 2 Điều này.",
        "Theo Điều 70 Luật Đất đai.",
        "Theo Nghị định số 30/2020/NĐ-CP, nhất là tại Điều 25.",
        "Theo “Điều 9” của bản dự thảo.",
        "Theo Điều 12 và Điều 13 Nghị định số 30/2020/NĐ-CP.",
        "Theo Phụ lục IV.",
    ],
)
def test_what_is_there_or_belongs_to_another_document(sentence: str) -> None:
    assert found(sentence) == []


def test_a_gap_in_the_articles_means_that_some_were_not_seen() -> None:
    assert found("Theo Điều 9 Quyết định này.", ARTICLES.replace("Điều 2", "Điều 5")) == []


def test_a_document_that_amends_speaks_of_the_articles_of_another() -> None:
    title = TITLE.replace("thành lập Tổ công tác", "sửa đổi, bổ sung Quy chế làm việc")
    assert found("Thay cụm từ tại Điều 8.", title=title) == []
    assert found("Theo Điều 8 Quyết định này.", title=title) == [("VD151", "Điều 8", "chac_chan")]


def test_the_clauses_of_an_article_without_clauses_are_not_judged() -> None:
    assert found("Theo khoản 2 Điều 1 Quyết định này.") == []
