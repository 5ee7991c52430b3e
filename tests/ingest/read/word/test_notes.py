import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.read.word.reader import read_word
from tests.ingest.read.office_files import saved

NOTES = {1: "Estimated.", 2: "Source: Acme", 3: "Without tax."}


def document_with_notes() -> docx.document.Document:
    document = docx.Document()
    notes = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
        for number, text in NOTES.items()
    )
    separator = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote>'
    xml = f"<w:footnotes {nsdecls('w')}>{separator}{notes}</w:footnotes>"
    part = Part(PackURI("/word/footnotes.xml"), "application/xml", xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return document


def refer(paragraph: docx.text.paragraph.Paragraph, number: int) -> None:
    paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="{number}"/></w:r>'))


def test_a_paragraphs_footnote_follows_it() -> None:
    document = document_with_notes()
    refer(document.add_paragraph("Sales were USD 4 billion."), 1)
    document.add_paragraph("They grew.")
    (section,) = read_word(saved(document), "report.docx").sections
    assert section.text == "Sales were USD 4 billion.\n\nNote: Estimated.\n\nThey grew."


def test_footnotes_of_a_table_and_of_its_caption_are_its_notes() -> None:
    document = document_with_notes()
    refer(document.add_paragraph("Table 1: Sales", style="Caption"), 2)
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ["Region", "2024", "Europe", "5.1"], strict=True):
        cell.text = text
    refer(table.cell(1, 1).paragraphs[0], 3)
    document.add_paragraph("They grew.")
    (found,) = read_word(saved(document), "report.docx").tables
    assert (found.title, found.rows) == ("Table 1: Sales", (("Europe", "5.1"),))
    assert found.notes == ("Source: Acme", "Note: Without tax.")


def test_footnotes_of_a_list_follow_the_list() -> None:
    document = document_with_notes()
    refer(document.add_paragraph("Tea", style="List Bullet"), 1)
    document.add_paragraph("Coffee", style="List Bullet")
    (section,) = read_word(saved(document), "report.docx").sections
    assert section.text == "- Tea\n- Coffee\n\nNote: Estimated."
