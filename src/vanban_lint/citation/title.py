"""The subject that follows a citation: whether one stands there, and whether two are of one document.

Purpose: "về công tác văn thư" after "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ". Limits: no mark says
where a subject ends, so only its beginning is compared, and words after a parting of ways count as running text unless
both come together again. Clauses: L-CIT-01, S-CIT-01, P-CIT-01 (a first citation states the subject).
"""

from __future__ import annotations

from vanban_lint.text.lazy import lazy
from vanban_lint.text.tone import fold_tone

#: Words compared of each subject; fewer than ``LEAST`` tell nothing.
_MOST, LEAST = 24, 4
#: Two wordings that come together again within this many words, for this many words, are one subject worded twice.
_REACH, _AGAIN = 5, 3
_ASIDE = lazy(r"(?:\s*\([^()]{0,120}\)|\s+kh(?:óa|oá)\s+[IVXLC]+)+")
_NEXT = lazy(r"\s*(?P<phay>,)?\s*(?:(?P<chu>[^\W\d_]+)|(?P<nhay>[“\"])|(?P<dau>[;.)\]”]|$))")
_CUT = lazy(
    r"[;:()\n]|\.(?:\s|$)|,? (?:và|hoặc|,) (?=(?:các )?(?:Nghị|Quyết|Chỉ|Kết|Kế|Quy|Hướng|Thông|Chương|Công|Tờ|Báo) )"
)
_WORD = lazy(r"[^\W_]+")
_OPENING = lazy(r"^(?:quy định\s+)?(?:về(?: việc)?|v/v)\s+")
_NO_SUBJECT = frozenset(
    "được đã là có trên tại để cho theo do thì đến trong khi với còn cũng phải gồm kèm số này nêu nói vào từ bằng sau "
    "trước không như mà nhằm đang sẽ bị nếu đối".split()
)


def follows(text: str, end: int) -> bool | None:
    """Whether a subject follows the citation that ends at ``end``; ``None`` when what follows may be either."""
    aside = _ASIDE.match(text, end)
    match = _NEXT.match(text, aside.end() if aside else end)
    if match is None:
        return None
    if match["dau"] is not None:
        return False
    if match["nhay"]:
        return True
    word = match["chu"]
    if word in ("và", "hoặc") or (match["phay"] and not word.startswith(("về", "V/v"))):
        return False
    if word[0].isupper() or word in _NO_SUBJECT:
        return None
    return True


def words(subject: str) -> list[str]:
    """The first words of a subject in small letters, without "về" and marks."""
    cut = _CUT.search(subject)
    text = fold_tone(subject[: cut.start()] if cut else subject).lower()
    return _WORD.findall(_OPENING.sub("", text.strip(' ,“"')))[:_MOST]


def differ(one: list[str], other: list[str]) -> str | None:
    """How two subjects (``words``) differ: "khac" another subject, "chu" one subject worded twice, ``None`` not at all
    or not so that it can be told."""
    if min(len(one), len(other)) < LEAST:
        return None
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if at is None:
        return None
    for i in range(_REACH):
        for j in range(_REACH):
            again = one[at + i : at + i + _AGAIN]
            if (i or j) and len(again) == _AGAIN and again == other[at + j : at + j + _AGAIN]:
                return "chu"
    shared = len(set(one) & set(other)) / min(len(set(one)), len(set(other)))
    return "khac" if at == 0 and shared < 0.3 else None
