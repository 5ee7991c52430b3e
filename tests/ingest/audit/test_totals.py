import pytest

from ingest.audit.finding import Finding
from ingest.audit.totals import total_findings
from ingest.domain import Table
from tests.ingest.audit.made import ledger, table

APPLICATIONS = (
    "Application | 2024 | 2027 | 2030\nMapping | 10.0 | 14.0 | 20.0\nRacing | 5.5 | 5.8 | 6.0\nTotal | {} | 19.8 | 26.0"
)
SHARES = "Application | Share\nMapping | 41.2\nRacing | 30.0\nOther | {}"
REGIONS = """
Region | 2024 | 2030
Europe | 50.0 | 60.0
  France | 30.0 | 40.0
  Italy | 20.0 | 20.0
Asia | {} | 81.0
  Japan | 30.0 | 50.0
  China | 40.0 | 31.0
World | {} | 141.0"""
ALONG = """
Year | Europe | Asia | Total
2024 | 1.0 | 2.0 | 3.0
2025 | 1.5 | 2.5 | 4.0
2026 | 2.0 | 3.0 | {}
2027 | 2.5 | 3.5 | 6.0"""


def totals(*tables: Table) -> list[Finding]:
    return list(total_findings(ledger(*tables)))


def revenue(text: str) -> Table:
    return table(text, "Drone revenue", "USD billion")


def shares(text: str) -> Table:
    return table(text, "Revenue share by application, 2024 (%)")


@pytest.mark.parametrize("total", ["15.5", "15.6", "15.4", "16"])
def test_a_total_may_be_off_by_what_rounding_hides(total: str) -> None:
    assert totals(revenue(APPLICATIONS.format(total))) == []


def test_a_total_that_is_not_the_sum_of_its_rows() -> None:
    (found,) = totals(revenue(APPLICATIONS.format("17.5")))
    assert found.said == "Drone revenue, Total, 2024: the parts add up to 15.5, and 17.5 is printed"
    assert found.arithmetic == "10.0 + 5.5 = 15.5"
    assert (found.kind, found.is_contradiction) == ("total", True)
    assert [place.quote for place in found.places] == ["17.5", "10.0", "5.5"]


def test_a_total_that_never_holds_sums_up_something_else() -> None:
    assert (
        totals(revenue("Application | 2024 | 2030\nMapping | 10.0 | 20.0\nRacing | 5.5 | 6.0\nTotal | 50.0 | 60.0"))
        == []
    )


def test_a_single_total_is_held_to_its_parts_when_it_is_near() -> None:
    one = "Application | 2024\nMapping | 10.0\nRacing | 5.5\nTotal | {}"
    assert len(totals(revenue(one.format("16.9")))) == 1
    assert totals(revenue(one.format("50.0"))) == []


def test_groups_are_held_to_their_rows_and_the_whole_to_the_groups() -> None:
    assert totals(revenue(REGIONS.format("70.0", "120.0"))) == []
    (group,) = totals(revenue(REGIONS.format("71.0", "121.0")))
    assert group.said == "Drone revenue, Asia, 2024: the parts add up to 70.0, and 71.0 is printed"
    (whole,) = totals(revenue(REGIONS.format("70.0", "125.0")))
    assert whole.said == "Drone revenue, World, 2024: the parts add up to 120.0, and 125.0 is printed"


def test_a_group_without_figures_is_added_up_by_its_subtotal() -> None:
    text = (
        "Region | 2024 | 2030\nEurope | |\nFrance | 31.0 | 40.0\nItaly | 20.0 | 20.0\nTotal Europe | {} | 60.0\n"
        "Asia | |\nJapan | 30.0 | 50.0\nChina | 40.0 | 31.0\nTotal Asia | 70.0 | 81.0\nTotal | 121.0 | 141.0"
    )
    assert totals(revenue(text.format("51.0"))) == []
    said = [found.said for found in totals(revenue(text.format("61.0")))]
    assert "Drone revenue, Total Europe, 2024: the parts add up to 51.0, and 61.0 is printed" in said


def test_a_column_of_totals_is_held_to_its_row() -> None:
    assert totals(revenue(ALONG.format("5.0"))) == []
    (found,) = totals(revenue(ALONG.format("6.0")))
    assert found.said == "Drone revenue, 2026, Total: the parts add up to 5.0, and 6.0 is printed"


@pytest.mark.parametrize("other", ["28.8", "28.7", "28.9"])
def test_shares_may_be_off_by_what_rounding_hides(other: str) -> None:
    assert totals(shares(SHARES.format(other))) == []


def test_thirds_of_a_hundred_are_a_hundred() -> None:
    assert totals(shares("Application | Share\nMapping | 33.3\nRacing | 33.3\nOther | 33.3")) == []


def test_shares_that_do_not_add_up_to_a_hundred() -> None:
    (found,) = totals(shares(SHARES.format("33.8")))
    assert found.said.endswith("Share: the shares add up to 105.0 %, not to 100 %")
    assert (found.kind, found.arithmetic) == ("share", "41.2 + 30.0 + 33.8 = 105.0")
    assert [place.quote for place in found.places] == ["41.2", "30.0", "33.8"]


def test_the_shares_of_a_few_need_not_be_a_hundred() -> None:
    assert totals(shares("Player | Share\nAcme | 12.0\nBeta | 9.5\nGamma | 8.1")) == []


def test_shares_under_a_total_of_a_hundred() -> None:
    text = """
Application | 2023 | 2024
Mapping | 41.2 | 40.0
Racing | 30.0 | 30.0
Other | 28.8 | {}
Total | 100.0 | 100.0"""
    title = "Revenue share by application (%)"
    assert totals(table(text.format("30.0"), title)) == []
    (found,) = totals(table(text.format("31.0"), title))
    assert (found.kind, found.said.split(": ")[1]) == ("share", "the parts add up to 101.0, and 100.0 is printed")


@pytest.mark.parametrize("header", ["CAGR 2024-2030 (%)", "Growth (%)", "Price (USD per unit)"])
def test_rates_and_prices_are_not_added_up(header: str) -> None:
    text = f"Application | 2024 | {header}\nMapping | 10.0 | 9.1\nRacing | 5.5 | 4.2\nTotal | 15.5 | 7.7"
    assert totals(revenue(text)) == []


def test_a_total_with_a_part_that_is_not_printed_is_not_checked() -> None:
    assert totals(revenue(APPLICATIONS.format("17.5").replace("5.5", "n.a."))) == []
