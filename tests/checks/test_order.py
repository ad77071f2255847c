"""What must stand after these and before those."""

from __future__ import annotations

from parts import context, hits, places, rule

from vanban_lint.model import Zone

STAR = rule("order", ["dau_sao"], sau=["co_quan_ban_hanh"], truoc=["so_ky_hieu"])


def test_the_right_order_is_silent():
    assert not hits(STAR, context([("co_quan_ban_hanh", "TỈNH ỦY"), ("dau_sao", "*"), ("so_ky_hieu", "Số 1")]))


def test_a_part_on_the_wrong_side_names_its_neighbour():
    (hit,) = hits(STAR, context([("co_quan_ban_hanh", "TỈNH ỦY"), ("so_ky_hieu", "Số 1"), ("dau_sao", "*")]))
    assert (hit.anchor.paragraph, hit.params["moc"]) == (3, "Số 1")
    (hit,) = hits(STAR, context([("dau_sao", "*"), ("co_quan_ban_hanh", "TỈNH ỦY")]))
    assert (hit.anchor.paragraph, hit.params["moc"]) == (1, "TỈNH ỦY")


def test_a_missing_neighbour_is_no_defect():
    assert not hits(STAR, context([("dau_sao", "*")]))


def test_the_first_of_a_list():
    first = rule("order", ["noi_nhan_muc"], khop="(?i)như trên", truoc=["noi_nhan_muc"])
    assert not hits(first, context([("noi_nhan_muc", "- Như trên;"), ("noi_nhan_muc", "- Sở A;")]))
    assert places(first, context([("noi_nhan_muc", "- Sở A;"), ("noi_nhan_muc", "- Như trên;")])) == [(2, 0, 11)]


def test_an_attached_text_is_not_judged():
    lines = [("co_quan_ban_hanh", "TỈNH ỦY"), ("so_ky_hieu", "Số 1"), ("dau_sao", "*")]
    assert not hits(STAR, context(lines, zones=[Zone("noi_dung", 1, 2), Zone("kem_theo", 3, 3)]))
