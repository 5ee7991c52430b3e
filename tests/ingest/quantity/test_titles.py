"""Titles of tables."""

import pytest

from ingest.domain import Table
from ingest.quantity.frame import Frame
from ingest.quantity.titles import read_title, titled


def table(title: str, heading: tuple[str, ...] = ()) -> Table:
    return Table(title, ("", "a"), (("b", "1"),), "t.csv", heading=heading)


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Table 3: Cloud revenue by region", "Cloud revenue"),
        ("Exhibit 4-2 – Brazil – revenue by modality", "Brazil, revenue"),
        ("Revenue | Worldwide | 2019–2026", "Revenue, Worldwide, 2019–2026"),
    ],
)
def test_a_title_is_read_without_its_number_and_breakdown(title: str, plain: str) -> None:
    assert titled(table(title)) == plain


def test_the_heading_of_its_section_is_no_title_of_its_own() -> None:
    assert titled(table("Results", heading=("Report", "Results"))) == ""


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Capacity by country (MW, 31 December 2024)", "2024"),
        ("Orders by month, March 2025", "2025"),
        ("Forecasts for the fiscal year ending March 31, 2026 (April 1, 2025 to March 31, 2026)", "FY2026"),
        ("Sales by region, 2023 and 2024", "None"),
    ],
)
def test_the_time_behind_a_breakdown_or_in_brackets_is_the_title_s(title: str, period: str) -> None:
    assert str(read_title(table(title), Frame()).period) == period


@pytest.mark.parametrize(
    ("title", "period", "part"),
    [
        ("For the three months ended September 30, 2025 and 2024", "Q3 2025", ("quarter", 3, None)),
        ("Six months ended December 31, 2025 and 2024", "6M to 2025-12", ("months", 6, 12)),
        ("Imports of cement, January–June", "None", ("half", 1, None)),
        ("Price index, Base: Year 2021 = 100", "None", None),
    ],
)
def test_a_title_may_say_of_what_part_of_its_years_a_table_is(title: str, period: str, part: object) -> None:
    label = read_title(table(title), Frame())
    assert (str(label.period), label.part) == (period, part)


def test_the_rules_that_accounts_follow_are_no_place() -> None:
    assert read_title(table("Results for 2025 [Japanese GAAP]"), Frame()).place is None
