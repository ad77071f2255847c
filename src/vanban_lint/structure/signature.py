"""Signatures: authority, post and name, one or several.

Purpose: read the lines at the right of the end block, or of two or three columns of minutes, as signatures. Limits:
reads lines it is given; whether a signer may sign so is for rules. A second post after the name ("PHÓ CHỦ TỊCH UBND
TỈNH" under the space for signing) belongs to the same signature.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from vanban_lint.model import Block, Signature
from vanban_lint.structure.blocks import block
from vanban_lint.structure.lexicon import Lexicon
from vanban_lint.structure.segments import Line
from vanban_lint.structure.symbol import parse_place_date
from vanban_lint.text.lazy import lazy
from vanban_lint.text.letters import collapse, is_upper, starts_lower

_AUTHORITY = lazy(
    r"(?P<dang>T\s?[/.]?\s?U\s?[/.]?\s?Q|[TK]\s?[/.]\s?[MTL]|TM|KT|TL|TUQ|Q|QUYỀN)"
    r"(?P<dau>\s?[./:]{1,2}|(?=\s)|(?<=/[MTL]))\s*(?P<con>[^\W\d_].*)",
    re.S,
)
# A code in small letters ("T/m", "Kt.") that a mark closes; without the mark it could be any word.
_CODE = lazy(r"^(?:[TK]/[MTL]|(?:TM|KT|TL|TUQ)\.)", re.I)
_CODES = {"TM": "TM", "KT": "KT", "TL": "TL", "TUQ": "TUQ", "Q": "Q", "QUYỀN": "Q"}
_NOTE = lazy(r"[\W_]*(?:đã ký|ký tên|chữ ký|ký, |ký và|\(ký|dấu|con dấu)", re.I)
FIELD = lazy(r"\{\{.*\}\}|\[[^\]]{2,60}\]|[.…_]{4,}|(?:…\s*)+|họ,? (?:và )?tên.*|\(?ghi rõ họ tên.*", re.I)
CERTIFIES = lazy(r"xác nhận\b", re.I)
CONCURRENT = lazy(r"kiêm(?:\s+.*)?", re.I)
_ALONGSIDE = lazy(r"kiêm", re.I)


#: A line this much left of the right column still belongs to it (names are centred under posts).
_INDENT_SLACK = 8


@dataclass(slots=True)
class _Open:
    """A signature being read."""

    authority: list[tuple[list[Line], dict[str, object]]] = field(default_factory=list)
    posts: list[list[Line]] = field(default_factory=list)
    name: Line | None = None

    @property
    def first(self) -> int:
        """Order of its first line; reading order among several."""
        lines = [line for group, _ in self.authority for line in group] + [line for post in self.posts for line in post]
        orders = [line.order for line in (*lines, *([self.name] if self.name else []))]
        return min(orders, default=0)

    def empty(self) -> bool:
        return not (self.authority or self.posts or self.name)


def authority_of(line: Line) -> dict[str, object] | None:
    """Values of a line of authority ("T/M BAN THƯỜNG VỤ"), ``None`` for any other line."""
    text = line.text
    if not text or text[0] not in "TKQtkq" or len(text) > 150:
        return None
    match = _AUTHORITY.match(text.upper() if not is_upper(text) and _mostly_upper(text) else _CODE.sub(_upper, text))
    if match is None or not (_mostly_upper(match["con"]) or _titled(match)):
        return None
    code = re.sub(r"[\s./]", "", match["dang"])
    written = text[: match.end("dau")].strip()
    if code in ("Q", "QUYỀN") and (match["dau"].strip() == "") and not text.startswith("QUYỀN TR"):
        return None
    return {"dang": written, "ma": _CODES.get(code), "co_quan": text[match.start("con") :].strip()}


def _titled(match: re.Match[str]) -> bool:
    """A line of authority whose post or body is not in capitals: "KT. Giám đốc", "TM. Ủy ban nhân dân"."""
    rest, marked = match["con"], match["dang"] != "Q" and (match["dau"] != "" or "/" in match["dang"])
    return marked and rest[0].isupper() and len(rest.split()) <= 6 and re.search(r"[,.;:()]", rest) is None


def is_authority(line: Line) -> bool:
    return authority_of(line) is not None


def _upper(match: re.Match[str]) -> str:
    return match.group().upper()


def _mostly_upper(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) * 10 >= len(letters) * 8


def looks_signed(line: Line, lexicon: Lexicon) -> bool:
    """A line of authority, or a post in capitals."""
    if is_authority(line):
        return True
    return len(line.text) <= 90 and is_upper(line.text) and lexicon.is_post(line.key)


def read_signatures(lines: Sequence[Line], lexicon: Lexicon) -> tuple[list[Block], tuple[Signature, ...]]:
    """Blocks and signatures of the lines; lines in different cells or columns are different signers."""
    blocks: list[Block] = []
    signatures: list[Signature] = []
    opened = [one for column in _columns(lines) for one in _read(column, lexicon, blocks)]
    for one in sorted(opened, key=lambda o: o.first):
        signature = _close(one, len(signatures) + 1, lexicon, blocks)
        if signature:
            signatures.append(signature)
    return blocks, tuple(signatures)


def _columns(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines by column: table column, or place on a cut line when several signers share it; else one column."""
    shared = {line.order for line in lines if line.column == 0} & {line.order for line in lines if line.column > 0}
    right = min((line.indent for line in lines if line.order in shared and line.column > 0), default=None)
    found: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        if line.cell:
            key = (line.cell[0].table, line.cell[0].column)
        elif right is None or CERTIFIES.match(line.text):
            key = (0, 0)
        elif line.order in shared:
            key = (0, line.column)
        else:
            key = (0, int(line.indent >= right - _INDENT_SLACK))
        found.setdefault(key, []).append(line)
    return list(found.values())


