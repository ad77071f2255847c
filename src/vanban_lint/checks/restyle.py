"""Edits that bring letters and paragraphs into shape, at the place where the wrong value is stated.

Purpose: one ``set_style`` where all that inherits a value from a style is wrong; else ``set_run`` or ``set_paragraph``
for what deviates, taking direct formatting away where what lies beneath it is right. Limits: describes edits, performs
none (``fix`` does); judges nothing. Units are those of ``RunFormat`` and ``ParagraphFormat``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from vanban_lint.checks.base import Context
from vanban_lint.model import Anchor, Edit, Paragraph, RunFormat

Stretch = tuple[Anchor, RunFormat]
Holds = Callable[[Any], bool]


def restyle_runs(
    context: Context, wrong: Sequence[Stretch], field: str, value: Any, holds: Holds | None = None
) -> Iterator[Edit]:
    """Edits that give ``field`` of these stretches of letters ``value``; ``holds`` tells which values are right."""
    by_source: dict[str | None, list[Stretch]] = {}
    for anchor, form in wrong:
        by_source.setdefault(form.source(field), []).append((anchor, form))
    for source, stretches in by_source.items():
        style = _style(source)
        if style is not None and not _inherited_elsewhere(context, source, field, stretches):
            yield Edit("set_style", stretches[0][0], properties={"style": style, field: value})
            continue
        for anchor, form in stretches:
            bare = source == "direct" and holds is not None and form.without(field)[1] is not None
            right = bare and holds is not None and holds(form.without(field)[0])
            properties = {field: None if right else value}
            yield Edit("set_run", anchor, expected=context.document.text(anchor), properties=properties)


def restyle_paragraphs(
    context: Context, wrong: Sequence[Paragraph], field: str, properties: dict[str, Any]
) -> Iterator[Edit]:
    """Edits that give these paragraphs ``properties``; ``field`` is the one whose source decides on the place."""
    by_source: dict[str | None, list[Paragraph]] = {}
    for paragraph in wrong:
        by_source.setdefault(paragraph.format.source(field), []).append(paragraph)
    for source, paragraphs in by_source.items():
        style = _style(source)
        taken = {(paragraph.part, paragraph.ordinal) for paragraph in paragraphs}
        if style is not None and not any(
            paragraph.format.source(field) == source
            for paragraph in _written(context)
            if (paragraph.part, paragraph.ordinal) not in taken
        ):
            yield Edit("set_style", paragraphs[0].anchor(0, 0), properties={"style": style, **properties})
            continue
        for paragraph in paragraphs:
            yield Edit("set_paragraph", paragraph.anchor(0, 0), properties=properties)


def _style(source: str | None) -> str | None:
    """Id of the style that states a value, itself or as a theme font."""
    kind, _, name = (source or "").removeprefix("theme:").partition(":")
    return name if kind == "style" else None


def _inherited_elsewhere(context: Context, source: str | None, field: str, stretches: list[Stretch]) -> bool:
    """Whether letters outside the stretches take ``field`` from the same source: they would change with the style."""
    taken: dict[tuple[str, int], list[Anchor]] = {}
    for anchor, _ in stretches:
        taken.setdefault(anchor[:2], []).append(anchor)
    for paragraph in _written(context):
        inside = taken.get((paragraph.part, paragraph.ordinal), [])
        for span in paragraph.spans:
            own = any(anchor.start <= span.start and span.end <= anchor.end for anchor in inside)
            if not own and span.format.source(field) == source and paragraph.text[span.start : span.end].strip():
                return True
    return False


def _written(context: Context) -> Iterator[Paragraph]:
    for part in context.document.parts:
        yield from (paragraph for paragraph in part.paragraphs if paragraph.text.strip())
