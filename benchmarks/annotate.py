"""What a copy with comments costs beside judging alone: ``python benchmarks/annotate.py``.

Purpose: hold ``annotate`` of ten pages with a hundred findings to at most twice the time of ``check``, both in one warm
process. Limits: the findings of the draft are repeated up to a hundred. Neighbour: ``make_documents``.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from make_documents import make_document

from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.ooxml.comments import without_own
from vanban_lint.readers import read
from vanban_lint.report.docx import annotated

FINDINGS, LIMIT, ROUNDS = 100, 2.0, 5


def main() -> int:
    path = Path(tempfile.mkdtemp()) / "draft.docx"
    make_document(path, 10)
    raw = path.read_bytes()
    document = read(str(path), raw)
    report = check_document(document, Settings())
    report = report._replace(findings=(report.findings * FINDINGS)[:FINDINGS])

    def judge() -> None:
        check_document(read(str(path), raw), Settings())

    def annotate() -> None:
        judge()
        annotated(without_own(raw, str(path)), report, "vi", "2026-01-01T00:00:00Z")

    alone, together = best(judge), best(annotate)
    print(f"check {alone:.0f} ms, annotate {together:.0f} ms: {together / alone:.2f} times (at most {LIMIT})")
    return 0 if together <= LIMIT * alone else 1


def best(work: Callable[[], None]) -> float:
    """Milliseconds of the fastest of some rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


if __name__ == "__main__":
    sys.exit(main())
