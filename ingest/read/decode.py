"""Turns a file's bytes into text, and says so when the encoding had to be guessed."""

import codecs
import re
import unicodedata
from dataclasses import dataclass

from charset_normalizer import from_bytes

from ingest.domain import Notice
from ingest.errors import UnreadableFile


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text in composed form (NFC) with lines ended by a line feed; spaces of every kind stay as they were."""

    text: str
    notices: tuple[Notice, ...] = ()


_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_TYPOGRAPHY = frozenset("\u00a0–—‘’“”•…€£¥©®™°±²³·×½¼¾§†‡")


def decode(data: bytes, name: str) -> Decoded:
    """Decode by byte order mark, else as UTF-8, else by a guess that is noticed. Raises UnreadableFile."""
    if not data.strip():
        raise UnreadableFile(name, "the file is empty", "Fill it or remove it")
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return Decoded(_normal(_strictly(data, encoding, name)))
    if b"\0" in data:
        return _wide(data, name)
    try:
        return Decoded(_normal(data.decode("utf-8")))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    return _guessed(data, name, line)


def _wide(data: bytes, name: str) -> Decoded:
    """Text of two bytes a character that lacks its mark, which half of its bytes being zero gives away."""
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if zeros.count(0) <= 0.8 * len(zeros) or len(data) % 2:
            continue
        text = _normal(_strictly(data, encoding, name))
        if not _CONTROL.search(text):
            notice = Notice(name, 1, f"not UTF-8: read as {encoding}; save the file as UTF-8 to be sure of it")
            return Decoded(text, (notice,))
    line = data.count(b"\n", 0, data.index(0)) + 1
    remedy = "Save it as UTF-8 text under its right ending, or remove it"
    raise UnreadableFile(name, "the file is binary, not text", remedy, line)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            name, f"the file is marked as {encoding} but is not (byte {error.start})", "Save it as UTF-8"
        ) from error


def _guessed(data: bytes, name: str, line: int) -> Decoded:
    """Windows-1252 when that reads as typography and Latin letters, else what charset-normalizer finds likeliest."""
    encoding = "cp1252" if _reads_as_western(data) else None
    if encoding is None:
        best = from_bytes(data).best()
        if best is None:
            raise UnreadableFile(name, "the file's encoding is not known", "Save it as UTF-8", line)
        encoding = best.encoding
    notice = Notice(name, line, f"not UTF-8: read as {encoding}; save the file as UTF-8 to be sure of every character")
    return Decoded(_normal(data.decode(encoding)), (notice,))


def _reads_as_western(data: bytes) -> bool:
    """Whether the few bytes beyond ASCII are typography or accented letters inside Latin words."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    foreign = [char for char in text if not char.isascii()]
    lone = [char for char in foreign if char not in _TYPOGRAPHY and not ("À" <= char <= "ÿ" and char not in "×÷")]
    return not lone and len(foreign) <= len(text) // 8


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", _LINE_END.sub("\n", text.lstrip("\ufeff")))
