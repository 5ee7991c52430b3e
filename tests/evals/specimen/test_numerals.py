from decimal import Decimal

import pytest

from evals.specimen.layout import LAYOUTS
from evals.specimen.numerals import numeral, rounded, spoken


@pytest.mark.parametrize(
    ("layout", "value", "percent", "text"),
    [
        (0, "1234.5", False, "1,234.5"),
        (1, "1234.5", False, "1\u00a0234,5"),
        (2, "1234567", False, "1.234.567"),
        (0, "-3.1", True, "(3.1)"),
        (1, "-3.1", True, "-3,1"),
        (2, "-3.1", True, "−3,1%"),
        (3, "0.0", True, "0.0%"),
    ],
)
def test_a_number_is_printed_as_its_layout_does(layout: int, value: str, percent: bool, text: str) -> None:
    assert numeral(Decimal(value), LAYOUTS[layout], percent) == text


def test_halves_are_rounded_away_from_zero() -> None:
    assert rounded(Decimal("2.45"), 1) == Decimal("2.5")
    assert rounded(Decimal("-2.45"), 1) == Decimal("-2.5")


def test_a_sentence_has_no_brackets() -> None:
    assert spoken(Decimal("-3.1"), LAYOUTS[0]) == "-3.1"
