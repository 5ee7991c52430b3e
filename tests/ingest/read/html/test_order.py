from ingest.read.blocks import QUESTION_LEVEL, Block, Bullets, Heading, Paragraph
from ingest.read.html.order import in_order


def order(*blocks: Block, title: str | None = None) -> list[Block]:
    return in_order(blocks, title)


def test_lists_in_columns_are_one() -> None:
    assert order(Bullets(((0, "A"),), 1), Bullets(((0, "B"),), 1)) == [Bullets(((0, "A"), (0, "B")), 1)]


def test_the_title_stands_first_and_alone_on_its_level() -> None:
    page = order(Heading(3, "Menu", 1), Heading(1, "Tea", 1), Heading(1, "Size", 1), title="Tea")
    assert page == [Heading(1, "Tea", 1), Heading(4, "Menu", 2), Heading(2, "Size", 3)]


def test_below_a_heading_for_questions_lines_that_ask_are_questions() -> None:
    page = order(Heading(2, "FAQs", 1), Paragraph("How big?", 1), Paragraph("A: Big.", 1), Heading(3, "Where?", 1))
    assert page[1:] == [
        Heading(QUESTION_LEVEL, "How big?", 2),
        Paragraph("Big.", 3),
        Heading(QUESTION_LEVEL, "Where?", 4),
    ]


def test_a_filing_without_headings_has_its_items_for_headings() -> None:
    page = order(Paragraph("PART I", 1, True), Paragraph("Item 1A. Risks", 1, True), Paragraph("Item 2 is text.", 1))
    assert page[:2] == [Heading(2, "PART I", 1), Heading(3, "Item 1A. Risks", 2)]
    assert isinstance(page[2], Paragraph)
