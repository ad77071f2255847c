"""What every check kind shares: its context, its targets, and the schema of its parameters.

Purpose: the small protocol between a rule (YAML) and the Python that judges it. A kind is a module of this folder with

    PARAMS    parameter name -> Param, validated by ``ruleset`` and exported to the JSON Schema
    FIELDS    names that its hits fill in the rule's message, besides ``thuc_te`` (what stands there)
    check(rule, context)    yields ``Hit`` and, when something prevents a judgement, ``NotEvaluated``

Limits: no I/O, no severity, no message text; checks never import the engine. Neighbours: ``engine`` runs them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from vanban_lint.model import BODY, Anchor, Block, Document, Edit, Paragraph, Structure
from vanban_lint.model.rule import Rule
from vanban_lint.model.structure import KEM_THEO, PHU_LUC
from vanban_lint.text.tone import fold_tone

#: Selectors that are not block names.
WHOLE_PARAGRAPHS = "doan"  # every non-empty paragraph of the body text (zone noi_dung)
RUNNING_TEXT = "van_xuoi"  # paragraphs of every part but those whose words or marks other rules fix
EVERY_PARAGRAPH = "moi_doan"  # paragraphs of every part, whatever they are
WHOLE_DOCUMENT = "van_ban"  # the document as a whole: for presence and order


#: Blocks that are no running text: names, codes and formulas that rules of their own judge.
FIXED = (
    "quoc_hieu", "tieu_ngu", "tieu_de_dang", "co_quan_chu_quan", "co_quan_ban_hanh", "so_ky_hieu", "dia_danh_ngay",
    "ten_loai", "tac_gia", "quyen_han_ky", "chuc_vu", "ho_ten", "do_mat", "do_khan",
)  # fmt: skip
#: Blocks whose marks rules of their own judge.
MARKED = ("kinh_gui", "noi_nhan", "noi_nhan_muc", "luu")


class Param(NamedTuple):
    """Schema of one parameter. ``type``: text, regex, flag, integer, list (of text), map, choice."""

    type: str
    doc: str
    required: bool = False
    choices: tuple[str, ...] = ()


#: Parameters that make a rule depend on what other parts say; kinds that judge with ``Context.witness`` offer them.
WITNESSES = {
    "neu": Param("map", "block -> pattern: each must occur in some block of that name, or the rule does not apply"),
    "neu_khong": Param("map", "block -> pattern: must not occur in any block of that name, or the rule does not apply"),
}


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may look at. ``date`` is the day to judge by, ``conventions`` the ids in force on it.

    ``today`` is the present, for what cannot lie ahead; ``words`` are the user's own, which are never misspelt.
    ``lang`` is the language of the report, for words that a check puts into its fields; ``house`` holds the spellings
    that the user keeps to where two are right (see ``Settings``).
    ``shared`` keeps what one kind works out once for all its rules on this document, under the name of the kind.
    """

    document: Document
    structure: Structure
    tables: Mapping[str, Any]
    date: dt.date
    conventions: tuple[str, ...]
    today: dt.date = field(default_factory=dt.date.today)
    words: tuple[str, ...] = ()
    lang: str = "vi"
    house: Mapping[str, str] = field(default_factory=dict)
    shared: dict[str, Any] = field(default_factory=dict)

    def targets(self, rule: Rule) -> Iterator[Target]:
        """The stretches of text that the rule's selector names, in reading order."""
        for name in rule.o:
            if name == WHOLE_PARAGRAPHS:
                yield from self._paragraphs()
            elif name == EVERY_PARAGRAPH:
                paragraphs = (p for part in self.document.parts for p in part.paragraphs if p.text.strip())
                yield from (Target(p.text, (p.anchor(),), None) for p in paragraphs)
            elif name == RUNNING_TEXT:
                marked = {(a.part, a.paragraph) for block in self.structure.all(*MARKED) for a in block.anchors}
                for p in self.prose():
                    if (p.part, p.ordinal) not in marked:
                        yield Target(p.text, (p.anchor(),), None)
            else:
                for block in self.structure.all(name):
                    yield Target(block.text, block.anchors, block)

    def prose(self) -> list[Paragraph]:
        """Paragraphs of every part in reading order, table cells and annexes too, without ``FIXED`` blocks; worked out
        once."""
        found: list[Paragraph] | None = self.shared.get("prose")
        if found is None:
            fixed = {(a.part, a.paragraph) for block in self.structure.all(*FIXED) for a in block.anchors}
            found = self.shared["prose"] = [
                paragraph
                for part in self.document.parts
                for paragraph in part.paragraphs
                if paragraph.text.strip() and (part.name, paragraph.ordinal) not in fixed
            ]
        return found

    def own(self, *names: str) -> tuple[Block, ...]:
        """Blocks of these names in the document itself, not in a text issued with it or in an annex.

        An attached text has its own header and may have its own signature (Nghị định 30, mẫu 1.3): what it holds says
        nothing about the document that carries it. What the document calls it (``van_ban_kem_theo``) is its own.
        """
        return tuple(block for block in self.structure.all(*names) if self.is_own(block))

    def is_own(self, block: Block) -> bool:
        """Whether a block stands in the document itself; see ``own``. The label of its annex does."""
        anchor = block.anchor
        if anchor.part != BODY:
            return True
        if block.name == "van_ban_kem_theo":
            return True
        if block.name == "phu_luc":
            return not any(zone.name == KEM_THEO and zone.first < anchor.paragraph for zone in self.structure.zones)
        return self.structure.zone(anchor.paragraph) not in (KEM_THEO, PHU_LUC)

    def witness(self, rule: Rule) -> str | None:
        """The texts that make ``rule`` apply (``WITNESSES``), "" when it names none; ``None``: it does not apply."""
        texts = []
        for name, wanted in rule.tham_so.get("neu", {}).items():
            text = self._seen(name, wanted)
            if text is None:
                return None
            texts.append(text)
        for name, unwanted in rule.tham_so.get("neu_khong", {}).items():
            if self._seen(name, unwanted) is not None:
                return None
        return "; ".join(texts)

    def _seen(self, name: str, wanted: str) -> str | None:
        for block in self.own(name):
            if pattern(wanted).search(fold(block.text)):
                return " ".join(block.text.split())
        return None

    def _paragraphs(self) -> Iterator[Target]:
        for zone in self.structure.zones:
            if zone.name != "noi_dung":
                continue
            for paragraph in self.document.body.paragraphs[zone.first - 1 : zone.last]:
                if paragraph.text.strip():
                    yield Target(paragraph.text, (paragraph.anchor(),), None)


