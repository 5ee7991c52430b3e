from decimal import Decimal

import pytest

from ingest.quantity.units import (
    currency_after,
    currency_before,
    currency_of,
    scale_after,
    scale_named,
    unit_after,
)


@pytest.mark.parametrize(
    ("before", "code"),
    [
        ("USD ", "USD"), ("US$", "USD"), ("US$ ", "USD"), ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"),
        ("RMB ", "CNY"), ("₹", "INR"), ("Rs. ", "INR"), ("A$", "AUD"), ("usd ", "USD"), ("BRL ", "BRL"), ("ABC ", None),
        ("value ", None),
    ],
)  # fmt: skip
def test_a_currency_stands_before_its_number(before: str, code: str | None) -> None:
    found = currency_before(f"worth {before}5", len(f"worth {before}"))
    assert (found[0] if found else None) == code


@pytest.mark.parametrize(
    ("after", "code"), [(" euros", "EUR"), (" US dollars", "USD"), (" USD", "USD"), (" €", "EUR"), (" drones", None)]
)
def test_a_currency_may_stand_behind_its_number(after: str, code: str | None) -> None:
    found = currency_after(f"5{after}", 1)
    assert (found[0] if found else None) == code


@pytest.mark.parametrize(
    ("after", "money", "scale"),
    [
        (" billion", True, 10**9), ("bn", True, 10**9), (" Mn", True, 10**6), (" crore", True, 10**7),
        ("m", True, 10**6), (" k", True, 10**3), ("-million", True, 10**6), (" lakh", False, 10**5),
        ("M users", False, 10**6),
        ("m users", False, 10**6), ("m high", False, None), (" m", False, None), (" b", False, None), ("", True, None),
        ("K displays", False, 10**3),
    ],
)  # fmt: skip
def test_a_scale_stands_behind_its_number(after: str, money: bool, scale: int | None) -> None:
    found = scale_after(f"5{after}", 1, money)
    assert (found[0] if found else None) == scale


def test_a_resolution_is_no_scale() -> None:
    assert scale_after("4K displays", 1, False) is None


@pytest.mark.parametrize(
    ("after", "unit"),
    [(" kg", "kg"), ("MW", "MW"), (" metric tons", "metric tons"), (" hectares", "hectares"), (" drones", None)],
)
def test_a_unit_of_measurement_stands_behind_its_number(after: str, unit: str | None) -> None:
    found = unit_after(f"5{after}", 1)
    assert (found[0] if found else None) == unit


def test_names_of_currencies_and_scales_have_codes_and_values() -> None:
    assert currency_of("US$") == "USD" and currency_of("eur") == "EUR" and currency_of("x") is None
    assert scale_named("Bn.") == Decimal(10**9) and scale_named("x") is None
