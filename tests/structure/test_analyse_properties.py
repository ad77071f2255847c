"""What holds for every document: no error, blocks that are text, zones in order, linear time."""

from __future__ import annotations

import time
from itertools import pairwise

from fixtures.drafts import STATE_END, STATE_HEAD, TODAY, tables
from hypothesis import given, settings
from hypothesis import strategies as st

from vanban_lint.model import Anchor, CellPosition, Document, Label, Paragraph, Part, Span
from vanban_lint.structure import analyse
from vanban_lint.structure.place import Places

PIECES = st.sampled_from(
    [
        "Số: 35 -CT/TU",
        "*",
        "-----",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "QUYẾT ĐỊNH",
        "QUYẾT ĐỊNH:",
        "CỦA BAN THƯỜNG VỤ",
        "Kính gửi:",
        "Căn cứ Luật;",
        "I.",
        "1.",
        "1.1.",
        "a)",
        "-",
        "+",
        "(1)",
        "(2) Hai",
        "Điều 1.",
        "Chương I",
        "“Điều 2.",
        "”",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Nguyễn Văn An",
        "{{ten}}",
        "PHỤ LỤC I",
        "(Kèm theo Quyết định số 1)",
        "Hà Nội, ngày 31 tháng 02 năm 0000",
        "kiêm",
        "Xác nhận chữ ký",
        "}",
        "\t",
        "    ",
        "\n",
        "\u00a0",
        "\u200b",
        "**",
        "về việc",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=12), max_size=4).map(" ".join)
CELLS = st.just(()) | st.builds(lambda t, r, c: (CellPosition(t, r, c),), *[st.integers(1, 3)] * 3)
LABELS = st.none() | st.builds(
    Label,
    st.sampled_from(["1.", "a)", "•", "Điều 2.", ""]),
    st.just("1"),
    st.just(0),
    st.integers(0, 9),
    st.just("decimal"),
)


@st.composite
def documents(draw) -> Document:
    rows = draw(st.lists(st.tuples(TEXTS, CELLS, LABELS, st.booleans()), max_size=25))
    body = tuple(
        Paragraph("body", i, text, cell=cell, label=label, break_before=broken)
        for i, (text, cell, label, broken) in enumerate(rows, 1)
    )
    parts = [Part("body", "body", body)]
    if body and draw(st.booleans()):
        parts.append(Part("box1", "box", (Paragraph("box1", 1, draw(TEXTS)),), anchor=Anchor("body", 1, 0, 0)))
    return Document("x", "docx", tuple(parts))


@settings(max_examples=150, deadline=None)
@given(documents())
def test_any_document_is_understood(document):
    structure = analyse(document, tables(), today=TODAY)
    for block in structure.blocks:
        assert block.text == "\n".join(document.text(anchor) for anchor in block.anchors)
        assert block.evidence
    zones = structure.zones
    assert all(a.last < b.first for a, b in pairwise(zones))
    assert all(document.text(node.anchor) or node.anchor for node in structure.nodes())
    for flow in structure.flows:
        for piece, following in zip(flow.pieces, [*flow.pieces[1:], None], strict=True):
            end = following.start - 1 if following else len(flow.text)
            assert flow.text[piece.start : end] == document.text(piece.anchor)
    places = Places(structure, document)
    for part in document.parts:
        for paragraph in part.paragraphs:
            assert places.place(paragraph.anchor())


@given(st.lists(st.integers(1, 20), max_size=6))
def test_how_runs_split_a_paragraph_does_not_matter(cuts):
    text = STATE_HEAD + "\nQUYẾT ĐỊNH\nVề việc thử\n\nĐiều 1. Thử./." + STATE_END

    def made(split: bool) -> Document:
        paragraphs = []
        for i, line in enumerate(text.split("\n"), 1):
            edges = sorted({0, len(line), *(c for c in cuts if c < len(line))}) if split else [0, len(line)]
            spans = tuple(Span(a, b) for a, b in pairwise(edges))
            paragraphs.append(Paragraph("body", i, line, spans))
        return Document("x", "docx", (Part("body", "body", tuple(paragraphs)),))

    assert analyse(made(True), tables(), today=TODAY) == analyse(made(False), tables(), today=TODAY)


def test_tables_may_be_empty():
    document = Document("x", "txt", (Part("body", "body", (Paragraph("body", 1, "QUYẾT ĐỊNH"),)),))
    assert analyse(document, {}, today=TODAY).ten_loai.value is None


def test_time_grows_with_length_only():
    lines = []
    for i in range(200):
        lines += [
            f"{i}. Mục thứ {i} của văn bản",
            "a) Điểm (1) một; (2) hai",
            "“Điều 1. Mở ngoặc kép",
            "Nơi nhận kết quả: các sở,",
        ]

    def cost(times: int) -> float:
        paragraphs = tuple(Paragraph("body", i, line) for i, line in enumerate(lines * times, 1))
        document = Document("x", "txt", (Part("body", "body", paragraphs),))
        best = 9.0
        for _ in range(3):
            start = time.perf_counter()
            analyse(document, tables(), today=TODAY)
            best = min(best, time.perf_counter() - start)
        return best

    assert cost(8) < 8 * cost(1) * 2.5
