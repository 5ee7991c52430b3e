from zipfile import ZIP_STORED

import pytest

from ingest.errors import UnreadableFile
from ingest.read.archive import check_archive
from ingest.read.limits import Limits
from tests.ingest.read.broken import DOCUMENT, GOOD, MEGABYTE, good_docx, with_named_part, with_parts, with_text

DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]><svg/>'


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
def test_a_good_archive_passes(ending: str) -> None:
    check_archive(GOOD[ending](), f"tea{ending}", Limits())


@pytest.mark.parametrize(
    ("part", "data"),
    [
        ("word/embeddings/chart1.xlsx", GOOD[".xlsx"]()),
        ("word/embeddings/object.bin", GOOD[".xlsx"]()),
        ("word/media/logo.svg", DOCTYPE),
        ("word/afchunk.html", b"<!DOCTYPE html><html/>"),
        ("word/media/empty.png", b""),
        ("word/media/picture.png", b"\x89PNG <!DOCTYPE"),
        ("word/legacy.xml", b'<?xml version="1.0" encoding="windows-1252"?><x/>'),
        ("word/even.xml", b"<x>" + b" " * (3 * MEGABYTE) + b"</x>"),
    ],
)
def test_what_office_programs_write_passes(part: str, data: bytes) -> None:
    check_archive(with_parts(good_docx(), {part: data}), "tea.docx", Limits())


def test_a_declaration_across_two_pieces_is_seen() -> None:
    for gap in range(2**16 - 12, 2**16 + 2):
        part = b"<?xml version='1.0'?>".ljust(gap) + b"<!DOCTYPE d><d/>"
        with pytest.raises(UnreadableFile, match="declares entities"):
            check_archive(with_parts(good_docx(), {"word/x.xml": part}, ZIP_STORED), "tea.docx", Limits())


def test_pictures_as_large_as_they_are_pass_where_the_same_size_unpacked_would_not() -> None:
    padded = with_text(good_docx(), DOCUMENT, b"<w:body>", b"<w:body>" + b"<w:p/>" * MEGABYTE)
    with pytest.raises(UnreadableFile, match="unpacks to more than 300 times its size"):
        check_archive(padded, "tea.docx", Limits())


@pytest.mark.parametrize("name", ["word/..hidden.xml", "word/a..b.xml", "word/c:x.xml"])
def test_names_that_only_look_like_ways_out_pass(name: str) -> None:
    check_archive(with_named_part(good_docx(), name), "tea.docx", Limits())


def test_parts_are_counted_before_they_are_listed() -> None:
    with pytest.raises(UnreadableFile, match="an archive of 20,000 parts, 10,000 at most"):
        check_archive(b"PK\x01\x02" * 20_000, "tea.docx", Limits())


@pytest.mark.parametrize("share", range(0, 100, 3))
def test_an_archive_cut_anywhere_is_told_to_be_damaged(share: int) -> None:
    data = good_docx()
    with pytest.raises(UnreadableFile, match="damaged or cut short"):
        check_archive(data[: len(data) * share // 100], "tea.docx", Limits())
