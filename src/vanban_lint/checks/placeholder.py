"""Kind ``placeholder``: places of a draft that still wait to be filled in.

Purpose: dots, underscores, "xxx", brackets, spaces, fields of a template left in the text. Limits: an ellipsis that
ends an enumeration ("luật sư, thừa phát lại...") or a quotation's omission is none; the blank number and day of a
draft's header are not looked at (the selector names the blocks). A place is reported once, whatever it is made of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban_lint.checks.base import Context, Param, fold, pattern
from vanban_lint.model import Hit
from vanban_lint.model.rule import Rule
from vanban_lint.text.lazy import lazy

PARAMS = {
    "mau": Param(
        "list", "any of cham (dots), gach (underscores), khoang (spaces), chu (xxx), ngoac (brackets), truong ({{ }})"
    ),
    "lap": Param("flag", "instead: one field behind two different labels, in paragraphs that follow one another"),
    "mien": Param("regex", "texts in which this occurs are left alone"),
}
FIELDS = ("thuc_te", "nhan", "truoc")

_DOTS = lazy(r"(?:…|\.{3,})(?:\s*(?:…|\.{2,})|\.)*")
#: Words after which a value must come: dots there are a blank. In an enumeration some of them end it instead.
_WAITING = lazy(
    r"(?<![^\W_])(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c|[Ss]ố|[Nn]gày|tháng|năm|[Ll]úc|giờ|gồm|[Hh]ọ và tên|[Hh]ọ tên|"
    r"[Cc]hức vụ|[Đđ]ịa chỉ|[Đđ]iện thoại|[Đđ]ơn vị|[Kk]hoản|[Đđ]iều|là|tại|của|do|khoảng|hơn|từ|đến|chiếm|đạt)"
    r"\s*:?\s*$"
)
#: How far back a comma shows that the dots end an enumeration (code points).
ENUMERATION = 40
_OTHERS = {
    "gach": re.compile(r"_{3,}"),
    "khoang": re.compile(r"[Ss]ố\s+(?:/|-)(?=[A-ZĐ]{2})|ngày\s+tháng(?=\s+năm\b)|tháng\s{2,}năm(?=\s)"),
    "chu": re.compile(r"(?<![^\W_])(?:x{3,}|X{4,}|XXX(?=[/-])|[xX]\.[xX]+|yyyy|dd/mm/yyyy)(?![^\W_])"),
    "ngoac": re.compile(r"\[\s*\]|\[[^\W\d_][^\[\]\n]{1,58}\]|<[^\W\d_][^<>@/\n]{1,58}>"),
    "truong": re.compile(r"\{\{.*?\}\}|\{%.*?%\}|«[^»\n]{1,60}»"),
}
ALL = ("cham", *_OTHERS)
_LABELLED = lazy(r"\s*[-+•]?\s*(?P<nhan>[^\W\d_][^:{}\n]{0,60}):\s*(?P<truong>\{\{[^{}]+\}\})")


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    if rule.tham_so.get("lap"):
        yield from _reused(rule, context)
        return
    wanted = rule.tham_so.get("mau", ALL)
    exempt = rule.tham_so.get("mien")
    for target in context.targets(rule):
        text = fold(target.text)
        if exempt and pattern(exempt).search(text):
            continue
        for start, end in sorted({span for name in wanted for span in _spans(name, text)}):
            yield Hit(target.anchor(start, end), {"thuc_te": target.text[start:end].strip()})


def _reused(rule: Rule, context: Context) -> Iterator[Hit]:
    """ "Tổng số: {{n}}" above "Có mặt: {{n}}": the two can never differ, so one of them has the wrong field."""
    before = None
    for target in context.targets(rule):
        here = _LABELLED.match(target.text)
        if before and here and before["truong"] == here["truong"] and before["nhan"] != here["nhan"]:
            params = {"thuc_te": here["truong"], "nhan": here["nhan"], "truoc": before["nhan"]}
            yield Hit(target.anchor(*here.span("truong")), params)
        before = here


def _spans(name: str, text: str) -> Iterator[tuple[int, int]]:
    found = _DOTS.finditer(text) if name == "cham" else _OTHERS[name].finditer(text)
    yield from (match.span() for match in found if name != "cham" or _is_blank(text, match))


def _is_blank(text: str, dots: re.Match[str]) -> bool:
    """Whether dots stand for something to be filled in: "gồm ...... đồng chí" is a blank, "luật sư, ..." is not.

    Long dots, and four after a space, are blanks; so are dots beside a slash ("……/TTr-STP") and after a waiting word.
    Three dots in a row between words are one unless a comma before them makes an enumeration.
    """
    before, after = text[: dots.start()], text[dots.end() :]
    length = sum(3 if sign == "…" else sign == "." for sign in dots.group())
    if before[-1:] in ("(", "[", "“", '"') or after[:1] in (")", "]"):
        return length > 6
    spaced = not before or before[-1].isspace()
    if length > 4 or (length == 4 and spaced) or re.match(r"\s*/", after) or re.search(r"/\s*$", before):
        return True
    listed = "," in before[-ENUMERATION:]
    if _WAITING.search(before):
        return not listed or spaced
    return spaced and bool(before.strip()) and not listed and re.match(r"\s*\w", after) is not None
