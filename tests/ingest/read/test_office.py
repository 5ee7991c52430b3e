import io
import zipfile

import docx
import pytest

from ingest.errors import UnreadableFile
from ingest.read.office import DOCUMENT, WORKBOOK, Kind, open_package, own_title
from tests.ingest.read.office_files import changed, packed, saved, sheet_of


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


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", archive("a.txt"), saved(docx.Document())])
def test_what_lacks_the_main_part_of_its_kind_is_damaged(data: bytes) -> None:
    assert "damaged" in problem(data)


@pytest.mark.parametrize("kind", [WORKBOOK, DOCUMENT])
def test_a_file_cut_short_is_damaged(kind: Kind) -> None:
    data = good(kind)
    assert "damaged" in problem(data[: len(data) // 2], kind)


@pytest.mark.parametrize("kind", [WORKBOOK, DOCUMENT])
def test_a_wrong_byte_is_noticed(kind: Kind) -> None:
    data = bytearray(good(kind))
    data[len(data) // 3] ^= 0x55
    assert "damaged" in problem(bytes(data), kind)


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
