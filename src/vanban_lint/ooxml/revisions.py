"""Our own tracked changes taken back: the file as it was before us.

Purpose: the proof that rejecting gives the original text. Limits: takes back what this program writes (``w:ins`` and
``w:del`` around runs, properties kept in a change), of our author only; other people's revisions stay. Neighbours:
``ooxml.edit`` writes them, ``fix.verify`` asks.
"""

from __future__ import annotations

import re

from vanban_lint.ooxml.leaves import AUTHOR
from vanban_lint.ooxml.nodes import tree
from vanban_lint.ooxml.package import Package
from vanban_lint.ooxml.write import rewritten

_MINE = rb'[^<>]*w:author="%b"[^<>]*' % AUTHOR.encode()
_INSERTED = re.compile(rb"<w:ins\b%b(?<!/)>.*?</w:ins>" % _MINE, re.S)
_DELETED = re.compile(rb"<w:del\b%b(?<!/)>(.*?)</w:del>" % _MINE, re.S)
_INSERTED_MARK = re.compile(rb"<w:ins\b%b/>" % _MINE)
_DELETED_MARK = re.compile(rb"<w:del\b%b/>" % _MINE)
_DELETED_TEXT = re.compile(rb"(</?w:)delText\b")


def rejected(raw: bytes, path: str) -> bytes:
    """The file without our insertions and with what we deleted; the same bytes when there is nothing of ours."""
    package = Package(raw, path)
    changed = {}
    mark = f'w:author="{AUTHOR}"'.encode()
    for member in package.archive.members.values():
        if member.name.endswith(".xml"):
            content = package.part(member.name)
            if mark in content and (b"<w:ins" in content or b"<w:del" in content):
                changed[member.name] = _rejected(content)
    return rewritten(package.archive, changed) if changed else raw


def _rejected(data: bytes) -> bytes:
    data = _DELETED.sub(lambda match: _DELETED_TEXT.sub(rb"\1t", match[1]), _INSERTED.sub(b"", data))
    data = _DELETED_MARK.sub(b"", data)
    while mark := _INSERTED_MARK.search(data):
        data = _without_following(data[: mark.start()] + data[mark.end() :], mark.start())
    return data


def _without_following(data: bytes, at: int) -> bytes:
    """The part without the paragraph behind the one around byte ``at``: the one that our inserted mark began."""
    start = max(data.rfind(b"<w:p>", 0, at), data.rfind(b"<w:p ", 0, at))
    following = tree(data, tree(data, start).end)
    return data[: following.start] + data[following.end :]
