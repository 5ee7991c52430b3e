import pytest

from ingest.audit.finding import Finding
from ingest.audit.repeats import UNIT_OFF, repeat_findings
from ingest.domain import Section, Table
from tests.ingest.audit.made import ledger, table

YEARS = table("Year | Revenue\n2024 | 30.0\n2027 | 40.0\n2030 | 54.6", "Drone market", "USD billion")
REGIONS = "Region | 2024 | 2030\nEurope | 10.0 | 20.0\nAsia | 20.0 | 34.6\nTotal | {} | 54.6"
THOUSANDS = "Region | 2024 | 2030\nEurope | 10,000 | 20,000\nAsia | 20,000 | 34,600\nTotal | 30,000 | 54,600"


def repeats(*parts: str | Section | Table) -> list[Finding]:
    return list(repeat_findings(ledger(*parts)))


def answer(text: str) -> Section:
    return Section(("Frequently asked questions", "How big is the market?"), text, "faq.md")


@pytest.mark.parametrize(
    "figure",
    ["USD 30.0 billion", "USD 30 billion", "about USD 30.9 billion", "USD 30,000 million", "USD 30.00 billion"],
)
def test_a_figure_of_the_text_may_be_rounded_otherwise_than_in_a_table(figure: str) -> None:
    assert repeats(f"The market was worth {figure} in 2024.", YEARS) == []
    assert repeats(answer(f"The market was worth {figure} in 2024."), YEARS) == []


def test_a_figure_of_the_text_against_a_table() -> None:
    (found,) = repeats("The market was worth USD 33.0 billion in 2024.", YEARS)
    assert (found.kind, found.is_contradiction) == ("text", True)
    assert found.said == "The market, 2024: USD 33.0 billion in one place, USD 30.0 billion in another"
    assert found.arithmetic == "they differ by 10.0 %, more than rounding allows"
    assert [(place.where, place.quote) for place in found.places] == [
        ("Overview", "The market was worth USD 33.0 billion in 2024."),
        ("Drone market, 2024 / Revenue", "30.0"),
    ]


def test_a_figure_of_an_answered_question_against_a_table() -> None:
    (found,) = repeats(answer("The market was worth USD 33.0 billion in 2024."), YEARS)
    assert found.kind == "faq"


def test_the_same_figure_in_two_tables() -> None:
    assert repeats(YEARS, table(REGIONS.format("30.0"), "Drone revenue by region", "USD billion")) == []
    assert repeats(YEARS, table(REGIONS.format("30"), "Drone revenue by region", "USD billion")) == []
    (found,) = repeats(YEARS, table(REGIONS.format("31.0"), "Drone revenue by region", "USD billion"))
    assert found.kind == "reprint"
    assert {place.where for place in found.places} == {
        "Drone revenue by region, Total / 2024",
        "Drone market, 2024 / Revenue",
    }


def test_the_figure_that_fewer_places_print_is_the_odd_one() -> None:
    regions = table(REGIONS.format("30.0"), "Drone revenue by region", "USD billion")
    again = table(REGIONS.format("30.0"), "Drone revenue by country", "USD billion")
    wrong = table("Year | Revenue\n2024 | 31.0\n2027 | 40.0\n2030 | 54.6", "Drone market by year", "USD billion")
    (found,) = repeats(wrong, regions, again)
    assert found.places[0].quote == "31.0"


def test_text_with_decimal_commas_agrees_with_a_workbook_that_prints_points() -> None:
    said = "The market was worth USD 30.000 million in 2024. Europe has 27,5 % of it, Asia 41,2 %, others 31,3 %."
    regions = table(THOUSANDS, "Drone revenue by region", "USD million")
    assert repeats(said, regions) == []
    assert len(repeats(said.replace("30.000", "33.000"), regions)) == 1


