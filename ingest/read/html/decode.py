"""Turns a page's bytes into text by the mark it opens with or the character set it names."""

import re

from ingest.domain import Notice
from ingest.read.decode import Decoded, decode

_SNIFFED = 4096
"""Bytes in which a page names its character set; browsers look at 1,024, but saved pages open with comments."""

_NAMED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})|<\?xml[^>]{0,80}encoding=[\"']([\w.-]+)", re.I
)
_KNOWN = re.compile(
    r"utf-?8|iso-?8859-\d+|latin-?\d|windows-\d+|cp-?\d+|(?:us-)?ascii|koi8-[ru]|gb2312|gbk|gb18030|big5(?:-hkscs)?"
    r"|shift[_-]?jis|euc-(?:jp|kr)|iso-2022-jp|mac(?:intosh|roman)|tis-620"
)
_WESTERN = re.compile(r"iso-?8859-1|latin-?1|(?:us-)?ascii")
"""Names that browsers read as Windows-1252, as their authors meant them."""

_DAMAGE = 500
"""A page that says it is UTF-8 is taken at its word while less than one character in so many is broken."""


def decode_page(data: bytes, name: str) -> Decoded:
    """Decode a page. Raises UnreadableFile where it is empty or binary."""
    match = _NAMED.search(data[:_SNIFFED])
    charset = (match[1] or match[2]).decode("ascii", "replace").lower() if match else ""
    if _is_marked(data) or b"\0" in data or not _KNOWN.fullmatch(charset) or _is_utf8(data):
        return decode(data, name)
    if charset in ("utf-8", "utf8"):
        return _damaged(data, name)
    try:
        text = data.decode("cp1252" if _WESTERN.fullmatch(charset) else charset)
    except (LookupError, UnicodeDecodeError):
        return decode(data, name)
    return decode(text.encode("utf-8", "replace"), name)


def _is_marked(data: bytes) -> bool:
    return data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))


def _is_utf8(data: bytes) -> bool:
    """Whether the bytes can be nothing else: pages are saved as UTF-8 and go on naming what they were."""
    try:
        return bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _damaged(data: bytes, name: str) -> Decoded:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if broken > 1 + len(text) // _DAMAGE:
        return decode(data, name)
    decoded = decode(text.encode(), name)
    notice = Notice(name, 1, f"{broken} characters are damaged and cannot be read; save the page anew")
    return Decoded(decoded.text, (*decoded.notices, notice))
