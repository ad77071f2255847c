"""Recognition on real documents that nobody here wrote; skipped where they are not at hand."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from fixtures.drafts import TODAY, tables, texts, understood

from vanban_lint.readers import read
from vanban_lint.structure import analyse

SHARED = Path(__file__).parents[3] / "shared"
MANIFEST = SHARED / "corpus" / "manifest.yaml"
pytestmark = pytest.mark.skipif(
    not MANIFEST.exists(), reason="the collection of real documents is not beside the project"
)

REGIMES = {"state": "hanh-chinh", "school": "hanh-chinh", "party": "dang", "normative": "quy-pham", "doan": "doan"}
KINDS = {
    "Quyết định": "QĐ",
    "Công văn": "CV",
    "Kế hoạch": "KH",
    "Thông báo": "TB",
    "Thông tư": "TTư",
    "Báo cáo": "BC",
    "Tờ trình": "TTr",
    "Nghị quyết": "NQ",
    "Quy chế": "QC",
    "Quy định": "QyĐ",
    "Hướng dẫn": "HD",
    "Biên bản": "BB",
    "Nghị định": "NĐ",
}
WANTED = ("so_ky_hieu", "dia_danh_ngay", "noi_nhan", "chuc_vu", "ho_ten")
#: Parts that a document truly lacks: a draft signed by no name yet.
LACKING = {"s07-qd-vstbpn-du-thao.docx": {"ho_ten"}}


def entries():
    return yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))["documents"] if MANIFEST.exists() else []


def structure_of(name: str):
    return analyse(read(str(SHARED / name)), tables(), today=TODAY)


def test_regime_and_type_of_the_collection():
    wrong = []
    for entry in entries():
        found = structure_of(f"corpus/{entry['file']}")
        want = (REGIMES[entry["regime"]], KINDS.get(entry["kind"]))
        if want[1] and (found.regime.value, found.ten_loai.value) != want:
            wrong.append((entry["file"], found.regime.value, found.ten_loai.value))
    assert len(wrong) <= 2, wrong


def test_parts_of_every_filled_document():
    missing = []
    for entry in entries():
        if entry["regime"] not in ("state", "party") or "template" in entry["state"] or "reference" in entry["state"]:
            continue
        found = structure_of(f"corpus/{entry['file']}")
        lost = {name for name in WANTED if not found.all(name)} - LACKING.get(entry["file"], set())
        missing += [(entry["file"], name) for name in sorted(lost)]
    assert not missing


def test_word_and_text_of_one_draft_are_understood_alike():
    word, text = structure_of("seeds/000-du-thao-chi-thi.docx"), structure_of("seeds/000-du-thao-chi-thi.txt")
    assert [(b.name, b.text, b.values) for b in word.blocks] == [(b.name, b.text, b.values) for b in text.blocks]
    assert [(n.label, n.title) for n in word.nodes()] == [(n.label, n.title) for n in text.nodes()]


@pytest.mark.parametrize("name", ["s02-qd-ccv", "s13-cv-mttq-du-thao", "s22-cv-btc", "s28-nq-tinh-uy", "s38-nd30"])
def test_cells_written_one_after_the_other_are_understood_alike(name):
    document = read(str(SHARED / "corpus" / f"{name}.docx"))
    word = analyse(document, tables(), today=TODAY)
    text = understood("\n".join(paragraph.text for paragraph in document.body.paragraphs))
    for part in ("so_ky_hieu", "dia_danh_ngay", "trich_yeu", "can_cu", "kinh_gui_muc", "noi_nhan_muc", "luu", "ho_ten"):
        assert texts(text, part) == texts(word, part)


def test_sentences_cut_by_page_breaks_are_joined():
    for name in ("seeds/003-chi-thi.docx", "seeds/003-chi-thi.txt"):
        cut = [flow.text for flow in structure_of(name).flows if flow.cut]
        assert len(cut) == 2
        assert "của Bộ Chính trị về" in cut[0]
        assert "kịp thời tham mưu Ban Thường vụ" in cut[1]
