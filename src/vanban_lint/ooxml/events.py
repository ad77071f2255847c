"""The expat side of the reading pass: which bytes are parsed, where an event stands, what is taken whole or left out.

Purpose: drive handlers by element name over one part, and keep the peculiarities of expat in one place. Limits: knows
elements only by the tables that the subclass fills. Neighbour: ``ooxml.story``, the subclass.

Speed decides the shape. Most of a document is properties of paragraphs and runs with properties and one text. These are
matched whole by a pattern that only well-formed markup fits (``_SIMPLE``), and expat sees what stands between: on ten
pages that takes a third of the time of events for everything. Inside other properties the start handler is off. The raw
bytes of all properties are keys of the format caches.

Where expat reports an end event: at the end tag; for an empty element after it, but at its start when the start handler
was off. Expat accepts DTDs and any depth; both are refused here.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from xml.parsers import expat

from lxml import etree

from vanban_lint.errors import UnreadableError
from vanban_lint.ooxml.xml import MAX_DEPTH, is_whole, syntax_error

Start = Callable[[list[str]], None]

#: What is taken whole: a run of properties and one text (groups 1 to 3), the properties of a paragraph (group 4), and
#: marks of the spelling checker. Tags inside properties are checked when a format is first resolved from their bytes.
#: No alternative can start inside another, so a hostile part is still searched in linear time.
_SIMPLE = re.compile(
    rb"<w:(?:"
    rb'r(?: [\w:.-]+="[^"<&]*")*+>'
    rb"((?:<w:rPr>(?:<w:[^<>]*/>)*+</w:rPr>)?+)"
    rb'<w:t( xml:space="preserve")?>([^<>&\x00-\x1f]++)</w:t></w:r>'
    rb"|(pPr>(?:<(?!w:pPr)[^<>]*+>)*?</w:pPr>)"
    rb'|proofErr w:type="\w+"/>)'
).finditer
#: Bytes of the tags around a text and of the end of its run.
_TEXT_TAGS = len("<w:t></w:t></w:r>")
_KEPT_TEXT_TAGS = len('<w:t xml:space="preserve"></w:t></w:r>')


class EventPass(ABC):
    """One pass over a part. Subclasses fill ``starts`` and ``ends`` and define ``take_simple_run``.

    Handlers of starts get expat's flat list of attribute names and values.
    """

    def __init__(self, data: bytes, member: str, path: str) -> None:
        self.data = data
        self.member = member
        self.path = path
        self.starts: dict[str, Start] = {}
        self.ends: dict[str, Callable[[], None]] = {}
        self.takes_runs = False  # whether text would be visible here
        self._depth = 0
        self._skip_depth = 0
        self._shift = 0
        self._characters: list[str] = []
        self._capture_name = ""
        self._capture_at = 0
        self._capture_then: Callable[[bytes], None] | None = None
        self._parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.ordered_attributes = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._root
        parser.EndElementHandler = self._end

    def run(self) -> None:
        """Parse the part. UnreadableError: reading.dtd, reading.too_deep, reading.bad_xml."""
        try:
            self._feed()
        except (expat.ExpatError, etree.XMLSyntaxError, UnicodeDecodeError) as error:
            raise syntax_error(str(error), self.data, self.path, self.member) from error
        finally:
            # The parser holds bound methods: without this, reader and data would live until the next collection.
            self._parser.StartElementHandler = self._parser.EndElementHandler = None
            self._parser.StartDoctypeDeclHandler = self._parser.CharacterDataHandler = None
            self.starts, self.ends = {}, {}
            self._capture_then = None

    def root_attributes(self, attributes: list[str]) -> None:  # noqa: B027 (a subclass may do without)
        """Called with the attributes of the root before its handler."""

    @abstractmethod
    def take_simple_run(self, run_at: int, text_at: int, properties: bytes, preserved: bool, text: str) -> None:
        """A run of properties and one text, at these byte offsets, where ``takes_runs`` is true."""

    @abstractmethod
    def take_paragraph_properties(self, raw: bytes) -> None:
        """The properties of the open paragraph."""

    def miss_simple_run(self, length: int) -> None:  # noqa: B027 (a subclass may do without)
        """A run of ``length`` bytes of text where ``takes_runs`` is false."""

    def position(self) -> int:
        """Byte offset of the current event in the part."""
        return self._parser.CurrentByteIndex + self._shift

    def capturing(self, name: str, then: Callable[[bytes], None] | None) -> Start:
        """Handler that takes element ``name`` whole and hands its raw bytes, empty for an empty one, to ``then``."""

        def start(attributes: list[str]) -> None:
            self._capture_name, self._capture_then = name, then
            self._capture_at = self.position()
            self._parser.StartElementHandler = None
            self._parser.EndElementHandler = self._end_capture

        return start

    def skip(self, attributes: list[str]) -> None:
        """Handler that leaves an element out with all its content."""
        self._skip_depth = 1
        self._parser.StartElementHandler = self._skip_start
        self._parser.EndElementHandler = self._skip_end

    def collect(self) -> None:
        """Start to gather character data."""
        self._characters = []
        self._parser.CharacterDataHandler = self._characters.append

    def collected(self) -> str:
        """Character data gathered since ``collect``; gathering ends."""
        self._parser.CharacterDataHandler = None
        text = "".join(self._characters)
        self._characters = []
        return text

    def _feed(self) -> None:
        """Give the data to expat, but for the simple runs, which are taken where they stand between its events."""
        data, parse = self.data, self._parser.Parse
        at = fed = 0
        if not _has_comments(data):
            for match in _SIMPLE(data):
                start, end = match.span()
                if start > at:
                    self._shift = at - fed
                    fed += start - at
                    parse(data[at:start], False)
                at = end
                if self._skip_depth:
                    continue
                run_properties, preserved, content, paragraph_properties = match.groups()
                if content is None:
                    if paragraph_properties is not None:
                        self.take_paragraph_properties(data[start:end])
                elif self.takes_runs:
                    kept = preserved is not None
                    text_at = end - len(content) - (_KEPT_TEXT_TAGS if kept else _TEXT_TAGS)
                    self.take_simple_run(start, text_at, run_properties, kept, content.decode())
                else:
                    self.miss_simple_run(len(content))
        self._shift = at - fed
        parse(data[at:], True)
        if self._capture_name:  # its end was never recognised: lxml, which judges the piece, refuses such a depth
            raise UnreadableError("reading.too_deep", self.path, name=self.member)

    def _root(self, name: str, attributes: list[str]) -> None:
        self.root_attributes(attributes)
        self._parser.StartElementHandler = self._start
        self._start(name, attributes)

    def _start(self, name: str, attributes: list[str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise UnreadableError("reading.too_deep", self.path, name=self.member)
        handler = self.starts.get(name)
        if handler is not None:
            handler(attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        handler = self.ends.get(name)
        if handler is not None:
            handler()

    def _resume(self) -> None:
        """Back to the ordinary handlers, after the element that was taken whole or left out."""
        self._capture_name = ""
        self._depth -= 1
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def _end_capture(self, name: str) -> None:
        if name != self._capture_name:
            return
        at, end = self._capture_at, self.position()
        raw = b"" if end == at else self.data[at : end + len(name) + 3]
        if raw.count(b"<" + name.encode()) > 1 and not is_whole(raw):
            return  # the end of the old properties kept inside a tracked change of properties
        self._resume()
        if self._capture_then is not None:
            self._capture_then(raw)

    def _skip_start(self, name: str, attributes: list[str]) -> None:
        self._skip_depth += 1
        if self._depth + self._skip_depth > MAX_DEPTH:
            raise UnreadableError("reading.too_deep", self.path, name=self.member)

    def _skip_end(self, name: str) -> None:
        self._skip_depth -= 1
        if self._skip_depth == 0:
            self._resume()

    def _doctype(self, *_: object) -> None:
        raise UnreadableError("reading.dtd", self.path, name=self.member)


def attribute(attributes: list[str], name: str) -> str | None:
    """Value of an attribute in the flat list that expat hands over."""
    for i in range(0, len(attributes), 2):
        if attributes[i] == name:
            return attributes[i + 1]
    return None


def _has_comments(data: bytes) -> bool:
    """Whether a part holds comments, CDATA or processing instructions, inside which a run would be none.

    Single bytes are looked for first: they are rare, and finding one is twenty times faster than finding a pair.
    """
    start = data.find(b"?>", 0, 200) + 2 if data.startswith((b"<?xml", b"\xef\xbb\xbf<?xml")) else 0
    return any(data.find(mark, start) >= 0 and data.find(b"<" + mark, start) >= 0 for mark in (b"!", b"?"))
