"""How a number stands in its sentence."""

import pytest

from bot.standing import Standing, standing
from ingest.domain import Table
from tests.bot.sources import cite, cite_row


def stands(text: str, number: str) -> Standing:
    source = cite(text)
    return standing(text, next(quantity for quantity in source.quantities if number in quantity.text))


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("The top three hold 46%, up from 39% before.", "39%", True),
        ("The top three hold 46%, up from 39% before.", "46%", False),
        ("It cost USD 61 in 2024, against USD 118 in 2019.", "118", True),
        ("It was USD 6.90, compared with USD 4.10 for milk.", "4.10", True),
        ("It was more than USD 5 billion in 2024.", "5 billion", False),
    ],
)
def test_what_others_are_compared_with_is_told_apart(text: str, number: str, expected: bool) -> None:
    assert stands(text, number).base is expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("It was USD 6.90 per kilogram in 2024.", "6.90", "kilogram"),
        ("It was USD 6.90 per kg in 2024.", "6.90", "kilogram"),
        ("Software grew 14% a year until 2030.", "14%", "year"),
        ("Software grew 14% annually until 2030.", "14%", "year"),
        ("Software grew 14% in 2024.", "14%", ""),
    ],
)
def test_what_a_number_counts_for_is_read(text: str, number: str, expected: str) -> None:
    assert stands(text, number).per == expected


def test_a_part_is_of_what_follows_it() -> None:
    cells = stands("Mixed cells made up 17% of new installations in 2023.", "17%")
    assert cells.part_of == {"new", "instal"}
    assert stands("The U.S. held 82% of the market in North America.", "82%").part_of == frozenset()
    assert stands("Canada burned 29% of European demand.", "29%").around == {"Europe"}


def test_steps_and_comparisons_are_seen() -> None:
    assert stands("It rose by 5 percentage points in 2024.", "5").step == "by"
    assert stands("Penetration rose from 5% to 8%.", "8%").step == "to"
    assert stands("It cost USD 60 more in 2024.", "60").compared


def test_nothing_is_known_of_a_cell() -> None:
    row = cite_row(Table("Sales, USD million", ("Region", "2024"), (("Japan", "842"),), "t.csv"), 0)
    assert not standing(row.text, row.quantities[0]).known
