"""Kind ``left_out``: a body that the text gives a task or a report, and that no recipient line reaches.

Purpose: a hint for the drafter who forgot a recipient. Limits: bodies are known by the words they begin with, groups of
recipients ("các sở, ban, ngành") by classes of the table ``noi_nhan``; "Như trên" stands for the addressees, "Như Điều
n" for all that the articles name; in doubt a body counts as reached. A normative document lays duties on whole classes
of bodies and is not judged. Neighbour: ``body_names``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vanban_lint.checks.base import Context, Param, fold, pattern
from vanban_lint.checks.body_names import written_out
from vanban_lint.model import Hit, Paragraph, Related
from vanban_lint.model.rule import Rule
from vanban_lint.model.structure import NOI_DUNG
from vanban_lint.similarity.candidates import Keys
from vanban_lint.text.lazy import lazy

PARAMS: dict[str, Param] = {}
FIELDS = ("thuc_te",)

#: Fewer recipients than this, and the list is unfinished or lost.
LISTED = 2
_ORGANS = lazy(r"^(?:ban thường vụ|thường trực|ban chấp hành|lãnh đạo|văn phòng) ")
_ARTICLE = lazy(r"[Nn]hư\s+[Đđ]iều")
_ABOVE = lazy(r"[Nn]hư\s+(?:trên|[Kk]ính gửi)")
_EVERYBODY = lazy(r"các cơ quan, (?:đơn vị|tổ chức)|thủ trưởng|các đơn vị|các cơ quan liên quan")
_QUICK = (
    "chủ trì",
    "iao ",
    "qua ",
    "báo cáo ",
    "gửi ",
    "trách nhiệm",
    "tham mưu",
    "chỉ đạo",
    "hướng dẫn",
    "theo dõi",
    "tổng hợp",
)
_AFTER_REPORT = r"(?=\s*(?:$|[.,;()])|\s(?:để|trước|theo|xem xét|cho ý kiến)\s)"
_NUMBER = r"^\s*(?:[-+–•]|(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[IVX]+)[.)/])?\s*"


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    lines = context.own("noi_nhan_muc")
    if len(lines) < LISTED or context.structure.regime.value == "quy-pham":
        return
    reach = _Reach(context)
    seen: set[Keys] = set()
    label = context.structure.first("noi_nhan")
    related = (Related(label.anchor, label.text),) if label else ()
    for paragraph, start, end in _named(context):
        name = written_out(paragraph.text[start:end], context)
        if name not in seen and not reach.covers(name):
            yield Hit(paragraph.anchor(start, end), {"thuc_te": paragraph.text[start:end]}, related=related)
        seen.add(name)


def _named(context: Context) -> Iterator[tuple[Paragraph, int, int]]:
    """Every body that is given something to do, and where its name stands."""
    table = context.tables["noi_nhan"]
    stop = rf"(?!\s(?:{table['chu_khac']}|{table['chu_xen']})\s)"
    name = rf"(?P<ten>{table['dau_ten']}(?:{stop}[^.,;:()\n]){{2,70}}?)"
    searches = (
        pattern(
            rf"(?:{_NUMBER}(?:[Đđ]ề nghị |[Gg]iao )?|(?<!\w)[Gg]iao ){name}"
            rf"\s+(?:{table['chu_xen']}\s+)*{table['viec']}(?!\w)"
        ),
        pattern(rf"{_NUMBER}(?:[Cc]ơ|[Đđ]ơn) (?:quan|vị) chủ trì(?: thực hiện)?:\s*{name}(?=\s*(?:$|[.,;]))"),
        pattern(
            rf"(?<!\w)(?:báo cáo|gửi)(?: (?:kết quả|tình hình)[^.;()]{{0,60}} (?:về|cho)| về| cho)? "
            rf"{name}{_AFTER_REPORT}"
        ),
        pattern(rf"\((?:thông )?qua {name}(?=[),;])"),
    )
    for zone in context.structure.zones:
        if zone.name != NOI_DUNG:
            continue
        for paragraph in context.document.body.paragraphs[zone.first - 1 : zone.last]:
            if any(word in paragraph.text for word in _QUICK):
                text = fold(paragraph.text)
                for search in searches:
                    yield from ((paragraph, *match.span("ten")) for match in search.finditer(text))


class _Reach:
    """Whom the document is sent to."""

    def __init__(self, context: Context) -> None:
        self._classes = [(pattern(entry["ten"]), pattern(entry["gui"])) for entry in context.tables["noi_nhan"]["lop"]]
        self._vague = pattern(context.tables["noi_nhan"]["thieu_cap"])
        structure = context.structure
        blocks = [*context.own("noi_nhan_muc", "luu")]
        texts = [block.text for block in blocks]
        if any(_ABOVE.search(text) for text in texts):
            texts += [block.text for block in structure.all("kinh_gui", "kinh_gui_muc")]
        if any(_ARTICLE.search(text) for text in texts):
            texts += _articles(context)
        own = structure.all("co_quan_ban_hanh", "co_quan_chu_quan", "tac_gia", "tham_quyen", "quyen_han_ky")
        self._lines = [" ".join(written_out(fold(text), context)) for text in texts]
        self._folded = [fold(text).casefold() for text in texts]
        self._issuer = [" ".join(written_out(fold(block.text), context)) for block in own]

    def covers(self, name: Keys) -> bool:
        """Whether a line reaches the body, or it is the issuing body or an organ of it."""
        said = " ".join(name)
        if self._vague.match(said):
            return True
        bare = _ORGANS.sub("", said)
        if any(_holds(line, part) for line in (*self._lines, *self._issuer) for part in (said, bare)):
            return True
        if any(line and _holds(said, line) for line in self._issuer) or any(
            _EVERYBODY.search(line) for line in self._folded
        ):
            return True
        for named, sent in self._classes:
            if named.match(said):
                return any(sent.search(line) for line in (*self._lines, *self._folded))
        return False


def _holds(line: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line) is not None


def _articles(context: Context) -> Sequence[str]:
    """What the articles say: "Như Điều 4" sends the document to whom they name."""
    return [
        paragraph.text
        for zone in context.structure.zones
        if zone.name == NOI_DUNG
        for paragraph in context.document.body.paragraphs[zone.first - 1 : zone.last]
        if "trách nhiệm" in paragraph.text or "thi hành" in paragraph.text
    ]
