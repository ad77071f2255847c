"""What may stand right after a part."""

from __future__ import annotations

from dataclasses import replace

from block_context import context, hits

from vanban_lint.model import Label

RULE = {"cam": r"(?:Chương|Điều)\s|[IVX]+[.-]|\d+\.\s"}


def found(after, label=None):
    where = context([("can_cu", "Căn cứ Điều lệ Đảng,"), ("doan", " "), ("doan", after)])
    if label:
        body = where.document.body
        numbered = body.paragraphs[-1]._replace(label=label)
        part = body._replace(paragraphs=(*body.paragraphs[:-1], numbered))
        where = replace(where, document=where.document._replace(parts=(part,)))
    return hits("following", ["can_cu"], RULE, where)


def test_a_heading_right_after_the_grounds():
    (hit,) = found("I- TÌNH HÌNH")
    assert hit.absent
    assert (hit.anchor.paragraph, hit.anchor.start, hit.anchor.end) == (1, 20, 20)
    assert found("Ban Thường vụ Tỉnh ủy ban hành Nghị quyết như sau:") == []


def test_an_automatic_number_counts():
    assert found("Tình hình", Label("1.", "1", 0, 1, "decimal"))
    assert found("Tình hình") == []


def test_nothing_after_and_nothing_before():
    assert hits("following", ["can_cu"], RULE, context([("can_cu", "Căn cứ Điều lệ Đảng,")])) == []
    assert hits("following", ["can_cu"], RULE, context([("doan", "I- TÌNH HÌNH")])) == []
