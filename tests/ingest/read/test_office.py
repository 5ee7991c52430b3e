import io
import re
import zipfile

import docx
import pytest

from ingest.errors import UnreadableFile
from ingest.read.office import DOCUMENT, WORKBOOK, Kind, open_package, own_title
from tests.ingest.read.office_files import changed, packed, saved, sheet_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


def archive(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name in names:
            package.writestr(name, "<x/>")
    return stream.getvalue()


def good(kind: Kind) -> bytes:
    return packed(sheet_of([["a"]]).parent) if kind == WORKBOOK else saved(docx.Document())


def problem(data: bytes, kind: Kind = WORKBOOK) -> str:
    with pytest.raises(UnreadableFile) as caught:
        open_package(data, f"report{kind.ending}", kind)
    assert caught.value.remedy
    return caught.value.problem


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7\n1 0 obj", "not an Excel workbook but a PDF"),
        (b"\n<!DOCTYPE html><html></html>", "a web page"),
        (b"<?xml version='1.0'?><Workbook/>", "an XML file"),
        (b"{\\rtf1 Tea}", "rich text"),
        (b"Region;2024\nEurope;5\n", "a text file"),
        (b"\x00\x01\x02\x03", "something else"),
        (b"", "empty"),
        (b"\0" * 500, "empty"),
        (OLE + utf16("Workbook"), "old format (.xls)"),
        (OLE + utf16("WordDocument"), "old format (.doc)"),
        (OLE + utf16("PowerPoint Document"), "an old format"),
        (OLE + utf16("EncryptedPackage"), "protected by a password"),
        (archive("xl/workbook.bin"), "a binary Excel workbook"),
        (archive("ppt/presentation.xml"), "a PowerPoint presentation"),
        (archive("content.xml", "mimetype"), "an OpenDocument file"),
        (archive("a.txt"), "an archive of other files"),
    ],
)
def test_what_is_no_workbook_is_named_for_what_it_is(data: bytes, says: str) -> None:
    assert says in problem(data)


def test_a_word_document_named_as_a_workbook_is_named() -> None:
    assert problem(saved(docx.Document())) == "it is not an Excel workbook but a Word document"
    assert "an Excel workbook" in problem(good(WORKBOOK), DOCUMENT)


@pytest.mark.parametrize("kind", [WORKBOOK, DOCUMENT])
def test_a_file_cut_short_is_damaged(kind: Kind) -> None:
    data = good(kind)
    assert "damaged" in problem(data[: len(data) // 2], kind)


@pytest.mark.parametrize("kind", [WORKBOOK, DOCUMENT])
def test_a_wrong_byte_is_noticed(kind: Kind) -> None:
    data = bytearray(good(kind))
    data[len(data) // 3] ^= 0x55
    assert re.search("damaged|not an", problem(bytes(data), kind))


def test_macros_are_refused() -> None:
    data = changed(good(WORKBOOK), {}, {"xl/vbaProject.bin": b"macros"})
    with pytest.raises(UnreadableFile, match=r"holds macros.*save it as \.xlsx, without macros"):
        open_package(data, "report.xlsx", WORKBOOK)


def test_the_strict_variant_is_named() -> None:
    data = changed(good(DOCUMENT), {"word/document.xml": lambda xml: xml + b"<!-- http://purl.oclc.org/ooxml/x -->"})
    assert "Strict" in problem(data, DOCUMENT)


@pytest.mark.parametrize(
    "title", [None, "", "  ", "untitled", "Word Document", "Document1", "Book1", "Microsoft Word - x", "tea.docx", "12"]
)
def test_a_title_that_a_program_filled_in_is_none(title: str | None) -> None:
    assert own_title(title) is None


def test_a_title_that_somebody_gave_is_kept() -> None:
    assert own_title(" Tea  Market 2025 ") == "Tea Market 2025"
    assert own_title("Documents and Records Management") == "Documents and Records Management"
