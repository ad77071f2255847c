"""Recipients and signatures."""

from __future__ import annotations

import pytest
from fixtures.drafts import PARTY_HEAD, STATE_HEAD, texts, understood

from vanban_lint.structure.items import item_values

LETTER = PARTY_HEAD + "\nKẾ HOẠCH\nvề việc thử\n-----\n1. Nội dung.\n"


def test_items_without_a_dash_and_items_over_two_lines():
    found = understood(
        LETTER
        + "Nơi nhận:\n- Các tỉnh ủy trực thuộc Trung\nương,\n- Các ban đảng,\nVăn phòng Tỉnh ủy,\n- Lưu: VPTU, TH."
    )
    assert texts(found, "noi_nhan_muc") == [
        "- Các tỉnh ủy trực thuộc Trung\nương,",
        "- Các ban đảng,",
        "Văn phòng Tỉnh ủy,",
    ]
    assert [b.values["dau"] for b in found.all("noi_nhan_muc")] == ["- ", "- ", ""]
    (keep,) = found.all("luu")
    assert (keep.values["hai_cham"], keep.values["noi_dung"], keep.values["ket"]) == (True, "VPTU, TH", ".")


def test_a_brace_gives_its_remark_to_the_lines_beside_it():
    found = understood(
        LETTER + "Nơi nhận:\n- Ban Bí thư,\n- Ban Nội chính } (báo cáo),\n- Văn phòng Trung ương,\n- Các sở,\n- Lưu VT."
    )
    assert [b.values["ghi_chu"] for b in found.all("noi_nhan_muc")] == ["(báo cáo)"] * 3 + [None]
    assert found.all("noi_nhan_muc")[1].values["noi_dung"] == "Ban Nội chính"


def test_a_remark_set_beside_several_items():
    found = understood(
        LETTER
        + "Nơi nhận:\n- Cổng Chính phủ;       Để đăng dự thảo\n- Cổng Bộ Tài chính;  Thông tư xin ý kiến\n- Lưu: VT."
    )
    assert [b.values["ghi_chu"] for b in found.all("noi_nhan_muc")] == ["Để đăng dự thảo Thông tư xin ý kiến"] * 2


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("- Như trên;", ("- ", "Như trên", ";", None)),
        ("Sở Nội vụ (để b/c),", ("", "Sở Nội vụ", ",", "(để b/c)")),
        ("- CT, PCT UBND tỉnh (Đ/c Hải);", ("- ", "CT, PCT UBND tỉnh (Đ/c Hải)", ";", None)),
        ("+ VT, NC...", ("+ ", "VT, NC", "...", None)),
        ("Hết./.", ("", "Hết", "./.", None)),
    ],
)
def test_parts_of_an_item(text, values):
    assert tuple(item_values(text).values()) == values


def signed(text: str):
    return understood(
        STATE_HEAD + "\nQUYẾT ĐỊNH\nVề việc thử\n\nĐiều 1. Thử./.\n\nNơi nhận:\n- Như Điều 1;\n- Lưu: VT.\n\n" + text
    )


def test_lines_of_authority_above_the_post():
    (one,) = signed("TL.CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\n\nThượng tá Lê Văn Ba").signatures
    assert [b.values["ma"] for b in one.quyen_han_ky] == ["TL", "KT"]
    assert [b.text for b in one.chuc_vu] == ["PHÓ CHÁNH VĂN PHÒNG"]
    assert one.ho_ten.values == {"ten": "Lê Văn Ba", "hoc_vi": "Thượng tá"}


@pytest.mark.parametrize(
    ("line", "ma", "rest"),
    [
        ("T/M BAN THƯỜNG VỤ", "TM", "BAN THƯỜNG VỤ"),
        ("TM.ỦY BAN NHÂN DÂN", "TM", "ỦY BAN NHÂN DÂN"),
        ("K/T TRƯỞNG BAN", "KT", "TRƯỞNG BAN"),
        ("TUQ. CHỦ TỊCH", "TUQ", "CHỦ TỊCH"),
        ("Q. TRƯỞNG BAN", "Q", "TRƯỞNG BAN"),
        ("KT CHỦ TỊCH", "KT", "CHỦ TỊCH"),
    ],
)
def test_forms_of_authority(line, ma, rest):
    (block,) = signed(f"{line}\nPHÓ BÍ THƯ\n\nLê Văn Ba").all("quyen_han_ky")
    assert (block.values["ma"], block.values["co_quan"]) == (ma, rest)


