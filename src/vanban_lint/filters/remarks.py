"""Comments in a Word file that ask not to show a finding: "vanban-lint: bỏ qua TT126, CT1 - văn thư đã đồng ý".

Purpose: the drafter's own exceptions, kept in the document where they belong. A comment speaks of the findings that
touch the characters it hangs on, one without characters of those in its paragraph. Limits: a comment without a reason
or with an unknown rule hides nothing and is told. Neighbours: ``ooxml.addressed`` reads them, ``filters.hidden``
hides.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from vanban_lint.catalogue import say
from vanban_lint.config import Hidden
from vanban_lint.errors import ConfigError
from vanban_lint.model import Comment, Document, Gap
from vanban_lint.model.rule import Rule
from vanban_lint.ruleset import names
from vanban_lint.text.lazy import lazy

#: Word turns the hyphen between two words into a dash.
_ASKED = lazy(r"\s*vanban-lint\s*:\s*(?:bỏ qua|ignore)\s+(?P<rules>.+?)(?:\s+[-–—]\s*(?P<reason>.*))?\s*", re.I)


def requests(document: Document, rules: tuple[Rule, ...], lang: str) -> tuple[tuple[Hidden, ...], tuple[Gap, ...]]:
    """What the comments ask for, and what is wrong with those that ask for nothing clear."""
    hidden: list[Hidden] = []
    gaps: list[Gap] = []
    for comment in document.comments:
        asked = _asked(comment, document, rules, lang)
        if isinstance(asked, Hidden):
            hidden.append(asked)
        else:
            gaps.append(asked)
    return tuple(hidden), tuple(gaps)


def _asked(comment: Comment, document: Document, rules: tuple[Rule, ...], lang: str) -> Hidden | Gap:
    text = normalize("NFC", comment.text)
    shown = " ".join(text.split())
    match = _ASKED.fullmatch(text)
    if match is None or not (match["reason"] or "").strip():
        return Gap(None, say("remark.unclear", lang, text=shown))
    selectors = tuple(match["rules"].replace(",", " ").replace(";", " ").split())
    try:
        names.require_known(selectors, rules)
    except ConfigError as error:
        return Gap(None, say("remark.unknown_rule", lang, text=shown, what=say(error.key, lang, **error.params)))
    origin = f"{document.path}: {say('remark.origin', lang, author=comment.author)}"
    return Hidden(selectors, " ".join(match["reason"].split()), origin, anchors=comment.anchors)
