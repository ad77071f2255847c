"""Check kind: a paragraph of more words than ``toi_da``."""

from collections.abc import Iterator

from vanban_lint.checks.base import Context, Param
from vanban_lint.model import Hit
from vanban_lint.model.rule import Rule

PARAMS = {"toi_da": Param("integer", "the most words a paragraph may have", required=True)}
FIELDS = ("so_chu",)


def check(rule: Rule, context: Context) -> Iterator[Hit]:
    for target in context.targets(rule):
        words = len(target.text.split())
        if words > rule.tham_so["toi_da"]:
            yield Hit(target.anchor(0, len(target.text)), {"so_chu": words})
