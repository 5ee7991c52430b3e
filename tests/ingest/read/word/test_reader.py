import contextlib

import docx
import pytest
from docx.document import Document as WordDocument
from docx.shared import Pt

from ingest.errors import UnreadableFile
from ingest.read.document import Document
from ingest.read.word.reader import read_word
from tests.ingest.read.office_files import changed, saved, word_body


def read(document: WordDocument) -> Document:
    return read_word(saved(document), "report.docx")


def body(xml: str) -> Document:
    return read_word(word_body(xml), "report.docx")


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def texts(document: Document) -> str:
    return "\n\n".join(section.text for section in document.sections)


def add_table(document: WordDocument, rows: list[list[str]]) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, row, strict=True):
            cell.text = text


SALES = [["Region", "2024"], ["Europe", "5.1"], ["Asia", "6.2"]]


def test_headings_stand_below_the_title() -> None:
    document = docx.Document()
    document.add_heading("Tea Market", 0)
    document.add_heading("Overview", 1)
    document.add_paragraph("It grew.")
    document.add_heading("Europe", 2)
    document.add_paragraph("It grew more.")
    found = read(document)
    assert found.title == "Tea Market"
    assert [(section.heading, section.text) for section in found.sections] == [
        (("Tea Market", "Overview"), "It grew."),
        (("Tea Market", "Overview", "Europe"), "It grew more."),
    ]


def test_a_lone_first_heading_is_the_title_and_of_several_each_is_a_chapter() -> None:
    document = docx.Document()
    document.add_heading("Tea Market", 1)
    document.add_heading("Overview", 2)
    document.add_paragraph("It grew.")
    assert read(document).title == "Tea Market"
    document.add_heading("Outlook", 1)
    document.add_paragraph("It will grow.")
    found = read(document)
    assert found.title is None
    assert [section.heading for section in found.sections] == [("Tea Market", "Overview"), ("Outlook",)]


def test_the_title_somebody_gave_the_document_is_the_reports() -> None:
    document = docx.Document()
    document.add_paragraph("It grew.")
    assert read(document).metadata.title is None
    document.core_properties.title = "Tea Market 2025"
    assert read(document).metadata.title == "Tea Market 2025"


def test_lists_are_read_with_their_levels() -> None:
    document = docx.Document()
    document.add_paragraph("Drivers:")
    document.add_paragraph("Demand", style="List Bullet")
    document.add_paragraph("Green tea", style="List Bullet 2")
    document.add_paragraph("Prices", style="List Number")
    assert texts(read(document)) == "Drivers:\n\n- Demand\n  - Green tea\n- Prices"


def test_a_bold_paragraph_alone_is_a_heading() -> None:
    document = docx.Document()
    document.add_paragraph().add_run("Outlook").bold = True
    document.add_paragraph("It will grow.")
    assert read(document).sections[0].heading == ("Outlook",)


def test_a_table_has_the_caption_above_it_and_the_unit_and_notes() -> None:
    document = docx.Document()
    document.add_paragraph("Table 1: Sales", style="Caption")
    document.add_paragraph("in USD million")
    add_table(document, SALES)
    document.add_paragraph("Source: Acme")
    (table,) = read(document).tables
    assert (table.title, table.unit, table.line) == ("Table 1: Sales", "USD million", 3)
    assert "Source: Acme" in table.notes
    assert (table.header, table.rows) == (("Region", "2024"), (("Europe", "5.1"), ("Asia", "6.2")))


def test_a_caption_below_its_table_is_its_caption() -> None:
    document = docx.Document()
    document.add_paragraph("Prices rose in all regions last year.")
    add_table(document, SALES)
    document.add_paragraph("Table 1: Sales", style="Caption")
    document.add_paragraph("They will rise on.")
    (table,) = read(document).tables
    assert table.title == "Table 1: Sales"


def test_captions_above_tables_that_follow_each_other_stay_with_theirs() -> None:
    document = docx.Document()
    for number in (1, 2, 3):
        document.add_paragraph(f"Table {number}: Sales", style="Caption")
        document.add_paragraph("in USD million")
        add_table(document, SALES)
        document.add_paragraph()
    assert [table.title for table in read(document).tables] == ["Table 1: Sales", "Table 2: Sales", "Table 3: Sales"]


