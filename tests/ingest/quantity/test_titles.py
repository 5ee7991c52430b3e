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
