"""The zip container: member table, bounded inflation, and where each member's bytes lie.

Purpose: hand out member bytes of a hostile archive without ever inflating more than was agreed, and keep the layout
(offsets, raw compressed bytes) that a later write-back copies from. Limits: only what Word itself writes (stored and
deflated members, one disk); nothing is extracted to disk. Neighbours: ``ooxml.package`` knows what the members mean.

The standard ``zipfile`` is not used: importing it costs as much as reading a ten-page draft (it pulls in shutil, bz2
and lzma), and it inflates without a bound.
"""

from __future__ import annotations

import struct
import zlib
from typing import NamedTuple

from vanban_lint.errors import UnreadableError

MEGABYTE = 1 << 20
MAX_MEMBER = 64 * MEGABYTE
MAX_TOTAL = 256 * MEGABYTE
MAX_MEMBERS = 2_000
MAX_RATIO = 200  # judged only above RATIO_FLOOR: small parts of repeated markup shrink this far honestly
RATIO_FLOOR = MEGABYTE

STORED, DEFLATED = 0, 8
_ENCRYPTED_FLAG, _UTF8_FLAG = 0x1, 0x800
_UNSET16, _UNSET32 = 0xFFFF, 0xFFFFFFFF

_END = struct.Struct("<4s4H2LH")
_END64_LOCATOR = struct.Struct("<4sLQL")
_END64 = struct.Struct("<4sQ2H2L4Q")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")


class Member(NamedTuple):
    """One entry of the central directory. ``entry_at`` and ``header_at`` are byte offsets of its two headers."""

    name: str
    method: int
    flags: int
    crc: int
    compressed: int
    size: int
    header_at: int
    entry_at: int


class Archive:
    """A zip archive in memory. ``members`` maps lower-cased names (part names ignore case) to entries.

    Raises UnreadableError: reading.damaged, reading.too_large, reading.too_many_parts, reading.duplicate_part,
    reading.unsafe_name, reading.compression, reading.password.
    """

    __slots__ = ("directory_at", "members", "path", "raw")

    def __init__(self, raw: bytes, path: str) -> None:
        self.raw = raw
        self.path = path
        self.members: dict[str, Member] = {}
        try:
            count, self.directory_at = self._find_directory()
            self._read_directory(count)
        except (struct.error, UnicodeDecodeError) as error:
            raise self._error("damaged") from error

    def __contains__(self, name: str) -> bool:
        return name.lower() in self.members

    def read(self, name: str) -> bytes:
        """Bytes of a member; KeyError when there is none. Never more than its declared size is inflated."""
        member = self.members[name.lower()]
        packed = self.packed(member)
        if member.method == STORED:
            content = packed
        else:
            inflater = zlib.decompressobj(-zlib.MAX_WBITS)
            try:
                content = inflater.decompress(packed, member.size + 1)
            except zlib.error as error:
                raise self._error("damaged") from error
        if len(content) != member.size or zlib.crc32(content) != member.crc:
            raise self._error("damaged")
        return content

    def packed(self, member: Member) -> bytes:
        """The member's bytes as they lie in the archive, still compressed."""
        try:
            header = _LOCAL.unpack_from(self.raw, member.header_at)
        except struct.error as error:
            raise self._error("damaged") from error
        start = member.header_at + _LOCAL.size + header[9] + header[10]
        end = start + member.compressed
        if header[0] != b"PK\x03\x04" or end > self.directory_at:
            raise self._error("damaged")
        return self.raw[start:end]

    def _find_directory(self) -> tuple[int, int]:
        """Number of entries and offset of the central directory."""
        raw = self.raw
        at = raw.rfind(b"PK\x05\x06", max(0, len(raw) - _END.size - _UNSET16))
        if at < 0:
            raise self._error("damaged")
        _, disk, start_disk, on_disk, count, size, offset, _ = _END.unpack_from(raw, at)
        end = at
        if _UNSET16 in (count, on_disk) or _UNSET32 in (size, offset):
            locator_at = at - _END64_LOCATOR.size
            mark, _, end64_at, _ = _END64_LOCATOR.unpack_from(raw, max(locator_at, 0))
            if mark != b"PK\x06\x07":
                raise self._error("damaged")
            mark, _, _, _, disk, start_disk, on_disk, count, size, offset = _END64.unpack_from(raw, end64_at)
            if mark != b"PK\x06\x06":
                raise self._error("damaged")
            end = end64_at
        if disk or start_disk or on_disk != count or offset + size != end:
            raise self._error("damaged")
        if count > MAX_MEMBERS:
            raise self._error("too_many_parts", limit=MAX_MEMBERS)
        return count, offset

    def _read_directory(self, count: int) -> None:
        at, total = self.directory_at, 0
        for _ in range(count):
            fields = _ENTRY.unpack_from(self.raw, at)
            if fields[0] != b"PK\x01\x02":
                raise self._error("damaged")
            flags, method, crc, compressed, size = fields[3], fields[4], fields[7], fields[8], fields[9]
            name_length, extra_length, comment_length, header_at = fields[10], fields[11], fields[12], fields[16]
            start = at + _ENTRY.size
            name_bytes = self.raw[start : start + name_length]
            name = name_bytes.decode("utf-8" if flags & _UTF8_FLAG else "cp437")
            if _UNSET32 in (size, compressed, header_at):
                extra = self.raw[start + name_length : start + name_length + extra_length]
                size, compressed, header_at = _long_sizes(extra, size, compressed, header_at)
            member = Member(name, method, flags, crc, compressed, size, header_at, at)
            total += size
            if not name.endswith("/"):
                self._admit(member)
            if total > MAX_TOTAL:
                raise self._error("too_large", limit=MAX_TOTAL // MEGABYTE)
            at = start + name_length + extra_length + comment_length

    def _admit(self, member: Member) -> None:
        name = member.name
        if name.startswith("/") or "\\" in name or "\0" in name or ":" in name or ".." in name.split("/"):
            raise self._error("unsafe_name", name=name)
        if name.lower() in self.members:
            raise self._error("duplicate_part", name=name)
        if member.flags & _ENCRYPTED_FLAG:
            raise self._error("password")
        if member.method not in (STORED, DEFLATED):
            raise self._error("compression", name=name)
        if member.size > MAX_MEMBER:
            raise self._error("too_large", limit=MAX_MEMBER // MEGABYTE)
        if member.size > RATIO_FLOOR and member.size > MAX_RATIO * member.compressed:
            raise self._error("too_large", limit=MAX_MEMBER // MEGABYTE)
        self.members[name.lower()] = member

    def _error(self, what: str, **params: object) -> UnreadableError:
        return UnreadableError(f"reading.{what}", self.path, **params)


def _long_sizes(extra: bytes, size: int, compressed: int, header_at: int) -> tuple[int, int, int]:
    """The three values of an entry, with those set to the 32-bit limit taken from its zip64 extra field."""
    values: list[int] = []
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind == 1:
            values = list(struct.unpack_from(f"<{length // 8}Q", extra, at + 4))
            break
        at += 4 + length
    sizes = [values.pop(0) if value == _UNSET32 and values else value for value in (size, compressed, header_at)]
    return sizes[0], sizes[1], sizes[2]
