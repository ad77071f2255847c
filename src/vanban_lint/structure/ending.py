"""The end of a document: recipients at the left, signatures at the right.

Purpose: find where the text ends, then name noi_nhan, noi_nhan_muc, luu and hand the rest to ``signature``. Limits:
one end block a document, the first after the title; what follows it is ``zones``' matter. The two columns may be
table cells, one line cut by tabs, or stand one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from vanban_lint.model import Block, Document, Signature
from vanban_lint.structure.blocks import block
from vanban_lint.structure.header import name_line, national
from vanban_lint.structure.items import item_block, item_values
from vanban_lint.structure.lexicon import Lexicon
from vanban_lint.structure.segments import Line, columns
from vanban_lint.structure.signature import CERTIFIES, CONCURRENT, FIELD, is_authority, looks_signed, read_signatures
from vanban_lint.structure.symbol import parse_place_date
from vanban_lint.text.lazy import lazy
from vanban_lint.text.letters import is_upper, starts_lower

# "Nơi nhận:" with the slips met in drafts: a tone mark missing or wrong, another mark than the colon.
LABEL = lazy(r"n[ơo]i\s*nh[ậâạaặăắ]n\s*(?P<hai_cham>[:：])?[:;.,/-]*", re.I)
_ITEM = lazy(r"[-–—+•*]\s*\S")
_KEEP = lazy(r"[-–—+•*]?\s*lưu\s*(?P<hai_cham>[:：])?(?P<con>.*)", re.I | re.S)
_KEEP_WORDS = lazy(r"(?:hành|trữ|ý|động|lượng|thông|vực|tâm)\b", re.I)
_ENDED = lazy(r"[;.,:]$|\.\.\.$|…$")
_BESIDE = lazy(r"(?P<muc>.*?[;,])(?:\s{2,}|\t)\s*(?P<ghi_chu>[^\s;].*)$")
_RUN_IN = lazy(r"(?<=[;,])(\s+)(?=[-–—]\s+[^\W\d_])")
_SIGNING_NOTE = lazy(r"\W*(?:đã ký|ký tên|chữ ký|ký, ghi rõ|ký và ghi rõ)", re.I)
#: A line of recipients longer than this is a paragraph of text.
_ITEM_LENGTH = 400
#: Lines of an end block that stand outside a table.
_REACH = 120
_TAIL = 14
#: Lines of signatures that may stand before the label or before a certification.
_BEFORE = 14


@dataclass(slots=True)
class Ending:
    """Blocks and signatures of the end; ``first`` to ``last`` are its lines (``first > last`` when there is none)."""

    first: int
    last: int
    blocks: list[Block] = field(default_factory=list)
    signatures: tuple[Signature, ...] = ()


def read_ending(document: Document, lines: Sequence[Line], start: int, stop: int, lexicon: Lexicon) -> Ending:
    """The end block among lines ``start`` to ``stop`` (exclusive)."""
    label = next((i for i in range(start, stop) if _is_label(lines, i)), None)
    label = _headless_list(lines, start, stop) if label is None else label
    if label is None:
        return _without_label(lines, start, stop, lexicon)
    first, last = _bounds(lines, label, start, stop, lexicon)
    left, right = _sides(lines, label, first, last, lexicon)
    blocks = _recipients(left)
    signed, signatures = read_signatures(right, lexicon)
    return Ending(first, last, blocks + signed, signatures)


def _is_label(lines: Sequence[Line], index: int) -> bool:
    text = lines[index].text
    match = LABEL.match(text) if len(text) < 300 else None
    if match is None:
        return False
    rest = text[match.end() :].strip()
    if not rest or rest[0] in "-–+•":
        return True
    return len(columns(lines[index])) > 1 and LABEL.fullmatch(columns(lines[index])[0].text) is not None


def _headless_list(lines: Sequence[Line], start: int, stop: int) -> int | None:
    """The first line of a list of recipients whose label is missing: dashes down to "- Lưu ...", in one block."""
    keep = next(
        (i for i in range(stop - 1, start - 1, -1) if _ITEM.match(lines[i].text) and _is_keep(lines[i].text)), None
    )
    if keep is None or len(lines[keep].text) > _ITEM_LENGTH:
        return None
    first = keep
    while first > start and lines[first].blank == 0 and _ITEM.match(lines[first - 1].text):
        if lines[first - 1].cell != lines[keep].cell or lines[first - 1].text.endswith("./."):
            break
        first -= 1
    return first


def _bounds(lines: Sequence[Line], label: int, start: int, stop: int, lexicon: Lexicon) -> tuple[int, int]:
    """First and last line of the end block around its label."""
    table = lines[label].table
    first = last = label
    if table is not None:
        while first > start and lines[first - 1].table == table:
            first -= 1
        while last + 1 < stop and lines[last + 1].table == table:
            last += 1
    first = _back(lines, first, start, lexicon)
    return first, _forward(lines, last, stop, lexicon, in_list=table is None)


def _back(lines: Sequence[Line], first: int, start: int, lexicon: Lexicon) -> int:
    """Take in a signature that stands before the label (columns written right before left)."""
    index = first
    while index > start and first - index < _BEFORE:
        line = lines[index - 1]
        if len(line.text) > 200 or _ITEM.match(line.text):
            break
        if not all(_could_sign(part, lexicon) for part in columns(line)):
            break
        index -= 1
    while index < first and not any(_opens_signature(part, lexicon) for part in columns(lines[index])):
        index += 1
    return index


def _opens_signature(line: Line, lexicon: Lexicon) -> bool:
    """A post, an authority, or the place and date that forms have above the signature."""
    return looks_signed(line, lexicon) or parse_place_date(line.text) is not None


def _could_sign(line: Line, lexicon: Lexicon) -> bool:
    text = line.text
    if CERTIFIES.match(text) or CONCURRENT.fullmatch(text) or parse_place_date(text):
        return True
    if lexicon.is_almost_name(text):
        return True
    if text.endswith((".", ":", ";")) and not is_authority(line):
        return False
    if len(text) <= 60 and lexicon.is_post(line.key) and "," not in text:
        return True
    waits = FIELD.fullmatch(text) is not None or "{{" in text
    return looks_signed(line, lexicon) or lexicon.is_name(text) or _SIGNING_NOTE.match(text) is not None or waits


def _forward(lines: Sequence[Line], last: int, stop: int, lexicon: Lexicon, *, in_list: bool) -> int:
    """Take in recipients and signatures that stand below, up to what opens something new."""
    index = last
    listing, named = in_list, False
    while index + 1 < stop and index - last < _REACH:
        line = lines[index + 1]
        if line.table is not None and line.table != lines[last].table and not _could_sign(line, lexicon):
            break
        if listing and (_ITEM.match(line.text) or _KEEP.match(line.text) or _continues(lines[index], line, lexicon)):
            listing = not (named and _is_keep(line.text))
            index += 1
            continue
        parts = columns(line)
        signs = any(_could_sign(part, lexicon) for part in parts)
        if len(line.text) > 200 or opens_annex(line, lexicon) or _heads_another(lines, index + 1, lexicon):
            break
        if not signs and line.table is None and (named or not is_upper(line.text)):
            break
        named = named or any(lexicon.is_name(part.text) for part in parts)
        index += 1
    return index


def _heads_another(lines: Sequence[Line], index: int, lexicon: Lexicon) -> bool:
    """A body's name in capitals with a national heading just below or beside: the head of an attached text."""
    if not is_upper(lines[index].text) or not lexicon.is_body(lines[index].key):
        return False
    return any(national(line, lexicon) for near in lines[index : index + 4] for line in columns(near))


