"""The run: understand one document, plan, let the checks speak, put their findings in order.

Purpose: the only place where rules, structure and settings meet. Limits: reads no files and writes nothing; a check
that breaks takes only itself down, and the report says so. Neighbours: ``readers`` before it, ``filters`` and
``report`` after.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from vanban_lint.catalogue import say
from vanban_lint.checks import kind
from vanban_lint.checks.base import Context
from vanban_lint.config import Settings
from vanban_lint.corpus.facts import Facts
from vanban_lint.decode import decoded
from vanban_lint.filters import remarks
from vanban_lint.filters.hidden import Suppressed, hide
from vanban_lint.filters.yielding import give_way
from vanban_lint.model import SEVERITIES, Anchor, Document, Finding, Gap, Hit, Judged, NotEvaluated, Structure
from vanban_lint.model.document import NOTHING
from vanban_lint.model.rule import Rule
from vanban_lint.ruleset import names
from vanban_lint.ruleset.bundle import Bundle, bundled
from vanban_lint.ruleset.profile import Profile, profile_name, resolve
from vanban_lint.ruleset.select import Plan, all_rules, plan
from vanban_lint.stamp import Stamp, fingerprinted
from vanban_lint.structure import analyse


class Report(NamedTuple):
    """The result for one document. ``date`` is the day it was judged by, ``profile`` the name of its profile.

    ``crashed`` holds the traceback of every check that broke; each has its gap too. ``requests`` counts, for each
    request to hide findings, those that it hid. ``facts`` are for comparison with other documents (``corpus``), when
    asked for.
    """

    document: Document
    structure: Structure
    profile: str
    date: dt.date
    findings: tuple[Finding, ...]
    gaps: tuple[Gap, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    crashed: tuple[str, ...] = ()
    requests: Mapping[str, int] = NOTHING
    facts: Facts | None = None

    @property
    def clean(self) -> bool:
        """Nothing found, everything read, every check came to its end."""
        return not (self.findings or self.document.unread or self.crashed)


def check_document(
    document: Document, settings: Settings, bundle: Bundle | None = None, *, among_others: bool = False
) -> Report:
    """Judge a read document. ConfigError when the settings name a rule or a profile that does not exist.

    ``among_others``: gather the facts that make it comparable with other documents.
    """
    bundle = bundle or bundled()
    require_known(settings, bundle)
    read = decoded(document)
    structure, profile = _understand(read.document, settings, bundle)
    day = structure.date.value or settings.today
    chosen = plan(bundle, structure, profile, day, settings, laid_out=document.format == "docx")
    in_force = tuple(item.id for item in chosen.conventions)
    tables = _tables(bundle, settings)
    context = Context(
        read.document, structure, tables, day, in_force, settings.today, settings.words, settings.lang, settings.house
    )
    stamp = Stamp(
        read.document, structure, chosen.conventions, bundle.tables, profile.muc_do, settings.muc_do, settings.lang
    )
    findings, gaps, crashed = _run(chosen, context, stamp, _hidden_selectors(settings))
    findings = [read.as_typed(finding) for finding in give_way(findings, chosen.rules)]
    order = Order(document)
    findings.sort(key=lambda finding: (order(finding.anchor), finding.rule))
    rules = {rule.id: rule for rule in chosen.rules}
    asked, unclear = remarks.requests(document, all_rules(bundle, settings), settings.lang)
    parted = hide(
        fingerprinted(findings, document),
        (*asked, *settings.hidden),
        lambda selector, rule: names.matches(selector, rules[rule]),
    )
    return Report(
        document=document,
        structure=structure,
        profile=profile.name,
        date=day,
        findings=parted.kept,
        gaps=(*chosen.gaps, *gaps, *unclear),
        suppressed=parted.gone,
        crashed=tuple(crashed),
        requests=parted.used,
        facts=_facts(chosen, context, stamp, settings) if among_others else None,
    )


def _tables(bundle: Bundle, settings: Settings) -> Mapping[str, Any]:
    """The bundled tables, with the user's registers and an agency's own layout where the settings have them."""
    own: dict[str, Any] = {}
    if settings.register:
        own["so_bo_rieng"] = settings.register
    if settings.trinh_bay is not None:
        own["trinh_bay"] = settings.trinh_bay
    return {**bundle.tables, **own} if own else bundle.tables


def require_known(settings: Settings, bundle: Bundle) -> None:
    """ConfigError for a selector in the settings that speaks of no rule."""
    if settings.select or settings.ignore or settings.muc_do:
        names.require_known((*settings.select, *settings.ignore, *settings.muc_do), all_rules(bundle, settings))


def _understand(document: Document, settings: Settings, bundle: Bundle) -> tuple[Structure, Profile]:
    """The structure, and the profile it is judged by: the one asked for, or the one it calls for itself."""
    asked = resolve(settings.profile, bundle) if settings.profile else None
    structure = analyse(
        document, bundle.tables, today=settings.today, regime=asked.regime if asked else None, date=settings.date
    )
    if asked is None:
        own = profile_name(structure.regime.value, structure.ten_loai.value, bundle)
        return structure, resolve(own, bundle)
    if asked.ten_loai:
        chosen: Judged[str | None] = Judged(asked.ten_loai, 1.0, (asked.name,))
        structure = structure._replace(ten_loai=chosen)
    return structure, asked


def _run(
    chosen: Plan, context: Context, stamp: Stamp, hidden: Sequence[str]
) -> tuple[list[Finding], list[Gap], list[str]]:
    """Findings, gaps, and the traceback of every check that broke; such a check has a gap and no findings."""
    findings: list[Finding] = []
    shared: list[tuple[Rule, Hit]] = []
    gaps: list[Gap] = []
    crashed: list[str] = []

    def broke(rule: str, error: Exception) -> None:
        from traceback import format_exc

        what = f"{type(error).__name__}: {error}"
        gaps.append(Gap(rule, say("gap.crashed", stamp.lang, rule=rule, error=what)))
        crashed.append(f"{rule}\n{format_exc()}")

    for rule in chosen.rules:
        try:
            said = list(kind(rule.check).check(rule, context))
            hits = [item for item in said if isinstance(item, Hit)]
            if any(hit.cause or hit.pieces for hit in hits) and not any(names.matches(name, rule) for name in hidden):
                shared += ((rule, hit) for hit in hits)
            else:
                findings += stamp.findings(rule, hits)
            gaps += [
                Gap(rule.id, say(item.key, stamp.lang, **item.params))
                for item in said
                if isinstance(item, NotEvaluated)
            ]
        except Exception as error:
            broke(rule.id, error)
    for rule, hits in _joined(shared, context, stamp):
        try:
            findings += stamp.findings(rule, hits)
        except Exception as error:
            broke(rule.id, error)
    return findings, gaps, crashed


def _joined(said: Sequence[tuple[Rule, Hit]], context: Context, stamp: Stamp) -> Iterator[tuple[Rule, list[Hit]]]:
    """Hits that name their cause, by rule, those of one cause joined across the rules."""
    if said:
        from vanban_lint.checks.one_cause import merged

        hits: dict[str, list[Hit]] = {}
        for rule, hit in merged(said, context, lambda rule: SEVERITIES.index(stamp.severity(rule))):
            hits.setdefault(rule.id, []).append(hit)
        rules = {rule.id: rule for rule, _ in said}
        yield from ((rules[name], own) for name, own in hits.items())


def _hidden_selectors(settings: Settings) -> list[str]:
    """Selectors of the rules whose findings somebody asked not to show: one hidden may not carry those of another."""
    return [selector for entry in settings.hidden for selector in entry.rules]


def _facts(chosen: Plan, context: Context, stamp: Stamp, settings: Settings) -> Facts | None:
    """What ``corpus`` compares; ``None`` when no rule asks for it, or the configuration hides those that do."""
    hidden = _hidden_selectors(settings)
    rules = [
        rule
        for rule in chosen.rules
        if rule.check == "across" and not any(names.matches(selector, rule) for selector in hidden)
    ]
    if not rules:
        return None
    gather = kind("across")
    return Facts(
        context.document.path,
        gather.own_name(context, stamp.pin),
        tuple(gather.cited_names(context, stamp.pin)),
        tuple(stamp.ruling(rule) for rule in rules),
    )


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
