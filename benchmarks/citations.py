"""What citations and duplicates add to a check: a 50-page Word file with 300 citations.

Usage: python benchmarks/citations.py [--rounds 5]

Times reading and judging with the families of form (TT, BC1, BC3: the spine), then with VD too, then with VD and BC2.
Target: VD and BC2 together add at most 40 per cent. A tenth of the citations are dirty, a third repeat one before, so
that agreement and register have work; the best of the rounds counts.
"""

from __future__ import annotations

import argparse
import io
import random
import time
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from make_documents import make_document

from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.readers import read

PAGES, CITATIONS = 50, 300
SPINE = ("TT", "BC1", "BC3")
FORMS = (
    "Nghị quyết số {n}-NQ/TW, ngày {d}/11/2022 của Ban Chấp hành Trung ương Đảng về công tác số {n}",
    "Quyết định số {n}/QĐ-TTg, ngày {d}/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình số {n}",
    "Nghị định số {n}/2020/NĐ-CP, ngày {d}/3/2020 của Chính phủ quy định về lĩnh vực {n}",
    "Kế hoạch số {n}-KH/TU, ngày {d}/9/2024 của Ban Thường vụ Tỉnh ủy về nhiệm vụ {n}",
)


def citations(count: int) -> list[str]:
    """Sentences that cite, one citation each."""
    chance = random.Random(5)
    made: list[str] = []
    for number in range(count):
        again = number > 20 and number % 3 == 0
        cited = chance.choice(made) if again else chance.choice(FORMS).format(n=number + 1, d=10 + number % 18)
        made.append(cited.replace("-", "- ", 1) if number % 10 == 9 and not again else cited)
    return [f"Các cơ quan, đơn vị tiếp tục thực hiện {cited}." for cited in made]


def document(pages: int, count: int) -> bytes:
    """The benchmark document with a citing paragraph after every few of its own."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "a.docx"
        make_document(file, pages)
        members = {name: zipfile.ZipFile(file).read(name) for name in zipfile.ZipFile(file).namelist()}
    pieces = members["word/document.xml"].decode().split("</w:p>")
    every = max(1, len(pieces) // count)
    for place, text in enumerate(citations(count)):
        added = f'</w:p><w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        pieces[min(place * every, len(pieces) - 2)] += added
    members["word/document.xml"] = "</w:p>".join(pieces).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def seconds(data: bytes, select: tuple[str, ...]) -> tuple[float, int]:
    """Processor time of one reading and check, and the number of findings."""
    begin = time.process_time()
    found = len(check_document(read("a.docx", data), Settings(select=select)).findings)
    return time.process_time() - begin, found


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    data = document(PAGES, CITATIONS)
    selections = {"spine": SPINE, "with VD": (*SPINE, "VD"), "with VD and BC2": (*SPINE, "VD", "BC2")}
    best: dict[str, tuple[float, int]] = {}
    for _ in range(rounds + 1):  # the first round compiles patterns
        for name, select in selections.items():
            best[name] = min(best.get(name, (float("inf"), 0)), seconds(data, select))
    for name, (taken, found) in best.items():
        added = taken / best["spine"][0] - 1
        print(f"{PAGES} pages, {CITATIONS} citations, {name}: {taken * 1000:.0f} ms ({added:+.0%}), {found} findings")


if __name__ == "__main__":
    main()
