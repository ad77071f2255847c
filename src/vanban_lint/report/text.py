"""The report for a drafter at a terminal: what is wrong, where, why, and what to write instead.

Purpose: one document at a time, so that a long run speaks while it works, then the counts. Limits: no decision about
exit codes. A document is called clean only when all of it was read. Neighbours: ``report.excerpt``, ``report.place``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from vanban_lint.catalogue import say
from vanban_lint.corpus.facts import Across
from vanban_lint.engine import Report
from vanban_lint.model import BODY, SEVERITIES, Anchor, Finding, Gap
from vanban_lint.report.board import Board
from vanban_lint.report.excerpt import excerpt, shortened, visible, width
from vanban_lint.report.names import day, regime_name, type_name
from vanban_lint.report.place import pin_spot, spot, unread, words
from vanban_lint.report.style import Style, wrapped
from vanban_lint.report.tally import Tally

_INDENT = "    "
_BAR = "│ "
_ROOM_FOR_PLACE = 40
#: Places named for one text; a layout that is wrong throughout would fill the screen with them.
_MOST_PLACES = 5
#: How the words of a diff are shown: marks, not colours, so that a file of it can be read.
_DIFF = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
#: Words shown at either end of what both versions share.
_SHARED = 4


class Writer:
    """Text of a run, piece by piece; each method gives what is to be printed now."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._unreadable: list[str] = []

    def entry(self, report: Report) -> str:
        return document(report, self._style) + "\n"

    def add(self, entry: str) -> str:
        return entry

    def unreadable(self, path: str, key: str, message: str) -> str:
        """Nothing now: the line on stderr says it at once, the summary repeats it."""
        self._unreadable.append(visible(f"{path}: {message}"))
        return ""

    def across(self, found: Sequence[Across]) -> str:
        return across(found, self._style) + "\n"

    def table(self, board: Board) -> str:
        return "\n".join([*board.table(self._style), ""])

    def end(self, tally: Tally) -> str:
        return summary(tally, self._style, self._unreadable)


def document(report: Report, style: Style) -> str:
    """Everything about one document: heading, findings by zone in reading order, what was not judged, what not read."""
    lines = [*_heading(report, style)]
    zone = None
    for finding in report.findings:
        here = _zone(report, finding)
        if here != zone:
            zone = here
            lines += ["", style.paint("bold", f"  {say(f'zone.{zone}', style.lang)}")]
        lines += ["", *_finding(report, finding, style)]
    if not report.findings:
        lines += ["", _INDENT[2:] + _nothing_found(report, style)]
    if report.suppressed:
        lines += ["", *_suppressed(report, style)]
    lines += _gaps(report.gaps, style)
    lines += _unread(report, style)
    return "\n".join(lines) + "\n"


def summary(tally: Tally, style: Style, unreadable: Sequence[str] = ()) -> str:
    """Counts, the inputs that could not be read, and how to get more."""
    lang = style.lang
    counts = [say(f"count.{name}", lang, n=tally.found[name]) for name in reversed(SEVERITIES) if tally.found[name]]
    line = say("report.summary", lang, n=tally.documents)
    doubtful = tally.unreadable or tally.incomplete or tally.broken
    line += ", ".join(counts) or say("report.summary.doubtful" if doubtful else "report.summary.none", lang)
    for name in ("suppressed", "unreadable", "incomplete", "broken"):
        if count := getattr(tally, name):
            line += say(f"report.summary.{name}", lang, n=count)
    lines = [style.paint("bold", line), *(style.paint("loi", f"  {said}") for said in unreadable)]
    if tally.idle:
        lines.append(style.paint("canh_bao", say("report.idle", lang)))
        lines += [f"  - {visible(request)}" for request in tally.idle]
    if tally.fixable:
        lines.append(style.paint("dim", say("report.fixable", lang, n=tally.fixable)))
    if tally.first_rule:
        lines.append(style.paint("dim", say("report.more", lang, rule=tally.first_rule)))
    return "\n".join(lines) + "\n"


def across(found: Sequence[Across], style: Style) -> str:
    """Findings that rest on several documents, under a heading of their own: the documents have been told of."""
    lines = [style.paint("bold", say("report.across", style.lang))]
    for item in found:
        lines += ["", *_across(item, style)]
    return "\n".join(lines) + "\n"


def _across(item: Across, style: Style) -> Iterator[str]:
    lang, finding = style.lang, item.finding
    yield from _title(finding, style)
    before, after = finding.context
    yield from _marked(finding, before, after, style)
    for other in item.elsewhere:
        shown = shortened(visible(other.message), style.columns - len(_INDENT) - _ROOM_FOR_PLACE)
        where = f"{visible(other.path)}, {pin_spot(other.pin, lang)}"
        yield from wrapped(say("report.related", lang, text=shown, place=where), style, "dim")
    yield from wrapped(f"{visible(item.path)} · {finding.label} · {pin_spot(item.pin, lang)}", style, "dim")
    yield from wrapped(finding.source or "", style, "dim")


def _heading(report: Report, style: Style) -> Iterator[str]:
    lang, structure = style.lang, report.structure
    facts = [
        type_name(structure.ten_loai.value, lang),
        regime_name(structure.regime.value, lang),
        say("report.judged_by", lang, day=day(report.date)),
        say("report.profile", lang, profile=report.profile),
    ]
    yield style.paint("bold", visible(report.document.path))
    yield "  " + style.paint("dim", " · ".join(facts))


def _zone(report: Report, finding: Finding) -> str:
    if finding.anchor.part != BODY:
        return "other"
    return report.structure.zone(finding.anchor.paragraph) or "noi_dung"


