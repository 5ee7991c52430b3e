"""Reads Word documents."""

import io
import zipfile

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from lxml import etree

from ingest.errors import UnreadableFile
from ingest.read.document import Document, Metadata
from ingest.read.office import DOCUMENT, damaged, open_package, own_title
from ingest.read.outline import outline, title_of_page
from ingest.read.word.blocks import WordPage
from ingest.read.word.notes import notes_in
from ingest.read.word.styles import styles_in


def read_word(data: bytes, name: str) -> Document:
    """Read a Word document as it is printed: without deletions, contents, page headers. Raises UnreadableFile."""
    open_package(data, name, DOCUMENT)
    try:
        document = docx.Document(io.BytesIO(data))
        page = _page(document)
        title = own_title(document.core_properties.title)
    except _BROKEN as error:
        raise damaged(name, DOCUMENT) from error
    blocks = page.finished()
    if not blocks:
        raise UnreadableFile(name, "there is no text and no table in it", "Put in a document that has, or remove it")
    sections, tables = outline(blocks, name)
    return Document(sections, tables, Metadata(title=title), title_of_page(blocks))


_BROKEN = (zipfile.BadZipFile, OpcError, etree.LxmlError, LookupError, ValueError, TypeError, AttributeError, OSError)
"""What python-docx was seen to raise over parts whose XML is not as it should be."""


def _page(document: WordDocument) -> WordPage:
    styles = styles_in(document.styles.element)
    page = WordPage(styles, notes_in(document, styles))
    page.read(document.element.body)
    return page
