"""Kind ``authority``: who signs, and in whose name.

Purpose: judge the lines of one signature together (quyền hạn ký, chức vụ). A rule draws a forbidden run of lines from
the top; each line is read as a code (TM, KT, TL, TUQ, Q or none) and a class of what follows it: a head, a deputy, a
body that decides together, a body led by its head, a member. Classes are data: rules/du-lieu/chuc-vu.yaml. Limits:
the form of a line is the matter of ``pattern``; a post that the table does not know is of class "khac" and matches no
class; texts issued with the document are not judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from vanban_lint.checks.base import Context, Param, dropped, fold, pattern, retyped
from vanban_lint.model import Block, Edit, Hit, Signature
from vanban_lint.model.rule import Rule
from vanban_lint.text.lazy import lazy

PARAMS = {
    "hang": Param("list", "lines that may not follow one another, each a map of ma, lop, khop, all optional", True),
    "dau": Param("flag", "the first of them is the first line of the signature"),
    "vao": Param("integer", "which of the lines is the finding, from 0"),
    "goc": Param("choice", "the two name the same post (cung) or different ones (khac)", choices=("cung", "khac")),
    "tru": Param("regex", "signatures in whose text this occurs are left alone"),
    "mong_doi": Param("text", "what is expected, with the fields of the rule's message"),
    "cach_sua": Param(
        "choice",
        "the repair: them: mong_doi as a line above; bo: the line goes; without it: none",
        choices=("them", "bo"),
    ),
}
FIELDS = ("thuc_te", "mong_doi", "truong", "pho", "dong_tren", "ca_khoi")

#: The class of a line that the table does not know.
OTHER = "khac"
NONE = "khong"
# "TM.", "T/M", "K T", "TUQ", "Q.", with whatever marks stand around them, then what follows.
_MARK = r"\s?[./]?\s?"
_CODE = lazy(
    rf"(?P<code>T{_MARK}U{_MARK}Q|T{_MARK}M|K{_MARK}T|T{_MARK}L|Q(?=\s?[./\s]))\s?[./:]*\s*(?P<rest>\S.*)", re.DOTALL
)


class Line(NamedTuple):
    """A line of a signature: code without marks or "khong", class, the post's root ("GIÁM ĐỐC" for its deputy too)."""

    block: Block
    ma: str
    lop: str
    goc: str


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    posts = context.tables.get("chuc_vu", {})
    shape = rule.tham_so["hang"]
    for signature in context.structure.signatures:
        lines = [_line(block, posts) for block in _blocks(signature)]
        if not lines or not context.is_own(lines[0].block) or _exempt(rule, lines):
            continue
        starts = range(len(lines) - len(shape) + 1)
        for start in starts[:1] if rule.tham_so.get("dau") else starts:
            run = lines[start : start + len(shape)]
            if _matches(run, shape) and _roots(run, rule.tham_so.get("goc")):
                yield _hit(rule, context, run, lines, posts)
                break


def _blocks(signature: Signature) -> list[Block]:
    """Lines of authority and post from the top; structure keeps the two apart, the page mixes them."""
    lines = [*signature.quyen_han_ky, *signature.chuc_vu]
    return sorted(lines, key=lambda block: (block.anchor.paragraph, block.anchor.start))


def _line(block: Block, posts: Mapping[str, Any]) -> Line:
    text = " ".join(fold(block.text).split()).upper()
    match = _CODE.fullmatch(text) if block.name == "quyen_han_ky" else None
    code = re.sub(r"[\s./]", "", match["code"]).upper() if match else NONE
    cls, root = classify(match["rest"] if match else text, posts)
    return Line(block, code, cls, root)


def classify(text: str, posts: Mapping[str, Any]) -> tuple[str, str]:
    """Class and root of a post or body in capitals: ("cap_pho", "GIÁM ĐỐC") for "PHÓ GIÁM ĐỐC PHỤ TRÁCH"."""
    for deputy, head in posts.get("pho_rieng", {}).items():
        if _begins(text, deputy):
            return "cap_pho", head
    if text.startswith("PHÓ "):
        return "cap_pho", _longest(text[4:], posts.get("cap_truong", ())) or text[4:]
    for cls in ("uy_vien", "tap_the", "thu_truong", "cap_truong"):
        root = _longest(text, posts.get(cls, ()))
        if root:
            return cls, root
    return OTHER, text


def _longest(text: str, names: Sequence[str]) -> str:
    return max((name for name in names if _begins(text, name)), key=len, default="")


def _begins(text: str, name: str) -> bool:
    return text.startswith(name) and not text[len(name) : len(name) + 1].isalpha()


def _exempt(rule: Rule, lines: Sequence[Line]) -> bool:
    exempt = rule.tham_so.get("tru")
    text = "\n".join(fold(line.block.text) for line in lines)
    return bool(exempt and pattern(exempt).search(text))


def _matches(run: Sequence[Line], shape: Sequence[Mapping[str, Any]]) -> bool:
    return all(
        line.ma in wanted.get("ma", (line.ma,))
        and line.lop in wanted.get("lop", (line.lop,))
        and ("khop" not in wanted or pattern(wanted["khop"]).search(fold(line.block.text)) is not None)
        for line, wanted in zip(run, shape, strict=True)
    )


def _roots(run: Sequence[Line], wanted: str | None) -> bool:
    if wanted is None:
        return True
    return (run[0].goc == run[-1].goc) is (wanted == "cung")


def _repair(rule: Rule, context: Context, block: Block, wanted: str) -> tuple[Edit, ...]:
    way = rule.tham_so.get("cach_sua")
    if way == "bo":
        return dropped(rule, context, block.anchors)
    if way != "them" or len(block.anchors) > 1:
        return ()
    above = retyped(rule, block.anchor, block.text, wanted)
    return (*above, Edit("insert_paragraph", block.anchor, block.text)) if above else ()


def _hit(rule: Rule, context: Context, run: Sequence[Line], lines: Sequence[Line], posts: Mapping[str, Any]) -> Hit:
    place = rule.tham_so.get("vao", 0)
    line = run[place]
    deputies = {head: deputy for deputy, head in posts.get("pho_rieng", {}).items()}
    params = {
        "thuc_te": line.block.text,
        "truong": line.goc,
        "pho": deputies.get(run[0].goc, f"PHÓ {run[0].goc}"),
        "dong_tren": run[place - 1].block.text if place else "",
        "ca_khoi": " / ".join(other.block.text for other in lines),
    }
    wanted = rule.tham_so.get("mong_doi", "").format_map(params)
    edits = _repair(rule, context, line.block, wanted)
    return Hit(line.block.anchor, {**params, "mong_doi": wanted}, (wanted,) if wanted else (), edits)