def _finding(report: Report, finding: Finding, style: Style) -> Iterator[str]:
    lang = style.lang
    yield from _title(finding, style)
    line = report.document.paragraph(finding.anchor).text
    yield from _marked(finding, line[: finding.anchor.start], line[finding.anchor.end :], style)
    yield from _related(report, finding, style)
    yield from _diff(finding, style)
    place, source = words(report.document, finding, lang), finding.source or ""
    together = f"{place} · {source}"
    for line in [together] if source and width(together) <= style.columns - len(_INDENT) else [place, source]:
        yield from wrapped(line, style, "dim")


def _related(report: Report, finding: Finding, style: Style) -> Iterator[str]:
    """Other places: a line for each text, with its places together; a remark of ours is not quoted like a text."""
    lang = style.lang
    groups: dict[str, list[Anchor]] = {}
    for item in finding.related:
        groups.setdefault(item.message, []).append(item.anchor)
    for message, anchors in groups.items():
        spots = list(dict.fromkeys(spot(report.document, anchor, lang) for anchor in anchors))
        where = "; ".join(spots[:_MOST_PLACES])
        if len(spots) > _MOST_PLACES:
            where += say("report.more_places", lang, n=len(spots) - _MOST_PLACES)
        quoted = message.split("…")[0] in report.document.paragraph(anchors[0]).text
        shown = shortened(visible(message), style.columns - len(_INDENT) - _ROOM_FOR_PLACE)
        key = "report.related" if quoted else "report.related.remark"
        yield from wrapped(say(key, lang, text=shown if quoted else message.capitalize(), place=where), style, "dim")


def _title(finding: Finding, style: Style) -> Iterator[str]:
    lang = style.lang
    head = style.paint(finding.severity, "  " + say(f"severity.{finding.severity}", lang))
    if finding.certainty != "chac_chan":
        head += style.paint("dim", f" ({say(f'certainty.{finding.certainty}', lang)})")
    yield f"{head} {style.paint('bold', finding.rule)} {finding.name}"
    yield from wrapped(finding.message, style)


def _marked(finding: Finding, before: str, after: str, style: Style) -> Iterator[str]:
    """The paragraph around the place, the marks, and what to write instead: beside the marks where there is room."""
    line = before + finding.text + after
    room = style.columns - len(_INDENT) - len(_BAR)
    bar = _INDENT + style.paint("dim", _BAR)
    if line.strip():
        shown = excerpt(before, finding.text, after, room)
        yield bar + shown.before + style.paint(finding.severity, shown.text) + shown.after
    marks = shown.marks if line.strip() else ""
    choices = say("report.or", style.lang).join(f"“{visible(choice)}”" for choice in finding.suggestions)
    advice = say("report.suggestion", style.lang, text=choices) if choices else ""
    if marks and width(marks) + 1 + width(advice) <= room:
        yield (bar + style.paint(finding.severity, marks) + " " + style.paint("good", advice)).rstrip()
    else:
        if marks:
            yield bar + style.paint(finding.severity, marks)
        yield from wrapped(advice, style, "good")


def _diff(finding: Finding, style: Style) -> Iterator[str]:
    """The two versions as one text: [-only in the earlier-], {+only in the later+}; long equal stretches cut."""
    if not finding.diff:
        return
    yield from wrapped(say("report.diff", style.lang), style, "dim")
    pieces = (_DIFF[op].format(_ends(text) if op == "=" else text) for op, text in finding.diff)
    yield from wrapped(visible(" ".join(pieces)), style)


def _ends(text: str) -> str:
    """The first and last words of a stretch that both versions share."""
    words = text.split()
    return text if len(words) <= 2 * _SHARED + 1 else " ".join([*words[:_SHARED], "…", *words[-_SHARED:]])


def _nothing_found(report: Report, style: Style) -> str:
    if report.document.unread or report.crashed:
        key = "report.not_all_read" if report.document.unread else "report.not_all_judged"
        return style.paint("canh_bao", say(key, style.lang))
    return style.paint("good", say("report.clean", style.lang))


def _suppressed(report: Report, style: Style) -> Iterator[str]:
    """Hidden findings are counted by rule under the reason that was given for them."""
    by_reason: dict[str, Counter[str]] = {}
    for item in report.suppressed:
        by_reason.setdefault(item.reason, Counter())[item.finding.rule] += 1
    yield style.paint("bold", "  " + say("report.suppressed", style.lang))
    for reason, counts in by_reason.items():
        rules = ", ".join(f"{rule} × {count}" if count > 1 else rule for rule, count in counts.items())
        yield from wrapped(f"- {reason}: {rules}", style, "dim")


def _gaps(gaps: Sequence[Gap], style: Style) -> Iterator[str]:
    """What was not judged and why; rules with the same reason share a line."""
    if not gaps:
        return
    by_reason: dict[str, list[str]] = {}
    for gap in gaps:
        by_reason.setdefault(gap.message, []).extend([gap.rule] if gap.rule else [])
    yield from ("", style.paint("bold", "  " + say("report.not_evaluated", style.lang)))
    for reason, rules in by_reason.items():
        yield from wrapped("- " + reason + (f" ({', '.join(rules)})" if rules else ""), style, "dim")


def _unread(report: Report, style: Style) -> Iterator[str]:
    if not report.document.unread:
        return
    yield from ("", style.paint("canh_bao", "  " + say("report.unread", style.lang)))
    for item in report.document.unread:
        yield from wrapped("- " + unread(report.document, item, style.lang), style)