def _continues(before: Line, line: Line, lexicon: Lexicon) -> bool:
    """A line without a dash inside the list: it carries on the one above, or is an item that lacks its dash."""
    if len(line.text) > _ITEM_LENGTH or looks_signed(line, lexicon) or is_upper(line.text) or line.blank > 2:
        return False
    if lexicon.is_name(line.text) or opens_annex(line, lexicon):
        return False
    if _KEEP.match(before.text.lstrip("-–+•* ")) and before.text.endswith("."):
        return False
    return _ENDED.search(line.text) is not None or starts_lower(line.text)


def opens_annex(line: Line, lexicon: Lexicon) -> bool:
    """A line that opens an annex or an attached text after the signature."""
    key = line.key
    if re.match(r"PHỤ LỤC(?:\s|$)|\(?(?:BAN HÀNH )?KÈM THEO|MẪU (?:SỐ )?\d|BIỂU (?:MẪU )?(?:SỐ )?\d", key):
        return True
    named = name_line(line, lexicon)
    if named and named.name in ("quoc_hieu", "tieu_de_dang", "so_ky_hieu"):
        return True
    found = lexicon.type_heading(key)
    return found is not None and is_upper(line.text) and not lexicon.is_post(key) and len(line.text) < 120


def _sides(lines: Sequence[Line], label: int, first: int, last: int, lexicon: Lexicon) -> tuple[list[Line], list[Line]]:
    """Lines of the recipients (the label first) and lines of the signatures."""
    mark = lines[label]
    left: list[Line] = []
    right: list[Line] = []
    kept = signing = False
    for index in range(first, last + 1):
        for part in columns(lines[index]):
            inside = index >= label and (part.cell == mark.cell or _below(part, mark)) and part.column == 0
            item = _ITEM.match(part.text) is not None or LABEL.match(part.text) is not None
            if inside and not part.cell:
                stops = (kept or signing) and not item and not _KEEP.match(part.text) and not _wraps(left, part)
                signs = not item and (looks_signed(part, lexicon) or (kept and lexicon.is_name(part.text)))
                inside = not stops and not signs
            elif inside:
                signs = not item and is_upper(part.text) and is_authority(part)
                inside = not signs
            if inside:
                left.append(part)
                kept = kept or _is_keep(part.text)
            else:
                right.append(part)
                signing = signing or index > label
    return left, right


