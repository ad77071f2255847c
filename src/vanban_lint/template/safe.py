"""Which Jinja a template may hold, and the environment it runs in.

Purpose: a template is a document that came by mail: it may name fields, loop over them and ask whether they are there,
and nothing else. Whatever could compute, call or reach inside an object is refused before it is compiled; what is left
runs sandboxed, escapes every value for XML, and stops at a field that does not exist. Limits: values are made by
``fill``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from vanban_lint.errors import ConfigError

#: Everything a layout needs. Not here: calls, arithmetic, assignments, imports, macros, slices, string building.
ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Name, nodes.Getattr, nodes.Getitem,
    nodes.Const,
    nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Filter,
)  # fmt: skip
FILTERS = ("length",)
_LINE_BREAK, _TAB = '</w:t><w:br/><w:t xml:space="preserve">', '</w:t><w:tab/><w:t xml:space="preserve">'


def environment() -> ImmutableSandboxedEnvironment:
    """A sandbox that prints text for ``w:t`` elements: escaped, with line breaks and tabs as Word writes them."""
    made = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_printed, cache_size=0)
    made.globals.clear()
    made.filters = {name: made.filters[name] for name in FILTERS}
    made.tests = {}
    return made


def _printed(value: Any) -> Any:
    """Text for Word; a ``Markup`` value (made by ``fill`` alone) goes in as it is, an undefined one must raise."""
    if isinstance(value, Markup | StrictUndefined):
        return value
    if value is None:
        return ""
    return Markup(str(escape(str(value))).replace("\n", _LINE_BREAK).replace("\t", _TAB))


def parse(source: str, path: str, part: str) -> nodes.Template:
    """The tree of one part; ConfigError when it holds what no template may, or is no Jinja at all."""
    made = environment()
    made.filters = {**made.filters}
    try:
        tree = made.parse(source)
    except TemplateSyntaxError as error:
        raise ConfigError("template.syntax", path, part=part, reason=error.message or "") from None
    for node in _walk(tree):
        _require_plain(node, path, part)
    return tree


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)


def _require_plain(node: nodes.Node, path: str, part: str) -> None:
    said = type(node).__name__
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        said = node.attr
    elif isinstance(node, nodes.Getitem) and not (
        isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, int)
    ):
        said = "[...]"
    elif isinstance(node, nodes.Filter) and node.name not in FILTERS:
        said = f"|{node.name}"
    elif isinstance(node, nodes.For) and (node.recursive or node.test is not None):
        said = "for ... if"
    elif isinstance(node, ALLOWED):
        return
    raise ConfigError("template.code", path, part=part, code=said)


def names(tree: nodes.Template) -> set[str]:
    """Top-level fields that a part asks for: every name that no loop binds."""
    bound = {node.name for node in _walk(tree) if isinstance(node, nodes.Name) and node.ctx == "store"}
    asked = {node.name for node in _walk(tree) if isinstance(node, nodes.Name) and node.ctx == "load"}
    return asked - bound - {"loop"}
