"""Which regime governs a document: dang, hanh-chinh, quy-pham, doan, van-xuoi.

Purpose: weigh several clues, so that one missing or wrong part does not decide. Limits: clues come from recognised
blocks; a text with none of them is plain prose. Weights: a national or Party heading says most, then the shape of the
symbol, the type, the issuing body, the form of authority and of the file line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from vanban_lint.model import Block, Judged
from vanban_lint.structure.lexicon import DocumentType
from vanban_lint.text.lazy import lazy

Add = Callable[[str, float, str], None]

REGIMES = ("dang", "hanh-chinh", "quy-pham", "doan", "van-xuoi")
#: Weight from which the normative marks (a year in the symbol, the type) decide.
_NORMATIVE = 3
#: Without any of these a paper with the national heading is a citizen's form, which no guide here governs.
_ISSUED = frozenset({"co_quan_ban_hanh", "so_ky_hieu", "noi_nhan", "luu", "quyen_han_ky"})
_NORMATIVE_TYPES = frozenset({"NĐ", "TTư", "TTLT", "NQLT", "L", "PL", "Le"})
_PARTY_TYPES = frozenset({"TT", "KL", "CLCT"})
_PARTY_BODY = lazy(
    r"(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG|QUÂN|CHI) ỦY|ĐẢNG BỘ|CHI BỘ|BAN CHẤP HÀNH TRUNG ƯƠNG|BỘ CHÍNH TRỊ|BAN BÍ THƯ"
    r"|BAN CÁN SỰ ĐẢNG|ĐẢNG ĐOÀN|BAN THƯỜNG VỤ"
)
_YOUTH_BODY = lazy(
    r"\bĐOÀN TNCS|\bTNCS|(?:TỈNH|THÀNH|HUYỆN|CHI|LIÊN CHI) ĐOÀN|BCH ĐOÀN|^ĐOÀN (?:TRƯỜNG|ĐẠI HỌC|XÃ|PHƯỜNG|KHỐI)"
)
_STATE_BODY = lazy(
    r"ỦY BAN NHÂN DÂN|\bUBND|HỘI ĐỒNG NHÂN DÂN|\bHĐND|^(?:BỘ|SỞ|CỤC|CHÍNH PHỦ|QUỐC HỘI)\b"
    r"|TRƯỜNG|BỆNH VIỆN|CÔNG AN|TÒA ÁN|VIỆN"
)
_PARTY_CODE = lazy(r"(?:TW|TU|HU|QU|ĐU|CB|ĐUK|ĐUQS|ĐUCA|BCSĐ|ĐĐ|ĐH)$")


def judge_regime(blocks: Sequence[Block], kind: DocumentType | None) -> Judged[str]:
    """The regime with the most weight, its confidence, its clues."""
    scores: dict[str, float] = dict.fromkeys(REGIMES[:-1], 0.0)
    clues: dict[str, list[str]] = {name: [] for name in scores}

    def add(regime: str, weight: float, clue: str) -> None:
        scores[regime] += weight
        clues[regime].append(clue)

    by_name: dict[str, Block] = {}
    for found in blocks:
        by_name.setdefault(found.name, found)
    _headings(by_name, add)
    _symbol(by_name, add)
    _bodies(by_name, add)
    _type(kind, by_name, add)
    _end(by_name, add)
    if scores["quy-pham"] >= _NORMATIVE:  # a normative document bears every mark of a state one as well
        scores["quy-pham"] += scores.pop("hanh-chinh")
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < 1:
        return Judged("van-xuoi", 0.6, ("không có tiêu đề, số ký hiệu, nơi nhận hay chữ ký của văn bản hành chính",))
    if "quoc_hieu" in by_name and not by_name.keys() & _ISSUED:
        return Judged(
            "van-xuoi", 0.7, ("có quốc hiệu mà không có cơ quan ban hành, số ký hiệu, nơi nhận: đơn, tờ khai",)
        )
    share = scores[best] / sum(scores.values())
    return Judged(best, round(min(0.99, share * min(1.0, 0.45 + scores[best] * 0.12)), 2), tuple(clues[best]))


def _headings(blocks: Mapping[str, Block], add: Add) -> None:
    if "tieu_de_dang" in blocks:
        add("dang", 4, 'tiêu đề "Đảng Cộng sản Việt Nam"')
    if "tieu_de_doan" in blocks:
        add("doan", 5, 'tiêu đề "Đoàn TNCS Hồ Chí Minh"')
    if "quoc_hieu" in blocks:
        add("hanh-chinh", 3, "quốc hiệu")
    if "tieu_ngu" in blocks:
        add("hanh-chinh", 1.5, "tiêu ngữ")
    if "dau_sao" in blocks:
        add("dang", 0.5, "dấu sao dưới tên cơ quan")


def _symbol(blocks: Mapping[str, Block], add: Add) -> None:
    if "so_ky_hieu" not in blocks:
        return
    values = blocks["so_ky_hieu"].values
    form = values["dang"]
    if form == "quy-pham":
        add("quy-pham", 3.5, "số, ký hiệu có năm ban hành")
    elif form == "dang":
        add("dang", 2, "số, ký hiệu dạng số-loại/cơ quan")
    elif form in ("hanh-chinh", "cong-van"):
        add("hanh-chinh", 2, "số, ký hiệu dạng số/loại-cơ quan")
    body = values["co_quan"] or ""
    if _PARTY_CODE.search(body):
        add("dang", 1, f"mã cơ quan đảng {body}")
    if body.startswith(("ĐTN", "TWĐTN", "ĐTNCS", "BCHĐ")):
        add("doan", 1, f"mã cơ quan Đoàn {body}")


def _bodies(blocks: Mapping[str, Block], add: Add) -> None:
    for name in ("co_quan_ban_hanh", "co_quan_chu_quan", "tac_gia"):
        found = blocks.get(name)
        if found is None:
            continue
        words = found.values.get("ten") or found.values.get("co_quan") or ""
        weight = 1.5 if name != "co_quan_chu_quan" else 0.5
        if _YOUTH_BODY.search(words):
            add("doan", weight, f"cơ quan ban hành là tổ chức Đoàn: {words}")
        elif _PARTY_BODY.search(words):
            add("dang", weight, f"cơ quan ban hành là tổ chức đảng: {words}")
        elif _STATE_BODY.search(words):
            add("hanh-chinh", weight, f"cơ quan ban hành là cơ quan nhà nước: {words}")


def _type(kind: DocumentType | None, blocks: Mapping[str, Block], add: Add) -> None:
    if kind is None:
        return
    if kind.khoa in _NORMATIVE_TYPES:
        add("quy-pham", 3.5, f"tên loại {kind.ten} là văn bản quy phạm pháp luật")
    elif kind.khoa in _PARTY_TYPES:
        add("dang", 1.5, f"tên loại {kind.ten} chỉ có trong văn bản của Đảng")
    if "gach_trich_yeu" in blocks and set(blocks["gach_trich_yeu"].text) == {"-"}:
        add("dang", 0.5, "dòng gạch nối dưới trích yếu")


def _end(blocks: Mapping[str, Block], add: Add) -> None:
    authority = blocks.get("quyen_han_ky")
    if authority is not None:
        slash = "/" in authority.values["dang"]
        add("dang" if slash else "hanh-chinh", 1.5 if slash else 1, f"quyền hạn ký ghi {authority.values['dang']}")
        body = authority.values["co_quan"].upper()
        if re.search(r"ĐOÀN (?:TRƯỜNG|XÃ|PHƯỜNG)|CHI ĐOÀN", body):
            add("doan", 1.5, "ký thay mặt tổ chức Đoàn")
        elif _PARTY_BODY.search(body.replace("UỶ", "ỦY")):
            add("dang", 1, "ký thay mặt cấp ủy")
    keep = blocks.get("luu")
    if keep is not None:
        content = keep.values["noi_dung"].upper().replace("UỶ", "ỦY")
        if content.startswith(("VT", "VĂN THƯ")):
            add("hanh-chinh", 1, "dòng Lưu: VT")
        elif re.search(r"ỦY|\bVPTU|\bVPTW|VĂN PHÒNG TRUNG ƯƠNG|CHI BỘ|ĐU\b", content) or not keep.values["hai_cham"]:
            add("dang", 1, "dòng Lưu theo lối văn bản của Đảng")
