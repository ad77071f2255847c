"""YAML read together with where everything stood, so that a mistake can be shown in its line.

Purpose: the one reader of YAML in the package (rules, tables, profiles, configuration). Limits: no idea what the data
means (see ``validate`` and ``config``); dates stay text, so that YAML and its compiled JSON hold the same values.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from vanban_lint.errors import ConfigError

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TIMESTAMP = "tag:yaml.org,2002:timestamp"


class _Loader(_Base):  # type: ignore[misc]
    """Safe loader without timestamps."""


_Loader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != _TIMESTAMP] for first, pairs in _Base.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True, slots=True)
class Source:
    """A parsed YAML file: ``data`` in plain types, ``node`` with the marks of the same tree."""

    path: str
    text: str
    data: Any
    node: Any

    def error(self, key: str, keys: tuple[str | int, ...], *, of_key: bool = False, **params: Any) -> ConfigError:
        """An error at ``data[keys...]``: "path:line", and the value (or the key, ``of_key``) as the offending span."""
        node, key_node = self._find(keys)
        shown = key_node if of_key and key_node is not None else node
        return ConfigError(key, f"{self.path}:{shown.start_mark.line + 1}", span=self._span(shown), **params)

    def _find(self, keys: tuple[str | int, ...]) -> tuple[Any, Any]:
        node, key_node = self.node, None
        for key in keys:
            if isinstance(node, yaml.SequenceNode) and isinstance(key, int):
                node, key_node = node.value[key], None
            elif isinstance(node, yaml.MappingNode):
                pair = next((pair for pair in node.value if pair[0].value == key), None)
                if pair is None:
                    break
                key_node, node = pair
        return node, key_node

    def _span(self, node: Any) -> str:
        lines = self.text[node.start_mark.index : node.end_mark.index].splitlines() or [""]
        return lines[0].strip() + ("…" if len(lines) > 1 else "")


def read_text(path: Path) -> str:
    """The file as UTF-8 text; ConfigError when it cannot be had."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError("config.unreadable", str(path), reason=error.strerror or str(error)) from None
    except UnicodeDecodeError as error:
        raise ConfigError("config.not_utf8", str(path), offset=error.start) from None


def read_yaml(path: Path) -> Source:
    """Parse one file; ConfigError for bytes that are not UTF-8, broken YAML, or one key written twice."""
    text = read_text(path)
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        data = None if node is None else loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ConfigError("config.syntax", f"{path}:{line}", reason=error.problem or error.context or "") from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise ConfigError("config.syntax", str(path), reason=str(error).splitlines()[0]) from None
    finally:
        loader.dispose()
    source = Source(str(path), text, data, node)
    for twice in _repeated(node):
        raise ConfigError("config.twice", f"{path}:{twice.start_mark.line + 1}", span=twice.value)
    return source


def _repeated(node: Any) -> Iterator[Any]:
    """Keys that stand twice in one mapping: YAML lets the last one win without a word."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _repeated(item)
    elif isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in seen:
                    yield key
                seen.add(key.value)
            yield from _repeated(value)
