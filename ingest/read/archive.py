"""Looks through an office file's archive before a parser opens it: how large it becomes, and what no such file has."""

import re
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from ingest.errors import UnreadableFile
from ingest.read.limits import Limits

DIRECTORY_ENTRY = b"PK\x01\x02"
"""What each entry of a zip's directory starts with."""

MAX_RATIO = 300
"""How many times its size a part may unpack to. Measured: 60,000 equal cells 18 times, a million empty formatted rows
25 times; a bomb 1,000 times."""

FREE_BYTES = 4 * 2**20
"""Parts that unpack to less may do so at any ratio."""

_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
ENCRYPTED = 0x1
"""The flag of a part that a password protects."""

_CHUNK = 2**16
_ABSOLUTE = re.compile(r"[/\\]|[A-Za-z]:")
DAMAGED = (BadZipFile, ValueError, NotImplementedError, struct.error, zlib.error, EOFError)
"""What the standard library raises of an archive that is no good one."""

_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_LONGEST = len(b"<!DOCTYPE")
_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)")
_PLAIN_ENCODING = re.compile(rb"utf-?8|utf-?16(?:le|be)?|(?:us-)?ascii|iso-8859-\d+|windows-125\d", re.IGNORECASE)
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<")
_MAY_DECLARE = (".svg", ".htm", ".html", ".mht")
"""Pictures and pages that lie in a document; drawing programs declare entities in them, and no reader opens them."""

_ZIP = b"PK\x03\x04"
_OFFICE = (".docx", ".xlsx", ".pptx", ".xlsm", ".xlsb")
"""What charts and objects of a report hold their numbers in: readers never open it."""

_ANEW = "Open it in its own program and save it anew"


@dataclass(frozen=True, slots=True)
class _Archive:
    data: bytes
    name: str
    limits: Limits

    def refusal(self, problem: str, remedy: str = _ANEW) -> UnreadableFile:
        return UnreadableFile(self.name, problem, remedy)


def check_archive(data: bytes, name: str, limits: Limits) -> None:
    """Raise UnreadableFile where a zip unpacks to more than the limits allow, or has what no office file has.

    Sizes are both those declared and those found on unpacking it piece by piece, keeping nothing: headers can lie.
    """
    archive = _Archive(data, name, limits)
    try:
        entries = _entries(archive)
        _refuse_overlap(archive, entries)
        _refuse_size(archive, sum(entry.file_size for entry in entries))
        size = 0
        for entry in entries:
            size += _look_through(archive, entry, size)
    except DAMAGED as error:
        raise archive.refusal("it is damaged or cut short", f"{_ANEW}, or get it again") from error


def _entries(archive: _Archive) -> Sequence[ZipInfo]:
    # counted before the directory is read: that takes 600 bytes of memory for each entry of 46
    count = archive.data.count(DIRECTORY_ENTRY)
    if count > archive.limits.parts:
        raise archive.refusal(f"it is an archive of {count:,} parts, {archive.limits.parts:,} at most are read")
    with ZipFile(BytesIO(archive.data)) as opened:
        entries = opened.infolist()
    if not entries:
        raise archive.refusal("it is an archive with nothing in it", "Fill it or remove it")
    for entry in entries:
        _refuse_entry(archive, entry)
    return entries


def _refuse_entry(archive: _Archive, entry: ZipInfo) -> None:
    if entry.flag_bits & ENCRYPTED:
        raise archive.refusal("it is protected by a password", "Save it without one")
    if _ABSOLUTE.match(entry.filename) or ".." in re.split(r"[/\\]", entry.filename):
        raise archive.refusal(f"a part of it would lie outside of it ({entry.filename!r})")
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise archive.refusal("it is packed in a way that office programs do not use")


def _refuse_overlap(archive: _Archive, entries: Sequence[ZipInfo]) -> None:
    """Refuse parts that share bytes: so is a small file made to unpack to petabytes."""
    spans = sorted((entry.header_offset, _packed(archive, entry)[1]) for entry in entries)
    if any(end > following for (_, end), (following, _) in pairwise(spans)):
        raise archive.refusal("parts of it lie over each other")


def _refuse_size(archive: _Archive, size: int) -> None:
    if size > archive.limits.expanded_bytes:
        most = f"{archive.limits.expanded_bytes / 2**20:.0f} MB"
        raise archive.refusal(
            f"it unpacks to more than {most}", "Split it or save it anew, or raise INGEST_MAX_READ_MEMORY_MB"
        )


def _look_through(archive: _Archive, entry: ZipInfo, before: int) -> int:
    """The size of a part once unpacked; ``before`` is that of the parts before it."""
    size, tail = 0, b""
    for chunk in _unpacked(archive, entry):
        if size == 0:
            searched = _is_searched(archive, entry, chunk)
        size += len(chunk)
        _refuse_size(archive, before + size)
        if size > max(FREE_BYTES, MAX_RATIO * entry.compress_size):
            raise archive.refusal(f"a part of it unpacks to more than {MAX_RATIO} times its size")
        if searched:
            text = tail + chunk.replace(b"\0", b"")  # two bytes a character
            if _DECLARATION.search(text):
                raise archive.refusal(f"a part of it declares entities ({entry.filename!r}), as no office program does")
            tail = text[-_LONGEST:]
    return size


def _is_searched(archive: _Archive, entry: ZipInfo, start: bytes) -> bool:
    """Whether a part is XML. Refuses archives in the archive, and encodings that could hide a declaration."""
    name = entry.filename.lower()
    if start.startswith(_ZIP) and "/embeddings/" not in name and not name.endswith(_OFFICE):
        raise archive.refusal(f"there is another archive in it ({entry.filename!r})")
    text = start[:1000].replace(b"\0", b"")
    if not _MARKUP.match(text) or name.endswith(_MAY_DECLARE):
        return False
    encoding = _ENCODING.search(text)
    if encoding and not _PLAIN_ENCODING.fullmatch(encoding[1]):
        raise archive.refusal(f"a part of it is in an encoding that office programs do not use ({entry.filename!r})")
    return True


def _packed(archive: _Archive, entry: ZipInfo) -> tuple[int, int]:
    """Where a part's packed bytes start and end."""
    fields = _LOCAL_HEADER.unpack_from(archive.data, entry.header_offset)
    start = entry.header_offset + _LOCAL_HEADER.size + fields[-2] + fields[-1]
    end = start + entry.compress_size
    if end > len(archive.data):
        raise BadZipFile("a part ends behind the file's end")
    return start, end


def _unpacked(archive: _Archive, entry: ZipInfo) -> Iterator[bytes]:
    """A part piece by piece, whatever its header says of its size."""
    start, end = _packed(archive, entry)
    pieces = (archive.data[at : min(at + _CHUNK, end)] for at in range(start, end, _CHUNK))
    if entry.compress_type == ZIP_STORED:
        yield from pieces
        return
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    for piece in pieces:
        rest = piece
        while rest and not inflater.eof:
            yield inflater.decompress(rest, _CHUNK)
            rest = inflater.unconsumed_tail
    yield inflater.flush(_CHUNK)
    if not inflater.eof:
        raise EOFError("a part is cut short")
