"""What text stands in while it is read: stories, container paths, and branches of alternate content.

Purpose: the small stacks of the reading pass. Limits: no events, no text. Neighbour: ``ooxml.story`` drives them.
"""

from __future__ import annotations

from vanban_lint.model import Anchor, Paragraph, Table
from vanban_lint.ooxml.draft import ParagraphDraft
from vanban_lint.ooxml.fields import Field
from vanban_lint.ooxml.tables import TableDraft

#: Choices of alternate content are read when all the vocabularies they require are among these.
_UNDERSTOOD = frozenset(("wps", "wpg", "wpc", "wpi", "wp14", "w14", "w15", "w16", "w16se", "w16cid", "a14", "v"))
_MAX_PATHS = 1000  # distinct container paths in a part; a real one has a handful


class Story:
    """A sequence of paragraphs: a part, or a text box inside one (``host`` is then the story it hangs in)."""

    __slots__ = (
        "anchor",
        "break_next",
        "draft",
        "fields",
        "host",
        "kind",
        "name",
        "open_tables",
        "paragraphs",
        "tables",
    )

    def __init__(self, name: str, kind: str, host: Story | None = None, anchor: Anchor | None = None) -> None:
        self.name = name
        self.kind = kind
        self.host = host
        self.anchor = anchor
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []
        self.open_tables: list[TableDraft] = []
        self.fields: list[Field] = []
        self.draft: ParagraphDraft | None = None
        self.break_next = False

    @property
    def ordinal(self) -> int:
        """Ordinal of the open or next paragraph."""
        return len(self.paragraphs) + 1


class Contexts:
    """Container paths such as ("ins", "hyperlink"), each with a number; ``current`` is the one being read in."""

    __slots__ = ("_numbers", "_outer", "current", "paths")

    def __init__(self) -> None:
        self.paths: list[tuple[str, ...]] = [()]
        self.current = 0
        self._numbers: dict[tuple[int, str], int] = {}
        self._outer: list[int] = []

    def inside(self, name: str) -> int:
        """Number of the current path with one more container."""
        found = self._numbers.get((self.current, name))
        if found is None:
            if len(self.paths) >= _MAX_PATHS:
                return self.current
            found = self._numbers[self.current, name] = len(self.paths)
            self.paths.append((*self.paths[self.current], name))
        return found

    def enter(self, name: str) -> None:
        self._outer.append(self.current)
        self.current = self.inside(name)

    def enter_box(self) -> None:
        """A text box stands for itself: its path starts anew."""
        self._outer.append(self.current)
        self.current = 0

    def leave(self) -> None:
        if self._outer:
            self.current = self._outer.pop()


class Alternates:
    """Open ``mc:AlternateContent`` elements: exactly one branch of each is read."""

    __slots__ = ("_taken",)

    def __init__(self) -> None:
        self._taken: list[bool] = []

    def open(self) -> None:
        self._taken.append(False)

    def close(self) -> None:
        if self._taken:
            self._taken.pop()

    def take_choice(self, required: str) -> bool:
        """Whether to read a choice that requires these vocabularies: the first one that is understood."""
        if not self._taken or self._taken[-1] or not _UNDERSTOOD.issuperset(required.split()):
            return False
        self._taken[-1] = True
        return True

    def take_fallback(self) -> bool:
        return not (self._taken and self._taken[-1])
