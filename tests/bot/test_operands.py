"""Which figures may be calculated with each other."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.evidence import Calculation, Evidence, Operand
from bot.operands import CalculationError, IncompatibleOperands, UndefinedResult, check
from ingest.domain import Period, Quantity, Span

AT = Span(0, 0, 1)
A = Quantity(
    "11.87",
    Decimal("11.87"),
    Decimal(10**9),
    "money",
    AT,
    AT,
    currency="USD",
    period=Period(2025, 2025),
    measure="size",
)
B = replace(A, text="13.70", value=Decimal("13.70"), period=Period(2026, 2026))
RATE = Quantity(
    "14.99%", Decimal("14.99"), Decimal(1), "percent", AT, AT, period=Period(2025, 2032, "span"), measure="cagr"
)
TONNES = replace(A, kind="number", currency=None, unit="tonnes", measure="volume")


def asked(operation: str, *quantities: Quantity, years: int | None = None, report: str = "r") -> Calculation:
    evidence = [Evidence(r, "A Market", f"{r}:s0", (), "text", 0, 4) for r in ("r", report)]
    operands = tuple(Operand(q, evidence[min(n, 1)]) for n, q in enumerate(quantities))
    return Calculation(operation, operands, years)  # type: ignore[arg-type]


INCOMPATIBLE = {
    "one operand": asked("difference", A),
    "three operands": asked("growth", A, B, B),
    "other currency": asked("difference", A, replace(B, currency="EUR")),
    "other kind": asked("difference", A, RATE),
    "other unit": asked("difference", TONNES, replace(TONNES, unit="units")),
    "other measure": asked("difference", A, replace(B, measure="increase")),
    "a range": asked("difference", A, replace(B, upper=Decimal(15))),
    "more than": asked("growth", A, replace(B, bound="over")),
    "growth of a share": asked("growth", replace(RATE, measure="share"), replace(RATE, measure="share")),
    "growth of another place": asked("growth", A, replace(B, place="Japan")),
    "growth of another subject": asked("growth", A, replace(B, subject=("Hospitals",))),
    "growth without a period": asked("growth", A, replace(B, period=None)),
    "growth back in time": asked("growth", B, A),
    "growth from a calendar to a fiscal year": asked("growth", A, replace(B, period=Period(2026, 2026, "fiscal year"))),
    "a total of the same thing": asked("sum", A, A),
    "a total over two years": asked("sum", A, replace(B, place="Japan")),
    "a share of another year": asked("share", replace(A, place="Japan"), B),
    "years that are not between the periods": asked("cagr", A, B, years=7),
    "an amount at an amount": asked("at_rate", A, B, years=1),
    "a rate of another subject": asked("at_rate", A, replace(RATE, subject=("Hospitals",)), years=1),
    "a year before the rate's span": asked("at_rate", replace(A, period=Period(2020, 2020)), RATE, years=6),
    "a year beyond the rate's span": asked("at_rate", A, RATE, years=8),
    "a rate without a span": asked("at_rate", A, replace(RATE, period=None), years=2),
    "a share of a total as a rate": asked("at_rate", A, replace(RATE, measure="share"), years=2),
    "a portion by a rate of growth": asked("portion", A, RATE),
    "a portion of another year": asked("portion", A, replace(RATE, measure="share", period=B.period, place="Japan")),
    "a portion of itself": asked("portion", A, replace(RATE, measure="share", period=A.period)),
    "a rate of another report": asked("at_rate", A, RATE, years=2, report="s"),
}


@pytest.mark.parametrize("calculation", INCOMPATIBLE.values(), ids=INCOMPATIBLE.keys())
def test_unlike_operands_are_refused(calculation: Calculation) -> None:
    with pytest.raises(IncompatibleOperands):
        check(calculation)


ZERO = replace(A, value=Decimal(0))
UNDEFINED = {
    "growth from nothing": asked("growth", ZERO, B),
    "growth from a loss": asked("growth", replace(A, value=Decimal(-1)), B),
    "multiple of nothing": asked("multiple", ZERO, B),
    "share of a smaller whole": asked("share", replace(A, value=Decimal("99.9"), place="Japan"), A),
    "share of nothing": asked("share", replace(A, place="Japan"), ZERO),
    "no years": asked("cagr", A, B),
    "zero years": asked("cagr", A, B, years=0),
    "negative years": asked("at_rate", A, RATE, years=-1),
    "cagr to a loss": asked("cagr", A, replace(B, value=Decimal(-1)), years=1),
}


@pytest.mark.parametrize("calculation", UNDEFINED.values(), ids=UNDEFINED.keys())
def test_what_has_no_result_is_refused(calculation: Calculation) -> None:
    with pytest.raises(UndefinedResult):
        check(calculation)


def test_what_is_too_small_is_no_part() -> None:
    speck = replace(A, text="690", value=Decimal(690), scale=Decimal(1), subject=("bracelets",))
    with pytest.raises(UndefinedResult):
        check(asked("share", speck, A))


def test_two_publishers_may_be_compared() -> None:
    check(asked("difference", A, B, report="s"))


def test_both_refusals_are_one_kind_of_error() -> None:
    assert issubclass(IncompatibleOperands, CalculationError)
    assert issubclass(UndefinedResult, CalculationError)
