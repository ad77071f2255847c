"""Questions for what the data lack.

Purpose: ask for each missing field in the order of the document, with its help, example and default, until the answer
is right. Limits: knows no terminal: ``ask`` reads a line, ``tell`` prints one. Neighbours: ``schema`` judges the
answers, ``cli.new``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from vanban_lint.catalogue import say
from vanban_lint.errors import UserError
from vanban_lint.template.load import Template
from vanban_lint.template.schema import Field, complete, is_blank

Ask = Callable[[str], str]
Tell = Callable[[str], None]
#: Asked for only when a user gives them of their own accord.
UNASKED = ("nhom", "anh", "tep")


def fill_in(template: Template, data: Mapping[str, Any], ask: Ask, tell: Tell, lang: str) -> dict[str, Any]:
    """``data`` with answers for the required fields that have no value, and for optional ones with an example of their
    own.
    """
    made = dict(data)
    for field in template.fields:
        if field.name in made or field.kind in UNASKED or not _wanted(field, made):
            continue
        answer = _answer(field, ask, tell, lang)
        if not is_blank(answer):
            made[field.name] = answer
    return made


def _wanted(field: Field, data: Mapping[str, Any]) -> bool:
    if field.when and is_blank(data.get(field.when)):
        return False
    if field.default is not None:
        return False
    return field.required or field.name in ("so", "ngay", "co_quan_chu_quan", "noi_nhan", "kinh_gui")


def _answer(field: Field, ask: Ask, tell: Tell, lang: str) -> Any:
    while True:
        given = _raw(field, ask, tell, lang)
        try:
            complete((field,), {} if is_blank(given) else {field.name: given})
        except UserError as error:
            tell(say("template.again", lang, problem=say(error.key, lang, **error.params)))
            continue
        return given


def _raw(field: Field, ask: Ask, tell: Tell, lang: str) -> Any:
    said = f" ({field.help})" if field.help else ""
    if field.kind == "nguoi":
        lines = _lines(say("template.ask_list", lang, label=f"{field.label}: quyen_han", help=said), ask, tell, 1)
        post = ask(say("template.ask", lang, label="  chuc_vu", help="", default=""))
        return {
            "quyen_han": lines,
            "chuc_vu": post,
            "ho_ten": ask(say("template.ask", lang, label="  ho_ten", help="", default="")),
        }
    if field.kind in ("danh_sach", "doan"):
        return _lines(say("template.ask_list", lang, label=field.label, help=said), ask, tell, 1)
    if field.kind == "noi_dung":
        lines = _lines(say("template.ask_outline", lang, label=field.label, help=said), ask, tell, 2)
        text = "\n".join(lines).strip()
        path = Path(text)
        if text.endswith((".md", ".txt")) and "\n" not in text and path.is_file():
            return path.read_text(encoding="utf-8-sig")
        return text
    example = say("template.example_of", lang, value=field.example) if field.example is not None else ""
    return ask(
        say("template.ask", lang, label=field.label, help=said, default=f" [{example}]" if example else "")
    ).strip()


def _lines(question: str, ask: Ask, tell: Tell, blanks: int) -> list[str]:
    """Lines up to ``blanks`` empty ones in a row."""
    tell(question)
    lines: list[str] = []
    empty = 0
    while empty < blanks:
        line = ask("> ")
        empty = 0 if line.strip() else empty + 1
        lines.append(line)
    return lines[: len(lines) - blanks]
