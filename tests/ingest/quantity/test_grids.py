from dataclasses import replace

import pytest

from ingest.domain import Table
from ingest.quantity.cells import read_table
from ingest.quantity.grids import is_attributes, is_empty, is_skipped, is_year, read_grid
from tests.ingest.quantity.units_of import FRAME


def table(text: str, notes: tuple[str, ...] = ()) -> Table:
    header, *rows = (tuple(cell.strip() for cell in line.split("|")) for line in text.splitlines())
    return Table("", header, tuple(rows), "a.csv", None, notes)


@pytest.mark.parametrize(
    ("text", "labels", "years"),
    [
        ("Region | 2023 | 2024\nEurope | 1 | 2\nAsia | 3 | 4", (0,), None),
        ("Year | Europe | Asia\n2023 | 1 | 2\n2024 | 3 | 4", (), 0),
        ("Country | Type | 2023\nJapan | Care | 1\nChina | Care | 2", (0, 1), None),
        ("2023 | 2024\n1 | 2\n3 | 4", (), None),
        ("Rank | Company | Sales\n1 | Acme | 5\n2 | Beta | 4", (1,), None),
    ],
)
def test_columns_hold_names_years_or_numbers(text: str, labels: tuple[int, ...], years: int | None) -> None:
    grid = read_grid(table(text), FRAME)
    assert (grid.labels, grid.years) == (labels, years)


@pytest.mark.parametrize(
    ("note", "ahead"),
    [
        ("2024 and 2030 are forecasts", {2024, 2030}),
        ("2025 is an estimate, 2026 and 2032 are expected values", {2026, 2032}),
        ("Source: Windy 2024", set()),
    ],
)
def test_notes_say_which_years_are_forecasts(note: str, ahead: set[int]) -> None:
    assert read_grid(table("Region | 2024\nEurope | 1", (note,)), FRAME).ahead == ahead


@pytest.mark.parametrize("note", ["Forecasts from 2025.", "2025 onwards: forecast"])
def test_forecasts_may_begin_with_a_year(note: str) -> None:
    ahead = read_grid(table("Region | 2024\nEurope | 1", (note,)), FRAME).ahead
    assert {2025, 2030} <= ahead and 2024 not in ahead


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Attribute | Details\nPages | 120\nBase year | 2024", True),
        ("Metric | Now\nSize | USD 5 billion\nGrowth | 5%", True),
        ("Region | 2024\nEurope | 5\nAsia | 6", False),
        ("Year | Size\n2023 | 5\n2024 | 6", False),
    ],
)
def test_a_list_of_labels_and_values_is_told_from_a_table(text: str, expected: bool) -> None:
    assert is_attributes(table(text)) is expected


def test_cells_and_headers_that_hold_no_quantity_are_told() -> None:
    assert all(map(is_empty, ("", "–", "n.a.", "N/A"))) and not is_empty("0")
    assert all(map(is_skipped, ("Rank", "No.", "Founded", "Page"))) and not is_skipped("Sales")
    assert all(map(is_year, ("2024", "FY24", "2025*", "2026F"))) and not is_year("2,024") and not is_year("in 2024 it")


@pytest.mark.parametrize(
    ("header", "periods"),
    [
        ("31 March 2024 | 30 June 2024 | 30 September 2024", ["Q1 2024", "Q2 2024", "Q3 2024"]),
        ("31 December 2024 | 30 September 2024 | 30 June 2024", ["Q4 2024", "Q3 2024", "Q2 2024"]),
        ("31 December 2024 | 30 June 2024", ["2024", "2024-06"]),
        ("30 April 2024 | 30 June 2024 | 30 September 2024", ["2024-04", "2024-06", "2024-09"]),
        ("March 2024 | June 2024 | September 2024", ["2024-03", "2024-06", "2024-09"]),
    ],
)
def test_the_last_days_of_several_quarters_are_these_quarters(header: str, periods: list[str]) -> None:
    grid = read_grid(table(f"Loans | {header}\nHomes | {' | '.join('5' for _ in periods)}"), FRAME)
    assert [str(label.period) for label in grid.headers[1:]] == periods


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Capacity by country (MW, March 2024)", "2024"),
        ("Capacity by country (fiscal year 2024, in prices of 2020)", "FY2024"),
        ("Capacity by country, 2023 and 2024", "None"),
    ],
)
def test_a_title_s_time_may_stand_behind_its_breakdown(title: str, period: str) -> None:
    grid = read_grid(replace(table("Country | Capacity\nSpain | 5"), title=title), FRAME)
    assert str(grid.title.period) == period


