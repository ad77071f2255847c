"""A document read back into fields: every example, generated data, and drafts from life."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from template.samples import NAMES, TODAY, example, judged, maker, template

from vanban_lint.readers import read
from vanban_lint.template.extract import extract, right
from vanban_lint.template.new import Maker
from vanban_lint.template.reformat import reformat, template_for, understood, words
from vanban_lint.template.schema import complete, plain

SHARED = Path(__file__).parents[3] / "shared"


def back(name: str, made: bytes) -> tuple[dict[str, Any], list[str]]:
    """Values read from a file, and texts that found no field."""
    document = read("ban-thao.docx", made)
    found = extract(document, understood(document, TODAY), template(name), maker(name).compiled, today=TODAY)
    return dict(right(template(name), found)), [kept.text for kept in found.kept]


@pytest.mark.parametrize("name", NAMES)
def test_every_example_comes_back(name: str) -> None:
    assert back(name, example(name)) == (maker(name).values(template(name).example), [])


@pytest.mark.parametrize("name", NAMES)
def test_plain_data_are_taken_back(name: str) -> None:
    """What ``extract`` prints is what ``new`` takes."""
    values = maker(name).values(template(name).example)
    printed = yaml.safe_load(yaml.safe_dump(plain(values), allow_unicode=True))
    assert complete(template(name).fields, printed) == values


WORDS = st.lists(
    st.sampled_from(
        "công tác lưu trữ hồ sơ cán bộ tỉnh nhiệm vụ được giao & <chất lượng> 100% “mới” đúng 😀 thời hạn".split()
    ),
    min_size=3,
    max_size=12,
).map(" ".join)
SENTENCES = WORDS.map(lambda text: f"Việc {text} được thực hiện đúng quy định.")
TITLES = WORDS.map(lambda text: f"Về {text}")
BODIES = st.sampled_from(["Ban Tổ chức", "Văn phòng", "Sở Nội vụ", "Các đảng uỷ", "Công an tỉnh", "Các sở, ban, ngành"])
NAMES_OF_PEOPLE = st.sampled_from(["Nguyễn Văn An", "Trần Thị Bích Ngọc", "Lê Minh", "Đỗ Phương Thảo", "H’Vi Ê Ban"])


@st.composite
def outlines(draw: st.DrawFn) -> list[Any]:
    """A lead-in, then items in an order that a drafter could write, each closed by its mark."""
    items: list[Any] = [draw(SENTENCES)]
    for _ in range(draw(st.integers(0, 4))):
        items.append({"khoan": draw(st.one_of(SENTENCES, TITLES))})
        items += draw(st.lists(SENTENCES, max_size=2))
        items += [{"diem": text} for text in draw(st.lists(SENTENCES, max_size=8))]
        items += [{"gach": text} for text in draw(st.lists(SENTENCES, max_size=3))]
    return [*items, "Việc này được thực hiện từ ngày ký."]


DATA = st.fixed_dictionaries(
    {
        "so": st.one_of(st.none(), st.integers(1, 9999)),
        "ngay": st.one_of(st.none(), st.dates(dt.date(2020, 4, 1), dt.date(2027, 12, 31))),
        "trich_yeu": WORDS.map(lambda text: f"về {text}"),
        "noi_nhan": st.lists(BODIES, min_size=1, max_size=6, unique=True),
        "noi_dung": outlines(),
        "nguoi_ky": st.fixed_dictionaries({"ho_ten": NAMES_OF_PEOPLE}),
    }
)
SIGNERS = {
    "dang/chi-thi": {"quyen_han": ["T/M BAN THƯỜNG VỤ"], "chuc_vu": "BÍ THƯ"},
    "dang/to-trinh": {"quyen_han": ["T/M ĐẢNG UỶ"], "chuc_vu": "BÍ THƯ"},
    "hanh-chinh/ke-hoach": {"quyen_han": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], "chuc_vu": "PHÓ CHỦ TỊCH"},
    "hanh-chinh/cong-van": {"quyen_han": ["KT. GIÁM ĐỐC"], "chuc_vu": "PHÓ GIÁM ĐỐC"},
    "hanh-chinh/thong-bao": {"chuc_vu": "CHÁNH VĂN PHÒNG"},
}


@pytest.mark.parametrize("name", SIGNERS)
@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
    phases=[Phase.generate],
)
@given(data=DATA)
def test_generated_data_come_back(name: str, data: dict[str, Any]) -> None:
    """Five templates, a hundred sets of data each."""
    given = dict(template(name).example) | data
    given["nguoi_ky"] = SIGNERS[name] | data["nguoi_ky"]
    values = maker(name).values(given)
    found, kept = back(name, maker(name).print(values))
    assert found == values
    assert kept == []


def test_what_has_no_field_is_told_and_kept_in_its_place() -> None:
    made = reformat(_with_stray_lines(), "a.docx", maker("dang/chi-thi"))
    assert [kept.text for kept in made.extracted.kept] == ["Bảng kê ghi thêm ở cuối trang."]
    found = [paragraph.text for paragraph in read("a.docx", made.data).body.paragraphs if paragraph.text]
    assert found[-1] == "Bảng kê ghi thêm ở cuối trang."


def _with_stray_lines() -> bytes:
    import io

    from docx import Document

    document = Document(io.BytesIO(example("dang/chi-thi")))
    document.add_paragraph("Bảng kê ghi thêm ở cuối trang.")
    table = document.add_table(rows=2, cols=2)
    for i, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"ô {i}"
    body = next(p for p in document.paragraphs if p.text.startswith("Để khắc phục"))
    body._p.addnext(table._tbl)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def test_tables_of_the_text_stay_where_they_were() -> None:
    made = reformat(_with_stray_lines(), "a.docx", maker("dang/chi-thi"))
    found = [paragraph.text for paragraph in read("a.docx", made.data).body.paragraphs if paragraph.text]
    place = found.index("ô 0")
    assert found[place - 1].startswith("Để khắc phục")
    assert found[place : place + 4] == ["ô 0", "ô 1", "ô 2", "ô 3"]


#: Drafts and issued documents of which a template exists, and the layout findings that are facts no layout can mend:
#: what is missing
#: (a signature, a name), what the drafter must word anew (a citation's date, an abbreviation, a body that is no more).
REAL = {
    "seeds/000-du-thao-chi-thi.docx": {"TT170", "TT446", "TT717"},
    "corpus/s01-qd-ccv-du-thao.docx": {"TT237"},
    "corpus/s02-qd-ccv.docx": set(),
    "corpus/s03-cv-nu-doanh-nhan-du-thao.docx": set(),
    "corpus/s05-qd-atvsld-du-thao.docx": {"TT235", "TT237"},
    "corpus/s06-qd-atvsld.docx": set(),
    "corpus/s08-qd-vstbpn.docx": set(),
    "corpus/s10-qd-dieu-le-nu-dn.docx": set(),
    "corpus/s12-qd-van-tai.docx": set(),
    "corpus/s13-cv-mttq-du-thao.docx": set(),
    "corpus/s15-qd-luat-su-du-thao.docx": set(),
    "corpus/s18-cv-mo-hinh-cchc.docx": set(),
    "corpus/s19-qd-doi-ten-clb.docx": set(),
    "corpus/s20-kh-tuyen-truyen-cchc.docx": set(),
    "corpus/s22-cv-btc.docx": set(),
    "corpus/s24-bc-to-chuc-hoi.docx": set(),
    "corpus/s25-ttr-cchc.docx": set(),
    "corpus/s26-qd-bcd-du-lieu.docx": set(),
}
#: Words and marks that the layout sets: headings of the page, number line, marks at the ends of listed lines, "./.".
_LAYOUT = ".,;:-–/"


@pytest.mark.skipif(not SHARED.exists(), reason="the collection of real documents is not beside the project")
@pytest.mark.parametrize("name", REAL)
def test_a_real_draft_is_laid_out_with_its_own_words(name: str) -> None:
    data = (SHARED / name).read_bytes()
    document = read(name, data)
    chosen = template_for(understood(document, TODAY))
    made = reformat(data, name, Maker(chosen, TODAY))
    before, after = letters(words(document)), letters(words(read(name, made.data)))
    boxed = letters(
        word for part in document.parts if part.kind == "box" for p in part.paragraphs for word in p.text.split()
    )
    assert sorted(before) == sorted(word for word in after if word not in boxed or word in before)
    left = {finding.rule for finding in judged(made.data).findings if finding.rule.startswith(("TT", "KT"))}
    assert left <= REAL[name]


def letters(found: Any) -> list[str]:
    """Words without the marks that a layout sets at their ends, and without words that are such marks alone."""
    joined = re.sub(r"(\d)\s+(-[A-Z]+/)", r"\1\2", " ".join(found))  # a blank inside the number line
    bare = (word.strip(_LAYOUT) for word in joined.split())
    return [word.replace("HOÀ", "HÒA") for word in bare if word]
