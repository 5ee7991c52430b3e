from decimal import Decimal

from ingest.quantity.numeral import Numeral


def test_an_amount_is_the_value_in_units_of_one() -> None:
    numeral = Numeral("USD 11.87 billion", Decimal("11.87"), Decimal(10**9), "money", 0, 17, "USD")
    assert numeral.amount == 11_870_000_000
