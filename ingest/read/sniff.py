"""Tells what a file is by its bytes, whatever its name says."""

import re
from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType
from zipfile import ZipFile

from ingest.errors import UnreadableFile
from ingest.read.archive import DAMAGED, DIRECTORY_ENTRY, ENCRYPTED

_HEAD = 4096
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAX_PARTS = 10_000
_MAX_LIST = 2**20

_MAGIC: Mapping[bytes, str] = MappingProxyType(
    {
        b"{\\rtf": "rtf",
        b"\x89PNG\r\n": "picture",
        b"\xff\xd8\xff": "picture",
        b"GIF87a": "picture",
        b"GIF89a": "picture",
        b"II*\0": "picture",
        b"MM\0*": "picture",
        b"\x1f\x8b": "packed",
        b"7z\xbc\xaf\x27\x1c": "packed",
        b"Rar!\x1a\x07": "packed",
        b"\xfd7zXZ\0": "packed",
        b"BZh91AY": "packed",
        b"%!PS": "postscript",
    }
)
_STREAMS = {
    "EncryptedPackage": "protected",
    "WordDocument": "doc",
    "Workbook": "xls",
    "Book": "xls",
    "PowerPoint Document": "ppt",
}
"""Names in the directory of an OLE file, and what has them."""

_MAIN_PARTS = {
    "sheet.binary.macroenabled.main": "xlsb",
    "macroenabled.main": "macros",
    "macroenabledtemplate.main": "macros",
    "wordprocessingml.document.main": "docx",
    "spreadsheetml.sheet.main": "xlsx",
    "wordprocessingml.template.main": "template",
    "spreadsheetml.template.main": "template",
    "presentationml.presentation.main": "pptx",
    "presentationml.slideshow.main": "pptx",
}
"""What the list of contents says of an office file's main part; embedded files lack "main"."""

_OPEN_FORMATS = {
    "vnd.oasis.opendocument.text": "odt",
    "vnd.oasis.opendocument.spreadsheet": "ods",
    "vnd.oasis.opendocument.presentation": "odp",
    "epub+zip": "epub",
}
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|(?:html|head|body|title|meta|link|script|style|base|main|article|section|header|nav|div|table"
    r"|p|h[1-6]|ul|ol|dl|span|center|font|figure)\b)",
    re.IGNORECASE | re.DOTALL,
)
_SAVED_PAGE = re.compile(r"\s*(?:From: <?Saved by|MIME-Version:).*?multipart/related", re.IGNORECASE | re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WIDE = (b"\xff\xfe", b"\xfe\xff")

_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "pdf": ("a PDF", "Rename it to .pdf"),
        "docx": ("a Word document", "Rename it to .docx"),
        "xlsx": ("an Excel workbook", "Rename it to .xlsx"),
        "html": ("a web page", "Rename it to .html"),
        "text": ("plain text", "Rename it to .txt, or to .csv if it is a table"),
        "saved page": ("a web page saved as one file", "Save it as .html"),
        "template": ("a template", "Save it as .docx or .xlsx"),
        "xlsb": ("a binary Excel workbook", "Save it as .xlsx"),
        "pptx": ("a presentation", "Save it as .pdf"),
        "odp": ("a presentation", "Save it as .pdf"),
        "odt": ("an OpenDocument text", "Save it as .docx"),
        "ods": ("an OpenDocument spreadsheet", "Save it as .xlsx"),
        "epub": ("an e-book", "Save it as .html or .pdf"),
        "doc": ("a document of an old Word", "Save it as .docx"),
        "xls": ("a workbook of an old Excel", "Save it as .xlsx"),
        "ppt": ("a presentation of an old PowerPoint", "Save it as .pdf"),
        "ole": ("a file of an old office program", "Save it as .docx or .xlsx"),
        "rtf": ("a rich text document", "Save it as .docx"),
        "postscript": ("a PostScript file", "Save it as .pdf"),
        "picture": ("a picture", "Put in the text it shows"),
        "packed": ("a packed file", "Unpack it and put in what it holds"),
        "zip": ("a zip archive", "Unpack it and put in what it holds"),
    }
)
"""What a file holds in words, and what to do about it."""

_PAGES: frozenset[str | None] = frozenset({"html", "text", None})
_TEXTS = _PAGES | {"empty"}

