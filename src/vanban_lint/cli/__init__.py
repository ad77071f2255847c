"""The command line: thin click commands, each imported when it is asked for.

Purpose: read options, call the rooms behind, choose the exit code. Limits: no judgement and no formatting here (that is
``report``). Neighbours: ``cli.app`` holds the program, ``cli.params`` its option classes, one module a command.
"""

from __future__ import annotations

import gc


def main() -> None:
    """Entry point of the ``vanban-lint`` script; always ends the process with 0, 1 or 2 (130 when interrupted)."""
    # What a run makes it keeps to the end: looking for cycles every 700 objects, and once more at the end, took a tenth
    # of the time of a check (measured on ten pages).
    gc.set_threshold(100_000, 20, 20)
    try:
        from vanban_lint.patterns import prime
        from vanban_lint.ruleset.locate import PATTERNS

        prime(PATTERNS)
        from vanban_lint.cli.app import program

        program.main(prog_name="vanban-lint")
    finally:
        gc.freeze()
