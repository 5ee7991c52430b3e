import pytest

from ingest.audit.finding import Finding
from ingest.audit.years import year_findings
from ingest.domain import Cell
from tests.ingest.audit.made import ledger, table


def over_columns(years: str) -> list[Finding]:
    columns = years.split()
    figures = " | ".join(str(10 + at) for at in range(len(columns)))
    made = table(
        f"Region | {' | '.join(columns)}\nEurope | {figures}\nAsia | {figures}", "Drone revenue", "USD billion"
    )
    return list(year_findings(ledger(made)))


def beside_rows(years: str) -> list[Finding]:
    rows = "\n".join(f"{year} | {10 + at}" for at, year in enumerate(years.split()))
    return list(year_findings(ledger(table(f"Year | Revenue\n{rows}", "Drone revenue", "USD billion"))))


IN_ORDER = [
    "2024 2025 2026 2027 2028",
    "2028 2027 2026 2025 2024",
    "2019 2024 2030 2035 2040",
    "2024 2025 2026",
    "2024E 2025F 2026F 2027F",
]
STRAYS = [
    ("2024 2025 2016 2027 2028", 2016),
    ("2004 2025 2026 2027 2028", None),
    ("2024 2035 2026 2027 2028", 2035),
    ("2024 2025 2026 2027 2018", 2018),
    ("2028 2027 2036 2025 2024", 2036),
]


@pytest.mark.parametrize("years", IN_ORDER)
def test_years_in_order_are_right_whatever_their_steps(years: str) -> None:
    assert over_columns(years) == []
    assert beside_rows(years) == []


@pytest.mark.parametrize(("years", "stray"), STRAYS)
def test_a_year_outside_the_span_of_the_others(years: str, stray: int | None) -> None:
    for found in (over_columns(years), beside_rows(years)):
        assert [finding.kind for finding in found] == (["year"] if stray else [])
        assert all(f"has the year {stray} among" in finding.said for finding in found)


def test_a_finding_shows_the_years_beside_it() -> None:
    (found,) = beside_rows("2024 2025 2016 2027 2028")
    assert found.said == "Drone revenue has the year 2016 among 2024 to 2028"
    assert found.arithmetic == "in the order printed: 2025, 2016, 2027"
    assert (found.places[0].quote, found.places[0].source) == ("2016", Cell(0, 2, 0))


def test_two_rows_that_change_places_are_no_year_outside() -> None:
    assert beside_rows("2024 2026 2025 2027 2028") == []


def test_years_without_any_order_say_nothing() -> None:
    assert beside_rows("2030 2024 2027 2025 2031 2019") == []


def test_each_title_over_years_has_its_own_run() -> None:
    header = "Revenue > 2024 | Revenue > 2025 | Revenue > 2026 | Units > 2024 | Units > 2025 | Units > 2026"
    made = table(f"Region | {header}\nEurope | 1 | 2 | 3 | 4 | 5 | 6\nAsia | 1 | 2 | 3 | 4 | 5 | 6", "Drones")
    assert list(year_findings(ledger(made))) == []
