"""The number or sign that opens an item: "Điều 1.", "I-", "1.", "1.1", "a)", "-", "+", "(1)".

Purpose: read one marker at the head of a line, typed or automatic. Limits: looks at one line; whether "I." is a Roman
numeral or the letter after "H." is settled by ``outline``, which knows what stands above. Dates, decimals with a unit
and numbers with a thousands dot are no markers.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from vanban_lint.model import Label
from vanban_lint.text.lazy import lazy
from vanban_lint.text.numerals import letter_value, ordinal_value, roman_value

#: Ranks of the classes from the outermost; an item opens below the nearest class of lower rank.
RANKS = {
    "phan": 0,
    "chuong": 1,
    "muc": 2,
    "tieu_muc": 3,
    "dieu": 4,
    "upper": 5,
    "roman": 6,
    "arabic": 7,
    "decimal2": 8,
    "decimal3": 9,
    "decimal4": 10,
    "decimal5": 11,
    "letter": 12,
    "lower_roman": 13,
    "paren": 14,
    "dash": 20,
    "plus": 21,
}
_WORDS = {"phần": "phan", "chương": "chuong", "mục": "muc", "tiểu mục": "tieu_muc", "điều": "dieu"}
_WORD = lazy(
    r"(?P<tu>phần|chương|tiểu mục|mục|điều)\s+"
    r"(?P<so>thứ\s+\w+(?:\s+(?:một|hai|ba|tư|năm|sáu|bảy|tám|chín))?|[IVXLC]+|\d{1,3}[a-zđ]?|[A-HĐ])"
    r"(?![\w])(?P<ket>\s*[.:)\-–]?)(?P<sau>\s*)(?=(?P<chu>.?))",
    re.I,
)
_NUMBERED = lazy(
    r"(?P<thap>\d{1,2}(?:\.\d{1,2}){1,4})(?P<thap_ket>[.)]|[-–](?=\s)|(?=\s))\s*(?=(?P<thap_chu>\S))"
    r"|(?P<so>\d{1,3})(?P<so_ket>\s?[.)](?=[\s\u00a0]|[^\W\d_]|[\"“(\[])|\s?[-–/](?=[\s\u00a0]))[\s\u00a0]*"
    r"|(?P<la>[IVXLC]{1,6})(?P<la_ket>\s?[.)/\-–])(?=[\s\u00a0]|[^\W\d_]{2})[\s\u00a0]*"
    r"|(?P<hoa>[A-ZĐ])(?P<hoa_ket>[.)/\-–])[\s\u00a0]+"
    r"|(?P<thuong>[a-zđ])(?P<thuong_ket>\s?\)|[./\-–](?=[\s\u00a0]))[\s\u00a0]*"
    r"|(?P<la_thuong>[ivx]{2,5})(?P<la_thuong_ket>[.)])[\s\u00a0]*"
    r"|\((?P<ngoac>\d{1,2}|[ivx]{1,5}|[a-zđ])\)[\s\u00a0]*"
)
_DASH = lazy(r"[-–—][\s\u00a0]*(?=[^\W\d_]|[\"“(…\[{]|\.\.\.|\d)|[•●▪▫◦·][\s\u00a0]*(?=\S)|\*[\s\u00a0]+(?=\S)")
_TIGHT_NUMBER = lazy(r"[-–—]\d")
_PLUS = lazy(r"\+[\s\u00a0]*(?=\S)")


class Marker(NamedTuple):
    """A marker: its class (a key of ``RANKS``), number and text, and the offset of its end.

    ``form`` is how the first number of its list looks ("a)"); ``prefix`` holds the leading numbers of "2.1".
    """

    klass: str
    form: str
    number: int | None
    text: str
    end: int
    prefix: tuple[int, ...] = ()
    automatic: bool = False

    @property
    def numbers(self) -> tuple[int, ...]:
        """The whole number of "2.1" as (2, 1)."""
        return self.prefix if self.number is None else (*self.prefix, self.number)


def read_marker(text: str) -> Marker | None:
    """The marker that opens ``text`` (no white space before it)."""
    if not text:
        return None
    first = text[0]
    if first in "-–—•●▪▫◦·*+":
        return _sign(text)
    if first.isdigit() or first == "(" or (len(text) > 1 and not text[1].isalpha()) or first in "IVXLCivx":
        return _numbered(text) or (_word(text) if first in "Cc" else None)
    return _word(text) if first in "PpCcTtMmĐđ" else None


def from_label(label: Label) -> Marker | None:
    """The marker of an automatic number; the value is Word's own, so a list in the English alphabet has no gap."""
    if label.number_format == "bullet":
        klass = "plus" if label.text.strip() == "+" else "dash"
        return Marker(klass, label.text.strip() or "-", None, label.text, 0, automatic=True)
    found = read_marker(label.text.strip() + " X")
    if found is None or found.klass in ("dash", "plus"):
        return None
    return found._replace(number=label.value, text=label.text.strip(), end=0, automatic=True)


