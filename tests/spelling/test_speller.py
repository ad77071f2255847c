"""Slips found and silences kept, each in sentences of our own."""

import random
import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vanban_lint.spelling.speller import Passage

FOUND = [
    ("Các sở, ngành khẩn trương đẩy nhanh tiền độ giải ngân vốn đầu tư công.", "tiền", "real_word", "tiến"),
    ("Tăng cường quản lý hoạt động đầu giá tài sản trên địa bàn.", "đầu", "real_word", "đấu"),
    ("Tập thể cơ quan phần đầu hoàn thành xuất sắc nhiệm vụ.", "phần đầu", "real_word", "phấn đấu"),
    ("Công tác bồ trợ tư pháp có nhiều chuyển biến.", "bồ", "real_word", "bổ"),
    ("Các đơn vị ố trí đủ kinh phí để thực hiện.", "ố", "real_word", "bố"),
    ("Đồng ý phê duyệt kế hoạch sủ dụng đất của huyện.", "sủ", "real_word", "sử"),
    ("Hồ sơ được lưu trữ tại cơ quan chủ trí.", "trí", "real_word", "trì"),
    ("Thời gian gải quyết hồ sơ được rút ngắn.", "gải", "not_a_syllable", "giải"),
    ("Nghị quyết có hiệu lực từ ngày 01 tháng 8 nằm 2026.", "nằm", "real_word", "năm"),
    ("Kết quả phát ttiển kinh tế - xã hội của tỉnh.", "ttiển", "not_a_syllable", "triển"),
    ("Báo cáo gửi trước ngy 15 của tháng cuối quý.", "ngy", "not_a_syllable", "ngày"),
    ("Xây dựng kế hoch kiểm tra, giám sát.", "hoch", "not_a_syllable", "hoạch"),
    ("Ban hành văn bảnhướng dẫn thi hành luật.", "bảnhướng", "stuck", "bản hướng"),
    ("Các địa phương tổ chức th ực hiện nghiêm túc.", "th ực", "broken", "thực"),
    ("Các địa phương tổ chức thự c hiện nghiêm túc.", "thự c", "broken", "thực"),
    ("Kết quả phát t lên rõ rệt.", "t", "broken", None),
    ("Đề nghị của của Giám đốc Sở Nội vụ.", "của của", "repeated", "của"),
    ("Theo đề nghị của Ủy ban nhân nhân dân xã.", "nhân nhân", "repeated", "nhân"),
    ("Hoạt động hỗ. trợ doanh nghiệp được quan tâm.", "hỗ. trợ", "stop_inside", "hỗ trợ"),
]

SILENT = [
    # right repetitions
    "Xử lý nghiêm các hành vi vi phạm. Luật Luật sư có hiệu lực. Trưởng phòng Phòng Nội vụ chủ trì.",
    "Đảng bộ bộ phận trực thuộc đảng ủy; đoàn thư ký ký biên bản; giải quyết quyết định khiếu nại.",
    # codes, addresses, names, acronyms, foreign words, names of peoples and places
    "Thực hiện Nghị quyết số 27-NQ/TW, Công văn số 35 -CV/TU và Quyết định số 749/QĐ-TTg.",
    "Gửi qua https://dichvucong.gov.vn hoặc hộp thư vanthu@tinhuy.vn, tệp bieumau.docx.",
    "Đồng chí Nguyễn Văn Tiền, chị Miến và ông Toản dự họp. Ông Tiền phát biểu.",
    "Dùng phần mềm VNeID, iOffice, email, website; chuẩn ISO 9001, mạng 5G, tổ C04-P6.",
    "Đồng bào Êđê, Giarai, Xtiêng ở Đắk Lắk và Krông Pắc.",
    # both placements, both right
    "Uỷ ban nhân dân và Ủy ban nhân dân, hoà giải và hòa giải, hằng năm và hàng năm.",
    # a legacy font, a template, another script
    "COÄNG HOAØ XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM, ñoäc laäp töï do haïnh phuùc.",
    "Kính gửi: {{ ten_co_quan }}, số {{ so }}.",
    "Văn bản tiếng Lào ພາສາລາວ và tiếng Nga русский.",
    "Kênh trục chính và cống điều tiết trên kênh.",
]


