"""What the kind makes of wrong characters and mixed spellings: places, one hit a mixture, parts left out."""

import dataclasses

import pytest
from prose import context

from vanban_lint.checks import kind
from vanban_lint.model.rule import Rule


def hits(loai, found, sua=None, **tham_so):
    rule = Rule(
        "BM999", "a", "characters", ("van_ban",), {"chung": ""}, (), "loi", "chac_chan", "", "",
        tham_so={"loai": loai, **tham_so}, sua=sua,
    )  # fmt: skip
    return list(kind("characters").check(rule, found))


def test_a_slip_has_its_place_and_its_edit():
    document = context("Tăng cường.", "Công tác ðào tạo.")
    (hit,) = hits("giong_chu", document, sua="safe")
    assert (hit.anchor.paragraph, document.document.text(hit.anchor)) == (2, "ðào")
    assert hit.edits[0].value == "đào"


def test_blocks_with_rules_of_their_own_are_left_out():
    assert hits("giong_chu", context("Số 5-QÐ/TU", block="so_ky_hieu"), tru=["so_ky_hieu"]) == []


def test_a_mixture_is_one_hit_with_the_rarer_spelling():
    (hit,) = hits("kieu_dau", context("Ủy ban, hòa giải.", "Xã hội hóa; hoà nhập; khỏe."))
    assert (hit.params["thuc_te"], hit.params["nhieu"], hit.params["it"]) == ("hoà", 4, 1)
    assert hit.suggestions == ("hòa",)


def test_no_spelling_prevails():
    assert hits("kieu_dau", context("Ủy ban, uỷ ban, hòa, hoà.")) == []
    assert hits("kieu_dau", context("Ủy ban, hòa giải.")) == []


def test_each_syllable_is_held_against_itself():
    assert hits("i_y", context("Bác sĩ, kỹ thuật, kỹ năng, lý do.")) == []
    (hit,) = hits("i_y", context("Kỹ thuật, kỹ năng, kỹ sư, kĩ xảo."))
    assert hit.params["thuc_te"] == "kĩ"


def test_a_text_in_a_legacy_font_is_one_hit_and_has_no_slips():
    document = context(*["Coäng hoøa xaõ hoäi chuû nghóa, ðoäc laäp töï do."] * 3)
    (hit,) = hits("phong_cu", document)
    assert len(hit.related) == 2
    assert hits("giong_chu", document) == []


def test_blanks_copied_from_a_web_page_are_one_finding_and_kept_ones_none():
    document = context("Xây dựng kế\u00a0hoạch kiểm\u00a0tra,\u00a0giám sát; khoản\u00a01, số\u00a027, 15\u00a0km.")
    (hit,) = hits("cach_trong_cau", document, sua="safe")
    assert hit.params["it"] == 3
    assert [edit.value for edit in hit.edits] == [" "] * 3


@pytest.mark.parametrize(("house", "wrong"), [("cu", "uỷ"), ("moi", "hòa")])
def test_the_house_style_decides_where_there_is_one(house, wrong):
    document = dataclasses.replace(context("Cấp uỷ và việc hòa giải."), house={"kieu_dau": house})
    (hit,) = hits("kieu_dau", document)
    assert hit.params["thuc_te"] == wrong
