"""The number and symbol of a document, and its place and date line, read into their parts.

Purpose: ``parse_symbol`` and ``parse_place_date`` give the values of blocks so_ky_hieu and dia_danh_ngay, however
badly they are written. Limits: one line each; whether a form is right is a matter of rules.
"""

from __future__ import annotations

import re
from typing import Any

from vanban_lint.structure.lexicon import Lexicon
from vanban_lint.text.dates import find_dates
from vanban_lint.text.lazy import lazy
from vanban_lint.text.letters import collapse
from vanban_lint.text.tone import fold_tone

_HEAD = lazy(
    r"(?P<chu>(?:(?:luật|pháp lệnh|nghị quyết|lệnh)\s+)?số)(?P<cach>\s*)(?P<hai_cham>[:：])?\s*(?P<con>.*)", re.I | re.S
)
_BARE = lazy(r"(?:\d+\s*)?[-/]\s*(?:\d{4}\s*/\s*)?[A-ZĐ][\w\s&/-]*")
_BLANKS = lazy(r"[\s\u00a0.…_]+")
_PARTS = lazy(
    r"(?P<so>\d+(?:\.\d+)?[a-zđ]?|[xX?]+)?(?P<noi>[-–/])?(?:(?P<nam>(?:19|20)\d\d|20[xX?]{0,2})/)?(?P<ky>.*)", re.S
)
_PLACE = lazy(r"(?P<noi>[^\W\d_][^,;:()\d]{0,59}?|TP\.?\s?[^,;:()\d]{1,40}|[^,;:()]{2,40}\d{1,2})\s*,?\s*$")
#: A date in which the word "ngày", or the day with it, was left out; the comma and the year make sure.
_NO_DAY_WORD = lazy(
    r"(?P<noi>[^\W\d_][^,;:()\d]{1,40}),\s*(?P<ngay>\d{1,2})?\s*(?i:tháng)\s+(?P<thang>\d{1,2})\s+"
    r"(?i:năm)\s+(?P<nam>\d{4})\.?"
)
#: Figures in place of words, with the day, or day and month, still to be filled in: "ngày    /    /2025".
_OPEN_FIGURES = lazy(
    r"(?:(?P<noi>[^\W\d_][^,;:()\d]{1,40}),\s*)?ngày[\s.…]*(?P<ngay>\d{1,2})?[\s.…]*/[\s.…]*(?P<thang>\d{1,2})?[\s.…]*/"
    r"[\s.…]*(?P<nam>\d{4})\.?",
    re.I,
)
_NOT_PLACE = ("HÔM NAY", "TỪ", "ĐẾN", "TRƯỚC", "SAU", "KỂ TỪ", "VÀO", "CĂN CỨ", "TẠI", "TRONG")
_SHORT_DATE = lazy(r"(?P<noi>[^\W\d_][^,;:()\d]{1,40}),\s*(?:ngày\s*)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\.?", re.I)


def parse_symbol(text: str, lexicon: Lexicon) -> dict[str, Any] | None:
    """Values of a so_ky_hieu line; ``None`` when the line is something else ("Số lượng: 5")."""
    match = _HEAD.fullmatch(text)
    if match is None:
        if not _BARE.fullmatch(text):
            return None
        word, colon, rest = "", False, text
    else:
        word, colon, rest = match["chu"], match["hai_cham"] is not None, match["con"]
        if rest and not _looks_like_symbol(rest):
            return None
    return {"chu_so": word, "hai_cham": colon, **_split(rest, lexicon)}


def _looks_like_symbol(rest: str) -> bool:
    bare = _BLANKS.sub("", rest)
    if not bare or bare.isdigit():
        return True
    if bare[0].islower() and bare[0] != "x":
        return False
    if not re.search(r"[-/–]", bare):
        return False
    words = [w for w in re.split(r"[\s\u00a0]+", rest) if w]
    return sum(1 for w in words if w.isalpha() and w.islower()) <= 1 and bare[0] not in "()"


