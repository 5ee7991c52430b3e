import io
from collections.abc import Callable

import pypdfium2 as pdfium
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from ingest.errors import UnreadableFile
from ingest.read.pdf.reader import read_pdf
from tests.ingest.read.pdf.drawn import HEIGHT, LEFT, PROSE, WIDTH, Drawing

REGIONS = "Region | 2024 | 2025\nEurope | 8.0 | 8.8\nAsia | 10.0 | 11.2"


def report() -> Drawing:
    """Two pages with one of everything."""
    drawing = Drawing()
    drawing.text(LEFT, 60, "Drone Market", 24, bold=True)
    drawing.text(LEFT, 100, "Market size", 14, bold=True)
    drawing.prose(125)
    drawing.next_page()
    drawing.text(LEFT, 70, "Regions", 14, bold=True)
    below = drawing.prose(95)
    drawing.text(LEFT, below, "Table 1: Drone revenue by region (USD billion)", 9, bold=True)
    below = drawing.rows(below + 16, REGIONS) - 10
    drawing.text(LEFT, below, "Source: Windy Research", 8)
    return drawing


def empty() -> bytes:
    stream = io.BytesIO()
    pdfium.PdfDocument.new().save(stream)
    return stream.getvalue()


def scan() -> bytes:
    drawing = Drawing()
    drawing.picture(0, HEIGHT, WIDTH, HEIGHT)
    return drawing.data()


def blank() -> bytes:
    drawing = Drawing()
    drawing.rule(100)
    return drawing.data()


def locked() -> bytes:
    drawing = Drawing(StandardEncryption("secret"))
    drawing.prose(70)
    return drawing.data()


def cut() -> bytes:
    data = report().data()
    return data[:200]


def test_a_report_is_read_into_sections_and_tables_with_their_pages() -> None:
    read = report().read()
    assert read.title == "Drone Market"
    size, regions = read.sections
    assert (size.heading, size.text, size.pages) == (("Drone Market", "Market size"), PROSE, ((0, 1),))
    assert (regions.heading, regions.page_at(0), regions.file) == (("Drone Market", "Regions"), 2, "drones.pdf")
    (table,) = read.tables
    assert (table.title, table.unit) == ("Table 1: Drone revenue by region (USD billion)", "USD billion")
    assert (table.header, table.rows) == (
        ("Region", "2024", "2025"),
        (("Europe", "8.0", "8.8"), ("Asia", "10.0", "11.2")),
    )
    assert (table.notes, table.pages) == (("Source: Windy Research",), (2, 2))
    assert table.heading == ("Drone Market", "Regions")


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (scan, "its pages are pictures of text (a scan)"),
        (blank, "there is no text on its pages"),
        (locked, "it is protected by a password"),
        (cut, "it cannot be opened as a PDF"),
        (lambda: b"", "it cannot be opened as a PDF"),
        (lambda: b"%PDF-1.7\nnoise", "it cannot be opened as a PDF"),
        (empty, "it cannot be opened as a PDF"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(make: Callable[[], bytes], problem: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_pdf(make(), "drones.pdf")
    assert (caught.value.file, caught.value.problem[: len(problem)]) == ("drones.pdf", problem)
    assert caught.value.remedy


def test_a_file_that_may_be_read_but_not_changed_is_read() -> None:
    drawing = Drawing(StandardEncryption("", ownerPassword="secret", canModify=0, canCopy=0))
    drawing.prose(70)
    assert drawing.read().sections[0].text == PROSE


def test_a_few_pages_that_are_pictures_are_noticed() -> None:
    drawing = Drawing()
    drawing.prose(70)
    drawing.next_page()
    drawing.picture(0, HEIGHT, WIDTH, HEIGHT)
    drawing.next_page()
    drawing.prose(70)
    read = drawing.read()
    (notice,) = read.notices
    assert (notice.line, notice.message) == (2, "1 of 3 pages are pictures and were left out: 2")
    assert read.sections[0].pages == ((0, 1), (len(PROSE) + 2, 3))


def test_a_picture_beside_text_is_no_scan() -> None:
    drawing = Drawing()
    drawing.prose(70)
    drawing.picture(0, HEIGHT, WIDTH, HEIGHT / 2)
    assert drawing.read().notices == ()


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("The drone market 2025", "The drone market 2025"),
        ("Microsoft Word - drones.docx", None),
        ("untitled", None),
        ("final.indd", None),
        ("a", None),
    ],
)
def test_the_title_of_the_properties_counts_where_a_person_put_it(stated: str, title: str | None) -> None:
    drawing = Drawing()
    drawing.canvas.setTitle(stated)
    drawing.prose(70)
    read = drawing.read()
    assert (read.title, read.metadata.title) == (None, title)


def test_the_title_on_the_page_comes_before_that_of_the_properties() -> None:
    drawing = Drawing()
    drawing.canvas.setTitle("Another name of it")
    drawing.text(LEFT, 60, "Drone Market", 24, bold=True)
    drawing.prose(100)
    read = drawing.read()
    assert (read.title, read.metadata.title) == ("Drone Market", None)


def test_a_paragraph_goes_on_with_the_next_page() -> None:
    drawing = Drawing()
    drawing.prose(70)
    drawing.lines(700, "The last words of this page go on and are not yet")
    drawing.next_page()
    drawing.lines(70, "finished here, where the sentence ends.")
    drawing.prose(120)
    (section,) = drawing.read().sections
    assert section.text.split("\n\n") == [
        PROSE,
        "The last words of this page go on and are not yet finished here, where the sentence ends.",
        PROSE,
    ]
