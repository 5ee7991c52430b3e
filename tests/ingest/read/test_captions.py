import pytest

from ingest.read.captions import find_unit, is_caption, is_note, states_unit, title_of, unit_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Table 3: Revenue by region", True),
        ("Revenue by region, USD million", True),
        ("The revenue of each region is:", True),
        ("The market grew in every region of the world in the year.", False),
        ("One line\nand another", False),
        ("word " * 50, False),
    ],
)
def test_a_short_line_before_a_table_is_its_caption(text: str, expected: bool) -> None:
    assert is_caption(text) is expected


def test_a_bold_sentence_before_a_table_is_its_caption() -> None:
    assert is_caption("All of it is in bold.", strong=True)


def test_a_title_loses_its_colon_and_keeps_its_number() -> None:
    assert title_of("Table 3: Revenue: ") == "Table 3: Revenue"


@pytest.mark.parametrize(
    "line", ["Note: estimated", "Source: Windy Research", "* forecast", "¹ without services", "[1] first half", "NB: a"]
)
def test_a_line_that_opens_as_notes_do_is_one(line: str) -> None:
    assert is_note(line)


@pytest.mark.parametrize("line", ["The market grew.", "Notes are taken by hand", "2024 was good"])
def test_prose_is_no_note(line: str) -> None:
    assert not is_note(line)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Revenue (USD million)", "USD million"),
        ("Revenue by region [EUR bn]", "EUR bn"),
        ("Sales in thousand units", "thousand units"),
        ("Market size, 2020-2030 (Revenue, US$ Mn)", "US$ Mn"),
        ("Share (%)", "%"),
        ("Region (2024)", None),
        ("Revenue", None),
    ],
)
def test_a_title_or_header_names_its_unit(text: str, expected: str | None) -> None:
    assert unit_in(text) == expected


@pytest.mark.parametrize(
    ("title", "header", "notes", "expected"),
    [
        ("Revenue (USD million)", ("Region", "2023"), (), "USD million"),
        ("Revenue", ("Region", "2023 (EUR bn)", "2024 (EUR bn)"), (), "EUR bn"),
        ("Revenue", ("Region", "Revenue (EUR bn)", "Share (%)"), (), None),
        ("Revenue", ("Region", "2023"), ("Note: values in USD million",), "USD million"),
        ("Revenue", ("Region", "2023"), (), None),
    ],
)
def test_a_table_has_the_unit_that_all_of_it_agrees_on(
    title: str, header: tuple[str, ...], notes: tuple[str, ...], expected: str | None
) -> None:
    assert find_unit(title, header, notes) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Values in USD million. Forecasts from 2025.", True),
        ("All figures are in EUR billion", True),
        ("Revenues rose in every region.", False),
        ("The values in USD million are below.", False),
        ("Values in the text", False),
    ],
)
def test_a_line_that_only_states_the_unit_is_told_from_prose(text: str, expected: bool) -> None:
    assert states_unit(text) is expected


def test_the_unit_in_the_corner_or_of_the_total_is_that_of_all() -> None:
    assert find_unit("Estimates", ("GBP m", "2024", "2025"), ()) == "GBP m"
    assert find_unit("By region", ("Region", "2024"), (), ("North", "South", "Total (USD million)")) == "USD million"
    assert find_unit("By region", ("Region", "2024"), (), ("North (EUR million)", "Total (USD million)")) is None
    assert find_unit("By region", ("Region", "2024"), (), ("North (USD million)", "South")) is None
