"""Is a Word file whole? The checks of our own beside the Open XML SDK: what it does not see.

Purpose: ``problems`` lists everything wrong with the bytes of a package: zip, content types, relationships, well-formed
parts, ids, comment ranges, revisions, cells, kept blanks. Limits: independent of the program on purpose (zipfile and
lxml trees, none of our readers). Neighbours: tests/ooxml/broken.py makes files that each of these must reject.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections import Counter

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: Elements whose w:id comes from one pool.
ANNOTATIONS = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "bookmarkStart")
RUN_CHILDREN_ONLY = (
    "p",
    "tbl",
    "r",
    "ins",
    "del",
    "hyperlink",
    "commentRangeStart",
    "commentRangeEnd",
    "bookmarkStart",
)
RUN_ORDER = "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid"
RUN_ORDER += (
    " vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs"
)
RUN_ORDER += " em lang eastAsianLayout specVanish oMath rPrChange"
PARAGRAPH_ORDER = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
)
PARAGRAPH_ORDER += " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi"
PARAGRAPH_ORDER += (
    " adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection"
)
PARAGRAPH_ORDER += " textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
ORDERS = {W + "rPr": RUN_ORDER.split(), W + "pPr": PARAGRAPH_ORDER.split()}


def problems(raw: bytes) -> list[str]:
    """Everything wrong with a package; empty for a whole one."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
        files = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        return [f"zip: {error}"]
    found = [f"zip: {name} twice" for name, count in Counter(archive.namelist()).items() if count > 1]
    trees = {}
    for name, content in files.items():
        if name.endswith((".xml", ".rels")):
            try:
                trees[name] = etree.fromstring(content)
            except etree.XMLSyntaxError as error:
                found.append(f"{name}: {error}")
    if found:
        return found
    return [*_types(trees, files), *_relationships(trees, files), *_content(trees)]


def _types(trees, files):
    types = trees.get("[Content_Types].xml")
    if types is None:
        yield "no content types"
        return
    defaults = {item.get("Extension", "").lower() for item in types.iter(TYPES + "Default")}
    overrides = [item.get("PartName") for item in types.iter(TYPES + "Override")]
    yield from (f"content type of {name} twice" for name, count in Counter(overrides).items() if count > 1)
    yield from (f"content type of missing {name}" for name in overrides if name.lstrip("/") not in files)
    for name in files:
        if (
            name != "[Content_Types].xml"
            and "/" + name not in overrides
            and name.rpartition(".")[2].lower() not in defaults
        ):
            yield f"no content type for {name}"
    kinds = {item.get("PartName"): item.get("ContentType") for item in types.iter(TYPES + "Override")}
    for name, tree in trees.items():
        if tree.tag in (W + "comments", W + "document") and not kinds.get("/" + name, "").endswith("+xml"):
            yield f"{name} is declared as {kinds.get('/' + name)}"


def _relationships(trees, files):
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        folder, file = posixpath.split(name)
        base = posixpath.dirname(folder)
        source = posixpath.join(base, file[: -len(".rels")])
        ids = [link.get("Id") for link in tree]
        yield from (f"{name}: id {identity} twice" for identity, count in Counter(ids).items() if count > 1)
        for link in tree:
            if link.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", base, link.get("Target"))).lstrip("/")
                if target not in files:
                    yield f"{name}: target {target} is missing"
        used = (
            {value for e in trees[source].iter() for key, value in e.attrib.items() if key.startswith(R)}
            if (source in trees)
            else set()
        )
        yield from (f"{source}: no relationship {identity}" for identity in used - set(ids) if identity)
    comment_parts = [name for name, tree in trees.items() if tree.tag == W + "comments"]
    linked = {link.get("Target", "").rpartition("/")[2] for n, t in trees.items() if n.endswith(".rels") for link in t}
    yield from (f"{name} is not linked" for name in comment_parts if name.rpartition("/")[2] not in linked)


def _content(trees):
    stories = {
        n: t for n, t in trees.items() if t.tag in {W + k for k in ("document", "hdr", "ftr", "footnotes", "endnotes")}
    }
    defined = [e.get(W + "id") for t in trees.values() if t.tag == W + "comments" for e in t]
    yield from (f"comment {number} twice" for number, count in Counter(defined).items() if count > 1)
    ids: Counter[str] = Counter()
    for name, tree in stories.items():
        yield from _marks(name, tree, set(defined))
        for element in tree.iter():
            if not isinstance(element.tag, str):
                continue
            local = element.tag.rpartition("}")[2]
            if local in ANNOTATIONS and element.tag.startswith(W):
                ids[element.get(W + "id")] += 1
            yield from (f"{name}: {fault}" for fault in _element(element, local))
    referred = [e.get(W + "id") for t in stories.values() for e in t.iter(W + "commentReference")]
    yield from (f"comment {number} has no reference" for number in defined if number not in referred)
    yield from (f"annotation id {number} {count} times" for number, count in ids.items() if count > 1)


def _marks(name, tree, defined):
    starts = [e.get(W + "id") for e in tree.iter(W + "commentRangeStart")]
    ends = [e.get(W + "id") for e in tree.iter(W + "commentRangeEnd")]
    references = [e.get(W + "id") for e in tree.iter(W + "commentReference")]
    if sorted(starts) != sorted(ends):
        yield f"{name}: comment ranges are not paired"
    for number in (*starts, *references):
        if number not in defined:
            yield f"{name}: comment {number} does not exist"
    order = {e.get(W + "id"): i for i, e in enumerate(tree.iter()) if e.tag == W + "commentRangeEnd"}
    for i, element in enumerate(tree.iter()):
        if element.tag == W + "commentRangeStart" and order.get(element.get(W + "id"), i) < i:
            yield f"{name}: comment range {element.get(W + 'id')} ends before it starts"


def _element(element, local):
    parent = element.getparent()
    above = parent.tag.rpartition("}")[2] if parent is not None else ""
    if local == "tc" and (not len(element) or element[-1].tag not in (W + "p", W + "sdt", W + "customXml")):
        yield "a cell does not end in a paragraph"
    if local in ("t", "instrText") and any(a.tag == W + "del" for a in element.iterancestors()):
        yield f"{local} inside a deletion"
    if local == "delText" and not any(a.tag in (W + "del", W + "moveFrom") for a in element.iterancestors()):
        yield "deleted text outside a deletion"
    if local == "t" and element.text and element.text != element.text.strip() and element.get(XML_SPACE) != "preserve":
        yield "blanks at an edge are not kept"
    if above == "r" and element.tag.startswith(W) and local in RUN_CHILDREN_ONLY:
        yield f"{local} inside a run"
    if above == "p" and local in ("t", "tab", "br", "p", "commentReference"):
        yield f"{local} directly in a paragraph"
    if local in ("ins", "del") and above in ("ins", "del") and above == local:
        yield f"{local} inside {above}"
    if local == "commentReference" and any(a.tag == W + "del" for a in element.iterancestors()):
        yield "a comment mark inside a deletion"
    if element.tag in ORDERS:
        names = [child.tag.rpartition("}")[2] for child in element if child.tag.startswith(W)]
        ranks = [ORDERS[element.tag].index(n) for n in names if n in ORDERS[element.tag]]
        if ranks != sorted(ranks) or len(set(ranks)) != len(ranks):
            yield f"properties out of order: {names}"
    if local in ("rPr", "pPr") and above in ("r", "p") and parent[0] is not element:
        yield f"{local} is not first"
    if local in ("ins", "del", "rPrChange", "pPrChange") and above != "rPr" and not element.get(W + "author"):
        yield f"{local} without an author"
