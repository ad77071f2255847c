"""The grounds and the enacting words, at the head of the text.

Purpose: can_cu (a block a line), tham_quyen (who issues, in capitals), loi_dan (the order "QUYẾT ĐỊNH:" or the
sentence that leads into the text). Limits: a letter that opens with "Căn cứ ..." as running text has no grounds.
Neighbours: ``title``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vanban_lint.model import Block
from vanban_lint.structure.blocks import block
from vanban_lint.structure.items import item_block
from vanban_lint.structure.lexicon import Lexicon, starts_with
from vanban_lint.structure.markers import read_marker
from vanban_lint.structure.segments import Line
from vanban_lint.text.lazy import lazy
from vanban_lint.text.letters import is_upper, starts_lower

_LEADS = lazy(r"(?:như sau|sau đây|dưới đây|cụ thể|các nội dung sau|yêu cầu|đề nghị|chỉ thị)\s*[:.]?\s*$", re.I)
_ISSUES = lazy(
    r"\bban hành\s+(?:\S+\s+){0,2}(?:nghị quyết|quyết định|thông tư|nghị định|quy chế|quy định|chỉ thị)\b", re.I
)
#: How far below the title the words that lead into the first item may stand.
_REACH = 40
#: A line that ends with a colon and is shorter than this is a heading, not a sentence that leads in.
_SENTENCE = 60


def read_grounds(lines: Sequence[Line], start: int, lexicon: Lexicon, *, titled: bool) -> tuple[list[Block], int]:
    """Blocks of the grounds from line ``start`` and the index of the first line of the text proper."""
    found: list[Block] = []
    index, seen = start, 0
    while index < len(lines):
        line = lines[index]
        stands_alone = line.table is None and line.paragraph.label is None  # "I. MỤC ĐÍCH, YÊU CẦU" is an item
        if is_upper(line.text) and stands_alone and (role := _capitals(lines, index, lexicon, titled=titled)):
            found.append(role)
        elif _is_ground(lines, index, lexicon, titled=titled, seen=seen):
            group = _joined(lines, index)
            index += len(group) - 1
            found.append(_ground(group))
            seen += 1
        else:
            break
        index += 1
    if seen and index < len(lines) and lines[index].paragraph.label is None and _is_enacting(lines[index].text):
        found.append(_sentence(lines[index]))
        index += 1
    return found, index


def lead_in(lines: Sequence[Line], start: int, first_item: int | None) -> Block | None:
    """The sentence that leads into the first item ("..., Ban Thường vụ Tỉnh ủy yêu cầu:")."""
    if first_item is None or first_item <= start or first_item - start > _REACH:
        return None
    line = lines[first_item - 1]
    if line.table is not None or read_marker(line.text) or not line.text.endswith(":"):
        return None
    if _LEADS.search(line.text) is None and (len(line.text) < _SENTENCE or lines[first_item].text[0] in "-–+•"):
        return None
    return _sentence(line)


def _capitals(lines: Sequence[Line], index: int, lexicon: Lexicon, *, titled: bool) -> Block | None:
    line = lines[index]
    bare = line.key.rstrip(" :.")
    if starts_with(bare, lexicon.enacting) or any(bare.endswith(" " + word) for word in lexicon.enacting):
        return block("loi_dan", [line], "lệnh ban hành viết hoa, đứng riêng", {"loai": "lenh"})
    above_grounds = index + 1 < len(lines) and starts_with(lines[index + 1].key.lstrip("-–+•* "), lexicon.sure_grounds)
    names = lexicon.is_body(bare) or lexicon.is_post(bare) or above_grounds
    if titled and names and not read_marker(line.text) and not line.text.endswith((";", ",")):
        return block("tham_quyen", [line], "chữ hoa, đứng riêng trên căn cứ", {"ten": bare}, 0.9)
    return None


def _is_ground(lines: Sequence[Line], index: int, lexicon: Lexicon, *, titled: bool, seen: int) -> bool:
    line = lines[index]
    text = line.text
    if line.table is not None or len(text) > 1200:
        return False
    bare = line.key.lstrip("-–—+•* ")
    if not starts_with(bare, lexicon.grounds) or _LEADS.search(text) or text.endswith(":"):
        return False
    following = lines[index + 1] if index + 1 < len(lines) else None
    listed = following is not None and starts_with(following.key.lstrip("-–—+•* "), lexicon.sure_grounds)
    sure = starts_with(bare, lexicon.sure_grounds)
    if text.rstrip().endswith(";"):
        return titled or listed or seen > 0
    if seen:
        return sure or text.endswith(",")
    if not titled or not sure or _has_main_clause(text, lexicon):
        return False
    leads = following is not None and (is_upper(following.text) or _is_enacting(following.text))
    return listed or leads or len(text) <= 200


def _has_main_clause(text: str, lexicon: Lexicon) -> bool:
    """After the last grounds a comma, a body and a verb of issuing: the line is a sentence, not only a ground."""
    tails = text.split(", ")[1:]
    verbs = "|".join(map(re.escape, lexicon.enacting_verbs))
    return bool(verbs) and any(re.match(rf"[^\W\d_][\w\s-]{{2,80}}?\s(?:{verbs})\b", tail) for tail in tails[-3:])


def _joined(lines: Sequence[Line], index: int) -> list[Line]:
    """A ground over several typed lines: the next one begins with a small letter and the one above has no end mark."""
    group = [lines[index]]
    while index + len(group) < len(lines):
        line = lines[index + len(group)]
        if line.blank or not starts_lower(line.text) or group[-1].text.endswith((";", ".", ":")) or len(group) > 4:
            break
        group.append(line)
    return group


def _ground(group: Sequence[Line]) -> Block:
    text = group[0].key.lstrip("-–—+•* ")
    proposal = text.startswith(("THEO ĐỀ NGHỊ", "XÉT ĐỀ NGHỊ"))
    return item_block("can_cu", group, "mở đầu bằng chữ của căn cứ, trước nội dung", theo_de_nghi=proposal)


def _is_enacting(text: str) -> bool:
    if read_marker(text):
        return False
    return _LEADS.search(text) is not None or (_ISSUES.search(text) is not None and len(text) <= 600)


def _sentence(line: Line) -> Block:
    return block("loi_dan", [line], "câu dẫn vào nội dung", {"loai": "cau"}, 0.9)
