"""The manifest that pre-commit reads, and its twin under the name that the layout wants."""

import re
from pathlib import Path

import click
import pytest
import yaml

from vanban_lint.cli.app import program as vanban_lint

ROOT = Path(__file__).parents[2]


def test_the_twins_are_equal_to_the_byte() -> None:
    assert (ROOT / "pre-commit-hooks.yaml").read_bytes() == (ROOT / ".pre-commit-hooks.yaml").read_bytes()


HOOKS = {
    "vanban-lint": "check",
    "vanban-lint-fix": "fix --in-place --exit-non-zero-on-fix",
    "vanban-lint-rules": "rules validate",
}
LISTED = {hook["id"]: hook for hook in yaml.safe_load((ROOT / "pre-commit-hooks.yaml").read_text(encoding="utf-8"))}


def test_there_are_three_hooks() -> None:
    assert list(LISTED) == list(HOOKS)


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_calls_a_command_that_exists(name: str) -> None:
    program, *words = LISTED[name]["entry"].split()
    assert program == "vanban-lint"
    assert words == HOOKS[name].split()
    group: click.Command = vanban_lint
    for word in words:
        if not word.startswith("-"):
            group = group.get_command(click.Context(group), word)
    offered = {option for param in group.params for option in param.opts}
    assert {word for word in words if word.startswith("-")} <= offered
    assert LISTED[name]["types"] == ["file"]  # identify has no tag for .docx


@pytest.mark.parametrize(
    ("name", "file", "taken"),
    [
        ("vanban-lint", "hồ sơ/văn bản.DOCX", True),
        ("vanban-lint", "hồ sơ/~$n bản.docx", False),
        ("vanban-lint-fix", "hồ sơ/văn bản.docx", True),
        ("vanban-lint-fix", "~$n bản.docx", False),
        ("vanban-lint-rules", "quy-tac/rieng.yaml", True),
        ("vanban-lint-rules", "mau/don-vi/mau.docx", True),
        ("vanban-lint-rules", "hồ sơ/văn bản.docx", False),
    ],
)
def test_a_hook_takes_its_own_files(name: str, file: str, taken: bool) -> None:
    hook = LISTED[name]
    found = re.search(hook["files"], file) and not re.search(hook.get("exclude", "^$"), file)
    assert bool(found) is taken
