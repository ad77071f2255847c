"""The gallery of templates: a picture of the first page of each, filled with its own example.

Purpose: a drafter chooses a template by its look. The pictures are made when the site is built, so they cannot fall
behind the templates: one call of LibreOffice for all examples, then ``pdftoppm`` for the first page of each (ten
seconds for 49). Limits: where one of the two is missing the page names the templates without pictures and the build
says so; VANBAN_LINT_NO_PICTURES=1 leaves them out on purpose. Nothing is written into the checkout. Neighbour:
``pages``.
"""

from __future__ import annotations

import datetime as dt
import logging
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from vanban_lint.readers.converted import office
from vanban_lint.template.load import Template, find_all, read
from vanban_lint.template.new import Maker

PAGES = {"vi": "thu-vien-mau.md", "en": "en/gallery.md"}
PICTURES = "anh-mau"
#: Pixels across, in grey: enough to know the layout by, some 37 KB a picture.
WIDTH = 340
OFF = "VANBAN_LINT_NO_PICTURES"
_WORDS = {
    "vi": {
        "title": "Xem các mẫu",
        "intro": "Trang đầu của từng mẫu, điền bằng dữ liệu thử của mẫu. Lấy về: `vanban-lint new TÊN --example`; "
        "xem [Mẫu văn bản](mau-van-ban.md).",
        "none": "Bản dựng này không có hình: máy dựng thiếu LibreOffice hoặc pdftoppm.",
        "dang": "Văn bản của Đảng",
        "hanh-chinh": "Văn bản hành chính",
    },
    "en": {
        "title": "Gallery of templates",
        "intro": "First page of every template, filled with its own example: `vanban-lint new NAME --example`; see "
        "[Templates](../mau-van-ban.md).",
        "none": "This build has no pictures: LibreOffice or pdftoppm was missing.",
        "dang": "Party documents",
        "hanh-chinh": "Administrative documents",
    },
}
_log = logging.getLogger("mkdocs.hooks.gallery")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    templates = [read(folder, name) for name, folder in find_all().items()]
    made = _pictures(templates)
    for name, data in made.items():
        files.append(File.generated(config, _place(name), content=data))
    for lang, page in PAGES.items():
        files.append(File.generated(config, page, content="\n".join(_page(templates, made, lang))))
    return files


def _place(name: str) -> str:
    return f"{PICTURES}/{name.replace('/', '-')}.png"


def _page(templates: list[Template], made: Mapping[str, bytes], lang: str) -> Iterator[str]:
    said, up = _WORDS[lang], "../" if lang == "en" else ""
    yield from (f"# {said['title']}", "", said["intro"], "")
    if not made:
        yield from (f"*{said['none']}*", "")
    for regime, group in groupby(templates, key=lambda template: template.regime):
        yield from (f"## {said[regime]}", "", '<div class="grid cards" markdown>', "")
        for template in group:
            yield f"- **{template.title}**  "
            yield f"    `{template.name}`"
            if template.name in made:
                yield from ("", f"    ![{template.title}]({up}{_place(template.name)}){{ width={WIDTH} loading=lazy }}")
            yield ""
        yield from ("</div>", "")


def _pictures(templates: list[Template]) -> dict[str, bytes]:
    """PNG of the first page by the name of the template; empty where the helpers are missing or fail."""
    if os.environ.get(OFF):
        return {}
    program, printer = office(), shutil.which("pdftoppm")
    if program is None or printer is None:
        _log.info("gallery without pictures: %s is not installed", "LibreOffice" if program is None else "pdftoppm")
        return {}
    with tempfile.TemporaryDirectory(prefix="gallery") as name:
        work = Path(name)
        for number, template in enumerate(templates):
            (work / f"{number}.docx").write_bytes(Maker(template, dt.date.today()).make(template.example))
        command = [program, "--headless", f"-env:UserInstallation={(work / 'office').as_uri()}", "--convert-to", "pdf"]
        drafts = sorted(work.glob("*.docx"))
        _run([*command, "--outdir", name, *map(str, drafts)], seconds=300)
        for draft in drafts:
            across = ["-scale-to-x", str(WIDTH), "-scale-to-y", "-1"]
            page = [printer, "-png", "-gray", "-singlefile", *across, str(draft.with_suffix(".pdf"))]
            _run([*page, str(draft.with_suffix(""))], seconds=60)
        files = {template.name: work / f"{number}.png" for number, template in enumerate(templates)}
        return {name: file.read_bytes() for name, file in files.items() if file.is_file()}


def _run(command: list[str], seconds: float) -> None:
    """Run a helper; what it does not make is missing from the page, and said."""
    try:
        subprocess.run(command, capture_output=True, timeout=seconds, check=True)
    except (OSError, subprocess.SubprocessError) as error:
        _log.info("gallery: %s", error)
