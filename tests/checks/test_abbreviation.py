"""What is said of abbreviations in a whole document, and what is left alone."""

import datetime as dt

import pytest
from fixtures.drafts import PARTY_HEAD, STATE_END, STATE_HEAD

from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.readers import read

END = "\nNơi nhận:\n- Các ban đảng TU,\n- Lưu VPTU.\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\nLê Văn Ba"
TODAY = dt.date(2026, 11, 24)


def judged(text):
    report = check_document(read("a.txt", text.encode()), Settings(today=TODAY, select=("VT",)))
    assert not report.crashed
    return report.findings


def said(body, subject="về lưu trữ"):
    return [(f.rule, f.text) for f in judged(f"{PARTY_HEAD}\nCHỈ THỊ\n{subject}\n-----\n{body}{END}")]


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("1. Công tác PCTN được quan tâm.\n2. Kết quả PCTN có tiến bộ.", [("VT101", "PCTN")]),
        ("1. Công tác PCTN; phòng, chống tham nhũng có tiến bộ.", [("VT101", "PCTN")]),
        ("1. Công tác PCCC.\n2. Việc phòng cháy, chữa cháy (PCCC).", [("VT103", "PCCC")]),
        ("1. Phòng cháy, chữa cháy (PCCC).\n2. Phòng cháy, chữa cháy (PCCC).\n3. PCCC.", [("VT104", "PCCC")]),
        ("1. Phòng cháy, chữa cháy (PCCC) được quan tâm.", [("VT106", "PCCC")]),
        ("1. Phổ biến, giáo dục pháp luật (BGDPL).\n2. Kế hoạch PBGDPL.", [("VT107", "BGDPL")]),
        ("1. Chủ tịch UNBD tỉnh và HDND tỉnh.", [("VT107", "UNBD"), ("VT107", "HDND")]),
    ],
)
def test_each_defect_at_its_place(body, wrong):
    assert said(body) == wrong


@pytest.mark.parametrize(
    "body",
    [
        "1. UBND, HĐND, MTTQ, GDP, TNHH MTV, NXB và TW.",
        "1. Phòng cháy, chữa cháy (PCCC).\n2. Lực lượng PCCC.",
        "1. Đồng chí Phó Giám đốc (PGĐ) dự họp; PGĐ kết luận.",
        "1. Chỉ số hiệu suất (KPI) và bộ KPI của tỉnh.",
        "1. Ký hiệu của đảng ủy công an: ĐUCA",
        "1. Số điện thoại của XYZ.",
        "1. Thực hiện Nghị quyết số 27-NQ/TW và 28-NQ/TW, 29-NQ/TW.",
        "1. Đại hội XIII, XIV; khoá XIII.",
    ],
)
def test_what_is_right_or_unknown_is_left_alone(body):
    assert said(body) == []


def test_what_an_abbreviation_stands_for_is_named_when_the_text_holds_it():
    body = "1. Giải quyết TTHC.\n2. Rà soát TTHC, thủ tục hành chính."
    (finding,) = judged(f"{STATE_HEAD}\nKẾ HOẠCH\nVề việc rà soát\n\n{body}{STATE_END}")
    assert (finding.rule, finding.severity) == ("VT102", "goi_y")
    assert "thủ tục hành chính" in finding.message
    assert len(finding.related) == 1


def test_an_abbreviation_for_two_names():
    body = "1. Tổ chức chính trị - xã hội (CTXH).\n2. Nghề công tác xã hội (CTXH).\n3. Hội CTXH."
    assert said(body) == [("VT105", "CTXH")]


def test_a_subject_stands_before_every_explanation():
    assert said("1. Việc tinh giản biên chế (TGBC); TGBC tiếp tục.", "về lãnh đạo công tác TGBC") == [("VT108", "TGBC")]


def test_recipients_of_an_annex_are_no_running_text():
    annex = "\nPHỤ LỤC\n1. Nội dung.\n- Các tổ chức CTXH,\n- Các hội CTXH,\n- Lưu VPTU."
    assert [f.text for f in judged(f"{PARTY_HEAD}\nCHỈ THỊ\nvề lưu trữ\n-----\n1. Lưu trữ.{END}{annex}")] == []