def _split(rest: str, lexicon: Lexicon) -> dict[str, Any]:
    compact = re.sub(r"[\s\u00a0_…]+", "", re.sub(r"\.{2,}", "", rest))
    compact = compact.strip(".;,")
    match = _PARTS.fullmatch(compact)
    number, joint = (match["so"] or "", match["noi"] or "") if match else ("", "")
    year, symbol = (match["nam"], match["ky"]) if match else (None, compact)
    if joint == "" and year is None and number and symbol and not symbol.startswith(("-", "/")):
        number, symbol = ("", compact) if not number.isdigit() else (number, symbol)
    groups = [group for group in re.split(r"[-–/]", symbol) if group]
    kind = groups[0] if groups and groups[0] in lexicon.type_codes else None
    bodies = groups[1:] if kind else groups
    form = _form(joint, year, symbol, kind, bodies, groups, lexicon)
    if form == "cong-van":
        kind = None
    return {
        "so": number,
        "nam": year,
        "loai": kind,
        "co_quan": bodies[0] if bodies else None,
        "don_vi": "-".join(bodies[1:]) or None,
        "ky_hieu": compact,
        "dang": form,
    }


def _form(
    joint: str, year: str | None, symbol: str, kind: str | None, bodies: list[str], groups: list[str], lexicon: Lexicon
) -> str:
    if year or re.fullmatch(r"(?:QH|UBTVQH)\d+", symbol):
        return "quy-pham"
    if not groups:
        return "khac"
    slash = "/" in symbol
    if kind and (joint in ("-", "–", "") and slash):
        return "dang"
    if kind and joint == "/":
        return "hanh-chinh"
    if kind:
        return "dang" if joint in ("-", "–") else "hanh-chinh"
    if joint == "/":
        return "cong-van"
    if slash:
        return "dang" if joint in ("-", "–") else "khac"
    return "khac"


def parse_place_date(text: str) -> dict[str, Any] | None:
    """Values of a dia_danh_ngay line, ``None`` for a sentence that only contains a date."""
    folded = fold_tone(text)
    if len(collapse(text)) > 100:
        return None
    date = next(find_dates(folded), None)
    if date is None:
        return _incomplete_date(text)
    if collapse(text[date.end :]).strip(" .…;_"):
        return None
    before = text[: date.start]
    if date.form == "so":
        before = re.sub(r"[Nn]gày\s*$", "", before)
        if not _SHORT_DATE.fullmatch(text):
            return None
    place = ""
    if before.strip(" .…\u00a0\t"):
        match = _PLACE.fullmatch(before.strip(" \u00a0\t"))
        if match is None and not re.fullmatch(r"[\s.…\d]*,?\s*", before) and "{{" not in before:
            return None
        place = match["noi"].strip() if match else before.strip(" ,")
        if place.upper().startswith(_NOT_PLACE) or not _is_place(place):
            return None
    return {
        "dia_danh": place,
        "ngay": date.ngay,
        "thang": date.thang,
        "nam": date.nam,
        "ngay_chu": date.ngay_chu,
        "thang_chu": date.thang_chu,
        "nam_chu": date.nam_chu,
    }


def _incomplete_date(text: str) -> dict[str, Any] | None:
    """Values of "Hà Nội, 12 tháng 5 năm 2025", "Hà Nội, tháng 5 năm 2025" and "Hà Nội, ngày    /5/2025"."""
    match = _NO_DAY_WORD.fullmatch(text) or _OPEN_FIGURES.fullmatch(text)
    if match is None:
        return None
    place = (match["noi"] or "").strip()
    if place and (place.upper().startswith(_NOT_PLACE) or not _is_place(place)):
        return None
    written = {name: match[name] or "" for name in ("ngay", "thang", "nam")}
    return {
        "dia_danh": place,
        **{name: int(figures) if figures else None for name, figures in written.items()},
        **{f"{name}_chu": figures for name, figures in written.items()},
    }


def _is_place(place: str) -> bool:
    words = place.replace("-", " ").split()
    capitals = sum(1 for word in words if not word[0].islower())
    return len(words) <= 8 and capitals * 2 >= len(words)