def _below(part: Line, mark: Line) -> bool:
    """In the same column of the same table, in a later row (a label with its own row)."""
    if len(part.cell) != 1 or len(mark.cell) != 1:
        return False
    return part.cell[0].table == mark.cell[0].table and part.cell[0].column == mark.cell[0].column


def _wraps(left: Sequence[Line], part: Line) -> bool:
    """The rest of a recipient that did not fit its line: small letters, or an end mark that the line above lacks."""
    if not left or part.blank or len(part.text) >= 60:
        return False
    open_above = not _ENDED.search(left[-1].text)
    if starts_lower(part.text):
        return open_above or left[-1].text.endswith(",")
    return open_above and part.text.endswith((",", ";")) and not is_upper(part.text)


def _is_keep(text: str) -> bool:
    match = _KEEP.match(text)
    return match is not None and not _KEEP_WORDS.match(match["con"].strip())


def _recipients(left: Sequence[Line]) -> list[Block]:
    if not left:
        return []
    found, rest = _label_block(left[0])
    items = _grouped(rest + list(left[1:]))
    last_keep = max((i for i, group in enumerate(items) if _is_keep(group[0].text)), default=None)
    for index, group in enumerate(items):
        if index == last_keep:
            found.append(_keep(group))
        elif LABEL.fullmatch(group[0].text):
            found += _label_block(group[0])[0]
        else:
            found.append(item_block("noi_nhan_muc", group, "dòng trong danh sách nơi nhận"))
    return _with_remarks(found)


def _label_block(line: Line) -> tuple[list[Block], list[Line]]:
    """The label at the start of a line and what follows it on the line; no block where there is no label."""
    match = LABEL.match(line.text)
    if match is None:
        return [], [line]
    head, rest = line.part(0, match.end()), line.part(match.end())
    values = {"chu": head.text, "hai_cham": match["hai_cham"] is not None}
    return [block("noi_nhan", [head], "chữ Nơi nhận", values)], [rest] if rest.text else []


