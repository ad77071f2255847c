"""Is the result what was planned? Read again, judged again, compared with the original: otherwise nothing is written.

Purpose: make "nothing else changed" a fact. Checks that every paragraph says what the plan says, that rejecting our
changes gives the original text back, that all other members kept their bytes, and that no rule finds more than before.
Limits: repairs nothing. Neighbours: ``fix.mend`` asks, ``ooxml.revisions`` rejects.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from unicodedata import normalize

from vanban_lint.engine import Report
from vanban_lint.errors import UserError
from vanban_lint.fix.apply import changed_text
from vanban_lint.fix.plan import Claim
from vanban_lint.model import Document, Edit, Finding, Paragraph, Part
from vanban_lint.ooxml.archive import Archive

Texts = dict[str, list[str]]


class FixError(UserError):
    """A result that is not what was planned: nothing is written."""


def texts(document: Document) -> Texts:
    """Text of every paragraph by part (``_key``)."""
    return {_key(part): [paragraph.text for paragraph in part.paragraphs] for part in document.parts}


def _key(part: Part) -> str:
    """What a part is called before and after: a new header renumbers the others, so these go by their member."""
    return part.member if part.kind in ("header", "footer") else part.name


def expected_texts(document: Document, claims: Iterable[Claim]) -> Texts:
    """What every paragraph must say after ``claims``."""
    by_paragraph: dict[tuple[str, int], list[Edit]] = defaultdict(list)
    for claim in claims:
        for edit in claim.edits:
            by_paragraph[edit.anchor[:2]].append(edit)
    return {_key(part): [line for p in part.paragraphs for line in _lines(p, by_paragraph)] for part in document.parts}


def _lines(paragraph: Paragraph, by_paragraph: Mapping[tuple[str, int], list[Edit]]) -> Iterator[str]:
    """What stands in place of a paragraph: nothing, itself, or itself and what follows it."""
    edits = by_paragraph.get((paragraph.part, paragraph.ordinal), [])
    if any(edit.action == "delete_paragraph" for edit in edits):
        return
    yield changed_text(paragraph, (edit for edit in edits if edit.action == "replace_text"))
    yield from (normalize("NFC", edit.value) for edit in edits if edit.action == "insert_paragraph")


def require_texts(path: str, wanted: Texts, found: Texts, claims: Sequence[Claim], key: str) -> None:
    """FixError naming the first paragraph that says something else, and the repairs made there."""
    for part, lines in wanted.items():
        others = found.get(part, [])
        for place, (want, got) in enumerate(zip(lines, others, strict=False), 1):
            if want != got:
                rules = _rules(c for c in claims if any(e.anchor[:2] == (part, place) for e in c.edits))
                raise FixError(key, path, rules=rules, want=want, got=got)
        if len(lines) != len(others):
            raise FixError(key, path, rules=_rules(claims), want=f"{part}: {len(lines)}", got=f"{part}: {len(others)}")


def require_same_members(path: str, before: bytes, after: bytes, touched: frozenset[str]) -> None:
    """FixError unless every member outside ``touched`` lies in the new archive as it lay in the old one."""
    old, new = Archive(before, path), Archive(after, path)
    for name, member in old.members.items():
        kept = new.members.get(name)
        if kept is None or (name not in touched and old.packed(member) != new.packed(kept)):
            raise FixError("fix.verify.member", path, rules="", name=member.name)


def require_nothing_new(before: Report, after: Report, claims: Sequence[Claim], mendable: tuple[str, ...] = ()) -> None:
    """FixError when a rule finds more than it did: a repair must not make work.

    Between rounds, findings whose own fix has one of the safeties ``mendable`` are left to the next round: a page
    number that was just added shows where numbers must start anew.
    """
    found_before = Counter(finding.rule for finding in before.findings)
    found_after = Counter(f.rule for f in after.findings if not (f.fix and f.fix.safety in mendable))
    grown = [rule for rule, count in found_after.items() if count > found_before[rule]]
    if after.crashed and not before.crashed:
        raise FixError("fix.verify.crashed", before.document.path, rules=_rules(claims))
    if grown:
        known = {(f.rule, f.anchor.part, f.anchor.paragraph) for f in before.findings}
        new = next(f for f in after.findings if (f.rule == grown[0] and _place(f) not in known) or f.rule == grown[0])
        near = [c for c in claims if any(e.anchor[:2] == new.anchor[:2] for e in c.edits)]
        raise FixError(
            "fix.verify.new", before.document.path, rules=_rules(near or claims), rule=new.rule, text=new.text
        )


def _place(finding: Finding) -> tuple[str, str, int]:
    return finding.rule, finding.anchor.part, finding.anchor.paragraph


def _rules(claims: Iterable[Claim]) -> str:
    return ", ".join(sorted({claim.finding.rule for claim in claims}))
