import pytest

from ingest.audit.finding import Finding
from ingest.audit.rates import rate_findings, step_findings
from ingest.domain import Section, Table
from tests.ingest.audit.made import ledger, table

STATED = (
    "The market was worth USD 30.0 billion in 2024 and is expected to reach USD 54.6 billion by 2030, "
    "at a CAGR of {} from 2024 to 2030."
)
STEPS = (
    "The market was worth USD {} billion in 2025. It reaches USD 13.70 billion in 2026 and USD 31.56 billion in 2032, "
    "a CAGR of 14.99% from 2025 to 2032."
)
REGIONS = "Region | 2024 | 2030 | CAGR 2024-2030 (%)\nEurope | 8.0 | 14.0 | {}\nAsia | 10.0 | 20.0 | 12.2"
LEVELS = table("Year | Revenue\n2024 | 30.0\n2025 | 33.1\n2030 | 54.6", "Drone market", "USD billion")


def rates(*parts: str | Section | Table) -> list[Finding]:
    return list(rate_findings(ledger(*parts)))


@pytest.mark.parametrize("rate", ["10.5%", "10%", "about 10.5%", "10.50%"])
def test_a_rate_that_its_end_points_give_within_rounding_is_right(rate: str) -> None:
    assert rates(STATED.format(rate)) == []


@pytest.mark.parametrize(("rate", "off"), [("12.5%", "0.191"), ("10.9%", "0.039"), ("12%", "0.143")])
def test_a_rate_of_a_sentence_is_held_to_the_figures_of_the_sentence(rate: str, off: str) -> None:
    (found,) = rates(STATED.format(rate))
    assert found.said == (
        f"The growth rate of the market over 2024–2030 is given as {rate}; by its end points it is 10.50 %"
    )
    assert found.arithmetic == "(54.6 / 30.0) ^ (1/6) - 1 = 10.50 %"
    assert (found.kind, found.is_contradiction, f"{found.off:.3f}") == ("rate", True, off)


def test_a_rate_in_a_table_is_held_to_its_own_row() -> None:
    assert rates(table(REGIONS.format("9.8"), "Drone revenue by region", "USD billion")) == []
    (found,) = rates(table(REGIONS.format("12.8"), "Drone revenue by region", "USD billion"))
    assert found.said.startswith("The growth rate of the market in Europe over 2024–2030 is given as 12.8 %;")
    assert [place.quote for place in found.places] == ["12.8", "8.0", "14.0"]
    assert found.places[0].where == "Drone revenue by region, Europe / CAGR 2024-2030 (%)"


def test_a_rate_without_figures_beside_it_is_held_to_those_of_a_table() -> None:
    assert rates("The market grows at a CAGR of 10.5% from 2024 to 2030.", LEVELS) == []
    (found,) = rates("The market grows at a CAGR of 14.5% from 2024 to 2030.", LEVELS)
    assert [place.where for place in found.places] == [
        "Overview",
        "Drone market, 2024 / Revenue",
        "Drone market, 2030 / Revenue",
    ]


def test_a_rate_without_end_points_cannot_be_wrong() -> None:
    assert rates("The market grows at a CAGR of 14.5% from 2023 to 2031.", LEVELS) == []
    assert rates("The market grows at a CAGR of 14.5%.") == []


def test_a_rate_of_something_else_is_not_held_to_the_market() -> None:
    assert rates("In Europe, the market grows at a CAGR of 14.5% from 2024 to 2030.", LEVELS) == []
    assert rates("By volume, the market grows at a CAGR of 4.5% from 2024 to 2030.", LEVELS) == []


def test_coarse_figures_allow_many_rates() -> None:
    said = (
        "The market was worth USD 1 billion in 2024 and reaches USD 2 billion by 2030, a CAGR of {} from 2024 to 2030."
    )
    assert rates(said.format("9.1%")) == rates(said.format("15.0%")) == []
    assert len(rates(said.format("35.0%"))) == 1


def test_figures_said_to_be_about_right_allow_a_twentieth() -> None:
    about = STATED.replace("USD 30.0", "about USD 30.0")
    assert rates(about.format("11.2%")) == []
    assert len(rates(STATED.format("11.2%"))) == 1


def test_growth_of_the_first_year_beside_another_rate_is_worth_a_look() -> None:
    (found,) = step_findings(ledger(STEPS.format("11.87")))
    assert found.said == (
        "Growth from 2025 to 2026 is 15.42 %, while the same passage names a rate of 14.99% a year over 2025–2032"
    )
    assert found.arithmetic == "13.70 / 11.87 - 1 = 15.42 %, and (31.56 / 11.87) ^ (1/7) - 1 = 14.99 %"
    assert (found.kind, found.is_contradiction) == ("step", False)


def test_growth_of_the_first_year_at_the_rate_is_not() -> None:
    assert list(step_findings(ledger(STEPS.format("11.91")))) == []
