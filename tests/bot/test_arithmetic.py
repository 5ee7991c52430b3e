"""Calculations: right, shown, and no more precise than their operands."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.arithmetic import compute, said
from bot.evidence import Calculation, Evidence, Operand, Operation
from ingest.domain import Kind, Period, Quantity, Span

YEAR = {n: Period(n, n) for n in range(2020, 2036)}
BILLION, MILLION = Decimal(10**9), Decimal(10**6)


def money(value: str, year: int | None = 2025, scale: Decimal = BILLION, currency: str = "USD") -> Quantity:
    period = YEAR[year] if year else None
    at = Span(0, 0, 1)
    return Quantity(value, Decimal(value), scale, "money", at, at, currency=currency, period=period, measure="size")


def percent(value: str, period: Period | None = None, kind: Kind = "percent") -> Quantity:
    at = Span(0, 0, 1)
    return Quantity(value, Decimal(value), Decimal(1), kind, at, at, period=period)


def operand(quantity: Quantity) -> Operand:
    text = f"It was {quantity.text}."
    return Operand(quantity, Evidence("r", "A Market", "r:s0", (), text, 0, len(text), (quantity,)))


def calculation(operation: Operation, *quantities: Quantity, years: int | None = None) -> Calculation:
    return Calculation(operation, tuple(map(operand, quantities)), years)


A, B, C = money("11.87"), money("13.70", 2026), money("31.56", 2032)
RATE = replace(percent("14.99", Period(2025, 2032, "span")), measure="cagr")
SHARE = replace(percent("58.3", YEAR[2025]), measure="share", subject=("Handlers",))

RESULTS = [
    (calculation("difference", A, B), "USD 1.83 billion", "13.70 − 11.87"),
    (calculation("difference", B, A), "USD −1.83 billion", "11.87 − 13.70"),
    (calculation("growth", A, B), "15.4%", "(13.70 − 11.87) / 11.87 × 100"),
    (calculation("growth", money("4"), money("5", 2026)), "25%", "(5 − 4) / 4 × 100"),
    (
        calculation("growth", money("1187.00"), money("1370.00", 2026)),
        "15.42%",
        "(1,370.00 − 1,187.00) / 1,187.00 × 100",
    ),
    (calculation("growth", B, money("11.87", 2027)), "−13.4%", "(11.87 − 13.70) / 13.70 × 100"),
    (calculation("multiple", A, C), "2.66 times", "31.56 / 11.87"),
    (
        calculation("share", replace(A, subject=("Hospitals",)), replace(C, period=YEAR[2025])),
        "37.61%",
        "11.87 / 31.56 × 100",
    ),
    (calculation("cagr", A, C, years=7), "14.99%", "((31.56 / 11.87)^(1 / 7) − 1) × 100"),
    (calculation("at_rate", A, RATE, years=4), "USD 20.75 billion", "11.87 × (1 + 14.99 / 100)^4"),
    (calculation("at_rate", A, RATE, years=7), "USD 31.56 billion", "11.87 × (1 + 14.99 / 100)^7"),
    (
        calculation("at_rate", A, replace(RATE, value=Decimal(15)), years=7),
        "USD 32 billion",
        "11.87 × (1 + 15 / 100)^7",
    ),
    (
        calculation("at_rate", money("4"), replace(RATE, value=Decimal("5.2")), years=2),
        "USD 4.4 billion",
        "4 × (1 + 5.2 / 100)^2",
    ),
    (calculation("portion", money("1486.3", scale=MILLION), SHARE), "USD 867 million", "1,486.3 × 58.3 / 100"),
    (calculation("sum", replace(A, place="Asia"), replace(A, place="Europe")), "USD 23.74 billion", "11.87 + 11.87"),
    (
        calculation("difference", money("870", scale=MILLION), money("1.2", 2026)),
        "USD 0.33 billion",
        "1.2 − 0.87",
    ),
    (calculation("difference", percent("38"), percent("41.5")), "3.5 percentage points", "41.5 − 38"),
    (calculation("difference", replace(A, bound="about"), B), "about USD 1.83 billion", "13.70 − 11.87"),
]


@pytest.mark.parametrize(("asked", "text", "formula"), RESULTS)
def test_a_result_shows_its_numbers_and_is_no_finer_than_they_justify(
    asked: Calculation, text: str, formula: str
) -> None:
    result = compute(asked)
    assert (result.text, result.formula) == (text, formula)


def test_a_growth_belongs_to_its_last_period_and_a_cagr_to_its_span() -> None:
    assert compute(calculation("growth", A, B)).period == YEAR[2026]
    assert compute(calculation("cagr", A, C, years=7)).period == Period(2025, 2032, "span")
    assert compute(calculation("at_rate", A, RATE, years=4)).period == YEAR[2029]


def test_the_unrounded_result_is_kept_beside_the_printed_one() -> None:
    result = compute(calculation("at_rate", A, RATE, years=4))
    assert result.amount == Decimal("20750000000")
    assert abs(result.exact - Decimal("20752984000")) < Decimal("1000000")


def test_numbers_of_things_are_said_with_their_noun() -> None:
    assert said(Decimal("1250"), "number", Decimal(1), None, "tonnes") == "1,250 tonnes"
    assert said(Decimal("2.5"), "number", MILLION, None, "units") == "2.5 million units"
