"""The type of a document: from its title line, its symbol, its layout as a letter, its own words.

Purpose: ``Judged`` key of ``rules/du-lieu/loai.yaml``. Limits: says what the document is, not whether heading and
symbol agree (that is a rule). A title line outweighs everything; a letter has none, so its marks are a subject under
the number, addressees and a symbol without a type.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from vanban_lint.model import Block, Judged
from vanban_lint.structure.lexicon import DocumentType, Lexicon
from vanban_lint.structure.segments import Line

LETTER = "CV"


def judge_kind(
    title: DocumentType | None, blocks: Sequence[Block], text: Sequence[Line], regime: str, lexicon: Lexicon
) -> Judged[str | None]:
    """The type with its clues; ``None`` when nothing says it."""
    if title is not None:
        return _from_title(title, regime, lexicon)
    by_name = {b.name: b for b in reversed(blocks)}
    letter, clues = _letter_score(by_name)
    if letter >= 2:
        return Judged(LETTER, min(0.5 + 0.15 * letter, 0.98), tuple(clues))
    symbol = by_name.get("so_ky_hieu")
    coded = _by_code(symbol.values.get("loai"), regime, lexicon) if symbol else None
    if coded:
        return Judged(coded, 0.7, ("mã loại trong số, ký hiệu, không thấy dòng tên loại",))
    named = _by_own_words(text, lexicon)
    if named:
        return named
    if letter and "so_ky_hieu" in by_name:
        return Judged(LETTER, 0.5, tuple(clues))
    return Judged(None, 0.3, ("không thấy dòng tên loại, mã loại hay dấu hiệu của công văn",))


def _from_title(title: DocumentType, regime: str, lexicon: Lexicon) -> Judged[str | None]:
    return Judged(title.khoa, 0.98, (f"dòng tên loại ghi {title.ten}",))


def _letter_score(blocks: dict[str, Block]) -> tuple[int, list[str]]:
    score = 0
    clues: list[str] = []
    symbol, subject = blocks.get("so_ky_hieu"), blocks.get("trich_yeu")
    if symbol is not None and symbol.values["dang"] == "cong-van":
        score, clues = score + 2, [*clues, "ký hiệu không có mã loại"]
    if symbol is not None and symbol.values["loai"] == LETTER:
        score, clues = score + 3, [*clues, "mã CV trong số, ký hiệu"]
    if subject is not None:
        score, clues = score + 2, [*clues, "trích yếu đứng dưới số, ký hiệu"]
    if "kinh_gui" in blocks:
        score, clues = score + 1, [*clues, "có Kính gửi mà không có dòng tên loại"]
    return score, clues


def _by_code(code: str | None, regime: str, lexicon: Lexicon) -> str | None:
    if not code:
        return None
    for kind in lexicon.types.values():
        if code in kind.codes.get(regime, ()):
            return kind.khoa
    return next((k.khoa for k in lexicon.types.values() if any(code in c for c in k.codes.values())), None)


def _by_own_words(text: Sequence[Line], lexicon: Lexicon) -> Judged[str | None] | None:
    """ "Chỉ thị này ...", "Kế hoạch này ...": how the text calls itself."""
    names = {kind.ten: kind for kind in lexicon.types.values()}
    if not names:
        return None
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))}) này\b")
    counts = Counter(match for line in text for match in pattern.findall(line.text))
    if not counts:
        return None
    name, times = counts.most_common(1)[0]
    return Judged(names[name].khoa, 0.6 if times > 1 else 0.5, (f'văn bản tự gọi mình là "{name} này"',))
