from decimal import Decimal

import pytest

from evals.formula import numbers_of, worked_out

FORMULAS = [
    ("13.70 − 11.87", "1.83"),
    ("(13.70 − 11.87) / 11.87 × 100", "15.42"),
    ("11.87 × (1 + 14.99 / 100)^2", "15.70"),
    ("((3,132 / 1,517)^(1 / 5) − 1) × 100", "15.60"),
    ("(−4.0) + 1", "-3.00"),
]


@pytest.mark.parametrize(("formula", "value"), FORMULAS)
def test_a_formula_is_worked_out(formula: str, value: str) -> None:
    found = worked_out(formula)
    assert found is not None
    assert round(found, 2) == Decimal(value)


@pytest.mark.parametrize("text", ["b - a", "__import__('os')", "1 / 0", "", "2 +", "[1]"])
def test_what_is_no_formula_has_no_value(text: str) -> None:
    assert worked_out(text) is None


def test_the_numbers_of_a_formula_are_read_with_their_digits() -> None:
    assert numbers_of("3,132 × (1 + 13.9 / 100)^2") == tuple(map(Decimal, ("3132", "1", "13.9", "100", "2")))
