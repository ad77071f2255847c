"""Kind ``agreement``: what one part says must fit what another part says.

Purpose: demands that need two places of one document: a pattern that holds only beside another part, equal lines of
one list, the article that "Như Điều n" names. Limits: the document itself, not a text issued with it; who may sign is
the matter of ``authority``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from vanban_lint.checks.base import WITNESSES, Context, Param, Target, dropped, expand, fold, pattern, retyped
from vanban_lint.model import Block, Hit, NotEvaluated, OutlineNode, Related
from vanban_lint.model.rule import Rule
from vanban_lint.text.lazy import lazy

PARAMS = {
    **WITNESSES,
    "khop": Param("regex", "then the whole text must match"),
    "cam": Param("regex", "then this must not occur; each occurrence is a finding, at group x where there is one"),
    "thay": Param("text", "what should stand where cam was found; \\g<name> takes groups of its match"),
    "bo_dong": Param("flag", "the repair takes the whole line away"),
    "trung": Param("flag", "no two lines may say the same"),
    "dieu": Param(
        "choice",
        "co: group n of cam names an article there is; thi_hanh: the article on who carries out",
        choices=("co", "thi_hanh"),
    ),
}
FIELDS = ("thuc_te", "mong_doi", "doi_chieu")

# What an article on carrying out says: who is answerable.
_CARRIES_OUT = lazy(
    r"(?i)chịu trách nhiệm\s+(?:tổ chức\s+)?(?:thi hành|thực hiện|triển khai)"
    r"|(?:thi hành|thực hiện)\s+(?:Quyết định|Nghị quyết|Quy chế|Quy định)\s+này"
)


def check(rule: Rule, context: Context) -> Iterator[Hit | NotEvaluated]:
    witness = context.witness(rule)
    if witness is None:
        return
    if rule.tham_so.get("trung"):
        yield from _repeated(rule, context)
    elif rule.tham_so.get("dieu"):
        yield from _articles(rule, context)
    else:
        yield from _patterns(rule, context, witness)


def _patterns(rule: Rule, context: Context, witness: str) -> Iterator[Hit]:
    must, banned = rule.tham_so.get("khop"), rule.tham_so.get("cam")
    for block in context.own(*rule.o):
        target, text = Target(block.text, block.anchors, block), fold(block.text)
        if must and not pattern(must).fullmatch(text):
            yield _hit(rule, context, target, (0, len(text)), witness)
        elif banned:
            for match in pattern(banned).finditer(text):
                span = match.span("x" if "x" in match.re.groupindex else 0)
                wanted = expand(rule.tham_so.get("thay", ""), match, target.text)
                yield _hit(rule, context, target, span, witness, wanted)


def _hit(
    rule: Rule, context: Context, target: Target, span: tuple[int, int], witness: str, wanted: str | None = None
) -> Hit:
    """``wanted``: what should stand there, "" where nothing should and the rule says so (``thay``)."""
    anchor, typed = target.anchor(*span), target.text[slice(*span)]
    params = {"thuc_te": typed, "mong_doi": wanted or "", "doi_chieu": witness}
    if rule.tham_so.get("bo_dong"):
        edits = dropped(rule, context, target.anchors)
    else:
        edits = retyped(rule, anchor, typed, wanted or "") if "thay" in rule.tham_so else ()
    return Hit(anchor, params, suggestions=(wanted,) if wanted else (), edits=edits)


def _repeated(rule: Rule, context: Context) -> Iterator[Hit]:
    seen: dict[str, Block] = {}
    for block in context.own(*rule.o):
        said = _said(block)
        if not said:
            continue
        first = seen.setdefault(said, block)
        if first is not block:
            params = {"thuc_te": block.text, "mong_doi": "", "doi_chieu": first.text}
            gone = dropped(rule, context, block.anchors)
            yield Hit(block.anchor, params, edits=gone, related=(Related(first.anchor, first.text),))


def _said(block: Block) -> str:
    """What a line says: without its dash, its mark, capitals, spaces and placement of tones; "" for a blank to fill."""
    text = re.sub(r"^\W+|\W+$", "", fold(block.text).casefold())
    return "" if re.search(r"\.{3}|…|\{\{", block.text) else " ".join(text.split())


def _articles(rule: Rule, context: Context) -> Iterator[Hit | NotEvaluated]:
    articles = _numbered(context)
    for block in context.own(*rule.o):
        match = pattern(rule.tham_so["cam"]).search(fold(block.text))
        if match is None:
            continue
        if not articles:
            yield NotEvaluated("check.no_articles", {"text": block.text.strip()})
            continue
        number = int(match["n"])
        expected = _expected(rule.tham_so["dieu"], number, articles, context)
        if expected is not None:
            target = Target(block.text, block.anchors, block)
            hit = _hit(rule, context, target, match.span("n"), f"Điều {max(articles)}", str(expected))
            edits = retyped(rule, hit.anchor, match["n"], str(expected))
            related = (Related(articles[expected].anchor, articles[expected].label),)
            yield hit._replace(edits=edits, related=related)


def _numbered(context: Context) -> Mapping[int, OutlineNode]:
    """The articles of the document itself by number."""
    nodes = (node for node in context.structure.nodes() if node.kind == "dieu" and node.number is not None)
    return {node.number: node for node in nodes if node.number is not None and _own(node, context)}


def _own(node: OutlineNode, context: Context) -> bool:
    return context.structure.zone(node.anchor.paragraph) not in ("kem_theo", "phu_luc")


def _expected(mode: str, number: int, articles: Mapping[int, OutlineNode], context: Context) -> int | None:
    """The right number, ``None`` when ``number`` will do."""
    if mode == "co":
        return None if number in articles else max(articles)
    executing = [key for key, node in articles.items() if _CARRIES_OUT.search(_text(node, articles, context))]
    if number not in articles or number == max(articles) or not executing or number in executing:
        return None
    return max(executing)


def _text(node: OutlineNode, articles: Mapping[int, OutlineNode], context: Context) -> str:
    """The text of an article: its paragraph and those up to the next article, or up to what closes the document."""
    paragraphs, here = context.document.body.paragraphs, node.anchor.paragraph
    closing = (block.anchor.paragraph for block in context.own("noi_nhan", "quyen_han_ky", "chuc_vu"))
    starts = [*(other.anchor.paragraph for other in articles.values()), *closing, len(paragraphs) + 1]
    return "\n".join(item.text for item in paragraphs[here - 1 : min(at for at in starts if at > here) - 1])
