"""Kind ``presence``: a part must be there, must not be there, or must be there only once.

Purpose: completeness of a document and of each signature. The selector names blocks that stand for one another: one
of them is enough; ``doan`` stands for the paragraphs of the text. Limits: what a part says is the matter of
``pattern``; where it stands is the matter of ``order``. Only the document itself is judged: a text issued with it, or
an annex, has its own form.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanban_lint.checks.base import WITNESSES, Context, Param, Target, dropped, fold, pattern
from vanban_lint.model import BODY, Anchor, Block, Edit, Hit, Related, Signature
from vanban_lint.model.rule import Rule
from vanban_lint.model.structure import KEM_THEO, PHU_LUC

PARAMS = {
    **WITNESSES,
    "can": Param("choice", "co: at least one (default); khong: none; mot: at most one", choices=("co", "khong", "mot")),
    "khop": Param("regex", "only blocks in whose text this occurs count"),
    "sau": Param("list", "the missing part belongs after the first of these blocks that is there"),
    "truoc": Param("list", "or, when none is, before the first of these that is"),
    "moi_chu_ky": Param("flag", "judge each signature that has something, instead of the document"),
    "gia_tri": Param("text", "judge each block: this value of it (see the structure) must not be empty"),
    "chen": Param("text", "the repair writes this as a paragraph where the missing part belongs"),
    "tru": Param("regex", "signatures in whose text this occurs are left alone"),
}
FIELDS = ("thuc_te", "dong_tren")

_END_PARTS = frozenset({"noi_nhan", "noi_nhan_muc", "luu", "quyen_han_ky", "chuc_vu", "ho_ten"})


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    if context.witness(rule) is None:
        return
    if rule.tham_so.get("moi_chu_ky"):
        yield from _signatures(rule, context)
        return
    found = _counted(rule, context)
    if "gia_tri" in rule.tham_so:
        yield from (_lacking(target) for target in found if target.block and not target.block.values.get(_value(rule)))
        return
    wanted = rule.tham_so.get("can", "co")
    if wanted == "khong":
        yield from (_present(rule, context, target) for target in found)
    elif wanted == "mot":
        yield from (_present(rule, context, target, found[0]) for target in found[1:])
    elif not found:
        place = _place(rule, context)
        yield Hit(place, {"thuc_te": "", "dong_tren": ""}, edits=_written(rule, context, place), absent=True)


def _written(rule: Rule, context: Context, place: Anchor) -> tuple[Edit, ...]:
    """The missing part as a paragraph of its own, after the one it belongs behind; a line drawn there stays alone."""
    follows = place.end > 0 and place.end == len(context.document.paragraph(place).text.rstrip())
    here = (place.paragraph, place.paragraph + 1)
    drawn = any(line.part == place.part and line.paragraph in here for line in context.document.lines)
    if drawn or not (rule.sua and follows and "chen" in rule.tham_so):
        return ()
    return (Edit("insert_paragraph", place, rule.tham_so["chen"]),)


def _value(rule: Rule) -> str:
    return str(rule.tham_so["gia_tri"])


def _lacking(target: Target) -> Hit:
    """A block that lacks a part of its own: the part belongs after it."""
    anchor = target.anchors[-1]
    return Hit(anchor._replace(start=anchor.end), {"thuc_te": "", "dong_tren": target.text}, absent=True)


def _counted(rule: Rule, context: Context) -> list[Target]:
    wanted = rule.tham_so.get("khop")
    return [target for target in _candidates(rule, context) if not wanted or pattern(wanted).search(fold(target.text))]


def _candidates(rule: Rule, context: Context) -> Iterator[Target]:
    """What may count as the part: blocks of the document itself; its paragraphs for ``doan``."""
    for target in context.targets(rule):
        if target.block is None or context.is_own(target.block):
            yield target


def _present(rule: Rule, context: Context, target: Target, first: Target | None = None) -> Hit:
    related = () if first is None else (Related(first.anchors[0], first.text),)
    params = {"thuc_te": target.text, "dong_tren": first.text if first else ""}
    return Hit(target.anchors[0], params, edits=dropped(rule, context, target.anchors), related=related)


def _signatures(rule: Rule, context: Context) -> Iterator[Hit]:
    exempt = rule.tham_so.get("tru")
    for signature in context.structure.signatures:
        lines = _lines(signature)
        if not lines or not context.is_own(lines[0]) or any(line.name in rule.o for line in lines):
            continue
        if exempt and pattern(exempt).search(fold("\n".join(line.text for line in lines))):
            continue
        yield Hit(_beside(rule, lines), {"thuc_te": "", "dong_tren": lines[-1].text}, absent=True)


def _lines(signature: Signature) -> list[Block]:
    """The parts of one signature from the top."""
    name = () if signature.ho_ten is None else (signature.ho_ten,)
    return [*signature.quyen_han_ky, *signature.chuc_vu, *name]


def _beside(rule: Rule, lines: Sequence[Block]) -> Anchor:
    """After the last line of a name in ``sau``, else before the first line there is."""
    above = [line for line in lines if line.name in rule.tham_so.get("sau", ())]
    return _after(above[-1]) if above else _before(lines[0])


def _place(rule: Rule, context: Context) -> Anchor:
    """Where the missing part belongs: beside the first neighbour found, else at an end of the document itself."""
    for name in rule.tham_so.get("sau", ()):
        if blocks := context.own(name):
            return _after(blocks[-1])
    for name in rule.tham_so.get("truoc", ()):
        if blocks := context.own(name):
            return _before(blocks[0])
    return _edge(context, last=not _END_PARTS.isdisjoint(rule.o))


def _edge(context: Context, *, last: bool) -> Anchor:
    """The end of the last written paragraph of the document itself, or the start of the first."""
    outside = (KEM_THEO, PHU_LUC)
    written = [
        paragraph
        for paragraph in context.document.body.paragraphs
        if paragraph.text.strip() and context.structure.zone(paragraph.ordinal) not in outside
    ]
    if not written:
        return Anchor(BODY, 1, 0, 0)
    edge = written[-1] if last else written[0]
    return edge.anchor(len(edge.text)) if last else edge.anchor(0, 0)


def _after(block: Block) -> Anchor:
    anchor = block.anchors[-1]
    return anchor._replace(start=anchor.end)


def _before(block: Block) -> Anchor:
    return block.anchor._replace(end=block.anchor.start)
