import pytest

from ingest.read.blocks import Paragraph
from ingest.read.document import Document
from ingest.read.pdf.text import text_joined, unbroken
from tests.ingest.read.pdf.drawn import LEFT, PROSE, Align, Drawing


def paragraphs(read: Document) -> list[str]:
    return [one for section in read.sections for one in section.text.split("\n\n")]


def test_headings_are_larger_than_the_text_and_nest_by_size() -> None:
    drawing = Drawing()
    drawing.text(LEFT, 60, "Drone Market", 24, bold=True)
    drawing.text(LEFT, 100, "Market size", 14, bold=True)
    below = drawing.prose(125)
    drawing.text(LEFT, below, "Regions", 14, bold=True)
    drawing.text(LEFT, below + 25, "Europe", 11.5)
    below = drawing.prose(below + 45)
    drawing.text(LEFT, below, "Players", 14, bold=True)
    drawing.prose(below + 25)
    assert [section.heading for section in drawing.read().sections] == [
        ("Drone Market", "Market size"),
        ("Drone Market", "Regions", "Europe"),
        ("Drone Market", "Players"),
    ]


def test_a_heading_may_run_over_two_lines() -> None:
    drawing = Drawing()
    drawing.lines(60, "The market for drones", "and for kites", size=20, bold=True)
    drawing.prose(140)
    assert drawing.read().title == "The market for drones and for kites"


def test_a_bold_line_of_the_texts_size_heads_what_follows() -> None:
    drawing = Drawing()
    below = drawing.prose(70)
    drawing.text(LEFT, below, "Main drivers", bold=True)
    drawing.prose(below + 14)
    assert [section.heading for section in drawing.read().sections] == [(), ("Main drivers",)]


def test_a_large_number_alone_is_no_heading() -> None:
    drawing = Drawing()
    drawing.text(LEFT, 140, "12", 40)
    drawing.prose(200)
    assert {section.heading for section in drawing.read().sections} == {()}


def test_a_paragraph_ends_where_lines_are_further_apart() -> None:
    drawing = Drawing()
    drawing.prose(drawing.prose(70))
    assert paragraphs(drawing.read()) == [PROSE, PROSE]


def test_a_paragraph_ends_with_a_short_closed_line_or_above_one_that_is_set_in() -> None:
    drawing = Drawing()
    drones = ("Drones fly over fields and count the plants of each row before farmers decide what to", "spray on them.")
    kites = "Kites fly over beaches and please the children of each town before the late evening comes."
    cars = "Cars drive on roads of each land and bring farmers to fields which drones fly over."
    drawing.lines(70, *drones, kites)
    drawing.text(LEFT + 15, 106, cars)
    assert paragraphs(drawing.read()) == [" ".join(drones), kites, cars]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("govern-", "ment money"), "government money"),
        (("the govern‐", "ment"), "the government"),
        (("non-", "profit groups"), "non-profit groups"),
        (("long-", "term plans"), "long-term plans"),
        (("state-of-the-", "art makers"), "state-of-the-art makers"),
        (("drones and", "kites"), "drones and kites"),
        (("only one",), "only one"),
    ],
)
def test_words_broken_at_a_lines_end_are_mended_and_compounds_kept(lines: tuple[str, ...], text: str) -> None:
    assert unbroken(lines) == text


def test_hyphens_are_mended_in_a_paragraph() -> None:
    drawing = Drawing()
    drawing.lines(
        70, "Growth comes from farms that count the plants of each row and from the govern-", "ment of some lands."
    )
    assert paragraphs(drawing.read()) == [
        "Growth comes from farms that count the plants of each row and from the government of some lands."
    ]


@pytest.mark.parametrize("mark", ["•", "–", "-", "·"])
def test_bullets_are_one_list_and_an_item_may_run_over_lines(mark: str) -> None:
    drawing = Drawing()
    below = drawing.prose(70)
    drawing.text(LEFT, below, f"{mark} mapping fields")
    drawing.text(LEFT, below + 12, f"{mark} racing in halls and on")
    drawing.text(LEFT + 10, below + 24, "the fields")
    drawing.text(LEFT, below + 36, f"{mark} carrying mail")
    assert paragraphs(drawing.read())[1] == "- mapping fields\n- racing in halls and on the fields\n- carrying mail"