def _grouped(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines as items: a line without a dash carries on the one above when that has no end mark or it begins small."""
    groups: list[list[Line]] = []
    for line in (part for whole in lines for part in _run_in(whole)):
        if (
            not any(map(str.isalnum, line.text))
            and not _ITEM.match(line.text)
            and "…" not in line.text
            and ".." not in line.text
        ):
            continue
        dashed = _ITEM.match(line.text) is not None or _is_keep(line.text)
        if not dashed and groups and not LABEL.fullmatch(line.text):
            above = groups[-1][-1]
            if starts_lower(line.text) or not _ENDED.search(above.text) or line.text.startswith("("):
                groups[-1].append(line)
                continue
        groups.append([line])
    return groups


def _run_in(line: Line) -> list[Line]:
    """Items that stand one after the other on a line, as text copied from a PDF has them."""
    cuts = [0, *(match.end(1) for match in _RUN_IN.finditer(line.text))]
    if len(cuts) == 1:
        return [line]
    ends = [*cuts[1:], len(line.text)]
    return [line.part(start, end) for start, end in zip(cuts, ends, strict=True)]


def _keep(group: Sequence[Line]) -> Block:
    text = " ".join(line.text for line in group)
    match = _KEEP.match(text)
    assert match is not None
    values = item_values(match["con"])
    marker = item_values(text)["dau"]
    kept = {
        "hai_cham": match["hai_cham"] is not None,
        "noi_dung": values["noi_dung"],
        "ket": values["ket"],
        "dau": marker,
    }
    return block("luu", group, "dòng Lưu cuối danh sách nơi nhận", kept)


def _with_remarks(blocks: Sequence[Block]) -> list[Block]:
    """Remarks that several items share: text set beside their end marks, or one at a brace."""
    found = list(blocks)
    items = [i for i, b in enumerate(found) if b.name == "noi_nhan_muc"]
    beside: list[tuple[int, str]] = []
    for i in items:
        match = _BESIDE.match(found[i].text.replace("\n", " "))
        if match:
            beside.append((i, re.sub(r"\s+", " ", match["ghi_chu"]).strip()))
            found[i] = found[i]._replace(values=item_values(match["muc"]))
    for run in _runs(beside):
        note = " ".join(text for _, text in run)
        for i, _ in run:
            found[i] = found[i]._replace(values={**found[i].values, "ghi_chu": note})
    braced = [i for i in items if "}" in found[i].text]
    for i in braced:
        for near in (i - 1, i, i + 1):
            note = found[i].values["ghi_chu"]
            if note and near in items and not found[near].values["ghi_chu"]:
                found[near] = found[near]._replace(values={**found[near].values, "ghi_chu": note})
    return found


def _runs(beside: Sequence[tuple[int, str]]) -> list[list[tuple[int, str]]]:
    runs: list[list[tuple[int, str]]] = []
    for index, text in beside:
        if runs and index == runs[-1][-1][0] + 1:
            runs[-1].append((index, text))
        else:
            runs.append([(index, text)])
    return runs


def _without_label(lines: Sequence[Line], start: int, stop: int, lexicon: Lexicon) -> Ending:
    """A document without recipients: minutes, forms, or a draft whose end is only a signature."""
    first = _authority_line(lines, start, stop)
    if first is None:
        first = _tail_signature(lines, start, stop, lexicon)
    if first is None:
        return Ending(stop, stop - 1)
    first = _back(lines, first, start, lexicon)
    table = lines[first].table
    if table is not None:
        while first > start and lines[first - 1].table == table:
            first -= 1
    last = first
    while table is not None and last + 1 < stop and lines[last + 1].table == table:
        last += 1
    last = _forward(lines, last, stop, lexicon, in_list=False)
    parts = [part for line in lines[first : last + 1] for part in columns(line)]
    blocks, signatures = read_signatures(parts, lexicon)
    if not signatures:
        return Ending(stop, stop - 1)
    return Ending(first, last, blocks, signatures)


def _authority_line(lines: Sequence[Line], start: int, stop: int) -> int | None:
    for index in range(start, stop):
        if len(lines[index].text) < 90 and is_authority(lines[index]):
            return index
    return None


def _tail_signature(lines: Sequence[Line], start: int, stop: int, lexicon: Lexicon) -> int | None:
    """Among the last lines, the first post that a name, a field or another post follows and no running text."""
    low = max(start, stop - _TAIL)
    while low < stop and any(len(line.text) > 90 for line in lines[low:stop]):
        low += 1
    for index in range(low, stop):
        parts = columns(lines[index])
        if any(lexicon.is_post(part.key) for part in parts) and not _ITEM.match(lines[index].text):
            later = [part for line in lines[index:stop] for part in columns(line)]
            named = any(lexicon.is_name(p.text) or p.text.startswith("{{") for p in later)
            if named or any(is_upper(p.text) for p in parts):
                return index
    return None
