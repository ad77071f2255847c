"""What a check says, made into a finding: words, place, severity, source, name.

Purpose: everything about a finding that does not depend on the kind of check. Limits: one document and one run; the
order of findings is ``engine``'s. Neighbours: ``engine``, ``filters.severity``, ``structure.place``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from vanban_lint.catalogue import say
from vanban_lint.corpus.facts import Pin, Ruling
from vanban_lint.filters.severity import firm_lines, severity
from vanban_lint.model import BODY, CERTAINTIES, Anchor, Cause, Document, Finding, Fix, Hit, Saying, Structure
from vanban_lint.model.rule import Convention, Rule
from vanban_lint.structure.place import Places
from vanban_lint.text.tone import fold_tone

#: Characters of the paragraph shown before and after a finding.
CONTEXT = 40


class Stamp:
    """Makes the findings of one run. ``profile`` and ``user`` map selectors to severities."""

    def __init__(
        self,
        document: Document,
        structure: Structure,
        conventions: tuple[Convention, ...],
        tables: Mapping[str, Any],
        profile: Mapping[str, str],
        user: Mapping[str, str],
        lang: str,
    ) -> None:
        self.lang = lang
        self._document = document
        self._structure = structure
        self._conventions = conventions
        self._firm = firm_lines(tables["dong_quy_uoc"], conventions, structure.regime.value)
        self._graded = (profile, user)
        self._places: Places | None = None

    def findings(self, rule: Rule, hits: Iterable[Hit]) -> Iterator[Finding]:
        """One finding a place, however often the check names it; one that speaks for other rules too is apart."""
        seen: set[tuple[Anchor, Cause | None]] = set()
        for hit in hits:
            place = (hit.anchor, hit.cause if hit.more else None)
            if place not in seen:
                seen.add(place)
                yield self._finding(rule, hit)

    def _finding(self, rule: Rule, hit: Hit) -> Finding:
        paragraph = self._document.paragraph(hit.anchor)
        start, end = hit.anchor.start, hit.anchor.end
        template = rule.en if self.lang == "en" else rule.vi
        self._places = self._places or Places(self._structure, self._document)
        return Finding(
            rule=rule.id,
            name=rule.ten,
            severity=self.severity(rule),
            certainty=min(hit.certainty or rule.chac_chan, rule.chac_chan, key=CERTAINTIES.index),
            message=" ".join((template.format_map(_Fields(self._said(hit.params))), *map(self._words, hit.more))),
            source=self._source(rule),
            block=self._block(rule.o, hit.anchor),
            label=self._places.place(hit.anchor, self.lang),
            anchor=hit.anchor,
            text=paragraph.text[start:end],
            context=(_tail(paragraph.text[:start]), _head(paragraph.text[end:])),
            suggestions=hit.suggestions,
            fix=Fix(rule.sua, hit.edits) if rule.sua and hit.edits else None,
            related=hit.related,
            absent=hit.absent,
            diff=hit.diff,
        )

    def severity(self, rule: Rule) -> str:
        """How grave the rule's findings are under this profile and these settings."""
        return severity(rule, self._firm, *self._graded)

    def _said(self, params: Mapping[str, Any]) -> dict[str, Any]:
        """The parameters of a message, those that depend on the language put into words."""
        return {
            name: "; ".join(map(self._words, value)) if isinstance(value, tuple) else value
            for name, value in params.items()
        }

    def _words(self, item: Saying) -> str:
        return say(item.key, self.lang, **item.params)

    def ruling(self, rule: Rule) -> Ruling:
        """What the rule's findings across documents will bear."""
        template = rule.en if self.lang == "en" else rule.vi
        return Ruling(
            rule.id, rule.ten, rule.tham_so["xet"], self.severity(rule), rule.chac_chan, template, self._source(rule)
        )

    def pin(self, anchor: Anchor) -> Pin:
        """A place of this document with all that a report says of it, to be kept when the document is gone."""
        paragraph = self._document.paragraph(anchor)
        self._places = self._places or Places(self._structure, self._document)
        return Pin(
            anchor,
            paragraph.text[anchor.start : anchor.end],
            (_tail(paragraph.text[: anchor.start]), _head(paragraph.text[anchor.end :])),
            self._block((), anchor),
            self._places.place(anchor, self.lang),
            self._document.part(anchor.part).kind,
            paragraph.cell[-1] if paragraph.cell else None,
            paragraph.line,
            None if paragraph.line is None else paragraph.raw_offset(anchor.start) + 1,
        )

    def _source(self, rule: Rule) -> str | None:
        """Name and clause of the first convention in force that the rule rests on."""
        for item in self._conventions:
            if item.id in rule.nguon:
                return f"{item.ten}, {rule.nguon[item.id]}"
        return None

    def _block(self, wanted: Sequence[str], anchor: Anchor) -> str | None:
        """Name of the block that holds the place, one of ``wanted`` if there is a choice; else the zone."""
        holding = [
            block.name
            for block in self._structure.blocks
            for part, paragraph, start, end in block.anchors
            if (part, paragraph) == anchor[:2] and start <= anchor.start and anchor.end <= end
        ]
        named = [name for name in holding if name in wanted] or holding
        if named:
            return named[0]
        return self._structure.zone(anchor.paragraph) if anchor.part == BODY else None


class _Fields(dict[str, Any]):
    """Parameters of a message; a field that a check did not fill shows as an ellipsis rather than break the run."""

    def __missing__(self, key: str) -> str:
        return "…"


def _tail(text: str) -> str:
    return text if len(text) <= CONTEXT else "…" + text[-CONTEXT:]


def _head(text: str) -> str:
    return text if len(text) <= CONTEXT else text[:CONTEXT] + "…"


def fingerprinted(findings: Sequence[Finding], document: Document) -> Iterator[Finding]:
    """Each finding with a name that edits elsewhere leave alone: rule, part, block, text, and which of these it is."""
    if not findings:
        return
    from hashlib import sha256

    seen: Counter[tuple[str, ...]] = Counter()
    kinds = {part.name: part.kind for part in document.parts}
    for finding in findings:
        text = " ".join(fold_tone(finding.text).casefold().split())
        key = (finding.rule, kinds[finding.anchor.part], finding.block or "", text)
        seen[key] += 1
        digest = sha256("\0".join((*key, str(seen[key]))).encode()).hexdigest()
        yield finding._replace(fingerprint=digest[:16])
