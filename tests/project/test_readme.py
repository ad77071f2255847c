"""The README's commands are real: those for a fresh machine, and every option it names."""

import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from vanban_lint.cli.app import COMMANDS, program

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def marked(number: int) -> str:
    found = re.search(rf"<!-- lệnh {number} -->\n```sh\n(.+)\n```", README)
    assert found, f"no command {number} in the README"
    return found[1]


def test_two_commands_set_everything_up() -> None:
    assert marked(1).startswith("python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/vanban-lint check ")
    assert marked(2) == ".venv/bin/pip install '.[test]' && .venv/bin/python -m pytest"


def test_the_files_that_the_commands_name_exist() -> None:
    assert (ROOT / marked(1).split()[-1]).is_file()


def test_windows_has_the_same_commands() -> None:
    for number in (1, 2):
        unix = marked(number).replace("python3 -m venv", "py -m venv").replace("/bin/", "\\Scripts\\")
        unix = unix.replace("examples/", "examples\\").replace("'", '"')
        assert unix in README


@pytest.mark.parametrize("path", ["README.md", "CONTRIBUTING.md", "docs/json.md", "docs/quy-tac.md"])
def test_every_command_line_shown_is_understood(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    shown = re.findall(r"vanban-lint ((?:check|inspect|rules|explain|completion)\b[^`\n#&]*)", text)
    assert shown or path == "docs/json.md"
    for line in shown:
        command = program.get_command(click.Context(program), line.split()[0])
        assert command is not None
        options = {name for param in command.params for name in param.opts} | {"--help"}
        used = {word for word in shlex.split(line) if word.startswith("--")}
        assert used <= options, line


def test_the_sample_is_what_the_first_command_prints() -> None:
    sample = re.search(r"<!-- mẫu kết quả -->\n```text\n(.+?)```", README, re.S)
    assert sample
    printed = CliRunner().invoke(program, ["check", str(ROOT / marked(1).split()[-1])]).stdout
    assert sample[1] in printed


def test_links_lead_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_readme_names_every_command() -> None:
    assert all(f"vanban-lint {name}" in README for name in COMMANDS)
