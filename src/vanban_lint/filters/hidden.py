"""Findings that somebody asked not to show, each with the reason given for it.

Purpose: part known exceptions from the rest, keeping them countable, and tell which requests hid nothing. Where a
request comes from (configuration, ignore file, baseline, a comment in Word) makes no difference here. Limits: no file
is read. Neighbours: ``engine`` calls it; ``filters.baseline``, ``filters.ignore_file`` and
``filters.remarks`` make requests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from vanban_lint.config import Hidden
from vanban_lint.model import Finding

#: A selector that speaks of every rule.
EVERYTHING = "*"


class Suppressed(NamedTuple):
    """A finding that is not shown, why, and where that was asked for."""

    finding: Finding
    reason: str
    origin: str = ""


class Parted(NamedTuple):
    """Findings kept, findings hidden, and for each request how many findings it hid: none, where it has no use."""

    kept: tuple[Finding, ...]
    gone: tuple[Suppressed, ...]
    used: Mapping[str, int]


def hide(findings: Iterable[Finding], hidden: tuple[Hidden, ...], matches: Callable[[str, str], bool]) -> Parted:
    """Part the findings. ``matches(selector, rule id)`` tells whether a selector speaks of a rule."""
    kept: list[Finding] = []
    gone: list[Suppressed] = []
    used = {request: 0 for entry in hidden for request in _requests(entry)}
    for finding in findings:
        for entry in hidden:
            request = _speaks(entry, finding, matches)
            if request is not None:
                used[request] += 1
                gone.append(Suppressed(finding, entry.reason, entry.origin))
                break
        else:
            kept.append(finding)
    return Parted(tuple(kept), tuple(gone), used)


def _requests(entry: Hidden) -> Iterator[str]:
    """Names of what an entry asks for, each of which may turn out to have no use."""
    yield from (f"{entry.origin}: {name}" for name in (*entry.rules, *sorted(entry.fingerprints)))


def _speaks(entry: Hidden, finding: Finding, matches: Callable[[str, str], bool]) -> str | None:
    if entry.anchors is not None and not any(anchor.touches(finding.anchor) for anchor in entry.anchors):
        return None
    if finding.fingerprint in entry.fingerprints:
        return f"{entry.origin}: {finding.fingerprint}"
    for selector in entry.rules:
        if selector == EVERYTHING or matches(selector, finding.rule):
            return f"{entry.origin}: {selector}"
    return None