class Target(NamedTuple):
    """A text to judge: lines joined by newlines, each line standing at one anchor of the document."""

    text: str
    anchors: tuple[Anchor, ...]
    block: Block | None

    def anchor(self, start: int, end: int) -> Anchor:
        """Place in the document of ``text[start:end]``; what runs over a line end is cut at it."""
        base = 0
        for anchor in self.anchors:
            length = anchor.end - anchor.start
            if start <= base + length:
                return Anchor(
                    anchor.part,
                    anchor.paragraph,
                    anchor.start + start - base,
                    anchor.start + min(end - base, length),
                )
            base += length + 1
        return self.anchors[-1]


def retyped(rule: Rule, anchor: Anchor, typed: str, wanted: str) -> tuple[Edit, ...]:
    """The edit that writes ``wanted`` over ``typed``; none where the rule has no repair or the text has two lines."""
    return (Edit("replace_text", anchor, wanted, typed),) if rule.sua and "\n" not in typed else ()


def dropped(rule: Rule, context: Context, anchors: Sequence[Anchor]) -> tuple[Edit, ...]:
    """The edits that take lines away: the paragraph where a line fills it, else its text."""
    return tuple(_drop(anchor, context.document) for anchor in anchors) if rule.sua else ()


def _drop(anchor: Anchor, document: Document) -> Edit:
    typed = document.text(anchor)
    whole = document.paragraph(anchor).text.strip() == typed.strip()
    return Edit("delete_paragraph" if whole else "replace_text", anchor, "", typed)


def expand(template: str, match: re.Match[str], text: str) -> str:
    """``template`` with its ``\\g<name>`` taken from ``text`` as typed; the match is of the folded form of it."""
    return re.sub(r"\\g<(\w+)>", lambda group: text[slice(*match.span(group[1]))], template)


@lru_cache(maxsize=512)
def pattern(source: str) -> re.Pattern[str]:
    """Compiled pattern; patterns in rules are written in the older tone placement and match both."""
    return re.compile(source)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The form of a text that patterns are matched against: same length, one tone placement, plain spaces."""
    return fold_tone(text).replace("\u00a0", " ")


def as_day(value: Any) -> dt.date | None:
    """A day of a table: text in the compiled form, a date when read from YAML; ``None`` when there is none."""
    return value if value is None or isinstance(value, dt.date) else dt.date.fromisoformat(value)
