"""Where things stand on the printed page, by LibreOffice: skipped where it is not installed.

Positions are those of the words in the PDF, in points from the left and top edge of an A4 page (595 by 842).
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest
from template.samples import example

pytestmark = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")), reason="LibreOffice or pdftotext is not installed"
)
NAMES = {
    "dang/chi-thi": 2, "dang/cong-van": 1, "dang/quyet-dinh": 1, "dang/bien-ban": 1, "hanh-chinh/quyet-dinh": 1,
    "hanh-chinh/cong-van": 1, "hanh-chinh/to-trinh": 1, "hanh-chinh/bien-ban": 1, "hanh-chinh/giay-moi": 1,
    "hanh-chinh/quyet-dinh-ban-hanh-quy-che": 2,
}  # fmt: skip
MM = 72 / 25.4
LEFT, RIGHT, TOP = 30 * MM, 595.3 - 15 * MM, 20 * MM


class Word(NamedTuple):
    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Word]]:
    folder = tmp_path_factory.mktemp("in")
    for name in NAMES:
        (folder / f"{name.replace('/', '_')}.docx").write_bytes(example(name))
    profile = f"-env:UserInstallation=file://{folder / 'ho-so'}"
    files = sorted(map(str, folder.glob("*.docx")))
    subprocess.run(
        ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), *files],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return {name: words(folder / f"{name.replace('/', '_')}.pdf") for name in NAMES}


def words(path: Path) -> list[Word]:
    """Words of a PDF; the pieces of one word that a substituted font cut it into are joined."""
    said = subprocess.run(["pdftotext", "-bbox", str(path), "-"], check=True, capture_output=True, text=True).stdout
    found: list[Word] = []
    for number, page in enumerate(said.split("<page ")[1:], 1):
        for m in re.finditer(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>', page):
            piece = Word(number, *map(float, m.groups()[:4]), m[5])
            last = found[-1] if found else None
            if (
                last
                and last.page == number
                and abs(last.bottom - piece.bottom) < 2
                and -2 < piece.left - last.right < 1
            ):
                found[-1] = last._replace(right=piece.right, text=last.text + piece.text)
            else:
                found.append(piece)
    return found


def first(found: list[Word], text: str, page: int = 1) -> Word:
    return next(word for word in found if word.text == text and word.page == page)


@pytest.mark.parametrize("name", NAMES)
def test_pages_and_margins(name: str, pages: dict[str, list[Word]]) -> None:
    found = pages[name]
    assert max(word.page for word in found) == NAMES[name]
    text = [word for word in found if word.top > TOP - 4]
    assert min(word.left for word in text) >= LEFT - 1
    assert max(word.right for word in text) <= RIGHT + 1
    assert max(word.right for word in text) >= RIGHT - 12  # justified text reaches the right margin


@pytest.mark.parametrize("name", NAMES)
def test_columns_of_the_head_are_level(name: str, pages: dict[str, list[Word]]) -> None:
    """The body's name with the heading of the page, the number with the date (Nghị định 30, Phụ lục I, IV)."""
    found = pages[name]
    right = next(word for word in found if word.left > 230 and word.top > TOP - 4)
    left = next(word for word in found if word.left < 230 and word.top > TOP - 4)
    assert abs(left.bottom - right.bottom) < 4
    number = next(word for word in found if word.text.startswith("Số"))
    assert number.left < 297
    dates = [word for word in found if word.text == "ngày" and word.left > 297 and word.top < 200]
    if name != "hanh-chinh/bien-ban":
        assert abs(dates[0].bottom - number.bottom) < 3


@pytest.mark.parametrize("name", NAMES)
def test_recipients_stand_left_and_the_signature_right(name: str, pages: dict[str, list[Word]]) -> None:
    found = pages[name]
    label = next(word for word in found if word.text == "Nơi")
    assert abs(label.left - LEFT) < 8
    if "bien-ban" in name:
        return
    signature = min(
        (
            w
            for w in found
            if w.page == label.page and w.left > 300 and w.text.isupper() and abs(w.bottom - label.bottom) < 6
        ),
        key=lambda word: word.left,
    )
    centre = (30 + 68 + 97 / 2) * MM
    line = [w for w in found if w.page == label.page and abs(w.bottom - signature.bottom) < 1 and w.left > 250]
    assert abs((line[0].left + line[-1].right) / 2 - centre) < 6


def test_numbers_of_items_are_printed(pages: dict[str, list[Word]]) -> None:
    said = [word.text for word in pages["hanh-chinh/quyet-dinh"]]
    articles = [said[i + 1] for i, text in enumerate(said) if text == "Điều" and said[i + 1].endswith(".")]
    assert articles == ["1.", "2.", "3."]
    assert said.count("1.") == 3  # article 1, and the first clause of articles 2 and 3


def test_the_page_number_is_centred_ten_millimetres_below_the_edge_from_page_two(pages: dict[str, list[Word]]) -> None:
    found = pages["dang/chi-thi"]
    number = first(found, "2", page=2)
    assert number.top < TOP
    assert abs(number.top - 10 * MM) < 6
    assert abs((number.left + number.right) / 2 - (LEFT + RIGHT) / 2) < 2
    assert not [word for word in found if word.page == 1 and word.top < TOP - 8]
