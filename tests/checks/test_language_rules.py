"""The rules of language (CT, BM, DC, VH) together: how a file is made changes nothing, size blows up nothing."""

import random
import time
import unicodedata

import pytest
from docx import Document as Docx
from hypothesis import given, settings
from hypothesis import strategies as st

from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.model import Document, Paragraph, Part
from vanban_lint.readers import read

FAMILIES = Settings(select=("CT", "BM", "DC", "VH"), ignore=("BM107",))
TEXTS = (
    "1. Các sở, ngành khẩn trương đẩy nhanh tiền độ giải ngân vốn đầu tư công ; báo cáo Ban thường vụ Tỉnh ủy.",
    "2. Tăng cường quản lý hoạt động đầu giá tài sản,phát ttiển kinh tế-xã hội (giai đoạn 2025-2030.",
    "3. Kiểm tra, giám sát; Đồng thời ban hành văn bảnhướng dẫn theo tinh thần “nói đi đôi với làm.",
    "4. Công tác giaó dục được quan tâm. cấp uỷ và các cơ quan hòa giải của của tỉnh thực hiện nghiêm túc..",
)


def told(document):
    """What is said, without where the file keeps it."""
    return [
        (finding.rule, finding.anchor.paragraph, finding.anchor.start, finding.anchor.end, finding.suggestions)
        for finding in check_document(document, FAMILIES).findings
    ]


def written(tmp_path, name, texts, cut):
    """A Word file of these paragraphs, each cut into runs as ``cut`` says."""
    file = Docx()
    for text in texts:
        paragraph = file.add_paragraph()
        for piece in cut(text):
            paragraph.add_run(piece)
    path = tmp_path / name
    file.save(str(path))
    return read(str(path))


@pytest.fixture
def whole(tmp_path):
    found = told(written(tmp_path, "whole.docx", TEXTS, lambda text: [text]))
    assert {"CT", "BM", "DC", "VH"} <= {rule[:2] for rule, *_ in found}
    return found


def test_runs_change_nothing(tmp_path, whole):
    draw = random.Random(5)

    def pieces(text):
        ends = sorted(draw.sample(range(1, len(text)), 12))
        return [text[a:b] for a, b in zip([0, *ends], [*ends, len(text)], strict=True)]

    assert told(written(tmp_path, "letters.docx", TEXTS, list)) == whole
    assert told(written(tmp_path, "pieces.docx", TEXTS, pieces)) == whole


def test_decomposed_letters_change_nothing(tmp_path, whole):
    texts = [unicodedata.normalize("NFD", text) for text in TEXTS]
    assert told(written(tmp_path, "nfd.docx", texts, lambda text: [text])) == whole
    assert told(written(tmp_path, "nfd-letters.docx", texts, list)) == whole


@given(st.lists(st.text(max_size=120), min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_any_text_is_survived(texts):
    composed = [unicodedata.normalize("NFC", text) for text in texts]
    paragraphs = tuple(Paragraph("body", n, text) for n, text in enumerate(composed, 1))
    report = check_document(Document("a.txt", "txt", (Part("body", "body", paragraphs),)), FAMILIES)
    assert report.crashed == ()
    for finding in report.findings:
        assert 0 <= finding.anchor.start <= finding.anchor.end <= len(composed[finding.anchor.paragraph - 1])


def test_a_megabyte_in_one_paragraph():
    right = "Các cơ quan, đơn vị phối hợp kiểm tra, giám sát việc thực hiện (mỗi quý một lần) và báo cáo Tỉnh ủy. "
    text = right * (1_000_000 // len(right)) + TEXTS[0][3:]
    document = Document("a.txt", "txt", (Part("body", "body", (Paragraph("body", 1, "1. " + text),)),))
    begun = time.process_time()
    report = check_document(document, FAMILIES)
    assert report.crashed == ()
    assert {finding.rule[:3] for finding in report.findings} >= {"CT2", "DC1", "VH2"}
    assert time.process_time() - begun < 40
