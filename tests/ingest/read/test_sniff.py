from io import BytesIO
from zipfile import ZipFile

import pytest

from ingest.errors import UnreadableFile
from ingest.read.sniff import is_packed, kind_of, refuse_mismatch
from tests.ingest.read.broken import GOOD, good_docx, good_xlsx, marked_as_encrypted, ole, with_parts, with_text

TYPES = "[Content_Types].xml"
WORD_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def archive(**parts: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as opened:
        for name, data in parts.items():
            opened.writestr(name, data)
    return stream.getvalue()


def retyped(main: bytes) -> bytes:
    return with_text(good_docx(), TYPES, WORD_MAIN, main)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (GOOD[".pdf"](), "pdf"),
        (b"junk before\n%PDF-1.4\n", "pdf"),
        (good_docx(), "docx"),
        (good_xlsx(), "xlsx"),
        (retyped(b"application/vnd.ms-word.document.macroEnabled.main+xml"), "macros"),
        (with_parts(good_xlsx(), {"xl/vbaProject.bin": b"x"}), "macros"),
        (retyped(b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"), "pptx"),
        (retyped(b"application/vnd.ms-excel.sheet.binary.macroEnabled.main"), "xlsb"),
        (retyped(b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"), "template"),
        (archive(mimetype=b"application/vnd.oasis.opendocument.text"), "odt"),
        (archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "ods"),
        (archive(mimetype=b"application/epub+zip"), "epub"),
        (archive(readme=b"tea"), "zip"),
        (good_docx()[:-30], "broken zip"),
        (marked_as_encrypted(good_docx()), "protected"),
        (ole("EncryptionInfo", "EncryptedPackage"), "protected"),
        (ole("WordDocument"), "doc"),
        (ole("Workbook"), "xls"),
        (ole("Book"), "xls"),
        (ole("Other"), "ole"),
        (GOOD[".html"](), "html"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- saved -->\n<html>', "html"),
        ("<!DOCTYPE html><p>Tea".encode("utf-16"), "html"),
        (b"<table><tr><td>1", "html"),
        (b"From: <Saved by Blink>\nContent-Type: multipart/related;", "saved page"),
        (b"{\\rtf1}", "rtf"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe1", "picture"),
        (b"\x1f\x8b\x08", "packed"),
        (b"", "empty"),
        (b"\r\n \0\0", "empty"),
        ("Tea costs € 4.".encode(), "text"),
        ("Tea costs € 4.".encode("cp1252"), "text"),
        ("Tea".encode("utf-16"), "text"),
        (b"BZhang & Co. sell tea", "text"),
        (b"<thead of state> says", "text"),
        (bytes(range(256)), None),
    ],
    ids=lambda value: str(len(value) if isinstance(value, bytes) else value),  # some bytes have the time in them
)
def test_a_file_is_known_by_its_bytes(data: bytes, kind: str | None) -> None:
    assert kind_of(data) == kind


def test_a_workbook_with_macros_inside_a_document_does_not_make_it_one() -> None:
    default = b'<Default Extension="xlsm" ContentType="application/vnd.ms-excel.sheet.macroEnabled.12"/></Types>'
    assert kind_of(with_text(good_docx(), TYPES, b"</Types>", default)) == "docx"


def test_the_text_of_an_old_document_does_not_make_it_protected() -> None:
    spoken = ole("WordDocument") + b"\0\0" + "EncryptedPackage".encode("utf-16-le") + bytes(200)
    assert kind_of(spoken) == "doc"


@pytest.mark.parametrize("ending", GOOD)
def test_a_file_that_is_what_its_ending_says_passes(ending: str) -> None:
    refuse_mismatch(ending, GOOD[ending](), f"tea{ending}")


@pytest.mark.parametrize("data", [b"Tea", b"<p>Tea", b"", bytes(range(256)), "Tea".encode("utf-16-le")])
@pytest.mark.parametrize("ending", [".md", ".txt", ".csv", ".tsv"])
def test_endings_of_text_leave_text_to_its_reader(ending: str, data: bytes) -> None:
    refuse_mismatch(ending, data, f"tea{ending}")


@pytest.mark.parametrize("ending", [".md", ".csv"])
def test_a_workbook_named_as_text_is_told(ending: str) -> None:
    with pytest.raises(UnreadableFile, match=f"named {ending} but holds an Excel workbook. Rename it to .xlsx"):
        refuse_mismatch(ending, good_xlsx(), f"tea{ending}")


def test_office_files_are_packed() -> None:
    assert is_packed(good_docx()) and not is_packed(GOOD[".pdf"]())
