"""The lines of a template as patterns, to find its fields again in a document.

Purpose: a paragraph "Chủ trì: {{ chu_tri }}" of a form reads the same field back. Limits: fields that a line holds as
text, day or number; parts with a place of their own (number, recipients, signature) are read by ``structure``.
Neighbour: ``extract``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban_lint.template.load import Template
from vanban_lint.template.render import Compiled
from vanban_lint.template.schema import Field

_PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
_STYLE = re.compile(r'<w:pStyle w:val="VB(\w+)"')
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_TAG = re.compile(r"\{\{\s*([\w.]+)\s*\}\}")
#: Styles of lines that have words of their own: of a form, enacting words, the line below an attached title.
STYLES = ("Dong", "Giua", "LoiDan", "KemTheo")
_SHAPES = {"ngay": r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}", "so": r"\d+"}
_LONGEST = 300


class LinePattern:
    """One line: its expression and the fields in it. ``literal`` lines hold no field."""

    def __init__(self, text: str, fields: dict[str, Field]) -> None:
        self.text = text
        self.fields = [name for name in dict.fromkeys(_TAG.findall(text)) if name in fields]
        self.shape = re.compile("".join(_pieces(text, fields)), re.DOTALL)


def line_patterns(template: Template, compiled: Compiled) -> list[LinePattern]:
    """Patterns of the template's lines in reading order."""
    fields = {field.name: field for field in template.fields}
    found = []
    source = compiled.archive.read("word/document.xml").decode("utf-8")
    for paragraph in _PARAGRAPH.findall(source):
        style = _STYLE.search(paragraph)
        text = _unescaped("".join(_TEXT.findall(paragraph)))
        if style and style[1] in STYLES and _known(text, fields):
            found.append(LinePattern(text, fields))
    return found


def _known(text: str, fields: dict[str, Field]) -> bool:
    """A line with words; every tag in it is a field of its own."""
    names = _TAG.findall(text)
    return (
        all(name in fields or name.partition(".")[0] in fields for name in names)
        and "{%" not in text
        and (not names or _TAG.sub("", text).strip(" ./") != "" or names != [])
    )


def _pieces(text: str, fields: dict[str, Field]) -> Iterator[str]:
    seen: set[str] = set()
    at = 0
    for tag in _TAG.finditer(text):
        yield _literal(text[at : tag.start()])
        name = tag[1]
        if name in seen:
            yield f"(?P={name})"
        elif name in fields:
            seen.add(name)
            yield f"(?P<{name}>{_SHAPES.get(fields[name].kind, '.+?')})"
        else:
            yield ".*?"
        at = tag.end()
    yield _literal(text[at:])


def _literal(text: str) -> str:
    return r"\s+".join(map(re.escape, re.split(r"\s+", text)))


def _unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
