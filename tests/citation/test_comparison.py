"""Citations of one number against each other, and against the register."""

import pytest

from vanban_lint.citation.agreement import disagreements, same_body
from vanban_lint.citation.normalise import vocabulary
from vanban_lint.citation.parse import find_citations
from vanban_lint.citation.register import Register
from vanban_lint.ruleset import bundled

WORDS = vocabulary(bundled().tables)
REGISTER = Register.from_table(bundled().tables["so_bo"])


def found(text):
    return find_citations(text, WORDS)


def test_the_majority_is_named_and_all_places_are_kept():
    text = "; ".join(f"Nghị quyết số 27-NQ/TW ngày {day}/11/2022 của Trung ương" for day in ("09", "08", "09"))
    (said,) = disagreements(found(text), "ngay")
    assert (said.odd, said.stated, said.usual, said.others) == (1, "08/11/2022", "09/11/2022", (0, 2))


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 27-NQ/TW ngày 21/5/2018 và Nghị quyết số 27-NQ/TW ngày 09/11/2022",
        "Kế hoạch số 12/KH-UBND ngày 03/02/2024 của UBND tỉnh; Kế hoạch số 12/KH-UBND ngày 04/02/2024 của UBND xã",
    ],
)
def test_numbers_that_recur_do_not_disagree(text):
    assert list(disagreements(found(text), "ngay")) == []


def test_one_body_written_in_two_ways_is_one():
    assert same_body("UBND tỉnh", "Ủy ban nhân dân tỉnh Lâm Đồng")
    assert same_body("Ban Chấp hành Trung ương Đảng khoá XIII", "BCH Trung ương")
    assert not same_body("Ban Bí thư", "Bộ Chính trị")


def test_every_row_of_the_register_is_read_by_the_grammar():
    wrong = []
    for row in bundled().tables["so_bo"]:
        said = found(f"theo {row['loai']} số {row['so']}")
        if [citation.ky_hieu for citation in said] != [row["so"]]:
            wrong.append((row["so"], [citation.ky_hieu for citation in said]))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Nghị quyết số 57-NQ/TW ngày 22/12/2025", "2024-12-22"),
        ("Nghị quyết số 57-NQ/TW ngày 22/12/2024", None),
        ("Nghị quyết số 27-NQ/TW ngày 09/11/2022", None),
        ("Nghị định số 30/2020/NĐ-CP ngày 15/5/2020", "2020-03-05"),
        ("Nghị quyết số 57-NQ/TW ngày 03/02/1999", None),
        ("Quyết định số 99999/QĐ-TTg ngày 03/02/2024", None),
    ],
)
def test_the_register_on_dates(text, right):
    row = REGISTER.wrong_date(found(text)[0])
    assert (row and row.ngay.isoformat()) == right
