"""The direction of imports between rooms, and what the check path may not load."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_import_contracts_hold() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_checking_loads_no_template_library() -> None:
    draft = ROOT / "examples/du-thao-chi-thi.docx"
    script = f"""
import sys
from vanban_lint.cli.app import program
try:
    program.main(["check", "--exit-zero", {str(draft)!r}])
except SystemExit as end:
    assert end.code == 0, end.code
print("LOADED", *sorted(set(sys.modules) & {{"docx", "docxtpl", "jinja2"}}))
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert done.stdout.rstrip().endswith("LOADED"), done.stdout[-300:] + done.stderr


def test_the_help_page_loads_no_command() -> None:
    script = """
import sys
from vanban_lint.cli.app import program
try:
    program.main(["--help"])
except SystemExit:
    pass
print("LOADED", *sorted(name for name in sys.modules if name.startswith(("vanban_lint.engine", "lxml", "yaml"))))
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert done.stdout.rstrip().endswith("LOADED"), done.stdout[-300:] + done.stderr
