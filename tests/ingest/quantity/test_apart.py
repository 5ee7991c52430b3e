from decimal import Decimal

import pytest

from ingest.quantity.apart import unit_apart, units_apart
from ingest.quantity.named_units import NamedUnit

TONNES = NamedUnit("number", Decimal(1000), unit="tonnes")
DOLLARS = NamedUnit("money", Decimal(10**6), "USD")


@pytest.mark.parametrize(
    "text",
    [
        "Imports of honey (quantity in 1,000 tonnes, worth in USD million)",
        "Quantity in thousand tonnes; worth in USD million",
        "Quantity: thousand tonnes, worth: USD million",
        "Quantity is given in thousand tonnes and worth in USD million",
    ],
)
def test_each_thing_a_title_names_has_its_unit(text: str) -> None:
    units = units_apart((text,))
    assert unit_apart(units, ["Quantity > 2024", "Spain"]) == TONNES
    assert unit_apart(units, ["2024", "Worth"]) == DOLLARS
    assert unit_apart(units, ["Producers", "Spain"]) is None


@pytest.mark.parametrize(
    "text",
    ["Imports of honey in thousand tonnes", "Imports in tonnes and exports in tonnes", "Sales, 2024", ""],
)
def test_one_unit_for_all_is_not_apart(text: str) -> None:
    assert units_apart((text,)) == ()


def test_what_stands_behind_a_colon_may_be_no_unit() -> None:
    assert units_apart(("Note: sales exclude handsets. Source: operators",)) == ()


def test_the_unit_of_all_others_is_that_of_what_is_not_told_apart() -> None:
    units = units_apart(("(Unit: USD million; share in %)",))
    million = NamedUnit("money", Decimal(10**6), "USD")
    assert unit_apart(units, ["2024", "North"]) == million
    assert unit_apart(units, ["Share > 2024", "North"]) == NamedUnit("percent")


def test_the_unit_of_one_thing_is_not_that_of_columns_that_do_not_name_it() -> None:
    header = ("Leases", "Area", "Rent per year", "Leases in %", "Rent")
    units = units_apart(("Leases (area in thousand tonnes)",), header)
    assert unit_apart(units, ["Area"]) == TONNES
    assert unit_apart(units, ["Leases"]) is None
    assert (
        units_apart(("Leases (area in thousand tonnes)",), ("Area > 2023", "Area > 2024", "Area > 2025", "Rent")) == ()
    )