@pytest.mark.parametrize(("text", "wrong", "kind", "right"), FOUND)
def test_found(said, text, wrong, kind, right):
    found = said(text)
    assert [(where, what) for where, what, *_ in found] == [(wrong, kind)]
    if right:
        assert found[0][2] == right
    assert said(text.replace(wrong, right)) == [] if right else True


@pytest.mark.parametrize("text", SILENT)
def test_silent(said, text):
    assert said(text) == []


def test_an_acronym_is_held_against_the_others_of_the_document(said):
    sentence = "Công tác PBGDPL được quan tâm."
    assert said(sentence, "Hội đồng PBGDPL họp.", "Kế hoạch PBGDPPL năm 2026.") == [("PBGDPPL", "acronym", "PBGDPL")]
    assert said(sentence, "Kế hoạch PBGDPPL năm 2026.") == []


def test_the_author_s_own_word_is_spared(said):
    sentence = "Đơn vị ghi vào sổ của mình theo mẫu."
    assert said(*[sentence] * 6) == []


def test_excluded_stretches_are_read_but_not_judged(said):
    text = "Số 12-BC/TU về tiền độ giải ngân vốn đầu tư công."
    start = text.index("tiền")
    assert said(text) != []
    assert said(Passage(text, ((start, start + 4),))) == []


def test_a_line_that_a_converter_cut_is_no_slip(said):
    assert said("chuyên viên được giao việ", "c, bồi dưỡng chuyên viên đạt chuẩn") == []
    cut = ["Chuyên viên được giao việ", "Duyệt ngay lầ", "Kiến nghị đượ"]
    assert said(*cut) == []
    assert said(cut[0]) == [("việ", "not_a_syllable", "việc")]


def test_places_stand_in_order_and_apart(speller):
    text = " ".join(text for text, *_ in FOUND)
    (suspects,) = speller.check([Passage(text)])
    assert len(suspects) >= len(FOUND) - 2
    assert all(one.end <= other.start for one, other in pairwise(suspects))


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_is_survived(speller, text):
    (suspects,) = speller.check([Passage(text)])
    for suspect in suspects:
        assert 0 <= suspect.start < suspect.end <= len(text)


def test_passages_do_not_depend_on_their_normal_form(speller):
    text = " ".join(text for text, *_ in FOUND)
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text))
    assert speller.check([Passage(composed)]) == speller.check([Passage(text)])


def test_time_grows_with_length_alone(speller):
    draw = random.Random(7)
    words = " ".join(text for text, *_ in FOUND).split()
    times = []
    for size in (2_000, 8_000):
        text = " ".join(draw.choice(words) for _ in range(size))
        begun = time.process_time()
        speller.check([Passage(text)])
        times.append(time.process_time() - begun)
    assert times[1] < 4 * 3 * times[0]


@pytest.mark.parametrize("unit", ["ng", "ạ", "a\u0323\u0302", ".", "1/", "a@", "a.", "{{", "th ", "của ", "ab-", "Đ/1"])
def test_hostile_text_in_one_paragraph(speller, unit):
    begun = time.process_time()
    speller.check([Passage(unit * (60_000 // len(unit)))])
    assert time.process_time() - begun < 5


def test_a_syllable_left_out_is_named_only_where_it_is_asked_for(speller, said):
    texts = ["Bảo đảm an ninh, trật an toàn xã hội.", "Bảo đảm an ninh, trật tự an toàn xã hội."]
    hinted, right = speller.left_out(map(Passage, texts))
    assert [(texts[0][s.start : s.end], s.suggestions) for s in hinted] == [("trật an", ("trật tự an",))]
    assert right == []
    assert said(texts[1]) == []
