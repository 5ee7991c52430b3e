"""Readers that do what a file could make a parser do. A child finds them as "hostile:NAME"."""

import ctypes
import os
import re
import socket
import sys
import time
from datetime import date
from io import BytesIO
from pathlib import Path

from ingest.domain import Contact, Notice, Section, Table
from ingest.errors import UnreadableFile
from ingest.read.document import Document, Metadata


def said(text: str) -> Document:
    return Document(sections=(Section((), text, "hostile"),))


def whole(data: bytes, name: str) -> Document:
    """A document that has everything a document can have."""
    print("what a library prints")
    os.write(1, b"\xff\xfe")
    return Document(
        sections=(
            Section(("Tea", "Über"), "€ 1 \u2028\x00\N{HOT BEVERAGE}", name, 3, ((0, 1), (4, 2))),
            Section((), "", name),
        ),
        tables=(
            Table("T", ("a", "b > c"), (("1", ""), ("2", "3")), name, "USD", ("n",), ("h",), 9, (0, 1), (1, 2)),
            Table("", (), (), name),
        ),
        metadata=Metadata("t", "p", date(2024, 2, 29), "e", "u", "licensed", Contact("n", "r", None, "1", "u")),
        title=None,
        notices=(Notice(name, 7, '"quoted"\n'),),
    )


def nothing(data: bytes, name: str) -> Document:
    return Document()


def length(data: bytes, name: str) -> Document:
    return said(str(len(data)))


def refuse(data: bytes, name: str) -> Document:
    raise UnreadableFile(name, "the table has no end", "End it", 7)


def hoard(data: bytes, name: str) -> Document:
    return said(str(len([bytes(2**20) for _ in range(100_000)])))


def swallow_memory_error(data: bytes, name: str) -> Document:
    try:
        return hoard(data, name)
    except MemoryError as error:
        raise ValueError("could not parse") from error


def abort_for_memory(data: bytes, name: str) -> Document:
    os.write(2, b"memory allocation of 17179869184 bytes failed\n")
    os.abort()


def sleep(data: bytes, name: str) -> Document:
    time.sleep(600)
    return Document()


def stick(data: bytes, name: str) -> Document:
    """In C code that holds the interpreter's lock."""
    return said(str(re.match(r"(a+)+$", "a" * 60 + "b")))


def crash(data: bytes, name: str) -> Document:
    return said(str(ctypes.cast(8, ctypes.POINTER(ctypes.c_char))[0]))


def leave(data: bytes, name: str) -> Document:
    os._exit(0)


def leave_with_status(data: bytes, name: str) -> Document:
    os._exit(9)


def fail(data: bytes, name: str) -> Document:
    raise KeyError("\x1b[31m" + "x" * 1000)


def recurse(data: bytes, name: str) -> Document:
    return recurse(data, name)


def load_numpy(data: bytes, name: str) -> Document:
    import numpy

    return said("0.6 GB are enough" if numpy.zeros(1).size else "")


def lack(data: bytes, name: str) -> Document:
    import no_such_parser  # type: ignore[import-not-found]

    return said(no_such_parser)


def results() -> int:
    """The descriptor the result goes to: the one a taken-over child would look for."""
    return max(number for number in range(3, 20) if _is_pipe(number))


def _is_pipe(number: int) -> bool:
    try:
        os.lseek(number, 0, os.SEEK_CUR)
    except OSError as error:
        return error.errno == 29
    return False


def lie(data: bytes, name: str) -> Document:
    os.write(results(), b'{"document": {"sections": [{"heading": 1}], "tables": 3}}')
    os._exit(0)


def lie_by_pickle(data: bytes, name: str) -> Document:
    os.write(results(), b"\x80\x04\x95\x1a\x00\x00\x00\x00\x00\x00\x00\x8c\x05posix\x94\x8c\x06system\x94\x93\x94.")
    os._exit(0)


def flood(data: bytes, name: str) -> Document:
    while True:
        os.write(results(), b" " * 2**16)


def moan(data: bytes, name: str) -> Document:
    for _ in range(400):
        os.write(2, b"warning\n" * 2**12)
    return said("read")


def hang_up(data: bytes, name: str) -> Document:
    """Close every pipe and stay."""
    os.closerange(0, 20)
    time.sleep(600)
    return Document()


def leave_a_child(data: bytes, name: str) -> Document:
    if os.fork() == 0:
        time.sleep(600)
    os._exit(0)


def write(data: bytes, name: str) -> Document:
    Path(data.decode()).write_text("here")
    return Document()


def call_home(data: bytes, name: str) -> Document:
    with socket.create_connection(("127.0.0.1", int(data)), timeout=2):
        return said("connected")


def tell_surroundings(data: bytes, name: str) -> Document:
    heavy = {"torch", "chromadb", "gradio", "sqlalchemy", "transformers", "numpy"} & sys.modules.keys()
    return said(" ".join((*os.environ, *heavy)))


def tell_modules(data: bytes, name: str) -> Document:
    return said(" ".join(each for each in sys.modules if each.startswith("ingest")))


def pdf(data: bytes, name: str) -> Document:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error):
            raise UnreadableFile(name, "it is protected by a password", "Save it without one") from error
        raise
    return said("".join(page.get_textpage().get_text_range() for page in document))


def word(data: bytes, name: str) -> Document:
    import docx

    return said("\n".join(paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs))


def workbook(data: bytes, name: str) -> Document:
    import openpyxl

    book = openpyxl.load_workbook(BytesIO(data), read_only=True)
    return said(" ".join(str(cell) for sheet in book for row in sheet.values for cell in row))


def page(data: bytes, name: str) -> Document:
    from selectolax.lexbor import LexborHTMLParser

    return said(LexborHTMLParser(data).text())
