"""The manifest that pre-commit reads, and its twin under the name that the layout wants."""

from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]


def test_the_twins_are_equal_to_the_byte() -> None:
    assert (ROOT / "pre-commit-hooks.yaml").read_bytes() == (ROOT / ".pre-commit-hooks.yaml").read_bytes()


def test_the_hook_calls_a_command_that_exists() -> None:
    (hook,) = yaml.safe_load((ROOT / "pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, command = hook["entry"].split()
    assert program == hook["id"] == "vanban-lint"
    assert command == "check"
    assert hook["types"] == ["file"]  # identify has no tag for .docx
