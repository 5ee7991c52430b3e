from decimal import Decimal

import pytest

from ingest.domain import Passage, Period, Quantity, Span


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period(2025, 2025), "2025"),
        (Period(2025, 2030, "span"), "2025–2030"),
        (Period(2024, 2024, "fiscal year"), "FY2024"),
        (Period(2024, 2024, "quarter", 3), "Q3 2024"),
        (Period(2025, 2025, "half", 1), "H1 2025"),
    ],
)
def test_a_period_reads_as_it_is_written(period: Period, text: str) -> None:
    assert str(period) == text


@pytest.mark.parametrize(
    ("value", "scale", "amount", "quantum"),
    [("11.87", 10**9, 11_870_000_000, 10_000_000), ("13.70", 10**9, 13_700_000_000, 10_000_000), ("15", 1, 15, 1)],
)
def test_an_amount_and_its_last_printed_digit_are_in_units_of_one(
    value: str, scale: int, amount: int, quantum: int
) -> None:
    quantity = Quantity(value, Decimal(value), Decimal(scale), "money", Span(0, 0, 5), Span(0, 0, 9))
    assert (quantity.amount, quantity.quantum) == (amount, quantum)


def test_the_encoder_sees_the_context_before_the_text() -> None:
    assert Passage(0, "Big.", "Kites > Size", Span(0, 0, 4)).embedded == "Kites > Size\nBig."
    assert Passage(0, "Big.", "", Span(0, 0, 4)).embedded == "Big."
