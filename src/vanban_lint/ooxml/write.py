"""A zip archive written anew with a few members changed: every other one keeps its bytes.

Purpose: the last step of write-back. Members that were not touched are copied as they lie in the old archive, in the
same order, without inflating them; changed ones are deflated, new ones come last. Limits: what ``ooxml.archive``
admits (one disk, stored or deflated members); the result never needs zip64 sizes. Neighbours: ``ooxml.archive`` reads,
``ooxml.rewriting`` decides what changes.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from typing import NamedTuple

from vanban_lint.ooxml.archive import DEFLATED, Archive

_LOCAL = struct.Struct("<4s5H3L2H")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DESCRIPTOR_FLAG, _UTF8_FLAG = 0x8, 0x800
_ZIP64_EXTRA = 1
_VERSION = 20
#: 1 January 1980, the earliest day a zip archive can name: new members do not tell when a file was mended.
_NO_DAY = 0x21


class _Entry(NamedTuple):
    """An entry of the old central directory, with the byte ranges of what belongs to it."""

    fields: tuple[int, ...]
    name: bytes
    extra: bytes
    comment: bytes


def rewritten(archive: Archive, changed: Mapping[str, bytes]) -> bytes:
    """Bytes of the archive with ``changed`` members in place of the old ones; names it lacks are added at the end."""
    todo = {name.lower(): (name, content) for name, content in changed.items()}
    pieces: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for entry in _entries(archive):
        name = entry.name.decode("utf-8" if entry.fields[2] & _UTF8_FLAG else "cp437")
        new = todo.pop(name.lower(), None)
        if new is None:
            body, record = _copied(archive, name, entry), _record(_with_sizes(archive, name, entry), at)
        else:
            body, record = _packed(entry, new[1], at)
        pieces.append(body)
        directory.append(record)
        at += len(body)
    for name, content in todo.values():
        body, record = _packed(_new_entry(name), content, at)
        pieces.append(body)
        directory.append(record)
        at += len(body)
    listing = b"".join(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(directory), len(directory), len(listing), at, len(_comment(archive)))
    return b"".join((*pieces, listing, end, _comment(archive)))


def _entries(archive: Archive) -> list[_Entry]:
    """Entries in the order of the archive, folders too."""
    raw, at, found = archive.raw, archive.directory_at, []
    while raw.startswith(b"PK\x01\x02", at):
        fields = _ENTRY.unpack_from(raw, at)
        name_at = at + _ENTRY.size
        extra_at = name_at + fields[10]
        comment_at = extra_at + fields[11]
        at = comment_at + fields[12]
        found.append(
            _Entry(fields[1:], raw[name_at:extra_at], _without_zip64(raw[extra_at:comment_at]), raw[comment_at:at])
        )
    return found


def _copied(archive: Archive, name: str, entry: _Entry) -> bytes:
    """Local header, data and descriptor of an untouched member, as they lie."""
    member = archive.members.get(name.lower())
    if member is None:  # a folder: nothing but its name
        return _local(entry, 0, 0, 0, 0)
    raw = archive.raw
    header = _LOCAL.unpack_from(raw, member.header_at)
    end = member.header_at + _LOCAL.size + header[9] + header[10] + member.compressed
    if member.flags & _DESCRIPTOR_FLAG:
        end += 16 if raw.startswith(b"PK\x07\x08", end) else 12
    return raw[member.header_at : end]


def _with_sizes(archive: Archive, name: str, entry: _Entry) -> _Entry:
    """An entry with its sizes in place, which a zip64 archive keeps elsewhere."""
    member = archive.members.get(name.lower())
    if member is None:
        return entry
    fields = list(entry.fields)
    fields[7:9] = member.compressed, member.size
    return entry._replace(fields=tuple(fields))


def _packed(entry: _Entry, content: bytes, at: int) -> tuple[bytes, bytes]:
    """Local header with data, and directory entry, of new content."""
    packer = zlib.compressobj(6, DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    crc = zlib.crc32(content)
    fields = list(entry.fields)
    fields[2] &= ~_DESCRIPTOR_FLAG
    fields[3] = DEFLATED
    fields[6:9] = crc, len(packed), len(content)
    new = entry._replace(fields=tuple(fields))
    return _local(new, DEFLATED, crc, len(packed), len(content)) + packed, _record(new, at)


def _local(entry: _Entry, method: int, crc: int, packed: int, size: int) -> bytes:
    flags = entry.fields[2] & ~_DESCRIPTOR_FLAG
    time, day = entry.fields[4], entry.fields[5]
    header = _LOCAL.pack(b"PK\x03\x04", _VERSION, flags, method, time, day, crc, packed, size, len(entry.name), 0)
    return header + entry.name


def _record(entry: _Entry, at: int) -> bytes:
    fields = list(entry.fields)
    fields[9:12] = len(entry.name), len(entry.extra), len(entry.comment)
    fields[12] = 0
    fields[15] = at
    return _ENTRY.pack(b"PK\x01\x02", *fields) + entry.name + entry.extra + entry.comment


def _new_entry(name: str) -> _Entry:
    return _Entry((_VERSION, _VERSION, _UTF8_FLAG, DEFLATED, 0, _NO_DAY, *(10 * (0,))), name.encode(), b"", b"")


def _without_zip64(extra: bytes) -> bytes:
    """Extra fields of an entry but for the one with 64-bit sizes: what is written fits in 32 bits."""
    kept, at = [], 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind != _ZIP64_EXTRA:
            kept.append(extra[at : at + 4 + length])
        at += 4 + length
    return b"".join(kept)


def _comment(archive: Archive) -> bytes:
    at = archive.raw.rfind(b"PK\x05\x06")
    return archive.raw[at + _END.size :]
