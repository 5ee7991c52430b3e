import pytest

from ingest.domain import Cell, Period, Quantity, Table
from ingest.quantity.cells import read_table
from tests.ingest.quantity.cases import frame_for, line_of


def table(text: str, title: str = "", unit: str | None = None, notes: tuple[str, ...] = ()) -> Table:
    rows = [tuple(cell.strip() for cell in line.split("|")) for line in text.strip().splitlines()]
    return Table(title, rows[0], tuple(rows[1:]), "t.csv", unit, notes)


def read(text: str, title: str = "", unit: str | None = None, notes: tuple[str, ...] = ()) -> tuple[Quantity, ...]:
    return read_table(table(text, title, unit, notes), 3, frame_for("drone"))


def lines(text: str, title: str = "", unit: str | None = None, notes: tuple[str, ...] = ()) -> list[str]:
    return [line_of(quantity) for quantity in read(text, title, unit, notes)]


def test_year_columns_give_the_period_and_rows_the_subject() -> None:
    found = read(
        "Application | 2024 | 2030\nMapping | 1,204.5 | 2,400.0\nTotal | 3,000.0 | 5,500.0", unit="USD million"
    )
    assert [line_of(quantity) for quantity in found] == [
        "1,204.5; size; 2024; Application > Mapping; -; -",
        "2,400.0; size; 2030; Application > Mapping; -; -",
        "3,000.0; size; 2024; -; -; -",
        "5,500.0; size; 2030; -; -; -",
    ]
    assert (found[0].currency, found[0].scale, found[0].kind) == ("USD", 10**6, "money")
    assert (found[0].source, found[0].quote) == (Cell(3, 0, 1), Cell(3, 0, -1))


def test_a_year_column_gives_the_period_and_other_columns_the_place() -> None:
    assert lines("Year | North America | APAC | Total\n2024 | 11 | 9 | 30", unit="USD billion") == [
        "11; size; 2024; -; North America; -",
        "9; size; 2024; -; Asia-Pacific; -",
        "30; size; 2024; -; -; -",
    ]


def test_each_column_has_its_own_unit_and_measure() -> None:
    found = read(
        "Year | Revenue (USD million) | Growth (%) | Shipments (units) | Share (%)\n2024 | 2,040 | 9.7 | 24,300 | 38.5",
        unit="USD million",
    )
    assert [(q.measure, q.kind, q.unit, q.scale) for q in found] == [
        ("size", "money", "", 10**6),
        ("growth", "percent", "", 1),
        ("volume", "number", "units", 1),
        ("share", "percent", "", 1),
    ]


def test_a_cagr_column_has_its_span() -> None:
    text = "Region | 2024 | 2030 | CAGR 2024-2030 (%)\nEurope | 8.0 | 14.0 | 9.8"
    assert lines(text, unit="USD billion")[2] == "9.8; cagr; 2024–2030; -; Europe; -"


def test_a_cagr_column_without_a_span_gets_the_one_its_row_gives() -> None:
    text = "Region | 2023 | 2024 | 2030 | CAGR\nEurope | 7.0 | 8.0 | 14.17 | 10.0%\nAsia | 1.0 | 2.0 | 3.0 | 55%"
    found = [quantity for quantity in read(text, unit="USD billion") if quantity.measure == "cagr"]
    assert [quantity.period for quantity in found] == [Period(2024, 2030, "span"), None]


def test_growth_from_one_year_to_the_next_is_the_growth_of_the_next() -> None:
    assert lines("Period | YoY growth (%)\n2025-2026 | 13.2") == ["13.2; growth; 2026; -; -; -"]


def test_a_percent_table_of_one_year_takes_period_and_unit_from_its_title() -> None:
    assert lines("End use | Share\nRetail | 41.2\nOther | 58.8", "Revenue share by end use, 2024 (%)") == [
        "41.2; share; 2024; End use > Retail; -; -",
        "58.8; share; 2024; End use > Other; -; -",
    ]


