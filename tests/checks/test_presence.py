"""A part that must be there, must not be there, or only once; each signature with its lines."""

from __future__ import annotations

from parts import context, hits, places, rule

from vanban_lint.model import Zone

HEAD = [("co_quan_ban_hanh", "SỞ TƯ PHÁP"), ("quoc_hieu", "CỘNG HÒA"), ("tieu_ngu", "Độc lập"), ("doan", "Nội dung.")]


def test_one_of_the_named_parts_is_enough():
    assert not hits(rule("presence", ["ho_ten", "tieu_ngu"]), context(HEAD))


def test_a_missing_part_stands_beside_the_first_neighbour_found():
    luu = rule("presence", ["luu"], sau=["noi_nhan_muc", "tieu_ngu"], truoc=["co_quan_ban_hanh"])
    (hit,) = hits(luu, context(HEAD))
    assert hit.absent
    assert tuple(hit.anchor[1:]) == (3, 7, 7)
    assert places(rule("presence", ["so_ky_hieu"], truoc=["quoc_hieu"]), context(HEAD)) == [(2, 0, 0)]


def test_without_neighbours_the_end_parts_go_to_the_end_and_others_to_the_start():
    assert places(rule("presence", ["noi_nhan"]), context(HEAD)) == [(4, 9, 9)]
    assert places(rule("presence", ["can_cu"]), context(HEAD)) == [(1, 0, 0)]


def test_an_empty_document_still_has_a_place():
    assert places(rule("presence", ["can_cu"]), context([("doan", "")])) == [(1, 0, 0)]


def test_forbidden_and_repeated_parts():
    ctx = context([*HEAD, ("quoc_hieu", "CỘNG HÒA")])
    assert places(rule("presence", ["tieu_ngu"], can="khong"), ctx) == [(3, 0, 7)]
    (hit,) = hits(rule("presence", ["quoc_hieu"], can="mot"), ctx)
    assert hit.anchor.paragraph == 5
    assert hit.related[0].anchor.paragraph == 2


def test_attached_texts_and_annexes_do_not_count():
    lines = [*HEAD, ("phu_luc", "Phụ lục"), ("quoc_hieu", "CỘNG HÒA"), ("ho_ten", "A B")]
    zones = [Zone("noi_dung", 1, 4), Zone("phu_luc", 5, 5), Zone("kem_theo", 6, 7)]
    ctx = context(lines, zones=zones)
    assert not hits(rule("presence", ["quoc_hieu"], can="mot"), ctx)
    assert hits(rule("presence", ["ho_ten"]), ctx)
    assert places(rule("presence", ["phu_luc"], can="khong"), ctx) == [(5, 0, 7)]


def test_only_blocks_that_say_it_count():
    ctx = context([("noi_nhan", "Nơi nhận:"), ("noi_nhan_muc", "- Sở A;")])
    wanted = rule("presence", ["noi_nhan_muc"], khop="(?i)như trên", sau=["noi_nhan"])
    assert places(wanted, ctx) == [(1, 9, 9)]


def test_paragraphs_of_the_text_may_be_the_part():
    assert not hits(rule("presence", ["doan"], khop="Nội dung"), context(HEAD))
    assert hits(rule("presence", ["doan"], khop="thông qua"), context(HEAD))


def test_another_part_may_be_the_condition():
    wanted = rule("presence", ["luu"], neu={"co_quan_ban_hanh": "^SỞ"})
    unwanted = rule("presence", ["luu"], neu_khong={"co_quan_ban_hanh": "^SỞ"})
    assert hits(wanted, context(HEAD))
    assert not hits(unwanted, context(HEAD))
    assert not hits(rule("presence", ["luu"], neu={"co_quan_ban_hanh": "^BỘ"}), context(HEAD))


def test_each_signature_is_judged():
    lines = [("chuc_vu", "THƯ KÝ", 1), ("ho_ten", "A B", 1), ("chuc_vu", "CHỦ TỌA", 2)]
    wanted = rule("presence", ["ho_ten"], moi_chu_ky=True, sau=["chuc_vu"])
    assert places(wanted, context(lines)) == [(3, 7, 7)]
    assert not hits(rule("presence", ["ho_ten"], moi_chu_ky=True, tru="CHỦ TỌA"), context(lines))


def test_a_part_of_a_signature_stands_before_what_is_there_when_nothing_is_above():
    wanted = rule("presence", ["chuc_vu"], moi_chu_ky=True, sau=["quyen_han_ky"])
    assert places(wanted, context([("ho_ten", "A B", 1)])) == [(1, 0, 0)]


def test_a_value_of_each_block():
    ctx = context([("phu_luc", "Phụ lục")])
    assert places(rule("presence", ["phu_luc"], gia_tri="kem_theo"), ctx) == [(1, 7, 7)]
