import pytest

from ingest.domain import Measure, Table
from ingest.quantity.dates import YearPart
from ingest.quantity.headers import read_header, read_headers
from ingest.quantity.labels import Label
from tests.ingest.quantity.cases import frame_for


def read(text: str) -> Label:
    return read_header(text, frame_for("drone"))


@pytest.mark.parametrize(
    ("text", "measure", "period", "unit"),
    [
        ("2024", None, "2024", None),
        ("Revenue (USD million)", "size", "None", "USD"),
        ("Revenue (USD million) > 2024", "size", "2024", "USD"),
        ("2024 > Revenue (EUR bn)", "size", "2024", "EUR"),
        ("USD million > 2024", None, "2024", "USD"),
        ("Shipments > USD million > 2024", "volume", "2024", "USD"),
        ("Market > CAGR 2025-2030 (%)", "cagr", "2025–2030", None),
        ("Revenue > Share (%)", "share", "None", None),
        ("Growth in % > CHF", "growth", "None", None),
    ],
)
def test_the_levels_of_a_header_say_what_when_and_in_what(
    text: str, measure: Measure | None, period: str, unit: str | None
) -> None:
    found = read(text)
    assert (found.measure, str(found.period), found.unit.currency if found.unit else None) == (measure, period, unit)
    assert found.text == text


def test_the_inner_level_says_when_if_both_do() -> None:
    assert str(read("2025–2030 > 2027").period) == "2027"


def test_places_and_subjects_of_all_levels_count() -> None:
    found = read("Europe > Mapping > 2024")
    assert (found.place, found.subject, found.total) == ("Europe", ("Mapping",), False)
    assert read("Mapping > Large > 2024").subject == ("Mapping", "Large")
    assert read("Mapping > Mapping > 2024").subject == ("Mapping",)


def test_a_total_over_years_is_one_and_under_a_place_is_of_that_place() -> None:
    assert read("Total > 2024").total
    under = read("Europe > Total")
    assert (under.total, under.place) == (False, "Europe")


@pytest.mark.parametrize("text", ["%", "(USD million)", "(EUR bn) > 2024", "2024 > %"])
def test_a_level_that_is_only_a_unit_names_no_subject(text: str) -> None:
    found = read(text)
    assert (found.subject, found.unit is not None) == ((), True)


def test_a_level_that_is_a_plain_noun_is_a_subject() -> None:
    assert read("Hospitals > 2024").subject == ("Hospitals",)


def test_a_mark_of_a_forecast_in_any_level_counts() -> None:
    assert read("Revenue > 2026F").projected
    assert read("Forecast 2026 > Revenue").projected
    assert not read("Revenue > 2024").projected


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Change to May 2024 from > May > 2023", "2024-05"),
        ("Change to May 2024 from > Apr. 2024", "2024-05"),
        ("Monthly change from > Apr. to May 2024", "2024-05"),
        ("Change since > 2019", "None"),
        ("2021/22 Proj. > June", "FY2022"),
        ("2021/22 > June", "2022-06"),
        ("Apr–Jun > 2023", "Q2 2023"),
        ("Full year > 2023", "2023"),
    ],
)
def test_what_a_change_is_counted_from_is_not_when(text: str, period: str) -> None:
    assert str(read(text).period) == period


def test_the_later_month_of_a_change_is_left_to_the_title_s_year() -> None:
    assert read("Monthly change from > Apr. to May").part == YearPart("month", 5)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Fiscal year ended > February 1, 2025", "FY2025"),
        ("As of > December 31, > 2024", "2024"),
        ("Three months ended > March 31, > 2024 > EUR m", "Q1 2024"),
    ],
)
def test_levels_that_are_a_time_together_are_one(text: str, period: str) -> None:
    assert str(read(text).period) == period


def test_a_day_that_can_be_read_in_two_ways_leaves_its_column_without_a_time() -> None:
    assert read("05/06/2024 > EUR m").untold
    assert not read("Six months ended September 30, 2024 > EUR m").untold


def test_months_up_to_another_are_those_of_the_year_below_them() -> None:
    assert str(read("Six Months Ended December 31, > 2024").period) == "6M to 2024-12"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("May to > June 2025 > % change", "2025-06"),
        ("% Change > '25 vs. '24", "2025"),
        ("Change > June 2024 to June 2025", "2025-06"),
        ("Change > Three months to June 2025", "Q2 2025"),
    ],
)
def test_of_two_times_that_a_change_is_between_the_later_one_is_its_own(text: str, period: str) -> None:
    assert str(read(text).period) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("26 weeks ended > 27 June 2025 £m", "6M 2025"),
        ("Revenue > 2023–24 ($m)", "FY2024"),
        ("52 weeks ended 27 December 2024 £m", "2024"),
        ("June quarter > 2025 ($m)", "Q2 2025"),
    ],
)
def test_a_time_may_have_its_unit_behind_it(text: str, period: str) -> None:
    found = read(text)
    assert str(found.period) == period
    assert found.unit is not None
    assert found.unit.scale == 10**6


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("% change > 24/23", "2024"),
        ("Second quarter to third quarter > 2025 > percentage point change", "Q3 2025"),
        ("Third quarter 2024 to third quarter 2025 > percentage point change", "Q3 2025"),
        ("Change > three months to June 2025", "Q2 2025"),
    ],
)
def test_a_change_is_of_the_later_of_two_times(text: str, period: str) -> None:
    assert str(read(text).period) == period


def test_what_an_index_is_measured_from_is_no_time() -> None:
    assert read("Volume index > 2017=100").period is None


def test_of_a_year_compared_with_another_it_is_the_first() -> None:
    assert str(read("2025 Compared to 2024 > Increase (Decrease) Due to > Volume").period) == "2025"


def test_twelve_months_without_a_year_are_those_of_the_latest_time_beside_them() -> None:
    table = Table("Key figures", ("", "Jul–Sep 2024", "R12 > Oct–Sep", "2023"), (("Sales", "5", "6", "7"),), "t.csv")
    assert [str(label.period) for label in read_headers(table, frame_for("drone"), {})[1:]] == [
        "Q3 2024",
        "12M to 2024-09",
        "2023",
    ]


def test_the_time_a_change_is_counted_from_is_not_its_own() -> None:
    found = read("August 2025 > Change on August 2024, % > Total")
    assert (found.measure, str(found.period)) == ("growth", "2025-08")


def test_what_counts_to_four_under_a_year_is_its_quarters() -> None:
    counted = tuple(f"Fiscal 2024 > {name}" for name in ("First", "Second", "Third", "Fourth"))
    table = Table("Results", ("", *counted, "Fiscal 2023 > First"), (("Sales", "5", "6", "7", "8", "9"),), "t.csv")
    found = read_headers(table, frame_for("drone"), {})
    assert [str(label.period) for label in found[1:]] == ["Q1 2024", "Q2 2024", "Q3 2024", "Q4 2024", "FY2023"]


def test_a_change_that_names_only_what_it_is_counted_from_is_not_of_that_time() -> None:
    header = ("", "Change from Q2 2024 > in %", "Change on the year before in % > 2024")
    found = read_headers(Table("Jobs, Q2 2025", header, (("All", "5", "6"),), "t.csv"), frame_for("drone"), {})
    assert [str(label.period) for label in found[1:]] == ["None", "2024"]