def _sign(text: str) -> Marker | None:
    match = _PLUS.match(text)
    if match:
        return Marker("plus", "+", None, "+", match.end())
    match = _DASH.match(text)
    if match is None or _TIGHT_NUMBER.match(text):
        return None
    return Marker("dash", text[0], None, text[0], match.end())


def _word(text: str) -> Marker | None:
    match = _WORD.match(text)
    if match is None:
        return None
    word, number = match["tu"], match["so"]
    klass = _WORDS[re.sub(r"\s+", " ", word.lower())]
    closed = match["ket"].strip() in (".", ":", "-", "–", ")")
    if match["chu"] and not closed and not _opens_title(klass, match["chu"], text):
        return None
    value = _value(number)
    if value is None:
        return None
    shown = text[: match.end("so")] + match["ket"].rstrip()
    return Marker(klass, f"{word} {_shape(number)}{match['ket'].strip()}", value, shown, match.end("sau"))


def _opens_title(klass: str, after: str, text: str) -> bool:
    """Without a mark after the number, a capital may open the title of a heading; a cited article never does."""
    if not after.isupper():
        return False
    return len(text) <= 120 and not text.endswith((".", ";", ",")) and (klass != "dieu" or len(text) <= 90)


def _shape(number: str) -> str:
    if number[0].isdigit():
        return "1"
    if number.lower().startswith("thứ"):
        return "thứ nhất"
    return "I" if roman_value(number.upper()) else "A"


def _value(number: str) -> int | None:
    digits = re.match(r"\d+", number)
    if digits:
        return int(digits.group())
    if number.lower().startswith("thứ"):
        return ordinal_value(number)
    return roman_value(number.upper()) or letter_value(number)


def _numbered(text: str) -> Marker | None:
    match = _NUMBERED.match(text)
    if match is None:
        return None
    shown = match.group().rstrip()
    if match["thap"]:
        parts = [int(p) for p in match["thap"].split(".")]
        if not match["thap_ket"] and not match["thap_chu"].isupper() and match["thap_chu"] not in '"“(':
            return None
        depth = min(len(parts), 5)
        form = ".".join("1" * depth) + match["thap_ket"]
        return Marker(f"decimal{depth}", form, parts[-1], shown, match.end(), tuple(parts[:-1]))
    if match["so"]:
        return Marker("arabic", "1" + match["so_ket"].strip(), int(match["so"]), shown, match.end())
    if match["la"]:
        value = roman_value(match["la"])
        if value is not None:
            return Marker("roman", "I" + match["la_ket"].strip(), value, shown, match.end())
        if len(match["la"]) == 1:
            return Marker("upper", "A" + match["la_ket"].strip(), letter_value(match["la"]), shown, match.end())
        return None
    if match["hoa"]:
        return Marker("upper", "A" + match["hoa_ket"], letter_value(match["hoa"]), shown, match.end())
    if match["thuong"]:
        return Marker("letter", "a" + match["thuong_ket"].strip(), letter_value(match["thuong"]), shown, match.end())
    if match["la_thuong"]:
        value = roman_value(match["la_thuong"].upper())
        return Marker("lower_roman", "i" + match["la_thuong_ket"], value, shown, match.end()) if value else None
    inner = match["ngoac"]
    value = int(inner) if inner.isdigit() else roman_value(inner.upper()) or letter_value(inner)
    return Marker("paren", "(1)" if inner.isdigit() else "(i)", value, shown, match.end())


def as_letter(marker: Marker) -> Marker:
    """A Roman-looking marker read as the letter it also is ("I." after "H.", "v)" after "u)")."""
    sign = next(c for c in marker.text if c.isalpha())
    lower = sign.islower()
    form = ("a" if lower else "A") + marker.form[1:]
    return marker._replace(klass="letter" if lower else "upper", form=form, number=letter_value(sign))


def as_roman(marker: Marker) -> Marker:
    """A letter marker read as the Roman numeral it also is ("i)", "v)", "C.")."""
    sign = next(c for c in marker.text if c.isalpha())
    value = roman_value(sign.upper())
    klass = "lower_roman" if sign.islower() else "roman"
    return marker._replace(klass=klass, form=("i" if sign.islower() else "I") + marker.form[1:], number=value)
