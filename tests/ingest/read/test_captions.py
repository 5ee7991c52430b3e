import pytest

from ingest.read.captions import (
    captions_table,
    find_unit,
    is_bare_unit,
    is_caption,
    is_note,
    is_numbered,
    is_unit_line,
    is_unit_of_rows,
    names_column,
    names_no_subject,
    states_unit,
    time_led,
    title_lines,
    title_of,
    unit_in,
)


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
    "line",
    [
        "Note: estimated",
        "Source: Windy Research",
        "* forecast",
        "¹ without services",
        "[1] first half",
        "NB: a",
        "(Percentages indicate year-on-year changes.)",
        "(Amounts below one million yen are rounded down)",
    ],
)
def test_a_line_that_opens_as_notes_do_is_one(line: str) -> None:
    assert is_note(line)


@pytest.mark.parametrize(
    "line", ["The market grew.", "Notes are taken by hand", "2024 was good", "(USD million)", "(Growth is slow) in all"]
)
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
        ("Rents (Dollars in thousands)", "Dollars in thousands"),
        ("Sales, in EUR, in millions", "EUR millions"),
        ("Umsatz in Mio. EUR", "EUR million"),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Table 3: Rents", True), ("Exhibit IV. Rents", True), ("Figure 2.1 Rents", True), ("Table A1: Rents", True),
        ("Graphite, natural and synthetic", False), ("Chart Island exports", False), ("Tables of rents", False),
    ],
)  # fmt: skip
def test_a_numbered_caption_has_a_number(text: str, expected: bool) -> None:
    assert is_numbered(text) is expected


@pytest.mark.parametrize(
    "line",
    [
        "(In thousands, except per share data)", "(in thousands of U.S. dollars, except share data)", "EUR million",
        "(Unaudited, in thousands)", "(in millions) (unaudited)", "(Dollar amounts in millions)",
        "(In millions, except number of shares, which are reflected in thousands, and per-share amounts)",
        "(Expressed in thousands of U.S. dollars)",
    ],
)  # fmt: skip
def test_a_line_that_only_says_the_unit_says_not_of_what(line: str) -> None:
    assert is_unit_line(line)
    assert is_bare_unit(line)


def test_a_line_that_says_of_what_may_be_a_title() -> None:
    assert is_unit_line("Revenue in USD million")
    assert not is_bare_unit("Revenue in USD million")


def test_a_note_in_brackets_may_say_the_unit() -> None:
    assert find_unit("Emissions", ("", "2024"), ("(million tonnes of CO2)",)) == "million tonnes of CO2"


@pytest.mark.parametrize("line", ["in licences", "In twenty-foot containers", "All values in licences."])
def test_a_line_that_says_what_is_counted_is_the_unit(line: str) -> None:
    unit = find_unit("Volume by module", ("Module", "2024"), (line,))
    assert unit is not None
    assert unit.endswith(("licences", "containers"))


def test_a_line_of_words_is_no_unit() -> None:
    assert find_unit("Volume by module", ("Module", "2024"), ("in most countries the year ends in June",)) is None


@pytest.mark.parametrize("line", ["Million bushels", "Percent", "Thousand short tons", "Bales", "(USD million)"])
def test_a_line_between_rows_may_be_the_unit_of_those_below(line: str) -> None:
    assert is_unit_of_rows(line)


@pytest.mark.parametrize("line", ["Wheat", "Bushels sold in spring", "Bales of cotton and of wool"])
def test_a_line_of_more_words_is_none(line: str) -> None:
    assert not is_unit_of_rows(line)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Kites, Inc.\nSales by region\n(USD million)", ("Kites, Inc.", "Sales by region", "(USD million)")),
        (
            "Statements of income\nYears ended June 30,\n(in thousands)",
            ("Statements of income, Years ended June 30,", "(in thousands)"),
        ),
        ("Sales by region\n(Unaudited)\nin Mio. Fr.", ("(Unaudited)", "Sales by region", "in Mio. Fr.")),
        ("Sales rose in all of the regions of the world.\n(USD million)", ()),
        ("Kites, Inc.\nSales by region", ()),
        ("(USD million)", ()),
    ],
)
def test_the_lines_over_a_table_are_its_title_where_one_of_them_is_the_unit(text: str, lines: tuple[str, ...]) -> None:
    assert title_lines(text) == lines


