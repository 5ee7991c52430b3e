"""Files that are broken, hostile, or not what they are named, made from small good ones."""

import zlib
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

import docx
import openpyxl
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

MEGABYTE = 2**20
TEXT = "The tea market was worth USD 4.2 billion in 2024."


@dataclass(frozen=True, slots=True)
class Broken:
    """A file that cannot be read and what must be said of it (a pattern); ``may_be_read``: a robust reader can."""

    label: str
    name: str
    data: bytes
    says: str = ""
    may_be_read: bool = False


@cache
def good_pdf(password: str | None = None) -> bytes:
    stream = BytesIO()
    canvas = Canvas(stream, encrypt=StandardEncryption(password) if password else None)
    for page in range(3):
        for line in range(20):  # each page says something else, or it would be taken for its running head
            canvas.drawString(72, 700 - 14 * line, f"{TEXT} In region {20 * page + line} it grew by {line + 2}%.")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


@cache
def good_docx() -> bytes:
    stream = BytesIO()
    document = docx.Document()
    document.add_heading("Tea", 1)
    document.add_paragraph(TEXT)
    document.save(stream)
    return stream.getvalue()


@cache
def good_xlsx() -> bytes:
    stream = BytesIO()
    book = openpyxl.Workbook()
    for row in (("Year", "USD billion"), (2024, 4.2), (2025, 4.6)):
        book.worksheets[0].append(row)
    book.save(stream)
    return stream.getvalue()


GOOD: Mapping[str, Callable[[], bytes]] = {
    ".pdf": good_pdf,
    ".docx": good_docx,
    ".xlsx": good_xlsx,
    ".html": lambda: f"<!DOCTYPE html><html><body><h1>Tea</h1><p>{TEXT}</p></body></html>".encode(),
}
DOCUMENT, SHEET = "word/document.xml", "xl/worksheets/sheet1.xml"


def with_parts(archive: bytes, parts: Mapping[str, bytes], packing: int = ZIP_DEFLATED) -> bytes:
    """An archive with some parts added or put in the place of others."""
    stream = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(stream, "w", packing) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, data in parts.items():
            new.writestr(name, data)
    return stream.getvalue()


def with_text(archive: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """An archive with a text in one of its parts replaced."""
    with ZipFile(BytesIO(archive)) as opened:
        found = opened.read(part)
    assert old in found
    return with_parts(archive, {part: found.replace(old, new)})


def ole(*streams: str) -> bytes:
    """The start of a file as old office programs and encryption write them: a header and a directory."""
    entries = [name.encode("utf-16-le").ljust(64, b"\0") + b"\1" * 64 for name in ("Root Entry", *streams)]
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + b"".join(entries).ljust(1024, b"\0")


def understated(archive: bytes, part: str) -> bytes:
    """An archive that declares a part to unpack to 100 bytes."""
    with ZipFile(BytesIO(archive)) as opened:
        entry = opened.getinfo(part)
    size = entry.file_size.to_bytes(4, "little")
    assert archive.count(size) == 2
    return archive.replace(size, (100).to_bytes(4, "little"))


def overlapping(archive: bytes) -> bytes:
    """An archive whose directory names one part's bytes a hundred times."""
    stream = BytesIO(archive)
    with ZipFile(stream, "a") as opened:
        entry = opened.getinfo(DOCUMENT)
        for number in range(100):
            again = copy(entry)
            again.filename = again.orig_filename = f"word/part{number}.xml"
            opened.filelist.append(again)
        opened.writestr("word/last.xml", b"<last/>")
    return stream.getvalue()


def marked_as_encrypted(archive: bytes) -> bytes:
    stream = BytesIO(archive)
    with ZipFile(stream, "a") as opened:
        opened.getinfo(DOCUMENT if DOCUMENT in opened.namelist() else SHEET).flag_bits |= 1
        opened.writestr("last.xml", b"<last/>")
    return stream.getvalue()


def billion_laughs(encoding: str = "utf-8", declared: str = "UTF-8") -> bytes:
    levels = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))
    text = f'<?xml version="1.0" encoding="{declared}"?><!DOCTYPE d [<!ENTITY l0 "ha">{levels}]><d>&l9;</d>'
    return text.encode(encoding)


def pdf_of(objects: list[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1, the first its root; readers must find them without a table."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer\n<< /Root 1 0 R >>\n%%EOF\n"


def pdf_pages(pages: bytes, content: bytes = b"", filters: bytes = b"") -> bytes:
    stream = b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), filters, content)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>"
    return pdf_of([b"<< /Type /Catalog /Pages 2 0 R >>", pages, page, stream])


def flate_bomb(megabytes: int) -> bytes:
    """Zeros packed twice."""
    packer = zlib.compressobj(1)
    return zlib.compress(b"".join(packer.compress(bytes(MEGABYTE)) for _ in range(megabytes)) + packer.flush())


