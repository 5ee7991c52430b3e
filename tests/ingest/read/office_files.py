"""Builds workbooks and Word documents in memory, and changes what is stored in them."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet


def packed(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def sheet_of(rows: Iterable[Sequence[object]], title: str = "Sheet1") -> Worksheet:
    """The lone sheet of a new workbook, filled with rows from A1 on; None leaves a cell empty."""
    sheet = Workbook().active
    sheet.title = title
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if value is not None:
                sheet.cell(number, column, value)
    return sheet


def saved(document: Document) -> bytes:
    """The bytes of a Word document."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def word_body(xml: str) -> bytes:
    """A Word document whose body is written in Word's own marks ("w:")."""
    document = docx.Document()
    spaces = nsdecls("w", "r", "m", "wp")
    more = (
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    for child in list(parse_xml(f"<w:body {spaces} {more}>{xml}</w:body>")):
        document.element.body.insert(len(document.element.body) - 1, child)
    return saved(document)


def changed(
    data: bytes, parts: Mapping[str, Callable[[bytes], bytes]], added: Mapping[str, bytes] | None = None
) -> bytes:
    """A package with some of its parts changed and others added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, parts[name](content) if name in parts else content)
        for name, content in (added or {}).items():
            new.writestr(name, content)
    return stream.getvalue()
