"""What a thousand drafts cost: the batch against docxtpl called afresh for each row, and the memory of both sizes.

Usage: python benchmarks/batch.py [ROWS]

The same rows of the same template in the same run, processor time, files written to a folder that is thrown away and
not linted. Both ways get the same ready context, so what is compared is opening, compiling, rendering and packing;
"whole" is the batch as the user calls it, with the reading of every value. Docxtpl renders a sample of the rows and
is counted by the row. Memory: the peak of what Python allocates, at a tenth of the rows and at all of them. Target: at
least 20 times faster, and the same peak.
"""

from __future__ import annotations

import datetime as dt
import io
import sys
import tempfile
import time
import tracemalloc
from collections import deque
from pathlib import Path

from docxtpl import DocxTemplate

from vanban_lint.template import safe
from vanban_lint.template.batch import Batch
from vanban_lint.template.load import load
from vanban_lint.template.new import Maker

TEMPLATE = "hanh-chinh/giay-moi"
TODAY = dt.date(2026, 11, 24)
SAMPLE = 40


def batch(count: int) -> None:
    """The batch as ``new --batch --no-check`` runs it."""
    template = load(TEMPLATE)
    with tempfile.TemporaryDirectory() as folder:
        job = Batch(Maker(template, TODAY), Path(folder), "{dong:05d}", template.example, None)
        deque(job.run([{"so": number} for number in range(1, count + 1)]), maxlen=0)
        if job.bad:
            raise SystemExit("a row of the batch was refused")


def compiled(count: int) -> float:
    """Seconds of processor time a row, from the context to the file's bytes."""
    maker = Maker(load(TEMPLATE), TODAY)
    context = maker.context(maker.values(maker.template.example))
    begin = time.process_time()
    for _ in range(count):
        maker.compiled.render(context)
    return (time.process_time() - begin) / count


def afresh(count: int) -> float:
    """The same through docxtpl, opened anew for each row."""
    maker = Maker(load(TEMPLATE), TODAY)
    context = maker.context(maker.values(maker.template.example))
    begin = time.process_time()
    for _ in range(count):
        document = DocxTemplate(str(maker.template.file))
        document.render(context, safe.environment(), autoescape=True)
        document.save(io.BytesIO())
    return (time.process_time() - begin) / count


def peak(count: int) -> float:
    """Highest allocation of a batch, in MB."""
    tracemalloc.start()
    batch(count)
    highest = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return highest / 1e6


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    batch(1)  # imports and tables
    begin = time.process_time()
    batch(count)
    whole = (time.process_time() - begin) / count
    ours, theirs = compiled(count), afresh(SAMPLE)
    print(f"{count} rows of {TEMPLATE}: docxtpl afresh {theirs * 1e3:.2f} ms a row")
    print(f"  rendering: {ours * 1e3:.2f} ms a row, {theirs / ours:.0f} times faster")
    print(f"  whole:     {whole * 1e3:.2f} ms a row, {theirs / whole:.0f} times faster")
    print(f"  memory:    {peak(count // 10):.2f} MB at {count // 10} rows, {peak(count):.2f} MB at {count}")


if __name__ == "__main__":
    main()