def test_the_header_of_a_column_of_years_says_which_they_are() -> None:
    grid = read_grid(table("Year ended June 30, | Sales\n2024 | 5\n2023 | 6"), FRAME)
    assert [str(row.period) for row in grid.rows()] == ["FY2024", "FY2023"]


def test_a_row_that_closes_a_group_is_in_the_unit_of_the_group() -> None:
    rows = (
        "Revenue (£m) | \nTrade | 842.6\nKitchens | 391.4\nSum of both | 1,234.0\n"
        "Margin (%) | \nTrade | 6.9\nKitchens | 10.7\nGroup | 8.1"
    )
    indented = replace(table(f"Item | 2024\n{rows}"), depths=(0, 1, 1, 0, 0, 1, 1, 0))
    assert [q.kind for q in read_table(indented, 0, FRAME)] == ["money"] * 3 + ["percent"] * 3


@pytest.mark.parametrize(
    ("rows", "unit", "attributes"),
    [
        ((("2026", "$ 68.2"), ("2027", "64.9"), ("Thereafter", "120.1")), None, False),
        ((("Three months or less", "$ 104"), ("Over one year", "83")), "thousands", False),
        ((("Vested", "$ 54.8"), ("Exercised", "12.1"), ("All", "$ 66.9")), None, False),
        ((("Pages", "104"), ("Growth", "8%")), None, True),
    ],
)
def test_a_list_of_years_or_of_one_unit_is_a_table_and_no_list_of_properties(
    rows: tuple[tuple[str, str], ...], unit: str | None, attributes: bool
) -> None:
    assert is_attributes(Table("T", ("", "Amount"), rows, "t.csv", unit)) is attributes


def test_a_row_that_names_only_a_time_says_it_of_all_rows_below() -> None:
    later = "H1 2025 | | |\nSales | 5 | 6 | 11\nTotal sales | 5 | 6 | 11\nMargin | 2 | 3 | 5"
    rows = f"{later}\nH1 2024 | | |\nMargin | 1 | 2 | 3"
    read = read_table(table(f"Item | Pumps | Drives | All\n{rows}"), 0, FRAME)
    assert [str(q.period) for q in read[::3]] == ["H1 2025", "H1 2025", "H1 2025", "H1 2024"]


def test_a_row_that_names_only_a_unit_says_it_of_all_rows_below() -> None:
    rows = "million tonnes | |\nSupply | |\nStocks | 8.0 | 8.8\nUse | |\nFeed | 9.0 | 9.9\nRate (%) | 2 | 3"
    read = read_table(table(f"Item | 2023 | 2024\n{rows}"), 0, FRAME)
    assert [(q.unit, q.kind) for q in read[::2]] == [("tonnes", "number")] * 2 + [("", "percent")]


def test_a_balance_heads_none_of_the_movements_below_it() -> None:
    rows = (("At December 31, 2023", "12"), ("Granted", "5"), ("At December 31, 2024", "17"))
    read = read_table(Table("Options", ("", "Shares"), rows, "a.csv", depths=(0, 1, 0)), 0, FRAME)
    assert [str(q.period) for q in read] == ["2023", "2024", "2024"]
    assert "At December 31, 2023" not in read[1].subject


def test_a_change_from_a_quarter_leads_to_the_latest_one() -> None:
    rows = "Jobs | 100 | 101 | 110 | 10.0\nPay | 5 | 6 | 7 | 40"
    text = f"Item | Q2 2024 | Q1 2025 | Q2 2025 | Change from Q2 2024 > in %\n{rows}"
    assert [str(q.period) for q in read_table(table(text), 0, FRAME)[3::4]] == ["Q2 2025", "Q2 2025"]


def test_the_month_in_which_years_end_is_not_when_figures_are() -> None:
    read = read_table(table("Company | FY end | Revenue > FY2024\nBrask | Sept | 7\nOrlo | Dec | 9"), 0, FRAME)
    assert [str(q.period) for q in read] == ["FY2024", "FY2024"]


def test_a_property_may_close_with_its_unit() -> None:
    rows = (("Market size in 2024, USD million", "3,511.2"), ("Tests in 2024, million", "612.8"), ("Firms", "24 firms"))
    read = read_table(Table("Report scope", ("Metric", "Value"), rows, "t.csv"), 0, FRAME)
    assert [(q.kind, q.amount) for q in read[:2]] == [("money", 3_511_200_000), ("number", 612_800_000)]