def broken_files() -> list[Broken]:
    return [*_cut(), *_flipped(), *_empty(), *_misnamed(), *_protected(), *_archives(), *_hostile()]


def _cut() -> Iterator[Broken]:
    for ending in (".pdf", ".docx", ".xlsx"):
        data = GOOD[ending]()
        for share in (10, 50, 90):
            yield Broken(f"cut at {share} %", f"cut{ending}", data[: len(data) * share // 100], may_be_read=share > 10)
        yield Broken("cut before its end", f"cut{ending}", data[:-10], may_be_read=ending == ".pdf")
        yield Broken("one byte", f"cut{ending}", data[:1], "named|damaged")


def _flipped() -> Iterator[Broken]:
    for ending in (".pdf", ".docx", ".xlsx"):
        for share in (5, 30, 70, 97):
            data = bytearray(GOOD[ending]())
            start = len(data) * share // 100
            data[start : start + 24] = bytes(byte ^ 0x55 for byte in data[start : start + 24])
            yield Broken(f"flipped at {share} %", f"flipped{ending}", bytes(data), may_be_read=True)


def _empty() -> Iterator[Broken]:
    for ending in (".pdf", ".docx", ".xlsx", ".html"):
        yield Broken("empty", f"empty{ending}", b"", "empty")
    yield Broken("zeros", "zeros.pdf", bytes(5000), "empty")
    yield Broken("a page of spaces", "spaces.html", b" \r\n" * 9, "empty")


def _misnamed() -> Iterator[Broken]:
    pdf, word, book, page = (make() for make in GOOD.values())
    plain = with_parts(word, {})
    bare = BytesIO()
    with ZipFile(bare, "w") as opened:
        opened.writestr("readme.txt", "tea")
    yield Broken("web page", "a.pdf", page, "holds a web page. Rename it to .html")
    yield Broken("web page", "a.docx", page, "holds a web page")
    yield Broken("web page", "a.xlsx", page, "holds a web page")
    yield Broken("Word", "a.pdf", plain, "holds a Word document. Rename it to .docx")
    yield Broken("Word", "a.html", word, "holds a Word document")
    yield Broken("Word", "a.xlsx", word, "holds a Word document")
    yield Broken("Excel", "a.docx", book, "holds an Excel workbook. Rename it to .xlsx")
    yield Broken("PDF", "a.docx", pdf, "holds a PDF. Rename it to .pdf")
    yield Broken("PDF", "a.html", pdf, "holds a PDF")
    yield Broken("zip", "a.docx", bare.getvalue(), "holds a zip archive of something else, or is damaged. Unpack it")
    yield Broken("picture", "a.pdf", b"\x89PNG\r\n\x1a\n" + bytes(99), "holds a picture")
    yield Broken("picture", "a.html", b"\xff\xd8\xff\xe0" + bytes(99), "holds a picture")
    yield Broken("gzip", "a.xlsx", b"\x1f\x8b\x08" + bytes(99), "holds a packed file")
    yield Broken("text", "a.pdf", TEXT.encode(), "holds plain text. Rename it to .txt")
    yield Broken("rich text", "a.docx", b"{\\rtf1 tea}", "holds a rich text document. Save it as .docx")
    yield Broken("noise", "a.pdf", bytes(range(256)) * 9, "named .pdf but holds something else")
    yield Broken("old Word", "a.docx", ole("WordDocument"), "old Word. Save it as .docx")
    yield Broken("old Excel", "a.xlsx", ole("Workbook"), "old Excel. Save it as .xlsx")


def _protected() -> Iterator[Broken]:
    yield Broken("PDF", "locked.pdf", good_pdf("secret"), "protected by a password")
    yield Broken("Word", "locked.docx", ole("EncryptionInfo", "EncryptedPackage"), "password. Save it without one")
    yield Broken("Excel", "locked.xlsx", ole("EncryptionInfo", "EncryptedPackage"), "password. Save it without one")
    yield Broken("zip", "locked.docx", marked_as_encrypted(good_docx()), "protected by a password")
    macros = {"word/vbaProject.bin": ole("VBA")}
    yield Broken("macros", "macros.docx", with_parts(good_docx(), macros), "holds macros, .* as .docx, without")
    main = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    enabled = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    book = with_text(good_xlsx(), "[Content_Types].xml", main, enabled)
    yield Broken("macros", "macros.xlsx", book, "holds macros")


def _archives() -> Iterator[Broken]:
    word, book = good_docx(), good_xlsx()
    bomb = with_text(word, DOCUMENT, b"<w:body>", b"<w:body>" + b"<w:p/>" * (21 * MEGABYTE))
    yield Broken("bomb", "bomb.docx", bomb, "unpacks to more than")
    yield Broken("bomb that lies", "liar.docx", understated(bomb, DOCUMENT), "unpacks to more than")
    rows = b"<row/>" * MEGABYTE
    small_bomb = with_text(book, SHEET, b"<sheetData>", b"<sheetData>" + rows)
    yield Broken("small bomb", "bomb.xlsx", small_bomb, "300 times its size")
    parts = {f"xl/media/{number}.bin": bytes(3 * MEGABYTE) for number in range(50)}
    yield Broken("bomb of many parts", "parts.xlsx", with_parts(book, parts), "unpacks to more than")
    yield Broken("overlapping parts", "overlap.docx", overlapping(word), "parts of it lie over each other")
    many = {f"word/media/{number}.txt": b"" for number in range(10_001)}
    yield Broken("very many parts", "many.docx", with_parts(word, many, ZIP_STORED), "archive")
    yield Broken("archive inside", "nested.docx", with_parts(word, {"word/more.zip": book}), "another archive in it")
    for name in ("/etc/passwd", "../../evil.xml", "C:\\evil.xml", "word\\..\\..\\evil.xml"):
        yield Broken(f"part {name}", "outside.docx", with_named_part(word, name), "would lie outside")
    yield Broken("packed otherwise", "lzma.docx", with_parts(word, {"word/x.xml": b"<x/>" * 99}, ZIP_LZMA), "packed in")
    yield Broken("no parts", "none.xlsx", b"PK\x05\x06" + bytes(18), "zip archive|nothing in it")
    shared = "xl/sharedStrings.xml"
    yield Broken("laughs", "laughs.docx", with_parts(word, {DOCUMENT: billion_laughs()}), "declares entities")
    yield Broken("laughs", "laughs.xlsx", with_parts(book, {shared: billion_laughs()}), "declares entities")
    wide = billion_laughs("utf-16", "UTF-16")
    yield Broken("wide laughs", "laughs.docx", with_parts(word, {DOCUMENT: wide}), "declares entities")
    hidden = billion_laughs("utf-7", "UTF-7").replace(b"<!", b"+ADwAIQ-")
    yield Broken("hidden laughs", "laughs.docx", with_parts(word, {DOCUMENT: hidden}), "an encoding")


def with_named_part(archive: bytes, name: str) -> bytes:
    stream = BytesIO(archive)
    with ZipFile(stream, "a") as opened:
        entry = ZipInfo("x")
        entry.filename = name  # past the constructor, which would put the separators right
        opened.writestr(entry, b"<x/>")
    return stream.getvalue()


def _hostile() -> Iterator[Broken]:
    kids = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
    yield Broken("pages without end", "count.pdf", pdf_pages(kids.replace(b"1 /K", b"2147483647 /K")), may_be_read=True)
    yield Broken("pages in a ring", "ring.pdf", pdf_pages(kids.replace(b"3 0", b"2 0")), may_be_read=True)
    twice = b"/Filter [/FlateDecode /FlateDecode]"
    yield Broken("flate bomb", "bomb.pdf", pdf_pages(kids, flate_bomb(1500), twice), may_be_read=True)
    deep = b"[" * 200_000
    yield Broken(
        "deep arrays", "deep.pdf", pdf_pages(kids.replace(b"/Count", b"/X %s /Count" % deep)), may_be_read=True
    )
    yield Broken(
        "a stream longer than the file", "long.pdf", pdf_pages(kids, b"0", b"/Length 999999999"), may_be_read=True
    )
    yield Broken("nested page", "deep.html", b"<html>" + b"<div><b>" * 300_000 + b"tea", may_be_read=True)
    yield Broken("nested tables", "tables.html", b"<html>" + b"<table><tr><td>" * 50_000, may_be_read=True)
    wide = b"<html><table><tr><td colspan=1000 rowspan=65534>x</td></tr>" + b"<tr><td colspan=1000>x" * 9999
    yield Broken("cells that span everything", "span.html", wide, may_be_read=True)
    sparse = b'<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    corners = with_text(with_text(good_xlsx(), SHEET, b"<sheetData>", sparse), SHEET, b"A1:B3", b"A1:XFD1048576")
    yield Broken("two cells at the corners", "sparse.xlsx", corners, may_be_read=True)
    row = b"<row>" + b"".join(b"<c><v>%d</v></c>" % number for number in range(MEGABYTE // 4)) + b"</row>"
    columns = with_text(good_xlsx(), SHEET, b"<sheetData>", b"<sheetData>" + row)
    yield Broken("a row of very many columns", "wide.xlsx", columns, may_be_read=True)
    paragraphs = b"<w:p>" * 100_000
    deep_word = with_text(good_docx(), DOCUMENT, b"<w:body>", b"<w:body>" + paragraphs)
    yield Broken("nested paragraphs", "deep.docx", deep_word)