def test_two_posts_joined_by_kiem_and_a_name_in_capitals():
    (one,) = signed("BÍ THƯ\nkiêm\nTRƯỞNG BAN CHỈ ĐẠO\n\nNGUYỄN VĂN AN").signatures
    assert [b.text for b in one.chuc_vu] == ["BÍ THƯ\nkiêm\nTRƯỞNG BAN CHỈ ĐẠO"]
    assert one.ho_ten.values["ten"] == "NGUYỄN VĂN AN"


def test_recipients_and_signature_side_by_side():
    found = understood(
        LETTER + "Nơi nhận:                       T/M BAN THƯỜNG VỤ\n- Ban Bí thư,                    PHÓ BÍ THƯ\n"
        "- Lưu Văn phòng Tỉnh ủy.         (Đã ký)\n                                 Lê Văn Ba"
    )
    assert texts(found, "noi_nhan_muc") == ["- Ban Bí thư,"]
    assert texts(found, "luu") == ["- Lưu Văn phòng Tỉnh ủy."]
    assert texts(found, "ho_ten") == ["Lê Văn Ba"]


def test_a_signature_may_stand_between_label_and_recipients():
    found = understood(LETTER + "Nơi nhận:\nTM. BAN CHỈ ĐẠO\n- Như trên;\n- Lưu: VT.\nPHÓ TRƯỞNG BAN\n\nLê Văn Ba")
    assert texts(found, "noi_nhan_muc") == ["- Như trên;"]
    assert [b.text for b in found.signatures[0].chuc_vu] == ["PHÓ TRƯỞNG BAN"]


def test_minutes_have_several_signers_and_a_certification():
    found = understood(
        PARTY_HEAD + "\nBIÊN BẢN\nhội nghị\n-----\n1. Nội dung.\nHội nghị kết thúc lúc 10 giờ.\n\n"
        "NGƯỜI GHI BIÊN BẢN                    CHỦ TRÌ HỘI NGHỊ\n\nNguyễn Thu Hà                         BÍ THƯ\n"
        "                                      kiêm\n                                      TRƯỞNG TIỂU BAN\n"
        "                                      Lê Văn Bảy\n\nXác nhận chữ ký của đồng chí Lê Văn Bảy\n"
        "T/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG\nPhạm Văn Ba"
    )
    assert [s.ho_ten.text for s in found.signatures] == ["Nguyễn Thu Hà", "Lê Văn Bảy", "Phạm Văn Ba"]
    assert [s.group for s in found.signatures] == [1, 2, 3]
    assert found.first("ket_thuc").text == "Hội nghị kết thúc lúc 10 giờ."


def test_no_signature_in_a_draft_without_one():
    found = understood(LETTER + "Nơi nhận:\n- Các sở, ngành,\n- Lưu: VPTU.")
    assert not found.signatures


def test_an_attached_regulation_and_an_annex_are_zones_of_their_own():
    found = signed(
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn Ba\n\nỦY BAN NHÂN DÂN TỈNH\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nQUY CHẾ\nQuản lý quỹ\n"
        "(Ban hành kèm theo Quyết định số 95/QĐ-UBND)\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n\n"
        "PHỤ LỤC II\nDANH MỤC\n(Kèm theo Quyết định số 95/QĐ-UBND)\n1. Một."
    )
    assert [zone.name for zone in found.zones][-3:] == ["phan_cuoi", "kem_theo", "phu_luc"]
    (annex,) = found.all("phu_luc")
    assert (annex.values["so"], annex.values["gia_tri"], annex.values["tieu_de"]) == ("II", 2, "DANH MỤC")
    labels = [node.label for node in found.nodes()]
    assert labels[-3:] == ["Quy chế kèm theo, Điều 1", "Phụ lục II", "Phụ lục II, Mục 1"]
