"""LibreOffice as the reviewer: it opens files, accepts or rejects every tracked change, and saves them again.

Purpose: a judge of tracked changes that is not ours. Limits: needs LibreOffice and the Python that has its bridge
(``uno``), usually the one of the system; ``PYTHON`` is ``None`` without either. Neighbours: tests/ooxml/accepting.py is
the judge that needs nothing.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

SOFFICE = shutil.which("soffice")
_BRIDGE = Path(__file__).with_name("office_bridge.py")
#: What a task is: the file, ".uno:AcceptAllTrackedChanges", ".uno:RejectAllTrackedChanges" or "", the file to save.
Task = tuple[Path, str, Path]
ACCEPT, REJECT, NOTHING = ".uno:AcceptAllTrackedChanges", ".uno:RejectAllTrackedChanges", ""


def _with_bridge() -> str | None:
    for name in (sys.executable, "/usr/bin/python3"):
        if SOFFICE and Path(name).exists():
            tried = subprocess.run([name, "-c", "import uno"], capture_output=True, check=False)
            if tried.returncode == 0:
                return name
    return None


PYTHON = _with_bridge()


def saved_again(tasks: Sequence[Task], folder: Path) -> None:
    """Does every task in one session; each saved file is a .docx again."""
    work = [[source.as_uri(), command, target.as_uri()] for source, command, target in tasks]
    subprocess.run(
        [str(PYTHON), str(_BRIDGE), str(SOFFICE), str(folder / "profile")],
        input=json.dumps(work),
        text=True,
        timeout=60 + 10 * len(tasks),
        check=True,
    )