def test_a_captions_number_is_the_fields_result() -> None:
    field = '<w:fldSimple w:instr="SEQ Table"><w:r><w:t>4</w:t></w:r></w:fldSimple>'
    caption = f"<w:p><w:r><w:t>Table </w:t></w:r>{field}<w:r><w:t>: Sales</w:t></w:r></w:p>"
    cells = "".join(f"<w:tr><w:tc>{paragraph(a)}</w:tc><w:tc>{paragraph(b)}</w:tc></w:tr>" for a, b in SALES)
    assert body(f"{caption}<w:tbl>{cells}</w:tbl>").tables[0].title == "Table 4: Sales"


def test_a_table_of_contents_is_left_out() -> None:
    document = docx.Document()
    document.add_paragraph("Contents", style="TOC Heading")
    document.add_paragraph("Overview ..... 3").paragraph_format.left_indent = Pt(12)
    document.add_heading("Overview", 1)
    document.add_paragraph("It grew.")
    assert texts(read(document)) == "It grew."


def test_a_table_of_contents_in_its_own_control_is_left_out() -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    control = f"<w:sdt>{gallery}<w:sdtContent>{paragraph('Overview 3')}</w:sdtContent></w:sdt>"
    assert texts(body(control + paragraph("It grew."))) == "It grew."


def test_page_headers_and_footers_are_left_out() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Confidential"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.add_paragraph("It grew.")
    assert texts(read(document)) == "It grew."


def test_content_controls_and_tracked_insertions_count_and_deletions_do_not() -> None:
    control = f"<w:sdt><w:sdtContent>{paragraph('Controlled.')}</w:sdtContent></w:sdt>"
    tracked = (
        '<w:p><w:r><w:t xml:space="preserve">Sales were </w:t></w:r>'
        '<w:del w:id="1"><w:r><w:delText>4.2</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>4.3</w:t></w:r></w:ins><w:r><w:t> billion.</w:t></w:r></w:p>'
    )
    assert texts(body(control + tracked)) == "Controlled.\n\nSales were 4.3 billion."


BOX = f"<w:txbxContent>{paragraph('In the box.')}</w:txbxContent>"
TWICE = (
    f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>'
    f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def test_a_text_box_is_read_once() -> None:
    assert texts(body(f"<w:p><w:r><w:t>Beside it.</w:t></w:r>{TWICE}</w:p>")) == "Beside it.\n\nIn the box."


def test_a_text_box_in_a_cell_is_read_once() -> None:
    cells = "".join(f"<w:tr><w:tc>{paragraph(a)}</w:tc><w:tc>{paragraph(b)}</w:tc></w:tr>" for a, b in SALES)
    boxed = f"<w:tr><w:tc><w:p>{TWICE}</w:p></w:tc><w:tc>{paragraph('7.3')}</w:tc></w:tr>"
    assert body(f"<w:tbl>{cells}{boxed}</w:tbl>").tables[0].rows[-1] == ("In the box.", "7.3")


def test_a_frame_around_text_is_no_table() -> None:
    document = docx.Document()
    add_table(document, [["The market grew by a third."]])
    add_table(document, [["Sales", "Growth"]])
    found = read(document)
    assert found.tables == ()
    assert texts(found) == "The market grew by a third.\n\nSales\n\nGrowth"


def test_a_document_with_nothing_in_it_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="there is no text and no table in it"):
        read(docx.Document())


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "[Content_Types].xml"])
def test_a_damaged_part_is_refused(part: str) -> None:
    document = docx.Document()
    document.add_paragraph("It grew.")
    data = changed(saved(document), {part: lambda xml: xml[: len(xml) // 2]})
    with pytest.raises(UnreadableFile, match="damaged"):
        read_word(data, "report.docx")


@pytest.mark.parametrize("at", range(0, 100, 7))
def test_a_document_cut_anywhere_is_refused(at: int) -> None:
    data = saved(docx.Document())
    with pytest.raises(UnreadableFile):
        read_word(data[: len(data) * at // 100], "report.docx")


def test_wrong_bytes_anywhere_are_refused_or_do_no_harm() -> None:
    document = docx.Document()
    document.add_paragraph("It grew.")
    data = saved(document)
    for at in range(0, len(data), len(data) // 60):
        wrong = bytearray(data)
        wrong[at] ^= 0x15
        with contextlib.suppress(UnreadableFile):
            assert read_word(bytes(wrong), "report.docx").sections
