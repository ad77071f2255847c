"""Accept or reject all tracked changes of a part: an implementation of its own, on lxml trees.

Purpose: the judge in tests of tracked changes, independent of how they are written. Limits: the revisions of ECMA-376
part 1, 17.13.5, that this program writes: runs, paragraph marks, properties.
"""

from __future__ import annotations

import io
import zipfile

from lxml import etree
from ooxml.integrity import W


def settled(raw: bytes, accept: bool) -> bytes:
    """The package with every tracked change accepted or rejected."""
    archive = zipfile.ZipFile(io.BytesIO(raw))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as out:
        for name in archive.namelist():
            content = archive.read(name)
            if name.endswith(".xml") and b"wordprocessingml" in content:
                root = etree.fromstring(content)
                settle(root, accept)
                content = etree.tostring(root)
            out.writestr(name, content)
    return buffer.getvalue()


def settle(root: etree._Element, accept: bool) -> None:
    gone, kept = (W + "del", W + "ins") if accept else (W + "ins", W + "del")
    for mark in list(root.iter(gone)):
        if mark.getparent().tag == W + "rPr":
            _join(mark)
        else:
            mark.getparent().remove(mark)
    for mark in list(root.iter(kept)):
        _unwrap(mark)
    for text in list(root.iter(W + "delText")):
        text.tag = W + "t"
    for change in list(root.iter(*(W + name for name in ("rPrChange", "pPrChange", "sectPrChange")))):
        properties = change.getparent()
        if accept:
            properties.remove(change)
        else:
            _restore(properties, change[0])


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    at = parent.index(element)
    for child in list(element):
        parent.insert(at, child)
        at += 1
    parent.remove(element)


def _join(mark: etree._Element) -> None:
    """The paragraph whose end goes takes in the next one; an empty one leaves it as it is."""
    paragraph = next(element for element in mark.iterancestors() if element.tag == W + "p")
    following = paragraph.getnext()
    mark.getparent().remove(mark)
    content = [child for child in paragraph if child.tag != W + "pPr"]
    at = 1 if len(following) and following[0].tag == W + "pPr" else 0
    for place, child in enumerate(content):
        following.insert(at + place, child)
    paragraph.getparent().remove(paragraph)


def _restore(properties: etree._Element, old: etree._Element) -> None:
    staying = [
        c for c in properties if c.tag in (W + "rPr", W + "sectPr", W + "headerReference", W + "footerReference")
    ]
    for child in list(properties):
        properties.remove(child)
    properties.extend([*old, *staying])
