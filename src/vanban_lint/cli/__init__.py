"""The command line: thin click commands, each imported when it is asked for.

Purpose: read options, call the rooms behind, choose the exit code. Limits: no judgement and no formatting here (that is
``report``). Neighbours: ``cli.app`` holds the program, ``cli.params`` its option classes, one module a command.
"""

from __future__ import annotations


def main() -> None:
    """Entry point of the ``vanban-lint`` script; always ends the process with 0, 1 or 2 (130 when interrupted)."""
    from vanban_lint.cli.app import program

    program.main(prog_name="vanban-lint")