def _read(lines: Sequence[Line], lexicon: Lexicon, blocks: list[Block]) -> list[_Open]:
    opened = [_Open()]
    for index, line in enumerate(lines):
        now = opened[-1]
        authority = authority_of(line)
        if _NOTE.match(line.text) or not any(c.isalnum() or c in "….{" for c in line.text):
            continue
        if CERTIFIES.match(line.text) or (now.name is not None and (authority or lexicon.is_post(line.key))):
            now = _Open()
            opened.append(now)
        if CERTIFIES.match(line.text):
            continue
        if authority:
            now.authority.append(([line], authority))
        elif date := parse_place_date(line.text):
            blocks.append(block("dia_danh_ngay", [line], "địa danh và ngày, tháng, năm ở khối chữ ký", date, 0.8))
        elif _is_signer(line, now, lexicon, last=index == len(lines) - 1):
            now.name = line
        else:
            _post(line, now, lexicon)
    return opened


def _is_signer(line: Line, now: _Open, lexicon: Lexicon, *, last: bool) -> bool:
    text = line.text
    if now.name is not None or lexicon.is_post(line.key) or CONCURRENT.fullmatch(text):
        return False
    if FIELD.fullmatch(text) or lexicon.is_name(text) or (not now.empty() and lexicon.is_almost_name(text)):
        return not now.empty() or last
    return False


def _post(line: Line, now: _Open, lexicon: Lexicon) -> None:
    """A line of a post; one that only carries on the line above joins it."""
    key = line.key
    if _ALONGSIDE.fullmatch(line.text):
        if now.posts:
            now.posts[-1].append(line)
        return
    if now.name is not None or len(line.text) > 90:
        return
    carries_authority = now.authority and not now.posts and not lexicon.is_post(key) and is_upper(line.text)
    if carries_authority:
        now.authority[-1][0].append(line)
    elif now.posts and line.blank == 0 and _runs_on(now.posts[-1][-1], line, lexicon):
        now.posts[-1].append(line)
    elif lexicon.is_post(key) or is_upper(line.text) or not now.posts:
        now.posts.append([line])


def _runs_on(above: Line, line: Line, lexicon: Lexicon) -> bool:
    """Whether a line carries on the post above it ("Giảng viên" / "chủ nhiệm lớp", or after "kiêm")."""
    carries = starts_lower(line.text) or not lexicon.is_post(line.key)
    return carries or _ALONGSIDE.fullmatch(above.text) is not None


def _close(opened: _Open, group: int, lexicon: Lexicon, blocks: list[Block]) -> Signature | None:
    if opened.empty() or (opened.name is not None and not opened.authority and not opened.posts and group > 1):
        return None
    authority = tuple(
        block("quyen_han_ky", lines, "chữ viết tắt quyền hạn ký", _whole(values, lines), 1.0, group)
        for lines, values in opened.authority
    )
    posts = tuple(_post_block(lines, lexicon, group) for lines in opened.posts)
    name = _name_block(opened.name, lexicon, group) if opened.name else None
    blocks += [*authority, *posts, *([name] if name else [])]
    return Signature(group, authority, posts, name)


def _whole(values: dict[str, object], lines: Sequence[Line]) -> dict[str, object]:
    more = [line.text for line in lines[1:]]
    return {**values, "co_quan": collapse(" ".join([str(values["co_quan"]), *more]))}


def _post_block(lines: Sequence[Line], lexicon: Lexicon, group: int) -> Block:
    known = lexicon.is_post(lines[0].key)
    values = {"ten": collapse(" ".join(line.key for line in lines))}
    return block("chuc_vu", lines, "tên chức vụ ở khối chữ ký", values, 1.0 if known else 0.7, group)


def _name_block(line: Line, lexicon: Lexicon, group: int) -> Block:
    title, name = lexicon.split_title(line.text)
    blank = FIELD.fullmatch(line.text) is not None
    values = {"ten": "" if blank else collapse(name), "hoc_vi": title}
    return block("ho_ten", [line], "họ tên dưới chức vụ", values, 0.6 if blank else 1.0, group)
