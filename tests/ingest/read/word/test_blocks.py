from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.read.blocks import Block, Bullets, Heading, Paragraph
from ingest.read.word.blocks import WordPage
from ingest.read.word.styles import Style

STYLES = {"Title": Style(level=0), "H1": Style(level=1), "H2": Style(level=2), "Item": Style(item=0)}


def blocks(*paragraphs: tuple[str, str], bold: bool = False) -> list[Block]:
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    xml = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>{weight}<w:t>{text}</w:t></w:r></w:p>'
        for style, text in paragraphs
    )
    page = WordPage(STYLES, {})
    page.read(parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>"))
    return page.finished()


def test_headings_begin_below_the_title() -> None:
    read = blocks(("Title", "Tea"), ("H1", "Overview"), ("H2", "Europe"))
    assert [block.level for block in read if isinstance(block, Heading)] == [1, 2, 3]


def test_chapters_without_a_title_are_below_where_it_would_be() -> None:
    read = blocks(("H1", "Overview"), ("H1", "Outlook"))
    assert [block.level for block in read if isinstance(block, Heading)] == [2, 2]


def test_items_that_follow_each_other_are_one_list() -> None:
    assert blocks(("Item", "Tea"), ("Item", "Coffee"), ("", "It grew.")) == [
        Bullets(((0, "Tea"), (0, "Coffee")), 1),
        Paragraph("It grew.", 2),
    ]


def test_lines_that_begin_with_a_bullet_are_items() -> None:
    assert blocks(("", "• Tea"), ("", "•Coffee")) == [Bullets(((0, "Tea"), (0, "Coffee")), 1)]


def test_a_bold_item_alone_is_no_list() -> None:
    assert blocks(("Item", "Outlook"), bold=True) == [Paragraph("Outlook", 1, strong=True)]


def test_empty_paragraphs_are_nothing() -> None:
    assert blocks(("", ""), ("H1", " ")) == []