def test_a_numbered_list_is_lines_of_its_own() -> None:
    drawing = Drawing()
    below = drawing.prose(70)
    drawing.lines(below, "1. Drones fly over fields.", "2. Kites fly over beaches.", "3. Ships sail on seas.")
    assert paragraphs(drawing.read())[1:] == [
        "1. Drones fly over fields.",
        "2. Kites fly over beaches.",
        "3. Ships sail on seas.",
    ]


def test_numbers_in_running_text_are_no_table() -> None:
    drawing = Drawing()
    lines = (
        "In 2024 the market was worth 30.0 billion dollars and in 2025 it was 33.1 billion",
        "dollars, of which Europe had 8.0 and 8.8 billion and Asia had 10.0 and 11.2 billion.",
    )
    drawing.lines(70, *lines)
    read = drawing.read()
    assert (read.tables, paragraphs(read)) == ((), [" ".join(lines)])


def test_text_that_is_spread_to_both_margins_is_no_table() -> None:
    drawing = Drawing()
    lines = (
        "In 2024 the market was worth 30.0 billion and in 2025 it was 33.1 billion, of which",
        "the farms of 12 countries in Europe spent 8.0 and 8.8 billion and those of Asia 10.0",
        "and 11.2 billion. By 2030 they buy 24,300 drones for fields of 5 to 10 hectares a year.",
    )
    for at, line in enumerate(lines):
        drawing.spread(LEFT, 70 + 12 * at, line, 430)
    read = drawing.read()
    assert (read.tables, paragraphs(read)) == ((), [" ".join(lines)])


def over_table(*lines: str, align: Align = "left") -> Document:
    """Lines of one text over a table."""
    drawing = Drawing()
    top = drawing.prose(70)
    for at, line in enumerate(lines):
        drawing.text(300 if align == "middle" else LEFT, top + 12 * at, line, align=align)
    drawing.rows(top + 12 * len(lines) + 14, "Region | 2024 | 2025\nEurope | 8.0 | 8.8\nAsia | 10.0 | 11.2")
    return drawing.read()


def test_centred_lines_over_a_table_are_lines_of_their_own() -> None:
    read = over_table("Kite Works, Inc.", "Sales of the company by region", "(USD million)", align="middle")
    assert (read.tables[0].title, read.tables[0].unit) == ("Sales of the company by region", "USD million")
    assert paragraphs(read) == [PROSE, "Kite Works, Inc."]


def test_lines_set_to_one_edge_are_one_text() -> None:
    drawing = Drawing()
    drawing.lines(70, "Kites fly high over the beaches and", "please the children of the town")
    assert paragraphs(drawing.read()) == ["Kites fly high over the beaches and please the children of the town"]


@pytest.mark.parametrize("second", ["makers of kites", "Makers) of kites"])
def test_a_numbered_caption_may_run_on(second: str) -> None:
    first = "Table 1: Sales of the (small" if ")" in second else "Table 1: Sales of the small"
    (table,) = over_table(first, second).tables
    assert table.title == f"{first} {second}"


def test_a_numbered_caption_ends_above_another_sentence() -> None:
    drawing = Drawing()
    drawing.lines(drawing.prose(70), "Table 1: Sales of the makers", "Kites are counted.")
    assert paragraphs(drawing.read()) == [PROSE, "Table 1: Sales of the makers", "Kites are counted."]


def test_a_paragraph_goes_on_where_its_last_word_ends_none() -> None:
    last = Paragraph("We forecast GBP 2 450 743 thousand for 2034, which is a", 1)
    joined = text_joined(last, Paragraph("CAGR of 13,6% over 2025–2034.", 2))
    assert joined is not None
    assert joined.text.endswith("which is a CAGR of 13,6% over 2025–2034.")
    assert text_joined(Paragraph("It rose to GBP 2 450 743 thousand in 2034", 1), Paragraph("CAGR.", 2)) is None


def test_a_sentence_in_larger_type_is_no_heading() -> None:
    drawing = Drawing()
    drawing.text(LEFT, 60, "4.5 Canada", 14)
    drawing.text(LEFT, 82, "Canada generated revenue of EUR 115.0 million from basalt fibre in all of 2024.", 11)
    drawing.prose(drawing.prose(110))
    assert any("EUR 115.0 million" in section.text for section in drawing.read().sections)
