"""Kinds names and sentence_case on sentences of our own."""

import time

from block_context import context, hits


def said(check, tham_so, *texts, o=("doan",), sua=None):
    found = context([("doan", text) for text in texts])
    return [(hit.params["thuc_te"], hit.params["mong_doi"]) for hit in hits(check, o, tham_so, found, sua)]


def test_a_body_is_held_against_its_list_in_its_own_tone_placement():
    names = {"bang": "co_quan"}
    assert said("names", names, "Giao Uỷ Ban nhân dân tỉnh.") == [("Uỷ Ban nhân dân", "Uỷ ban nhân dân")]
    assert said("names", names, "Giao Sở nội vụ và Bộ Tài Chính.") == [
        ("Sở nội vụ", "Sở Nội vụ"),
        ("Bộ Tài Chính", "Bộ Tài chính"),
    ]
    assert said("names", names, "Giao Ủy ban thường vụ Quốc hội, Ủy ban Thường vụ Quốc hội.") == []


def test_the_longest_name_counts():
    text = "Phối hợp với Ban Tuyên giáo và dân vận Tỉnh ủy."
    assert said("names", {"bang": "co_quan"}, text) == [("Ban Tuyên giáo và dân vận", "Ban Tuyên giáo và Dân vận")]


def test_generic_words_headings_and_starts_of_sentences_are_left_alone():
    silent = (
        "Các cấp ủy, ban thường vụ cấp ủy họp.",
        "Ban thường vụ cấp ủy họp mỗi quý một lần.",
        "1. Ban thường vụ cấp ủy họp.",
        "BAN CHẤP HÀNH VÀ BAN THƯỜNG VỤ",
        "Ban chấp hànhh không phải tên nào.",
    )
    assert said("names", {"bang": "co_quan"}, *silent) == []


def test_a_post_before_its_body_is_that_post_anywhere():
    assert said("names", {"bang": "chuc_vu"}, "Điều 6. Chánh văn phòng Tỉnh ủy thi hành.") == [
        ("Chánh văn phòng", "Chánh Văn phòng")
    ]
    assert said("names", {"bang": "chuc_vu"}, "1. Phó bí thư chi bộ giúp việc.") == []


def test_a_province_needs_its_level_before_it():
    assert said("names", {"bang": "tinh"}, "Ở tỉnh Hòa bình và vì hòa bình.") == [("Hòa bình", "Hòa Bình")]


def test_a_repair_is_offered_where_the_rule_has_one():
    found = context([("doan", "Giao Ban thường vụ Tỉnh ủy.")])
    (hit,) = hits("names", ("doan",), {"bang": "co_quan"}, found, sua="safe")
    assert [(edit.expected, edit.value) for edit in hit.edits] == [("Ban thường vụ", "Ban Thường vụ")]


def test_a_sentence_begins_after_a_stop_that_is_no_abbreviation():
    wanted = {"xet": "dau_cau"}
    assert said("sentence_case", wanted, "Quan tâm công tác kiểm tra. cấp ủy báo cáo.") == [("cấp", "Cấp")]
    assert said("sentence_case", wanted, "Ở TP. hay ở tỉnh, theo TS. an, v.v. và các việc khác.") == []


def test_a_capital_after_a_mark_counts_only_before_words_that_open_no_name():
    wanted = {"xet": "giua_cau"}
    assert said("sentence_case", wanted, "Kiểm tra; Đồng thời báo cáo, Tiếp tục theo dõi.") == [
        ("Đồng", "đồng"),
        ("Tiếp", "tiếp"),
    ]
    assert said("sentence_case", wanted, "Gửi Sở Tài chính, Đồng Tháp; phong trào “Đoàn kết, Tiếp tục đổi mới”.") == []


def test_long_texts_take_their_time_and_no_more():
    text = "Giao Ban thường vụ Tỉnh ủy; Đồng thời kiểm tra. cấp ủy báo cáo. " * 2_000
    begun = time.process_time()
    for check, tham_so in (("names", {"bang": "co_quan"}), ("sentence_case", {"xet": "giua_cau"})):
        said(check, tham_so, text)
    assert time.process_time() - begun < 5
