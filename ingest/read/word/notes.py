"""Reads a Word document's footnotes and endnotes."""

from collections.abc import Mapping

from docx.document import Document
from lxml import etree

from ingest.read.captions import is_note
from ingest.read.word.marks import W
from ingest.read.word.styles import Styles, paragraph_style
from ingest.read.word.text import paragraph_text

Notes = Mapping[tuple[str, str], str]
"""The lines that notes are read as, by kind ("footnote") and id."""


def notes_in(document: Document, styles: Styles) -> Notes:
    """The notes of a document, each as a line that says it is one."""
    return {
        (kind, note.get(f"{W}id", "")): line
        for kind in ("footnote", "endnote")
        for root in _roots(document, kind)
        for note in root.iter(f"{W}{kind}")
        if (line := _line(note, styles)) and note.get(f"{W}type") in (None, "normal")
    }


def _roots(document: Document, kind: str) -> list[etree._Element]:
    # python-docx has no name for these parts
    related = [relation for relation in document.part.rels.values() if not relation.is_external]
    parts = [relation.target_part for relation in related if relation.reltype.endswith(f"/{kind}s")]
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return [etree.fromstring(part.blob, parser) for part in parts]


def _line(note: etree._Element, styles: Styles) -> str:
    paragraphs = note.iter(f"{W}p")
    texts = [paragraph_text(paragraph, paragraph_style(paragraph, styles), styles).line for paragraph in paragraphs]
    text = " ".join(filter(None, texts))
    return text if not text or is_note(text) else f"Note: {text}"
