"""What forbids to write a Word file: signatures, macros, protection set by its author.

Purpose: one question before any change: may this file be annotated, may it be fixed? Limits: looks only; encrypted
files never get this far (``ooxml.package``). Neighbours: ``fix``, ``report.docx``.

A digital signature is broken by any change. Macros could act on what is written. ``w:documentProtection`` (ECMA-376
part 1, 17.15.1.29) may allow comments or tracked changes only; ``w:writeProtection`` (17.15.1.93) and the "final" mark
ask not to write, unless it only recommends reading.
"""

from __future__ import annotations

from vanban_lint.ooxml.nodes import Node, tree
from vanban_lint.ooxml.package import Package

#: What may be written under each kind of enforced protection.
_ALLOWED = {"comments": {"comment"}, "trackedChanges": {"comment", "tracked"}, "none": {"comment", "tracked", "direct"}}
_OFF = ("0", "false", "off")


def refusal(package: Package, action: str) -> str | None:
    """Catalogue key of the reason not to write; ``action`` is "comment", "tracked" or "direct"."""
    if package.has_macros:
        return "protection.macros"
    if any(link.kind == "origin" and "signature" in link.target.lower() for link in package.relationships("")) or any(
        name.startswith("_xmlsignatures/") for name in package.archive.members
    ):
        return "protection.signed"
    if _is_final(package):
        return "protection.final"
    return _setting_refusal(settings(package), action)


def tracks_revisions(package: Package) -> bool:
    """Whether the author asked Word to track changes."""
    node = settings(package)
    found = None if node is None else node.child("w:trackRevisions")
    return found is not None and found.get("w:val") not in _OFF


def settings(package: Package) -> Node | None:
    """Root of the settings part."""
    member = package.related(package.main, "settings")
    return None if member is None else tree(package.part(member))


def _setting_refusal(node: Node | None, action: str) -> str | None:
    if node is None:
        return None
    written = node.child("w:writeProtection")
    if written is not None and written.get("w:recommended") in (None, *_OFF):
        return "protection.write"
    protected = node.child("w:documentProtection")
    if protected is None or (protected.get("w:enforcement") or "0") in _OFF:
        return None
    return None if action in _ALLOWED.get(protected.get("w:edit") or "none", ()) else "protection.document"


def _is_final(package: Package) -> bool:
    member = package.related("", "custom-properties")
    if member is None:
        return False
    for item in tree(package.part(member)).children:
        if item.get("name") == "_MarkAsFinal":
            return any(node.text.strip().lower() in ("true", "1") for node in item.children)
    return False
