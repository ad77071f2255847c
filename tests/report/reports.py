"""A small report made by hand, so that the formats are tested apart from rules and readers."""

from __future__ import annotations

import datetime as dt
import json

from vanban_lint.engine import Report
from vanban_lint.filters.hidden import Suppressed
from vanban_lint.model import (
    BODY,
    Anchor,
    Block,
    CellPosition,
    Document,
    Edit,
    Finding,
    Fix,
    Flow,
    FlowPiece,
    Gap,
    Judged,
    OutlineNode,
    Paragraph,
    Part,
    Related,
    Section,
    Signature,
    Structure,
    Table,
    Unread,
    Zone,
)
from vanban_lint.report.formats import Writer
from vanban_lint.report.tally import Tally

LINES = (
    "Số: 35 -CT/TU",
    "1. Các cấp uỷ quán triệt Chỉ thị của",
    "Bộ Chính trị.",
    "1. Đảng uỷ Uỷ ban nhân dân tỉnh lãnh đạo.",
    "- Lưu: VPTU",
)


def document(form: str = "docx", unread: tuple[Unread, ...] = ()) -> Document:
    """Five paragraphs, the first in a table of a Word file; lines of a text file."""
    text_file = form != "docx"
    cell = () if text_file else (CellPosition(1, 1, 1),)
    paragraphs = tuple(
        Paragraph(BODY, i, line, cell=cell if i == 1 else (), line=i if text_file else None)
        for i, line in enumerate(LINES, 1)
    )
    tables = () if text_file else (Table(1, 1, 2, 1, 1),)
    return Document(f"du-thao.{form}", form, (Part(BODY, "body", paragraphs, tables),), (Section(1, 5),), unread=unread)


def structure() -> Structure:
    nodes = (_node(1, 2), _node(1, 4))
    blocks = (
        Block("so_ky_hieu", (Anchor(BODY, 1, 0, 13),), LINES[0], {"so": "35", "nam": None, "hai_cham": True}),
        Block("luu", (Anchor(BODY, 5, 0, 11),), LINES[4], {"noi_dung": "VPTU"}, "dòng bắt đầu bằng Lưu", 0.9),
    )
    flow = Flow(f"{LINES[1]} {LINES[2]}", (FlowPiece(0, Anchor(BODY, 2, 0, 36)), FlowPiece(37, Anchor(BODY, 3, 0, 13))))
    return Structure(
        regime=Judged("dang", 0.98, ("ký hiệu CT/TU",)),
        ten_loai=Judged("CT", 0.9, ("số ký hiệu",)),
        date=Judged(dt.date(2023, 7, 11), 0.9, ("dòng ngày",)),
        date_known=True,
        cap=Judged("tinh", 0.8, ("TU",)),
        blocks=blocks,
        outline=nodes,
        flows=(flow,),
        zones=(Zone("phan_dau", 1, 1), Zone("noi_dung", 2, 4), Zone("phan_cuoi", 5, 5)),
        signatures=(Signature(0),),
    )


def _node(number: int, paragraph: int) -> OutlineNode:
    line = LINES[paragraph - 1]
    return OutlineNode(
        "khoan", "1.", number, f"{number}.", Anchor(BODY, paragraph, 0, 2), Anchor(BODY, paragraph, 0, len(line)),
        line[3:], f"Mục {number}",
    )  # fmt: skip


def findings() -> tuple[Finding, ...]:
    colon = Anchor(BODY, 1, 2, 3)
    return (
        Finding(
            "TT131", "so-co-dau-hai-cham", "loi", "chac_chan", 'Không có dấu hai chấm sau chữ "Số".',
            "Hướng dẫn 36-HD/VPTW, mục II, 1.3.2", "so_ky_hieu", "", colon, ":", ("Số", " 35 -CT/TU"),
            suggestions=("Số 35-CT/TU",), fix=Fix("safe", (Edit("replace_text", colon, "", ":"),)), fingerprint="a1",
        ),
        Finding(
            "BC101", "so-thu-tu-trung", "canh_bao", "co_the", "Số 1 dùng hai lần.", None, None, "Mục 1",
            Anchor(BODY, 4, 0, 2), "1.", ("", " Đảng uỷ Uỷ ban nhân dân tỉnh lãnh đạo."), fingerprint="a2",
            related=(Related(Anchor(BODY, 2, 0, 2), "1."),),
        ),
        Finding(
            "TT701", "thieu-chu-ky", "loi", "chac_chan", "Thiếu chữ ký.", None, "phan_cuoi", "",
            Anchor(BODY, 5, 11, 11), "", ("- Lưu: VPTU", ""), fingerprint="a3", absent=True,
        ),
    )  # fmt: skip


def report(form: str = "docx", found: bool = True, unread: tuple[Unread, ...] = ()) -> Report:
    gaps = (
        Gap("TT211", "không tìm thấy trích yếu"),
        Gap("TT212", "không tìm thấy trích yếu"),
        Gap(None, "chưa xét phụ lục"),
    )
    hidden = Suppressed(findings()[1], "mẫu để điền")
    return Report(
        document(form, unread), structure(), "dang/chi-thi", dt.date(2023, 7, 11),
        findings() if found else (), gaps if found else (), (hidden,) if found else (),
    )  # fmt: skip


def run(writer: Writer, form: str = "docx") -> str:
    """What a writer makes of a run: a document with findings, one without that was not wholly read, one unreadable.

    Each entry goes through JSON, as it does on its way from a worker or from the cache.
    """
    tally, said = Tally(), ""
    for made in (report(form), report(form, found=False, unread=(Unread("reading.picture", "body:2"),))):
        tally.add(Tally.of(made))
        said += writer.add(json.loads(json.dumps(writer.entry(made))))
    tally.add(Tally(documents=1, unreadable=1))
    said += writer.unreadable("hong.docx", "file.missing", "không tìm thấy tệp")
    return said + writer.end(tally)
