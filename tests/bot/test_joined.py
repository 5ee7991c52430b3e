"""Several things that one question joins."""

import pytest

from bot.joined import MOST, items
from tests.bot.accounts import accounts


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        ("revenue and gross profit in 2024?", ["revenue in 2024", "gross profit in 2024"]),
        (
            "licences, services and total revenues 2023 and 2024",
            ["licences 2023 and 2024", "services 2023 and 2024", "total revenues 2023 and 2024"],
        ),
        ("debt and equity at the end of 2024", ["debt at the end of 2024", "equity at the end of 2024"]),
        ("debt & last dividend", ["debt last", "dividend last"]),
        (
            "gross profit and research and development 2024",
            ["gross profit 2024", "research and development 2024"],
        ),
        ("sales of drives and pumps", ["sales of drives", "sales of pumps"]),
        ("imports and exports of wheat", ["imports of wheat", "exports of wheat"]),
        ("market size and share of hospitals", ["market size", "share of hospitals"]),
        ("imports of rye and exports of wheat", ["imports of rye", "exports of wheat"]),
    ],
)
def test_each_thing_has_the_times_and_what_stands_for_all(ask: str, expected: list[str]) -> None:
    assert [" ".join(item.split()) for item in items(ask, accounts())] == expected


@pytest.mark.parametrize(
    "ask",
    [
        "gross profit in 2023 and 2024",
        "gross profit, 2024",
        "gross profit, in dollars",
        "turnover, percent",
        "price per square metre and day",
        ", ".join("abcdef" * MOST) + " and g",
    ],
)
def test_one_thing_and_more_than_anybody_lists_are_no_items(ask: str) -> None:
    assert items(ask, accounts()) == []
