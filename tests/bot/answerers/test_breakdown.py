"""Figures side by side."""

import pytest

from bot.answerers.breakdown import breakdown
from bot.evidence import Grid
from tests.bot.beehives import found


def rows(question: str) -> list[tuple[str, ...]]:
    proposal = breakdown(found(question))
    assert proposal is not None
    (grid,) = (block for block in proposal.blocks if isinstance(block, Grid))
    return [cells for cells, _ in grid.rows]


def test_the_parts_of_a_market_stand_highest_first() -> None:
    assert rows("Market size by product in 2030") == [
        ("Scales", "USD 374.2 million"),
        ("Thermometers", "USD 351.9 million"),
        ("Acoustic sensors", "USD 258.7 million"),
    ]


def test_places_are_compared_at_the_year_asked_for() -> None:
    assert rows("Market size by region in 2023")[:3] == [
        ("Europe", "USD 158.0 million"),
        ("North America", "USD 132.5 million"),
        ("Asia-Pacific", "USD 94.0 million"),
    ]


@pytest.mark.parametrize("question", ["How big is the market in 2024?", "Who are the players?"])
def test_a_question_of_one_thing_is_no_breakdown(question: str) -> None:
    assert breakdown(found(question)) is None
