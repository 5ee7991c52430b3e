import pytest

from ingest.domain import Bound
from ingest.quantity.bounds import bound_of


@pytest.mark.parametrize(
    ("before", "after", "bound"),
    [
        ("worth ", "", "exact"),
        ("about ", " in 2024", "about"),
        ("nearly a ", "", "about"),
        ("approx. ", "", "about"),
        ("~", "", "about"),
        ("more than ", "", "over"),
        ("at least ", "", "over"),
        ("≥ ", "", "over"),
        ("will pass ", "", "over"),
        ("not less than ", "", "over"),
        ("", "+", "over"),
        ("", " or more", "over"),
        ("less than ", "", "under"),
        ("up to ", "", "under"),
        ("no more than ", "", "under"),
        ("", " or less", "under"),
        ("surpass around ", "", "about"),
        ("9% below the ", "", "exact"),
        ("moreover ", "", "exact"),
    ],
)
def test_a_hedge_is_read_on_either_side_of_a_number(before: str, after: str, bound: Bound) -> None:
    text = f"{before}50{after}"
    assert bound_of(text, len(before), len(before) + 2) == bound