_ACCEPTED: Mapping[str, frozenset[str | None]] = MappingProxyType(
    {
        ".pdf": frozenset({"pdf"}),
        ".docx": frozenset({"docx"}),
        ".xlsx": frozenset({"xlsx"}),
        ".html": _PAGES,
        ".htm": _PAGES,
    }
)
"""What a file may be by its ending; of endings that are not named any text may be behind."""

_OFFICE = (".docx", ".xlsx")


def kind_of(data: bytes) -> str | None:
    """What a file is: "pdf", "docx", "macros", "protected", "text" …; None where its bytes are of no known kind."""
    if not data.strip(b"\0\t\n\r "):
        return "empty"
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            return kind
    if is_packed(data):
        return _packed_kind(data)
    if data.startswith(_OLE):
        return _ole_kind(data)
    return _text_kind(data)


def is_packed(data: bytes) -> bool:
    """Whether a file is a zip archive, as office files are."""
    return data.startswith(_ZIPS)


def refuse_mismatch(ending: str, data: bytes, name: str) -> None:
    """Raise UnreadableFile where a file is not what its ending says, or cannot be read by anyone as it is."""
    kind = kind_of(data)
    if kind not in _ACCEPTED.get(ending, _TEXTS):
        raise UnreadableFile(name, *_mismatch(ending, kind))


def _mismatch(ending: str, kind: str | None) -> tuple[str, str]:
    match kind:
        case "empty":
            return "the file is empty", "Fill it or remove it"
        case "protected":
            return "it is protected by a password", "Save it without one"
        case "macros":
            good = ending if ending in _OFFICE else ".docx or .xlsx"
            return "it holds macros, which are never opened", f"Save it as {good}, without macros"
        case "broken zip":
            return "it is damaged or cut short", "Open it in its own program and save it anew, or get it again"
        case "zip" if ending in _OFFICE:
            problem = f"it is named {ending} but holds a zip archive of something else, or is damaged"
            return problem, "Unpack it, or open it in its own program and save it anew"
        case None:
            return f"it is named {ending} but holds something else, or is damaged", "Save it anew, or get it again"
    holds, remedy = _WORDS[kind]
    return f"it is named {ending} but holds {holds}", remedy


def _packed_kind(data: bytes) -> str:
    """Bounded whatever is in it: the directory is read only when short, and no more of one part than a list takes."""
    if data.count(DIRECTORY_ENTRY) > _MAX_PARTS:
        return "zip"
    try:
        with ZipFile(BytesIO(data)) as archive:
            if any(entry.flag_bits & ENCRYPTED for entry in archive.infolist()):
                return "protected"
            names = frozenset(archive.namelist())
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                return "macros"
            if "[Content_Types].xml" in names:
                return _named(_MAIN_PARTS, _start_of(archive, "[Content_Types].xml"))
            return _named(_OPEN_FORMATS, _start_of(archive, "mimetype")) if "mimetype" in names else "zip"
    except DAMAGED:
        return "broken zip"


def _start_of(archive: ZipFile, part: str) -> str:
    with archive.open(part) as stream:
        return stream.read(_MAX_LIST).decode("utf-8", "replace").lower()


def _named(kinds: Mapping[str, str], text: str) -> str:
    return next((kind for words, kind in kinds.items() if words in text), "zip")


def _ole_kind(data: bytes) -> str:
    return next((kind for stream, kind in _STREAMS.items() if _has_stream(data, stream)), "ole")


def _has_stream(data: bytes, stream: str) -> bool:
    """Whether an OLE file's directory has a stream: its entries are of 128 bytes and start with 64 for the name."""
    entry = stream.encode("utf-16-le").ljust(64, b"\0")
    at = data.find(entry)
    while at >= 0 and at % 128:
        at = data.find(entry, at + 1)
    return at >= 0


def _text_kind(data: bytes) -> str | None:
    head = data[:_HEAD]
    wide = head.startswith(_WIDE)
    text = head.removeprefix(b"\xef\xbb\xbf").decode("utf-16" if wide else "latin-1", "replace")
    if _PAGE.match(text):
        return "html"
    if _SAVED_PAGE.match(text):
        return "saved page"
    if re.search(rb"%PDF-\d", head[:1024]):  # other bytes before it are allowed
        return "pdf"
    return None if _CONTROL.search(text) else "text"
