"""One paragraph changed in its bytes: text replaced, characters formatted, comments hung on exact characters.

Purpose: turn offsets in a paragraph's text into splices of the part. Only runs that are touched are rebuilt: their
start tag (rsids) and ``w:rPr`` are copied, their texts cut at characters, everything else in them (tabs, drawings, note
marks) kept as bytes. Limits: refuses (UneditableError) what must not be cut: fields, other people's revisions, bound
content controls. Neighbours: ``ooxml.leaves`` finds the place, ``ooxml.properties_edit`` writes properties,
``ooxml.rewriting`` puts the splices into the part.

Tracked changes stand beside runs, never in them: ``w:del`` with ``w:delText`` around what goes, ``w:ins`` around what
comes. What an earlier pass of ours inserted is changed without a mark, as Word does with an author's own insertions.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from vanban_lint.ooxml import whole
from vanban_lint.ooxml.leaves import AUTHOR, Leaf, Line, UneditableError
from vanban_lint.ooxml.nodes import Node, tree
from vanban_lint.ooxml.properties_edit import changed, foreign_change, paragraph_changes, run_changes

KEEP, DELETED, INSERTED = "keep", "del", "ins"
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")
_CHANGE_ID = re.compile(rb'(<w:rPrChange\b[^>]*?\sw:id=")\d+(")')
_CHANGE = re.compile(rb"<w:rPrChange\b.*?</w:rPrChange>", re.S)


class Splice(NamedTuple):
    """Bytes ``start`` to ``end`` of a part become ``new``."""

    start: int
    end: int
    new: bytes


class Tracking(NamedTuple):
    """How revisions are marked: ``next_id`` gives an unused id, ``date`` is YYYY-MM-DDThh:mm:ssZ."""

    next_id: Callable[[], int]
    date: str

    def mark(self) -> bytes:
        """Attributes of a revision."""
        return f'w:id="{self.next_id()}" w:author="{AUTHOR}" w:date="{self.date}"'.encode()


class _Item(NamedTuple):
    """A piece of a run to be written: text (``None``: ``raw`` bytes), its state, and its properties."""

    text: str | None
    raw: bytes
    state: str
    properties: bytes


class _Replacement(NamedTuple):
    start: int
    end: int
    value: str


class State(NamedTuple):
    """How much a ``LineEditor`` was asked for."""

    replacements: int
    formats: int
    paragraph: Mapping[str, Any]
    added: str | None
    removed: bool


EMPTY = State(0, 0, {}, None, False)


class LineEditor:
    """Gathers the changes of one paragraph; ``splices`` gives them. Offsets count characters of ``Line.text``.

    ``tracking`` is ``None`` for plain edits. ``next_id`` renews ids where a run with a tracked format is cut.
    """

    def __init__(self, line: Line, tracking: Tracking | None, next_id: Callable[[], int]) -> None:
        self.line = line
        self._tracking = tracking
        self._next_id = next_id
        self._replacements: list[_Replacement] = []
        self._formats: list[tuple[int, int, Mapping[str, Any]]] = []
        self._before: dict[tuple[int, int], list[bytes]] = defaultdict(list)
        self._after: dict[tuple[int, int], list[bytes]] = defaultdict(list)
        self._outside: list[Splice] = []
        self._paragraph: dict[str, Any] = {}
        self._added: str | None = None
        self._removed = False

    # -- what is to change ------------------------------------------------------------------------------------------

    def replace(self, start: int, end: int, value: str) -> None:
        """The characters become ``value``; an empty range inserts. UneditableError: edit.field, edit.revision, ..."""
        if _UNWRITABLE.search(value):
            raise UneditableError("edit.character")
        touched = [leaf for leaf in self.line.leaves if leaf.start < end and start < leaf.end]
        if start == end:
            touched = [leaf for _, leaf in [self._seat(start)] if leaf is not None]
            if not touched and self.line.leaves:
                raise UneditableError("edit.field")
        _require_free(touched)
        if end > start and value and not any(leaf.is_text for leaf in touched):
            raise UneditableError("edit.mixed")
        self._replacements.append(_Replacement(start, end, value))

    def format(self, start: int, end: int, properties: Mapping[str, Any]) -> None:
        """The characters get these run properties (keys of ``RunFormat``)."""
        touched = [leaf for leaf in self.line.leaves if leaf.start < end and start < leaf.end]
        _require_free(touched)
        if self._tracking and any(foreign_change(_run_properties(leaf.run)) for leaf in touched):
            raise UneditableError("edit.revision")
        run_changes(properties)
        self._formats.append((start, end, properties))

    def set_paragraph(self, properties: Mapping[str, Any]) -> None:
        """The paragraph gets these properties (keys of ``ParagraphFormat``)."""
        paragraph_changes(properties)
        if b"<w:sectPr" in self._paragraph_properties():
            raise UneditableError("edit.section")
        if self._tracking and foreign_change(_own_layout(self._paragraph_properties())):
            raise UneditableError("edit.revision")
        self._paragraph.update(properties)

    def add_after(self, value: str) -> None:
        """A new paragraph of this text follows. UneditableError: edit.paragraph, edit.character."""
        if _UNWRITABLE.search(value):
            raise UneditableError("edit.character")
        whole.require_extendable(self.line)
        self._added = value

    def remove(self) -> None:
        """The whole paragraph goes. UneditableError: edit.paragraph."""
        whole.require_removable(self.line)
        _require_free(self.line.leaves)
        self._removed = True
        if self._tracking is not None and self.line.leaves:
            self._replacements.append(_Replacement(0, len(self.line.text), ""))

    def state(self) -> State:
        """What was asked for so far, to come back to (``restore``) when a repair proves impossible halfway."""
        kept = dict(self._paragraph)
        return State(len(self._replacements), len(self._formats), kept, self._added, self._removed)

    def restore(self, state: State) -> None:
        del self._replacements[state.replacements :]
        del self._formats[state.formats :]
        self._paragraph = dict(state.paragraph)
        self._added, self._removed = state.added, state.removed

    def comment(self, start: int, end: int, number: int) -> bool:
        """Hang comment ``number`` on the characters; false when it had to be set wider (around a field)."""
        opening = b'<w:commentRangeStart w:id="%d"/>' % number
        closing = b'<w:commentRangeEnd w:id="%d"/>' % number
        reference = b'<w:r><w:commentReference w:id="%d"/></w:r>' % number
        first = self._leaf_at(start)
        last = self._leaf_before(end)
        if start == end or first is None or last is None:
            return self._comment_point(start, opening + closing, reference)
        exact = first.closed is None and last.closed_end is None
        if first.closed is not None:
            self._outside.append(Splice(first.closed.start, first.closed.start, opening))
        else:
            self._before[first.node.start, start - first.start].append(opening)
        self._close_comment(last, end, closing, reference)
        return exact

    # -- bytes ------------------------------------------------------------------------------------------------------

    def splices(self) -> list[Splice]:
        """All changes as splices of the part, in no order."""
        root = self.line.root
        if self._removed and self._tracking is None:
            return [Splice(root.start, root.end, b"")]
        found = list(self._outside)
        if self._paragraph or (self._tracking is not None and (self._removed or self._added is not None)):
            found.append(self._paragraph_splice())
        loose = b""
        if not self.line.leaves:
            loose = b"".join(self._loose_insertion(item.value) for item in self._replacements)
        found += [splice for run in self._touched_runs() if (splice := self._rebuilt(run)) is not None]
        if loose:
            found.append(Splice(self.line.content_at, self.line.content_at, loose))
        behind = [] if self._added is None else [Splice(root.end, root.end, self._following(self._added))]
        return _opened(root, found) + behind

    def _touched_runs(self) -> list[Node]:
        runs = {leaf.run.start: leaf.run for leaf in self.line.leaves}
        return list(runs.values())

    def _rebuilt(self, run: Node) -> Splice | None:
        """The run written anew, ``None`` when nothing in it changes."""
        leaves = {leaf.node.start: leaf for leaf in self.line.leaves if leaf.run is run}
        own_properties = _run_properties(run)
        stream: list[_Item | bytes] = []
        for node in run.children:
            if node.name == "w:rPr":
                continue
            leaf = leaves.get(node.start)
            if leaf is None:
                stream.append(_Item(None, node.raw, KEEP, own_properties))
            else:
                stream += self._pieces(leaf, own_properties)
        children = [_Item(None, node.raw, KEEP, own_properties) for node in run.children if node.name != "w:rPr"]
        if stream == children:
            return None
        return Splice(run.start, run.end, self._written(run, stream))

    def _pieces(self, leaf: Leaf, properties: bytes) -> list[_Item | bytes]:
        """Items and markers of one leaf, cut where something changes."""
        cuts = self._cuts(leaf)
        found = self._led(leaf, properties)
        uncut = len(cuts) <= 2
        for low, high in pairwise(cuts) if len(cuts) > 1 else [(leaf.start, leaf.end)]:
            found += self._before.get((leaf.node.start, low - leaf.start), ())
            dead = any(r.start <= low and high <= r.end and r.start < r.end for r in self._replacements)
            new_properties = self._formatted(low, high, properties)
            own = leaf.own_insertion
            if dead and (self._tracking is None or own):
                pass
            elif uncut and not (leaf.is_text and (dead or new_properties is not properties)):
                state = DELETED if dead else KEEP
                found.append(_Item(None, leaf.node.raw, state, new_properties))
            else:
                text = leaf.text[low - leaf.start : high - leaf.start]
                found.append(_Item(text, b"", DELETED if dead else KEEP, new_properties))
            found += self._after.get((leaf.node.start, high - leaf.start), ())
            found += self._inserted(leaf, high, properties, own)
        return found

    def _cuts(self, leaf: Leaf) -> list[int]:
        cuts = {leaf.start, leaf.end}
        for r in self._replacements:
            cuts |= {r.start, r.end}
        for start, end, _ in self._formats:
            cuts |= {start, end}
        cuts |= {leaf.start + offset for node, offset in (*self._before, *self._after) if node == leaf.node.start}
        return sorted(cut for cut in cuts if leaf.start <= cut <= leaf.end)

    def _inserted(self, leaf: Leaf, at: int, properties: bytes, own: bool) -> list[_Item | bytes]:
        """New text that follows offset ``at``, whose last removed character is in ``leaf``."""
        found: list[_Item | bytes] = []
        for r in self._replacements:
            if not r.value or r.end != at:
                continue
            if r.start == r.end:
                side, seat = self._seat(at)
                if seat is leaf and side == "after":
                    found.append(self._new(r.value, properties, own))
            elif leaf.start < r.end <= leaf.end:
                first = self._first_text(r)
                found.append(self._new(r.value, _run_properties(first.run), own))
        return found

    def _led(self, leaf: Leaf, properties: bytes) -> list[_Item | bytes]:
        """New text in front of ``leaf``, where nothing before it may take it."""
        found: list[_Item | bytes] = []
        for r in self._replacements:
            if r.start == r.end == leaf.start and r.value:
                side, seat = self._seat(r.start)
                if seat is leaf and side == "before":
                    found.append(self._new(r.value, properties, leaf.own_insertion))
        return found

    def _new(self, value: str, properties: bytes, own: bool) -> _Item:
        plain = self._tracking is None or own
        return _Item(value, b"", KEEP if plain else INSERTED, properties if plain else _CHANGE.sub(b"", properties))

    def _first_text(self, replacement: _Replacement) -> Leaf:
        """The leaf whose look new text takes: that of the first character removed."""
        return next(leaf for leaf in self.line.leaves if leaf.is_text and replacement.start < leaf.end)

    def _formatted(self, low: int, high: int, properties: bytes) -> bytes:
        found = properties
        for start, end, wanted in self._formats:
            if start <= low and high <= end and low < high:
                mark = self._tracking.mark() if self._tracking else b""
                found = changed("w:rPr", found, run_changes(wanted), mark)
        return found

    def _written(self, run: Node, stream: list[_Item | bytes]) -> bytes:
        """Runs and what stands between them, from items in order."""
        pieces: list[bytes] = []
        group: list[_Item] = []
        copies = 0

        def flush() -> None:
            nonlocal copies
            if group:
                pieces.append(self._group(run, group, copies))
                copies += 1
                group.clear()

        for item in stream:
            if isinstance(item, bytes):
                flush()
                pieces.append(item)
                continue
            if group and (group[-1].state, group[-1].properties) != (item.state, item.properties):
                flush()
            group.append(item)
        flush()
        return b"".join(pieces)

    def _group(self, run: Node, items: list[_Item], copies: int) -> bytes:
        state, properties = items[0].state, items[0].properties
        if copies and b"<w:rPrChange" in properties:
            properties = _CHANGE_ID.sub(lambda m: m[1] + str(self._next_id()).encode() + m[2], properties)
        content = b"".join(_content(items, b"w:delText" if state == DELETED else b"w:t"))
        if not content:
            return b""
        written = run.open_tag + properties + content + b"</w:r>"
        if state == KEEP or self._tracking is None:
            return written
        tag = b"w:" + state.encode()
        return b"<%b %b>%b</%b>" % (tag, self._tracking.mark(), written, tag)

    # -- places -----------------------------------------------------------------------------------------------------

    def _seat(self, at: int) -> tuple[str, Leaf | None]:
        """Beside which character new text goes: the one before it, else the one after it."""
        before, after = self._leaf_before(at), self._leaf_at(at)
        if before is not None and not before.reason and (before.is_text or after is None or not after.is_text):
            return "after", before
        if after is not None and not after.reason and after.start == at:
            return "before", after
        return "", None

    def _leaf_at(self, at: int) -> Leaf | None:
        return next((leaf for leaf in self.line.leaves if leaf.start <= at < leaf.end), None)

    def _leaf_before(self, at: int) -> Leaf | None:
        return next((leaf for leaf in self.line.leaves if leaf.start < at <= leaf.end), None)

    def _close_comment(self, last: Leaf, end: int, closing: bytes, reference: bytes) -> None:
        if last.closed_end is not None:
            at = last.closed_end.end
            self._outside.append(Splice(at, at, closing + reference))
        elif last.run.parent is self.line.root:
            self._after[last.node.start, end - last.start].append(closing + reference)
        else:
            self._after[last.node.start, end - last.start].append(closing)
            outer = _outermost(last.run, self.line.root)
            self._outside.append(Splice(outer.end, outer.end, reference))

    def _comment_point(self, at: int, marks: bytes, reference: bytes) -> bool:
        """A comment on a place without characters."""
        before, after = self._leaf_before(at), self._leaf_at(at)
        if before is not None and before.closed is None and before.run.parent is self.line.root:
            self._after[before.node.start, at - before.start].append(marks + reference)
        elif after is not None and after.closed is None and after.start == at and after.run.parent is self.line.root:
            self._before[after.node.start, 0].append(marks + reference)
        else:
            near = before or after
            outer = None if near is None else _outermost(near.closed_end or near.run, self.line.root)
            place = self.line.content_at if outer is None else outer.end if before else outer.start
            self._outside.append(Splice(place, place, marks + reference))
            return near is None
        return True

    # -- paragraph ---------------------------------------------------------------------------------------------------

    def _paragraph_properties(self) -> bytes:
        node = self.line.root.child("w:pPr")
        return b"" if node is None else node.raw

    def _paragraph_splice(self) -> Splice:
        node = self.line.root.child("w:pPr")
        new = self._paragraph_properties()
        if self._paragraph:
            mark = self._tracking.mark() if self._tracking else b""
            new = changed("w:pPr", new, paragraph_changes(self._paragraph), mark)
        if self._tracking is not None and (self._removed or self._added is not None):
            new = whole.marked(new, b"del" if self._removed else b"ins", self._tracking.mark())
        if node is None:
            return Splice(self.line.root.open_end, self.line.root.open_end, new)
        return Splice(node.start, node.end, new)

    def _following(self, value: str) -> bytes:
        """The paragraph behind this one, its text looking like the last text here."""
        last = next((leaf for leaf in reversed(self.line.leaves) if leaf.is_text and not leaf.reason), None)
        if last is None:
            return whole.following(self.line, self._loose_insertion(value))
        properties = _CHANGE.sub(b"", _run_properties(last.run))
        return whole.following(self.line, self._new_run(properties, value))

    def _new_run(self, properties: bytes, value: str) -> bytes:
        run = b"<w:r>" + properties + b"".join(_content([_Item(value, b"", KEEP, b"")], b"w:t")) + b"</w:r>"
        return run if self._tracking is None else b"<w:ins %b>%b</w:ins>" % (self._tracking.mark(), run)

    def _loose_insertion(self, value: str) -> bytes:
        """A run in a paragraph that has no text yet, looking like its mark."""
        node = self.line.root.child("w:pPr")
        look = node.child("w:rPr") if node is not None else None
        kept = [] if look is None else [n.raw for n in look.children if n.name not in _MARK_ONLY]
        return self._new_run(b"<w:rPr>%b</w:rPr>" % b"".join(kept) if kept else b"", value)


def _own_layout(properties: bytes) -> bytes:
    """``w:pPr`` without the look of the mark, which has tracked changes of its own."""
    return b"".join(n.raw for n in tree(properties).children if n.name != "w:rPr") if properties else b""


_MARK_ONLY = frozenset(("w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rPrChange"))


def _require_free(leaves: list[Leaf]) -> None:
    for leaf in leaves:
        if leaf.reason:
            raise UneditableError(leaf.reason)
    parents = {leaf.run.parent.start for leaf in leaves if leaf.run.parent is not None}
    links = {leaf.run.parent.name for leaf in leaves if leaf.run.parent is not None}
    if len(parents) > 1 and links & {"w:hyperlink", "w:sdtContent"}:
        raise UneditableError("edit.container")


def _run_properties(run: Node) -> bytes:
    node = run.child("w:rPr")
    return b"" if node is None else node.raw


def _content(items: list[_Item], tag: bytes) -> list[bytes]:
    """Children of a run: texts that follow each other become one element."""
    pieces: list[bytes] = []
    text = ""
    for item in (*items, _Item(None, b"", "", b"")):
        if item.text is not None:
            text += item.text
            continue
        for part in re.split("([\t\n])", text) if text else ():
            if part in ("\t", "\n"):
                pieces.append(b"<w:tab/>" if part == "\t" else b"<w:br/>")
            elif part:
                pieces.append(b'<%b xml:space="preserve">%b</%b>' % (tag, escape(part), tag))
        text = ""
        if item.raw:
            pieces.append(item.raw)
    return pieces


def escape(text: str) -> bytes:
    """Character data of an element or of a value in double quotes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;").encode()


def _outermost(node: Node, root: Node) -> Node:
    """The child of the paragraph that holds ``node``."""
    while node.parent is not None and node.parent is not root:
        node = node.parent
    return node


def _opened(root: Node, splices: list[Splice]) -> list[Splice]:
    """Splices into an empty paragraph element (``<w:p/>``) need it to have two tags."""
    if root.open_end != root.close or not splices or not root.data[root.start : root.open_end].endswith(b"/>"):
        return splices
    return [Splice(root.start, root.end, root.open_tag + b"".join(s.new for s in splices) + b"</w:p>")]