def test_two_label_columns_make_a_path_and_a_place() -> None:
    assert lines("Region | Segment | Year | Value\nEurope | Mapping | 2024 | 3.1", unit="USD billion") == [
        "3.1; size; 2024; Mapping; Europe; -"
    ]


def test_a_label_whose_words_are_common_is_still_a_subject() -> None:
    assert lines("Size | 2024\nLarge | 3\nSmall | 2\nOther | 1\nAll | 6", unit="USD billion") == [
        "3; size; 2024; Size > Large; -; -",
        "2; size; 2024; Size > Small; -; -",
        "1; size; 2024; Size > Other; -; -",
        "6; size; 2024; -; -; -",
    ]


def test_what_is_left_out_is_no_place() -> None:
    text = "Region | 2024\nRest of Europe | 3\nOther Europe | 2\nEurope | 9"
    assert [quantity.place for quantity in read(text, unit="USD billion")] == [None, None, "Europe"]
    assert all(quantity.subject for quantity in read(text, unit="USD billion")[:2])


@pytest.mark.parametrize("cell", ["", "-", "–", "NA", "N/A", "n.a.", "..."])
def test_an_empty_cell_gives_nothing(cell: str) -> None:
    assert len(read(f"Region | 2023 | 2024\nEurope | {cell} | 3", unit="USD billion")) == 1


def test_a_scope_table_is_read_as_labelled_lines() -> None:
    text = """Report attribute | Details
    Base year | 2024
    Forecast period | 2025 - 2030
    Market size in 2024 | USD 30.0 billion
    Revenue forecast in 2030 | USD 54.6 billion
    Growth rate | CAGR of 10.5% from 2025 to 2030
    Number of pages | 248
    Countries covered | U.S.; Canada; Germany"""
    assert lines(text, "Report scope") == [
        "USD 30.0 billion; size; 2024; -; -; -",
        "USD 54.6 billion; size; 2030; -; -; f",
        "10.5%; cagr; 2025–2030; -; -; -",
        "248; count; -; -; -; -",
    ]


def test_a_number_whose_unit_cannot_be_told_stays_a_plain_number() -> None:
    (quantity,) = read("Segment | Score\nMapping | 7.5")
    assert (quantity.kind, quantity.measure, quantity.currency) == ("number", "other", None)


def test_money_units_do_not_reach_columns_that_count() -> None:
    (quantity,) = read("Region | Shipments\nEurope | 4,500", unit="USD million")
    assert (quantity.kind, quantity.currency) == ("number", None)


def test_ranks_and_years_of_foundation_are_no_quantities() -> None:
    assert read("Rank | Company | Founded\n1 | Acme | 1998\n2 | Beta | 2004") == ()


def test_notes_say_which_years_are_forecasts() -> None:
    text = "Region | 2023 | 2024 | 2030\nEurope | 1 | 2 | 3"
    found = read(text, unit="USD billion", notes=("2023 is revised; 2024 and 2030 are forecasts.",))
    assert [quantity.forecast for quantity in found] == [False, True, True]


def test_a_forecast_mark_in_the_header_counts() -> None:
    found = read("Region | 2024A | 2025E | 2026F\nEurope | 1 | 2 | 3", unit="USD billion")
    assert [quantity.forecast for quantity in found] == [False, True, True]


def test_a_title_that_narrows_narrows_every_cell() -> None:
    assert lines("Year | Value\n2024 | 4.1", "Fixed-wing drone market", "USD billion") == [
        "4.1; size; 2024; Fixed-wing; -; -"
    ]
    assert lines("Year | Value\n2024 | 4.1", "U.S. drone market by year", "USD billion") == [
        "4.1; size; 2024; -; United States; -"
    ]


def test_an_impact_on_the_cagr_is_no_cagr() -> None:
    (quantity,) = read("Driver | (~) % impact on CAGR forecast\nFalling prices | +2.1%")
    assert quantity.measure == "other"


