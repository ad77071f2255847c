"""Frozen data shared by every room: no I/O, no XML, no imports from the rest of the package.

Named tuples throughout: making a frozen dataclass costs 1 ms at import, a named tuple 0.15 (measured), and a pre-commit
user waits for every start.
"""

from vanban_lint.model.document import (
    BODY,
    Anchor,
    CellPosition,
    Document,
    DrawnLine,
    Label,
    PageNumber,
    Paragraph,
    Part,
    Section,
    Span,
    Table,
    Unread,
)
from vanban_lint.model.finding import (
    CERTAINTIES,
    SAFETIES,
    SEVERITIES,
    Edit,
    Finding,
    Fix,
    Gap,
    Hit,
    NotEvaluated,
    Related,
    Saying,
)
from vanban_lint.model.format import PLAIN_PARAGRAPH, PLAIN_RUN, ParagraphFormat, RunFormat
from vanban_lint.model.structure import (
    Block,
    Flow,
    FlowPiece,
    Judged,
    OutlineNode,
    Signature,
    Structure,
    Zone,
)

__all__ = [
    "BODY",
    "CERTAINTIES",
    "PLAIN_PARAGRAPH",
    "PLAIN_RUN",
    "SAFETIES",
    "SEVERITIES",
    "Anchor",
    "Block",
    "CellPosition",
    "Document",
    "DrawnLine",
    "Edit",
    "Finding",
    "Fix",
    "Flow",
    "FlowPiece",
    "Gap",
    "Hit",
    "Judged",
    "Label",
    "NotEvaluated",
    "OutlineNode",
    "PageNumber",
    "Paragraph",
    "ParagraphFormat",
    "Part",
    "Related",
    "RunFormat",
    "Saying",
    "Section",
    "Signature",
    "Span",
    "Structure",
    "Table",
    "Unread",
    "Zone",
]
