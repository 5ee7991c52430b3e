from ingest.read.document import Document
from ingest.read.plain import read_plain

PAGE = """The Kite Market size was estimated at USD 11.87 billion in 2025.

Unveiling the Role of Kites in Leisure and the Growth Prospects for Stakeholders Everywhere
Kites have become a cornerstone of leisure on every coast. They are flown by many people in all seasons.
More people fly kites than ever, and clubs are opening in towns that never had one before.
Delving into Type Segmentation to Illuminate Usage Patterns Worldwide
The report divides the market into clearly defined segments, which it analyzes one after the other.
- Box
- Delta
Identifying Leading Players Driving Innovation
The report names the principal players in the market and evaluates what each of them does.
- Windy, Inc.
- Kitewerk GmbH (part of Himmel)

- How big is the Kite Market?
- When do I get the report?
"""


def read(text: str) -> Document:
    return read_plain(text.encode(), "page.txt")


def test_headings_without_marks_are_found_by_their_look() -> None:
    assert [section.heading for section in read(PAGE).sections] == [
        (),
        ("Unveiling the Role of Kites in Leisure and the Growth Prospects for Stakeholders Everywhere",),
        ("Delving into Type Segmentation to Illuminate Usage Patterns Worldwide",),
        ("Identifying Leading Players Driving Innovation",),
        ("How big is the Kite Market?",),
        ("When do I get the report?",),
    ]


def test_bullets_stay_with_the_text_that_leads_to_them() -> None:
    segments = read(PAGE).sections[2].text
    assert segments.endswith("one after the other.\n\n- Box\n- Delta")


def test_each_section_knows_its_line() -> None:
    lines = PAGE.split("\n")
    for section in read(PAGE).sections[1:]:
        assert section.heading[-1] in lines[section.line - 1]


def test_labels_below_each_other_are_lines_of_one_paragraph() -> None:
    (section,) = read("Kite Market Report\n\nBase Year: 2024\nForecast Period: 2025-2030\nPages: 120\n").sections
    assert section.text == "Base Year: 2024\nForecast Period: 2025-2030\nPages: 120"


def test_columns_of_spaces_make_a_table() -> None:
    columns = "Region      2023    2024\nEurope      5       6\nAsia        7       8\n"
    (table,) = read(f"Kite Market Report\n\nRegional Revenue\n{columns}").tables
    assert (table.header, table.rows) == (("Region", "2023", "2024"), (("Europe", "5", "6"), ("Asia", "7", "8")))


def test_an_answer_loses_the_letter_before_it() -> None:
    (section,) = read("Q1. How big is the market?\nA. It is worth USD 5 billion, and it is growing fast.\n").sections
    assert section.text == "It is worth USD 5 billion, and it is growing fast."


def test_a_heading_right_below_another_stands_under_it() -> None:
    page = read(
        "Kite Market\n\nThe market is small, but it grows in all regions of the world.\n\nMarket Drivers\n\n"
        "Hobbies Push Demand\n\nPeople have more time than before, and they fly kites in it.\n"
    )
    assert ("Market Drivers", "Hobbies Push Demand") in [section.heading[-2:] for section in page.sections]
