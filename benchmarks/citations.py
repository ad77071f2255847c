"""What citations and duplicates add to a check: a 50-page Word file with 300 citations.

Usage: python benchmarks/citations.py [--rounds 7]

Processor time of the families of form (TT, BC1, BC3: the spine), of these with VD, and of these with VD and BC2, in
turn, the median of the rounds; once of the whole command as it is installed, once of reading and judging alone in a
warm process. Target: VD and BC2 together add at most 40 per cent. A tenth of the citations are dirty, a third repeat
one before, so that agreement and register have work; the text around them is put together from a few phrases, so that
nearly every line is like another, which is the hardest case for duplicates.
"""

from __future__ import annotations

import argparse
import compileall
import io
import os
import random
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from check import CHECK, unpacked_wheel
from make_documents import make_document

from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.readers import read

PAGES, CITATIONS = 50, 300
SELECTIONS = {"spine": "TT,BC1,BC3", "with VD": "TT,BC1,BC3,VD", "with VD and BC2": "TT,BC1,BC3,VD,BC2"}
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


def process_seconds(file: Path, select: str, site: Path) -> float:
    """Processor time of the whole command, start-up and report included; a run that fails stops the benchmark."""
    command = [sys.executable, "-c", CHECK, "check", "--exit-zero", "--select", select, str(file)]
    environment = os.environ | {"PYTHONPATH": str(site)}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"exit {process.returncode}: {select}")
    return usage.ru_utime + usage.ru_stime


def warm_seconds(data: bytes, select: str) -> float:
    """Processor time of one reading and check."""
    begin = time.process_time()
    check_document(read("a.docx", data), Settings(select=tuple(select.split(","))))
    return time.process_time() - begin


def compare(name: str, rounds: int, measure: Callable[[str], float]) -> None:
    """Print the median of each selection, measured in turn, and its share of the spine."""
    taken: dict[str, list[float]] = {}
    for number in range(rounds + 1):
        for label, select in SELECTIONS.items():
            seconds = measure(select)
            if number:  # the first round compiles patterns and fills the caches of the disk
                taken.setdefault(label, []).append(seconds)
    spine = statistics.median(taken["spine"])
    for label, each in taken.items():
        middle = statistics.median(each)
        print(f"{name}, {PAGES} pages, {CITATIONS} citations, {label}: {middle * 1000:.0f} ms, {middle / spine:.2f} x")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    data = document(PAGES, CITATIONS)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "a.docx"
        file.write_bytes(data)
        site = unpacked_wheel(Path(folder))
        compileall.compile_dir(site, quiet=1)
        compare("command", rounds, lambda select: process_seconds(file, select, site))
    compare("warm", rounds, lambda select: warm_seconds(data, select))


if __name__ == "__main__":
    main()
