from decimal import Decimal

import pytest

from ingest.quantity.excepted import excepted_unit, is_excepted, without_exception
from ingest.quantity.labels import Label, read_label
from ingest.quantity.named_units import NamedUnit
from tests.ingest.quantity.units_of import FRAME

UNIT = "Dollars in thousands, except per share data and headcount"


def labels(*names: str) -> list[Label]:
    return [read_label(name, FRAME, "row") for name in names]


@pytest.mark.parametrize(
    ("names", "excepted"),
    [
        (("Book value per share",), True),
        (("Dividends", "Per ordinary share:"), True),
        (("Diluted EPS",), True),
        (("Headcount",), True),
        (("Interest",), False),
        (("Weighted-average diluted shares", "Per ordinary share:"), False),
        (("Profit", "Profit and profit per share:"), False),
    ],
)
def test_what_a_unit_excepts_is_told_by_the_labels(names: tuple[str, ...], excepted: bool) -> None:
    assert is_excepted(UNIT, labels(*names)) is excepted


def test_a_unit_without_an_exception_excepts_nothing() -> None:
    assert not is_excepted("USD million", labels("Book value per share"))
    assert without_exception(UNIT) == "Dollars in thousands"


def test_what_is_excepted_has_its_own_scale_or_the_money_of_the_others() -> None:
    shares = "In millions, except number of shares, which are reflected in thousands"
    assert excepted_unit(shares, labels("Basic shares outstanding"), "USD") == NamedUnit("number", Decimal(1000))
    assert excepted_unit(UNIT, labels("Book value per share"), "USD") == NamedUnit("money", currency="USD")
    assert excepted_unit(UNIT, labels("Book value per share"), None) is None
    assert excepted_unit(UNIT, labels("Headcount"), "USD") is None


def test_an_amount_that_tells_of_its_shares_is_not_excepted() -> None:
    said = "In thousands, except share data"
    assert not is_excepted(said, labels("Common stock, $0.01 par value; 75,000 shares authorized"))
    assert is_excepted(said, labels("Number of share options"))
