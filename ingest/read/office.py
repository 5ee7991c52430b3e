"""Opens the packages of office programs, and says of what is none what it is instead."""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass

from ingest.errors import UnreadableFile

DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError, OSError, ValueError)
"""What Python's zip files raise when bytes are missing or wrong; RuntimeError where a part asks for a password."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: what people call it, its main part, and the endings of files that hold it."""

    noun: str
    main: str
    ending: str
    program: str


WORKBOOK = Kind("an Excel workbook", "xl/workbook.xml", ".xlsx", "Excel")
DOCUMENT = Kind("a Word document", "word/document.xml", ".docx", "Word")
_OTHERS = {
    "xl/workbook.bin": "a binary Excel workbook (.xlsb)",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "content.xml": "an OpenDocument file (LibreOffice)",
    "Index/Document.iwa": "an Apple iWork document",
}


def open_package(data: bytes, name: str, kind: Kind) -> zipfile.ZipFile:
    """The package, every part of it whole. Raises UnreadableFile."""
    again = f"Open it in {kind.program} and save it as {kind.ending}"
    if not data.startswith(b"PK"):
        raise _no_package(data, name, kind)
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        broken = package.testzip()
    except DAMAGE as error:
        raise damaged(name, kind) from error
    if broken is not None:
        raise damaged(name, kind)
    parts = set(package.namelist())
    if kind.main not in parts:
        found = next((noun for part, noun in _all_kinds().items() if part in parts), "an archive of other files")
        raise UnreadableFile(name, f"it is not {kind.noun} but {found}", again)
    if any(part.lower().endswith("vbaproject.bin") for part in parts):
        raise UnreadableFile(name, "it holds macros, which are never opened", f"{again}, without macros")
    if b"purl.oclc.org/ooxml" in package.read(kind.main):
        raise UnreadableFile(name, "it is saved as Strict Open XML, which cannot be read", f"{again}, not as Strict")
    return package


def damaged(name: str, kind: Kind) -> UnreadableFile:
    """The error of a file that is cut short or damaged."""
    return UnreadableFile(
        name,
        "the file is damaged or only part of it is there",
        f"Copy it again, or open it in {kind.program} and save it anew",
    )


def _all_kinds() -> dict[str, str]:
    return {kind.main: kind.noun for kind in (WORKBOOK, DOCUMENT)} | _OTHERS


def _no_package(data: bytes, name: str, kind: Kind) -> UnreadableFile:
    if not data.strip(b"\0 \r\n"):
        return UnreadableFile(name, "the file is empty", f"Put in {kind.noun}, or remove it")
    if data.startswith(_COMPOUND) and _utf16("EncryptedPackage") in data:
        remedy = f"Open it in {kind.program}, remove the password (File, Info, Protect) and save it"
        return UnreadableFile(name, "it is protected by a password", remedy)
    found = _compound(data) if data.startswith(_COMPOUND) else _flat(data)
    remedy = f"Open it in the program that made it and save it as {kind.ending}, or give it its own ending"
    return UnreadableFile(name, f"it is not {kind.noun} but {found}, whatever its name says", remedy)


_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of old office files, and of new ones that a password protects."""


def _compound(data: bytes) -> str:
    if _utf16("WordDocument") in data:
        return "a Word document of the old format (.doc)"
    if _utf16("Workbook") in data or _utf16("Book") in data:
        return "an Excel workbook of the old format (.xls)"
    return "an office file of an old format"


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


def _flat(data: bytes) -> str:
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"%pdf-" in data[:1024].lower():
        return "a PDF"
    if start.startswith(b"{\\rtf"):
        return "a rich text file (.rtf)"
    if re.match(rb"<!doctype html|<html|<head|<table|<body", start) or b"<html" in start:
        return "a web page (.html)"
    if start.startswith(b"<"):
        return "an XML file"
    return "a text file" if not re.search(rb"[\x00-\x08\x0e-\x1f]", data[:2048]) else "something else"


_DEFAULT_TITLE = re.compile(
    r"(?:untitled|(?:word |excel )?(?:document|workbook|spreadsheet|book|sheet|presentation|template|title))[\s_-]*\d*"
    r"|microsoft (?:word|excel)\b.*|.*\.(?:docx?|dotx?|xlsx?|xltx?|pdf|rtf|odt|ods|html?)|[\W\d_]*",
    re.IGNORECASE,
)


def own_title(title: str | None) -> str | None:
    """A title that somebody gave to a document: programs fill in "Word Document", "Book1" or a file's name."""
    title = " ".join((title or "").split())
    return None if _DEFAULT_TITLE.fullmatch(title) else title
