"""What reading costs, as ratios measured in one run: ``python benchmarks/reading.py``.

Purpose: reading alone against one bare lxml parse of the same parts (inflated beforehand), with the template's formats
known and unknown, growth from 10 to 500 pages, and peak memory of a process that reads 500 pages. Limits: other work on
the machine shows; the best of several rounds, taken in turn, is compared. Neighbour: ``benchmarks/make_documents.py``.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from lxml import etree
from make_documents import make_document

from vanban_lint.ooxml import definitions
from vanban_lint.ooxml.package import Package
from vanban_lint.readers import read

#: Pages and rounds.
SIZES = ((2, 60), (10, 60), (50, 15), (500, 3))
_PARTS = ("styles", "numbering", "settings", "theme", "footnotes", "header")
_PEAK = """
import resource, sys
from vanban_lint.readers import read
document = read(sys.argv[1])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def main() -> None:
    """Print one line a size, then growth and memory."""
    per_page: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        _print_memory(Path(folder, "long.docx"))
        for pages, rounds in SIZES:
            path = Path(folder, f"{pages}.docx")
            make_document(path, pages)
            raw = path.read_bytes()
            parts = _parts(raw)
            reading, first, parsing = _best(
                rounds, lambda raw=raw: read("x.docx", raw), lambda raw=raw: _read_first(raw), lambda p=parts: _parse(p)
            )
            per_page[pages] = reading / pages
            print(
                f"{pages:4} pages: lxml {parsing:7.2f} ms, read {reading:7.2f} ms ({reading / parsing:.2f} times), "
                f"first of its template {first:7.2f} ms ({first / parsing:.2f} times)"
            )
        print(f"growth: time per page, 500 against 10 pages: {per_page[500] / per_page[10]:.2f}")


def _print_memory(path: Path) -> None:
    """Peak of a process that reads 500 pages. It comes first: a child's peak starts from the size of its parent."""
    make_document(path, SIZES[-1][0])
    peak = int(subprocess.check_output([sys.executable, "-c", _PEAK, str(path)])) / 1024
    size = len(_parts(path.read_bytes())[0]) / 2**20
    print(f"memory: peak {peak:.0f} MB, document.xml {size:.1f} MB, allowed {12 * size + 60:.0f} MB")


def _parts(raw: bytes) -> list[bytes]:
    """The parts that reading parses, document.xml first."""
    package = Package(raw, "")
    related = [package.related(package.main, kind) for kind in _PARTS]
    return [package.part(member) for member in (package.main, *related) if member]


def _read_first(raw: bytes) -> None:
    """Read as the first document of its template in a process: nothing is remembered of styles and formats."""
    definitions.forget()
    read("x.docx", raw)


def _parse(parts: list[bytes]) -> None:
    for part in parts:
        etree.fromstring(part)


def _best(rounds: int, *works: Callable[[], object]) -> list[float]:
    """Shortest time of each work in milliseconds; they take turns, so that noise falls on all."""
    best = [float("inf")] * len(works)
    for _ in range(rounds):
        for i, work in enumerate(works):
            start = time.perf_counter()
            work()
            best[i] = min(best[i], (time.perf_counter() - start) * 1000)
    return best


if __name__ == "__main__":
    main()
