"""What ``check`` over many files costs: throughput on one and two cores, cold, warm, one file changed, peak memory.

Usage: python benchmarks/many.py [FILES]        (5000 when not given, some 20 minutes; 200 tell the ratios)

Makes FILES distinct Word files: documents of 1 to 5 pages from ``make_documents``, the examples, and real documents
where a collection lies beside the project (../shared/corpus), each copy with a number of its own in its last words.
Every run is a process of its own over the folder, its report thrown away. Targets: two cores at least 1.7 times one,
a warm second run at least 10 times the cold one, and a peak of memory that is the same for a tenth of the files.
Memory is the high-water mark that Linux keeps for the process and, apart, for its largest worker; elsewhere it is left
out. The figures mean something on a quiet machine only: the load is printed with them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from make_documents import make_document

ROOT = Path(__file__).parents[1]
REAL = ROOT.parent / "shared" / "corpus"
PAGES = (1, 2, 3, 5)
#: Larger files are mostly pictures: copying them 5,000 times measures the disk.
MOST_BYTES = 300_000
_BODY = "word/document.xml"
_END = b"</w:t>"


class Run(NamedTuple):
    """Seconds by the clock and of the processors, and megabytes of the process and of its largest worker."""

    wall: float
    cpu: float
    own: float
    worker: float


def sources(folder: Path) -> list[Path]:
    """The files that are copied."""
    made = []
    for pages in PAGES:
        made.append(folder / f"{pages} trang.docx")
        make_document(made[-1], pages)
    real = sorted(REAL.rglob("*.docx")) if REAL.is_dir() else []
    known = [*made, *sorted((ROOT / "examples").glob("*.docx")), *real]
    return [path for path in known if path.stat().st_size <= MOST_BYTES and _END in _body(path)]


def _body(path: Path) -> bytes:
    try:
        with zipfile.ZipFile(path) as file:
            return file.read(_BODY)
    except (zipfile.BadZipFile, KeyError):
        return b""


def copy(source: Path, target: Path, number: int) -> None:
    """``source`` with ``number`` after its last words."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename == _BODY:
                head, _, tail = content.rpartition(_END)
                content = head + f" {number}".encode() + _END + tail
            new.writestr(member.filename, content)


def fill(folder: Path, known: list[Path], files: int) -> None:
    """So many copies, in folders of 500."""
    for number, source in enumerate(islice(cycle(known), files)):
        place = folder / f"hồ sơ {number // 500:02d}"
        place.mkdir(parents=True, exist_ok=True)
        copy(source, place / f"văn bản {number:05d}.docx", number)


def check(folder: Path, cache: Path, *options: str) -> Run:
    """One run of the program over ``folder``."""
    command = [sys.executable, "-m", "vanban_lint", "check", "--exit-zero", *options, str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "VANBAN_LINT_CACHE": str(cache)}
    before, begin = os.times(), time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    own = worker = 0.0
    while process.poll() is None:
        own = max(own, _peak(process.pid))
        worker = max([worker, *map(_peak, _children(process.pid))])
        time.sleep(0.02)
    wall, after = time.perf_counter() - begin, os.times()
    if process.returncode not in (0, 2):  # 2: a real file of the collection that nobody can read whole
        sys.exit((process.stderr.read() if process.stderr else b"").decode())
    cpu = after.children_user - before.children_user + after.children_system - before.children_system
    return Run(wall, cpu, own, worker)


def _peak(pid: int) -> float:
    """High-water mark of a process in megabytes, 0 where it is not told."""
    try:
        with open(f"/proc/{pid}/status", encoding="ascii", errors="replace") as file:
            return next((int(line.split()[1]) / 1024 for line in file if line.startswith("VmHWM")), 0.0)
    except OSError:
        return 0.0


def _children(pid: int) -> list[int]:
    try:
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
            return [int(word) for word in file.read().split()]
    except OSError:
        return []


def say(name: str, run: Run, files: int) -> None:
    print(
        f"{name:<34} {run.wall:8.2f} s {run.cpu:8.2f} s of processors {files / run.wall:8.1f} files/s"
        f" {run.own:7.0f} MB {run.worker:7.0f} MB a worker",
        flush=True,
    )


def main() -> None:
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        known = sources(work)
        fill(work / "kho", known, files)
        tenth = max(files // 10, 10)
        fill(work / "kho nhỏ", known, tenth)
        load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "?"
        print(f"{files} files from {len(known)} documents, {os.cpu_count()} cores, load {load}")
        folder, cache = work / "kho", work / "cache"
        one = check(folder, work / "cache một", "-j", "1")
        say("1 core, cold cache", one, files)
        cold = check(folder, cache, "-j", "2")
        say("2 cores, cold cache", cold, files)
        warm = check(folder, cache, "-j", "2")
        say("2 cores, warm cache", warm, files)
        copy(known[0], next(folder.rglob("*.docx")), files + 1)
        changed = check(folder, cache, "-j", "2")
        say("2 cores, one file changed", changed, files)
        small = check(work / "kho nhỏ", work / "cache nhỏ", "-j", "2")
        say(f"2 cores, cold, {tenth} files", small, tenth)
        shutil.rmtree(cache)
        print(f"two cores against one:  {one.wall / cold.wall:5.2f} times (wanted 1.7)")
        print(f"warm against cold:      {cold.wall / warm.wall:5.2f} times (wanted 10)")
        print(f"changed against cold:   {cold.wall / changed.wall:5.2f} times")
        print(
            f"memory, {files} against {tenth} files: process {cold.own - small.own:+.0f} MB, worker "
            f"{cold.worker - small.worker:+.0f} MB"
        )


if __name__ == "__main__":
    main()
