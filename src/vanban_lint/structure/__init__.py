"""From a read document to what its parts are: blocks, outline, type, regime, date, each with evidence and confidence.

A block is what a clerk would call it, however badly it is written; nothing here judges. Words to look for live in
``rules/du-lieu/nhan-dien.yaml``. ``analyse`` is the entry; ``place`` says where an anchor stands, in words.

Values of blocks (``Block.values``); keys that a line lacks are ``None``, texts that are blank are "":

so_ky_hieu      chu_so, hai_cham, so, nam, loai, co_quan, don_vi, ky_hieu, dang (dang, hanh-chinh, quy-pham,
                cong-van, khac)
dia_danh_ngay   dia_danh; ngay, thang, nam as numbers; ngay_chu, thang_chu, nam_chu as written
co_quan_*       ten: the name in capitals, older tone placement, on one line
ten_loai        khoa, ten; tac_gia: co_quan; trich_yeu: v_v
kinh_gui        chu, hai_cham; noi_nhan: the same
noi_nhan_muc, kinh_gui_muc, can_cu    dau, noi_dung, ket, ghi_chu; can_cu also theo_de_nghi
luu             hai_cham, noi_dung, ket, dau
tham_quyen      ten; loi_dan: loai (lenh for "QUYẾT ĐỊNH:", cau for a sentence); ket_thuc: ket
quyen_han_ky    dang as written, ma (TM, KT, TL, TUQ, Q), co_quan; chuc_vu: ten; ho_ten: ten, hoc_vi
phu_luc         so, gia_tri, kieu (la-ma, a-rap, chu), tieu_de, kem_theo

``group`` ties quyen_han_ky, chuc_vu and ho_ten of one signature together, from 1. Attached texts and annexes are roots
of the outline with kind kem_theo or phu_luc and no number, so their items are never read on from the document's own.
"""

from vanban_lint.structure.analyse import analyse

__all__ = ["analyse"]
