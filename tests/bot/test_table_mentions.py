"""What a question names that tables name too."""

import pytest

from bot.cells import name_of
from bot.evidence import Operation
from bot.table_mentions import Mentions
from bot.understand import understand
from tests.bot.lathes import lathes


def mentions(question: str) -> Mentions:
    return Mentions(understand(question, lathes()), lathes())


def test_names_are_told_from_what_they_leave_unexplained() -> None:
    asked = mentions("Revenue of heavy turning and grinding in Germany in 2023")
    assert asked.names == (name_of("Heavy turning"),)
    assert [word.text for word in asked.left] == ["grinding"]


@pytest.mark.parametrize(
    ("question", "possible"),
    [
        ("Revenue of bores 400 to 650 mm in Germany in 2023", True),
        ("Revenue of 5-axis milling in Germany in 2023", False),
        ("Top three modalities in Germany in 2023", True),
        ("Revenue of milling in Germany in dollars in 2023", False),
        ("How big is the market in 2023?", False),
    ],
)
def test_every_number_must_be_of_a_name_a_year_or_a_count(question: str, possible: bool) -> None:
    assert mentions(question).is_possible is possible


@pytest.mark.parametrize(
    ("question", "operation"),
    [
        ("Milling plus turning lathes in Germany in 2023", "sum"),
        ("How far apart are milling and turning lathes in Germany in 2023?", "difference"),
        ("CAGR of milling in Germany 2022-2024", "cagr"),
        ("What yearly rate of growth takes milling from 2022 to 2024?", "cagr"),
        ("Share of milling in Germany in 2023", "share"),
        ("Revenue of milling in Germany in 2023", None),
    ],
)
def test_what_is_to_be_made_of_the_figures(question: str, operation: Operation | None) -> None:
    assert mentions(question).operation == operation


def test_a_place_around_two_others_is_not_set_beside_them() -> None:
    things = mentions("Germany and France in Europe in 2023").things()
    assert [places for _, places in things] == [("Germany",), ("France",)]
