from decimal import Decimal

import pytest

from ingest.audit.facts import Fact
from ingest.audit.wording import amount, apart, of, percent, places, printed
from ingest.domain import Table
from tests.ingest.audit.made import ledger, report, table

RATES = table("Application | CAGR 2024-2030 (%)\nMapping | 9.8\nRacing | 4.1", "Drone revenue by application")
PLACES = table("Region | 2024\nEurope | 1,204.5\nAsia | 9.0", "Drone revenue", "USD million")
UNITS = table("Region | 2024\nEurope | 10,124.8\nAsia | 9.0", "Drone shipments", "thousand units")
CRORES = table("Region | 2024\nEurope | 30.0\nAsia | 9.0", "Drone revenue", "INR crore")


def first(part: str | Table) -> Fact:
    return ledger(part).facts[0]


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("The market was worth USD 30.0 billion in 2024.", "USD 30.0 billion"),
        ("The market grows at a CAGR of 10.5% from 2024 to 2030.", "10.5%"),
        (RATES, "9.8 %"),
        (PLACES, "USD 1,204.5 million"),
        (UNITS, "10,124.8 thousand units"),
        (CRORES, "INR 30.0 crore"),
    ],
)
def test_a_figure_is_said_with_the_unit_its_table_gives(part: str | Table, text: str) -> None:
    assert printed(first(part).quantity) == text


def test_an_amount_is_a_figure_for_a_formula() -> None:
    assert amount(first(PLACES).quantity) == "1,204.5"
    assert amount(first("The market was worth USD 30.0 billion in 2024.").quantity) == "30.0"


@pytest.mark.parametrize(
    ("part", "named"),
    [
        ("The market was worth USD 30.0 billion in 2024.", "the market"),
        (PLACES, "the market in Europe"),
        (RATES, "Application > Mapping"),
        (
            table("Application | Europe\nMapping | 9.8\nRacing | 4.1", "Drone revenue, 2024", "USD million"),
            "Application > Mapping in Europe",
        ),
    ],
)
def test_a_figure_is_of_a_subject_in_a_place(part: str | Table, named: str) -> None:
    assert of(report(), first(part)) == named


def test_the_places_of_figures_are_their_sentences_and_cells() -> None:
    parts = ("The market was worth USD 30.0 billion in 2024.", PLACES)
    text, cell, _ = ledger(*parts).facts
    assert [place.quote for place in places(report(*parts), text, cell)] == [parts[0], "1,204.5"]


@pytest.mark.parametrize(
    ("value", "beside", "said"),
    [("19.1234", "19.0%", "19.12 %"), ("14.794", "14.80%", "14.79 %"), ("10.4962", "10.50%", "10.496 %")],
)
def test_a_rate_is_told_to_as_many_digits_as_show_that_it_differs(value: str, beside: str, said: str) -> None:
    (rate,) = ledger(f"The market grows at a CAGR of {beside} from 2024 to 2030.").quantities
    assert percent(Decimal(value), rate) == said


def test_how_far_off_is_never_nothing() -> None:
    assert apart(Decimal("0.1")) == "10.0 %"
    assert apart(Decimal("0.00034")) == "0.03 %"
