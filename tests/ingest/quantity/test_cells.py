from decimal import Decimal

import pytest

from ingest.domain import Cell, Period
from tests.ingest.quantity.cases import line_of
from tests.ingest.quantity.reading import read


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


def test_amounts_per_share_are_in_the_money_of_the_others() -> None:
    found = read(
        " | 2024\nNet profit | 7,310\nPer ordinary share: | \nDividends declared | 0.44",
        unit="Euros in thousands, except per share data",
    )
    assert [(q.kind, q.currency, q.amount) for q in found] == [
        ("money", "EUR", 7_310_000),
        ("money", "EUR", Decimal("0.44")),
    ]


def test_a_group_of_amounts_and_of_those_per_share_says_not_which() -> None:
    found = read(
        " | 2024\nProfit and profit per share: | \nAdjusted profit | $7,310\nProfit per share | $0.44",
        unit="in thousands, except per share data",
    )
    assert [q.amount for q in found] == [7_310_000, Decimal("0.44")]


def test_a_percentage_is_carried_down_its_column() -> None:
    found = read(
        " | Balance | Yield\nLoans | $ 9,100 | 5.2%\nBonds | 4,400 | 3.1\nTotal | $ 13,500 | 4.5%", unit="$ thousand"
    )
    assert [(q.kind, q.value) for q in found if q.kind == "percent"] == [
        ("percent", Decimal("5.2")),
        ("percent", Decimal("3.1")),
        ("percent", Decimal("4.5")),
    ]


def test_units_named_apart_are_those_of_what_the_headers_name() -> None:
    text = "Origin | Quantity > 2024 | Worth > 2024\nSpain | 12.5 | 48"
    found = read(text, title="Honey imports (quantity in 1,000 tonnes, worth in EUR million)", unit="thousand tonnes")
    assert [(q.kind, q.amount) for q in found] == [("number", 12_500), ("money", 48_000_000)]


def test_a_row_s_unit_goes_before_the_one_all_columns_have() -> None:
    found = read(
        " | Note | 2024 > EUR’000 | 2023 > EUR’000\nRevenue | 4 | 910 | 880\nDividend (euro cents) | 9 | 12.5 | 11"
    )
    assert [q.amount for q in found] == [910_000, 880_000, Decimal("0.125"), Decimal("0.11")]


def test_a_column_of_units_may_hold_a_number() -> None:
    found = read("Indicator | Unit | 2023 | 2024\nSales | EUR billion | 3.1 | 3.4\nJobs | 1,000 | 18.2 | 18.9")
    assert [(q.kind, q.amount) for q in found] == [
        ("money", 3_100_000_000),
        ("money", 3_400_000_000),
        ("number", 18_200),
        ("number", 18_900),
    ]


def test_a_row_that_has_only_its_unit_names_no_group() -> None:
    found = read(
        "Item | 2023 | 2024 | Unit\nSales | – | – | EUR million\nOrders | 5 | 6 | EUR million\nTax | 1 | 2 | EUR m"
    )
    assert [q.subject for q in found] == [("Orders",)] * 2 + [("Tax",)] * 2


def test_rows_of_units_say_what_the_rows_below_them_are_in() -> None:
    found = read(
        "Item | 2022/23 | 2023/24 Est.\nMillion acres | | \nArea sown | 7.1 | 7.4\nBARLEY MEAL | | Thousand tons\n"
        "Output | 640 | 655\nPercent | | \nUse of stocks | 12 | 14"
    )
    assert [(q.kind, q.unit.lower(), q.amount, str(q.period)) for q in found] == [
        ("number", "acres", 7_100_000, "FY2023"),
        ("number", "acres", 7_400_000, "FY2024"),
        ("number", "tons", 640_000, "FY2023"),
        ("number", "tons", 655_000, "FY2024"),
        ("percent", "", 12, "FY2023"),
        ("percent", "", 14, "FY2024"),
    ]


