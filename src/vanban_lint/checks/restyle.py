"""Edits that bring letters and paragraphs into shape, at the place where the wrong value is stated.

Purpose: one ``set_style`` where all that inherits a value from a style is wrong; else ``set_run`` or ``set_paragraph``
for what deviates, taking direct formatting away where what lies beneath it is right. Limits: describes edits, performs
none (``fix`` does); judges nothing. Units are those of ``RunFormat`` and ``ParagraphFormat``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from vanban_lint.checks.base import Context
from vanban_lint.model import Anchor, Cause, Edit, Hit, Paragraph, ParagraphFormat, RunFormat, Span

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
        if style is not None and not _inherited_elsewhere(context, source, field, [anchor for anchor, _ in stretches]):
            yield Edit("set_style", stretches[0][0], properties={"style": style, field: value})
            continue
        for anchor, form in stretches:
            bare = source == "direct" and holds is not None and form.without(field)[1] is not None
            right = bare and holds is not None and holds(form.without(field)[0])
            properties = {field: None if right else value}
            yield Edit("set_run", anchor, expected=context.document.text(anchor), properties=properties)


def restyle_paragraphs(
    context: Context,
    wrong: Sequence[Paragraph],
    field: str,
    properties: dict[str, Any],
    alike: Sequence[Paragraph] = (),
) -> Iterator[Edit]:
    """Edits that give these paragraphs ``properties``; ``field`` is the one whose source decides on the place.
    ``alike`` are others that may change with them: too short to be judged, and of the same kind."""
    by_source: dict[str | None, list[Paragraph]] = {}
    for paragraph in wrong:
        by_source.setdefault(paragraph.format.source(field), []).append(paragraph)
    for source, paragraphs in by_source.items():
        style = _style(source)
        if style is not None and not _laid_out_elsewhere(
            context, source, field, [p.anchor(0, 0) for p in (*paragraphs, *alike)]
        ):
            yield Edit("set_style", paragraphs[0].anchor(0, 0), properties={"style": style, **properties})
            continue
        for paragraph in paragraphs:
            yield Edit("set_paragraph", paragraph.anchor(0, 0), properties=properties)


def common_cause(forms: Iterable[RunFormat | ParagraphFormat], field: str, asked: Any) -> Cause | None:
    """The one statement behind ``field`` of all these formats, see ``cause_of``."""
    return cause_of({(form.source(field), getattr(form, field)) for form in forms}, field, asked)


def cause_of(stated: set[tuple[str | None, Any]], field: str, asked: Any) -> Cause | None:
    """The one statement among these (where it is made, value); ``None`` where there are several, or direct formatting:
    that is a cause of its own in each place."""
    if len(stated) != 1:
        return None
    ((source, value),) = stated
    inherited = source is not None and source.removeprefix("theme:").startswith(("style:", "defaults"))
    return Cause(source or "", field, value, tuple(asked) if isinstance(asked, list) else asked) if inherited else None


def at_fault(context: Context, hits: Sequence[Hit]) -> bool:
    """Whether the statement behind hits of one cause is itself wrong: for most letters that take its value. Where it
    suits the text and only some parts lack a value of their own, each of these is a defect of its own."""
    causes = [hit.cause for hit in hits if hit.cause is not None]
    source, field = causes[0][:2]
    wrong = _by_paragraph(edit.anchor for hit in hits for edit in hit.edits)
    of_paragraph = field in ParagraphFormat._fields
    right_letters = wrong_letters = 0
    for paragraph in _written(context):
        inside = wrong.get((paragraph.part, paragraph.ordinal), [])
        for span in paragraph.spans:
            form = paragraph.format if of_paragraph else span.format
            if form.source(field) == source:
                letters = sum(map(str.isalnum, paragraph.text[span.start : span.end]))
                if inside and (of_paragraph or any(a.start < span.end and span.start < a.end for a in inside)):
                    wrong_letters += letters
                else:
                    right_letters += letters
    return wrong_letters > right_letters


def _by_paragraph(anchors: Iterable[Anchor]) -> dict[tuple[str, int], list[Anchor]]:
    found: dict[tuple[str, int], list[Anchor]] = {}
    for anchor in anchors:
        found.setdefault(anchor[:2], []).append(anchor)
    return found


def in_one_style(context: Context, hits: Sequence[Hit]) -> tuple[Edit, ...]:
    """The edits of hits of one cause: one in the style that all of them inherit from where one value is right for all,
    and nothing else inherits it; else those that each has."""
    edits = tuple(edit for hit in hits for edit in hit.edits)
    causes = [hit.cause for hit in hits if hit.cause is not None]
    source, field, value, _ = causes[0]
    style, actions, anchors = _style(source), {edit.action for edit in edits}, [edit.anchor for edit in edits]
    right = _right_for_all(value, [cause.asked for cause in causes])
    if style is None or right is None:
        return edits
    if actions == {"set_run"} and not _inherited_elsewhere(context, source, field, anchors):
        return (Edit("set_style", anchors[0], properties={"style": style, field: right}),)
    alike = all(edit.properties == edits[0].properties for edit in edits)
    if actions == {"set_paragraph"} and alike and not _laid_out_elsewhere(context, source, field, anchors):
        return (Edit("set_style", anchors[0], properties={"style": style, **edits[0].properties}),)
    return edits


def _right_for_all(value: Any, asked: Sequence[Any]) -> Any:
    """The value nearest to ``value`` that suits all who ask; ``None`` where they contradict each other."""
    if isinstance(asked[0], tuple):
        low, high = max(limits[0] for limits in asked), min(limits[1] for limits in asked)
        return None if low > high else float(min(max(value, low), high))
    return asked[0] if all(wish == asked[0] for wish in asked) else None


def _style(source: str | None) -> str | None:
    """Id of the style that states a value, itself or as a theme font."""
    kind, _, name = (source or "").removeprefix("theme:").partition(":")
    return name if kind == "style" else None


def _laid_out_elsewhere(context: Context, source: str | None, field: str, anchors: Iterable[Anchor]) -> bool:
    """Whether other paragraphs than those of the anchors take ``field`` from the same source."""
    taken = {anchor[:2] for anchor in anchors}
    return any(
        paragraph.format.source(field) == source
        for paragraph in _written(context)
        if (paragraph.part, paragraph.ordinal) not in taken
    )


def _inherited_elsewhere(context: Context, source: str | None, field: str, anchors: Iterable[Anchor]) -> bool:
    """Whether letters outside the anchors take ``field`` from the same source: they would change with the style."""
    taken = _by_paragraph(anchors)
    for paragraph in _written(context):
        inside = taken.get((paragraph.part, paragraph.ordinal), [])
        for span in paragraph.spans:
            if span.format.source(field) == source and _has_letters_outside(paragraph.text, span, inside):
                return True
    return False


def _has_letters_outside(text: str, span: Span, anchors: Sequence[Anchor]) -> bool:
    if any(anchor.start <= span.start and span.end <= anchor.end for anchor in anchors):
        return False
    return any(
        text[at].isalnum() and not any(anchor.start <= at < anchor.end for anchor in anchors)
        for at in range(span.start, span.end)
    )


def _written(context: Context) -> Iterator[Paragraph]:
    for part in context.document.parts:
        yield from (paragraph for paragraph in part.paragraphs if paragraph.text.strip())
