import pytest

from ingest.domain import Section
from ingest.read.document import Document
from ingest.read.markdown import read_markdown


def read(text: str) -> Document:
    return read_markdown(text.encode(), "report.md")


def test_headings_make_paths_and_lines_are_counted_from_the_files_start() -> None:
    document = read("---\ntitle: T\n---\n# Kites\n\nIntro.\n\n## Size\n\nBig.\n\n### Europe\n\nBigger.\n")
    assert document.sections == (
        Section(("Kites",), "Intro.", "report.md", 4),
        Section(("Kites", "Size"), "Big.", "report.md", 8),
        Section(("Kites", "Size", "Europe"), "Bigger.", "report.md", 12),
    )
    assert document.metadata.title == "T" and document.title == "Kites"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**Bold** and *thin* [link](https://x.example) `code`", "Bold and thin link code"),
        ("One\nline", "One line"),
        ("Base year: 2024\nForecast: 2030", "Base year: 2024\nForecast: 2030"),
        ("- Type\n  - Box\n  - Delta\n- Region", "- Type\n  - Box\n  - Delta\n- Region"),
        ("1. First\n2. Second", "- First\n- Second"),
        ("> quoted text", "quoted text"),
        ("A note[^1] here", "A note[1] here"),
        ("<p>In <b>HTML</b></p>", "In HTML"),
        ("Costs \\$5 &amp; more", "Costs $5 & more"),
    ],
)
def test_marks_are_reduced_to_what_a_reader_sees(source: str, text: str) -> None:
    (section,) = read(f"# Kites\n\n{source}\n").sections
    assert section.text == text


def test_a_table_keeps_its_caption_unit_and_notes() -> None:
    text = (
        "# Kites\n\n## Regions\n\nTable 2: Revenue (USD million)\n\n"
        "| Region | 2023 |\n| --- | --- |\n| Europe | 5 |\n\nNote: estimated\n"
    )
    (table,) = read(text).tables
    assert (table.title, table.unit) == ("Table 2: Revenue (USD million)", "USD million")
    assert table.notes == ("Note: estimated",)
    assert (table.header, table.rows, table.heading, table.line) == (
        ("Region", "2023"),
        (("Europe", "5"),),
        ("Kites", "Regions"),
        7,
    )


def test_a_line_that_states_the_unit_before_a_table_is_its_note() -> None:
    states = "Values in USD million. Forecasts from 2025."
    (table,) = read(f"# Kites\n\n{states}\n\n| Region | 2023 |\n| --- | --- |\n| Europe | 5 |\n").tables
    assert table.unit == "USD million" and table.notes == (states,)


def test_bold_questions_are_headings_of_their_answers() -> None:
    sections = read("# Kites\n\n**How big is it?**\n\nBig.\n\n**Who makes it?**\n\nAcme.\n").sections
    assert [section.heading[-1] for section in sections] == ["How big is it?", "Who makes it?"]


def test_a_page_without_marks_is_read_as_plain_text() -> None:
    text = "Kite Market Report\n\nMarket Overview\nThe market grew in all regions of the world in 2024.\n"
    sections = read(text).sections
    assert [section.heading for section in sections] == [("Kite Market Report", "Market Overview")]


@pytest.mark.parametrize(
    "text", ["# Kites\n", "#\n", "- \n- \n", "| a |\n| - |\n", "[" * 2000, ">" * 500 + " x", "* " * 300]
)
def test_odd_markdown_is_read_without_an_error(text: str) -> None:
    read(text)
