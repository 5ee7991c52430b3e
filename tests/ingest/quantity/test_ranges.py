import pytest

from ingest.quantity.numerals import read_numerals


def amounts(text: str) -> list[tuple[int, int | None]]:
    return [(int(n.amount), int(n.upper * n.scale) if n.upper else None) for n in read_numerals(text)]


@pytest.mark.parametrize(
    "text",
    ["USD 5-6 billion", "USD 5 to 6 billion", "between USD 5 and 6 billion", "USD 5 billion–USD 6 billion", "$5–6bn"],
)
def test_two_ends_make_one_range_that_shares_unit_and_scale(text: str) -> None:
    assert amounts(text) == [(5 * 10**9, 6 * 10**9)]


@pytest.mark.parametrize(
    "text",
    ["grew from USD 5 billion to USD 6 billion", "rose from 5 to 6 billion dollars", "USD 5 billion and USD 6 billion"],
)
def test_two_levels_stay_two(text: str) -> None:
    assert amounts(text) == [(5 * 10**9, None), (6 * 10**9, None)]


@pytest.mark.parametrize(("text", "found"), [("12%–15%", [(12, 15)]), ("9-11%", [(9, 11)]), ("15%-12%", [(15, None)])])
def test_a_range_rises(text: str, found: list[tuple[int, int | None]]) -> None:
    assert amounts(text)[: len(found)] == found
