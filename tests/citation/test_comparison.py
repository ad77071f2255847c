"""Citations of one number against each other, and against the register."""

import datetime as dt

import pytest

from vanban_lint.citation.agreement import disagreements, same_body
from vanban_lint.citation.normalise import vocabulary
from vanban_lint.citation.parse import find_citations
from vanban_lint.citation.register import Register
from vanban_lint.ruleset import bundled

WORDS = vocabulary(bundled().tables)
REGISTER = Register.from_tables(bundled().tables["so_bo"])


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


def test_a_row_the_register_holds_stands_in_its_turn():
    """No verified law or resolution of the National Assembly contradicts another: what VD308 rests on."""
    wrong = []
    for row in bundled().tables["so_bo"]:
        others = Register.from_tables(one for one in bundled().tables["so_bo"] if one is not row)
        (citation,) = found(f"theo {row['loai']} số {row['so']}")
        if row["tin"] == "xac_minh" and (against := others.out_of_turn(citation)):
            wrong.append((row["so"], against.so))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("Luật Đất đai số 02/2023/QH15", "10/2022/QH15"),
        ("Nghị quyết số 250/2023/QH15", "193/2025/QH15"),
        ("Luật Đất đai số 31/2024/QH15", None),
        ("Luật Nhà giáo số 73/2025/QH15", None),
        ("văn bản số 02/2023/QH15", None),
    ],
)
def test_numbers_of_the_national_assembly_run_through_a_term(text, against):
    row = REGISTER.out_of_turn(found(f"theo {text}")[0])
    assert (row and row.so) == against


def test_quy_dinh_and_quyet_dinh_are_told_apart_by_the_register():
    assert REGISTER.wrong_type(found("Quyết định số 132-QĐ/TW ngày 27/10/2023")[0]).loai == "Quy định"
    assert REGISTER.wrong_type(found("Quy định số 132-QĐ/TW ngày 27/10/2023")[0]) is None
    assert REGISTER.wrong_type(found("Quyết định số 132-QĐ/TW ngày 27/10/2001")[0]) is None


@pytest.mark.parametrize(
    ("text", "day", "gone"),
    [
        ("Hướng dẫn số 36-HD/VPTW ngày 03/4/2018", "2026-05-27", True),
        ("Hướng dẫn số 36-HD/VPTW ngày 03/4/2018", "2026-05-26", False),
        ("Hướng dẫn số 36-HD/VPTW", "2026-06-01", False),
        ("Nghị định số 34/2016/NĐ-CP", "2025-06-01", True),
    ],
)
def test_what_is_no_longer_in_force(text, day, gone):
    assert (REGISTER.expired(found(text)[0], dt.date.fromisoformat(day)) is not None) is gone


def test_a_number_that_recurs_needs_a_date():
    assert len(REGISTER.several("27-NQ/TW")) == 2
    assert REGISTER.several("57-NQ/TW") == []


OWN = {
    "van_ban": [{"so": "12-CT/TU", "ngay": "2023-03-05", "co_quan": "Ban Thường vụ Tỉnh ủy"}],
    "day_du": [{"ky_hieu": "*-CT/TU", "tu": "2020-10-01", "den": "2025-09-30"}],
}


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Chỉ thị số 13-CT/TU ngày 05/3/2023", True),
        ("Chỉ thị số 12-CT/TU ngày 05/3/2023", False),
        ("Chỉ thị số 12-CT/TU ngày 05/3/2019", False),
        ("Chỉ thị số 13-CT/TU", False),
        ("Nghị quyết số 13-NQ/TU ngày 05/3/2023", False),
    ],
)
def test_a_family_held_wholly(text, missing):
    own = Register.from_tables(bundled().tables["so_bo"], OWN)
    assert (own.unknown(found(text)[0]) is not None) is missing


def test_the_users_rows_speak_beside_the_bundled_ones():
    own = Register.from_tables(bundled().tables["so_bo"], OWN)
    assert own.wrong_date(found("Chỉ thị số 12-CT/TU ngày 05/4/2023")[0]).ngay == dt.date(2023, 3, 5)
    assert own.wrong_date(found("Nghị quyết số 57-NQ/TW ngày 22/12/2025")[0]) is not None
