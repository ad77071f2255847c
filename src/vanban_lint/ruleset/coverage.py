"""Which lines of the conventions are enforced by which rules, and which by none.

Purpose: the honest answer to "how much of the guides does this program hold?", counted from ``quy_uoc`` of the rules.
Limits: a line counts as covered as soon as a rule names it. Run as ``python -m vanban_lint.ruleset.coverage``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vanban_lint.ruleset.bundle import Bundle, bundled


@dataclass(frozen=True, slots=True)
class Coverage:
    """``covered`` maps a line to the ids of its rules; ``uncovered`` are the rest, in the order of the table."""

    covered: Mapping[str, tuple[str, ...]]
    uncovered: tuple[str, ...]


def coverage(bundle: Bundle) -> Coverage:
    """Coverage of rules/du-lieu/dong-quy-uoc.yaml by the rules of a bundle."""
    lines = [entry["id"] for entry in bundle.tables["dong_quy_uoc"]]
    rules = {line: tuple(rule.id for rule in bundle.rules if line in rule.quy_uoc) for line in lines}
    return Coverage(
        {line: ids for line, ids in rules.items() if ids}, tuple(line for line, ids in rules.items() if not ids)
    )


def main() -> None:
    """Prints covered lines with their rules, then the uncovered ones by family."""
    found = coverage(bundled())
    for line, ids in found.covered.items():
        print(f"{line:<12} {' '.join(ids)}")
    families: dict[str, list[str]] = {}
    for line in found.uncovered:
        family, _, number = line.rpartition("-")
        families.setdefault(family, []).append(number)
    print(f"\n{len(found.covered)} / {len(found.covered) + len(found.uncovered)}; chưa có quy tắc:")
    for family, numbers in families.items():
        print(f"{family}: {' '.join(numbers)}")


if __name__ == "__main__":
    main()