def test_months_are_columns_and_years_rows_below_the_names_of_groups() -> None:
    found = read(
        "Year | Jan. | Feb. | Annual avg.\nIndex, 2010=100 | | | \n2022 | 118.1 | 118.4 | 119.0\n"
        "Percent change from a year earlier | | | \n2022 | 2.1 | 2.3 | 2.2"
    )
    assert [(q.kind, str(q.period)) for q in found] == [
        ("number", "2022-01"), ("number", "2022-02"), ("number", "2022"),
        ("percent", "2022-01"), ("percent", "2022-02"), ("percent", "2022"),
    ]  # fmt: skip


def test_a_month_of_change_is_of_the_year_up_to_the_title_s_month() -> None:
    text = "Item | Percent change from > Nov. to Dec. | Percent change from > Dec. to Jan.\nBread | 0.4 | 0.2"
    assert [str(q.period) for q in read(text, title="Table 4. Prices by item, January 2023")] == ["2022-12", "2023-01"]


def test_changes_between_quarters_and_years_lead_to_the_later_one() -> None:
    text = "EUR m | 2Q23 | 2Q22 | Chg. % | 12M23 | 12M22 | Chg. %\nSales | 21.0 | 20.0 | 5.0% | 84.0 | 80.0 | 5.0%"
    assert [str(q.period) for q in read(text)] == ["Q2 2023", "Q2 2022", "Q2 2023", "2023", "2022", "2023"]


def test_a_header_of_all_of_something_is_that_of_the_whole() -> None:
    found = read("Region | Clinics | All end users\nEurope | 61 | 95", unit="USD million")
    assert [(q.kind, q.subject) for q in found] == [("money", ("Clinics",)), ("money", ())]


@pytest.mark.parametrize("label", ["Rolling 12 months", "12 months rolling", "Last twelve months"])
def test_trailing_months_are_no_period_that_is_named(label: str) -> None:
    assert [q.period for q in read(f"EUR m | {label}\nSales | 84")] == [None]


def test_a_change_is_in_what_its_figures_tell() -> None:
    header = "Item | 2024 | 2023 | Change\n"
    amounts = read(f"{header}Sales | 120 | 95 | 25\nWages | 80 | 70 | 10", unit="USD million")
    assert [(q.kind, q.amount, q.measure) for q in amounts[2::3]] == [
        ("money", 25_000_000, "increase"),
        ("money", 10_000_000, "increase"),
    ]
    percents = read(f"{header}Sales | 125 | 100 | 25\nWages | 77 | 70 | 10", unit="USD million")
    assert [(q.kind, q.amount) for q in percents[2::3]] == [("percent", 25), ("percent", 10)]


def test_a_row_of_units_below_the_header_is_no_row_of_figures() -> None:
    head = "Year | Cement | Dwellings | Turnover\n | 1,000 t | number | EUR million\n"
    found = read(f"{head}2023 | 3,757 | 27,065 | 12\n2024 | 1 | 2 | 3", "Long series")
    assert [(q.amount, q.unit, str(q.period)) for q in found[:3]] == [
        (3_757_000, "t", "2023"),
        (27_065, "", "2023"),
        (12_000_000, "", "2023"),
    ]
    assert len(found) == 6


def test_a_month_in_the_title_is_that_of_figures_without_a_time() -> None:
    (found, *_) = read("Region | Stays\nNorth | 12\nSouth | 9", "Overnight stays by region, August 2025")
    assert str(found.period) == "2025-08"


def test_a_percentage_beside_each_time_is_of_that_time() -> None:
    found = read("Name | 2025 | % | 2024 | %\nSales | 200 | 100.0 | 150 | 100.0\nCosts | 120 | 60.0 | 90 | 60.0")
    assert [str(q.period) for q in found[:4]] == ["2025", "2025", "2024", "2024"]


def test_months_up_to_another_are_not_the_year_of_the_title() -> None:
    found = read("Item | Six months ended September 30, 2024 | 2024\nCosts | 5 | 9", "Costs in 2024", "USD million")
    assert [str(q.period) for q in found] == ["6M to 2024-09", "2024"]


