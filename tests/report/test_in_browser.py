"""The HTML report in a real browser: its script runs under its own policy, filters hide and count."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from reports import run

from vanban_lint.report.formats import writer
from vanban_lint.report.style import Style

NAMES = ("chromium", "chromium-browser", "google-chrome")
BROWSER = next((found for name in NAMES if (found := shutil.which(name))), None)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="needs Chromium")


def rendered(tmp_path: Path, text: str) -> str:
    """The page as it stands after its script ran."""
    page = tmp_path / "trang.html"
    page.write_text(text, encoding="utf-8")
    command = [
        str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
        "--disable-component-update", "--no-first-run", f"--user-data-dir={tmp_path / 'profile'}",
        "--dump-dom", page.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_script_of_the_page_runs_and_counts(tmp_path: Path) -> None:
    shown = rendered(tmp_path, run(writer("html", Style())))
    assert re.search(r'<output id="shown"[^>]*>đang hiện 3/3<', shown)
    assert re.search(r'<div id="counts"><ul id="summary">', shown), "the counts were not moved to the top"


def test_a_filter_hides_cards_and_unlights_marks(tmp_path: Path) -> None:
    page = run(writer("html", Style())).replace('id="rule"', 'id="rule" value="BC"', 1)
    shown = rendered(tmp_path, page)
    assert re.search(r'<output id="shown"[^>]*>đang hiện 1/3<', shown)
    assert len(re.findall(r'<mark class="[a-z_ ]*\boff"', shown)) == 2
