import pytest

from ingest.read.blocks import Block, Bullets, Paragraph
from ingest.read.html.paragraphs import paragraphs
from ingest.read.html.tree import body_of, parse


def read(html: str) -> list[Block]:
    return list(paragraphs(body_of(parse(html)).children))


def test_a_bold_line_stands_apart_from_what_it_heads() -> None:
    assert read("<b>Ports</b><br>They buy.<br>And sell.") == [
        Paragraph("Ports", 1, True),
        Paragraph("They buy.\nAnd sell.", 1),
    ]


def test_bullets_among_lines_are_lists() -> None:
    assert read("Regions:<br>• Asia<br>• Africa") == [
        Paragraph("Regions:", 1),
        Bullets(((0, "Asia"),), 1),
        Bullets(((0, "Africa"),), 1),
    ]


@pytest.mark.parametrize(
    "html", ["<a href=/s>Request a sample</a> <a href=/b>Buy now</a>", "<a href=#top>Contents</a>"]
)
def test_a_line_of_calls_is_left_out(html: str) -> None:
    assert read(html) == []


def test_a_line_with_a_link_in_it_stays() -> None:
    assert read("See <a href=#t>table 2</a>.") == [Paragraph("See table 2.", 1)]
