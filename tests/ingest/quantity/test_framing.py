import pytest

from ingest.domain import Period, Report, Section, Table
from ingest.quantity.framing import frame_of, market_name, market_names


def report(title: str, text: str, tables: tuple[Table, ...] = (), publisher: str | None = None) -> Report:
    return Report("kites", title, "d", (Section((), text, "report.md"),), tables, publisher)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Global Cold Chain Logistics Market 2025", "Cold Chain Logistics"),
        ("Kite Market Size, Share & Trends Report, 2030", "Kite"),
        ("India Two-Wheeler Insurance Market Report FY2024-FY2030", "Two-Wheeler Insurance"),
        ("Tea Industry: Outlook", "Tea"),
        ("Biomass Pellets by Use", "Biomass Pellets"),
        ("2025 Kite Market", "Kite"),
        ("Kite Bulletin 2025", "Kite"),
        ("Kite Quarterly Tracker, 3Q25", "Kite"),
        ("Kite Survey Drone Market", "Kite Survey Drone"),
        ("The European market for wood pellets – outlook 2030", "wood pellets"),
        ("Wood pellets market for heating", "Wood pellets"),
        ("State of Telemetry 2024", "Telemetry"),
        ("Norwick Letter: Europe Ski Rental Market", "Ski Rental"),
        ("Norwick Letter: Grinding Media, the merchant market", "Grinding Media"),
        ("Sector Note: India Tyre Retreading Market", "Tyre Retreading"),
        ("Kites: World Market Outlook to 2032", "Kites"),
        ("Kite Market | Altimar Leisure Insight", "Kite"),
        ("Vending Machines in Japan: Statistical Review 2024", "Vending Machines"),
        ("Cork Flooring from Portugal, Market Monitor 2025", "Cork Flooring"),
    ],
)
def test_a_market_is_named_by_its_title(title: str, name: str) -> None:
    assert market_name(title).removeprefix("Global ") == name


def test_an_acronym_the_text_introduces_is_the_market_too() -> None:
    names = market_names("Electric Vehicle Charging", "Electric Vehicle (EV) charging is growing.")
    assert names == (("electr", "vehicl", "charg"), ("ev", "charg"))


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("The forecast period is 2025 to 2030.", Period(2025, 2030, "span")),
        ("Forecast Period: 2025-2032", Period(2025, 2032, "span")),
        ("It grows at a CAGR of 8.9% from 2023 to 2032.", Period(2023, 2032, "span")),
        ("Forecast 2025-2030. Forecast 2024-2030.", None),
        ("It grows.", None),
    ],
)
def test_the_forecast_period_is_the_one_said_most(text: str, span: Period | None) -> None:
    assert frame_of(report("Kite Market", text)).forecast == span


def test_base_year_place_and_publisher_are_read() -> None:
    frame = frame_of(report("U.S. Kite Market", "The base year is 2024.", publisher="Windy Research"))
    assert (frame.base_year, frame.place) == (2024, "United States")
    assert "windi" in frame.publisher


def test_two_base_years_are_none() -> None:
    assert frame_of(report("Kite Market", "Base year: 2024. Base year: 2023.")).base_year is None


@pytest.mark.parametrize(
    ("text", "commas"),
    [
        ("EUR 1.234,5 million and 12,4 %", True),
        ("USD 1,234.5 million", False),
        ("EUR 1.234,5 million and USD 1,234.5 million", False),
        ("USD 571,544 billion, 781,357 billion and 283,826 billion at 4,0 %, 4,1 % and 3,2 %", True),
        ("- 1.1 Overview\n- 1.2 Regions\n- 1.3 Uses\nUSD 571,54 million", True),
        ("USD 571,544, 781,357 and 283,826 billion [1,2]", False),
        ("about 5 million", False),
    ],
)
def test_decimal_commas_count_where_the_report_is_consistent(text: str, commas: bool) -> None:
    assert frame_of(report("Kite Market", text)).decimal_comma is commas


PRICES = Table("Prices", ("Region", "2024"), (("Asia", "1,234.5"), ("Europe", "1,100.5"), ("Africa", "900.5")), "a.csv")


@pytest.mark.parametrize(
    ("text", "commas"),
    [
        ("In Asien 1.234,5 Stück, in Europa 1.100,5 und in Afrika 900,5.", (True, False)),
        ("In Asien 1.234,5 Stück.", (False, False)),
        ("1,234.5 pieces in Asia, 1,100.5 pieces in Europe and 900.5 pieces in Africa.", (False, False)),
    ],
)
def test_text_and_tables_may_write_their_decimals_differently(text: str, commas: tuple[bool, bool]) -> None:
    frame = frame_of(report("Kite Market", text, (PRICES,)))
    assert (frame.decimal_comma, frame.tables_comma) == commas


def test_tables_are_heard_too() -> None:
    table = Table("Scope", ("Attribute", "Details"), (("Forecast period", "2025-2031"),), "a.csv")
    assert frame_of(report("Kite Market", "x", (table,))).forecast == Period(2025, 2031, "span")


@pytest.mark.parametrize(
    ("text", "lag"),
    [
        ("Fiscal 2024 ended February 1, 2025.", 1),
        ("Fiscal year 2024 ended on 1 February 2025.", 1),
        ("Fiscal 2024 ended June 30, 2024.", 0),
        ("Fiscal 2024 ended February 1, 2025, fiscal 2022 ended December 31, 2022.", 0),
        ("Fiscal 2024 was a year of growth.", 0),
        ("The year to March 31, 2025 (April 1, 2024 – March 31, 2025; “FY2024”)", 1),
        ("The year ended March 31, 2025 (FY2025)", 0),
        ("In this report FY2025 means the fiscal year ending March 31, 2026.", 1),
        ("At March 31, 2025 (FY2024: 12)", 0),  # what stood there before
    ],
)
def test_a_report_may_number_its_fiscal_years_by_the_year_they_begin_in(text: str, lag: int) -> None:
    assert frame_of(report("Kite Market", text)).fiscal_lag == lag


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("The fiscal year ended March 31, 2025 was good. Year ended 31 March 2024.", 3),
        ("The year to June 2025 was good.", 6),
        ("All grew.", None),
    ],
)
def test_the_month_in_which_fiscal_years_end_is_the_one_named_most(text: str, month: int | None) -> None:
    assert frame_of(report("Results", text)).fiscal_end == month


def test_the_currency_is_that_of_nearly_all_money() -> None:
    dollars = "It earned $ 5, $ 6, $ 7, $ 8, $ 9, $ 10, $ 11, $ 12, $ 13 and $ 14 million."
    assert frame_of(report("Kite Market", dollars)).currency == "USD"
    assert frame_of(report("Kite Market", f"{dollars} And EUR 4 million, EUR 5 million.")).currency is None
    assert frame_of(report("Kite Market", "It earned $ 5 million.")).currency is None  # one sign tells little
