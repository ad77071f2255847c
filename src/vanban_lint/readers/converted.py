"""Files that LibreOffice can turn into .docx: .doc, .odt, .rtf.

Purpose: check what drafters still have in older formats, where LibreOffice is installed. One start of the program
converts a whole batch (a start takes longer than a document). Limits: nothing is written beside the files; the copies
live in a temporary folder as long as the ``with`` block. Macros do not run: the profile is new and empty, and
LibreOffice asks before it runs any. Neighbours: ``cli.check`` converts before it judges; ``readers.read`` says what to
do where LibreOffice is missing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

#: Files given to one start: a file that hangs LibreOffice costs the others of its batch.
_BATCH = 40
_START_SECONDS, _FILE_SECONDS = 60, 15
#: Where its installers put it without adding it to PATH: Windows, macOS.
_USUAL = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)


def office() -> str | None:
    """The LibreOffice program, ``None`` when there is none."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _USUAL if os.path.exists(place)), None)


class Converted:
    """``with Converted(paths) as of:`` then ``of.get(path)`` is the .docx made of it, or ``None``."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths = [path for path in dict.fromkeys(paths) if os.path.isfile(path)]
        self._folder: TemporaryDirectory[str] | None = None
        self._made: dict[str, str] = {}

    def __enter__(self) -> Converted:
        program = office() if self._paths else None
        if program is not None:
            self._folder = TemporaryDirectory(prefix="vanban-lint-", ignore_cleanup_errors=True)
            root = Path(self._folder.name)
            for number, batch in enumerate(_batches(self._paths)):
                self._made |= _convert(program, batch, root, root / str(number))
        return self

    def get(self, path: str) -> str | None:
        """The .docx made of ``path``; ``None`` when it was not, or could not be, converted."""
        return self._made.get(path)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if self._folder is not None:
            self._folder.cleanup()


def _batches(paths: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(paths), _BATCH):
        yield paths[start : start + _BATCH]


def _convert(program: str, paths: Sequence[str], root: Path, folder: Path) -> dict[str, str]:
    """Convert copies named by number, because two folders may hold files of one name."""
    before, after = folder / "in", folder / "out"
    before.mkdir(parents=True)
    copies = {path: before / f"{number}{Path(path).suffix.lower()}" for number, path in enumerate(paths)}
    for path, copy in copies.items():
        shutil.copyfile(path, copy)
    command = [
        program, f"-env:UserInstallation={(root / 'profile').as_uri()}", "--headless", "--norestore", "--convert-to",
        "docx", "--outdir", str(after), *map(str, copies.values()),
    ]  # fmt: skip
    seconds = _START_SECONDS + _FILE_SECONDS * len(paths)
    with suppress(OSError, subprocess.TimeoutExpired):  # what was made before counts; the rest is told file by file
        subprocess.run(command, capture_output=True, timeout=seconds, check=False)
    made = {path: str(after / f"{copy.stem}.docx") for path, copy in copies.items()}
    return {path: target for path, target in made.items() if os.path.exists(target)}
