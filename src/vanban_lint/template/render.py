"""A template compiled once, and drafts written from it.

Purpose: docxtpl's tags with one compilation for any number of drafts. docxtpl opens, patches, compiles, renders and
packs anew for each (28 ms); here only the text is rendered and only the parts with tags are packed (0.6 ms). Limits:
the tags of docxtpl's ``patch_xml`` ({{ }}, {% %}, {%p %}, {%tr %}, {%tc %}, {{p }}) without RichText. Neighbours:
``safe``, ``fill``, ``ooxml.writing``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import nodes
from jinja2.exceptions import TemplateError, UndefinedError

from vanban_lint.errors import ConfigError, UnreadableError, UserError
from vanban_lint.ooxml.archive import Archive
from vanban_lint.ooxml.writing import Rewriter
from vanban_lint.template import safe

_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_RULE = re.compile(r'<wp:anchor (?:(?!</wp:anchor>).)*?name="Đường kẻ theo (\w+)".*?</wp:anchor>', re.DOTALL)
_NAME = re.compile(r"'([^']+)'")
_PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")


class Compiled:
    """A Word template ready to fill. ``trees`` are its tags by part, ``names`` the fields they ask for.

    ConfigError for tags that are wrong or do more than a template may; UnreadableError for what is no Word file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.archive = Archive(_bytes(path), str(path))
        self.sources = {
            member.name: _patched(self.archive.read(member.name).decode("utf-8"))
            for member in self.archive.members.values()
            if _PARTS.fullmatch(member.name)
        }
        self.sources = {name: source for name, source in self.sources.items() if "{{" in source or "{%" in source}
        self.trees: dict[str, nodes.Template] = {
            name: safe.parse(source, str(path), name) for name, source in self.sources.items()
        }
        self.names = frozenset().union(*(safe.names(tree) for tree in self.trees.values()))
        environment = safe.environment()
        self._templates = {
            name: environment.template_class.from_code(environment, environment.compile(tree), {})
            for name, tree in self.trees.items()
        }
        self._rewriter: Rewriter | None = None

    def render(self, context: Mapping[str, Any], more: Mapping[str, bytes] | None = None) -> bytes:
        """The bytes of a filled file. ``more`` are members to add or replace.

        UserError for a field the context lacks.
        """
        made: dict[str, bytes] = {}
        for name, template in self._templates.items():
            try:
                made[name] = template.render(context).encode("utf-8")
            except UndefinedError as error:
                raise self._undefined(error, name) from None
            except TemplateError as error:
                raise ConfigError("template.syntax", str(self.path), part=name, reason=str(error)) from None
        if self._rewriter is None:
            self._rewriter = Rewriter(self.archive, frozenset(made))
        return self._rewriter.write(made | dict(more or {}))

    def place(self, name: str, part: str | None = None) -> str:
        """Where the template asks for a field: part and paragraph, counted from 1."""
        word = re.compile(rf"\b{re.escape(name)}\b")
        for part_name in [part] if part else self.sources:
            content = self.archive.read(part_name).decode("utf-8")
            for number, paragraph in enumerate(_PARAGRAPH.findall(content), 1):
                said = "".join(_TEXT.findall(paragraph))
                if "{" in said and word.search(said):
                    return f"{part_name}:{number}"
        return part or ""

    def _undefined(self, error: UndefinedError, part: str) -> UserError:
        found = _NAME.findall(error.message or "")
        name = found[-1] if found else str(error)
        return ConfigError("template.undefined", str(self.path), field=name, place=self.place(name, part))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError("file.missing", str(path)) from None
    except OSError as error:
        raise UnreadableError("file.unreadable", str(path), reason=error.strerror or str(error)) from None


def _of_field(drawing: re.Match[str]) -> str:
    """A drawn line that follows the length of a field: its lengths become tags."""
    return re.sub(r'cx="\d+"', f'cx="{{{{ ke.{drawing[1]} }}}}"', drawing[0])


def _patched(source: str) -> str:
    """Tags as Jinja reads them, whatever runs Word cut them into; spaces of every text kept."""
    patched: str = DocxTemplate("").patch_xml(_RULE.sub(_of_field, source))
    return patched.replace("<w:t>", '<w:t xml:space="preserve">')
