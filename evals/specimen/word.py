"""The edition as a word processor's document: heading and caption styles, lists, and tables with merged headers."""

import io
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as Doc
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.shared import Pt

from evals.specimen.archive import repack
from evals.specimen.edition import MARK, Asked, Block, Bullets, Edition, Heading, Paragraph
from evals.specimen.table import SpecimenTable
from evals.specimen.word_table import table_xml


def write_docx(edition: Edition, file: Path) -> None:
    """Write the file."""
    document = Document()
    _prepare(document, edition)
    document.add_heading(edition.title, level=0)
    document.add_paragraph(MARK, style="Subtitle")
    document.add_paragraph(f"Published {edition.published}")
    _contents(document, edition)
    for block in edition.blocks:
        _add(block, document, edition)
    packed = io.BytesIO()
    document.save(packed)
    repack(packed.getvalue(), file, edition.published)


def _prepare(document: Doc, edition: Edition) -> None:
    section = document.sections[0]
    wide, high = edition.layout.page
    section.page_width, section.page_height = Pt(wide), Pt(high)
    section.orientation = WD_ORIENT.LANDSCAPE if wide > high else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Pt(48)
    section.header.paragraphs[0].text = edition.title
    section.footer.paragraphs[0].text = MARK
    facts = document.core_properties
    facts.author, facts.title = edition.market.publisher, edition.title
    facts.created = facts.modified = datetime.fromisoformat(edition.published)


def _contents(document: Doc, edition: Edition) -> None:
    document.add_paragraph("Table of contents", style="TOC Heading")
    for block in edition.blocks:
        if isinstance(block, Heading) and block.level < 3:
            document.add_paragraph(block.text).paragraph_format.left_indent = Pt(12 * (block.level - 1))
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _add(block: Block, document: Doc, edition: Edition) -> None:
    match block:
        case Heading():
            document.add_heading(block.text, level=block.level)
        case Paragraph():
            document.add_paragraph(block.text)
            if block.footnote:
                _note(document, block.footnote)
        case Bullets():
            document.add_paragraph(block.lead)
            for item in block.items:
                document.add_paragraph(item.text, style="List Bullet")
        case Asked():
            document.add_heading(block.question, level=3)
            document.add_paragraph(block.answer.text)
        case SpecimenTable():
            _table(block, document, edition)


def _table(table: SpecimenTable, document: Doc, edition: Edition) -> None:
    document.add_paragraph(table.caption, style="Caption").paragraph_format.keep_with_next = True
    if table.unit_line:
        _note(document, table.unit_line)
    below = document.add_paragraph()
    below._p.addprevious(parse_xml(table_xml(table, edition.layout)))
    below.paragraph_format.space_after = Pt(2)
    for note in table.notes:
        _note(document, note)


def _note(document: Doc, text: str) -> None:
    run = document.add_paragraph().add_run(text)
    run.italic = True
    run.font.size = Pt(7.5)
