"""Opens the packages of office programs, once it is known that they are some."""

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
    """A kind of document: its main part, the ending of files that hold it, and the program that writes them."""

    main: str
    ending: str
    program: str


WORKBOOK = Kind("xl/workbook.xml", ".xlsx", "Excel")
DOCUMENT = Kind("word/document.xml", ".docx", "Word")


def open_package(data: bytes, name: str, kind: Kind) -> zipfile.ZipFile:
    """The package, every part of it whole. Raises UnreadableFile."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        broken = package.testzip()
        main = package.read(kind.main)
    except DAMAGE as error:
        raise damaged(name, kind) from error
    if broken is not None:
        raise damaged(name, kind)
    if b"purl.oclc.org/ooxml" in main:
        again = f"Open it in {kind.program} and save it as {kind.ending}, not as Strict"
        raise UnreadableFile(name, "it is saved as Strict Open XML, which cannot be read", again)
    return package


def damaged(name: str, kind: Kind) -> UnreadableFile:
    """The error of a file that is cut short or damaged."""
    return UnreadableFile(
        name,
        "the file is damaged or only part of it is there",
        f"Copy it again, or open it in {kind.program} and save it anew",
    )


_DEFAULT_TITLE = re.compile(
    r"(?:untitled|(?:word |excel )?(?:document|workbook|spreadsheet|book|sheet|presentation|template|title))[\s_-]*\d*"
    r"|microsoft (?:word|excel)\b.*|.*\.(?:docx?|dotx?|xlsx?|xltx?|pdf|rtf|odt|ods|html?)|[\W\d_]*",
    re.IGNORECASE,
)


def own_title(title: str | None) -> str | None:
    """A title that somebody gave to a document: programs fill in "Word Document", "Book1" or a file's name."""
    title = " ".join((title or "").split())
    return None if _DEFAULT_TITLE.fullmatch(title) else title