def test_a_price_table_knows_what_a_price_is_for() -> None:
    (quantity,) = read("Quarter | Price\nQ1 2024 | 301.2", unit="EUR per tonne")
    assert (quantity.measure, quantity.currency, str(quantity.period)) == ("price", "EUR", "Q1 2024")


def test_a_negative_in_brackets_is_negative() -> None:
    found = read("Year | Growth (%)\n2023 | (3.2)\n2024 | 4.1")
    assert [str(quantity.value) for quantity in found] == ["-3.2", "4.1"]


def test_metric_rows_name_measure_and_unit() -> None:
    found = read("Metric | 2024 | 2030\nRevenue (USD billion) | 30.0 | 54.6\nGrowth (%) | 9.1 | 10.2")
    assert [(q.measure, q.kind, str(q.period), q.subject) for q in found] == [
        ("size", "money", "2024", ()),
        ("size", "money", "2030", ()),
        ("growth", "percent", "2024", ()),
        ("growth", "percent", "2030", ()),
    ]


def test_columns_named_for_segments_give_the_subject_even_if_their_words_are_common() -> None:
    assert lines("Year | Consumer | Large | Total\n2024 | 3 | 2 | 5", unit="USD billion") == [
        "3; size; 2024; Consumer; -; -",
        "2; size; 2024; Large; -; -",
        "5; size; 2024; -; -; -",
    ]


def test_a_first_column_that_looks_like_numbers_still_names_the_rows() -> None:
    assert lines("Payload | 2024\n5-25 kg | 3\n100 kg | 2", unit="USD billion") == [
        "3; size; 2024; Payload > 5-25 kg; -; -",
        "2; size; 2024; Payload > 100 kg; -; -",
    ]


def test_a_row_without_numbers_heads_the_rows_below_it() -> None:
    text = "Item | 2023 | 2024\nNorth America | |\nMapping | 2 | 3\nEurope | |\nMapping | 1 | 2"
    assert lines(text, unit="USD billion") == [
        "2; size; 2023; Mapping; North America; -",
        "3; size; 2024; Mapping; North America; -",
        "1; size; 2023; Mapping; Europe; -",
        "2; size; 2024; Mapping; Europe; -",
    ]


def test_an_empty_label_repeats_the_one_above() -> None:
    text = "Segment | Part | 2024\nSoftware | Cloud | 3\n | Desktop | 2"
    assert lines(text, unit="USD billion")[1] == "2; size; 2024; Software > Part > Desktop; -; -"


def test_rows_that_nothing_names_are_not_the_whole_market() -> None:
    assert all(quantity.subject for quantity in read("2023 | 2024\n1 | 2\n3 | 4", unit="USD billion"))


def test_the_unit_in_the_corner_is_that_of_all_columns() -> None:
    found = read("Acme, EUR million | 2023 | 2024\nRevenue | 1,015 | 1,240")
    assert [(q.kind, q.currency, q.amount) for q in found] == [
        ("money", "EUR", 1_015_000_000),
        ("money", "EUR", 1_240_000_000),
    ]
    counted = read("GBP m | Revenue | Employees (number)\nAcme | 7.5 | 120")
    assert [(q.kind, q.amount) for q in counted] == [("money", 7_500_000), ("number", 120)]


def test_a_unit_in_the_corner_is_no_dimension() -> None:
    assert lines("£m | 2023 | 2024\nTickets | 98 | 111") == [
        "98; size; 2023; Tickets; -; -",
        "111; size; 2024; Tickets; -; -",
    ]


def test_what_a_row_or_title_counts_is_no_part_of_the_table_s_unit() -> None:
    found = read("Reason | 2023\nCost | 9\nNumber of respondents | 4310", unit="%")
    assert [(q.kind, q.unit, q.value) for q in found] == [("percent", "", 9), ("number", "respondents", 4310)]


def test_a_caption_over_the_row_names_is_no_dimension() -> None:
    title = "Exports by country"
    text = f"{title} | 2023\nOther origins | 5\nWorld | 9"
    assert [q.subject for q in read(text, title=title)] == [("Exports", "Other origins"), ("Exports",)]
