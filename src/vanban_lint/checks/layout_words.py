"""Measures, and where a value comes from, in the language of the report.

Purpose: fill the fields of a layout rule's message (``catalogue.layout``). Limits: no judgement. Neighbours:
``dressing`` looks up values, ``restyle`` makes edits. Sizes in points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from vanban_lint.catalogue import say
from vanban_lint.checks.base import Context
from vanban_lint.model import ParagraphFormat, RunFormat

#: What Word shows where nothing in the file states a value; a flag is off, a length is nothing.
BUILT_IN: dict[str, Any] = {"font": "Times New Roman", "size_pt": 10.0, "align": "left", "line": 1.0}


class Words:
    """Says things in one language; ``style_names`` lead from ids to the names that Word shows."""

    def __init__(self, context: Context) -> None:
        self._lang = context.lang
        self._names = context.document.style_names

    def phrase(self, key: str, **params: Any) -> str:
        return say(f"layout.{key}", self._lang, **params)

    def part(self, name: str) -> str:
        """A part of a document, by the name of its block; what is no block is the text."""
        return say("layout.part.text" if name in ("doan", "muc") else f"block.{name}", self._lang)

    def align(self, value: str | None) -> str:
        """An alignment by Word's name of it; the many ways to spread a line over its width are one to a reader."""
        names = {None: "left", "start": "left", "left": "left", "end": "right", "right": "right", "center": "center"}
        return self.phrase(f"align.{names.get(value, 'both')}")

    def number(self, value: float, digits: int = 1) -> str:
        """A measure: no idle zero, and a decimal comma in Vietnamese."""
        text = f"{value:.{digits}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
        return text if self._lang == "en" else text.replace(".", ",")

    def span(self, low: float, high: float) -> str:
        return self.number(low) if low == high else f"{self.number(low)}-{self.number(high)}"

    def source(self, form: RunFormat | ParagraphFormat, field: str, shown: Callable[[Any], str] | None = None) -> str:
        """Where ``field`` was set and, with ``shown``, what it would be without that: for the drafter to find it."""
        stated = form.source(field)
        place = self._place(stated, form)
        if shown is None or not _removable(stated):
            return place
        value, below = form.without(field)
        if below is None:
            return self.phrase("without", place=place, value=shown(BUILT_IN.get(field) if value is None else value))
        return self.phrase("without.from", place=place, value=shown(value), below=self._place(below, form))

    def sources(self, stated: Sequence[tuple[RunFormat, str, Callable[[Any], str]]]) -> str:
        """Where several properties (format, field, ``shown``) were set: what one place states is told together."""
        if len(stated) == 1:
            return self.source(*stated[0])
        values: dict[str, list[str]] = {}
        for form, field, shown in stated:
            values.setdefault(self.source(form, field), []).extend(self._without(form, field, shown))
        return "; ".join(
            self.phrase("without", place=place, value=", ".join(without)) if without else place
            for place, without in values.items()
        )

    def _without(self, form: RunFormat, field: str, shown: Callable[[Any], str]) -> Iterator[str]:
        if _removable(form.source(field)):
            value = form.without(field)[0]
            yield shown(BUILT_IN.get(field) if value is None else value)

    def _place(self, source: str | None, form: RunFormat | ParagraphFormat) -> str:
        kind, _, name = (source or "defaults").partition(":")
        if kind == "theme":
            return self.phrase("from.theme", place=self._place(name, form))
        if kind == "style":
            of_letters = isinstance(form, RunFormat) and form.style == name
            return self.phrase("from.character_style" if of_letters else "from.style", name=self._names.get(name, name))
        if kind == "table-style":
            return self.phrase("from.table_style", name=self._names.get(name, name))
        return self.phrase(f"from.{kind}")


def _removable(source: str | None) -> bool:
    """Whether the drafter can take the statement away: direct formatting, or what a style says."""
    return source is not None and source.removeprefix("theme:").startswith(("direct", "style:"))


def words_of(context: Context) -> Words:
    """The words of one run, made once a document."""
    words: Words | None = context.shared.get("layout_words")
    if words is None:
        words = context.shared["layout_words"] = Words(context)
    return words
