"""What a check costs, whole process, against the yardstick of merely opening the file with python-docx.

Usage: python benchmarks/check.py [--rounds 7]

Builds the wheel and unpacks it, because that is what users run (compiled rules); then, in turn and on the same files:
``python -c "import docx; docx.Document(F)"``, ``vanban-lint check F`` with the families of form (TT, BC1, BC3), with
these and the layout (KT), and with all rules, on 10 and 500 pages. The best of the rounds counts; memory is the highest
resident size of the process.
Targets, with all rules: 10 pages at most 1.5 times the yardstick, time a page at 500 pages at most 1.3 times that at
10, memory at most 12 times document.xml plus 60 MB. The families of form keep them; all rules together do not yet
(2.8 times, 72 MB against 62 at 10 pages). The layout may cost 25% more than the form at 10 pages (14% measured). The
first row tells where the rest comes from; it is not the target.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from make_documents import make_document

ROOT = Path(__file__).parents[1]
SHORT, LONG = 10, 500
YARDSTICK = "import docx, sys; docx.Document(sys.argv[1])"
CHECK = "from vanban_lint.cli import main; main()"
FORM = ("--select", "TT,BC1,BC3")
LAYOUT = ("--select", "TT,BC1,BC3,KT")


def unpacked_wheel(folder: Path) -> Path:
    """The package as it is installed."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        str(ROOT),
        "--no-deps",
        "--no-build-isolation",
        "-q",
        "-w",
        str(folder),
    ]
    subprocess.run(command, check=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(code: str, *arguments: str, site: Path) -> tuple[float, float]:
    """Wall seconds and peak resident megabytes of one Python process; a run that fails outright stops the benchmark."""
    environment = os.environ | {"PYTHONPATH": str(site)}
    command = [sys.executable, "-c", code, *arguments]
    begin = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"exit {process.returncode}: {' '.join(arguments)}")
    return seconds, usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def measure(file: Path, rounds: int, site: Path, *options: str) -> tuple[float, float, float]:
    """Best wall seconds of the yardstick and of a check, taken in turn, and the peak memory of a check in MB."""
    yardstick, check, memory = [], [], []
    for _ in range(rounds):
        yardstick.append(run(YARDSTICK, str(file), site=site)[0])
        seconds, megabytes = run(CHECK, "check", "--exit-zero", *options, str(file), site=site)
        check.append(seconds)
        memory.append(megabytes)
    return min(yardstick), min(check), max(memory)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    with TemporaryDirectory() as name:
        folder = Path(name)
        site = unpacked_wheel(folder)
        run("import compileall, sys; compileall.compile_dir(sys.argv[1], quiet=1)", str(site), site=site)
        floor = run(CHECK, "--version", site=site)[0]
        base = floor
        for name, options in (("form", FORM), ("form and layout", LAYOUT), ("all rules", ())):
            pages = {}
            for length in (SHORT, LONG):
                file = folder / f"{length}.docx"
                make_document(file, length)
                size = zipfile.ZipFile(file).getinfo("word/document.xml").file_size / 2**20
                yardstick, check, memory = measure(file, rounds if length == SHORT else 2, site, *options)
                pages[length] = check
                print(
                    f"{name}, {length} pages ({size:.1f} MB): python-docx opens it in {yardstick * 1000:.0f} ms, "
                    f"check takes {check * 1000:.0f} ms ({check / yardstick:.2f} x), "
                    f"{memory:.0f} MB (limit {12 * size + 60:.0f})"
                )
            ratio = ((pages[LONG] - floor) / LONG) / ((pages[SHORT] - floor) / SHORT)
            if name == "form":
                base = pages[SHORT]
            elif name == "form and layout":
                print(f"the layout costs {pages[SHORT] / base - 1:+.0%} over the form at {SHORT} pages (limit +25%)")
            whole = (pages[LONG] / LONG) / (pages[SHORT] / SHORT)
            print(f"{name}, time a page, {LONG} to {SHORT} pages: {whole:.2f} x, {ratio:.2f} x without start-up")


if __name__ == "__main__":
    main()