def test_the_same_digits_in_units_a_thousand_apart_are_one_finding() -> None:
    (found,) = repeats(YEARS, table(REGIONS.format("30.0"), "Drone revenue by region", "USD million"))
    assert (found.kind, found.off) == ("unit", UNIT_OFF)
    assert found.arithmetic == "2 figures differ by a factor of 1,000"
    assert "USD 30.0 million and USD 30.0 billion" in found.said


def test_the_same_amounts_in_other_units_are_none() -> None:
    assert repeats(YEARS, table(THOUSANDS, "Drone revenue by region", "USD million")) == []


@pytest.mark.parametrize(
    "said",
    [
        "The market was worth USD 40.0 billion in 2025.",
        "In Europe, the market was worth USD 33.0 billion in 2024.",
        "The market was worth EUR 27.0 billion in 2024.",
        "The market was worth more than USD 28 billion in 2024.",
        "The market was worth between USD 31 and 33 billion in 2024.",
        "The mapping segment was worth USD 3.0 billion in 2024.",
        "In 2024, 33 companies sold drones.",
    ],
)
def test_a_figure_of_something_else_contradicts_nothing(said: str) -> None:
    assert repeats(said, YEARS) == []


def test_a_figure_of_a_part_that_a_sentence_ranks_is_not_taken_for_the_markets() -> None:
    assert repeats("Large was the largest size in 2024 at USD 20.0 billion, ahead of Small.", YEARS) == []
    assert len(repeats("Large as it was, the market was worth USD 20.0 billion in 2024.", YEARS)) == 1


def test_a_table_whose_rows_were_not_told_apart_contradicts_nothing() -> None:
    mixed = table("Region | 2024\nEurope | 30.0\nEurope | 8.0", "Drone revenue by region", "USD billion")
    regions = table("Region | 2024\nEurope | 9.0", "Drone revenue by country", "USD billion")
    assert repeats(mixed) == repeats(mixed, regions) == []


def test_a_figure_that_a_table_has_for_something_else_was_misread() -> None:
    regions = table(REGIONS.format("30.0"), "Drone revenue by region", "USD billion")
    assert repeats("The market was worth USD 10.0 billion in 2024.", regions) == []


GROWTH = table("Country | 2024 | 2025\nFrance | 5.0% | 6.0%\nSpain | 7.0% | 8.0%", "Annual revenue growth by country")


def test_the_growth_of_a_whole_market_against_a_table() -> None:
    assert repeats("Revenue in France rose by 6.0% in 2025.", GROWTH) == []
    (found,) = repeats("Revenue in France rose by 9.4% in 2025.", GROWTH)
    assert (found.kind, found.said.split(":")[0]) == ("text", "The market in France, 2025")


def test_what_else_grew_says_nothing_against_revenue() -> None:
    customers = table(
        "Country | 2024 | 2025\nFrance | 1.0% | 2.0%\nSpain | 3.0% | 4.0%", "Growth of customers by country"
    )
    assert repeats(GROWTH, customers) == []


def test_a_sentence_that_says_two_figures_of_one_thing_was_misread() -> None:
    assert repeats("Revenue was USD 5 billion in 2024 and USD 6 billion in 2024 with licences.") == []


def test_a_price_may_be_told_without_per() -> None:
    prices = table("Year | Average price\n2024 | 300\n2025 | 310", "Drone licences", "USD per licence")
    assert repeats("A licence cost USD 310 on average in 2025.", prices) == []
    (found,) = repeats("A licence cost USD 350 on average in 2025.", prices)
    assert found.kind == "text"


def test_growth_that_a_title_says_nothing_else_of_is_that_of_revenue() -> None:
    growth = table(
        "Country | 2024 | 2025\nFrance | 5.0% | 6.0%\nSpain | 7.0% | 8.0%", "Global: Year-on-year growth, by country"
    )
    assert repeats("Revenue in France rose by 6.0% in 2025.", growth) == []
    (found,) = repeats("Revenue in France rose by 9.4% in 2025.", growth)
    assert found.said.split(":")[0] == "The market in France, 2025"