@pytest.mark.parametrize(("unit", "shares"), [("in thousands", 300_000), ("USD thousand", 300)])
def test_shares_are_counted_in_the_scale_of_the_table_and_no_money(unit: str, shares: int) -> None:
    found = read("Item | 2024 | 2023\nWages | $4 | $3\nShares outstanding | 300 | 300", unit=unit)
    assert [(q.kind, q.amount) for q in found] == [
        ("money", 4000), ("money", 3000), ("number", shares), ("number", shares),
    ]  # fmt: skip


def test_a_name_may_tell_of_another_time_than_its_column() -> None:
    found = read("Item | H1 2025 | H1 2024\nDividend paid for 2024 | 7.9 | 0.0\nDividend paid for 2023 | 0.0 | 7.8")
    assert [str(q.period) for q in found] == ["H1 2025", "H1 2024"] * 2


def test_rows_named_by_years_below_times_are_of_the_times_of_their_columns() -> None:
    found = read("Accident year | 2022 | 2023 | 2024\n2022 | 151 | 152 | 150\n2023 | | 159 | 158\n2024 | | | 165")
    assert [(str(q.period), q.subject[-1]) for q in found] == [
        ("2022", "Accident year 2022"), ("2023", "Accident year 2022"), ("2024", "Accident year 2022"),
        ("2023", "Accident year 2023"), ("2024", "Accident year 2023"), ("2024", "Accident year 2024"),
    ]  # fmt: skip


def test_where_a_company_sits_is_not_where_it_sells() -> None:
    (found, *_) = read("Company | Headquarters | Share (%)\nAcme | Rome, Italy | 9.6\nBolt | Berlin, Germany | 8.3")
    assert found.place is None


def test_percentages_beside_amounts_are_how_these_changed_where_a_note_says_so() -> None:
    text = "Year | Sales > EUR m | Sales > %\n2024 | 5 | 3.1\n2025 | 6 | 20.0"
    note = ("(Percentages indicate year-on-year changes.)",)
    assert [q.measure for q in read(text, "Results", notes=note) if q.kind == "percent"] == ["growth", "growth"]
    assert [q.measure for q in read(text, "Results") if q.kind == "percent"] == ["other", "other"]


def test_growth_a_year_over_several_years_is_compound() -> None:
    found = read("Country | Growth (% p.a.) > 2022–24 | Growth (%) > 2023–2024\nChile | 14.8 | 7.1", "Drones")
    assert [(q.measure, str(q.period)) for q in found] == [("cagr", "2022–2024"), ("growth", "2024")]


def test_movements_are_of_the_time_between_the_balances() -> None:
    text = "Item | Options\nOutstanding at December 31, 2024 | 9\nGranted | 2\nOutstanding at June 30, 2025 | 11"
    assert [str(q.period) for q in read(text, "Options")] == ["2024", "6M 2025", "2025-06"]


def test_columns_between_two_days_are_movements_but_for_percentages() -> None:
    text = "Item | 31 Dec 2024 | Cash flow | Share (%) | 30 June 2025\nLeases | 9 | 2 | 40 | 11"
    assert [str(q.period) for q in read(text, "Net debt", "EUR million")] == ["2024", "6M 2025", "None", "2025-06"]


@pytest.mark.parametrize(
    ("title", "periods"),
    [
        ("Hotels, for the three months ended September 30, 2025 and 2024", ["Q3 2025", "Q3 2025", "Q3 2024"]),
        ("Imports, January–June", ["None", "H1 2025", "H1 2024"]),
    ],
)
def test_the_part_of_the_years_that_a_title_names_is_that_of_its_columns(title: str, periods: list[str]) -> None:
    found = read("Market | Rooms | Rate > 2025 | Rate > 2024\nOslo | 40 | 7.1 | 7.3", title)
    assert [str(q.period) for q in found] == periods
