"""Whose dollars a report means."""

from dataclasses import replace

import pytest

from ingest.domain import Table
from ingest.quantity.reports import quantities
from tests.bot.sources import report_of

SALES = Table("Sales ($ million)", ("Shop", "2024"), (("North", "12"), ("South", "9")), "t.csv")


def currencies(text: str, title: str, table: Table = SALES) -> set[str | None]:
    return {q.currency for q in quantities(replace(report_of(text, title), tables=(table,))) if q.kind == "money"}


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("Sales were $21 million in 2024.", "Shop report 2024", {"USD"}),
        ("Sales were $21 million in 2024.", "Shops in Australia 2024", {"AUD"}),
        ("Sales were $21 million in 2024. All amounts are in Canadian dollars.", "Shop report 2024", {"CAD"}),
        ("In this report “$” means New Zealand dollars.", "Shop report 2024", {"NZD"}),
        ("Shops of Canada sold for $21 million in 2024.", "Shop report 2024", {"CAD"}),
        ("Shops of Canada sold for $21 million in 2024, those of the United States more.", "Shop report", {"USD"}),
        ("Prices fell as the Canadian dollar lost.", "Shop report 2024", {"USD"}),
        ("Sales were US$14 million in 2024.", "Shops in Australia 2024", {"USD"}),
        ("Sales were US$14 million in 2024. Other figures are in Australian dollars.", "Shops", {"USD", "AUD"}),
    ],
)
def test_a_report_says_whose_dollars_or_is_of_a_country_with_its_own(text: str, title: str, expected: set[str]) -> None:
    assert currencies(text, title) == expected


def test_a_table_in_us_dollars_is_in_these() -> None:
    table = replace(SALES, title="Sales (US$ million)")
    assert currencies("All other amounts are in Singapore dollars.", "Shop report", table) == {"USD"}
