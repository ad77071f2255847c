"""What the first look at spelling costs: CPU time and memory beyond a run that checks no spelling.

Usage: python benchmarks/spelling_start.py [FILE]

Each round is a process of its own that judges one document without the spelling rules, then with them, then again.
The start is the difference of the last two; the memory is the growth of the peak from the first run to the last.
Without a file the document is one sentence; with a long one the caches that it fills count as part of the start. The
median of the rounds counts.
"""

from __future__ import annotations

import subprocess
import sys
from statistics import median

ROUNDS = 5
ROUND = """
import sys, time
from resource import RUSAGE_SELF, getrusage
from vanban_lint.config import Settings
from vanban_lint.engine import check_document
from vanban_lint.readers import read
from vanban_lint.trial import read_text

document = read(sys.argv[1]) if sys.argv[1:] else read_text("Các chi bộ báo cáo tiến độ thực hiện kế hoạch.\\n")

def spent(*rules):
    begun = time.process_time()
    check_document(document, Settings(select=rules))
    return 1000 * (time.process_time() - begun)

spent("TT")
before = getrusage(RUSAGE_SELF).ru_maxrss
first = spent("CT1", "CT2", "CT301", "CT302", "CT303", "CT304")
again = spent("CT1", "CT2", "CT301", "CT302", "CT303", "CT304")
print(first - again, (getrusage(RUSAGE_SELF).ru_maxrss - before) / 1024)
"""


def main(files: list[str]) -> None:
    rounds = [
        tuple(map(float, subprocess.check_output([sys.executable, "-c", ROUND, *files], text=True).split()))
        for _ in range(ROUNDS)
    ]
    start, memory = (median(figures) for figures in zip(*rounds, strict=True))
    print(f"start {start:.1f} ms of CPU; {memory:.1f} MB more")


if __name__ == "__main__":
    main(sys.argv[1:])
