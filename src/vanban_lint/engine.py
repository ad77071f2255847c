"""The run: understand one document, plan, let the checks speak, make findings of what they say.

Purpose: the only place where rules, structure and settings meet. Limits: reads no files and writes nothing; a check
that breaks takes only itself down, and the report says so. Neighbours: ``readers`` before it, ``filters`` and
``report`` after.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from vanban_lint import structure as understanding
from vanban_lint.catalogue import say
from vanban_lint.checks import kind
from vanban_lint.checks.base import Context
from vanban_lint.config import Settings
from vanban_lint.filters.hidden import Suppressed, hide
from vanban_lint.filters.severity import severity
from vanban_lint.model import CERTAINTIES, Anchor, Document, Finding, Fix, Gap, Hit, Judged, NotEvaluated, Structure
from vanban_lint.model.rule import Convention, Rule
from vanban_lint.ruleset import names
from vanban_lint.ruleset.bundle import Bundle, bundled
from vanban_lint.ruleset.profile import Profile, profile_name, resolve
from vanban_lint.ruleset.select import Plan, all_rules, plan
from vanban_lint.text.tone import fold_tone

#: Characters of the paragraph shown before and after a finding.
CONTEXT = 40


@dataclass(frozen=True, slots=True)
class Report:
    """The result for one document. ``date`` is the day it was judged by, ``profile`` the name of its profile.

    ``crashed`` holds the traceback of every check that broke; each has its gap too.
    """

    document: Document
    structure: Structure
    profile: str
    date: dt.date
    findings: tuple[Finding, ...]
    gaps: tuple[Gap, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    crashed: tuple[str, ...] = ()

    @property
    def clean(self) -> bool:
        """Nothing found, everything read, every check came to its end."""
        return not (self.findings or self.document.unread or self.crashed)


def check_document(document: Document, settings: Settings, bundle: Bundle | None = None) -> Report:
    """Judge a read document. ConfigError when the settings name a rule or a profile that does not exist."""
    bundle = bundle or bundled()
    require_known(settings, bundle)
    structure, profile = _understand(document, settings, bundle)
    day = structure.date.value or settings.today
    chosen = plan(bundle, structure, profile, day, settings)
    run = _Run(document, structure, profile, settings, bundle, chosen, day)
    findings, gaps, crashed = run.all()
    rules = {rule.id: rule for rule in chosen.rules}
    kept, gone = hide(findings, settings.hidden, lambda selector, rule: names.matches(selector, rules[rule]))
    return Report(document, structure, profile.name, day, kept, (*chosen.gaps, *gaps), gone, crashed)


def require_known(settings: Settings, bundle: Bundle) -> None:
    """ConfigError for a selector in the settings that speaks of no rule."""
    if settings.select or settings.ignore or settings.muc_do:
        names.require_known((*settings.select, *settings.ignore, *settings.muc_do), all_rules(bundle, settings))


def _understand(document: Document, settings: Settings, bundle: Bundle) -> tuple[Structure, Profile]:
    """The structure, and the profile it is judged by: the one asked for, or the one it calls for itself."""
    asked = resolve(settings.profile, bundle) if settings.profile else None
    structure = understanding.analyse(
        document, bundle.tables, today=settings.today, regime=asked.regime if asked else None, date=settings.date
    )
    if asked is None:
        own = profile_name(structure.regime.value, structure.ten_loai.value, bundle)
        return structure, resolve(own, bundle)
    if asked.ten_loai:
        chosen: Judged[str | None] = Judged(asked.ten_loai, 1.0, (asked.name,))
        structure = replace(structure, ten_loai=chosen)
    return structure, asked


@dataclass(frozen=True, slots=True)
class _Run:
    document: Document
    structure: Structure
    profile: Profile
    settings: Settings
    bundle: Bundle
    plan: Plan
    day: dt.date

    def all(self) -> tuple[tuple[Finding, ...], tuple[Gap, ...], tuple[str, ...]]:
        """Findings in reading order, gaps, tracebacks of broken checks."""
        in_force = tuple(item.id for item in self.plan.conventions)
        context = Context(self.document, self.structure, self.bundle.tables, self.day, in_force)
        findings: list[Finding] = []
        gaps: list[Gap] = []
        crashed: list[str] = []
        for rule in self.plan.rules:
            try:
                said = list(kind(rule.check).check(rule, context))
                findings += self._findings(rule, (item for item in said if isinstance(item, Hit)))
                gaps += [self._gap(rule, item) for item in said if isinstance(item, NotEvaluated)]
            except Exception as error:
                what = f"{type(error).__name__}: {error}"
                gaps.append(Gap(rule.id, self._say("gap.crashed", rule=rule.id, error=what)))
                crashed.append(f"{rule.id}\n{traceback.format_exc()}")
        order = Order(self.document)
        findings.sort(key=lambda finding: (order(finding.anchor), finding.rule))
        return tuple(_fingerprinted(findings, self.document)), tuple(gaps), tuple(crashed)

    def _findings(self, rule: Rule, hits: Iterable[Hit]) -> Iterator[Finding]:
        """One finding a place, however often the check names it."""
        source = _source(rule, self.plan.conventions)
        level = severity(
            rule, self.structure.regime.value, self.plan.conventions, self.bundle.tables,
            self.profile.muc_do, self.settings.muc_do,
        )  # fmt: skip
        seen: set[Anchor] = set()
        for hit in hits:
            if hit.anchor not in seen:
                seen.add(hit.anchor)
                yield self._finding(rule, hit, level, source)

    def _finding(self, rule: Rule, hit: Hit, level: str, source: str | None) -> Finding:
        paragraph = self.document.paragraph(hit.anchor)
        start, end = hit.anchor.start, hit.anchor.end
        template = rule.en if self.settings.lang == "en" else rule.vi
        return Finding(
            rule=rule.id,
            name=rule.ten,
            severity=level,
            certainty=min(hit.certainty or rule.chac_chan, rule.chac_chan, key=CERTAINTIES.index),
            message=template.format_map(_Fields(hit.params)),
            source=source,
            block=_block(self.structure, rule, hit.anchor),
            label=understanding.place(self.structure, hit.anchor, self.settings.lang),
            anchor=hit.anchor,
            text=paragraph.text[start:end],
            context=(_tail(paragraph.text[:start]), _head(paragraph.text[end:])),
            suggestions=hit.suggestions,
            fix=Fix(rule.sua, hit.edits) if rule.sua and hit.edits else None,
            related=hit.related,
            absent=hit.absent,
        )

    def _gap(self, rule: Rule, item: NotEvaluated) -> Gap:
        return Gap(rule.id, self._say(item.key, **item.params))

    def _say(self, key: str, **params: Any) -> str:
        return say(key, self.settings.lang, **params)


class _Fields(dict[str, Any]):
    """Parameters of a message; a field that a check did not fill shows as an ellipsis rather than break the run."""

    def __init__(self, params: Mapping[str, Any]) -> None:
        super().__init__(params)

    def __missing__(self, key: str) -> str:
        return "…"


class Order:
    """Sort key of anchors in reading order: a text box stands where it hangs, other parts after the body."""

    def __init__(self, document: Document) -> None:
        self._base = {part.name: (i, None) for i, part in enumerate(document.parts) if part.anchor is None}
        self._hung = {part.name: part.anchor for part in document.parts if part.anchor is not None}

    def __call__(self, anchor: Anchor) -> tuple[int, ...]:
        place: tuple[int, ...] = (anchor.paragraph, anchor.start, anchor.end)
        host = self._hung.get(anchor.part)
        if host is None:
            return (self._base[anchor.part][0], *place)
        return (*self(host)[:2], host.start, host.end, *place)


def _source(rule: Rule, conventions: tuple[Convention, ...]) -> str | None:
    """Name and clause of the first convention in force that the rule rests on."""
    for item in conventions:
        if item.id in rule.nguon:
            return f"{item.ten}, {rule.nguon[item.id]}"
    return None


def _block(structure: Structure, rule: Rule, anchor: Anchor) -> str | None:
    """Name of the block that holds the place, one that the rule speaks of if there is a choice; else the zone."""
    holding = [
        block.name
        for block in structure.blocks
        for part, paragraph, start, end in block.anchors
        if (part, paragraph) == anchor[:2] and start <= anchor.start and anchor.end <= end
    ]
    preferred = [name for name in holding if name in rule.o] or holding
    return preferred[0] if preferred else structure.zone(anchor.paragraph)


def _tail(text: str) -> str:
    return text if len(text) <= CONTEXT else "…" + text[-CONTEXT:]


def _head(text: str) -> str:
    return text if len(text) <= CONTEXT else text[:CONTEXT] + "…"


def _fingerprinted(findings: list[Finding], document: Document) -> Iterator[Finding]:
    """Each finding with a name that edits elsewhere leave alone: rule, part, block, text, and which of these it is."""
    seen: Counter[tuple[str, ...]] = Counter()
    kinds = {part.name: part.kind for part in document.parts}
    for finding in findings:
        text = " ".join(fold_tone(finding.text).casefold().split())
        key = (finding.rule, kinds[finding.anchor.part], finding.block or "", text)
        seen[key] += 1
        digest = hashlib.sha256("\0".join((*key, str(seen[key]))).encode()).hexdigest()
        yield replace(finding, fingerprint=digest[:16])