@pytest.mark.parametrize(
    ("corner", "expected"), [("Table 3: Rents", True), ("Exports by country", True), ("Country", False), ("By", False)]
)
def test_a_cell_over_the_names_may_title_the_table(corner: str, expected: bool) -> None:
    assert captions_table(corner) is expected


def test_a_cell_that_opens_with_a_year_heads_a_column_unless_those_below_are_like_it() -> None:
    assert names_column("2024 premiums", ["Motor", "Home"])
    assert not names_column("2024 premiums", ["2023 premiums"])
    assert not names_column("Premiums", ["Motor"])


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("Year ended March 31, 2025 (Billions of yen)", True),
        ("As of September 30, 2025", True),
        ("2025", True),
        ("Sales by region, 2025", False),
        ("The following table presents our results for the three months ended June 30 and the year before", False),
    ],
)
def test_a_caption_may_say_no_more_than_when(caption: str, expected: bool) -> None:
    assert names_no_subject(caption) is expected


def test_what_goes_on_below_is_no_unit() -> None:
    assert not is_unit_line("Thousands of")
    assert is_unit_line("Thousands of U.S. dollars")


@pytest.mark.parametrize(
    ("lead", "header", "time"),
    [
        ("Two segments report. Results for the three months ended June 30, 2025 were:", "Pumps",
         "three months ended June 30, 2025"),
        ("Balances as of 31 March 2025 are below:", "Pumps", "as of 31 March 2025"),
        ("Results for the three months ended June 30, 2025 were:", "2024", ""),
        ("Results for the year ended June 30, 2025, after those of 2024, were:", "Pumps", ""),
        ("Results were:", "Pumps", ""),
    ],
)  # fmt: skip
def test_what_leads_in_to_a_table_may_say_when(lead: str, header: str, time: str) -> None:
    assert time_led(lead, ("Segments", header)) == time


def test_a_unit_behind_the_name_outweighs_a_remark_in_brackets() -> None:
    assert unit_in("Capital expenditure, USD million (cells hold USD)") == "USD million"
    assert unit_in("Capital expenditure (USD million)") == "USD million"


def test_the_unit_may_close_what_leads_in_to_a_table() -> None:
    assert find_unit("Claims", ("Year", "2024"), (), (), "Claims are net of reinsurance. (Dollars in thousands.)")


def test_a_note_on_rounding_or_percentages_says_no_unit() -> None:
    notes = (
        "(Amounts of less than one million yen are rounded down.)",
        "(% indicates changes from the previous period.)",
    )
    assert find_unit("Results", ("", "2024"), notes) is None


def test_the_unit_of_the_rows_names_is_not_that_of_columns_with_their_own() -> None:
    assert find_unit("Sales", ("Price band (US$)", "Shipments (million)", "Share (%)"), ()) is None
    assert find_unit("Sales", ("Region (US$ million)", "2024", "2025"), ()) == "US$ million"


def test_what_introduces_a_table_may_say_its_unit_in_its_last_sentence() -> None:
    lead = "Read this with the notes. Amounts are in thousands, except per share data and counts."
    assert find_unit("Selected data", ("", "2024"), (), (), lead) == "thousands, except per share data and counts"


def test_how_much_of_a_thing_is_owned_is_no_unit() -> None:
    assert unit_in("Hallett Creek (Québec, 100%) – output") is None


def test_units_counted_on_a_day_are_the_unit() -> None:
    assert is_unit_line("thousand units in use at 31 December")


def test_a_caption_that_is_counted_and_closes_with_its_unit_is_no_note() -> None:
    assert not is_note("(1) Net sales by region (Millions of yen)")
    assert is_note("(1) Restated")


def test_what_a_unit_is_not_of_stays_with_it_whole() -> None:
    said = "(In millions, except per share amounts, ratios, customers and employees)"
    assert unit_in(said) == "millions, except per share amounts, ratios, customers and employees"
